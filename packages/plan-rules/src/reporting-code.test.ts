import { describe, expect, it } from "vitest";
import { directionOf } from "./reporting-code.ts";

const [yes, no] = [true, false];

describe("the five weighing questions of the reporting code", () => {
	it.each([
		[[], { next: 1 }],
		[[no], { direction: "no_suspicion" }],
		[[yes], { next: 2 }],
		[[yes, yes], { direction: "report" }],
		[[yes, no], { next: 3 }],
		[[yes, no, no], { direction: "report" }],
		[[yes, no, yes], { next: 4 }],
		[[yes, no, yes, no], { direction: "report" }],
		[[yes, no, yes, yes], { direction: "help" }],
		[[yes, no, yes, yes, yes], { direction: "help_worked" }],
		[[yes, no, yes, yes, no], { direction: "report" }],
	] as const)("%j lead to %j", (answers, expected) => {
		expect(directionOf(answers)).toEqual(expected);
	});

	it("ends at acute danger, whatever was answered to later questions", () => {
		expect(directionOf([yes, yes, yes, yes, yes])).toEqual({ direction: "report" });
	});
});
