import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordChanges } from "./word-changes.ts";

const told = (before: string, after: string) =>
	wordChanges(before, after)
		.map(({ kind, text }) => (kind === "same" ? text : kind === "gone" ? `[-${text}-]` : `{+${text}+}`))
		.join("");

describe("which words of a text changed", () => {
	it.each([
		["Op tijd naar bed", "Op tijd naar bed", "Op tijd naar bed"],
		["Op tijd naar bed", "Om acht uur naar bed", "[-Op tijd -]{+Om acht uur +}naar bed"],
		["Samen eten", "Samen eten zonder ruzie", "Samen [-eten-]{+eten zonder ruzie+}"],
		["", "Vaker buiten", "{+Vaker buiten+}"],
		["Vaker buiten", "", "[-Vaker buiten-]"],
		["Elke dag, na school", "Elke dag na school", "Elke [-dag, -]{+dag +}na school"],
	])("%s -> %s", (before, after, words) => expect(told(before, after)).toBe(words));

	const text = fc
		.array(fc.constantFrom("wij", "eten", "samen", "om", "acht", " ", "\n", "uur,", "é"), { maxLength: 30 })
		.map((w) => w.join(" "));

	it("keeps both texts to the letter", () => {
		fc.assert(
			fc.property(fc.oneof(text, fc.string()), fc.oneof(text, fc.string()), (before, after) => {
				const changes = wordChanges(before, after);
				const without = (kind: string) =>
					changes
						.filter((each) => each.kind !== kind)
						.map((each) => each.text)
						.join("");
				expect(without("new")).toBe(before);
				expect(without("gone")).toBe(after);
				expect(changes.some(({ kind }) => kind !== "same")).toBe(before !== after);
			}),
		);
	});

	it("answers at once for two long texts that have nothing in common", () => {
		const long = (word: string) => Array.from({ length: 8000 }, (_, place) => `${word}${place}`).join(" ");
		const start = performance.now();
		expect(wordChanges(long("a"), long("b"))).toHaveLength(2);
		expect(performance.now() - start).toBeLessThan(1000);
	});
});
