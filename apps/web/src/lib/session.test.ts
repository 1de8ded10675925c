import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const answer = (status: number, body?: unknown) =>
	new Response(body === undefined ? null : JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
const lasting = { idleMinutes: 30, until: new Date(Date.now() + 43_200_000).toISOString() };
const fresh = (name: string) => answer(200, { accessToken: name, expiresAt: new Date(Date.now() + 600_000).toISOString(), ...lasting });
const me = { method: "get", path: "/api/me" } as never;

let requests: { url: string; method: string; headers: Headers }[];
let reply: (url: string, headers: Headers) => Response;

beforeEach(() => {
	vi.resetModules();
	requests = [];
	vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
		const headers = new Headers(init.headers);
		requests.push({ url, method: init.method ?? "GET", headers });
		return reply(url, headers);
	});
});
afterEach(() => vi.unstubAllGlobals());

const refreshes = () => requests.filter(({ url }) => url === "/api/sessions/refresh").length;

describe("the session", () => {
	it("refreshes once for calls made at the same time", async () => {
		reply = (url) => (url.endsWith("/refresh") ? fresh("one") : answer(200, {}));
		const { call } = await import("./api.ts");
		await Promise.all([call(me), call(me), call(me)]);
		expect(refreshes()).toBe(1);
		expect(requests.filter(({ headers }) => headers.get("authorization") === "Bearer one")).toHaveLength(3);
	});

	it("renews a token the server no longer takes, and asks again without the reader noticing", async () => {
		let given = 0;
		reply = (url, headers) => {
			if (url.endsWith("/refresh")) return fresh(`token-${++given}`);
			return headers.get("authorization") === "Bearer token-1"
				? answer(401, { code: "sign-in-needed", status: 401 })
				: answer(200, { ok: true });
		};
		const { call } = await import("./api.ts");
		expect(await call(me)).toEqual({ ok: true });
		expect(refreshes()).toBe(2);
	});

	it("says that nobody is signed in when the first refresh is refused", async () => {
		reply = () => answer(401, { code: "sign-in-needed", status: 401 });
		const { liveToken, sessionState } = await import("./session.ts");
		expect(await liveToken()).toBeUndefined();
		expect(sessionState()).toBe("signed-out");
	});

	it("says that nobody is signed in when this device brings no cookie", async () => {
		reply = () => answer(200, null);
		const { liveToken, sessionState } = await import("./session.ts");
		expect(await liveToken()).toBeUndefined();
		expect(sessionState()).toBe("signed-out");
	});

	it("says that the session has ended when somebody was signed in", async () => {
		reply = () => answer(401, { code: "sign-in-needed", status: 401 });
		const session = await import("./session.ts");
		session.startSession({ accessToken: "old", expiresAt: new Date(Date.now() - 1000).toISOString(), ...lasting });
		await session.liveToken();
		expect(session.sessionState()).toBe("expired");
	});

	it("does not sign anybody out because the server cannot be reached", async () => {
		reply = () => {
			throw new TypeError("no connection");
		};
		const session = await import("./session.ts");
		session.startSession({ accessToken: "old", expiresAt: new Date(Date.now() - 1000).toISOString(), ...lasting });
		await expect(session.liveToken()).rejects.toMatchObject({ problem: { code: "network" } });
		expect(session.sessionState()).toBe("signed-in");
	});

	it("gives every write a key, and the same deed the same key", async () => {
		reply = (url) => (url.endsWith("/refresh") ? fresh("one") : answer(200, {}));
		const { call, withIdempotencyKey } = await import("./api.ts");
		const write = { method: "post", path: "/api/x" } as never;
		await call(write);
		await withIdempotencyKey("my-key", () => call(write));
		const keys = requests.filter(({ url }) => url === "/api/x").map(({ headers }) => headers.get("idempotency-key"));
		expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
		expect(keys[1]).toBe("my-key");
	});

	describe("left without a connection", () => {
		const left = { accessToken: "mine", expiresAt: new Date(Date.now() + 600_000).toISOString(), ...lasting };
		let connected: boolean;
		beforeEach(() => {
			localStorage.clear();
			connected = false;
			// The server still knows the cookie of this device.
			reply = (url) => {
				if (!connected) throw new TypeError("no connection");
				return url.endsWith("/refresh") ? fresh("let in") : answer(204);
			};
		});
		const deeds = () => requests.map(({ method, url }) => `${method} ${url}`);
		async function leave() {
			const session = await import("./session.ts");
			session.startSession(left);
			await session.signOut();
			expect(session.sessionState()).toBe("signed-out");
			// The page is opened anew, by whoever has the device now.
			vi.resetModules();
			requests = [];
			return import("./session.ts");
		}

		it("lets nobody in again by its cookie: the sign-out is finished first", async () => {
			const session = await leave();
			connected = true;
			expect(await session.liveToken()).toBeUndefined();
			expect(session.sessionState()).toBe("signed-out");
			expect(deeds()).toEqual(["DELETE /api/sessions/current?keep=nothing"]);
		});

		it("lets nobody in while there is still no connection either", async () => {
			const session = await leave();
			expect(await session.liveToken()).toBeUndefined();
			expect(session.sessionState()).toBe("signed-out");
			expect(deeds().filter((deed) => deed.includes("/refresh"))).toEqual([]);
			vi.resetModules();
			connected = true;
			const later = await import("./session.ts");
			expect(await later.liveToken()).toBeUndefined();
			expect(deeds().filter((deed) => deed.includes("/refresh"))).toEqual([]);
		});

		it("is finished as soon as there is a connection", async () => {
			await leave();
			connected = true;
			window.dispatchEvent(new Event("online"));
			await vi.waitFor(() => expect(deeds()).toContain("DELETE /api/sessions/current?keep=nothing"));
		});

		it("is over for who signs in: the next page knows them", async () => {
			const session = await leave();
			connected = true;
			session.startSession({ ...left, accessToken: "of the next" });
			vi.resetModules();
			requests = [];
			const next = await import("./session.ts");
			expect(await next.liveToken()).toBe("let in");
			expect(deeds()).toEqual(["POST /api/sessions/refresh"]);
		});

		it("starts no session again by an answer that was under way", async () => {
			connected = true;
			const session = await import("./session.ts");
			session.startSession({ ...left, expiresAt: new Date(Date.now() - 1000).toISOString() });
			const token = session.liveToken();
			await session.signOut();
			expect(await token).toBeUndefined();
			expect(session.sessionState()).toBe("signed-out");
		});
	});
});
