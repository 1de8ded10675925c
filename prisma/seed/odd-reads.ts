import type { StoryPerson } from "../../packages/testing/src/family-story.ts";
import { type Rows, stableId } from "../../packages/testing/src/rows.ts";

/**
 * What the privacy officer finds to look at: a coordinator who tried to open a family that is not theirs, and work late at night.
 * Both lie five days back, so that they are in the last week or this one.
 */
export function addOddReads(rows: Rows, now: Date, of: { curious: StoryPerson; tried: string; late: StoryPerson; own: string }): void {
	const back = (hour: number, minute: number) => {
		const at = new Date(now.getTime() - 5 * 86_400_000);
		at.setUTCHours(hour, minute, 0, 0);
		return at.toISOString();
	};
	const entry = (person: StoryPerson, familyKey: string, rest: Record<string, unknown>) =>
		rows.add("audit_entry", {
			event: "get /api/families/{familyId}/plan",
			action: "read",
			accountId: person.accountId,
			personId: person.personId,
			object: "plan",
			objectId: stableId(`${familyKey}/family`),
			familyId: stableId(`${familyKey}/family`),
			source: "api",
			...rest,
		});
	for (let minute = 0; minute < 4; minute += 1)
		entry(of.curious, of.tried, { at: back(10, 12 + minute), outcome: "denied", relation: "none", ground: "none" });
	for (let minute = 0; minute < 6; minute += 1)
		entry(of.late, of.own, { at: back(1, 5 + 7 * minute), outcome: "success", relation: "coordinator", ground: "relation" });
}
