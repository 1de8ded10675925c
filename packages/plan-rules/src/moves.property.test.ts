import { relations } from "@samenplan/access/relations";
import { type StepKind, stepKinds } from "@samenplan/contract/steps";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Move, moves, possibleMoves, whyNot } from "./moves.ts";
import { type Chance, deeds, moved, started, type Walked } from "./plan-walk.fixture.ts";

const everyDeed = Object.keys(deeds);
const act = fc.record({
	move: fc.constantFrom(...moves),
	deed: fc.constantFrom(...everyDeed),
	moving: fc.boolean(),
	/** Whoever wants to get on does something else now and then. */
	whim: fc.integer({ min: 0, max: 9 }),
	chance: fc.record<Chance>({
		route: fc.constantFrom("light", "full", "explore"),
		person: fc.constantFrom("mother", "father"),
		yes: fc.boolean(),
		about: fc.constantFrom("route", "shared_picture", "running"),
	}),
});
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

/** A walker tries whatever comes up and is refused, asks what is possible and takes that, or wants to get on. */
const walkers = ["stumbles", "asks", "gets on"] as const;
type Walker = (typeof walkers)[number];
const takesBack = new Set(["stopsGoals", "takesExpectationBack", "dropsInquiry", "withdrawsVersion"]);

/** Concludes what can be concluded, and else goes no way back. */
function onward({ facts }: Walked, possible: Move[]): Move[] {
	const concluding = possible.filter((move) => move.startsWith("conclude_") || (move === "decide_help" && !facts.helpDecided));
	if (concluding.length > 0) return concluding;
	const forward = possible.filter((move) => !/^(reopen_.*|close_plan|choose_crisis|mark_complex|decide_help)$/.test(move));
	return forward.length > 0 ? forward : possible;
}

/** One act of somebody: a deed, or a move when it is possible. What is not possible changes nothing. */
function next(walked: Walked, { move, deed, moving, whim, chance: of }: Act, temper: Walker): { now: Walked; made?: Move } {
	const walker = temper === "gets on" && whim === 0 ? "asks" : temper;
	const chance = walker === "gets on" ? { ...of, yes: true } : of;
	if (!moving && walker === "gets on" && takesBack.has(deed)) return { now: walked };
	if (!moving) return { now: walked.facts.open ? (deeds[deed]?.(walked, chance) ?? walked) : walked };
	const all = possibleMoves(walked.facts, ["coordinator"]);
	const possible = walker === "gets on" ? onward(walked, all) : all;
	const made = walker === "stumbles" ? move : possible[moves.indexOf(move) % Math.max(1, possible.length)];
	if (made === undefined || whyNot(walked.facts, made).length > 0) return { now: walked };
	return { now: moved(walked, made, chance), made };
}

describe("a random walk through a plan", () => {
	it("never reaches what must not be", { timeout: 60_000 }, () => {
		const made = new Set<Move>();
		const done = new Set<string>();
		fc.assert(
			fc.property(fc.array(act, { minLength: 50, maxLength: 200, size: "max" }), fc.constantFrom(...walkers), (acts, walker) => {
				let walked = started();
				for (const each of acts) {
					const before = walked;
					const { now, made: move } = next(before, each, walker);
					walked = now;
					if (move) made.add(move);
					else if (now !== before) done.add(each.deed);
					holdsAlways(before, now);
					if (move) holdsAfter(before, move, now);
				}
			}),
			{ numRuns: 1000 },
		);
		// A walk that never comes somewhere proves nothing about it.
		expect([...made].sort()).toEqual([...moves].sort());
		expect([...done].sort()).toEqual([...everyDeed].sort());
	});

	it("can always go on, and offers everybody only what is theirs", () => {
		fc.assert(
			fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
				const { facts } = acts.reduce((walked, each) => next(walked, each, "stumbles").now, started());
				const ofCoordinator = possibleMoves(facts, ["coordinator"]);
				expect(ofCoordinator.length).toBeGreaterThan(0);
				if (!facts.open) expect(ofCoordinator).toEqual(["reopen_plan"]);
				for (const relation of relations)
					for (const move of possibleMoves(facts, [relation])) {
						expect(ofCoordinator).toContain(move);
						if (relation !== "coordinator") expect([relation, move]).toEqual(["parent_with_authority", "answer_group_plan"]);
					}
				expect(possibleMoves(facts, [])).toEqual([]);
				for (const kind of stepKinds)
					expect(whyNot(facts, `reopen_${kind}`).length === 0).toBe(facts.open && facts.steps[kind].state === "concluded");
			}),
		);
	});

	it("says for every state why each impossible move is not possible, each reason once", () => {
		fc.assert(
			fc.property(fc.array(act, { maxLength: 40 }), fc.constantFrom(...moves), (acts, move) => {
				const { facts } = acts.reduce((walked, each) => next(walked, each, "asks").now, started());
				const reasons = whyNot(facts, move);
				expect(new Set(reasons).size).toBe(reasons.length);
				expect(possibleMoves(facts, ["coordinator"]).includes(move)).toBe(reasons.length === 0);
			}),
		);
	});
});

/** What is always true, whatever was done. */
function holdsAlways(before: Walked, { facts, versions, helpRuns, everInCrisis, closed }: Walked): void {
	// A day to look back while help runs; nothing lies open in a closed plan.
	if (helpRuns) expect(facts.open && facts.evaluation.planned).toBe(true);
	if (!facts.open) expect([facts.versionWaiting, facts.reviewAsked, facts.evaluation.planned]).toEqual([false, false, false]);
	// A crisis is never unseen.
	if (facts.route === "crisis") expect(facts.crisisActed).toBe(true);
	// One version lies before people at a time; once agreed it never changes, and no one person alone makes it so.
	expect(versions.filter(({ state }) => state === "put").length).toBe(facts.versionWaiting ? 1 : 0);
	for (const [index, { state, mustAgree, answers, talked }] of versions.entries()) {
		const former = before.versions[index];
		if (former?.state === "agreed") expect(versions[index]).toEqual(former);
		if (former) expect(versions[index]?.content).toBe(former.content);
		if (state !== "agreed") continue;
		expect(mustAgree.length).toBeGreaterThan(0);
		for (const person of mustAgree) expect(talked ? ["agree", "disagree"] : ["agree"]).toContain(answers[person]);
	}
	expect(versions.length).toBeGreaterThanOrEqual(before.versions.length);
	// Steps go in order the first time; looking back is also done when a family stops halfway.
	if (everInCrisis) return;
	for (const [index, kind] of stepKinds.entries())
		if (facts.steps[kind].once && !(kind === "evaluate" && closed > 0))
			for (const earlier of stepKinds.slice(0, index))
				expect(facts.steps[earlier].once || (earlier === "network" && facts.network.skipped)).toBe(true);
	if (facts.helpDecided) expect(facts.groupPlan).toEqual({ offered: true, answered: true });
}

/** What must hold after each move, said apart from how the rules are written. */
function holdsAfter(before: Walked, move: Move, { facts, versions, talksHeld }: Walked): void {
	expect(before.facts.open).toBe(move !== "reopen_plan");
	const once = (kind: StepKind) => facts.steps[kind].once;
	const crisis = facts.route === "crisis";
	// Nothing that was done is undone by a move.
	for (const kind of stepKinds) if (before.facts.steps[kind].once) expect(once(kind)).toBe(true);
	expect(talksHeld).toBeGreaterThanOrEqual(before.talksHeld);
	if (move === "conclude_clarify") expect([facts.route !== null, facts.expectations]).toEqual([true, { family: true, professional: true }]);
	if (move === "choose_route" && before.facts.complex) expect(facts.routeConsult).toBe("answered");
	if (move === "conclude_strengths" && facts.route === "explore") expect(facts.steps.strengths.agreed).toBe(true);
	if (move === "conclude_goals") {
		expect(facts.goals.some((goal) => goal.noticeable && goal.forSomebody && goal.waitingFor.length === 0)).toBe(true);
		if (facts.complex || crisis) expect(facts.review).toBe("answered");
	}
	if (move === "decide_help" && !crisis) expect(once("goals") && (once("network") || facts.network.skipped)).toBe(true);
	if (move === "conclude_help" && (facts.route === "full" || facts.route === "explore"))
		expect([facts.helpDecided, facts.helpCompared, facts.helpArranged]).toEqual([true, true, true]);
	if (move === "put_version") {
		expect(versions.length).toBe(before.versions.length + 1);
		if (facts.complex && !crisis) expect(facts.review).toBe("answered");
	}
	if (move === "conclude_evaluate") expect(facts.evaluation.held).toBe(true);
	if (move === "close_plan" || move === "decide_evaluation") expect(before.facts.evaluation.scored).toBe(true);
	if (move === "reopen_plan") {
		expect(versions).toEqual(before.versions);
		expect(facts.goals).toEqual(before.facts.goals);
	}
}
