import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { check, runTests, type Tally } from "./checks.ts";

let folder: string;
let tally: Tally;
let printed: string;

beforeEach(() => {
	const home = join(import.meta.dirname, "..", "node_modules");
	folder = mkdtempSync(join(home, ".checks-test-"));
	mkdirSync(join(folder, "node_modules"));
	symlinkSync(join(home, "vitest"), join(folder, "node_modules", "vitest"));
	writeFileSync(
		join(folder, "vitest.config.js"),
		"export default { root: import.meta.dirname, test: { include: ['*.test.js'], exclude: [] } };",
	);
	tally = { passed: 0, failed: 0, failures: [] };
	printed = "";
	vi.spyOn(console, "log").mockImplementation((line: string) => {
		printed += `${line}\n`;
	});
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, body: string) => writeFileSync(join(folder, name), `import { expect, test } from "vitest";\n${body}`);

test("every single test counts", async () => {
	file("one.test.js", `test("a", () => {}); test("b", () => {}); test("c", () => expect(1).toBe(2));`);
	file("two.test.js", `test("d", () => {});`);
	await runTests("sums", folder, tally, "collect");
	expect(tally).toMatchObject({ passed: 3, failed: 1, failures: ["sums: 1 failed"] });
});

test("a test that is skipped without a reason counts as failed, with a reason as left out", async () => {
	file(
		"one.test.js",
		`test("a", () => {}); test.skip("b", () => {}); test.todo("c"); test("d", (context) => context.skip("needs a printer, 2026-11-22"));`,
	);
	await runTests("skips", folder, tally, "collect");
	expect(tally).toMatchObject({ passed: 1, failed: 2 });
	expect(printed).toContain("d was left out: needs a printer, 2026-11-22");
});

test("a file that cannot be loaded, an error outside tests and an empty project count as failed", async () => {
	file("broken.test.js", `import "./nowhere.js"; test("a", () => {});`);
	await runTests("broken", folder, tally, "collect");
	expect(tally).toMatchObject({ passed: 0, failed: 1 });
	rmSync(join(folder, "broken.test.js"));
	file(
		"loose.test.js",
		`test("a", () => {}); setTimeout(() => { throw new Error("loose"); }, 5); test("b", () => new Promise((go) => setTimeout(go, 50)));`,
	);
	await runTests("loose", folder, tally, "collect");
	expect(tally).toMatchObject({ passed: 2, failed: 2 });
	rmSync(join(folder, "loose.test.js"));
	await runTests("empty", folder, tally, "collect");
	expect(tally.failed).toBe(3);
});

test("a check counts as one, and shows what it said only when it fails", async () => {
	await check("good", [process.execPath, "-e", "console.log('fine')"], tally, folder);
	await check("bad", [process.execPath, "-e", "console.error('line 3 is wrong'); process.exit(1)"], tally, folder);
	await check("missing", [join(folder, "no-such-program")], tally, folder);
	expect(tally).toEqual({ passed: 1, failed: 2, failures: ["bad", "missing"] });
	expect(printed).not.toContain("fine");
	expect(printed).toContain("line 3 is wrong");
});
