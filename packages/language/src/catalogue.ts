import type { nl } from "./nl.ts";
import type { nlWork } from "./nl.work.ts";

/**
 * Every message of the screens. One file per noun and language under `messages/`; Dutch comes first and is the source of the
 * keys. `<noun>.ts` holds what a family reads and is tested for plain language; `<noun>.work.ts` is for the professional's side.
 */
export type MessageKey = keyof typeof nl | keyof typeof nlWork;

/** Languages with a complete catalogue. */
export const catalogueLanguages = ["nl", "en"] as const;
export type CatalogueLanguage = (typeof catalogueLanguages)[number];

/** The language of the screens for somebody's language; Dutch where there is no catalogue yet. */
export function catalogueLanguageOf(language: string | undefined): CatalogueLanguage {
	const base = language?.toLowerCase().split("-")[0];
	return catalogueLanguages.find((one) => one === base) ?? "nl";
}

/** Right to left or left to right. */
export function directionOf(language: string): "ltr" | "rtl" {
	return /^(ar|fa|he|ur)\b/.test(language) ? "rtl" : "ltr";
}
