import { describe, expect, it } from "vitest";
import { grantOf } from "./policy.ts";
import { audiencesOf, relationToCome } from "./readers.ts";

/** Where a rule turns: the day before and the day itself, one of many and none. */
describe("at the edge of a rule", () => {
	it("one relation that gives something is enough, whatever the others give", () => {
		expect(grantOf("goal.write", ["team_lead", "parent_with_authority"])).toBe("own");
		expect(grantOf("goal.write", ["parent_with_authority", "team_lead"])).toBe("own");
		expect(grantOf("goal.write", ["team_lead"])).toBeUndefined();
	});

	const today = "2026-06-15";
	const parent = { id: "parent", relation: "parent", bornOn: "1980-01-01" };
	const child = (bornOn: string | null) => ({ id: "child", relation: "child", bornOn });
	const fact = (childId: string, holds: "yes" | "no" = "yes", parentId = "parent") => ({ parentId, childId, holds });
	const of = (persons: Parameters<typeof relationToCome>[1]["persons"], authorities: Parameters<typeof relationToCome>[1]["authorities"]) =>
		relationToCome(parent, { persons: [parent, ...persons], authorities }, today);

	it.each([
		["2008-06-16", "parent_with_authority"],
		["2008-06-15", "parent_without_authority"],
		[null, "parent_with_authority"],
	])("a parent of a child born on %s counts as %s", (bornOn, relation) => {
		expect(of([child(bornOn)], [fact("child")])).toBe(relation);
	});
	it("authority over one child is enough, over nobody of the family is not", () => {
		expect(of([child("2015-01-01")], [fact("child", "no"), fact("child")])).toBe("parent_with_authority");
		expect(of([child("2015-01-01")], [])).toBe("parent_without_authority");
		expect(of([child("2015-01-01")], [fact("elsewhere")])).toBe("parent_without_authority");
		expect(of([child("2015-01-01")], [fact("child", "yes", "somebody")])).toBe("parent_without_authority");
		expect(of([{ id: "brother", relation: "network_member", bornOn: "2015-01-01" }], [fact("brother")])).toBe("parent_without_authority");
		expect(of([{ id: "aunt", relation: "network_member", bornOn: null }], [fact("aunt")])).toBe("parent_without_authority");
	});
	it.each([
		["2014-06-16", undefined],
		["2014-06-15", "young_person"],
		["2010-06-16", "young_person"],
		["2010-06-15", "young_person_16"],
	])("a child born on %s will be %s", (bornOn, relation) => {
		expect(relationToCome(child(bornOn), { persons: [child(bornOn)], authorities: [] }, today)).toBe(relation);
	});

	it("offers private family time to the family and staff to the professionals, also to who is more than one thing", () => {
		expect(audiencesOf(["parent_with_authority"])).toEqual(["family", "core", "circle", "named"]);
		expect(audiencesOf(["coordinator"])).toEqual(["core", "circle", "named", "staff"]);
		expect(audiencesOf(["coordinator", "parent_with_authority"])).toEqual(["core", "circle", "named", "staff"]);
		expect(audiencesOf(["parent_with_authority", "team_lead"])).toEqual(["core", "circle", "named"]);
		expect(audiencesOf(["network_member"])).toEqual([]);
	});
});
