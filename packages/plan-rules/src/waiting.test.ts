import type { WholePlan } from "@samenplan/contract/plans";
import { describe, expect, it } from "vitest";
import { waitingFor } from "./waiting.ts";

const today = "2026-11-22";
const step = (kind: string, of: object = {}) => ({
	id: `step-${kind}`,
	kind,
	state: "not_started",
	conclusion: "",
	concludedAt: null,
	version: 1,
	...of,
});
const goal = (of: object = {}) => ({
	id: "goal",
	state: "proposed",
	forKind: "child",
	levels: ["a", "b", "c", "d", "e"],
	version: 2,
	...of,
});

function plan(of: object = {}): WholePlan {
	return {
		plan: { state: "open", groupPlanOfferedOn: null, groupPlanAnswer: null },
		viewer: { abilities: ["group_plan.answer"] },
		steps: [step("clarify", { state: "concluded", concludedAt: "2026-11-01T10:00:00Z" }), step("strengths", { state: "concluded" })],
		views: [
			{ personId: "mother", subject: "question" },
			{ personId: "mother", subject: "strength" },
		],
		goals: [],
		decisions: [],
		positions: [],
		versions: [],
		evaluations: [],
		handovers: [],
		...of,
	} as unknown as WholePlan;
}
const answer = (subject: string, subjectId: string, subjectVersion: number, how = "agree", of: object = {}) => ({
	subject,
	subjectId,
	subjectVersion,
	personId: "mother",
	answer: how,
	explainedAt: null,
	...of,
});
const kinds = (whole: WholePlan, person = "mother") => waitingFor(whole, person, ["mother", "father"], today).map(({ kind }) => kind);

describe("what waits for a person", () => {
	it("is nothing when everything is said and answered", () => expect(kinds(plan())).toEqual([]));
	it("is nothing in a closed plan", () => expect(kinds(plan({ plan: { state: "closed" }, goals: [goal()] }))).toEqual([]));
	it("asks for one's own words while the question is still open", () =>
		expect(kinds(plan({ steps: [step("clarify", { state: "in_progress" }), step("strengths")], views: [] }))).toEqual(["say_question"]));
	it("asks for strengths once the question is clear", () =>
		expect(
			kinds(plan({ steps: [step("clarify", { state: "concluded", concludedAt: "2026-11-01T10:00:00Z" }), step("strengths")], views: [] })),
		).toEqual(["say_strengths"]));
	it("asks for an answer to the shared picture when it is concluded, and again when its words change", () => {
		const steps = [
			step("clarify", { state: "concluded" }),
			step("strengths", { state: "concluded", conclusion: "Wij zijn moe", version: 3 }),
		];
		expect(kinds(plan({ steps }))).toEqual(["shared_picture"]);
		expect(kinds(plan({ steps, positions: [answer("shared_picture", "step-strengths", 3)] }))).toEqual([]);
		expect(kinds(plan({ steps, positions: [answer("shared_picture", "step-strengths", 2)] }))).toEqual(["shared_picture"]);
	});
	it("asks about a goal that can be agreed, and not about one that is half filled", () => {
		expect(kinds(plan({ goals: [goal()] }))).toEqual(["goal"]);
		expect(kinds(plan({ goals: [goal({ forKind: null })] }))).toEqual([]);
		expect(kinds(plan({ goals: [goal({ state: "active" })] }))).toEqual([]);
	});
	it("does not press who waits for an explanation, and asks again after it came", () => {
		expect(kinds(plan({ goals: [goal()], positions: [answer("goal", "goal", 2, "explain")] }))).toEqual([]);
		expect(
			kinds(plan({ goals: [goal()], positions: [answer("goal", "goal", 2, "explain", { explainedAt: "2026-11-20T10:00:00Z" })] })),
		).toEqual(["goal"]);
	});
	it("tells whoever asked to explain a goal that the explanation is there, whatever the goal waits for", () => {
		const explained = [answer("goal", "goal", 2, "explain", { explainedAt: "2026-11-20T10:00:00Z" })];
		expect(kinds(plan({ goals: [goal({ state: "active" })], positions: explained }))).toEqual(["goal"]);
		expect(kinds(plan({ goals: [goal({ forKind: null })], positions: explained }))).toEqual(["goal"]);
		expect(kinds(plan({ goals: [goal({ state: "stopped" })], positions: explained }))).toEqual([]);
		expect(kinds(plan({ goals: [goal({ state: "active" })], positions: [answer("goal", "goal", 2, "explain")] }))).toEqual([]);
	});
	it("asks nobody whose answer does not count", () => expect(kinds(plan({ goals: [goal()] }), "grandmother")).toEqual([]));
	it("asks about a version those it was put before", () => {
		const versions = [{ id: "version", number: 1, state: "put", mustAgree: ["mother"] }];
		expect(kinds(plan({ versions }))).toEqual(["plan_version"]);
		expect(kinds(plan({ versions }), "father")).toEqual([]);
		expect(kinds(plan({ versions: [{ ...versions[0], state: "agreed" }] }))).toEqual([]);
	});
	it("asks about a decision and about a plan of the family's own", () =>
		expect(
			kinds(
				plan({
					decisions: [{ id: "decision", version: 1 }],
					plan: { state: "open", groupPlanOfferedOn: "2026-11-10", groupPlanAnswer: null },
				}),
			),
		).toEqual(["decision", "group_plan"]));
	it("asks how it goes two weeks before the talk, until each running goal has a score", () => {
		const talk = (dueOn: string, scores: object[] = []) => [{ id: "talk", state: "planned", dueOn, scores }];
		const goals = [goal({ state: "active" })];
		expect(kinds(plan({ goals, evaluations: talk("2026-12-20") }))).toEqual([]);
		expect(kinds(plan({ goals, evaluations: talk("2026-12-06") }))).toEqual(["scores"]);
		expect(kinds(plan({ goals, evaluations: talk("2026-11-01") }))).toEqual(["scores"]);
		expect(kinds(plan({ goals, evaluations: talk("2026-12-06", [{ goalId: "goal", personId: "mother" }]) }))).toEqual([]);
	});

	it("asks about another coordinator once somebody is proposed, again when that changes, and not when it is over", () => {
		const handover = (state: string, version = 1) => ({ handovers: [{ id: "handover", state, version }] });
		const answer = {
			subject: "handover",
			subjectId: "handover",
			subjectVersion: 1,
			personId: "mother",
			answer: "disagree",
			createdAt: "1",
		};
		const asks = (of: object) => waitingFor(plan(of), "mother", ["mother"], today).some(({ kind }) => kind === "handover");
		expect(asks(handover("asked"))).toBe(false);
		expect(asks(handover("arranged"))).toBe(true);
		expect(asks({ ...handover("arranged"), positions: [answer] })).toBe(false);
		expect(asks({ ...handover("arranged", 2), positions: [answer] })).toBe(true);
		expect(asks(handover("accepted"))).toBe(false);
	});
});
