import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { prismaFolder, readSchemaFiles } from "./schema-files.ts";

const run = promisify(execFile);
const clientFolder = join(prismaFolder, "client");
const marker = join(clientFolder, "made-from");
const lock = join(prismaFolder, "node_modules", ".generating");
const require = createRequire(import.meta.url);

/** A generation takes a few seconds; a lock older than this was left by a process that was killed. */
const LOCK_IS_STALE_AFTER_MS = 60_000;

/**
 * Writes the Prisma client to prisma/client, unless the client there was made from this very schema by this very Prisma.
 * Works without internet: the schema engine, which Prisma would download, plays no part in generating. Safe when several
 * processes ask at once and when one of them is killed: the marker is written last.
 *
 * @returns true when a client was written, false when the one there is up to date.
 */
export async function generate(): Promise<boolean> {
	if (isUpToDate()) return false;
	await takeLock();
	try {
		if (isUpToDate()) return false;
		rmSync(clientFolder, { recursive: true, force: true });
		await runPrisma(["generate", "--no-hints"]);
		writeFileSync(marker, fingerprint());
		return true;
	} finally {
		rmSync(lock, { recursive: true, force: true });
	}
}

/** Runs one of Prisma's commands that need no engine (generate, validate, format), offline and without its notices. */
export async function runPrisma(parameters: string[]): Promise<void> {
	const cli = join(dirname(require.resolve("prisma/package.json")), "build", "index.js");
	try {
		await run(process.execPath, [cli, ...parameters], {
			cwd: prismaFolder,
			env: {
				...process.env,
				PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
				CHECKPOINT_DISABLE: "1",
				PRISMA_HIDE_UPDATE_MESSAGE: "1",
			},
		});
	} catch (error) {
		const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
		throw new Error(`prisma ${parameters[0]} failed.\n${stdout}${stderr}`.trim(), { cause: error });
	}
}

function isUpToDate(): boolean {
	return existsSync(marker) && readFileSync(marker, "utf8") === fingerprint();
}

function fingerprint(): string {
	const { version } = require("prisma/package.json") as { version: string };
	const hash = createHash("sha256").update(version);
	for (const file of readSchemaFiles()) hash.update(`\0${file.path}\0${file.content}`);
	return hash.digest("hex");
}

async function takeLock(): Promise<void> {
	for (;;) {
		try {
			mkdirSync(lock);
			return;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
		}
		const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
		if (since !== undefined && Date.now() - since > LOCK_IS_STALE_AFTER_MS) rmSync(lock, { recursive: true, force: true });
		await wait(100);
	}
}

if (import.meta.main) {
	await generate().catch((error: Error) => {
		console.error(error.message);
		process.exitCode = 1;
	});
}
