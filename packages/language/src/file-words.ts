import { createIntl } from "@formatjs/intl";
import { file as en } from "./file-words.en.ts";
import { file as nl } from "./file-words.nl.ts";

/**
 * The words of a file that is given out: titles of its parts and names of its lines. Apart from the catalogues of the screens,
 * because a file is made by the API in the language of who gets it.
 */
const words = { nl, en } as const;

export type FileSection = keyof (typeof words)["nl"]["section"];
export type FileField = keyof (typeof words)["nl"]["field"];
export type FileWords = (typeof words)[keyof typeof words];

/** Fills in what a sentence of a file leaves open. */
export function fillWords(language: string, message: string, values: Record<string, string | number>): string {
	return createIntl({ locale: language === "en" ? "en" : "nl", messages: { message } }).formatMessage({ id: "message" }, values);
}

/** The words of a file in the reader's language; Dutch where there is no catalogue yet. */
export const fileWords = (language: string): FileWords => words[language === "en" ? "en" : "nl"];
