import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { generate } from "@samenplan/prisma/generate";
import { check, checkWork, endChecks, runTests, type Tally } from "./checks.ts";
import { projectFolder } from "./folders.ts";
import { say } from "./say.ts";
import { buildWeb, isWebBuilt } from "./web-build.ts";

/**
 * `npm test`: everything that can be checked, from fast to slow, and on after a failure. The last line is `N passed, N failed`;
 * the exit code is 1 when anything failed or nothing ran. Names after `--` choose parts: `npm test -- api journeys`.
 */
const TYPED = [
	...["config", "access", "contract", "plan-rules", "language", "knowledge", "testing"].map((name) => `packages/${name}`),
	"prisma",
	"apps/launcher",
	"apps/api",
	"apps/web",
	"e2e",
];
const TESTED = [
	...["access", "contract", "plan-rules", "language", "knowledge", "testing"].map((name) => `packages/${name}`),
	"apps/launcher",
	"apps/api",
	"apps/web",
];

const chosen = process.argv.slice(2);
const tally: Tally = { passed: 0, failed: 0, failures: [] };
const started = Date.now();

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
process.on("disconnect", end);

if (isChosen("static")) await staticChecks();
// The launcher and the journeys serve the pages as they are built.
if (!isWebBuilt()) await checkWork("build of the pages", buildWeb, tally);
for (const folder of TESTED.filter(hasSources)) {
	const name = folder.split("/").at(-1) as string;
	if (isChosen(name)) await runTests(name, join(projectFolder, folder), tally);
}
if (isChosen("journeys")) await runTests("journeys", join(projectFolder, "e2e"), tally);
finish();

async function staticChecks(): Promise<void> {
	say("Types, lint and boundaries");
	await checkWork("Prisma client", generate, tally);
	const tsc = join(projectFolder, "node_modules", ".bin", "tsc");
	await inPairs(
		TYPED.filter(hasSources).map((folder) => () => check(`types of ${folder}`, [tsc, "-p", join(folder, "tsconfig.json")], tally)),
	);
	const bin = (name: string) => join(projectFolder, "node_modules", ".bin", name);
	await check("lint", [bin("biome"), "check", "--max-diagnostics=50", "."], tally);
	const folders = ["apps", "packages", "prisma", "e2e"].filter((folder) => existsSync(join(projectFolder, folder)));
	await check("boundaries", [bin("depcruise"), "--config", "packages/config/dependency-cruiser.cjs", ...folders], tally);
}

/** Two at a time, for two cores; the output of each comes whole, when it ends. */
async function inPairs(tasks: (() => Promise<void>)[]): Promise<void> {
	const waiting = [...tasks];
	const work = async () => {
		for (let task = waiting.shift(); task; task = waiting.shift()) await task();
	};
	await Promise.all([work(), work()]);
}

/** A package that still waits for its first source file has nothing to check. */
function hasSources(folder: string): boolean {
	// prisma and e2e keep their sources at their top.
	if (!folder.includes("/")) return true;
	const sources = join(projectFolder, folder, "src");
	return existsSync(sources) && readdirSync(sources, { recursive: true }).some((name) => /\.tsx?$/.test(String(name)));
}

function isChosen(name: string): boolean {
	return chosen.length === 0 || chosen.includes(name);
}

function finish(): void {
	const minutes = ((Date.now() - started) / 60_000).toFixed(1);
	say(`\nDone in ${minutes} minutes.`);
	for (const failure of tally.failures) say(`  ✗ ${failure.split("\n")[0]}`);
	say(`${tally.passed} passed, ${tally.failed} failed`);
	process.exitCode = tally.failed > 0 || tally.passed === 0 ? 1 : 0;
	// The channel to the process that started us would keep this one waiting.
	if (process.connected) process.disconnect();
}

function end(): void {
	if (process.exitCode !== undefined) return;
	endChecks();
	process.exit(130);
}
