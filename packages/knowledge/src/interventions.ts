import type { HelpExample } from "./help-example.ts";
import { practicalSupport } from "./practical-support.ts";
import { programmes } from "./programmes.ts";
import type { Source } from "./source.ts";

/**
 * Examples of help to put beside each other: what they are, for which ages, how often. The source names them and does not judge
 * them here; what is on offer and what is known of it changes, so each is shown with its year and the request to check.
 */
export const interventionsSource: Source = {
	title: "QuickScan gezinnen met een intensieve zorgvraag",
	authors: "Nederlands Jeugdinstituut",
	year: 2014,
};

/** What every family can compare with: doing it with their own people, or waiting a while. */
const own: readonly HelpExample[] = [
	{
		code: "own_people",
		kind: "own",
		form: "people",
		name: { nl: "Zelf doen, met onze eigen mensen", en: "Doing it ourselves, with our own people" },
		what: { nl: "We doen het zelf. Mensen om ons heen helpen mee.", en: "We do it ourselves. People around us lend a hand." },
	},
	{
		code: "not_yet",
		kind: "own",
		name: { nl: "Nu nog even niets", en: "Nothing for the moment" },
		what: {
			nl: "We wachten af. We spreken een dag af om weer te kijken.",
			en: "We wait and see. We set a day to have another look.",
		},
	},
];

export const helpExamples: readonly HelpExample[] = [...own, ...practicalSupport, ...programmes];

/** Those that fit at least one child of these ages, in the order of the list; children of unknown age leave nothing out. */
export function examplesFor(ages: readonly number[]): HelpExample[] {
	if (ages.length === 0) return [...helpExamples];
	return helpExamples.filter(({ ages: range }) => range === undefined || ages.some((age) => age >= range[0] && age <= range[1]));
}
