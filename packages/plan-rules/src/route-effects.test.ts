import { describe, expect, it } from "vitest";
import type { Route } from "./facts.ts";
import { opened } from "./moves.fixture.ts";
import { whyNot } from "./moves.ts";
import { lookBackBy, type RouteEffect, routeEffects } from "./route-effects.ts";

describe("what a route changes in the rest of the plan", () => {
	it.each<[Route, RouteEffect[], RouteEffect[]]>([
		["light", ["in_order", "network_first", "group_plan", "compare_free"], ["act", "inquiry", "scientist", "compare"]],
		["full", ["in_order", "network_first", "group_plan", "compare"], ["act", "inquiry", "scientist", "help_at_once", "compare_free"]],
		["explore", ["in_order", "inquiry", "network_first", "group_plan", "compare"], ["act", "scientist", "help_at_once"]],
		["crisis", ["act", "any_order", "scientist", "help_at_once"], ["in_order", "network_first", "group_plan", "compare", "compare_free"]],
	])("%s", (route, has, hasNot) => {
		const effects = routeEffects(route);
		expect(effects).toEqual(expect.arrayContaining(has));
		for (const effect of hasNot) expect(effects).not.toContain(effect);
	});

	it.each<Route>(["light", "full", "explore", "crisis"])("%s says of help and order what the rules say", (route) => {
		const facts = { ...opened(), route };
		const effects = routeEffects(route);
		expect(effects.includes("help_at_once")).toBe(whyNot(facts, "decide_help").length === 0);
		expect(effects.includes("in_order")).toBe(whyNot(facts, "conclude_strengths").includes("clarify-first"));
		expect(effects.includes("group_plan")).toBe(whyNot(facts, "decide_help").includes("group-plan-not-offered"));
		expect(new Set(effects).size).toBe(effects.length);
	});

	it("looks back sooner on a full route than on a light one, and by where the child lives", () => {
		expect(lookBackBy("light", "home", "2026-11-22")).toBe("2027-05-22");
		expect(lookBackBy("full", "home", "2026-11-22")).toBe("2027-02-22");
		expect(lookBackBy("light", "foster_return", "2026-11-22")).toBe("2027-02-22");
	});
});
