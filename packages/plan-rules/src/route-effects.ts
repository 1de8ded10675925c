import { dueDefaults, evaluationDue, type Placement } from "./due-dates.ts";
import type { PlanFacts, Route } from "./facts.ts";
import { type Move, whyNot } from "./moves.ts";
import type { ReasonCode } from "./reasons.ts";

/** What a route changes in the rest of the plan, each with its words (`clarify.effect.<code>`). */
export type RouteEffect =
	| "act"
	| "in_order"
	| "any_order"
	| "inquiry"
	| "scientist"
	| "network_first"
	| "network_free"
	| "group_plan"
	| "help_at_once"
	| "compare"
	| "compare_free";

const unwritten = { state: "not_started", once: false, worded: false, agreed: false } as const;
/** A plan in which nothing was done yet: what a route asks of it, it asks of everyone. */
const untouched: PlanFacts = {
	open: true,
	route: null,
	complex: false,
	steps: { clarify: unwritten, strengths: unwritten, goals: unwritten, network: unwritten, help: unwritten, evaluate: unwritten },
	expectations: { family: false, professional: false },
	said: { strength: false, safety: false },
	mustAgree: [],
	goals: [],
	review: "none",
	routeConsult: "none",
	reviewAsked: false,
	crisisActed: false,
	network: { looked: false, skipped: false },
	groupPlan: { offered: false, answered: false },
	helpDecided: false,
	helpCompared: false,
	helpArranged: false,
	evaluation: { planned: false, scored: false, held: false },
	versionWaiting: false,
};

/**
 * What a route changes in the rest of the plan, for people who still choose. Read off the rules themselves, so that the page never
 * promises what the plan does not keep.
 */
export function routeEffects(route: Route): RouteEffect[] {
	const facts: PlanFacts = { ...untouched, route };
	const asks = (move: Move, reason: ReasonCode) => whyNot(facts, move).includes(reason);
	const effects: RouteEffect[] = [];
	if (asks("conclude_clarify", "crisis-act-missing")) effects.push("act");
	effects.push(asks("conclude_strengths", "clarify-first") ? "in_order" : "any_order");
	if (asks("conclude_strengths", "inquiry-plan-missing")) effects.push("inquiry");
	if (asks("conclude_goals", "review-missing")) effects.push("scientist");
	const groupPlanFirst = asks("decide_help", "group-plan-not-offered");
	const networkFirst = asks("decide_help", "network-first");
	if (networkFirst) effects.push("network_first");
	if (groupPlanFirst) effects.push("group_plan");
	if (!networkFirst) effects.push(groupPlanFirst ? "network_free" : "help_at_once");
	const compares = whyNot({ ...facts, helpDecided: true }, "conclude_help").includes("options-not-compared");
	// A crisis does not choose between kinds of help: it acts.
	if (!effects.includes("act")) effects.push(compares ? "compare" : "compare_free");
	return effects;
}

/** The day on which people look back at the latest when they choose this route today. */
export function lookBackBy(route: Route, placement: Placement, today: string, settings = dueDefaults): string {
	return evaluationDue(today, route, placement, settings);
}
