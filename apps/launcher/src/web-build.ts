import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { isAlive } from "@samenplan/testing/process-identity";
import { projectFolder, webDist, webFolder } from "./folders.ts";

const DRAFT = ".dist-";
const run = promisify(execFile);
const marker = join(webDist, ".built-from");

/** Folders whose content is not a source. */
const NOT_SOURCES = new Set(["node_modules", "dist", ".turbo", ".mutants"]);

/** True when the pages in apps/web/dist were built from the sources as they are now. */
export function isWebBuilt(): boolean {
	return existsSync(marker) && readFileSync(marker, "utf8") === sourcesFingerprint();
}

/**
 * Builds the web to apps/web/dist. It is built beside it and moved there when complete, so a build that is killed or fails
 * leaves the former pages.
 *
 * @throws with the builder's own words when the sources do not build
 */
export async function buildWeb(): Promise<void> {
	const fingerprint = sourcesFingerprint();
	const fresh = join(webFolder, "node_modules", `${DRAFT}${process.pid}`);
	removeOldDrafts();
	try {
		await run(process.execPath, [join(webFolder, "node_modules", "vite", "bin", "vite.js"), "build", "--outDir", fresh, "--emptyOutDir"], {
			cwd: webFolder,
			env: { ...process.env, NODE_ENV: "production" },
			maxBuffer: 64 * 1024 * 1024,
		});
		writeFileSync(join(fresh, ".built-from"), fingerprint);
		rmSync(webDist, { recursive: true, force: true });
		renameSync(fresh, webDist);
	} catch (error) {
		rmSync(fresh, { recursive: true, force: true });
		const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
		throw new Error(`The pages could not be built.\n${stdout}${stderr}`.trim(), { cause: error });
	}
}

/** What builds that were killed left behind. */
function removeOldDrafts(): void {
	for (const name of readdirSync(join(webFolder, "node_modules"))) {
		if (name.startsWith(DRAFT) && !isAlive(Number(name.slice(DRAFT.length)))) {
			rmSync(join(webFolder, "node_modules", name), { recursive: true, force: true });
		}
	}
}

function sourcesFingerprint(): string {
	const hash = createHash("sha256");
	const folders = [webFolder, ...readdirSync(join(projectFolder, "packages")).map((name) => join(projectFolder, "packages", name))];
	for (const path of [join(projectFolder, "pnpm-lock.yaml"), ...folders.flatMap(sourceFiles)]) {
		hash.update(`\0${relative(projectFolder, path)}\0`).update(readFileSync(path));
	}
	return hash.digest("hex");
}

function sourceFiles(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true })
		.sort((one, other) => (one.name < other.name ? -1 : 1))
		.flatMap((entry) => {
			const path = join(folder, entry.name);
			if (entry.isDirectory()) return NOT_SOURCES.has(entry.name) ? [] : sourceFiles(path);
			return entry.isFile() && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
		});
}
