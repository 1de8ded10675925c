import { describe, expect, it } from "vitest";
import type { PlanFacts } from "./facts.ts";
import { agreedGoal, clarified, opened, readyForHelp, withGoal } from "./moves.fixture.ts";
import { type Move, moves, possibleMoves, whyNot } from "./moves.ts";
import type { ReasonCode } from "./reasons.ts";

type Row = [what: string, facts: PlanFacts, move: Move, reasons: ReasonCode[]];
const step = (facts: PlanFacts, kind: keyof PlanFacts["steps"], of: Partial<PlanFacts["steps"]["clarify"]>): PlanFacts => ({
	...facts,
	steps: { ...facts.steps, [kind]: { ...facts.steps[kind], ...of } },
});
const crisis: PlanFacts = { ...opened(), route: "crisis" };
const strengthened: PlanFacts = step(
	{ ...step(clarified(), "clarify", { state: "concluded", once: true }), said: { strength: true, safety: true } },
	"strengths",
	{ worded: true },
);
const evaluated: PlanFacts = {
	...step(readyForHelp(), "help", { state: "concluded", once: true }),
	helpDecided: true,
	evaluation: { planned: true, scored: false, held: false },
};
const goalWith = (goal: Partial<typeof agreedGoal>): PlanFacts => ({ ...withGoal(), goals: [{ ...agreedGoal, ...goal }] });

const table: Row[] = [
	// 1 Clarify
	[
		"a new plan lacks everything of step 1",
		opened(),
		"conclude_clarify",
		["question-missing", "expectations-family-missing", "expectations-coordinator-missing", "route-missing"],
	],
	["step 1 needs the question", step(clarified(), "clarify", { worded: false }), "conclude_clarify", ["question-missing"]],
	[
		"step 1 needs what the family expects",
		{ ...clarified(), expectations: { family: false, professional: true } },
		"conclude_clarify",
		["expectations-family-missing"],
	],
	[
		"step 1 needs what the coordinator expects",
		{ ...clarified(), expectations: { family: true, professional: false } },
		"conclude_clarify",
		["expectations-coordinator-missing"],
	],
	["step 1 needs a route", { ...clarified(), route: null }, "conclude_clarify", ["route-missing"]],
	["step 1 with everything", clarified(), "conclude_clarify", []],
	[
		"a concluded step is not written in",
		step(clarified(), "clarify", { state: "concluded", once: true }),
		"write_clarify",
		["step-concluded"],
	],
	[
		"a concluded step is not concluded again",
		step(clarified(), "clarify", { state: "concluded", once: true }),
		"conclude_clarify",
		["step-concluded"],
	],
	["a concluded step is reopened", step(clarified(), "clarify", { state: "concluded", once: true }), "reopen_clarify", []],
	["an open step is not reopened", clarified(), "reopen_clarify", ["step-not-concluded"]],
	["a reopened step is written in", step(clarified(), "clarify", { state: "reopened", once: true }), "write_clarify", []],
	["a route is chosen in an open step", opened(), "choose_route", []],
	[
		"the route was concluded together",
		step(clarified(), "clarify", { state: "concluded", once: true }),
		"choose_route",
		["step-concluded"],
	],
	["a crisis does not wait for anything", step(clarified(), "clarify", { state: "concluded", once: true }), "choose_crisis", []],
	[
		"several or complex problems: a scientist thinks along before the route is chosen",
		{ ...opened(), complex: true },
		"choose_route",
		["consult-missing"],
	],
	["the route waits for these ideas", { ...opened(), complex: true, routeConsult: "waiting" }, "choose_route", ["consult-waiting"]],
	[
		"the ideas are brought back to the family first",
		{ ...opened(), complex: true, routeConsult: "advised" },
		"choose_route",
		["consult-unanswered"],
	],
	["the ideas were brought back", { ...opened(), complex: true, routeConsult: "answered" }, "choose_route", []],
	[
		"ideas about the route are no look at the shared picture",
		{ ...withGoal(), complex: true, routeConsult: "answered" },
		"conclude_goals",
		["review-missing"],
	],
	["one question to a scientist at a time", { ...opened(), routeConsult: "waiting", reviewAsked: true }, "ask_review", ["review-waiting"]],
	["a crisis does not wait for ideas about the route", { ...opened(), complex: true }, "choose_crisis", []],
	["a crisis says what was done at once", { ...clarified(), route: "crisis" }, "conclude_clarify", ["crisis-act-missing"]],
	["a crisis of which it is written what was done", { ...clarified(), route: "crisis", crisisActed: true }, "conclude_clarify", []],
	// 2 Strengths and concerns
	[
		"step 2 waits for step 1 the first time",
		{ ...strengthened, steps: { ...strengthened.steps, clarify: opened().steps.clarify } },
		"conclude_strengths",
		["clarify-first"],
	],
	[
		"step 2 does not wait for a step that was reopened",
		step(strengthened, "clarify", { state: "reopened", once: true }),
		"conclude_strengths",
		[],
	],
	[
		"step 2 still waits for a step that was opened but never concluded",
		step(strengthened, "clarify", { state: "reopened", once: false }),
		"conclude_strengths",
		["clarify-first"],
	],
	["step 2 needs a strength", { ...strengthened, said: { strength: false, safety: true } }, "conclude_strengths", ["strength-missing"]],
	[
		"step 2 needs a word about safety",
		{ ...strengthened, said: { strength: true, safety: false } },
		"conclude_strengths",
		["safety-missing"],
	],
	["step 2 needs a shared picture", step(strengthened, "strengths", { worded: false }), "conclude_strengths", ["shared-picture-missing"]],
	["exploring needs an inquiry plan", { ...strengthened, route: "explore" }, "conclude_strengths", ["inquiry-plan-missing"]],
	["exploring with an inquiry plan", step({ ...strengthened, route: "explore" }, "strengths", { agreed: true }), "conclude_strengths", []],
	["step 2 with everything", strengthened, "conclude_strengths", []],
	// 3 Goals
	["step 3 waits for steps 1 and 2", { ...withGoal(), steps: opened().steps }, "conclude_goals", ["clarify-first", "strengths-first"]],
	["step 3 needs a goal", { ...withGoal(), goals: [] }, "conclude_goals", ["goal-missing"]],
	["a goal must be noticeable", goalWith({ noticeable: false }), "conclude_goals", ["goal-not-noticeable"]],
	["a goal must be for somebody", goalWith({ forSomebody: false }), "conclude_goals", ["goal-for-nobody"]],
	["a goal waits for each who must decide", goalWith({ waitingFor: ["father"] }), "conclude_goals", ["goal-unanswered"]],
	["one goal that is ready is enough", { ...withGoal(), goals: [agreedGoal, { ...agreedGoal, noticeable: false }] }, "conclude_goals", []],
	["nobody with authority is a question to settle", { ...withGoal(), mustAgree: [] }, "conclude_goals", ["nobody-may-agree"]],
	["a complex case needs the scientist", { ...withGoal(), complex: true }, "conclude_goals", ["review-missing"]],
	["a complex case waits for the advice", { ...withGoal(), complex: true, review: "waiting" }, "conclude_goals", ["review-waiting"]],
	["an advice is answered first", { ...withGoal(), complex: true, review: "advised" }, "conclude_goals", ["advice-unanswered"]],
	["an answered advice", { ...withGoal(), complex: true, review: "answered" }, "conclude_goals", []],
	["every crisis needs the scientist", { ...withGoal(), route: "crisis" }, "conclude_goals", ["review-missing"]],
	["one review at a time", { ...withGoal(), review: "waiting", reviewAsked: true }, "ask_review", ["review-waiting"]],
	["one about a case that runs counts too", { ...withGoal(), reviewAsked: true }, "ask_review", ["review-waiting"]],
	["a review after another", { ...withGoal(), review: "answered" }, "ask_review", []],
	// 4 Own network
	["step 4 waits for step 3", { ...withGoal(), network: { looked: true, skipped: false } }, "conclude_network", ["goals-first"]],
	[
		"step 4 needs a look around",
		{ ...step(withGoal(), "goals", { state: "concluded", once: true }) },
		"conclude_network",
		["network-not-looked-at"],
	],
	["step 4 with people around", step(readyForHelp(), "network", { state: "in_progress", once: false }), "conclude_network", []],
	["a concluded step 4 needs no reason to be skipped", readyForHelp(), "skip_network", ["network-skip-not-needed"]],
	["a plan of the family's own is offered before it is answered", opened(), "answer_group_plan", ["group-plan-not-offered"]],
	["the answer to a plan of one's own may change", readyForHelp(), "answer_group_plan", []],
	// 5 Help
	[
		"help waits for the own network",
		step(readyForHelp(), "network", { state: "in_progress", once: false }),
		"decide_help",
		["network-first"],
	],
	[
		"help goes on when the network is skipped for a reason",
		{ ...step(readyForHelp(), "network", { state: "not_started", once: false }), network: { looked: false, skipped: true } },
		"decide_help",
		[],
	],
	[
		"help waits for the offer of a plan of one's own",
		{ ...readyForHelp(), groupPlan: { offered: false, answered: false } },
		"decide_help",
		["group-plan-not-offered"],
	],
	[
		"help waits for the answer to it",
		{ ...readyForHelp(), groupPlan: { offered: true, answered: false } },
		"decide_help",
		["group-plan-not-answered"],
	],
	["help is decided", readyForHelp(), "decide_help", []],
	["a crisis acts first", crisis, "decide_help", []],
	["step 5 needs a decision", readyForHelp(), "conclude_help", ["help-undecided"]],
	[
		"step 5 needs options side by side, and who does what",
		{ ...readyForHelp(), helpDecided: true },
		"conclude_help",
		["options-not-compared", "help-not-arranged"],
	],
	[
		"step 5 with options compared, and nobody who does it",
		{ ...readyForHelp(), helpDecided: true, helpCompared: true },
		"conclude_help",
		["help-not-arranged"],
	],
	["step 5 with everything", { ...readyForHelp(), helpDecided: true, helpCompared: true, helpArranged: true }, "conclude_help", []],
	["an everyday question needs no comparing", { ...readyForHelp(), route: "light", helpDecided: true }, "conclude_help", []],
	["an everyday question needs a decision too", { ...readyForHelp(), route: "light" }, "conclude_help", ["help-undecided"]],
	["step 5 is reopened", step(readyForHelp(), "help", { state: "concluded", once: true }), "reopen_help", []],
	["step 4 is reopened", readyForHelp(), "reopen_network", []],
	[
		"a concluded step 5 is reopened before another decision",
		step(readyForHelp(), "help", { state: "concluded", once: true }),
		"decide_help",
		["step-concluded"],
	],
	// 6 Evaluate
	["one evaluation is planned at a time", evaluated, "plan_evaluation", ["evaluation-already-planned"]],
	["an evaluation needs somebody's score", evaluated, "decide_evaluation", ["no-scores"]],
	["an evaluation is planned first", readyForHelp(), "decide_evaluation", ["evaluation-not-planned"]],
	["an evaluation with scores", { ...evaluated, evaluation: { ...evaluated.evaluation, scored: true } }, "decide_evaluation", []],
	["step 6 needs an evaluation", evaluated, "conclude_evaluate", ["evaluation-not-held"]],
	["a plan is closed at a talk that was planned", readyForHelp(), "close_plan", ["evaluation-not-planned"]],
	["a plan is closed together: somebody said how it goes", evaluated, "close_plan", ["no-scores"]],
	["a plan that may close", { ...evaluated, evaluation: { ...evaluated.evaluation, scored: true } }, "close_plan", []],
	["step 6 with an evaluation", { ...evaluated, evaluation: { ...evaluated.evaluation, held: true } }, "conclude_evaluate", []],
	[
		"a second round is planned",
		{ ...evaluated, evaluation: { ...evaluated.evaluation, planned: false, held: true } },
		"plan_evaluation",
		[],
	],
	[
		"step 6 in the middle of a next round waits for its talk",
		{ ...evaluated, evaluation: { ...evaluated.evaluation, held: true, scored: true } },
		"conclude_evaluate",
		["talk-to-come"],
	],
	["an open plan is not opened again", evaluated, "reopen_plan", ["plan-is-open"]],
	["a closed plan is opened again", { ...evaluated, open: false }, "reopen_plan", []],
	["step 6 is reopened for a second round", step(evaluated, "evaluate", { state: "concluded", once: true }), "reopen_evaluate", []],
	// Versions
	[
		"a version needs a question, a goal and somebody who may agree",
		{ ...opened(), mustAgree: [] },
		"put_version",
		["question-missing", "goal-missing", "nobody-may-agree"],
	],
	["a version may be put while its goals are still answered", goalWith({ waitingFor: ["father"] }), "put_version", []],
	["a version of a complex case waits for the scientist", { ...withGoal(), complex: true }, "put_version", ["review-missing"]],
	["a version in a crisis does not", { ...withGoal(), complex: true, route: "crisis" }, "put_version", []],
	["one version lies before people at a time", { ...withGoal(), versionWaiting: true }, "put_version", ["version-waiting"]],
];

describe("moves of the method", () => {
	it.each(table)("%s", (_what, facts, move, reasons) => {
		expect(whyNot(facts, move)).toEqual(reasons);
		expect(possibleMoves(facts, ["coordinator"]).includes(move)).toBe(reasons.length === 0);
	});

	it("has a row in which each move is possible, and one in which it is not", () => {
		const always = new Set<Move>(["mark_complex", "choose_crisis", "offer_group_plan"]);
		const everywhere = table.map(([, facts]) => facts);
		for (const move of moves) {
			expect(
				everywhere.some((facts) => whyNot(facts, move).length === 0),
				`${move} is never possible`,
			).toBe(true);
			if (!always.has(move))
				expect(
					everywhere.some((facts) => whyNot(facts, move).length > 0),
					`${move} is always possible`,
				).toBe(true);
		}
	});

	it("allows nothing in a closed plan but opening it again", () => {
		for (const move of moves)
			expect(whyNot({ ...readyForHelp(), open: false }, move)).toEqual(move === "reopen_plan" ? [] : ["plan-closed"]);
	});

	it("lets a crisis conclude in any order, but not without what a step is about", () => {
		expect(whyNot(crisis, "conclude_help")).toEqual(["help-undecided"]);
		expect(whyNot({ ...crisis, helpDecided: true }, "conclude_help")).toEqual([]);
		expect(whyNot(crisis, "conclude_strengths")).toEqual(["strength-missing", "safety-missing", "shared-picture-missing"]);
	});
});
