import { describe, expect, it } from "vitest";
import { addDays, ageOn, dayFromNow, dayInWords, dayOf, daysBetween, momentInWords } from "./dates.ts";

describe("days in words", () => {
	it("are full words in both languages", () => {
		expect(dayInWords("2026-10-06")).toBe("dinsdag 6 oktober 2026");
		expect(dayInWords("2026-10-06", "en")).toBe("Tuesday 6 October 2026");
	});
	it("carry the time of Amsterdam, in summer and in winter", () => {
		expect(momentInWords("2026-10-06T12:30:00Z")).toBe("dinsdag 6 oktober 2026 om 14:30");
		expect(momentInWords("2026-12-06T12:30:00Z", "en")).toBe("Sunday 6 December 2026 at 13:30");
	});
	it("know that just before midnight in London it is already tomorrow in Amsterdam", () => {
		expect(dayOf("2026-06-30T22:30:00Z")).toBe("2026-07-01");
	});
});

describe("counting days", () => {
	it("does not stumble over summer time", () => {
		expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
		expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2);
		expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
		expect(daysBetween("2026-10-06", "2026-10-01")).toBe(-5);
	});
	it("says how far off a day is", () => {
		expect(dayFromNow("2026-10-07", "2026-10-06")).toBe("morgen");
		expect(dayFromNow("2026-10-09", "2026-10-06")).toBe("over 3 dagen");
		expect(dayFromNow("2026-09-06", "2026-10-06")).toBe("4 weken geleden");
	});
	it("counts full years only", () => {
		expect(ageOn("2014-10-07", "2026-10-06")).toBe(11);
		expect(ageOn("2014-10-06", "2026-10-06")).toBe(12);
		// Born on the 29th of February: a year older on the 1st of March.
		expect(ageOn("2012-02-29", "2026-02-28")).toBe(13);
	});
});
