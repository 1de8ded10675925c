import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { appUrl, ensureAppRole, withClient } from "@samenplan/prisma/app-role";
import { migrate } from "@samenplan/prisma/migrate";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import { processIdentity } from "./process-identity.ts";

/** How workers and child processes of a test run find its cluster. */
const CLUSTER_VARIABLE = "SAMENPLAN_TEST_DATABASE";
const FOLDER_PREFIX = "samenplan-test-database-";
/** The cluster listens on this machine only and lives as long as the test run. */
const APP_PASSWORD = "only-for-tests";

export interface ClonedDatabase {
	/** Connection of the owner: may do anything, also what row-level security hides. For arranging and looking. */
	ownerUrl: string;
	/** Connection of the API's role samenplan_app, for the code under test. */
	appUrl: string;
	/** Removes the database. Close your connections first; those left open are cut. */
	drop(): Promise<void>;
}

/**
 * For `globalSetup` of vitest: starts one embedded PostgreSQL for the whole run and migrates its database once; every test file
 * then clones it with {@link cloneDatabase}. Does nothing when a surrounding run already started one.
 *
 * @returns the teardown, which stops the server and removes its files
 */
export default async function startTemplateDatabase(): Promise<() => Promise<void>> {
	if (process.env[CLUSTER_VARIABLE]) return async () => undefined;
	removeLeftovers();
	const folder = mkdtempSync(join(tmpdir(), FOLDER_PREFIX));
	const server = await startEmbeddedPostgres({ folder, durable: false });
	try {
		await ensureAppRole(server.ownerUrl, APP_PASSWORD);
		await migrate(server.ownerUrl);
	} catch (error) {
		await server.stop();
		rmSync(folder, { recursive: true, force: true });
		throw error;
	}
	process.env[CLUSTER_VARIABLE] = server.ownerUrl;
	return async () => {
		delete process.env[CLUSTER_VARIABLE];
		await server.stop();
		rmSync(folder, { recursive: true, force: true });
	};
}

/** A database to copy that is made once per test run, such as one with the demo families. */
export interface FilledTemplate {
	/** Small letters; the same name always means the same content. */
	name: string;
	/** Fills it, as the owner. Called once in a run, whoever asks first. */
	fill(ownerUrl: string): Promise<void>;
}

/**
 * A fresh, fully migrated database: a file copy of the template, made in well under a second. Without a row of family data, or
 * with what the given template is filled with.
 *
 * @throws when no test cluster runs: the package's vitest.config.ts must use the preset withDatabase
 */
export async function cloneDatabase(template?: FilledTemplate): Promise<ClonedDatabase> {
	const clusterUrl = process.env[CLUSTER_VARIABLE];
	if (!clusterUrl) throw new Error("No test database runs. Use the preset withDatabase of @samenplan/config/vitest in vitest.config.ts.");
	const maintenanceUrl = otherDatabase(clusterUrl, "postgres");
	const migrated = new URL(clusterUrl).pathname.slice(1);
	const source = template ? await makeTemplate(clusterUrl, migrated, template) : migrated;
	const name = `test_${randomBytes(6).toString("hex")}`;
	await withClient(maintenanceUrl, (client) => copyDatabase(client, source, name));
	const ownerUrl = otherDatabase(clusterUrl, name);
	return {
		ownerUrl,
		appUrl: appUrl(ownerUrl, APP_PASSWORD),
		drop: async () => {
			await withClient(maintenanceUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
		},
	};
}

type Client = Parameters<Parameters<typeof withClient>[1]>[0];

/** Fills the template under a lock, and gives it its name only when it is complete. */
async function makeTemplate(clusterUrl: string, migrated: string, template: FilledTemplate): Promise<string> {
	if (!/^[a-z]+$/.test(template.name)) throw new Error("A template's name is of small letters.");
	const name = `template_${template.name}`;
	await withClient(otherDatabase(clusterUrl, "postgres"), async (client) => {
		await client.query("SELECT pg_advisory_lock(hashtext($1))", [name]);
		const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
		if (rowCount) return;
		const draft = `${name}_draft`;
		await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
		await copyDatabase(client, migrated, draft);
		await template.fill(otherDatabase(clusterUrl, draft));
		await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
	});
	return name;
}

/** PostgreSQL copies a database only while nobody is connected to it; a connection that just ended may need a moment. */
async function copyDatabase(client: Client, source: string, name: string): Promise<void> {
	for (let attempt = 1; ; attempt++) {
		try {
			await client.query(`CREATE DATABASE ${name} TEMPLATE ${source} STRATEGY FILE_COPY`);
			return;
		} catch (error) {
			if ((error as { code?: string }).code !== "55006" || attempt === 20) throw error;
			await new Promise((resume) => setTimeout(resume, 50));
		}
	}
}

function otherDatabase(url: string, name: string): string {
	const other = new URL(url);
	other.pathname = `/${name}`;
	return other.href;
}

/** Clusters of test runs that were killed: their server is gone, their files are not. */
function removeLeftovers(): void {
	for (const name of readdirSync(tmpdir())) {
		if (!name.startsWith(FOLDER_PREFIX)) continue;
		const folder = join(tmpdir(), name);
		try {
			const holder = readFileSync(join(folder, "in-use"), "utf8");
			if (processIdentity(Number(holder.split(" ")[0])) !== holder) rmSync(folder, { recursive: true, force: true });
		} catch {
			// Just being made, or of another user: leave it.
		}
	}
}
