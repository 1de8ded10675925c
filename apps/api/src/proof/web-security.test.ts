import { createHmac, generateKeyPairSync, randomBytes, randomUUID } from "node:crypto";
import { readPlan } from "@samenplan/contract/plans";
import { cloneDatabase } from "@samenplan/testing/template-database";
import { openWorld, type TestFamily } from "@samenplan/testing/world";
import jwt from "jsonwebtoken";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../app.ts";
import { failingSettings, readConfig } from "../http/config.ts";
import { checkStart, failingInDatabase } from "../http/start-check.ts";
import { startTestApp, type TestApp } from "../http/test-app.ts";

describe("web security", () => {
	let app: TestApp;
	let family: TestFamily;
	let plan: string;
	beforeAll(async () => {
		app = await startTestApp();
		family = await app.world.newFamily();
		plan = `${app.url}${readPlan.path.replace("{familyId}", family.familyId)}`;
	});
	afterAll(() => app.stop());

	it("sends every header of the list with pages, answers, problems and files", async () => {
		const bearer = { authorization: `Bearer ${await app.tokenOf(family.mother)}` };
		for (const [address, init] of [
			["/api/health", {}],
			["/api/openapi.json", {}],
			["/api/unknown", {}],
			["/somewhere", {}],
			["/assets/gone.js", {}],
			[plan.slice(app.url.length), { headers: bearer }],
			[plan.slice(app.url.length), {}],
		] as const) {
			const { headers } = await fetch(app.url + address, init);
			const policy = headers.get("content-security-policy") ?? "";
			for (const directive of [
				"default-src 'self'",
				"script-src 'self'",
				"style-src 'self'",
				"connect-src 'self'",
				"base-uri 'none'",
				"object-src 'none'",
				"frame-ancestors 'none'",
				"form-action 'self'",
			])
				expect.soft(policy.split(";"), address).toContain(directive);
			expect.soft(policy, address).not.toMatch(/unsafe|https?:|\*/);
			expect.soft(Object.fromEntries(headers), address).toMatchObject({
				"strict-transport-security": "max-age=31536000; includeSubDomains",
				"x-content-type-options": "nosniff",
				"x-frame-options": "DENY",
				"referrer-policy": "no-referrer",
				"cross-origin-opener-policy": "same-origin",
				"cross-origin-resource-policy": "same-origin",
			});
			expect.soft(headers.get("permissions-policy"), address).toMatch(/camera=\(\).*geolocation=\(\).*microphone=\(\)/);
			expect.soft(headers.get("access-control-allow-origin"), address).toBeNull();
			expect.soft(headers.get("x-powered-by"), address).toBeNull();
			expect.soft(headers.get("etag"), address).toBeNull();
		}
		expect((await fetch(plan, { headers: bearer })).headers.get("cache-control")).toBe("no-store");
		expect((await fetch(plan)).headers.get("cache-control")).toBe("no-store");
	});

	it("refuses writes that a browser sends from elsewhere, with or without a cookie", async () => {
		const write = (headers: Record<string, string>) =>
			fetch(`${app.url}/api/session`, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: "{}" });
		for (const headers of [
			{ origin: "https://elsewhere.example" },
			{ origin: "null" },
			{ "sec-fetch-site": "cross-site" },
			{ "sec-fetch-site": "same-site" },
			{ origin: app.url, "sec-fetch-site": "cross-site" },
		] as Record<string, string>[])
			expect.soft((await write(headers)).status, JSON.stringify(headers)).toBe(403);
		expect((await write({ origin: app.url, "sec-fetch-site": "same-origin" })).status).not.toBe(403);
	});

	it("takes only bodies of JSON, not too large, and not too deep to read", async () => {
		const headers = { authorization: `Bearer ${await app.tokenOf(family.mother)}` };
		const write = (type: string, body: string) =>
			fetch(`${app.url}/api/families/${family.familyId}/goals`, { method: "POST", headers: { ...headers, "content-type": type }, body });
		expect((await write("application/x-www-form-urlencoded", "text=x")).status).toBe(400);
		expect((await write("text/plain", JSON.stringify({ text: "x" }))).status).toBe(400);
		expect((await write("application/json", `{"text":"${"x".repeat(300_000)}"}`)).status).toBe(413);
		expect((await write("application/json", `${"[".repeat(100_000)}${"]".repeat(100_000)}`)).status).toBe(400);
	});

	it("believes no token but its own, of its own kind, at its own time", async () => {
		const secret = app.services.config.SECRET;
		const { accountId } = family.mother;
		const { id: sid } = await app.world.db.session.create({
			data: { accountId, tokenHash: randomUUID(), rotatedAt: new Date(), expiresAt: new Date(Date.now() + 3_600_000) },
		});
		const claims = { sid, typ: "access" };
		const options = { subject: accountId, issuer: "samenplan", audience: "samenplan-api", expiresIn: 600 };
		const status = async (token: string) => (await fetch(plan, { headers: { authorization: `Bearer ${token}` } })).status;
		const good = jwt.sign(claims, secret, options);
		expect(await status(good)).toBe(200);

		const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
		const [head, body] = good.split(".") as [string, string];
		const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
		const signed = (header: unknown, payload: string) => {
			const text = `${encoded(header)}.${payload}`;
			return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
		};
		const now = Math.floor(Date.now() / 1000);
		const wrong: Record<string, string> = {
			"no signature": `${head}.${body}.`,
			"algorithm none": `${encoded({ alg: "none", typ: "JWT" })}.${body}.`,
			"algorithm None": signed({ alg: "None", typ: "JWT" }, body),
			"another algorithm of the same key": jwt.sign(claims, secret, { ...options, algorithm: "HS512" }),
			"an asymmetric algorithm": jwt.sign(claims, privateKey, { ...options, algorithm: "RS256" }),
			"another secret": jwt.sign(claims, randomBytes(32), options),
			"another issuer": jwt.sign(claims, secret, { ...options, issuer: "elsewhere" }),
			"another audience": jwt.sign(claims, secret, { ...options, audience: "elsewhere" }),
			"no audience": jwt.sign(claims, secret, { subject: accountId, issuer: "samenplan", expiresIn: 600 }),
			"another kind": jwt.sign({ ...claims, typ: "refresh" }, secret, options),
			"no kind": jwt.sign({ sid }, secret, options),
			over: jwt.sign({ ...claims, exp: now - 1 }, secret, { subject: accountId, issuer: "samenplan", audience: "samenplan-api" }),
			"without an end": jwt.sign(claims, secret, { subject: accountId, issuer: "samenplan", audience: "samenplan-api" }),
			"not yet": jwt.sign(claims, secret, { ...options, notBefore: 60 }),
			"another session": jwt.sign({ ...claims, sid: randomUUID() }, secret, options),
			"the session of somebody else": jwt.sign(claims, secret, { ...options, subject: family.father.accountId }),
			"changed words": `${head}.${encoded({ ...claims, sub: accountId, iss: "samenplan", aud: "samenplan-api", exp: now + 600 })}.${good.split(".")[2]}`,
		};
		for (const [what, token] of Object.entries(wrong)) expect.soft({ what, status: await status(token) }).toEqual({ what, status: 401 });
	});

	it("keeps no more live streams open than one person can look at", async () => {
		const headers = { authorization: `Bearer ${await app.tokenOf(family.father)}` };
		const stop = new AbortController();
		const statuses: number[] = [];
		for (let count = 0; count < 14; count++)
			statuses.push((await fetch(`${app.url}/api/families/${family.familyId}/live`, { headers, signal: stop.signal })).status);
		expect(statuses).toEqual([...Array(12).fill(200), 429, 429]);
		const other = await fetch(`${app.url}/api/families/${family.familyId}/live`, {
			headers: { authorization: `Bearer ${await app.tokenOf(family.mother)}` },
			signal: stop.signal,
		});
		expect(other.status).toBe(200);
		stop.abort();
		await expect
			.poll(async () => {
				const again = new AbortController();
				const { status } = await fetch(`${app.url}/api/families/${family.familyId}/live`, { headers, signal: again.signal });
				again.abort();
				return status;
			})
			.toBe(200);
	});
});

describe("starting in production", () => {
	const good = {
		NODE_ENV: "production",
		DATABASE_APP_URL: "postgresql://samenplan_app@127.0.0.1:1/nothing",
		SECRET: randomBytes(32).toString("base64"),
		PUBLIC_URL: "https://samenplan.example",
		SMTP_URL: "smtps://mail.example",
		MAIL_FROM: "Samenplan <samenplan@samenplan.example>",
		TRUST_PROXY: "1",
	};

	it("needs nothing more than these settings", () => {
		expect(failingSettings(good)).toEqual([]);
	});

	it.each([
		["SECRET", "short"],
		["SECRET", "x".repeat(64)],
		["SECRET", "changeme".repeat(8)],
		["DEMO", "1"],
		["PUBLIC_URL", "http://samenplan.example"],
		["PUBLIC_URL", "https://localhost:4000"],
		["PUBLIC_URL", ""],
		["SMTP_URL", ""],
		["SMTP_URL", "mail.example"],
		["MAIL_FROM", "samenplan@localhost"],
		["TRUST_PROXY", "0"],
		["TRUST_PROXY", "yes"],
		["PORT", "x"],
	])("refuses %s=%s, by name", (name, value) => {
		expect(failingSettings({ ...good, [name]: value }).join("\n")).toContain(name);
	});

	it("refuses a kind of environment that it does not know, so that the checks are never left out by a typing error", () => {
		expect(failingSettings({ ...good, NODE_ENV: "prod" }).join()).toContain("NODE_ENV");
		expect(failingSettings({ ...good, NODE_ENV: "Production" }).join()).toContain("NODE_ENV");
	});

	it("names every failing setting and everything wrong with the database at once", async () => {
		const database = await cloneDatabase();
		const world = await openWorld(database.ownerUrl);
		await world.staff(["coordinator"], { demoNote: "invented" });
		const env = { ...good, DATABASE_APP_URL: database.ownerUrl, DEMO: "1", SECRET: "x".repeat(40), SMTP_URL: "" };
		await expect(checkStart(env)).rejects.toThrow(
			/DEMO[\s\S]*SECRET[\s\S]*SMTP_URL[\s\S]*superuser or stands above[\s\S]*owns the tables[\s\S]*demo accounts/,
		);
		expect(await failingInDatabase(database.appUrl)).toEqual([expect.stringContaining("demo accounts")]);
		await expect(createApp(readConfig({ ...good, DATABASE_APP_URL: database.ownerUrl, LOG_LEVEL: "silent" }))).rejects.toThrow(/superuser/);
		await world.db.account.updateMany({ data: { demoNote: null } });
		expect(await failingInDatabase(database.appUrl)).toEqual([]);
		await world.db.$executeRawUnsafe("alter table goal disable row level security");
		expect(await failingInDatabase(database.appUrl)).toEqual([expect.stringContaining("row-level security")]);
		await world.close();
		await database.drop();
	});
});
