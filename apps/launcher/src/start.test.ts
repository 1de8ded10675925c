import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withClient } from "@samenplan/prisma/app-role";
import { startEmbeddedPostgres } from "@samenplan/testing/embedded-postgres";
import { isAlive } from "@samenplan/testing/process-identity";
import { afterEach, beforeEach, expect, test } from "vitest";
import { projectFolder } from "./folders.ts";

let dataFolder: string;
let port: number;
const started: ChildProcess[] = [];

beforeEach(async () => {
	dataFolder = mkdtempSync(join(tmpdir(), "samenplan-start-"));
	port = await freePort();
});
afterEach(async () => {
	for (const child of started.splice(0)) if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
	rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
});

async function freePort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const found = (server.address() as AddressInfo).port;
	server.close();
	await once(server, "close");
	return found;
}

/** Starts Samenplan as `npm start` does once everything is installed. */
function start(settings: Record<string, string> = {}) {
	const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", join(import.meta.dirname, "start.ts")], {
		cwd: projectFolder,
		env: { ...process.env, NODE_ENV: "", DATA_DIR: dataFolder, PORT: String(port), DEMO: "0", DATABASE_URL: "", SECRET: "", ...settings },
		stdio: ["ignore", "pipe", "pipe", "ipc"],
	});
	started.push(child);
	let output = "";
	child.stdout?.on("data", (text) => (output += text));
	child.stderr?.on("data", (text) => (output += text));
	const ended = new Promise<number | null>((resume) => child.on("exit", (code) => resume(code)));
	return {
		child,
		output: () => output,
		ended,
		ready: () => expect.poll(() => output, { timeout: 60_000, interval: 50 }).toContain(`Samenplan is ready at http://127.0.0.1:${port}\n`),
	};
}

const answers = async () => (await fetch(`http://127.0.0.1:${port}/api/ready`).catch(() => undefined))?.status;
const databasePid = () => Number(readFileSync(join(dataFolder, "postgres", "data", "postmaster.pid"), "utf8").split("\n")[0]);

test("it says where it is ready, serves there, and stops everything on Ctrl-C", async () => {
	const samenplan = start();
	await samenplan.ready();
	expect(await answers()).toBe(200);
	const page = await fetch(`http://127.0.0.1:${port}/`);
	expect(await page.text()).toContain("<title>");
	const database = databasePid();
	samenplan.child.kill("SIGINT");
	expect(await samenplan.ended).toBe(0);
	expect(isAlive(database)).toBe(false);
	expect(await answers()).toBeUndefined();
});

test("an empty database gets the demo families once, and a second start keeps what was written", async () => {
	const first = start({ DEMO: "1" });
	await first.ready();
	const people = async () => ((await (await fetch(`http://127.0.0.1:${port}/api/demo/accounts`)).json()) as unknown[]).length;
	const before = await people();
	expect(before).toBeGreaterThan(5);
	first.child.kill("SIGTERM");
	expect(await first.ended).toBe(0);
	const second = start({ DEMO: "1" });
	await second.ready();
	expect(await people()).toBe(before);
	second.child.kill("SIGTERM");
	expect(await second.ended).toBe(0);
});

test("when it is killed, the API and the database end too, and it starts again", async () => {
	const killed = start();
	await killed.ready();
	const database = databasePid();
	killed.child.kill("SIGKILL");
	await expect.poll(() => isAlive(database), { timeout: 15_000 }).toBe(false);
	await expect.poll(answers, { timeout: 15_000 }).toBeUndefined();
	const again = start();
	await again.ready();
	again.child.kill("SIGINT");
	expect(await again.ended).toBe(0);
});

test("it stops when the process that started it is gone", async () => {
	const samenplan = start();
	await samenplan.ready();
	samenplan.child.disconnect();
	expect(await samenplan.ended).toBe(0);
	expect(await answers()).toBeUndefined();
});

test("a database that is killed comes back by itself, with the API", async () => {
	const samenplan = start();
	await samenplan.ready();
	process.kill(databasePid(), "SIGKILL");
	await expect.poll(samenplan.output, { timeout: 15_000 }).toContain("The database ended unexpectedly; starting it again.");
	await expect.poll(answers, { timeout: 15_000 }).toBe(200);
	samenplan.child.kill("SIGINT");
	expect(await samenplan.ended).toBe(0);
});

test("an existing PostgreSQL is used instead of the embedded one", async () => {
	const server = await startEmbeddedPostgres({ folder: join(dataFolder, "elsewhere"), durable: false });
	const samenplan = start({ DATABASE_URL: server.ownerUrl });
	await samenplan.ready();
	const { rows } = await withClient(server.ownerUrl, (client) =>
		client.query(
			"SELECT DISTINCT usename FROM pg_stat_activity WHERE datname = 'samenplan' AND pid <> pg_backend_pid() AND usename IS NOT NULL",
		),
	);
	expect(rows).toEqual([{ usename: "samenplan_app" }]);
	samenplan.child.kill("SIGINT");
	expect(await samenplan.ended).toBe(0);
	await server.stop();
});

test("a taken port is named with what to do", async () => {
	const other = createServer().listen(port, "127.0.0.1");
	await once(other, "listening");
	const samenplan = start();
	expect(await samenplan.ended).toBe(1);
	expect(samenplan.output()).toContain(
		`Port ${port} is taken, by another program or a Samenplan that still runs. Stop that program, or choose another`,
	);
	other.close();
});

test("a folder that cannot be written is named with what to do", async () => {
	writeFileSync(join(dataFolder, "a-file"), "");
	const samenplan = start({ DATA_DIR: join(dataFolder, "a-file", "data") });
	expect(await samenplan.ended).toBe(1);
	expect(samenplan.output()).toMatch(/The folder .+ cannot be written \(ENOTDIR\)\. Give this user the right/);
});

test("a damaged data folder is named, nothing in it is changed", async () => {
	const first = start();
	await first.ready();
	first.child.kill("SIGINT");
	await first.ended;
	const control = join(dataFolder, "postgres", "data", "global", "pg_control");
	writeFileSync(control, "damaged");
	const second = start();
	expect(await second.ended).toBe(1);
	expect(second.output()).toMatch(/The database in .+ cannot be opened .+ Restore a backup of this folder, or set DATA_DIR/);
	expect(readFileSync(control, "utf8")).toBe("damaged");
});

test.each([
	["nothing listens", () => `postgresql://someone:word@127.0.0.1:${port}/plans`, /cannot be reached \(ECONNREFUSED\)\. Check that it runs/],
	["it is no address", () => "samenplan.example", /DATABASE_URL is not the address of a PostgreSQL database\. It looks like postgresql:/],
])("a database that cannot be reached is named with what to do: %s", async (_, url, sentence) => {
	const samenplan = start({ DATABASE_URL: url() });
	expect(await samenplan.ended).toBe(1);
	expect(samenplan.output()).toMatch(sentence);
});

test("demo mode is refused in production", async () => {
	const samenplan = start({ NODE_ENV: "production", DEMO: "1" });
	expect(await samenplan.ended).toBe(1);
	expect(samenplan.output()).toContain("Demo mode lets anybody in, so it does not run with NODE_ENV=production.");
});
