import { type CatalogueLanguage, catalogueLanguageOf, directionOf } from "@samenplan/language/catalogue";

/** The messages on the screen. The professional's side has its own file, so that a phone does not load words it never shows. */
export type Messages = { language: CatalogueLanguage; words: Record<string, string>; work: boolean };

const files = {
	nl: {
		both: () => import("@samenplan/language/nl").then((m) => m.nl),
		work: () => import("@samenplan/language/nl.work").then((m) => m.nlWork),
	},
	en: {
		both: () => import("@samenplan/language/en").then((m) => m.en),
		work: () => import("@samenplan/language/en.work").then((m) => m.enWork),
	},
};
const chosenKey = "samenplan.language";

let now: Messages = { language: "nl", words: {}, work: false };
let asked = 0;
const listeners = new Set<() => void>();

export function subscribeToMessages(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

export function messagesNow(): Messages {
	return now;
}

/** The language somebody chose on this device, else that of the device. */
export function firstLanguage(): CatalogueLanguage {
	try {
		return catalogueLanguageOf(localStorage.getItem(chosenKey) ?? navigator.language);
	} catch {
		return "nl";
	}
}

/** Shows the screens in a language; `work` also loads the words of the professional's side. */
export async function showLanguage(language: CatalogueLanguage, work = now.work): Promise<void> {
	if (now.language === language && (now.work || !work) && Object.keys(now.words).length > 0) return;
	asked += 1;
	const mine = asked;
	const [both, more] = await Promise.all([files[language].both(), work ? files[language].work() : {}]);
	if (mine !== asked) return;
	now = { language, words: ready({ ...both, ...more }), work };
	document.documentElement.lang = language;
	document.documentElement.dir = directionOf(language);
	try {
		localStorage.setItem(chosenKey, language);
	} catch {
		// The choice then lasts as long as the page.
	}
	for (const listener of listeners) listener();
}

/** In a build messages come already taken apart (see `vite.messages.ts`), plain ones as words that only need their wrapping. */
function ready(words: Record<string, string>): Record<string, string> {
	if (!import.meta.env.PROD) return words;
	const wrap = (message: unknown) => (typeof message === "string" ? [{ type: 0, value: message }] : message);
	return Object.fromEntries(Object.entries(words).map(([key, message]) => [key, wrap(message)])) as Record<string, string>;
}

/** Loads the words of the professional's side too. */
export function needWorkMessages(): Promise<void> {
	return showLanguage(now.language, true);
}
