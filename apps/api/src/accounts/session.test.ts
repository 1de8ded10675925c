import { endSession, readMe, refreshSession } from "@samenplan/contract/accounts";
import jwt from "jsonwebtoken";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../http/test-app.ts";
import { signAccessToken } from "../http/tokens.ts";

const secret = "only-for-tests-only-for-tests-only";

describe("a session", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());

	async function signIn(): Promise<{ accountId: string; accessToken: string; cookie: string }> {
		const family = await app.world.newFamily();
		await app.world.db.account.update({ where: { id: family.mother.accountId }, data: { demoNote: "test" } });
		const response = await post("/api/demo/sign-in", { accountId: family.mother.accountId });
		const { accessToken } = (await response.json()) as { accessToken: string };
		return { accountId: family.mother.accountId, accessToken, cookie: cookieOf(response) };
	}
	const post = (path: string, body?: unknown, headers: Record<string, string> = {}) =>
		fetch(app.url + path, {
			method: "POST",
			headers: { "content-type": "application/json", ...headers },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
	const refresh = (cookie: string) => post(refreshSession.path, undefined, { cookie });
	const me = (token: string) => fetch(app.url + readMe.path, { headers: { authorization: `Bearer ${token}` } });
	const cookieOf = (response: Response) => (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";

	it("keeps its refresh token in a cookie for this host only, out of reach of scripts and other sites", async () => {
		const family = await app.world.newFamily();
		await app.world.db.account.update({ where: { id: family.mother.accountId }, data: { demoNote: "test" } });
		const cookie = (await post("/api/demo/sign-in", { accountId: family.mother.accountId })).headers.get("set-cookie") ?? "";
		expect(cookie).toMatch(/^__Host-samenplan=/);
		for (const part of ["HttpOnly", "Secure", "SameSite=Strict", "Path=/"]) expect(cookie).toContain(part);
		expect(cookie).not.toContain("Domain");
	});

	it("gives a new access token and a new cookie at each refresh", async () => {
		const { cookie } = await signIn();
		const first = await refresh(cookie);
		expect(first.status).toBe(200);
		expect(cookieOf(first)).not.toBe(cookie);
		expect((await me(((await first.json()) as { accessToken: string }).accessToken)).status).toBe(200);
		expect((await refresh(cookieOf(first))).status).toBe(200);
	});

	it("answers nothing to a visitor without a cookie, and refuses a cookie that is wrong", async () => {
		const visitor = await post(refreshSession.path);
		expect(visitor.status).toBe(200);
		expect(await visitor.json()).toBeNull();
		expect(visitor.headers.get("set-cookie")).toBeNull();
		expect((await refresh("__Host-samenplan=made-up")).status).toBe(401);
		expect((await refresh("__Host-samenplan=")).status).toBe(401);
	});

	it("forgives two tabs that refresh at the same moment", async () => {
		const { cookie } = await signIn();
		const answers = await Promise.all([refresh(cookie), refresh(cookie)]);
		expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
	});

	it("gives the same new cookie again to a phone that missed the answer, so that it stays signed in", async () => {
		const { cookie, accountId } = await signIn();
		const missed = cookieOf(await refresh(cookie));
		const again = await refresh(cookie);
		expect(cookieOf(again)).toBe(missed);
		await app.world.db.session.updateMany({ where: { accountId }, data: { rotatedAt: new Date(Date.now() - 600_000) } });
		expect((await refresh(cookieOf(again))).status).toBe(200);
	});

	it("ends everywhere when a replaced cookie turns up later: somebody copied it", async () => {
		const { cookie, accountId } = await signIn();
		const fresh = await refresh(cookie);
		const { accessToken } = (await fresh.json()) as { accessToken: string };
		await app.world.db.session.updateMany({ where: { accountId }, data: { rotatedAt: new Date(Date.now() - 600_000) } });
		expect((await refresh(cookie)).status).toBe(401);
		expect((await refresh(cookieOf(fresh))).status).toBe(401);
		expect((await me(accessToken)).status).toBe(401);
	});

	it("ends when a cookie from long before turns up, also after the copy was refreshed many times", async () => {
		const { cookie, accountId } = await signIn();
		const copied = await refresh(cookie);
		const copiedTwice = await refresh(cookieOf(copied));
		const newest = await refresh(cookieOf(copiedTwice));
		const { accessToken } = (await newest.json()) as { accessToken: string };
		await app.world.db.session.updateMany({ where: { accountId }, data: { rotatedAt: new Date(Date.now() - 600_000) } });
		expect((await refresh(cookie)).status).toBe(401);
		expect((await refresh(cookieOf(newest))).status).toBe(401);
		expect((await me(accessToken)).status).toBe(401);
	});

	it("is not ended by an invented cookie that names it", async () => {
		const { cookie, accountId, accessToken } = await signIn();
		await app.world.db.session.updateMany({ where: { accountId }, data: { rotatedAt: new Date(Date.now() - 600_000) } });
		const [random = "", sessionId = "", seal = ""] = cookie.split("=")[1]?.split(".") ?? [];
		for (const invented of [`${random.replace(/^./, "_")}.${sessionId}.${seal}`, `x.${sessionId}.`, `x.${sessionId}`, "x", "..", ""])
			expect((await refresh(`__Host-samenplan=${invented}`)).status).toBe(401);
		expect((await me(accessToken)).status).toBe(200);
		expect((await refresh(cookie)).status).toBe(200);
	});

	it("ends at the server on signing out, with the access token too", async () => {
		const { cookie, accessToken } = await signIn();
		const signedOut = await fetch(app.url + endSession.path, { method: "DELETE", headers: { cookie } });
		expect(signedOut.status).toBe(204);
		expect((await me(accessToken)).status).toBe(401);
		expect((await refresh(cookie)).status).toBe(401);
	});

	it("is refused for a token that is forged, expired, of another kind or without signature", async () => {
		const { accountId, accessToken } = await signIn();
		const { sid } = jwt.decode(accessToken) as { sid: string };
		const claims = { sid, typ: "access" };
		const right = { subject: accountId, issuer: "samenplan", audience: "samenplan-api", expiresIn: 60 } as const;
		const wrong = [
			signAccessToken({ accountId, sessionId: sid }, "another-secret-another-secret-another").accessToken,
			jwt.sign(claims, secret, { ...right, expiresIn: -1 }),
			jwt.sign({ ...claims, typ: "refresh" }, secret, right),
			jwt.sign(claims, secret, { ...right, audience: "elsewhere" }),
			jwt.sign(claims, secret, { ...right, issuer: "elsewhere" }),
			jwt.sign(claims, secret, { ...right, algorithm: "HS512" }),
			jwt.sign(claims, "", { ...right, algorithm: "none" }),
			"not.a.token",
		];
		for (const token of wrong) expect((await me(token)).status).toBe(401);
		expect((await me(accessToken)).status).toBe(200);
	});

	it("stops at the next request when the account is switched off", async () => {
		const { accountId, accessToken, cookie } = await signIn();
		await app.world.db.account.update({ where: { id: accountId }, data: { state: "disabled" } });
		expect((await me(accessToken)).status).toBe(401);
		expect((await refresh(cookie)).status).toBe(401);
	});

	it("does not come back to life when the account is switched on again", async () => {
		const { accountId, accessToken, cookie } = await signIn();
		const turn = (state: "active" | "disabled") => app.world.db.account.update({ where: { id: accountId }, data: { state } });
		await turn("disabled");
		await turn("active");
		expect((await me(accessToken)).status).toBe(401);
		expect((await refresh(cookie)).status).toBe(401);
	});

	it("refuses a write that a browser sends from another site", async () => {
		const { cookie } = await signIn();
		expect((await post(refreshSession.path, undefined, { cookie, origin: "https://elsewhere.example" })).status).toBe(403);
		expect((await post(refreshSession.path, undefined, { cookie, "sec-fetch-site": "cross-site" })).status).toBe(403);
	});
});
