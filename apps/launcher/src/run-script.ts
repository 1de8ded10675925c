import { spawn } from "node:child_process";
import { join } from "node:path";
import { generate } from "@samenplan/prisma/generate";
import { projectFolder } from "./folders.ts";
import { say } from "./say.ts";
import { buildWeb, isWebBuilt } from "./web-build.ts";

/**
 * Runs a script that works with the whole of Samenplan: the Prisma client and the pages are made first when needed.
 *
 * @param path the script, from the project's folder
 * @param needs whether it serves the pages
 * @returns its exit code
 */
export async function spawnScript(path: string, parameters: string[], needs: { pages: boolean } = { pages: true }): Promise<number> {
	await generate();
	if (needs.pages && !isWebBuilt()) {
		say("Building the pages.");
		await buildWeb();
	}
	const watcher = join(import.meta.dirname, "exit-with-parent.ts");
	const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "--import", watcher, path, ...parameters], {
		cwd: projectFolder,
		stdio: ["inherit", "inherit", "inherit", "ipc"],
	});
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
	process.on("disconnect", () => child.disconnect());
	return new Promise((resume) => child.on("exit", (code) => resume(code ?? 1)));
}
