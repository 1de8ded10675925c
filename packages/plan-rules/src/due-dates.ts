import type { Route } from "./facts.ts";
import { addDays, addMonths, addWorkingDays } from "./working-days.ts";

/** Where a child stays, when that changes how often we look back. */
export type Placement = "home" | "foster_return" | "foster_long" | "residential";

/**
 * The days of R5-R10 that an organisation can set. Those that count whole days for reminders and signals are read by the database
 * under these names too.
 */
export type DueSettings = {
	/** R5: the first contact after opening a family. */
	firstContactWorkingDays: number;
	/** R8: an answer to a question. */
	answerWorkingDays: number;
	evaluationMonths: { light: number; full: number; foster_return: number; foster_long: number; residential: number };
	/** The furthest a light plan may put its evaluation. */
	lightEvaluationMonthsAtMost: number;
	/** R5: a talk with the parents while a child does not live at home. */
	guardianTalkWeeks: number;
	/** So long before the talk people are asked how it goes. */
	evaluationSoonDays: number;
	/** Answers to a version that was put before people. */
	versionAnswerDays: number;
	/** R9: help on a waiting list. */
	helpWaitsDays: number;
	/** R9: nobody wrote anything. */
	stalledDays: number;
	/** A scientist takes a look; sooner when it is urgent. */
	reviewWorkingDays: number;
	urgentReviewWorkingDays: number;
	/** The coordinator says what becomes of an advice. */
	adviceWorkingDays: number;
	/** R10: so long before a milestone the coordinator comes back. */
	milestoneBeforeDays: number;
	/** Another coordinator is arranged. */
	handoverWorkingDays: number;
	/** R7: so long after its day it is said once more, and so long after it the team lead hears of it. */
	afterDays: number;
	teamLeadDays: number;
};
/** What counts as long as an organisation sets nothing else. */
export const dueDefaults: DueSettings = {
	firstContactWorkingDays: 5,
	answerWorkingDays: 3,
	evaluationMonths: { light: 6, full: 3, foster_return: 3, foster_long: 6, residential: 3 },
	lightEvaluationMonthsAtMost: 10,
	guardianTalkWeeks: 6,
	evaluationSoonDays: 7,
	versionAnswerDays: 7,
	helpWaitsDays: 28,
	stalledDays: 30,
	reviewWorkingDays: 5,
	urgentReviewWorkingDays: 1,
	adviceWorkingDays: 5,
	milestoneBeforeDays: 14,
	handoverWorkingDays: 5,
	afterDays: 3,
	teamLeadDays: 7,
};

/** The days as an organisation set them; what it did not set is the default. */
export function dueSettingsOf(own: Partial<DueSettings> | null | undefined): DueSettings {
	return { ...dueDefaults, ...own, evaluationMonths: { ...dueDefaults.evaluationMonths, ...own?.evaluationMonths } };
}

/** The last day of the first contact with a new family. Days are `YYYY-MM-DD`. */
export function firstContactDue(openedOn: string, settings = dueDefaults): string {
	return addWorkingDays(openedOn, settings.firstContactWorkingDays);
}

/** The day on which a question of the family should have its answer. */
export function answerDue(askedOn: string, settings = dueDefaults): string {
	return addWorkingDays(askedOn, settings.answerWorkingDays);
}

/** When the next evaluation falls, unless people agree on another day. Without a route yet: as a full plan. */
export function evaluationDue(from: string, route: Route | null, placement: Placement = "home", settings = dueDefaults): string {
	if (placement !== "home") return addMonths(from, settings.evaluationMonths[placement]);
	return addMonths(from, route === "light" ? settings.evaluationMonths.light : settings.evaluationMonths.full);
}

/** The last day on which an evaluation may be planned: a light plan may take longer than its default. */
export function evaluationAtMost(from: string, route: Route | null, placement: Placement = "home", settings = dueDefaults): string {
	if (placement === "home" && route === "light") return addMonths(from, settings.lightEvaluationMonthsAtMost);
	return evaluationDue(from, route, placement, settings);
}

/** A talk that fell through may always be moved this many days ahead, so that nobody stands before a day that is over. */
const graceDays = 14;

/**
 * The last day on which a planned evaluation may stand. It counts from the day on which it was set, or on which we last looked back,
 * so that moving it again and again does not put it off for ever.
 *
 * @param setOn the day from which the time counts
 */
export function lastEvaluationDay(
	{ today, setOn, route, placement }: { today: string; setOn: string; route: Route | null; placement: Placement },
	settings = dueDefaults,
): string {
	return laterOf(evaluationAtMost(setOn, route, placement, settings), addDays(today, graceDays));
}

/** When we ask how it goes after closing, unless people agree on another day: six weeks. */
export function checkInDue(closedOn: string): string {
	return addDays(closedOn, 42);
}
/** The furthest such a day may lie: later than half a year it is no aftercare any more. */
export function checkInAtMost(closedOn: string): string {
	return addMonths(closedOn, 6);
}
/** The last day to which it may be moved; when that is over, soon. */
export function lastCheckInDay(closedOn: string, today: string): string {
	return laterOf(checkInAtMost(closedOn), addDays(today, graceDays));
}

function laterOf(one: string, other: string): string {
	return one.localeCompare(other) > 0 ? one : other;
}

/** A guardian speaks with the parents before this day. */
export function guardianTalkDue(lastTalkOn: string, settings = dueDefaults): string {
	return addDays(lastTalkOn, settings.guardianTalkWeeks * 7);
}
