import { describe, expect, it } from "vitest";
import { ageBandOf, ageBands } from "./development.ts";
import { practicalThemes, themeKnowledge, upbringingThemes } from "./themes.ts";

describe("what belongs to an age", () => {
	it("covers every age from birth to 19 exactly once, and no grown-up", () => {
		for (let age = 0; age < 20; age++) expect(ageBands.filter(({ from, until }) => age >= from && age < until)).toHaveLength(1);
		expect(ageBandOf(20)).toBeUndefined();
		expect(ageBandOf(4)?.from).toBe(2);
		expect(ageBandOf(12)?.from).toBe(12);
	});

	it("says the same number of things in each language, and nothing empty", () => {
		for (const band of ageBands)
			for (const list of [band.child, band.parent, band.ordinary, band.serious]) {
				expect(list.nl.length).toBe(list.en.length);
				for (const words of [...list.nl, ...list.en]) expect(words.trim()).not.toBe("");
			}
	});
});

describe("themes", () => {
	it("each have sub-themes and questions about what goes well and what is hard, in each language", () => {
		for (const theme of [...upbringingThemes, ...practicalThemes])
			for (const list of Object.values(themeKnowledge[theme])) {
				expect(list.nl.length).toBeGreaterThan(0);
				expect(list.nl.length).toBe(list.en.length);
			}
		expect(Object.keys(themeKnowledge)).toHaveLength(11);
	});
});
