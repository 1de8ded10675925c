import { ageOn } from "@samenplan/access/age";
import type { Milestone } from "@samenplan/contract/milestones";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { birthdayOn, milestonesOf } from "./milestones.ts";

const today = "2026-11-22";
const written = (of: Partial<Milestone>): Milestone => ({
	id: "m",
	personId: "girl",
	kind: "school_change",
	onDay: "2027-08-20",
	text: "",
	doneOn: null,
	writtenBy: "mother",
	language: "nl",
	version: 1,
	createdAt: "2026-11-01T10:00:00Z",
	...of,
});
const states = (bornOn: string | null, kept: Milestone[] = []) =>
	milestonesOf([{ id: "girl", bornOn }], kept, today).map(({ kind, onDay, state }) => [kind, onDay, state]);

describe("milestones", () => {
	it.each([
		["2015-03-10", [["age_12", "2027-03-10", "ahead"]], "twelve comes within two years"],
		["2014-12-07", [["age_12", "2026-12-07", "ahead"]], "more than two weeks before it is ahead"],
		["2014-12-05", [["age_12", "2026-12-05", "now"]], "two weeks before, it brings the coordinator back"],
		["2014-10-01", [["age_12", "2026-10-01", "now"]], "so do the two months after"],
		["2014-09-01", [], "after that it is over"],
		["2017-01-01", [], "more than two years away shows nothing yet"],
		["2009-12-01", [["age_18", "2027-12-01", "ahead"]], "eighteen is the last"],
		["2022-12-01", [["age_4", "2026-12-01", "now"]], "four brings school"],
		["2010-12-10", [["age_16", "2026-12-10", "ahead"]], "sixteen comes, eighteen is too far"],
		["2000-01-01", [], "nothing for somebody who is grown up"],
		[null, [], "nothing without a date of birth"],
	] as const)("a child born on %s: %j (%s)", (bornOn, expected, _why) => expect(states(bornOn)).toEqual(expected));

	it("shows what was written down, also long ago, and an age only once", () => {
		expect(states(null, [written({}), written({ kind: "move", onDay: "2025-01-01" })])).toEqual([
			["move", "2025-01-01", "now"],
			["school_change", "2027-08-20", "ahead"],
		]);
		const talked = written({ kind: "age_12", onDay: "2026-12-15", doneOn: "2026-11-20" });
		expect(states("2014-12-15", [talked])).toEqual([["age_12", "2026-12-15", "talked"]]);
	});

	it("reaches an age on the day on which the law counts it", () => {
		expect(birthdayOn("2012-02-29", 12)).toBe("2024-02-29");
		expect(birthdayOn("2012-02-29", 18)).toBe("2030-03-01");
		const born = fc.integer({ min: 0, max: 20_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
		fc.assert(
			fc.property(born, fc.constantFrom(4, 12, 16, 18), (bornOn, age) => {
				const day = birthdayOn(bornOn, age);
				const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
				return ageOn(bornOn, day) === age && ageOn(bornOn, before) === age - 1;
			}),
		);
	});
});
