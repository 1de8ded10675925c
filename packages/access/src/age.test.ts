import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ageOn, dayInAmsterdam, isOwnYoungChild, whoMustAgree, whyMustAgree } from "./age.ts";

describe("age", () => {
	it.each([
		["2013-11-22", "2026-11-21", 12],
		["2013-11-22", "2026-11-22", 13],
		["2012-02-29", "2024-02-28", 11],
		["2012-02-29", "2024-02-29", 12],
		["2012-02-29", "2025-02-28", 12],
		["2012-02-29", "2025-03-01", 13],
		["2014-12-31", "2026-12-30", 11],
	])("of somebody born on %s is, on %s, %i years", (born, on, age) => {
		expect(ageOn(born, on)).toBe(age);
	});

	it("never falls as days go by", () => {
		const day = fc
			.date({ min: new Date("1940-01-01"), max: new Date("2060-01-01"), noInvalidDate: true })
			.map((date) => date.toISOString().slice(0, 10));
		fc.assert(
			fc.property(day, day, day, (born, one, other) => {
				const [earlier, later] = [one, other].sort() as [string, string];
				expect(ageOn(born, later)).toBeGreaterThanOrEqual(ageOn(born, earlier));
			}),
		);
	});
});

describe("the day in the Netherlands", () => {
	it.each([
		["2026-03-28T23:30:00Z", "2026-03-29"],
		["2026-10-24T21:59:59Z", "2026-10-24"],
		["2026-10-24T22:00:00Z", "2026-10-25"],
		["2026-10-25T22:59:59Z", "2026-10-25"],
		["2026-10-25T23:00:00Z", "2026-10-26"],
		["2026-12-31T23:00:00Z", "2027-01-01"],
	])("at %s is %s", (moment, day) => {
		expect(dayInAmsterdam(new Date(moment))).toBe(day);
	});
});

describe("who must agree to help", () => {
	const today = "2026-11-22";
	const authority = (parentId: string, childId: string, holds: "yes" | "no" | "unknown" = "yes") => ({ parentId, childId, holds });

	it.each([
		["a child of 11", "2015-11-21", ["mother", "father"]],
		["a young person who turns 12 today", "2014-11-22", ["child", "mother", "father"]],
		["a young person of 15", "2011-11-01", ["child", "mother", "father"]],
		["a young person who turns 16 today", "2010-11-22", ["child"]],
		["a young adult of 18", "2008-11-22", []],
		["a child without a date of birth", null, ["mother", "father"]],
	])("for %s", (_who, bornOn, expected) => {
		expect(whoMustAgree([{ id: "child", bornOn }], [authority("mother", "child"), authority("father", "child")], today)).toEqual(expected);
	});

	it("asks no parent whose authority is unknown or absent", () => {
		const facts = [authority("mother", "child", "unknown"), authority("father", "child", "no")];
		expect(whoMustAgree([{ id: "child", bornOn: "2020-01-01" }], facts, today)).toEqual([]);
	});

	it("asks each person once, however many children there are", () => {
		const children = ["one", "two", "three"].map((id) => ({ id, bornOn: "2018-05-05" }));
		const facts = children.flatMap((child) => [authority("mother", child.id), authority("father", child.id)]);
		expect(whoMustAgree(children, facts, today)).toEqual(["mother", "father"]);
	});

	it("says why, per child", () => {
		const children = [
			{ id: "girl", bornOn: "2013-05-05" },
			{ id: "boy", bornOn: "2020-01-01" },
			{ id: "eldest", bornOn: "2010-01-01" },
		];
		const facts = children.map(({ id }) => authority("mother", id));
		expect(whyMustAgree(children, facts, today)).toEqual([
			{ personId: "girl", why: "twelve" },
			{ personId: "mother", why: "authority", childId: "girl" },
			{ personId: "mother", why: "authority", childId: "boy" },
			{ personId: "eldest", why: "twelve" },
		]);
	});
});

describe("whose own young child it is", () => {
	const today = "2026-11-22";
	const held = (parentId: string, childId: string, holds: "yes" | "no" | "unknown" = "yes") => ({ parentId, childId, holds });

	it.each([
		["under 12", "2014-11-23", [held("mother", "child")], true],
		["12 today", "2014-11-22", [held("mother", "child")], false],
		["15", "2011-01-01", [held("mother", "child")], false],
		["over whom both parents have authority", "2020-01-01", [held("father", "child"), held("mother", "child")], true],
		["of whom no date of birth is known", null, [held("mother", "child")], true],
		["over whom she has no authority", "2020-01-01", [held("mother", "child", "no")], false],
		["of whom authority is not known", "2020-01-01", [held("mother", "child", "unknown")], false],
		["over whom another parent has authority", "2020-01-01", [held("father", "child")], false],
		["whose brother she has authority over", "2020-01-01", [held("mother", "brother")], false],
	])("a mother and a child %s", (_who, bornOn, authority, expected) => {
		expect(isOwnYoungChild({ id: "child", bornOn }, "mother", authority, today)).toBe(expected);
	});
});
