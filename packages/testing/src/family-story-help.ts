import type { FamilyStory, StoryPerson } from "./family-story.ts";

/** A way to get help, as the family and the coordinator see it. */
export function addOption(
	story: FamilyStory,
	of: {
		name: string;
		what: string;
		knownToWork: string;
		familyFor: string;
		familyAgainst: string;
		professionalFor: string;
		professionalAgainst: string;
		waiting: string;
		distance: string;
		cost: string;
		/** What the family would like best about it, and what the professional can do themselves. */
		preference?: string;
		ownOffer?: string;
		recommended?: boolean;
		daysAgo: number;
	},
): string {
	const id = story.newId("option");
	const { daysAgo, ...texts } = of;
	story.rows.add("help_option", {
		id,
		...story.within,
		preference: "",
		ownOffer: "",
		recommended: false,
		...texts,
		writtenBy: story.coordinator.personId,
		version: 1,
		createdAt: story.at(daysAgo),
	});
	return id;
}

/** The joint decision, and the help that follows from it with its period. */
export function addHelp(
	story: FamilyStory,
	of: {
		optionId?: string;
		what: string;
		why: string;
		tookPart: StoryPerson[];
		provider: string;
		daysAgo: number;
		startedDaysAgo: number;
		endsIn: number;
		evaluationIn: number;
		state?: "planned" | "waiting" | "running" | "completed";
		waitingDays?: number;
		aftercare?: string;
		whoDoesWhat?: string;
		/** The other options that lay beside the one that was chosen. */
		comparedWith?: string[];
		weighed?: { knowledge?: string; experience?: string; wishes?: string; referral?: string; running?: string };
	},
): { decisionId: string; helpId: string } {
	const decisionId = story.newId("decision");
	const helpId = story.newId("help");
	story.rows.add("decision", {
		id: decisionId,
		...story.within,
		optionId: of.optionId ?? null,
		compared: [...(of.optionId ? [of.optionId] : []), ...(of.comparedWith ?? [])],
		weighedKnowledge: of.weighed?.knowledge ?? "",
		weighedExperience: of.weighed?.experience ?? "",
		weighedWishes: of.weighed?.wishes ?? "",
		weighedReferral: of.weighed?.referral ?? "",
		weighedRunning: of.weighed?.running ?? "",
		what: of.what,
		why: of.why,
		tookPart: of.tookPart.map(({ personId }) => personId),
		decidedOn: story.day(of.daysAgo),
		writtenBy: story.coordinator.personId,
		language: "nl",
		version: 1,
		createdAt: story.at(of.daysAgo),
	});
	story.rows.add("help", {
		id: helpId,
		...story.within,
		decisionId,
		what: of.what,
		provider: of.provider,
		startsOn: story.day(of.startedDaysAgo),
		endsOn: story.day(-of.endsIn),
		evaluationOn: story.day(-of.evaluationIn),
		aftercare: of.aftercare ?? "",
		whoDoesWhat: of.whoDoesWhat ?? "",
		stoppedBecause: "",
		insteadOfId: null,
		state: of.state ?? "running",
		waitingSince: of.waitingDays === undefined ? null : story.day(of.waitingDays),
		version: 1,
		createdAt: story.at(of.daysAgo),
	});
	return { decisionId, helpId };
}

/** Whether the advice fitted, by the person themselves; written down by the coordinator for who has no account. */
export function addAdviceCheck(
	story: FamilyStory,
	helpId: string,
	of: { person: StoryPerson; fitted: "fitted" | "partly" | "not"; text: string; recorded?: boolean; daysAgo: number },
): void {
	story.rows.add("advice_check", {
		id: story.newId("advice"),
		familyId: story.familyId,
		helpId,
		personId: of.person.personId,
		fitted: of.fitted,
		text: of.text,
		writtenBy: of.recorded ? story.coordinator.personId : of.person.personId,
		recorded: of.recorded ?? false,
		language: "nl",
		createdAt: story.at(of.daysAgo),
	});
}

/** How the help goes; whether the advice fitted is said apart, by each for themselves. */
export function addProgress(story: FamilyStory, helpId: string, text: string, daysAgo: number): void {
	story.rows.add("progress_note", {
		id: story.newId("progress"),
		familyId: story.familyId,
		helpId,
		text,
		writtenBy: story.coordinator.personId,
		createdAt: story.at(daysAgo),
	});
}
