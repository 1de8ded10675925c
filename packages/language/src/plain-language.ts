/**
 * How easy a Dutch text reads, by machine: a help while writing and a gate for the product's own messages. It counts; it does
 * not understand. Measure after W.H. Douma (1960), the Dutch form of Flesch's reading ease.
 */

export type PlainLanguage = {
	/** Flesch-Douma: 206.84 - 0.77 x syllables per 100 words - 0.93 x words per sentence. 80 and more reads easily. */
	score: number;
	sentences: number;
	words: number;
	/** Words of the longest sentence. */
	longest: number;
};

/** Parts a text into sentences; a line break ends one too. */
export function sentencesOf(text: string): string[] {
	return text
		.split(/(?<=[.!?…])["”’)]*\s+|\n+/u)
		.map((sentence) => sentence.trim())
		.filter((sentence) => wordsOf(sentence).length > 0);
}

/** The words of a text, without signs; numbers count as words. */
export function wordsOf(text: string): string[] {
	return text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
}

/**
 * Syllables of a Dutch word, by its vowels. Right for nearly all everyday words; "idee" counts 2, "beëindigen" 4,
 * "zoeën" 2. Numbers count as two.
 */
export function syllablesOf(word: string): number {
	if (/^\d+$/.test(word)) return 2;
	const plain = word
		.toLowerCase()
		.replace(/[äëïöü]/g, (letter) => `-${letter.normalize("NFD")[0]}`)
		.normalize("NFD")
		.replace(/\p{M}/gu, "");
	// Longest first; an "i" or "y" after a vowel belongs to it ("mooi", "spray"), a "j" before one does not.
	const groups = plain.match(/aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|eu|ei|ij|ou|au|oe|ui|ai|oi|ay|oy|[aeiouy]/g);
	return Math.max(1, groups?.length ?? 1);
}

/** Reads a text: score, number of sentences and words, longest sentence. An empty text reads perfectly. */
export function readPlainLanguage(text: string): PlainLanguage {
	const sentences = sentencesOf(text);
	const counts = sentences.map((sentence) => wordsOf(sentence).length);
	const words = counts.reduce((sum, count) => sum + count, 0);
	if (words === 0) return { score: 100, sentences: 0, words: 0, longest: 0 };
	const syllables = wordsOf(text).reduce((sum, word) => sum + syllablesOf(word), 0);
	const score = 206.84 - 0.77 * ((100 * syllables) / words) - 0.93 * (words / sentences.length);
	return { score: Math.round(score * 10) / 10, sentences: sentences.length, words, longest: Math.max(...counts) };
}
