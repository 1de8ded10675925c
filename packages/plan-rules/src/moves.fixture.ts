import type { GoalFacts, PlanFacts, StepFacts } from "./facts.ts";

export const agreedGoal: GoalFacts = { noticeable: true, forSomebody: true, waitingFor: [] };
const bare: StepFacts = { state: "not_started", once: false, worded: false, agreed: false };
const done: StepFacts = { state: "concluded", once: true, worded: true, agreed: false };

/** A plan that was opened a moment ago. */
export function opened(): PlanFacts {
	return {
		open: true,
		route: null,
		complex: false,
		steps: { clarify: bare, strengths: bare, goals: bare, network: bare, help: bare, evaluate: bare },
		expectations: { family: false, professional: false },
		said: { strength: false, safety: false },
		mustAgree: ["mother", "father"],
		goals: [],
		review: "none",
		reviewAsked: false,
		routeConsult: "none",
		crisisActed: false,
		network: { looked: false, skipped: false },
		groupPlan: { offered: false, answered: false },
		helpDecided: false,
		helpCompared: false,
		helpArranged: false,
		evaluation: { planned: false, scored: false, held: false },
		versionWaiting: false,
	};
}

/** Everything of step 1 is there, and it is not concluded yet. */
export function clarified(): PlanFacts {
	const facts = opened();
	return {
		...facts,
		route: "full",
		steps: { ...facts.steps, clarify: { state: "in_progress", once: false, worded: true, agreed: false } },
		expectations: { family: true, professional: true },
	};
}

/** Steps 1 and 2 are concluded; a goal lies ready and is agreed. */
export function withGoal(): PlanFacts {
	const facts = clarified();
	return {
		...facts,
		steps: { ...facts.steps, clarify: done, strengths: done, goals: { state: "in_progress", once: false, worded: false, agreed: false } },
		said: { strength: true, safety: true },
		goals: [agreedGoal],
	};
}

/** Steps 1 to 4 are concluded, and the family answered the offer of a plan of its own. */
export function readyForHelp(): PlanFacts {
	const facts = withGoal();
	return {
		...facts,
		steps: { ...facts.steps, goals: done, network: done },
		network: { looked: true, skipped: false },
		groupPlan: { offered: true, answered: true },
	};
}
