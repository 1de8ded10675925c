import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { abilitiesOf, dutyAllows, dutyPolicy, familyPolicy, grantOf } from "./policy.ts";
import { duties, type Relation, relations } from "./relations.ts";
import { dutyRights, familyRights } from "./rights.ts";

/** The table of the design, said the other way round: per relation, what it may. A changed line of the policy fails here. */
const family = {
	own: [
		"goal.write",
		"action.report",
		"position.give",
		"evaluation.score",
		"cooperation.answer",
		"help.weigh",
		"own_part.read",
		"audience.widen",
		"shield.write",
		"consent.answer",
		"request.make",
		"my_data.export",
		"statement.write",
		"draft.write",
	],
	yes: [
		"calendar.take",
		"milestone.write",
		"plan.take",
		"plan.read",
		"view.write",
		"goal.propose",
		"action.write",
		"network.write",
		"ask.answer",
		"comment.write",
		"live.read",
		"who_looked.read",
		"network_member.invite",
		"share.write",
		"consent.ask",
	],
};
/** What a parent without authority, a network member and another professional have at most. */
const outside = ["action.report", "own_part.read", "shared.comment"];
const expected: Record<Relation, { yes: string[]; own: string[] }> = {
	coordinator: {
		yes: familyRights.filter(
			(right) =>
				![
					"position.give",
					"review.advise",
					"cooperation.answer",
					"own_part.read",
					"consent.answer",
					"shared.comment",
					"request.handle",
					"request.export",
					"my_data.export",
					"statement.write",
					"draft.write",
					"escalation.answer",
					"view.record_child",
				].includes(right),
		),
		own: ["draft.write"],
	},
	scientist: {
		yes: ["plan.read", "plan.take", "review.advise", "comment.write", "live.read", "work_note.write", "safety.read", "safety.write"],
		own: ["draft.write"],
	},
	parent_with_authority: {
		yes: [...family.yes, "group_plan.answer", "handover.ask"],
		own: [...family.own, "load.write", "view.record_child"],
	},
	young_person: family,
	young_person_16: { yes: [...family.yes, "handover.ask"], own: family.own },
	parent_without_authority: {
		yes: ["live.read"],
		own: [...outside, "shield.write", "consent.answer", "request.make", "my_data.export"],
	},
	network_member: { yes: ["live.read"], own: [...outside, "request.make", "my_data.export"] },
	professional: { yes: ["live.read"], own: outside },
	emergency: { yes: ["plan.read", "live.read"], own: [] },
	privacy_officer: { yes: ["request.handle", "request.export"], own: [] },
	team_lead: { yes: ["handover.arrange", "escalation.answer"], own: [] },
};

describe("the policy", () => {
	it.each(relations)("gives %s exactly what the design says", (relation) => {
		const granted = (grant: string) => familyRights.filter((right) => familyPolicy[right][relation] === grant).sort();
		expect(granted("yes")).toEqual([...expected[relation].yes].sort());
		expect(granted("own")).toEqual([...expected[relation].own].sort());
	});

	it.each([
		["families.create", ["coordinator"]],
		["caseload.read", ["coordinator"]],
		["reviews.read", ["scientist"]],
		["team.read", ["team_lead"]],
		["accounts.read", ["administrator"]],
		["accounts.write", ["administrator"]],
		["recovery.read", ["team_lead", "administrator", "privacy_officer"]],
		["recovery.decide", ["team_lead", "administrator", "privacy_officer"]],
		["organisation.read", ["administrator", "privacy_officer"]],
		["organisation.write", ["administrator"]],
		["organisation.confirm", ["administrator", "privacy_officer"]],
		["emergency.open", ["coordinator", "scientist", "team_lead"]],
		["emergency.judge", ["privacy_officer"]],
		["emergency.hear", ["scientist", "privacy_officer"]],
		["audit.search", ["privacy_officer"]],
		["audit.odd", ["privacy_officer"]],
		["requests.read", ["privacy_officer"]],
		["retention.read", ["administrator", "privacy_officer"]],
		["retention.write", ["privacy_officer"]],
		["handovers.answer", ["coordinator"]],
	] as const)("gives %s to %j only", (right, may) => {
		expect(duties.filter((duty) => dutyAllows(right, [duty]))).toEqual(may);
	});

	it("never lets an administrator break the glass, whatever else they do", () => {
		expect(dutyAllows("emergency.open", ["coordinator"])).toBe(true);
		expect(dutyAllows("emergency.open", [...duties])).toBe(false);
		// The published table reads the list itself.
		expect(dutyPolicy["emergency.open"]).not.toContain("administrator");
	});

	it("is given by one of somebody's duties, whatever the others give", () => {
		expect(dutyAllows("accounts.write", ["coordinator", "administrator"])).toBe(true);
		expect(dutyAllows("accounts.write", ["coordinator", "scientist"])).toBe(false);
	});
	it("has a line for every right", () => {
		expect(Object.keys(familyPolicy).sort()).toEqual([...familyRights].sort());
		expect(dutyRights.every((right) => duties.some((duty) => dutyAllows(right, [duty])))).toBe(true);
	});

	it("never takes a right away by adding a relation, and gives none to nobody", () => {
		fc.assert(
			fc.property(fc.constantFrom(...familyRights), fc.subarray([...relations]), fc.constantFrom(...relations), (right, some, one) => {
				if (grantOf(right, some) === "yes") expect(grantOf(right, [...some, one])).toBe("yes");
				if (grantOf(right, some)) expect(grantOf(right, [...some, one])).toBeDefined();
			}),
		);
		expect(abilitiesOf([])).toEqual([]);
	});
});
