import { readdir } from "node:fs/promises";
import { nl } from "@samenplan/language/nl";
import { nlWork } from "@samenplan/language/nl.work";
import { expect, it } from "vitest";

const words: Record<string, string> = { ...nl, ...nlWork };
/** Codes that never reach the screen as a word of their own; problems have messages of their own. */
const notShown = new Set([
	"problemCodes",
	"fieldCodes",
	// Only in addresses: which kind of text is meant.
	"textKinds",
	// The page of the safety track says it in sentences.
	"safetyTrackStates",
	// The dialog that shares says for whom a yes is missing in sentences.
	"shareNeedStates",
	// Rights that open a first page.
	"doors",
]);
/** Lists that are a part of another list and are said with its words. */
const partOf: Record<string, string> = { goalOutcomes: "goalStates", talkSubjects: "positionSubjects" };

it("has a word for every value of the contract, and no word for a value that is gone", async () => {
	const folder = new URL("../../../../packages/contract/src/", `file://${import.meta.dirname}/`);
	const wanted: string[] = [];
	const problems: string[] = [];
	for (const file of await readdir(folder)) {
		if (!file.endsWith(".ts") || file.endsWith(".test.ts")) continue;
		const module = (await import(/* @vite-ignore */ new URL(file, folder).href)) as Record<string, unknown>;
		for (const [list, values] of Object.entries(module)) {
			if (!Array.isArray(values) || !values.every((value) => typeof value === "string")) continue;
			if (list === "problemCodes") problems.push(...values.flatMap((code) => [`problem.${code}.title`, `problem.${code}.words`]));
			if (list === "fieldCodes") problems.push(...values.map((code) => `problem.field.${code}`));
			if (!notShown.has(list)) wanted.push(...values.map((value) => `term.${partOf[list] ?? list}.${value}`));
		}
	}
	expect(wanted.length).toBeGreaterThan(50);
	expect(problems.filter((key) => !(key in words))).toEqual([]);
	expect(
		Object.keys(words)
			.filter((key) => key.startsWith("term."))
			.sort(),
	).toEqual([...new Set(wanted)].sort());
});
