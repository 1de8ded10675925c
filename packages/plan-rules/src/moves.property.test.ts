import { type StepKind, stepKinds } from "@samenplan/contract/steps";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlanFacts, Route } from "./facts.ts";
import { agreedGoal, opened } from "./moves.fixture.ts";
import { type Move, moves, possibleMoves, whyNot } from "./moves.ts";

/** What people do between moves: say things, write, answer. None of it is held back by the rules. */
const deeds: Record<string, (facts: PlanFacts) => PlanFacts> = {
	familyExpects: (f) => ({ ...f, expectations: { ...f.expectations, family: true } }),
	coordinatorExpects: (f) => ({ ...f, expectations: { ...f.expectations, professional: true } }),
	saysStrength: (f) => ({ ...f, said: { ...f.said, strength: true } }),
	saysSafety: (f) => ({ ...f, said: { ...f.said, safety: true } }),
	proposesGoal: (f) => ({ ...f, goals: [...f.goals, { noticeable: false, forSomebody: false, waitingFor: f.mustAgree }] }),
	finishesGoal: (f) => ({ ...f, goals: f.goals.map((goal) => ({ ...goal, noticeable: true, forSomebody: true })) }),
	answersGoals: (f) => ({ ...f, goals: f.goals.map((goal) => ({ ...goal, waitingFor: [] })) }),
	stopsGoals: (f) => ({ ...f, goals: [] }),
	advises: (f) => (f.review === "waiting" ? { ...f, review: "advised", reviewAsked: false } : f),
	answersAdvice: (f) => (f.review === "advised" ? { ...f, review: "answered" } : f),
	asksAboutRoute: (f) => (f.routeConsult === "none" && !f.reviewAsked ? { ...f, routeConsult: "waiting", reviewAsked: true } : f),
	thinksAboutRoute: (f) => (f.routeConsult === "waiting" ? { ...f, routeConsult: "advised", reviewAsked: false } : f),
	asksAboutRunning: (f) => ({ ...f, reviewAsked: true }),
	thinksAboutRunning: (f) => (f.review !== "waiting" && f.routeConsult !== "waiting" ? { ...f, reviewAsked: false } : f),
	bringsIdeasBack: (f) => (f.routeConsult === "advised" ? { ...f, routeConsult: "answered" } : f),
	looksAround: (f) => ({ ...f, network: { ...f.network, looked: true } }),
	answersVersion: (f) => ({ ...f, versionWaiting: false }),
	scores: (f) => ({ ...f, evaluation: { ...f.evaluation, scored: f.evaluation.planned } }),
};

const saying = (what: string, facts: PlanFacts): PlanFacts => deeds[what]?.(facts) ?? facts;

const withStep = (f: PlanFacts, kind: StepKind, of: Partial<PlanFacts["steps"]["clarify"]>): PlanFacts => ({
	...f,
	steps: { ...f.steps, [kind]: { ...f.steps[kind], ...of } },
});

/** What a move does, as the API does it. */
function moved(f: PlanFacts, move: Move, route: Exclude<Route, "crisis">): PlanFacts {
	const [deed, kind] = move.split("_") as [string, StepKind];
	if (stepKinds.includes(kind)) {
		if (deed === "reopen") return withStep(f, kind, { state: "reopened" });
		if (deed === "conclude") return withStep(f, kind, { state: "concluded", once: true });
		return withStep(f, kind, {
			worded: true,
			agreed: true,
			state: f.steps[kind].state === "not_started" ? "in_progress" : f.steps[kind].state,
		});
	}
	const changes: Partial<Record<Move, Partial<PlanFacts>>> = {
		choose_route: { route },
		choose_crisis: { route: "crisis", complex: true, crisisActed: true },
		mark_complex: { complex: true },
		ask_review: { review: "waiting", reviewAsked: true },
		skip_network: { network: { ...f.network, skipped: true } },
		offer_group_plan: { groupPlan: { ...f.groupPlan, offered: true } },
		answer_group_plan: { groupPlan: { ...f.groupPlan, answered: true } },
		decide_help: { helpDecided: true, helpCompared: true, helpArranged: true },
		put_version: { versionWaiting: true },
		plan_evaluation: { evaluation: { ...f.evaluation, planned: true, scored: false } },
		decide_evaluation: { evaluation: { planned: false, scored: false, held: true, decidedToClose: route === "light" } },
		close_plan: { open: false },
	};
	return { ...f, ...changes[move] };
}

const act = fc.record({
	move: fc.constantFrom(...moves),
	deed: fc.constantFrom(...Object.keys(deeds)),
	moving: fc.boolean(),
	route: fc.constantFrom("light" as const, "full" as const, "explore" as const),
});

describe("a random walk through a plan", () => {
	it("never leaves what the method allows", () => {
		fc.assert(
			fc.property(fc.array(act, { maxLength: 120 }), fc.boolean(), (acts, stumbles) => {
				let facts = opened();
				let everInCrisis = false;
				for (const { move, deed, moving, route } of acts) {
					if (!moving) {
						facts = saying(deed, facts);
						continue;
					}
					const possible = possibleMoves(facts);
					// A walker either asks what is possible and takes that, or tries something and is refused.
					const chosen = stumbles ? move : possible[moves.indexOf(move) % Math.max(1, possible.length)];
					if (chosen === undefined || whyNot(facts, chosen).length > 0) continue;
					if (facts.route === "crisis" || chosen === "choose_crisis") everInCrisis = true;
					const before = facts;
					facts = moved(facts, chosen, route);
					holds(before, chosen, facts, everInCrisis);
				}
			}),
			{ numRuns: 2000 },
		);
	});

	it("can always go on: an open plan has a move, and a concluded step can be reopened", () => {
		fc.assert(
			fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
				let facts = opened();
				for (const { move, deed: said, moving, route } of acts)
					facts = moving && whyNot(facts, move).length === 0 ? moved(facts, move, route) : saying(said, facts);
				if (!facts.open) return;
				expect(possibleMoves(facts).length).toBeGreaterThan(0);
				for (const kind of stepKinds) expect(whyNot(facts, `reopen_${kind}`).length === 0).toBe(facts.steps[kind].state === "concluded");
			}),
		);
	});

	it("says for every state why each impossible move is not possible, each reason once", () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...Object.keys(deeds)), { maxLength: 10 }), fc.constantFrom(...moves), (said, move) => {
				const start: PlanFacts = { ...opened(), goals: [agreedGoal] };
				const facts = said.reduce((f, deed) => saying(deed, f), start);
				const reasons = whyNot(facts, move);
				expect(new Set(reasons).size).toBe(reasons.length);
				expect(possibleMoves(facts).includes(move)).toBe(reasons.length === 0);
			}),
		);
	});
});

/** What must hold after each move, said apart from how the rules are written. */
function holds(before: PlanFacts, move: Move, now: PlanFacts, everInCrisis: boolean): void {
	expect(before.open).toBe(true);
	const once = (kind: StepKind) => now.steps[kind].once;
	if (!everInCrisis) {
		for (const [index, kind] of stepKinds.entries())
			if (once(kind))
				for (const earlier of stepKinds.slice(0, index)) expect(once(earlier) || (earlier === "network" && now.network.skipped)).toBe(true);
		if (now.helpDecided) {
			expect(now.groupPlan).toEqual({ offered: true, answered: true });
			expect(once("network") || now.network.skipped).toBe(true);
		}
	}
	if (move === "conclude_goals") {
		expect(now.goals.some((goal) => goal.noticeable && goal.forSomebody && goal.waitingFor.length === 0)).toBe(true);
		if (now.complex || now.route === "crisis") expect(now.review).toBe("answered");
	}
	if (move === "conclude_clarify") expect(now.route !== null && now.expectations.family && now.expectations.professional).toBe(true);
	if (move === "conclude_clarify" && now.route === "crisis") expect(now.crisisActed).toBe(true);
	if (move === "choose_route" && before.complex) expect(now.routeConsult).toBe("answered");
	if (move === "close_plan") expect(now.evaluation.decidedToClose).toBe(true);
	if (once("evaluate")) expect(now.evaluation.held).toBe(true);
}
