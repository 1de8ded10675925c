import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { StartProblem } from "@samenplan/testing/start-problem";
import { projectFolder } from "./folders.ts";

const READY_WITHIN_MS = 60_000;
/** Requests under way get this long to finish; the API itself should need far less. */
const STOP_WITHIN_MS = 10_000;

export interface ApiProcess {
	/** Resolves with true when the API ended without being asked to. */
	ended: Promise<boolean>;
	stop(): Promise<void>;
}

/**
 * Starts the API as a process of its own and waits until it says it is ready.
 *
 * @param environment added to this process's own
 * @param log file that receives the API's log (JSON lines); 'inherit' shows it
 * @throws StartProblem with the end of the log when the API ends or does not become ready
 */
export async function startApi(environment: Record<string, string>, url: string, log: string): Promise<ApiProcess> {
	const output = log === "inherit" ? "inherit" : openSync(log, "a", 0o600);
	const logStart = log === "inherit" ? 0 : statSync(log).size;
	const child = spawn(
		process.execPath,
		["--disable-warning=ExperimentalWarning", "--import", join(import.meta.dirname, "exit-with-parent.ts"), "apps/api/src/main.ts"],
		// In a session of its own: Ctrl-C reaches the launcher, which stops the API first and the database after it.
		{ cwd: projectFolder, env: { ...process.env, ...environment }, stdio: ["ignore", output, output, "ipc"], detached: true },
	);
	if (typeof output === "number") closeSync(output);
	let stopping = false;
	const ended = new Promise<boolean>((resume) => {
		child.on("exit", () => resume(!stopping));
		child.on("error", () => resume(!stopping));
	});
	const stop = async () => {
		stopping = true;
		await endProcess(child, ended);
	};
	if (!(await becomesReady(`${url}/api/ready`, ended))) {
		await stop();
		const said = log === "inherit" ? "" : lastLines(readFileSync(log, "utf8").slice(logStart));
		throw new StartProblem("The API did not become ready.", said ? `Its last words:\n${said}` : "Its log above says why.");
	}
	return { ended, stop };
}

/** Keeps a log from growing for ever: beyond 20 MB it begins anew at the next start. */
export function trimLog(path: string): void {
	if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 20_000_000) rmSync(path);
}

async function becomesReady(url: string, ended: Promise<unknown>): Promise<boolean> {
	let over = false;
	void ended.then(() => (over = true));
	for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until && !over; ) {
		try {
			const { ok } = await fetch(url, { signal: AbortSignal.timeout(2_000) });
			if (ok) return !over;
		} catch {
			// Not listening yet.
		}
		await wait(40);
	}
	return false;
}

async function endProcess(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	child.kill("SIGTERM");
	const late = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
	await ended;
	clearTimeout(late);
}

/** From the last line that names an error on, and not more than fits a screen. */
function lastLines(text: string): string {
	const lines = text.trim().split("\n");
	const from = lines.findLastIndex((line) => /error|cannot|not right/i.test(line) && !/^\s+at |^\s*code: /.test(line));
	return lines.slice(Math.max(from, 0)).slice(0, 12).join("\n");
}
