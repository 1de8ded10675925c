import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";

/**
 * A name for one running process that no later process shares: its id together with the moment it started. Ids alone are used
 * again, after a restart of a container even soon. Undefined when no such process runs.
 */
export function processIdentity(pid: number): string | undefined {
	if (!isAlive(pid)) return undefined;
	try {
		if (process.platform === "linux") {
			// The name of the program, in parentheses, may hold spaces; the state and the start time follow it.
			const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
			return fields[0] === "Z" ? undefined : `${pid} ${fields[19]}`;
		}
		return `${pid} ${execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim()}`;
	} catch {
		return undefined;
	}
}

/** True when the process runs PostgreSQL with this folder as its working folder (which a PostgreSQL server always has). */
export function isPostgresOn(pid: number, dataFolder: string): boolean {
	if (!isAlive(pid)) return false;
	try {
		if (process.platform === "linux") return readlinkSync(`/proc/${pid}/cwd`) === dataFolder;
		return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).includes("postgres");
	} catch {
		return false;
	}
}

export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
}
