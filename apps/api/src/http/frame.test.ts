import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chooseMine, readMe } from "@samenplan/contract/accounts";
import { readPlan } from "@samenplan/contract/plans";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../app.ts";
import { readConfig } from "./config.ts";
import { startTestApp, type TestApp } from "./test-app.ts";

describe("the frame", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp({ LOG_LEVEL: "silent" });
	});
	afterAll(() => app.stop());

	const choices = (largeLetters: boolean) => ({
		language: "nl",
		reading: { easyText: false, pictures: false, readAloud: false, largeLetters },
	});
	async function choose(token: string, key: string, body: unknown): Promise<Response> {
		return fetch(app.url + chooseMine.path, {
			method: "PUT",
			headers: { "content-type": "application/json", authorization: `Bearer ${token}`, "idempotency-key": key },
			body: JSON.stringify(body),
		});
	}

	it("does a write that is sent twice with one key once, and answers the same", async () => {
		const family = await app.world.newFamily();
		const token = await app.tokenOf(family.mother);
		const version = async () => (await app.world.db.person.findUniqueOrThrow({ where: { id: family.mother.personId } })).version;
		const before = await version();
		const answers = await Promise.all(
			Array.from({ length: 5 }, () => choose(token, "key-for-one-deed", choices(true)).then((each) => each.json())),
		);
		for (const answer of answers) expect(answer).toEqual(answers[0]);
		expect(await version()).toBe(before + 1);
	});

	it("refuses a key that was used for something else", async () => {
		const family = await app.world.newFamily();
		const token = await app.tokenOf(family.mother);
		await choose(token, "key-used-before", choices(true));
		expect((await choose(token, "key-used-before", choices(false))).status).toBe(400);
	});

	it("never shows one person's kept answer to another who uses the same key", async () => {
		const family = await app.world.newFamily();
		const mine = await choose(await app.tokenOf(family.mother), "the-same-key-twice", choices(true));
		const theirs = await choose(await app.tokenOf(family.father), "the-same-key-twice", choices(true));
		expect(((await mine.json()) as { person: { id: string } }).person.id).toBe(family.mother.personId);
		expect(((await theirs.json()) as { person: { id: string } }).person.id).toBe(family.father.personId);
	});

	it("shows nothing when the audit entry cannot be written", async () => {
		const family = await app.world.newFamily();
		const token = await app.tokenOf(family.coordinator);
		const read = () => fetch(`${app.url}/api/families/${family.familyId}/plan`, { headers: { authorization: `Bearer ${token}` } });
		await app.world.db.$executeRaw`alter table audit_entry add constraint nothing_more check (id < 0) not valid`;
		try {
			const refused = await read();
			expect(refused.status).toBeGreaterThanOrEqual(400);
			expect(await refused.text()).not.toContain(family.name);
		} finally {
			await app.world.db.$executeRaw`alter table audit_entry drop constraint nothing_more`;
		}
		expect((await read()).status).toBe(200);
	});

	it("never lets a pooled connection keep the former actor", async () => {
		const families = await Promise.all(Array.from({ length: 6 }, () => app.world.newFamily()));
		const read = async (turn: number) => {
			const family = families[turn % families.length] as (typeof families)[number];
			const call = await app.as(turn % 2 ? family.mother : family.coordinator);
			const plan = await call(readPlan, { params: { familyId: family.familyId } });
			return plan.family.id === family.familyId && plan.viewer.personId === (turn % 2 ? family.mother : family.coordinator).personId;
		};
		// More at a time than there are connections, and not so many that the server would rather say it is busy.
		for (let turn = 0; turn < 120; turn += 20)
			expect((await Promise.all(Array.from({ length: 20 }, (_, nth) => read(turn + nth)))).every(Boolean)).toBe(true);
	});

	it("undoes everything of a call that fails half-way, and leaves one entry that says so", async () => {
		const family = await app.world.newFamily();
		const session = await app.world.db.session.findFirst({ where: { accountId: family.mother.accountId } }).then(async (found) => {
			if (found) return found;
			await app.tokenOf(family.mother);
			return app.world.db.session.findFirstOrThrow({ where: { accountId: family.mother.accountId } });
		});
		const caller = { accountId: family.mother.accountId, sessionId: session.id, client: "", requestId: "half-way" };
		const deed = { event: "half-way", action: "create", object: "goal", right: "goal.propose", familyId: family.familyId } as const;
		const halfWay = app.services.frame.asActor(caller, deed, async (tx) => {
			await tx.db.goal.create({
				data: { familyId: family.familyId, planId: family.planId, text: "half", writtenBy: family.mother.personId },
			});
			await tx.db.$transaction([
				tx.db.goal.create({
					data: { familyId: family.familyId, planId: family.planId, text: "nested", writtenBy: family.mother.personId },
				}),
			]);
			throw new Error("half-way");
		});
		await expect(halfWay).rejects.toThrow("half-way");
		expect(await app.world.db.goal.count({ where: { familyId: family.familyId } })).toBe(0);
		const entries = await app.world.db.auditEntry.findMany({ where: { event: "half-way" } });
		expect(entries.map(({ outcome, personId, relation, sessionId }) => ({ outcome, personId, relation, sessionId }))).toEqual([
			{ outcome: "failed", personId: family.mother.personId, relation: "parent_with_authority", sessionId: session.id },
		]);
	});

	it("says it is unavailable within two seconds when the database is gone, and when to try again", async () => {
		const gone = await createApp(
			readConfig({ DATABASE_APP_URL: "postgresql://samenplan_app@127.0.0.1:1/none", SECRET: "x".repeat(40), LOG_LEVEL: "silent" }),
		);
		const server = gone.app.listen(0, "127.0.0.1");
		await new Promise((resolve) => server.once("listening", resolve));
		const { port } = server.address() as { port: number };
		const started = performance.now();
		const ready = await fetch(`http://127.0.0.1:${port}/api/ready`);
		expect(ready.status).toBe(503);
		expect(ready.headers.get("retry-after")).toBe("2");
		const me = await fetch(`http://127.0.0.1:${port}${readMe.path}`, {
			headers: { authorization: `Bearer ${await app.tokenOf(await app.world.staff(["coordinator"]))}` },
		});
		expect([401, 503]).toContain(me.status);
		expect(performance.now() - started).toBeLessThan(4000);
		server.close();
		server.closeAllConnections();
		await gone.close();
	});

	it("answers an unknown address, a wrong method and broken JSON with a problem", async () => {
		for (const [path, init] of [
			["/api/nothing", {}],
			[readMe.path, { method: "DELETE" }],
			["/api/sign-in", { method: "POST", headers: { "content-type": "application/json" }, body: "{" }],
			["/api/families/%E0%A4%A/plan", {}],
		] as const) {
			const response = await fetch(app.url + path, init);
			expect(response.status).toBeGreaterThanOrEqual(400);
			expect(response.status).toBeLessThan(500);
			expect(response.headers.get("content-type")).toContain("application/problem+json");
		}
	});

	it("answers with a problem outside the API too: a missing file, a write to a page, an address that cannot be read", async () => {
		const dist = mkdtempSync(join(tmpdir(), "web-"));
		mkdirSync(join(dist, "assets"));
		writeFileSync(join(dist, "index.html"), "<p>page</p>");
		const withWeb = await startTestApp({ WEB_DIST: dist, LOG_LEVEL: "silent" });
		const ask = async (path: string, method = "GET") => {
			const response = await fetch(withWeb.url + path, { method });
			return [response.status, response.headers.get("content-type")];
		};
		expect(await ask("/families/new")).toEqual([200, "text/html; charset=utf-8"]);
		for (const [path, method] of [
			["/assets/gone.js"],
			["/assets/%2e%2e%2fsecret"],
			["/assets/x.js", "POST"],
			["/families/new", "POST"],
			["/assets/%zz"],
		] as const)
			expect([path, ...(await ask(path, method))]).toEqual([path, 404, "application/problem+json; charset=utf-8"]);
		await withWeb.stop();
		rmSync(dist, { recursive: true });
	});

	it("sends strict security headers with every answer", async () => {
		const { headers } = await fetch(`${app.url}/api/health`);
		expect(headers.get("content-security-policy")).toMatch(/script-src 'self';/);
		expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
		expect(headers.get("strict-transport-security")).toContain("max-age=31536000");
		expect(headers.get("x-content-type-options")).toBe("nosniff");
		expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
		expect(headers.get("x-powered-by")).toBeNull();
		expect((await fetch(app.url + readMe.path)).headers.get("cache-control")).toBe("no-store");
	});
});

describe("in production", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());

	const inProduction = () =>
		createApp(
			readConfig({
				DATABASE_APP_URL: app.services.config.DATABASE_APP_URL,
				SECRET: randomBytes(32).toString("base64"),
				NODE_ENV: "production",
				PUBLIC_URL: "https://samenplan.example",
				SMTP_URL: "smtp://127.0.0.1:1",
				TRUST_PROXY: "1",
				LOG_LEVEL: "silent",
			}),
		);

	it("has no demo routes, and does not start on a database that holds demo accounts", async () => {
		const running = await inProduction();
		const server = running.app.listen(0, "127.0.0.1");
		await new Promise((resolve) => server.once("listening", resolve));
		const { port } = server.address() as { port: number };
		for (const path of ["/api/demo/accounts", "/api/demo/mails", "/api/demo/clock"])
			expect((await fetch(`http://127.0.0.1:${port}${path}`)).status).toBe(404);
		const signIn = await fetch(`http://127.0.0.1:${port}/api/demo/sign-in`, { method: "POST" });
		expect(signIn.status).toBe(404);
		server.close();
		server.closeAllConnections();
		await running.close();

		await app.world.staff(["coordinator"], { demoNote: "somebody invented" });
		await expect(inProduction()).rejects.toThrow(/demo accounts/);
	});
});

describe("the settings", () => {
	it("name every failing one at once", () => {
		expect(() => readConfig({ PORT: "x", SECRET: "short" })).toThrow(/DATABASE_APP_URL[\s\S]*PORT[\s\S]*SECRET/);
	});
	it("refuse demo accounts, plain http and a missing mail server in production", () => {
		const settings = {
			NODE_ENV: "production",
			DATABASE_APP_URL: "postgresql://x",
			SECRET: "x".repeat(40),
			DEMO: "1",
			PUBLIC_URL: "http://samenplan.example",
		};
		expect(() => readConfig(settings)).toThrow(/DEMO[\s\S]*PUBLIC_URL[\s\S]*SMTP_URL/);
	});
	it("refuse a secret in production that was typed, repeated or copied from an example, and never repeat it", () => {
		const settings = {
			NODE_ENV: "production",
			DATABASE_APP_URL: "postgresql://x",
			PUBLIC_URL: "https://samenplan.example",
			SMTP_URL: "smtp://x",
			TRUST_PROXY: "1",
		};
		for (const SECRET of ["x".repeat(40), "secret".repeat(8), "only-for-tests-only-for-tests-only", "12345678901234567890123456789012"]) {
			expect(() => readConfig({ ...settings, SECRET })).toThrow(/SECRET/);
			expect(() => readConfig({ ...settings, SECRET })).not.toThrow(new RegExp(SECRET));
		}
		expect(readConfig({ ...settings, SECRET: randomBytes(32).toString("base64") }).publicUrl).toBe("https://samenplan.example");
		expect(readConfig({ ...settings, SECRET: randomBytes(32).toString("hex") }).DEMO).toBe(false);
	});
});
