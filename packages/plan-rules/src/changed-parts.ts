import type { PlanContent } from "@samenplan/contract/plans";

/** The parts of a plan that people decide about and that can change after a version was put before them. */
export const comparedParts = ["steps", "views", "loadCapacity", "goals", "actions", "networkTies", "asks", "decisions", "help"] as const;
export type ComparedPart = (typeof comparedParts)[number];
export type ChangedPart = { part: ComparedPart; id: string; change: "added" | "changed" | "removed"; words: string };

type Content = Pick<PlanContent, ComparedPart>;
type Item = { id: string; [field: string]: unknown };

/** What moves by itself when people work with the plan: states, counters, moments. Only words and agreements count as a change. */
const notWords = new Set([
	"version",
	"updatedAt",
	"createdAt",
	"concludedAt",
	"reportedAt",
	"state",
	"position",
	"note",
	"progress",
	"offers",
	"waitingSince",
]);

/**
 * What is different in a plan since a version of it: which parts were added, changed or taken away, with the words to know
 * them by (the new ones; for what is gone the former).
 */
export function changedParts(before: Content, now: Content): ChangedPart[] {
	return comparedParts.flatMap((part) => {
		const [old, fresh] = [before[part] as Item[], now[part] as Item[]];
		const changes: ChangedPart[] = [];
		for (const item of fresh) {
			const former = old.find(({ id }) => id === item.id);
			if (!former) changes.push({ part, id: item.id, change: "added", words: wordsOf(item) });
			else if (meaning(former) !== meaning(item)) changes.push({ part, id: item.id, change: "changed", words: wordsOf(item) });
		}
		for (const item of old)
			if (!fresh.some(({ id }) => id === item.id)) changes.push({ part, id: item.id, change: "removed", words: wordsOf(item) });
		// A step without any words says nothing new.
		return changes.filter(({ change, words }) => change !== "added" || words !== "");
	});
}

const meaning = (item: Item) =>
	JSON.stringify(
		Object.entries(item)
			.filter(([field]) => !notWords.has(field))
			.sort(([a], [b]) => a.localeCompare(b)),
	);

function wordsOf(item: Item): string {
	for (const field of ["text", "conclusion", "what", "name"]) if (typeof item[field] === "string" && item[field] !== "") return item[field];
	return "";
}
