import { describe, expect, it } from "vitest";
import { hardWords, wordCodes, wordsSource } from "./words.ts";

describe("words that mean different things", () => {
	it("are the eleven of the source, each with both meanings and what one sees at home, in each language", () => {
		expect(wordCodes).toHaveLength(11);
		expect(Object.keys(hardWords).sort()).toEqual([...wordCodes].sort());
		for (const code of wordCodes)
			for (const part of Object.values(hardWords[code])) for (const words of [part.nl, part.en]) expect(words.trim(), code).not.toBe("");
		expect(wordsSource.year).toBe(2022);
	});

	it("never mean the same to both: otherwise the word need not stand here", () => {
		for (const code of wordCodes)
			for (const language of ["nl", "en"] as const)
				expect(hardWords[code].parents[language], code).not.toBe(hardWords[code].professionals[language]);
	});

	it("are said in short sentences of at most fifteen words", () => {
		for (const code of wordCodes)
			for (const { nl } of Object.values(hardWords[code]))
				for (const sentence of nl.split(/(?<=[.?!])\s+/)) expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(15);
	});

	it("have a name of their own in each language", () => {
		for (const language of ["nl", "en"] as const) expect(new Set(wordCodes.map((code) => hardWords[code].word[language])).size).toBe(11);
	});
});
