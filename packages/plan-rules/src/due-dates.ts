import type { Route } from "./facts.ts";
import { addDays, addMonths, addWorkingDays } from "./working-days.ts";

/** Where a child stays, when that changes how often we look back. */
export type Placement = "home" | "foster_return" | "foster_long" | "residential";

/** R5, as defaults of an organisation; each of them is a setting. */
export type DueSettings = {
	firstContactWorkingDays: number;
	answerWorkingDays: number;
	evaluationMonths: { light: number; full: number; foster_return: number; foster_long: number; residential: number };
	/** The furthest a light plan may put its evaluation. */
	lightEvaluationMonthsAtMost: number;
	guardianTalkWeeks: number;
};
export const dueDefaults: DueSettings = {
	firstContactWorkingDays: 5,
	answerWorkingDays: 3,
	evaluationMonths: { light: 6, full: 3, foster_return: 3, foster_long: 6, residential: 3 },
	lightEvaluationMonthsAtMost: 10,
	guardianTalkWeeks: 6,
};

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

/** A guardian speaks with the parents before this day. */
export function guardianTalkDue(lastTalkOn: string, settings = dueDefaults): string {
	return addDays(lastTalkOn, settings.guardianTalkWeeks * 7);
}
