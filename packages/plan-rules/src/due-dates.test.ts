import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	answerDue,
	checkInAtMost,
	checkInDue,
	evaluationAtMost,
	evaluationDue,
	firstContactDue,
	guardianTalkDue,
	lastCheckInDay,
	lastEvaluationDay,
} from "./due-dates.ts";
import { addMonths, addWorkingDays, isWorkingDay, publicHolidays } from "./working-days.ts";

describe("due dates", () => {
	it.each([
		["2026-11-20", "2026-11-27", "a week with no free days"],
		["2026-12-22", "2026-12-30", "over Christmas: the 25th is free, the 26th is a Saturday"],
		["2026-04-02", "2026-04-10", "over Easter Monday"],
		["2025-05-02", "2025-05-12", "over Liberation Day, free in 2025"],
	])("a family opened on %s has its first contact by %s (%s)", (opened, due) => expect(firstContactDue(opened)).toBe(due));

	it("an answer to a question is due after three working days", () => expect(answerDue("2026-11-20")).toBe("2026-11-25"));

	it.each([
		["full", "home", "2027-02-22"],
		["explore", "home", "2027-02-22"],
		["crisis", "home", "2027-02-22"],
		[null, "home", "2027-02-22"],
		["light", "home", "2027-05-22"],
		["full", "foster_return", "2027-02-22"],
		["light", "foster_return", "2027-02-22"],
		["full", "foster_long", "2027-05-22"],
		["full", "residential", "2027-02-22"],
	] as const)("a plan by the %s route, %s, is evaluated on %s", (route, placement, due) =>
		expect(evaluationDue("2026-11-22", route, placement)).toBe(due),
	);

	it("a light plan may wait ten months", () => {
		expect(evaluationAtMost("2026-11-22", "light")).toBe("2027-09-22");
		expect(evaluationAtMost("2026-11-22", "full")).toBe("2027-02-22");
	});

	it.each([
		["full", "home", "2026-11-22", "2027-02-22", "three months from the day it is set"],
		["light", "home", "2026-11-22", "2027-09-22", "a light plan ten months"],
		["light", "foster_return", "2026-11-22", "2027-02-22", "with a child in foster care three months, whatever the route"],
		["full", "foster_long", "2026-11-22", "2027-05-22", "in long foster care six months"],
		["full", "residential", "2026-11-22", "2027-02-22", "in a home three months"],
		["full", "home", "2026-10-01", "2027-01-01", "moving it does not begin the time anew"],
		["full", "home", "2026-06-01", "2026-12-06", "when that time is over: two weeks to make a talk"],
	] as const)("by the %s route, %s, set on %s, an evaluation stands on %s at the latest (%s)", (route, placement, setOn, last, _why) =>
		expect(lastEvaluationDay({ today: "2026-11-22", setOn, route, placement })).toBe(last),
	);

	it("asks how it goes six weeks after closing, and within half a year", () => {
		expect(checkInDue("2026-11-22")).toBe("2027-01-03");
		expect(checkInAtMost("2026-11-22")).toBe("2027-05-22");
		expect(lastCheckInDay("2026-11-22", "2027-01-03")).toBe("2027-05-22");
		expect(lastCheckInDay("2026-01-10", "2026-11-22")).toBe("2026-12-06");
	});

	it("a guardian speaks with the parents within six weeks", () => expect(guardianTalkDue("2026-11-22")).toBe("2027-01-03"));

	it("months end on their last day", () => {
		expect(addMonths("2026-11-30", 3)).toBe("2027-02-28");
		expect(addMonths("2027-11-30", 3)).toBe("2028-02-29");
		expect(addMonths("2026-08-31", 6)).toBe("2027-02-28");
	});

	it("knows the free days of the Netherlands", () => {
		expect(publicHolidays(2026)).toEqual([
			"2026-01-01",
			"2026-04-06",
			"2026-04-27",
			"2026-05-14",
			"2026-05-25",
			"2026-12-25",
			"2026-12-26",
		]);
		expect(publicHolidays(2025)).toContain("2025-04-26");
	});

	it("always ends on a working day, later than it began", () => {
		const day = fc.integer({ min: 0, max: 20_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
		fc.assert(
			fc.property(day, fc.integer({ min: 1, max: 30 }), (from, days) => {
				const due = addWorkingDays(from, days);
				expect(isWorkingDay(due)).toBe(true);
				expect(due > from).toBe(true);
			}),
		);
	});
});
