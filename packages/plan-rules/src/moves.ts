import { grantOf } from "@samenplan/access/policy";
import type { Relation } from "@samenplan/access/relations";
import type { FamilyRight } from "@samenplan/access/rights";
import { type StepKind, stepKinds } from "@samenplan/contract/steps";
import type { PlanFacts, ReviewFacts } from "./facts.ts";
import type { ReasonCode } from "./reasons.ts";

/** Everything the method knows as a move. Stable: the API answers a wrong one with those that are possible now. */
export const moves = [
	"choose_route",
	"choose_crisis",
	"mark_complex",
	"write_clarify",
	"conclude_clarify",
	"reopen_clarify",
	"write_strengths",
	"conclude_strengths",
	"reopen_strengths",
	"ask_review",
	"write_goals",
	"conclude_goals",
	"reopen_goals",
	"write_network",
	"conclude_network",
	"reopen_network",
	"skip_network",
	"offer_group_plan",
	"answer_group_plan",
	"write_help",
	"decide_help",
	"conclude_help",
	"reopen_help",
	"put_version",
	"write_evaluate",
	"plan_evaluation",
	"decide_evaluation",
	"conclude_evaluate",
	"reopen_evaluate",
	"close_plan",
	"reopen_plan",
] as const;
export type Move = (typeof moves)[number];

/**
 * The moves that are possible now for somebody, in the order of the method.
 *
 * @param relations what they are to the family now; somebody without any has no move
 */
export function possibleMoves(facts: PlanFacts, relations: readonly Relation[]): Move[] {
	return moves.filter((move) => whyNot(facts, move).length === 0 && grantOf(rightOf(move), relations) !== undefined);
}

/** The right with which a move is made; the policy says who has it. */
export function rightOf(move: Move): FamilyRight {
	return rightsOfTheirOwn[move] ?? "plan.steer";
}

const rightsOfTheirOwn: Partial<Record<Move, FamilyRight>> = {
	ask_review: "review.ask",
	answer_group_plan: "group_plan.answer",
	decide_help: "help.write",
	put_version: "plan.put_version",
	plan_evaluation: "evaluation.plan",
	decide_evaluation: "evaluation.decide",
	close_plan: "evaluation.decide",
};

/** Why a move is not possible; empty when it is. Every reason is named, so that the screen can say all that still misses. */
export function whyNot(facts: PlanFacts, move: Move): ReasonCode[] {
	if (!facts.open) return move === "reopen_plan" ? [] : ["plan-closed"];
	const step = stepOf(move);
	if (step) return whyNotStep(facts, step.deed, step.kind);
	switch (move as Exclude<Move, StepMove>) {
		case "choose_route":
			// The route was concluded together; changing it reopens that conversation.
			return [...when(facts.steps.clarify.state === "concluded", "step-concluded"), ...lackOfConsult(facts)];
		case "choose_crisis":
		case "mark_complex":
			return [];
		case "ask_review":
			return when(facts.reviewAsked, "review-waiting");
		case "skip_network":
			return when(facts.steps.network.once, "network-skip-not-needed");
		case "offer_group_plan":
			return [];
		case "answer_group_plan":
			return when(!facts.groupPlan.offered, "group-plan-not-offered");
		case "decide_help":
			return whyNotDecideHelp(facts);
		case "put_version":
			return [
				...when(facts.versionWaiting, "version-waiting"),
				...when(!facts.steps.clarify.worded, "question-missing"),
				...when(!facts.goals.some(({ noticeable, forSomebody }) => noticeable && forSomebody), ...lackOfGoals(facts)),
				...when(facts.mustAgree.length === 0, "nobody-may-agree"),
				// A crisis acts first and fills in later; every other complex case has its review before goals count.
				...(facts.route === "crisis" ? [] : lackOfReview(facts)),
			];
		case "plan_evaluation":
			return when(facts.evaluation.planned, "evaluation-already-planned");
		case "decide_evaluation":
		// Closing is one of the decisions of the talk, never a deed of its own.
		case "close_plan":
			return facts.evaluation.planned ? when(!facts.evaluation.scored, "no-scores") : ["evaluation-not-planned"];
		case "reopen_plan":
			return ["plan-is-open"];
	}
}

type Deed = "write" | "conclude" | "reopen";
type StepMove = `${Deed}_${StepKind}`;

/** What still misses before a step can be concluded; empty when it can. */
export function missingFor(facts: PlanFacts, kind: StepKind): ReasonCode[] {
	return [...order(facts, kind), ...conditions[kind](facts)];
}

function whyNotStep(facts: PlanFacts, deed: Deed, kind: StepKind): ReasonCode[] {
	const { state } = facts.steps[kind];
	if (deed === "reopen") return when(state !== "concluded", "step-not-concluded");
	if (state === "concluded") return ["step-concluded"];
	return deed === "write" ? [] : missingFor(facts, kind);
}

/** R2: steps go in order the first time. A crisis acts first and fills in later. */
function order(facts: PlanFacts, kind: StepKind): ReasonCode[] {
	if (facts.route === "crisis") return [];
	return stepKinds.slice(0, stepKinds.indexOf(kind)).flatMap((before) => when(!passed(facts, before), `${before}-first` as ReasonCode));
}

const conditions: Record<StepKind, (facts: PlanFacts) => ReasonCode[]> = {
	clarify: (facts) => [
		...when(!facts.steps.clarify.worded, "question-missing"),
		...when(!facts.expectations.family, "expectations-family-missing"),
		...when(!facts.expectations.professional, "expectations-coordinator-missing"),
		...when(facts.route === null, "route-missing"),
		...when(facts.route === "crisis" && !facts.crisisActed, "crisis-act-missing"),
	],
	strengths: (facts) => [
		...when(!facts.said.strength, "strength-missing"),
		...when(!facts.said.safety, "safety-missing"),
		...when(facts.route === "explore" && !facts.steps.strengths.agreed, "inquiry-plan-missing"),
		...when(!facts.steps.strengths.worded, "shared-picture-missing"),
	],
	goals: (facts) => [...lackOfGoals(facts), ...lackOfReview(facts)],
	network: (facts) => when(!facts.network.looked, "network-not-looked-at"),
	help: (facts) => (facts.helpDecided ? lackOfArrangement(facts) : ["help-undecided"]),
	// Looked back on once, and not in the middle of the next round: somebody scored, the talk is still to come.
	evaluate: (facts) => [
		...when(!facts.evaluation.held, "evaluation-not-held"),
		...when(facts.evaluation.held && facts.evaluation.scored, "talk-to-come"),
	],
};

/** R4 and step 3: one goal that is noticeable, for somebody, and answered by each who must decide; else what the best one lacks. */
function lackOfGoals({ goals, mustAgree }: PlanFacts): ReasonCode[] {
	if (goals.length === 0) return ["goal-missing"];
	const noticeable = goals.filter((goal) => goal.noticeable);
	if (noticeable.length === 0) return ["goal-not-noticeable"];
	const forSomebody = noticeable.filter((goal) => goal.forSomebody);
	if (forSomebody.length === 0) return ["goal-for-nobody"];
	if (mustAgree.length === 0) return ["nobody-may-agree"];
	return when(!forSomebody.some(({ waitingFor }) => waitingFor.length === 0), "goal-unanswered");
}

/** Step 1: with several or complex problems the scientist's ideas come back to the family, before they choose how to go on. */
function lackOfConsult({ complex, routeConsult }: PlanFacts): ReasonCode[] {
	if (!complex) return [];
	const reasons: Record<ReviewFacts, ReasonCode[]> = {
		none: ["consult-missing"],
		waiting: ["consult-waiting"],
		advised: ["consult-unanswered"],
		answered: [],
	};
	return reasons[routeConsult];
}

/** R6: a complex case, and every crisis, needs the scientist's advice and the coordinator's answer to it. */
function lackOfReview({ complex, route, review }: PlanFacts): ReasonCode[] {
	if (!complex && route !== "crisis") return [];
	const reasons: Record<ReviewFacts, ReasonCode[]> = {
		none: ["review-missing"],
		waiting: ["review-waiting"],
		advised: ["advice-unanswered"],
		answered: [],
	};
	return reasons[review];
}

/** R2: goals and the own network go before professional help, and the family group plan was offered and answered. */
function whyNotDecideHelp(facts: PlanFacts): ReasonCode[] {
	if (facts.steps.help.state === "concluded") return ["step-concluded"];
	if (facts.route === "crisis") return [];
	return [
		...order(facts, "help"),
		...when(!facts.groupPlan.offered, "group-plan-not-offered"),
		...when(facts.groupPlan.offered && !facts.groupPlan.answered, "group-plan-not-answered"),
	];
}

/** Step 5: compared side by side, and who does what until when. An everyday question needs neither; a crisis acts first. */
function lackOfArrangement({ route, helpCompared, helpArranged }: PlanFacts): ReasonCode[] {
	if (route !== "full" && route !== "explore") return [];
	return [...when(!helpCompared, "options-not-compared"), ...when(!helpArranged, "help-not-arranged")];
}

function passed(facts: PlanFacts, kind: StepKind): boolean {
	return facts.steps[kind].once || (kind === "network" && facts.network.skipped);
}

function stepOf(move: Move): { deed: Deed; kind: StepKind } | undefined {
	const [deed = "", kind = ""] = move.split("_");
	if (!(stepKinds as readonly string[]).includes(kind)) return undefined;
	if (deed === "write" || deed === "conclude" || deed === "reopen") return { deed, kind: kind as StepKind };
	return undefined;
}

function when(applies: boolean, ...codes: ReasonCode[]): ReasonCode[] {
	return applies ? codes : [];
}
