import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { create, type Font } from "fontkit";

/** The letters of the screens, as files that a PDF can hold: Latin, and beside it the letters of Polish, Turkish and others. */
const file = (part: string, weight: number) =>
	readFileSync(
		fileURLToPath(
			import.meta.resolve(`@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${part}-${weight}-normal.woff`),
		),
	);
const weights = { plain: 400, bold: 700 } as const;
const parts = ["latin", "latin-ext"] as const;

export type Weight = keyof typeof weights;
export type Run = { text: string; font: string };

export type Letters = {
	/** The text in stretches of one font each. Signs that no font has are said in words: a picture. */
	runs: (text: string, weight: Weight) => Run[];
};

const nameOf = (weight: Weight, part: string) => `${weight}-${part}`;

/** Registers the fonts with a document. `picture` stands for a sign (an emoji) that there are no letters for. */
export function lettersFor(doc: PDFKit.PDFDocument, picture: string): Letters {
	for (const weight of ["plain", "bold"] as const)
		for (const part of parts) doc.registerFont(nameOf(weight, part), fontFile(part, weights[weight]));
	return {
		runs: (text, weight) => {
			const result: Run[] = [];
			for (const sign of signs(text, picture)) {
				const part = knownCharacters().latin.has(sign) ? "latin" : "latin-ext";
				const font = nameOf(weight, part);
				const last = result.at(-1);
				if (last?.font === font) last.text += sign;
				else result.push({ text: sign, font });
			}
			return result;
		},
	};
}

/** Whether every letter of a text can be printed here; Arabic, for one, is printed from the screen. */
export function hasLettersFor(text: string): boolean {
	return [...text.normalize("NFC")].every((sign) => !/\p{L}|\p{N}/u.test(sign) || known(sign));
}

function* signs(text: string, picture: string): Generator<string> {
	let drawn = false;
	for (const sign of text.normalize("NFC")) {
		if (known(sign)) {
			drawn = false;
			yield sign;
		} else if (/\s/u.test(sign)) yield " ";
		// The parts of one emoji are one picture.
		else if (/[\p{S}\p{P}\p{So}]/u.test(sign) && !drawn) {
			drawn = true;
			yield* picture;
		}
	}
}

const known = (sign: string) => knownCharacters().latin.has(sign) || knownCharacters()["latin-ext"].has(sign);

const files = new Map<string, Buffer>();
function fontFile(part: string, weight: number): Buffer {
	const key = `${part}-${weight}`;
	const kept = files.get(key) ?? file(part, weight);
	files.set(key, kept);
	return kept;
}

let characters: Record<(typeof parts)[number], Set<string>> | undefined;
/** Which signs the fonts have, read from the fonts themselves. */
function knownCharacters() {
	characters ??= { latin: charactersIn("latin"), "latin-ext": charactersIn("latin-ext") };
	return characters;
}

const charactersIn = (part: string) =>
	new Set((create(fontFile(part, weights.plain)) as Font).characterSet.map((point) => String.fromCodePoint(point)));
