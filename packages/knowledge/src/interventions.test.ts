import { describe, expect, it } from "vitest";
import { groupPlanKnowledge, groupPlanParts, groupPlanSource } from "./group-plan.ts";
import { examplesFor, helpExamples, interventionsSource } from "./interventions.ts";

const words = (text: string) => text.split(/\s+/).length;

describe("examples of help", () => {
	it("each has a name and says what it is in both languages, once", () => {
		expect(new Set(helpExamples.map(({ code }) => code)).size).toBe(helpExamples.length);
		for (const { code, name, what } of helpExamples)
			for (const language of ["nl", "en"] as const) {
				expect(name[language].length, code).toBeGreaterThan(3);
				// What is copied into an option has to fit the line for a name.
				expect(name[language].length, code).toBeLessThanOrEqual(200);
				for (const sentence of what[language].split(/(?<=[.!?])\s+/)) expect(words(sentence), sentence).toBeLessThanOrEqual(16);
			}
	});

	it("fit the ages of the children, from the first year up to and including the last", () => {
		const codes = (...ages: number[]) => examplesFor(ages).map(({ code }) => code);
		expect(codes(5)).toContain("basic_trust");
		expect(codes(6)).not.toContain("basic_trust");
		expect(codes(2)).toContain("pcit");
		expect(codes(1)).not.toContain("pcit");
		expect(codes(1, 14)).toEqual(expect.arrayContaining(["vipp_sd", "adolescent_adhd"]));
		expect(codes(30)).toEqual(expect.arrayContaining(["own_people", "respite", "iog"]));
		expect(codes(30)).not.toContain("ppg");
	});

	it("leave nothing out while no age is known", () => {
		expect(examplesFor([])).toHaveLength(helpExamples.length);
	});

	it("come from somewhere, with the year", () => {
		expect([interventionsSource.year, groupPlanSource.year]).toEqual([2014, 2015]);
	});
});

describe("a plan by the family itself", () => {
	it("is explained in short sentences, as many in each language", () => {
		for (const part of groupPlanParts) {
			expect(groupPlanKnowledge[part].nl).toHaveLength(groupPlanKnowledge[part].en.length);
			for (const line of groupPlanKnowledge[part].nl)
				for (const sentence of line.split(/(?<=[.!?])\s+/)) expect(words(sentence), sentence).toBeLessThanOrEqual(15);
		}
	});
});
