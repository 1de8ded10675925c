import { everydayWords } from "./everyday-words.ts";
import { sentencesOf, wordsOf } from "./plain-language.ts";

export const spotKinds = ["long-sentence", "hard-word", "short-form", "passive", "negation"] as const;
/** A place in a text that is hard to read, with what to write instead where that is known. Places count in UTF-16 units. */
export type Spot = { kind: (typeof spotKinds)[number]; from: number; to: number; words: string; better?: string };

/** Words in a sentence that is easy to follow (Dutch rule of thumb for B1; `quality` asks the same of our own messages). */
export const longestSentence = 15;

/** Short forms that a reader has to know; lower case, compared without dots. */
const shortForms = new Set(
	"bv bijv enz etc evt ipv mbt tm nvt max min nr incl excl ca oa maw aub svp dmv tov obv mn dd jl resp vlgs bsn pgb ggz lvb cjg kvk wmo gz vog ots uhp mdo".split(
		" ",
	),
);

const phrases = Object.keys(everydayWords).filter((words) => words.includes(" "));
const phrase = new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.join("|")})(?![\\p{L}\\p{N}])`, "giu");

/** The everyday word for a word in one of its forms. */
function everydayFor(word: string): string | undefined {
	for (const form of [word, word.replace(/(?:'s|s|e|n)$/u, ""), word.replace(/en$/u, "")])
		if (Object.hasOwn(everydayWords, form)) return everydayWords[form];
	return undefined;
}

const separable = "(?:aan|af|bij|door|in|mee|na|om|op|over|samen|terug|toe|uit|voor|weg)?";
/** Those that end in -en without ge-, and look like a whole verb. */
const strong =
	"begrepen|begonnen|bekeken|beschreven|besloten|besproken|betrokken|bewezen|onderzocht|ontvangen|onthouden|overlegd|overwogen|verboden|verdeeld|vergeten|verloren|verwezen|voorzien";
const participle = new RegExp(`^(?:${separable}ge\\p{L}{2,}(?:d|t|en)|(?:be|her|ont|ver)\\p{L}{3,}(?:d|t)|${strong})$`, "u");
const passiveVerb = /^(?:wordt|worden|werd|werden)$/u;
const denial =
	/^(?:niet|geen|nooit|niets|niemand|nergens|zonder|noch|on(?:mogelijk|nodig|gewoon|bekend|duidelijk|veilig|voldoende|tevreden|vriendelijk))$/u;

/** What one sentence holds, counted from its own beginning. */
function spotsOf(sentence: string): Spot[] {
	const spots: Spot[] = [];
	const words = [...sentence.matchAll(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}|[\p{L}\p{N}]+(?:['’/-][\p{L}\p{N}]+)*/gu)];
	const add = (kind: Spot["kind"], from: number, text: string, better?: string) =>
		spots.push({ kind, from, to: from + text.length, words: text, ...(better !== undefined && { better }) });
	if (wordsOf(sentence).length > longestSentence) add("long-sentence", 0, sentence);
	for (const { 0: text, index } of sentence.matchAll(phrase)) add("hard-word", index, text, everydayWords[text.toLowerCase()]);
	let denials = 0;
	for (const [place, { 0: word, index }] of words.entries()) {
		const plain = word.toLowerCase().replace(/[./]/g, "");
		if (shortForms.has(plain) || /^(?:\p{L}\.){2,}$/u.test(word)) add("short-form", index, word);
		else {
			const better = everydayFor(plain);
			if (better !== undefined) add("hard-word", index, word, better);
		}
		const near = words.slice(Math.max(0, place - 2), place + 9);
		if (passiveVerb.test(plain) && near.some(({ 0: other }) => participle.test(other.toLowerCase()))) add("passive", index, word);
		if (denial.test(plain) && ++denials === 2) add("negation", index, word);
	}
	return spots;
}

/**
 * The hard places of a text: sentences of more than {@link longestSentence} words, office words, short forms, sentences in which nobody
 * does it (passive), and the second "not" of a sentence. Rules of a machine: they point, a person decides.
 */
export function findHardSpots(text: string): Spot[] {
	return createHardSpotFinder()(text);
}

/**
 * The same for a text that is being typed: a sentence that was seen before is not looked at again, so that a keystroke costs the sentence
 * it falls in.
 */
export function createHardSpotFinder(): (text: string) => Spot[] {
	let known = new Map<string, Spot[]>();
	return (text) => {
		const seen = new Map<string, Spot[]>();
		const found: Spot[] = [];
		let from = 0;
		for (const sentence of sentencesOf(text)) {
			from = text.indexOf(sentence, from);
			const spots = known.get(sentence) ?? spotsOf(sentence);
			seen.set(sentence, spots);
			for (const spot of spots) found.push({ ...spot, from: spot.from + from, to: spot.to + from });
			from += sentence.length;
		}
		known = seen;
		return found;
	};
}

/** How the whole text reads, for a gauge of three: after the measure of Douma, at the limits that the product keeps for its own messages. */
export function easeOf(score: number): "easy" | "fair" | "hard" {
	return score >= 80 ? "easy" : score >= 65 ? "fair" : "hard";
}
