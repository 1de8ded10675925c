import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { everydayWords } from "./everyday-words.ts";
import { createHardSpotFinder, easeOf, findHardSpots } from "./hard-spots.ts";
import { syllablesOf, wordsOf } from "./plain-language.ts";

const inShort = (text: string) => findHardSpots(text).map(({ kind, words }) => `${kind}: ${words}`);

describe("hard spots of a text", () => {
	it("finds short forms with and without dots", () => {
		expect(inShort("Bel m.b.t. de PGB, enz.")).toEqual(["short-form: m.b.t.", "short-form: PGB", "short-form: enz"]);
	});

	it.each([
		["Indien je wilt.", "Indien", "als"],
		["De interventies helpen.", "interventies", "hulp"],
		["Wij zien complexe dingen.", "complexe", "moeilijke"],
		["We praten over de hulpvragen.", "hulpvragen", "vragen"],
		["Dit is ten behoeve van Sem.", "ten behoeve van", "voor"],
		["Een loyaliteitsconflict is zwaar.", "loyaliteitsconflict", "moeten kiezen tussen mensen van wie je houdt"],
	])("offers an everyday word in %s", (text, words, better) => {
		expect(findHardSpots(text)).toEqual([
			{ kind: "hard-word", from: text.indexOf(words), to: text.indexOf(words) + words.length, words, better },
		]);
	});

	it("finds a sentence of more than fifteen words", () => {
		expect(findHardSpots(`${"woord ".repeat(16).trim()}.`).map(({ kind }) => kind)).toEqual(["long-sentence"]);
		expect(findHardSpots(`${"woord ".repeat(15).trim()}.`)).toEqual([]);
	});

	it.each([
		["Er wordt gekeken naar school.", ["passive: wordt"]],
		["Wat besproken werd, weet oma.", ["passive: werd"]],
		["Hij wordt uitgenodigd.", ["passive: wordt"]],
		["Sem wordt twaalf.", []],
		["Het wordt beter.", []],
		["Zij worden groot en sterk.", []],
	])("knows a sentence in which nobody does it: %s", (text, found) => {
		expect(inShort(text)).toEqual(found);
	});

	it.each([
		["Dat is niet onmogelijk.", ["negation: onmogelijk"]],
		["Hij gaat nooit zonder jas.", ["negation: zonder"]],
		["Dat wil ik niet.", []],
		["Ik wil dat niet. Jij ook niet.", []],
	])("finds the second not of a sentence: %s", (text, found) => {
		expect(inShort(text)).toEqual(found);
	});

	it("points at the very words, wherever they stand", () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom("Dag.", "Indien nodig, bel.", "Er wordt gebeld.", "\n", "m.b.t. 😀 school", "é".normalize("NFD")), {
					maxLength: 30,
				}),
				(parts) => {
					const text = parts.join(" ");
					return findHardSpots(text).every(({ from, to, words }) => text.slice(from, to) === words);
				},
			),
		);
	});

	it("says the same while one types as of the whole text", () => {
		const text = "Teneinde de hulpvraag te verhelderen wordt er gesproken. Dat is niet onnodig!\nBel ons m.b.t. de evaluatie. ";
		const typed = createHardSpotFinder();
		for (let end = 1; end <= text.length; end += 1) expect(typed(text.slice(0, end))).toEqual(findHardSpots(text.slice(0, end)));
	});

	it("keeps up with whoever types in two thousand words", () => {
		const sentence = "Wij kijken samen naar de hulpvraag en dan wordt er een plan gemaakt met jullie. ";
		const text = sentence.repeat(Math.ceil(2000 / wordsOf(sentence).length));
		expect(wordsOf(text).length).toBeGreaterThanOrEqual(2000);
		const typed = createHardSpotFinder();
		typed(text);
		const times = Array.from({ length: 60 }, (_, key) => {
			const start = performance.now();
			typed(`${text}${"Indien dat kan".slice(0, 1 + (key % 14))}`);
			return performance.now() - start;
		}).sort((one, other) => one - other);
		expect(times[30]).toBeLessThan(16);
	});
});

describe("everyday words", () => {
	const entries = Object.entries(everydayWords);

	it("are there for at least three hundred words of an office and of youth care", () => {
		expect(entries.length).toBeGreaterThanOrEqual(300);
	});

	it("hold no hard word themselves, and are not what they replace", () => {
		const hard = entries.filter(([word, better]) => word === better || findHardSpots(better).some(({ kind }) => kind === "hard-word"));
		expect(hard).toEqual([]);
	});

	it("are short words", () => {
		const long = entries.filter(([, better]) => wordsOf(better).some((word) => syllablesOf(word) > 5));
		expect(long).toEqual([]);
	});
});

it("gauges a text at the limits of our own messages", () => {
	expect([100, 80, 79.9, 65, 64.9].map(easeOf)).toEqual(["easy", "easy", "fair", "fair", "hard"]);
});
