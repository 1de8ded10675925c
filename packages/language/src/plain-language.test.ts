import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPlainLanguage, sentencesOf, syllablesOf, wordsOf } from "./plain-language.ts";

describe("counting syllables", () => {
	it.each([
		["huis", 1],
		["moeder", 2],
		["kinderen", 3],
		["idee", 2],
		["beëindigen", 4],
		["zoeën", 2],
		["mooi", 1],
		["nieuwe", 2],
		["leeuw", 1],
		["gezinsplan", 3],
		["ijs", 1],
		["makkelijk", 3],
		["draaien", 2],
		["opvoedingsondersteuning", 7],
		["Eén", 1],
		["brrr", 1],
	])("hears %s as %i", (word, count) => {
		expect(syllablesOf(word)).toBe(count);
	});
});

describe("reading ease", () => {
	it("follows Douma's measure", () => {
		// Six words, six syllables, one sentence: 206.84 - 0.77 x 100 - 0.93 x 6.
		expect(readPlainLanguage("De poes zit op het dak.").score).toBe(124.3);
	});

	it("tells kitchen-table words from office words", () => {
		const kitchen = readPlainLanguage("We kijken samen wat er goed gaat. Jij zegt wat je nodig hebt.").score;
		const office = readPlainLanguage(
			"Teneinde de opvoedingsproblematiek te inventariseren worden betrokkenen uitgenodigd voor multidisciplinaire consultatie.",
		).score;
		expect(kitchen).toBeGreaterThan(90);
		expect(office).toBeLessThan(40);
	});

	it("never fails, whatever is typed", () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				const { score, words, longest } = readPlainLanguage(text);
				return Number.isFinite(score) && longest <= words;
			}),
		);
	});

	it("is perfect for an empty text", () => {
		expect(readPlainLanguage("  ").score).toBe(100);
	});
});

describe("parting a text", () => {
	it("ends a sentence at its sign or at the line", () => {
		expect(sentencesOf("Dag Anna! Hoe gaat het?\nTot morgen")).toEqual(["Dag Anna!", "Hoe gaat het?", "Tot morgen"]);
	});
	it("keeps joined words whole", () => {
		expect(wordsOf("Oma’s foto-album, twee keer")).toEqual(["Oma’s", "foto-album", "twee", "keer"]);
	});
});
