import { type HardWord, hardWords } from "@samenplan/knowledge/words";

/** The general meaning of a word that the family put in its list, in whatever language it was put there. */
export function knownWord(word: string): HardWord | undefined {
	const same = (one: string) => one.toLowerCase() === word.trim().toLowerCase();
	return Object.values(hardWords).find((known) => same(known.word.nl) || same(known.word.en));
}
