import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withClient } from "@samenplan/prisma/app-role";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import { isAlive } from "./process-identity.ts";

let folder: string;
beforeEach(() => {
	// Private to this user, as a home folder is: PostgreSQL must start there for root too.
	folder = mkdtempSync(join(tmpdir(), "samenplan-postgres-"));
});
afterEach(() => {
	rmSync(folder, { recursive: true, force: true });
});

const start = (options: { port?: number } = {}) => startEmbeddedPostgres({ folder, durable: false, ...options });

/** Starts the server from another process, which then only waits. */
async function startElsewhere({ durable = false } = {}) {
	const script = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(join(import.meta.dirname, "embedded-postgres.ts"))});
    const server = await startEmbeddedPostgres({ folder: process.argv[1], durable: ${durable} });
    console.log(server.ownerUrl);
    setInterval(() => undefined, 1000);`;
	const child = spawn(process.execPath, ["--input-type=module", "-e", script, folder], { stdio: ["ignore", "pipe", "inherit"] });
	const [line] = (await once(child.stdout, "data")) as [Buffer];
	return { child, ownerUrl: String(line).trim() };
}

const serverPid = () => Number(readFileSync(join(folder, "data", "postmaster.pid"), "utf8").split("\n")[0]);

test("what was written is there after a stop and a start", async () => {
	const first = await start();
	await withClient(first.ownerUrl, (client) => client.query(`CREATE TABLE kept (word text); INSERT INTO kept VALUES ('samen')`));
	await first.stop();
	const second = await start();
	const { rows } = await withClient(second.ownerUrl, (client) => client.query("SELECT word FROM kept"));
	await second.stop();
	expect(rows).toEqual([{ word: "samen" }]);
});

test("names sort as a Dutch reader expects", async () => {
	const server = await start();
	const { rows } = await withClient(server.ownerUrl, (client) =>
		client.query(`SELECT name FROM (VALUES ('Zeynep'), ('émile'), ('Eva'), ('Fatima')) AS people(name) ORDER BY name`),
	);
	await server.stop();
	expect(rows.map(({ name }) => name)).toEqual(["émile", "Eva", "Fatima", "Zeynep"]);
});

test("the server stops when the process that started it is killed, and the folder can be used again", async () => {
	const { child } = await startElsewhere();
	const pid = serverPid();
	child.kill("SIGKILL");
	await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
	const again = await start();
	await again.stop();
});

test("a killed database server with its lock file left behind starts again with what was committed", async () => {
	const { child, ownerUrl } = await startElsewhere({ durable: true });
	await withClient(ownerUrl, (client) => client.query(`CREATE TABLE kept (word text); INSERT INTO kept VALUES ('samen')`));
	process.kill(serverPid(), "SIGKILL");
	child.kill("SIGKILL");
	expect(existsSync(join(folder, "data", "postmaster.pid"))).toBe(true);
	const again = await start();
	const { rows } = await withClient(again.ownerUrl, (client) => client.query("SELECT word FROM kept"));
	await again.stop();
	expect(rows).toEqual([{ word: "samen" }]);
});

test("a folder that another running process uses is left alone, with a sentence that says so", async () => {
	const { child, ownerUrl } = await startElsewhere();
	await expect(start()).rejects.toThrow(/^Another Samenplan \(process \d+\) already runs on .+\. Use that one, stop it first/);
	await expect(withClient(ownerUrl, (client) => client.query("SELECT 1"))).resolves.toBeDefined();
	child.kill("SIGKILL");
	await once(child, "exit");
});

test("a lock file that names a process of something else is no hindrance", async () => {
	await (await start()).stop();
	writeFileSync(join(folder, "data", "postmaster.pid"), `${process.pid}\n${folder}/data\n1\n5432\n\n127.0.0.1\n1 1\nready\n`);
	await (await start()).stop();
});

test("a start that was killed while making the database begins anew", async () => {
	mkdirSync(join(folder, "data.new-1"));
	writeFileSync(join(folder, "data.new-1", "PG_VERSION"), "18\n");
	await (await start()).stop();
	expect(existsSync(join(folder, "data.new-1"))).toBe(false);
});

test("a damaged folder is reported and left as it is", async () => {
	await (await start()).stop();
	const control = join(folder, "data", "global", "pg_control");
	writeFileSync(control, "damaged");
	await expect(start()).rejects.toThrow(/cannot be opened \(.*\)\. Restore a backup/);
	expect(readFileSync(control, "utf8")).toBe("damaged");
});

test("a folder with other things in the place of the database is reported and left as it is", async () => {
	mkdirSync(join(folder, "data"));
	writeFileSync(join(folder, "data", "letter.txt"), "mine");
	writeFileSync(join(folder, "owner-password"), "word");
	await expect(start()).rejects.toThrow(/cannot be opened/);
	expect(readFileSync(join(folder, "data", "letter.txt"), "utf8")).toBe("mine");
});

test("a database of another PostgreSQL version is named", async () => {
	await (await start()).stop();
	writeFileSync(join(folder, "data", "PG_VERSION"), "17\n");
	await expect(start()).rejects.toThrow("was made by PostgreSQL 17; this Samenplan brings PostgreSQL 18.");
});

test("a folder that cannot be written is named", async () => {
	writeFileSync(join(folder, "a-file"), "");
	await expect(startEmbeddedPostgres({ folder: join(folder, "a-file", "postgres") })).rejects.toThrow(/cannot be written\. Give this user/);
});

test("a taken port is named", async () => {
	const other = createServer().listen(0, "127.0.0.1");
	await once(other, "listening");
	const { port } = other.address() as AddressInfo;
	await expect(start({ port })).rejects.toThrow(`Port ${port} for the database is taken`);
	other.close();
});
