import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runPrisma } from "./generate.ts";
import { migrationsFolder } from "./migrate.ts";
import { diffSchemas } from "./schema-engine.ts";
import { combineSchema, readSchemaFiles } from "./schema-files.ts";

/** The schema as the newest migration left it; the ending keeps Prisma from reading it as part of the schema. */
const lastSchema = join(migrationsFolder, "schema-at-last-migration.txt");

/**
 * Writes the next migration: the SQL between the schema at the last migration and the schema now, in
 * prisma/migrations/<timestamp>_<name>/migration.sql. Row-level security, functions and grants are then added to that file by
 * hand. Needs no database. A merged migration is never edited; a new one follows it.
 *
 * @param name a few words in snake case, such as `add_goal_answers`
 * @returns the path of the new file; an empty one (for SQL by hand) when the schema did not change
 */
export async function newMigration(name: string): Promise<{ path: string; changed: boolean }> {
	if (!/^[a-z][a-z0-9_]*$/.test(name)) {
		throw new Error("Give the migration a name of small letters and underscores, for example: npm run db:new -- add_goal_answers");
	}
	await runPrisma(["validate"]);
	const schema = combineSchema(readSchemaFiles());
	const sql = await diffSchemas(existsSync(lastSchema) ? readFileSync(lastSchema, "utf8") : undefined, schema);
	const folder = join(migrationsFolder, `${timestamp(new Date())}_${name}`);
	mkdirSync(folder, { recursive: true });
	const path = join(folder, "migration.sql");
	writeFileSync(path, sql || "-- The schema did not change. Write the SQL by hand.\n");
	writeFileSync(
		join(migrationsFolder, "migration_lock.toml"),
		'# Written by db:new; prisma migrate deploy reads it.\nprovider = "postgresql"\n',
	);
	writeFileSync(lastSchema, schema);
	return { path, changed: sql !== "" };
}

function timestamp(now: Date): string {
	return now.toISOString().replace(/\D/g, "").slice(0, 14);
}

if (import.meta.main) {
	await newMigration(process.argv[2] ?? "").then(
		({ path, changed }) => console.log(changed ? `Wrote ${path}` : `Wrote an empty ${path}: the schema did not change.`),
		(error: Error) => {
			console.error(error.message);
			process.exitCode = 1;
		},
	);
}
