import { readdirSync, readFileSync } from "node:fs";
import { dutyRights, familyRights } from "@samenplan/access/rights";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { endpoints } from "./endpoints.ts";

const name = (endpoint: { method: string; path: string }) => `${endpoint.method.toUpperCase()} ${endpoint.path}`;
const named = endpoints.map((endpoint) => [name(endpoint), endpoint] as const);

test("every endpoint that a file declares is in the table", () => {
	const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith(".ts") && !/\.test\.ts$|^endpoints?\.ts$/.test(file));
	const declared = files.flatMap((file) => readFileSync(`${import.meta.dirname}/${file}`, "utf8").match(/= endpoint\(/g) ?? []);
	expect(endpoints).toHaveLength(declared.length);
});

test("no two endpoints share a method and path", () => {
	const places = endpoints.map((endpoint) => name(endpoint).replace(/\{[^}]+\}/g, "{}"));
	expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
});

describe.each(named)("%s", (_, endpoint) => {
	test("has a right of the policy, or says that it is public or about oneself", () => {
		expect([...familyRights, ...dutyRights, "public", "signed-in"]).toContain(endpoint.right);
	});

	test("asks a right over a family exactly where its path names one", () => {
		const asksFamily = (familyRights as readonly string[]).includes(endpoint.right);
		expect(asksFamily).toBe(endpoint.path.startsWith("/api/families/{familyId}"));
	});

	test("declares the ids in its path, refuses a text where an id belongs, and unknown keys in its body", () => {
		const ids = [...endpoint.path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] as string);
		if (ids.length > 0) {
			const schema = z.toJSONSchema(endpoint.params as z.ZodType, { io: "input" }) as { required?: string[] };
			expect([...(schema.required ?? [])].sort()).toEqual([...ids].sort());
			// A code is a text; an id is not.
			const wrong = endpoint.params?.safeParse(Object.fromEntries(ids.map((id) => [id, "../x"])));
			if (ids.some((id) => id.endsWith("Id"))) expect(wrong?.success).toBe(false);
		}
		const body = endpoint.body?.safeParse({ surely_not_a_key: 1 });
		expect(body?.success ?? false).toBe(false);
	});

	test("reads without a body, and its audit entry says so", () => {
		if (endpoint.method === "get") {
			expect(endpoint.body).toBeUndefined();
			expect(["read", "execute"]).toContain(endpoint.audit.action);
		}
	});
});
