import { createIntl, type IntlShape } from "@formatjs/intl";
import { type CatalogueLanguage, catalogueLanguageOf, type MessageKey } from "./catalogue.ts";
import { en } from "./en.ts";
import { enWork } from "./en.work.ts";
import { nl } from "./nl.ts";
import { nlWork } from "./nl.work.ts";

/** The words of the screens, for what is made away from a screen and has to read the same: a plan on paper. */
export type SayIn = (key: MessageKey, values?: Record<string, string | number>) => string;

const made = new Map<CatalogueLanguage, IntlShape>();

/** The catalogue of somebody's language; Dutch where there is none yet. */
export function sayIn(language: string): SayIn {
	const locale = catalogueLanguageOf(language);
	let intl = made.get(locale);
	if (!intl) {
		const messages = locale === "en" ? { ...en, ...enWork } : { ...nl, ...nlWork };
		intl = createIntl({ locale: locale === "en" ? "en-GB" : locale, messages });
		made.set(locale, intl);
	}
	const { formatMessage } = intl;
	return (key, values) => String(formatMessage({ id: key }, values));
}
