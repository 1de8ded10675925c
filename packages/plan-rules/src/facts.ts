import { whoMustAgree } from "@samenplan/access/age";
import type { WholePlan } from "@samenplan/contract/plans";
import type { StepKind } from "@samenplan/contract/steps";
import { agreementOf } from "./agreement.ts";

export type StepState = "not_started" | "in_progress" | "concluded" | "reopened";
export type Route = "light" | "full" | "explore" | "crisis";

/** Everything the rules need to know about a plan, and nothing more. */
export type PlanFacts = {
	open: boolean;
	route: Route | null;
	complex: boolean;
	steps: Readonly<Record<StepKind, StepFacts>>;
	/** Who said what they expect of the other. */
	expectations: { family: boolean; professional: boolean };
	/** Step 2: whether a strength, and anything about safety, has been said. */
	said: { strength: boolean; safety: boolean };
	/** Persons whose answer is needed (law and authority). */
	mustAgree: readonly string[];
	/** Goals that count: stopped ones are left out. */
	goals: readonly GoalFacts[];
	/** The scientist's look at the shared picture. */
	review: ReviewFacts;
	/** The scientist's thoughts about how to go on (step 1): answered when they were brought back to the family. */
	routeConsult: ReviewFacts;
	/** A question to the scientist, of whatever kind, has no advice yet; one at a time. */
	reviewAsked: boolean;
	/** Something was written of what was done at once in a crisis. */
	crisisActed: boolean;
	network: { looked: boolean; skipped: boolean };
	groupPlan: { offered: boolean; answered: boolean };
	helpDecided: boolean;
	/** Of the newest decision: at least two options lay side by side. */
	helpCompared: boolean;
	/** Of the newest decision: who does what until when, as soon as it chose one of the options. */
	helpArranged: boolean;
	evaluation: { planned: boolean; scored: boolean; held: boolean };
	/** A version lies before people and not everyone has answered. */
	versionWaiting: boolean;
};
export type ReviewFacts = "none" | "waiting" | "advised" | "answered";
export type StepFacts = {
	state: StepState;
	/** Concluded at least once, also when it was reopened since. */
	once: boolean;
	/** A conclusion in the family's words. */
	worded: boolean;
	/** Agreements; in step 2: something we are going to find out, as a line of the inquiry plan or as the text of earlier plans. */
	agreed: boolean;
};
export type GoalFacts = { noticeable: boolean; forSomebody: boolean; waitingFor: readonly string[] };

const unwritten: StepFacts = { state: "not_started", once: false, worded: false, agreed: false };
/** As hoped: the middle of the five levels. */
const asHoped = 2;

type Known = Pick<
	WholePlan,
	| "plan"
	| "family"
	| "steps"
	| "views"
	| "goals"
	| "positions"
	| "reviews"
	| "networkTies"
	| "asks"
	| "decisions"
	| "help"
	| "evaluations"
	| "versions"
	| "crisisActs"
	| "inquiries"
>;

/**
 * The facts of a plan, from the plan as the API sends it. Both sides use this, so that the screen offers what the API allows.
 *
 * @param today the calendar day in Europe/Amsterdam, for ages
 */
export function factsOf(whole: Known, today: string): PlanFacts {
	const { plan, family } = whole;
	const ofProfessionals = new Set(
		family.persons
			.filter(({ relation }) => relation !== "parent" && relation !== "child" && relation !== "network_member")
			.map(({ id }) => id),
	);
	const parents = new Set(family.persons.filter(({ relation }) => relation === "parent").map(({ id }) => id));
	const expectations = whole.views.filter(({ subject }) => subject === "expectation");
	const mustAgree = whoMustAgree(
		family.persons.filter(({ relation }) => relation === "child"),
		// Somebody who left the family is not asked any more, whatever was recorded before.
		family.authorities.filter(({ parentId }) => parents.has(parentId)),
		today,
	);
	const stepFacts = (kind: StepKind): StepFacts => {
		const step = whole.steps.find((each) => each.kind === kind);
		if (!step) return unwritten;
		return {
			state: step.state,
			once: step.state === "concluded" || step.concludedAt !== null,
			worded: has(step.conclusion),
			agreed: has(step.agreements) || (kind === "strengths" && whole.inquiries.some(({ state }) => state !== "dropped")),
		};
	};
	const answersTo = (goalId: string) => whole.positions.filter(({ subject, subjectId }) => subject === "goal" && subjectId === goalId);
	// A plan that was opened again begins a round of its own: the talk at which it was closed is history.
	const reopened = plan.state === "open" && plan.reopenedOn !== null;
	const held = whole.evaluations.filter(
		({ state, decision, heldOn }) =>
			state === "held" && decision !== null && !(reopened && (decision === "close" || (heldOn ?? "") < (plan.reopenedOn ?? ""))),
	);
	const decided = whole.decisions.at(-1);
	return {
		open: plan.state === "open",
		route: plan.route,
		complex: plan.complex,
		steps: {
			clarify: stepFacts("clarify"),
			strengths: stepFacts("strengths"),
			goals: stepFacts("goals"),
			network: stepFacts("network"),
			help: stepFacts("help"),
			evaluate: stepFacts("evaluate"),
		},
		expectations: {
			family: expectations.some(({ personId }) => !ofProfessionals.has(personId)),
			professional: expectations.some(({ personId }) => ofProfessionals.has(personId)),
		},
		said: {
			strength: whole.views.some(({ subject }) => subject === "strength"),
			safety: whole.views.some(({ subject, theme }) => subject === "safety" || theme === "safety"),
		},
		mustAgree,
		goals: whole.goals
			.filter(({ state }) => state !== "stopped")
			.map((goal) => ({
				noticeable: goal.levels.length === 5 && has(goal.levels[asHoped]),
				forSomebody: goal.forKind !== null,
				// A goal that is already agreed was answered by all; a word mended since does not undo that.
				waitingFor:
					goal.state === "proposed" || goal.state === "adjusted" ? agreementOf(mustAgree, goal.version, answersTo(goal.id)).waitingFor : [],
			})),
		review: reviewState(whole.reviews.filter(({ kind }) => kind === "shared_picture")),
		routeConsult: reviewState(whole.reviews.filter(({ kind }) => kind === "route")),
		reviewAsked: whole.reviews.some(({ state }) => state === "asked" || state === "taken"),
		crisisActed: whole.crisisActs.length > 0,
		network: { looked: whole.networkTies.length + whole.asks.length > 0, skipped: has(plan.networkSkippedBecause) },
		groupPlan: { offered: plan.groupPlanOfferedOn !== null, answered: plan.groupPlanAnswer !== null },
		helpDecided: whole.decisions.length > 0,
		helpCompared: (decided?.compared.length ?? 0) > 1,
		helpArranged: decided !== undefined && (decided.optionId === null || whole.help.some(({ decisionId }) => decisionId === decided.id)),
		evaluation: {
			planned: whole.evaluations.some(({ state }) => state === "planned"),
			scored: whole.evaluations.some(({ state, scores }) => state === "planned" && scores.length > 0),
			held: held.length > 0,
		},
		versionWaiting: whole.versions.some(({ state }) => state === "put"),
	};
}

function reviewState(reviews: Known["reviews"]): ReviewFacts {
	const states = new Set(reviews.map(({ state }) => state));
	// An advice that waits for its answer goes before an earlier one that was answered.
	if (states.has("advised")) return "advised";
	if (states.has("answered")) return "answered";
	return states.has("asked") || states.has("taken") ? "waiting" : "none";
}

const has = (text: string | undefined) => text !== undefined && text.trim() !== "";
