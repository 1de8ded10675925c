import type { Relation } from "@samenplan/access/relations";
import type { StepKind } from "@samenplan/contract/steps";
import type { PlanFacts, ReviewFacts, StepFacts } from "./facts.ts";
import type { Move } from "./moves.ts";
import type { ReasonCode } from "./reasons.ts";

/*
 * The rules of the method (its table of six steps, and R1 to R6) as a table: per move what must hold, on which routes, and what is said
 * when it does not. Written from the words of the method, apart from how the rules are programmed; the two are compared cell by cell.
 */

const steps = ["clarify", "strengths", "goals", "network", "help", "evaluate"] as const;
const stepStates = ["not begun", "begun", "concluded", "opened again", "opened again, never concluded"] as const;
const advice = ["none", "waiting", "advised", "answered"] as const;

/** Everything a rule can look at, with what it can be; the first is how a plan is when it was opened a moment ago. */
export const aspects = {
	plan: ["open", "closed"],
	route: ["none", "light", "full", "explore", "crisis"],
	complex: ["no", "yes"],
	clarify: stepStates,
	strengths: stepStates,
	goals: stepStates,
	network: stepStates,
	help: stepStates,
	evaluate: stepStates,
	question: ["missing", "written"],
	familyExpects: ["nothing said", "said"],
	coordinatorExpects: ["nothing said", "said"],
	crisisAct: ["none", "written"],
	strength: ["nothing said", "said"],
	safety: ["nothing said", "said"],
	inquiryPlan: ["none", "made"],
	sharedPicture: ["missing", "written"],
	whoMustAgree: ["nobody", "two parents"],
	goal: [
		"none",
		"not noticeable",
		"for nobody",
		"one half each",
		"unanswered",
		"one unanswered, one for nobody",
		"ready",
		"one ready, one vague",
	],
	consultOnRoute: advice,
	reviewOfPicture: advice,
	questionToScientist: ["none", "open"],
	lookedAround: ["no", "yes"],
	networkSkipped: ["no", "with a reason"],
	groupPlan: ["not offered", "offered", "answered"],
	decision: ["none", "made", "compared", "arranged", "compared and arranged"],
	dayToLookBack: ["none", "planned", "planned and scored"],
	talk: ["none held", "held"],
	version: ["none waits", "waits"],
	/** What no rule looks at: words of steps that conclude on something else. */
	otherWords: ["none", "written"],
} as const;
export type Aspect = keyof typeof aspects;
export type Situation = { readonly [A in Aspect]: (typeof aspects)[A][number] };

/** A plan that was opened a moment ago. */
export const justOpened = Object.fromEntries(Object.entries(aspects).map(([aspect, [first]]) => [aspect, first])) as unknown as Situation;
/** A plan in which everything is there, on the full route, with every step begun. */
export const everythingThere = {
	...(Object.fromEntries(Object.entries(aspects).map(([aspect, values]) => [aspect, values.at(-1)])) as unknown as Situation),
	plan: "open",
	route: "full",
	complex: "no",
	clarify: "opened again",
	strengths: "opened again",
	goals: "opened again",
	network: "opened again",
	help: "opened again",
	evaluate: "opened again",
	goal: "ready",
	questionToScientist: "none",
	networkSkipped: "no",
	dayToLookBack: "planned",
	version: "none waits",
} as const satisfies Situation;

type Values<A extends Aspect> = Partial<Record<Situation[A], ReasonCode>>;
type Only = { [A in Aspect]?: readonly Situation[A][] };
/** `only`: where the rule counts. `alone`: when it speaks, nothing else is said. */
export type Rule = { source: string; moves: readonly Move[]; says: { [A in Aspect]?: Values<A> }; only?: Only; alone?: true };

const openRoutes = ["none", "light", "full", "explore"] as const;
const everyMoveBut = (but: Move): Move[] =>
	(
		[
			...["choose_route", "choose_crisis", "mark_complex", "ask_review", "skip_network", "offer_group_plan", "answer_group_plan"],
			...["decide_help", "put_version", "plan_evaluation", "decide_evaluation", "close_plan", "reopen_plan"],
			...steps.flatMap((step) => [`write_${step}`, `conclude_${step}`, `reopen_${step}`]),
		] as Move[]
	).filter((move) => move !== but);
const isPassed = ["concluded", "opened again"] as const;
const notPassed = (reason: ReasonCode) => ({ "not begun": reason, begun: reason, "opened again, never concluded": reason }) as const;
const ifConcluded = { concluded: "step-concluded" } as const;
const goalsLack = {
	none: "goal-missing",
	"not noticeable": "goal-not-noticeable",
	"for nobody": "goal-for-nobody",
	"one half each": "goal-for-nobody",
} as const;
/** A goal that could be agreed on, whatever people answered. */
const aWholeGoal = ["unanswered", "one unanswered, one for nobody", "ready", "one ready, one vague"] as const;
const reviewLacks = { none: "review-missing", waiting: "review-waiting", advised: "advice-unanswered" } as const;

export const rules: Rule[] = [
	// A closed plan is read, not changed; it can be opened again.
	{ source: "domain: plan", moves: everyMoveBut("reopen_plan"), says: { plan: { closed: "plan-closed" } }, alone: true },
	{ source: "R1: one open plan", moves: ["reopen_plan"], says: { plan: { open: "plan-is-open" } } },

	// What was concluded together changes only after it was opened again.
	...steps.flatMap((step): Rule[] => [
		{ source: "each step", moves: [`write_${step}`, `conclude_${step}`], says: { [step]: ifConcluded }, alone: true },
		{
			source: "a step can be reopened",
			moves: [`reopen_${step}`],
			says: {
				[step]: {
					"not begun": "step-not-concluded",
					begun: "step-not-concluded",
					"opened again": "step-not-concluded",
					"opened again, never concluded": "step-not-concluded",
				},
			},
		},
	]),
	{ source: "step 1: the route is chosen together", moves: ["choose_route"], says: { clarify: ifConcluded } },
	{ source: "step 5", moves: ["decide_help"], says: { help: ifConcluded }, alone: true },

	// R2: in order the first time; the network may be skipped for a reason that the family sees; a crisis fills in later.
	...(
		[
			["clarify", ["conclude_strengths", "conclude_goals", "conclude_network", "conclude_help", "conclude_evaluate", "decide_help"]],
			["strengths", ["conclude_goals", "conclude_network", "conclude_help", "conclude_evaluate", "decide_help"]],
			["goals", ["conclude_network", "conclude_help", "conclude_evaluate", "decide_help"]],
			["help", ["conclude_evaluate"]],
		] as const
	).map(([step, moves]): Rule => ({ source: "R2", moves, only: { route: openRoutes }, says: { [step]: notPassed(`${step}-first`) } })),
	{
		source: "R2",
		moves: ["conclude_help", "conclude_evaluate", "decide_help"],
		only: { route: openRoutes, networkSkipped: ["no"] },
		says: { network: notPassed("network-first") },
	},
	{
		source: "R2: skipping is for a step that was not done",
		moves: ["skip_network"],
		says: { network: Object.fromEntries(isPassed.map((state) => [state, "network-skip-not-needed"])) },
	},
	{ source: "R2", moves: ["answer_group_plan"], says: { groupPlan: { "not offered": "group-plan-not-offered" } } },
	{
		source: "R2",
		moves: ["decide_help"],
		only: { route: openRoutes },
		says: { groupPlan: { "not offered": "group-plan-not-offered", offered: "group-plan-not-answered" } },
	},

	// 1 The question in the family's words, expectations of each other spoken out, a route chosen together.
	{
		source: "step 1",
		moves: ["conclude_clarify"],
		says: {
			question: { missing: "question-missing" },
			familyExpects: { "nothing said": "expectations-family-missing" },
			coordinatorExpects: { "nothing said": "expectations-coordinator-missing" },
			route: { none: "route-missing" },
		},
	},
	{
		source: "step 1: crisis",
		moves: ["conclude_clarify"],
		only: { route: ["crisis"] },
		says: { crisisAct: { none: "crisis-act-missing" } },
	},
	{
		source: "step 1: several or complex problems",
		moves: ["choose_route"],
		only: { complex: ["yes"] },
		says: { consultOnRoute: { none: "consult-missing", waiting: "consult-waiting", advised: "consult-unanswered" } },
	},

	// 2 Strengths, concerns and safety are described, and a shared picture is concluded; when more must be known, an inquiry plan.
	{
		source: "step 2",
		moves: ["conclude_strengths"],
		says: {
			strength: { "nothing said": "strength-missing" },
			safety: { "nothing said": "safety-missing" },
			sharedPicture: { missing: "shared-picture-missing" },
		},
	},
	{
		source: "step 2: explore",
		moves: ["conclude_strengths"],
		only: { route: ["explore"] },
		says: { inquiryPlan: { none: "inquiry-plan-missing" } },
	},

	// 3 At least one concrete goal, noticeable and for somebody (R4), answered by each who must decide; R6: the scientist has looked.
	{ source: "step 3, R4", moves: ["conclude_goals"], says: { goal: goalsLack } },
	{ source: "step 3", moves: ["conclude_goals"], only: { goal: aWholeGoal }, says: { whoMustAgree: { nobody: "nobody-may-agree" } } },
	{
		source: "step 3",
		moves: ["conclude_goals"],
		only: { whoMustAgree: ["two parents"] },
		says: { goal: { unanswered: "goal-unanswered", "one unanswered, one for nobody": "goal-unanswered" } },
	},
	{ source: "R6", moves: ["conclude_goals"], only: { route: ["crisis"] }, says: { reviewOfPicture: reviewLacks } },
	{ source: "R6", moves: ["conclude_goals"], only: { route: openRoutes, complex: ["yes"] }, says: { reviewOfPicture: reviewLacks } },
	{ source: "R6: one question at a time", moves: ["ask_review"], says: { questionToScientist: { open: "review-waiting" } } },

	// 4 The family looked at what they and their people can do.
	{ source: "step 4", moves: ["conclude_network"], says: { lookedAround: { no: "network-not-looked-at" } } },

	// 5 Options compared together, a decision with reasons, and who does what until when. A light plan is short; a crisis acts first.
	{ source: "step 5", moves: ["conclude_help"], says: { decision: { none: "help-undecided" } } },
	{
		source: "step 5",
		moves: ["conclude_help"],
		only: { route: ["full", "explore"] },
		says: { decision: { made: "options-not-compared", arranged: "options-not-compared" } },
	},
	{
		source: "step 5",
		moves: ["conclude_help"],
		only: { route: ["full", "explore"] },
		says: { decision: { made: "help-not-arranged", compared: "help-not-arranged" } },
	},

	// 6 Each person's view is recorded first, then we decide together; closing is one of those decisions.
	{
		source: "step 6",
		moves: ["plan_evaluation"],
		says: { dayToLookBack: { planned: "evaluation-already-planned", "planned and scored": "evaluation-already-planned" } },
	},
	{
		source: "step 6",
		moves: ["decide_evaluation", "close_plan"],
		says: { dayToLookBack: { none: "evaluation-not-planned", planned: "no-scores" } },
	},
	{ source: "step 6", moves: ["conclude_evaluate"], says: { talk: { "none held": "evaluation-not-held" } } },
	{
		source: "step 6",
		moves: ["conclude_evaluate"],
		only: { talk: ["held"] },
		says: { dayToLookBack: { "planned and scored": "talk-to-come" } },
	},

	// R3: a version is put before everyone who must agree, when there is something to agree on; R6 holds for it too.
	{
		source: "R3, R4",
		moves: ["put_version"],
		says: {
			version: { waits: "version-waiting" },
			question: { missing: "question-missing" },
			goal: goalsLack,
			whoMustAgree: { nobody: "nobody-may-agree" },
		},
	},
	{ source: "R6", moves: ["put_version"], only: { route: openRoutes, complex: ["yes"] }, says: { reviewOfPicture: reviewLacks } },
];

/** Who makes the moves of the method: the coordinator, with the family; a parent with authority answers the offer of a plan of their own. */
export const makers = (move: Move): readonly Relation[] =>
	move === "answer_group_plan" ? ["coordinator", "parent_with_authority"] : ["coordinator"];

const stepOf = (state: (typeof stepStates)[number], of: Pick<StepFacts, "worded" | "agreed">): StepFacts => {
	const states = {
		"not begun": { state: "not_started", once: false },
		begun: { state: "in_progress", once: false },
		concluded: { state: "concluded", once: true },
		"opened again": { state: "reopened", once: true },
		"opened again, never concluded": { state: "reopened", once: false },
	} as const;
	return { ...states[state], ...of };
};
const ready = { noticeable: true, forSomebody: true, waitingFor: [] };
const unanswered = { ...ready, waitingFor: ["father"] };
const forNobody = { ...ready, forSomebody: false };
const vague = { ...ready, noticeable: false };
const goalsOf: Record<Situation["goal"], PlanFacts["goals"]> = {
	none: [],
	"not noticeable": [vague],
	"for nobody": [forNobody],
	"one half each": [vague, forNobody],
	unanswered: [unanswered],
	"one unanswered, one for nobody": [unanswered, forNobody],
	ready: [ready],
	"one ready, one vague": [vague, ready],
};

/** A situation as the rules get it. */
export function factsOfSituation(now: Situation): PlanFacts {
	const others = { worded: now.otherWords === "written", agreed: now.otherWords === "written" };
	const of: Partial<Record<StepKind, Pick<StepFacts, "worded" | "agreed">>> = {
		clarify: { worded: now.question === "written", agreed: others.agreed },
		strengths: { worded: now.sharedPicture === "written", agreed: now.inquiryPlan === "made" },
	};
	return {
		open: now.plan === "open",
		route: now.route === "none" ? null : now.route,
		complex: now.complex === "yes",
		steps: Object.fromEntries(steps.map((kind) => [kind, stepOf(now[kind], of[kind] ?? others)])) as PlanFacts["steps"],
		expectations: { family: now.familyExpects === "said", professional: now.coordinatorExpects === "said" },
		said: { strength: now.strength === "said", safety: now.safety === "said" },
		mustAgree: now.whoMustAgree === "nobody" ? [] : ["mother", "father"],
		goals: goalsOf[now.goal],
		review: now.reviewOfPicture satisfies ReviewFacts,
		routeConsult: now.consultOnRoute,
		reviewAsked: now.questionToScientist === "open",
		crisisActed: now.crisisAct === "written",
		network: { looked: now.lookedAround === "yes", skipped: now.networkSkipped !== "no" },
		groupPlan: { offered: now.groupPlan !== "not offered", answered: now.groupPlan === "answered" },
		helpDecided: now.decision !== "none",
		helpCompared: now.decision.startsWith("compared"),
		helpArranged: now.decision.endsWith("arranged"),
		evaluation: { planned: now.dayToLookBack !== "none", scored: now.dayToLookBack === "planned and scored", held: now.talk === "held" },
		versionWaiting: now.version === "waits",
	};
}

/** What the table says: every reason why a move is not possible in this situation. */
export function reasonsInTable(now: Situation, move: Move): ReasonCode[] {
	const said: ReasonCode[] = [];
	for (const { only, says, alone } of rulesOf.get(move) ?? []) {
		if (only.some(([aspect, values]) => !values.includes(now[aspect]))) continue;
		for (const [aspect, values] of says) {
			const reason = values[now[aspect]];
			if (reason !== undefined) said.push(reason);
		}
		if (alone && said.length > 0) return said;
	}
	return said;
}

/** The same rules by move, ready to be looked up many times. */
type Ready = { only: [Aspect, readonly string[]][]; says: [Aspect, Record<string, ReasonCode>][]; alone: boolean };
const rulesOf = new Map<Move, Ready[]>();
for (const { moves, only = {}, says, alone = false } of rules) {
	const ready = { only: Object.entries(only), says: Object.entries(says), alone } as Ready;
	for (const move of moves) rulesOf.set(move, [...(rulesOf.get(move) ?? []), ready]);
}
