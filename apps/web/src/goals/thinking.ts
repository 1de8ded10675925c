export const thoughts = ["vague", "instead", "one", "see", "self", "small"] as const;
export type Thought = (typeof thoughts)[number];

/** Words that say little of what one would see, and words for what should not be; both depend on the language somebody writes in. */
export type TellingWords = { vague: readonly string[]; not: readonly string[] };
type Written = { text: string; asHoped: string };

/** No more questions at once than somebody can think about. */
const most = 3;
/** A goal of more words than this often holds two. */
const longest = 25;

/**
 * Questions to somebody who writes a goal, what the words themselves bring up first: is it concrete, can we change it ourselves,
 * would we notice it. They are never a mark: a goal that raises questions is as welcome as any.
 *
 * @returns the questions, and the word that made the first of them come up
 */
export function thoughtsOn({ text, asHoped }: Written, telling: TellingWords): { ask: Thought[]; word: string | undefined } {
	const words = text.toLowerCase().match(/\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*/gu) ?? [];
	const vague = words.find((word) => telling.vague.includes(word));
	const described = asHoped.trim() !== "";
	const ask = thoughts.filter((thought) => {
		// Once it is written how it looks when it succeeds, nothing is vague any more.
		if (thought === "vague") return vague !== undefined && !described;
		if (thought === "instead") return words.some((word) => telling.not.includes(word));
		if (thought === "one") return words.length > longest;
		if (thought === "see") return vague === undefined && !described;
		return true;
	});
	return { ask: ask.slice(0, most), word: vague };
}
