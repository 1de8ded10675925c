import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const answer = (status: number, body?: unknown) =>
	new Response(body === undefined ? null : JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
const write = { method: "post", path: "/api/something" } as never;

let requests: { url: string; headers: Headers }[];
let proved: boolean;

beforeEach(() => {
	vi.resetModules();
	requests = [];
	proved = false;
	vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
		if (url.endsWith("/refresh")) return answer(200, null);
		requests.push({ url, headers: new Headers(init.headers) });
		return proved ? answer(200, { ok: true }) : answer(403, { code: "prove-again", status: 403 });
	});
});
afterEach(() => vi.unstubAllGlobals());

/** The dialog of the frame: answers as soon as it is asked. */
async function withDialog(decide: () => boolean) {
	const { call } = await import("./api.ts");
	const { proofIsAsked, settleProof, subscribeToProof } = await import("./proof.ts");
	let asked = 0;
	const stop = subscribeToProof(() => {
		if (!proofIsAsked()) return;
		asked += 1;
		queueMicrotask(() => {
			proved = decide();
			settleProof(proved);
		});
	});
	return { call, stop, asked: () => asked };
}

describe("a call that asks who it is once more", () => {
	it("is sent again after the proof, with the same key", async () => {
		const { call } = await withDialog(() => true);
		expect(await call(write)).toEqual({ ok: true });
		expect(requests).toHaveLength(2);
		const keys = requests.map(({ headers }) => headers.get("idempotency-key"));
		expect(keys[0]).toBeTruthy();
		expect(keys[1]).toBe(keys[0]);
	});

	it("is refused when the reader cancels, and nothing was sent again", async () => {
		const { call } = await withDialog(() => false);
		await expect(call(write)).rejects.toMatchObject({ problem: { code: "prove-again" } });
		expect(requests).toHaveLength(1);
	});

	it("asks once for calls that wait at the same time", async () => {
		const { call, asked } = await withDialog(() => true);
		await Promise.all([call(write), call(write), call(write)]);
		expect(asked()).toBe(1);
		expect(requests).toHaveLength(6);
	});

	it("is refused at once where there is no dialog", async () => {
		const { call } = await import("./api.ts");
		await expect(call(write)).rejects.toMatchObject({ problem: { code: "prove-again" } });
	});
});
