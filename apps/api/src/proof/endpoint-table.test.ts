import { endpoints } from "@samenplan/contract/endpoints";
import { describe, expect, it } from "vitest";
import { openApi } from "../http/openapi.ts";
import { onlyInDemo, routes } from "../routes.ts";

const name = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

describe("the endpoint table", () => {
	const served = [...routes, ...onlyInDemo].map((route) => route.endpoint);

	it("has a handler for every endpoint, and no handler without one", () => {
		expect(served.map(name).sort()).toEqual(endpoints.map(name).sort());
	});

	it("serves each method and path once", () => {
		expect(new Set(served.map(name)).size).toBe(served.length);
	});

	it("keeps family data under the family, where its relation is checked", () => {
		const outside = endpoints.filter(
			(each) =>
				/goal|plan|comment|view|review|evaluation|help|position|handover/.test(each.audit.object) && !each.path.startsWith("/api/families"),
		);
		// Lists of names, dates and counts, and what somebody is asked to answer before they stand in the family.
		expect(outside.map(name)).toEqual([
			"get /api/reviews",
			"post /api/reviews/{reviewId}/taking",
			"get /api/review-figures",
			"get /api/team/review-figures",
			"get /api/reviews/{reviewId}",
			"get /api/handovers",
			"post /api/handovers/{handoverId}/acceptance",
			"post /api/handovers/{handoverId}/refusal",
			"get /api/team/handovers",
		]);
	});

	it("gives each endpoint its right in the OpenAPI document", () => {
		const { paths } = openApi(served) as { paths: Record<string, Record<string, { "x-right": string }>> };
		const rights = Object.values(paths).flatMap((methods) => Object.values(methods).map((operation) => operation["x-right"]));
		expect(rights).toHaveLength(served.length);
		expect(rights.every((right) => right.length > 0)).toBe(true);
	});

	it("lets nobody write by GET", () => {
		expect(endpoints.filter((each) => each.method === "get" && each.audit.action !== "read").map(name)).toEqual([]);
	});
});
