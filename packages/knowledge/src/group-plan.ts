import type { ListInWords, Source } from "./source.ts";

/**
 * A plan by the family and its own people, before professional help is decided. In the project's own words; the law itself says it
 * exactly, and goes first.
 */
export const groupPlanSource: Source = {
	title: "Jeugdwet, artikel 1.1, 2.1 onder g en 4.1.2",
	authors: "wetten.overheid.nl",
	year: 2015,
};

export type GroupPlanPart = "what" | "right" | "limit" | "help";
export const groupPlanParts: readonly GroupPlanPart[] = ["what", "right", "help", "limit"];

/** What it is, that it is a right, what a family may ask, and where it ends. */
export const groupPlanKnowledge: Readonly<Record<GroupPlanPart, ListInWords>> = {
	what: {
		nl: [
			"Een plan dat ouders zelf maken, met de mensen om hen heen.",
			"Dat kan met familie, vrienden, buren of iemand van school. Jullie kiezen wie.",
			"In het plan staat wat er nodig is, en wie wat doet.",
		],
		en: [
			"A plan that parents make themselves, with the people around them.",
			"With relatives, friends, neighbours or somebody from school. You choose who.",
			"The plan says what is needed, and who does what.",
		],
	},
	right: {
		nl: [
			"Dit is een recht. Het staat in de Jeugdwet.",
			"Wie hulp geeft, biedt het je eerst aan. Je krijgt er tijd voor.",
			"Je mag ook nee zeggen. Dan maken we het plan samen.",
		],
		en: [
			"This is a right. It is in the Dutch Youth Act.",
			"Who gives help offers it to you first. You get time for it.",
			"You may also say no. Then we make the plan together.",
		],
	},
	help: {
		nl: ["Wil je er hulp bij? Vraag het aan je coach.", "Je coach hoeft niet bij het gesprek te zijn."],
		en: ["Would you like help with it? Ask your coach.", "Your coach need not be at the talk."],
	},
	limit: {
		nl: ["Is een kind niet veilig? Dan kan het anders gaan. Je coach zegt dan waarom."],
		en: ["Is a child not safe? Then it can go another way. Your coach says why."],
	},
};
