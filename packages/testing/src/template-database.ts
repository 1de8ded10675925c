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

/**
 * A fresh, fully migrated database without a row of family data: a file copy of the template, made in well under a second.
 *
 * @throws when no test cluster runs: the package's vitest.config.ts must name `@samenplan/testing/template-database` as globalSetup
 */
export async function cloneDatabase(): Promise<ClonedDatabase> {
	const template = process.env[CLUSTER_VARIABLE];
	if (!template) throw new Error("No test database runs. Use the preset withDatabase of @samenplan/config/vitest in vitest.config.ts.");
	const name = `test_${randomBytes(6).toString("hex")}`;
	const templateName = new URL(template).pathname.slice(1);
	const maintenanceUrl = otherDatabase(template, "postgres");
	await withClient(maintenanceUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${templateName} STRATEGY FILE_COPY`));
	const ownerUrl = otherDatabase(template, name);
	return {
		ownerUrl,
		appUrl: appUrl(ownerUrl, APP_PASSWORD),
		drop: async () => {
			await withClient(maintenanceUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
		},
	};
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
