import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectFolder } from "./folders.ts";
import { say } from "./say.ts";
import type { TestResult } from "./test-reporter.ts";

/** What is counted for the last line of `npm test`. */
export interface Tally {
	passed: number;
	failed: number;
	/** Names of what failed, to be repeated at the end. */
	failures: string[];
}

const running = new Set<ChildProcess>();

/** Ends everything that still runs, also the workers of a child: each child leads a group of processes. */
export function endChecks(): void {
	for (const child of running) {
		if (child.pid === undefined) continue;
		try {
			process.kill(-child.pid, "SIGTERM");
		} catch {
			// Ended in the meantime.
		}
	}
}

/** A check that passes or fails as one; its output is shown only when it fails. */
export async function check(name: string, command: string[], tally: Tally, folder: string = projectFolder): Promise<void> {
	const { code, output, seconds } = await execute(command, folder, {}, "collect");
	count(name, code === 0, seconds, code === 0 ? "" : output, tally);
}

/** The same for work inside this process, such as generating or building. */
export async function checkWork(name: string, work: () => Promise<unknown>, tally: Tally): Promise<boolean> {
	const started = Date.now();
	try {
		await work();
		count(name, true, (Date.now() - started) / 1000, "", tally);
		return true;
	} catch (error) {
		count(name, false, (Date.now() - started) / 1000, error instanceof Error ? (error.stack ?? error.message) : String(error), tally);
		return false;
	}
}

/** Runs the vitest project of one folder; counts every single test. A run that dies before it can report counts as one failure. */
export async function runTests(name: string, folder: string, tally: Tally, output: "show" | "collect" = "show"): Promise<void> {
	const vitest = join(folder, "node_modules", "vitest", "vitest.mjs");
	if (!existsSync(vitest)) return count(name, false, 0, `${name} has no vitest of its own.`, tally);
	say(`\n${name}`);
	const resultFile = join(tmpdir(), `samenplan-test-result-${process.pid}-${name.replace(/\W/g, "-")}.json`);
	rmSync(resultFile, { force: true });
	const reporter = join(import.meta.dirname, "test-reporter.ts");
	const command = [process.execPath, "--disable-warning=ExperimentalWarning", vitest, "run", "--reporter", reporter];
	const environment = { TEST_RESULT_FILE: resultFile, NODE_OPTIONS: "--disable-warning=ExperimentalWarning" };
	const { code, seconds } = await execute(command, folder, environment, output);
	if (!existsSync(resultFile)) return count(name, false, seconds, `The tests of ${name} ended without a result (code ${code}).`, tally);
	const result = JSON.parse(readFileSync(resultFile, "utf8")) as TestResult;
	rmSync(resultFile);
	tally.passed += result.passed;
	tally.failed += result.failed;
	if (result.failed > 0) tally.failures.push(`${name}: ${result.failed} failed`);
	for (const skipped of result.skipped) say(`  - ${skipped.name} was left out: ${skipped.reason}`);
	if (result.passed + result.failed === 0) return count(name, false, seconds, "Not one test ran.", tally);
	// For what the reporter cannot see, such as a teardown that fails.
	if (code !== 0 && result.failed === 0) count(name, false, seconds, `All tests passed, but the run ended with code ${code}.`, tally);
}

function count(name: string, passed: boolean, seconds: number, output: string, tally: Tally): void {
	if (passed) tally.passed++;
	else {
		tally.failed++;
		tally.failures.push(name);
	}
	say(`  ${passed ? "✓" : "✗"} ${name} (${seconds.toFixed(1)} s)`);
	if (output) say(output.trimEnd().replace(/^/gm, "      "));
}

interface Execution {
	code: number;
	output: string;
	seconds: number;
}

async function execute(
	command: string[],
	folder: string,
	environment: Record<string, string>,
	output: "collect" | "show",
): Promise<Execution> {
	const started = Date.now();
	const [program, ...parameters] = command as [string, ...string[]];
	const pipe = output === "collect" ? "pipe" : "inherit";
	const child = spawn(program, parameters, {
		cwd: folder,
		env: { ...process.env, ...environment },
		stdio: ["ignore", pipe, pipe],
		detached: true,
	});
	running.add(child);
	let text = "";
	child.stdout?.on("data", (part) => (text += part));
	child.stderr?.on("data", (part) => (text += part));
	const code = await new Promise<number>((resume) => {
		child.on("error", (error) => {
			text += error.message;
			resume(127);
		});
		child.on("close", (exit) => resume(exit ?? 1));
	});
	running.delete(child);
	return { code, output: text, seconds: (Date.now() - started) / 1000 };
}
