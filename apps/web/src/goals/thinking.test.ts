import { describe, expect, it } from "vitest";
import { thoughtsOn } from "./thinking.ts";

const telling = { vague: ["beter", "minder"], not: ["niet", "geen"] };
const on = (text: string, asHoped = "") => thoughtsOn({ text, asHoped }, telling);

describe("questions while somebody writes a goal", () => {
	it.each<[string, string, string, string[]]>([
		["nothing is written", "", "", ["see", "self", "small"]],
		["the words can be seen", "Om acht uur in bed", "", ["see", "self", "small"]],
		["a word says little", "Het gaat beter.", "", ["vague", "self", "small"]],
		["it is described how it looks then", "Het gaat beter", "Vier keer per week samen eten", ["self", "small"]],
		["it says what should not be", "Niet meer slaan", "", ["instead", "see", "self"]],
		["both", "Minder ruzie en geen geschreeuw", "", ["vague", "instead", "self"]],
		["it is long", "woord ".repeat(26), "", ["one", "see", "self"]],
	])("when %s", (_, text, asHoped, expected) => {
		expect(on(text, asHoped).ask).toEqual(expected);
	});

	it("names the word it asks about, whatever stands around it", () => {
		expect(on("‘BETER’ luisteren").word).toBe("beter");
		expect(on("Verbeteren").word).toBeUndefined();
	});
});
