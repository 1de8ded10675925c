import type { analysisBases, analysisKinds, Theme } from "@samenplan/contract/steps";
import type { StoryPerson } from "./family-story.ts";
import type { Rows } from "./rows.ts";

type Story = {
	rows: Rows;
	newId: (what: string) => string;
	within: { familyId: string; planId: string };
	at: (daysAgo: number) => string;
	day: (daysAgo: number) => string;
	coordinator: StoryPerson;
};

/** How a family and its coordinator come to understand what is going on: what they find out, what they know and think, which words they explain. */
export function understandingOf({ rows, newId, within, at, day, coordinator }: Story) {
	return {
		/** Something to find out; with `found` it is known now. */
		inquiry(of: {
			question: string;
			how: string;
			instrument?: string;
			suits?: boolean;
			suitsWords?: string;
			who?: StoryPerson;
			dueInDays?: number;
			found?: string;
			daysAgo: number;
		}) {
			rows.add("inquiry", {
				id: newId("inquiry"),
				...within,
				question: of.question,
				how: of.how,
				instrument: of.instrument ?? "",
				suits: of.suits ?? null,
				suitsWords: of.suitsWords ?? "",
				personId: of.who?.personId ?? null,
				dueOn: of.dueInDays === undefined ? null : day(-of.dueInDays),
				found: of.found ?? "",
				state: of.found ? "found" : "open",
				writtenBy: coordinator.personId,
				language: "nl",
				version: 1,
				createdAt: at(of.daysAgo),
			});
		},
		/** A point of the analysis. */
		point(
			kind: (typeof analysisKinds)[number],
			basis: (typeof analysisBases)[number],
			text: string,
			of: { about?: StoryPerson; theme?: Theme; daysAgo: number },
		) {
			rows.add("analysis_point", {
				id: newId("analysis_point"),
				...within,
				kind,
				basis,
				text,
				aboutPersonId: of.about?.personId ?? null,
				theme: of.theme ?? null,
				writtenBy: coordinator.personId,
				language: "nl",
				version: 1,
				createdAt: at(of.daysAgo),
			});
		},
		/** A word with what each means by it. */
		word(word: string, of: { family: string; professional: string; home: string; by: StoryPerson; daysAgo: number }) {
			rows.add("shared_word", {
				id: newId("shared_word"),
				...within,
				word,
				familyMeans: of.family,
				professionalMeans: of.professional,
				atHome: of.home,
				writtenBy: of.by.personId,
				language: "nl",
				version: 1,
				createdAt: at(of.daysAgo),
			});
		},
	};
}
