import { describe, expect, it } from "vitest";
import { seenDifferently } from "./differences.ts";

type Said = Parameters<typeof seenDifferently>[0][number];
const said = (personId: string, subject: Said["subject"], aboutPersonId: string | null = null): Said => ({
	personId,
	subject,
	aboutPersonId,
});

describe("seeing one theme differently", () => {
	it.each<[string, Said[], boolean]>([
		["nobody said anything", [], false],
		["both say it goes well", [said("mother", "strength"), said("father", "strength")], false],
		["both find it hard", [said("mother", "concern"), said("father", "concern")], false],
		["one says well and the other hard", [said("mother", "strength"), said("father", "concern")], true],
		["help that is there counts as going well", [said("mother", "resource"), said("father", "concern")], true],
		["about being safe it counts too", [said("mother", "strength"), said("father", "safety")], true],
		["one person sees both sides", [said("mother", "strength"), said("mother", "concern")], false],
		["who sees both sides differs from nobody", [said("mother", "strength"), said("mother", "concern"), said("father", "concern")], false],
		["about another child it is not the same", [said("mother", "strength", "boy"), said("father", "concern", "baby")], false],
		["about everyone it is about this child too", [said("mother", "strength"), said("father", "concern", "baby")], true],
		["a wish is no judgement", [said("mother", "strength"), said("father", "wish")], false],
	])("%s", (_, views, differs) => {
		expect(seenDifferently(views)).toBe(differs);
		expect(seenDifferently([...views].reverse())).toBe(differs);
	});
});
