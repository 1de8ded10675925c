import { join } from "node:path";
import { runMigrations as installJobQueue } from "graphile-worker";
import pg from "pg";
import { APP_ROLE, createRoleIfMissing, withClient } from "./app-role.ts";
import { applyMigrations, readMigrationChecksums } from "./schema-engine.ts";
import { prismaFolder } from "./schema-files.ts";

export const migrationsFolder = join(prismaFolder, "migrations");

/** Any fixed number: whoever migrates a database holds this advisory lock while doing so. */
const MIGRATION_LOCK = 5_301_407;

/** Says which migrations were applied now, oldest first; empty when the database was up to date. */
export interface Migrated {
	applied: string[];
}

/**
 * Brings a database up to date: the role samenplan_app exists, every migration of prisma/migrations is applied and written down
 * in `_prisma_migrations` (so `prisma migrate deploy` stays possible), and the job queue is installed with the rights the role
 * needs to add and work jobs.
 *
 * All migrations run in **one transaction** under an advisory lock. Several replicas may start at once: one migrates, the others
 * wait and find nothing to do. A process that is killed half-way leaves the database as it was. A migration therefore cannot hold
 * statements that PostgreSQL refuses inside a transaction (CREATE INDEX CONCURRENTLY).
 *
 * @param ownerUrl connection of the role that owns the tables
 * @throws when a migration fails (the database stays as it was) or when an applied migration was edited afterwards
 */
export async function migrate(ownerUrl: string, folder: string = migrationsFolder): Promise<Migrated> {
	return withClient(ownerUrl, async (client) => {
		await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
		try {
			await createRoleIfMissing(client);
			const missing = await findMissing(client, folder);
			const applied = missing ? await inTransaction(client, () => applyMigrations(client, folder)) : [];
			await prepareJobQueue(ownerUrl, client);
			return { applied };
		} finally {
			// Ending the connection would do it too, but a pooler in between may keep the session.
			await client.query("SELECT pg_advisory_unlock($1)", [MIGRATION_LOCK]).catch(() => undefined);
		}
	});
}

/**
 * Compares the folder with what the database says was applied.
 *
 * @returns true when there is something to apply
 * @throws when the database knows a migration that the folder does not have, or has with another content
 */
async function findMissing(client: pg.Client, folder: string): Promise<boolean> {
	const onDisk = new Map(readMigrationChecksums(folder).map(({ name, checksum }) => [name, checksum]));
	const { rows: found } = await client.query<{ table: string | null }>(`SELECT to_regclass('_prisma_migrations')::text AS table`);
	if (!found[0]?.table) return onDisk.size > 0;
	const { rows: applied } = await client.query<{ name: string; checksum: string }>(
		"SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
	);
	for (const { name, checksum } of applied) {
		if (!onDisk.has(name)) {
			throw new Error(`The database is of a newer Samenplan: it has the migration ${name}, which this version does not know.`);
		}
		if (onDisk.get(name) !== checksum) {
			throw new Error(`The migration ${name} was changed after it was applied to this database. Put it back, and write a new migration.`);
		}
		onDisk.delete(name);
	}
	return onDisk.size > 0;
}

/** The queue's own tables have row-level security without policies, so rights alone would show the app role nothing. */
async function prepareJobQueue(ownerUrl: string, client: pg.Client): Promise<void> {
	const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
	pool.on("error", () => undefined);
	pool.on("connect", (connection) => connection.on("error", () => undefined));
	try {
		await installJobQueue({ pgPool: pool });
	} finally {
		await pool.end();
	}
	await inTransaction(client, () =>
		client.query(`
      GRANT USAGE ON SCHEMA graphile_worker TO ${APP_ROLE};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO ${APP_ROLE};
      REVOKE INSERT, UPDATE, DELETE ON graphile_worker.migrations FROM ${APP_ROLE};
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA graphile_worker TO ${APP_ROLE};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO ${APP_ROLE};
      DO $$
      DECLARE
        queue_table name;
      BEGIN
        FOR queue_table IN
          SELECT relname FROM pg_class
          WHERE relnamespace = 'graphile_worker'::regnamespace AND relkind = 'r' AND relrowsecurity
            AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid AND polname = 'app_works_the_queue')
        LOOP
          EXECUTE format(
            'CREATE POLICY app_works_the_queue ON graphile_worker.%I TO ${APP_ROLE} USING (true) WITH CHECK (true)', queue_table);
        END LOOP;
      END $$;
    `),
	);
}

async function inTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
	await client.query("BEGIN");
	try {
		const result = await work();
		await client.query("COMMIT");
		return result;
	} catch (error) {
		await client.query("ROLLBACK").catch(() => undefined);
		throw error;
	}
}
