import type { FamilyStory, StoryPerson } from "./family-story.ts";

type Answer = "followed" | "not_followed";
type Asked = {
	kind?: "route" | "shared_picture" | "running";
	question: string;
	askedDaysAgo: number;
	/** Why it is urgent, when it is. */
	urgentBecause?: string;
	scientist?: StoryPerson;
	advice?: string;
	advisedDaysAgo?: number;
	/** Advice per step, each with its answer once the whole is answered. */
	steps?: { step: "clarify" | "strengths" | "goals" | "network" | "help" | "evaluate"; text: string; answer?: Answer; because?: string }[];
	/** What the coordinator did with it, after hearing the family. */
	answered?: { answer: Answer; because?: string; daysAgo: number };
};

/** A scientist is asked to think along; further with `advice`, and to its end with `answered`. */
export function addReview(story: FamilyStory, of: Asked): string {
	const id = story.newId("review");
	const kind = of.kind ?? "shared_picture";
	const told = story.day(of.askedDaysAgo + 1);
	// Thinking along with a case that runs makes no case complex.
	if (kind === "shared_picture") Object.assign(story.plan, { complex: true, toldFamilyOn: told });
	const advisedAt = of.advice ? story.at(of.advisedDaysAgo ?? 1) : null;
	story.rows.add("review", {
		id,
		...story.within,
		kind,
		question: of.question,
		urgent: of.urgentBecause !== undefined,
		urgentBecause: of.urgentBecause ?? "",
		toldFamilyOn: told,
		state: of.answered ? "answered" : of.advice ? "advised" : of.scientist ? "taken" : "asked",
		askedBy: story.coordinator.personId,
		askedAt: story.at(of.askedDaysAgo),
		scientistId: of.scientist?.personId ?? null,
		takenAt: of.scientist ? story.at(Math.max(0, of.askedDaysAgo - 1)) : null,
		advice: of.advice ?? "",
		advisedAt,
		firstAdvisedAt: advisedAt,
		answer: of.answered?.answer ?? null,
		because: of.answered?.because ?? "",
		heardFamilyOn: of.answered ? story.day(of.answered.daysAgo) : null,
		answeredAt: of.answered ? story.at(of.answered.daysAgo) : null,
		version: 1,
	});
	for (const { step, text, answer, because } of of.steps ?? [])
		story.rows.add("review_advice", {
			id: story.newId("review-advice"),
			familyId: story.familyId,
			reviewId: id,
			step,
			text,
			writtenBy: of.scientist?.personId,
			answer: of.answered ? (answer ?? of.answered.answer) : null,
			because: of.answered ? (because ?? "") : "",
			answeredBy: of.answered ? story.coordinator.personId : null,
			answeredAt: of.answered ? story.at(of.answered.daysAgo) : null,
			createdAt: advisedAt,
		});
	return id;
}

/** Another coordinator is asked for; arranged with `to`, the talk so many days from now. */
export function addHandover(
	story: FamilyStory,
	of: {
		by: StoryPerson;
		because: string;
		askedDaysAgo: number;
		to?: { colleague: StoryPerson; talkInDays: number; where: string; toKnow: string };
	},
): string {
	const id = story.newId("handover");
	const { to } = of;
	story.rows.add("handover", {
		id,
		...story.within,
		state: to ? "arranged" : "asked",
		fromPersonId: story.coordinator.personId,
		because: of.because,
		askedBy: of.by.personId,
		createdAt: story.at(of.askedDaysAgo),
		...(to && {
			toPersonId: to.colleague.personId,
			toKnow: to.toKnow,
			talkOn: story.day(-to.talkInDays),
			talkWhere: to.where,
			toldFamilyOn: story.day(of.askedDaysAgo),
			arrangedBy: story.coordinator.personId,
			arrangedAt: story.at(of.askedDaysAgo),
		}),
	});
	return id;
}
