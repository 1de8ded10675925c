import { pathOf } from "@samenplan/contract/client";
import type { Endpoint } from "@samenplan/contract/endpoint";
import { endpoints } from "@samenplan/contract/endpoints";
import { sampleOf } from "@samenplan/testing/sample";
import type { TestFamily } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../http/test-app.ts";

const unknownId = "019a0000-0000-7000-8000-00000000dead";
const texts = ["\u0000", "\ud800", "'; drop table plan; --", "<script>alert(1)</script>", "=1+1", "🧸".repeat(2000), "\u202e\u0007", " "];
const bodies: unknown[] = [
	null,
	[],
	7,
	"tekst",
	{ $ne: 1 },
	{ __proto__: { a: 1 }, constructor: { prototype: {} } },
	{ text: { toString: "x" } },
	{ id: unknownId, familyId: unknownId, version: 9e99 },
];

describe("hostile input", () => {
	let app: TestApp;
	let family: TestFamily;
	beforeAll(async () => {
		app = await startTestApp({ CHECK_RESPONSES: "0" });
		family = await app.world.newFamily();
	});
	afterAll(() => app.stop());

	const withBody = endpoints.filter((each) => each.body && !each.demo);

	async function send(endpoint: Endpoint, body: string): Promise<Response> {
		const params = {
			...(endpoint.params && (sampleOf(endpoint.params, { id: unknownId }) as Record<string, string>)),
			familyId: family.familyId,
		};
		return fetch(app.url + pathOf(endpoint, params), {
			method: endpoint.method.toUpperCase(),
			headers: { "content-type": "application/json", authorization: `Bearer ${await app.tokenOf(family.coordinator)}` },
			body,
		});
	}

	it.each(withBody.map((each) => [`${each.method} ${each.path}`, each] as const))(
		"%s answers every wrong body with a problem, never with 500",
		async (_name, endpoint) => {
			for (const body of [...bodies.map((each) => JSON.stringify(each)), "{", "", "[".repeat(5000), `{"a":"${"x".repeat(300_000)}"}`]) {
				const response = await send(endpoint, body);
				expect.soft(response.status, `${body.slice(0, 60)} -> ${response.status}`).toBeLessThan(500);
				if (response.status >= 400) expect.soft(response.headers.get("content-type")).toContain("application/problem+json");
			}
		},
	);

	it.each(withBody.map((each) => [`${each.method} ${each.path}`, each] as const))(
		"%s survives hostile words in every field",
		async (_name, endpoint) => {
			for (const text of texts) {
				const response = await send(
					endpoint,
					JSON.stringify(sampleOf(endpoint.body as NonNullable<Endpoint["body"]>, { text, id: family.mother.personId })),
				);
				expect.soft(response.status, `${JSON.stringify(text).slice(0, 40)} -> ${response.status}`).toBeLessThan(500);
			}
		},
	);

	it.each(withBody.map((each) => [`${each.method} ${each.path}`, each] as const))(
		"%s refuses keys that the contract does not know",
		async (_name, endpoint) => {
			const body = { ...(sampleOf(endpoint.body as NonNullable<Endpoint["body"]>) as object), onbekend: 1 };
			const response = await send(endpoint, JSON.stringify(body));
			expect([400, 403, 404]).toContain(response.status);
			if (response.status === 400)
				expect(((await response.json()) as { errors?: { code: string }[] }).errors?.map((each) => each.code)).toContain("unknown-key");
		},
	);
});
