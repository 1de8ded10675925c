import { join } from "node:path";
import { appUrl, ensureAppRole, withClient } from "@samenplan/prisma/app-role";
import { migrate } from "@samenplan/prisma/migrate";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@samenplan/testing/embedded-postgres";
import { StartProblem } from "@samenplan/testing/start-problem";
import { deriveSecret, type Settings } from "./settings.ts";

const OLDEST_POSTGRES = 15;

export interface Database {
	ownerUrl: string;
	appUrl: string;
	/** The server we started ourselves, if any. */
	embedded: EmbeddedPostgres | undefined;
}

/** Starts the embedded PostgreSQL of the data folder, or checks the one of DATABASE_URL. Does not change its content. */
export async function openDatabase(settings: Settings, port?: number): Promise<Database> {
	const embedded = settings.databaseUrl
		? undefined
		: await startEmbeddedPostgres({ folder: embeddedFolder(settings), ...(port === undefined ? {} : { port }) });
	const ownerUrl = settings.databaseUrl ?? (embedded as EmbeddedPostgres).ownerUrl;
	if (!embedded) await checkExisting(ownerUrl);
	return { ownerUrl, appUrl: settings.databaseAppUrl ?? appUrl(ownerUrl, appPassword(settings)), embedded };
}

/** Makes the app role ready and applies the migrations that are missing. */
export async function prepareDatabase(database: Database, settings: Settings): Promise<void> {
	try {
		if (!settings.databaseAppUrl) await ensureAppRole(database.ownerUrl, appPassword(settings));
		await migrate(database.ownerUrl);
	} catch (error) {
		const { code, message } = error as { code?: string; message: string };
		if (code === undefined && !/^(Migrating|The (migration|database))/.test(message)) throw error;
		throw new StartProblem(`The database could not be brought up to date. ${message}`, "The database stays as it was.", { cause: error });
	}
}

/**
 * Fills an empty database with the demo families. A seed that was cut short is cleared and begun anew: until it is complete the
 * database holds nothing else, because the API starts only afterwards.
 *
 * @returns true when demo data was put in now
 */
export async function seedWhenEmpty(ownerUrl: string): Promise<boolean> {
	if (!(await withClient(ownerUrl, needsSeed))) return false;
	const { seedDemo } = (await import("@samenplan/prisma/seed/seed")) as { seedDemo(ownerUrl: string): Promise<void> };
	await withClient(ownerUrl, (client) => client.query(`COMMENT ON TABLE _prisma_migrations IS '${SEEDING}'`));
	await seedDemo(ownerUrl);
	await withClient(ownerUrl, (client) => client.query("COMMENT ON TABLE _prisma_migrations IS NULL"));
	return true;
}

const SEEDING = "demo data is being put in";

/** Hold a row as soon as the migrations have run: they say nothing about being filled, and are never emptied. */
const FILLED_BY_MIGRATIONS = ["_prisma_migrations", "audit_seal_mark"];

type Client = Parameters<Parameters<typeof withClient>[1]>[0];

async function needsSeed(client: Client): Promise<boolean> {
	const { rows } = await client.query<{ name: string; note: string | null }>(
		`SELECT format('%I', relname) AS name, obj_description(oid, 'pg_class') AS note FROM pg_class
     WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace AND NOT relispartition`,
	);
	const interrupted = rows.some(({ name, note }) => name === "_prisma_migrations" && note === SEEDING);
	const tables = rows.map(({ name }) => name).filter((name) => !FILLED_BY_MIGRATIONS.includes(name));
	if (tables.length === 0) return false;
	if (interrupted) {
		await client.query(`TRUNCATE ${tables.join(", ")} CASCADE`);
		return true;
	}
	const { rows: found } = await client.query<{ filled: boolean }>(
		`SELECT ${tables.map((name) => `EXISTS (SELECT FROM ${name})`).join(" OR ")} AS filled`,
	);
	return found[0]?.filled === false;
}

function embeddedFolder(settings: Settings): string {
	return join(settings.dataFolder, "postgres");
}

function appPassword(settings: Settings): string {
	return deriveSecret(settings.secret, "password of the database role");
}

async function checkExisting(ownerUrl: string): Promise<void> {
	const { host, pathname } = new URL(ownerUrl);
	let version: number;
	try {
		version = await withClient(ownerUrl, async (client) => {
			const { rows } = await client.query<{ version: string }>(`SELECT current_setting('server_version_num') AS version`);
			return Math.floor(Number(rows[0]?.version) / 10_000);
		});
	} catch (error) {
		throw unreachable(error, host, decodeURIComponent(pathname.slice(1)));
	}
	if (version < OLDEST_POSTGRES) {
		throw new StartProblem(
			`The database at ${host} is PostgreSQL ${version}; Samenplan needs ${OLDEST_POSTGRES} or later.`,
			"Set DATABASE_URL to a newer one, or leave it out to use the embedded database.",
		);
	}
}

function unreachable(error: unknown, host: string, name: string): StartProblem {
	const { code, message } = error as { code?: string; message: string };
	const cause = { cause: error };
	if (code === "28P01" || code === "28000") {
		return new StartProblem(
			`The database at ${host} refuses this user or password.`,
			"Check the user and password in DATABASE_URL.",
			cause,
		);
	}
	if (code === "3D000") {
		return new StartProblem(
			`There is no database "${name}" at ${host}.`,
			"Create it, or correct the name at the end of DATABASE_URL.",
			cause,
		);
	}
	return new StartProblem(
		`The database at ${host} cannot be reached (${code ?? message}).`,
		"Check that it runs and that the address in DATABASE_URL is right.",
		cause,
	);
}
