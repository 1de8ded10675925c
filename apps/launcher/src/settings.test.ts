import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { deriveSecret, readSettings } from "./settings.ts";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "samenplan-settings-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("without settings it serves this machine only, in demo mode, on port 4000", () => {
	const settings = readSettings({ DATA_DIR: folder });
	expect(settings).toMatchObject({ host: "127.0.0.1", port: 4000, publicUrl: "http://127.0.0.1:4000", demo: true, databaseUrl: undefined });
});

test("the secret is made once, is long, and only its owner can read it", () => {
	const { secret } = readSettings({ DATA_DIR: folder });
	expect(secret.length).toBeGreaterThanOrEqual(48);
	expect(readSettings({ DATA_DIR: folder }).secret).toBe(secret);
	expect(readFileSync(join(folder, "secret"), "utf8").trim()).toBe(secret);
	expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
});

test("a secret of one's own goes before the one in the folder", () => {
	expect(readSettings({ DATA_DIR: folder, SECRET: "of-my-own" }).secret).toBe("of-my-own");
});

test("production has no demo unless nobody asks", () => {
	expect(readSettings({ DATA_DIR: folder, NODE_ENV: "production" }).demo).toBe(false);
	expect(() => readSettings({ DATA_DIR: folder, NODE_ENV: "production", DEMO: "1" })).toThrow("Demo mode lets anybody in");
});

test.each(["0", "65536", "four", "80.5"])("port %s is refused in words", (PORT) => {
	expect(() => readSettings({ DATA_DIR: folder, PORT })).toThrow(
		`PORT is "${PORT}", which is not a port. Set it to a number from 1 to 65535.`,
	);
});

test("derived secrets differ per purpose and per secret", () => {
	const all = [deriveSecret("a", "one"), deriveSecret("a", "two"), deriveSecret("b", "one")];
	expect(new Set(all).size).toBe(3);
});
