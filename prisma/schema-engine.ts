import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";

/** Prisma's filter of tables that somebody else manages; ours manages everything in its schema. */
const NO_FILTER = { externalTables: [], externalEnums: [] };

/**
 * The SQL that turns one schema into another, from Prisma's own schema engine compiled to WebAssembly: no binary to download.
 * An empty text when nothing changes.
 *
 * @param from the former schema as one text, or undefined for an empty database
 */
export async function diffSchemas(from: string | undefined, to: string): Promise<string> {
	// The comparison needs no database, but the engine asks one for its version first.
	const pool = new AnswersItsVersion();
	const { engine } = await openEngine(pool, to);
	try {
		const { stdout } = await engine.diff({
			from: from === undefined ? { tag: "empty" } : schemaTarget(from),
			to: schemaTarget(to),
			script: true,
			exitCode: null,
			filters: NO_FILTER,
		});
		const sql = stdout ?? "";
		return /^\s*-- This is an empty migration\.\s*$/.test(sql) ? "" : sql;
	} finally {
		engine.free();
		await pool.end();
	}
}

/**
 * Applies the migrations of a folder that the database does not have yet and writes them down in `_prisma_migrations`, exactly
 * as `prisma migrate deploy` does. Everything runs on the one connection given, inside the transaction that the caller opened.
 *
 * @returns the names of the migrations that were applied now
 * @throws with the name of the migration and PostgreSQL's own words when one fails
 */
export async function applyMigrations(client: pg.Client, migrationsFolder: string): Promise<string[]> {
	const { engine, explain } = await openEngine(new OneConnection(client), undefined);
	try {
		const { appliedMigrationNames } = await engine.applyMigrations({
			migrationsList: readMigrations(migrationsFolder),
			filters: NO_FILTER,
		});
		return appliedMigrationNames;
	} catch (error) {
		throw explain(error);
	} finally {
		engine.free();
	}
}

/** A migration on disk with the checksum that `_prisma_migrations` holds for it. */
export interface Migration {
	name: string;
	checksum: string;
}

/** The migrations on disk, oldest first. */
export function readMigrationChecksums(migrationsFolder: string): Migration[] {
	return migrationNames(migrationsFolder).map((name) => ({
		name,
		checksum: createHash("sha256")
			.update(readFileSync(join(migrationsFolder, name, "migration.sql")))
			.digest("hex"),
	}));
}

function migrationNames(migrationsFolder: string): string[] {
	return readdirSync(migrationsFolder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && existsSync(join(migrationsFolder, entry.name, "migration.sql")))
		.map((entry) => entry.name)
		.sort();
}

function readMigrations(baseDir: string) {
	const lockfile = join(baseDir, "migration_lock.toml");
	return {
		baseDir,
		lockfile: { path: "migration_lock.toml", content: existsSync(lockfile) ? readFileSync(lockfile, "utf8") : null },
		shadowDbInitScript: "",
		migrationDirectories: migrationNames(baseDir).map((name) => ({
			path: name,
			migrationFile: {
				path: "migration.sql",
				content: { tag: "ok" as const, value: readFileSync(join(baseDir, name, "migration.sql"), "utf8") },
			},
		})),
	};
}

function schemaTarget(content: string) {
	return { tag: "schemaDatamodel" as const, files: [{ path: "schema.prisma", content }] };
}

async function openEngine(pool: pg.Pool, schema: string | undefined): Promise<Opened> {
	const factory = new PrismaPg(pool);
	const connect = factory.connect.bind(factory);
	factory.connect = async () => {
		const adapter = await connect();
		// The adapter cuts a script at every semicolon, also inside the body of a function. PostgreSQL reads the script itself.
		adapter.executeScript = async (script: string) => {
			await pool.query(script);
		};
		return adapter;
	};
	const bound = bindMigrationAwareSqlAdapterFactory(factory);
	const engine = await SchemaEngine.new(
		{ datamodels: schema === undefined ? undefined : [["schema.prisma", schema]] },
		() => undefined,
		bound,
	);
	return { engine, explain: (error) => explainFailure(error, (id) => bound.errorRegistry.consumeError(id)?.error) };
}

interface Opened {
	engine: SchemaEngine;
	explain(error: unknown): Error;
}

/** The engine reports only a number for what PostgreSQL refused; the adapter kept the error itself. */
function explainFailure(error: unknown, find: (id: number) => unknown): Error {
	const message = error instanceof Error ? error.message : String(error);
	const id = /External error id#(\d+)/.exec(message)?.[1];
	const name = /migration_name="([^"]+)"/.exec(message)?.[1];
	const cause = id === undefined ? undefined : find(Number(id));
	const reason = cause instanceof Error ? describe(cause) : message;
	return new Error(name ? `The migration ${name} failed: ${reason}` : `Migrating failed: ${reason}`, { cause: cause ?? error });
}

function describe(error: Error): string {
	const detail = (error.cause as { originalMessage?: string; message?: string } | undefined) ?? {};
	return detail.originalMessage ?? detail.message ?? error.message;
}

/** A pool without a database behind it: it knows its version and nothing else. */
class AnswersItsVersion extends pg.Pool {
	constructor() {
		super();
		const answer = {
			fields: [
				{ name: "exists", dataTypeID: 16 },
				{ name: "version", dataTypeID: 25 },
				{ name: "numeric_version", dataTypeID: 23 },
			],
			rows: [[true, "PostgreSQL 18.4", 180_004]],
		};
		this.query = (async () => answer) as unknown as typeof this.query;
	}
}

/**
 * A pool that is one connection inside one transaction. Prisma tries statements that may fail (does `_prisma_migrations`
 * exist?); a savepoint around each keeps such a failure from ending the transaction.
 */
class OneConnection extends pg.Pool {
	readonly #client: pg.Client;
	#last: Promise<unknown> = Promise.resolve();

	constructor(client: pg.Client) {
		super();
		this.#client = client;
		this.query = ((...parameters: Parameters<pg.Client["query"]>) => this.#guarded(parameters)) as typeof this.query;
	}

	#guarded(parameters: Parameters<pg.Client["query"]>): Promise<unknown> {
		const result = this.#last.then(async () => {
			await this.#client.query("SAVEPOINT attempt");
			try {
				const answer = await this.#client.query(...parameters);
				await this.#client.query("RELEASE SAVEPOINT attempt");
				return answer;
			} catch (error) {
				await this.#client.query("ROLLBACK TO SAVEPOINT attempt");
				throw error;
			}
		});
		this.#last = result.catch(() => undefined);
		return result;
	}
}
