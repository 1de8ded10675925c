import { expect, it } from "vitest";
import { glossary } from "./glossary.ts";

it("uses each word for one thing only", () => {
	for (const language of ["nl", "en"] as const) {
		const words = Object.values(glossary).map((word) => word[language]);
		expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
	}
});

it("says of each word what it is, in one line", () => {
	for (const [key, { meaning }] of Object.entries(glossary)) expect(meaning, key).toMatch(/^[A-Z][^\n]{10,120}\.$/);
});
