import { describe, expect, it } from "vitest";
import { type GoalState, goalGaps, goalMoves, stateAfterEdit } from "./goal-moves.ts";

const five = ["", "", "Hij slaapt vijf nachten door", "", ""];
const complete = { forKind: "child", levels: five };

describe("R4: whether a goal can be agreed", () => {
	it.each<[string, { forKind: string | null; levels: string[] }, string[]]>([
		["for somebody and noticeable", complete, []],
		["no levels at all", { forKind: "child", levels: [] }, ["goal-not-noticeable"]],
		["the level as hoped has no words", { forKind: "child", levels: ["a", "b", "  ", "d", "e"] }, ["goal-not-noticeable"]],
		["for nobody", { forKind: null, levels: five }, ["goal-for-nobody"]],
		["neither", { forKind: null, levels: [] }, ["goal-not-noticeable", "goal-for-nobody"]],
	])("%s", (_, goal, gaps) => expect(goalGaps(goal)).toEqual(gaps));
});

describe("moving a goal by hand", () => {
	it("never brings a goal to agreed: that is up to the answers of all who must agree", () => {
		for (const state of ["proposed", "agreed", "active", "achieved", "adjusted", "stopped"] as const)
			expect(goalMoves(state)).not.toContain("agreed");
	});
	it("does not start a goal that is not agreed", () => {
		for (const state of ["proposed", "adjusted", "stopped"] as const) expect(goalMoves(state)).not.toContain("active");
		expect(goalMoves("agreed")).toContain("active");
	});
	it("leaves a way back from every end", () => {
		expect(goalMoves("stopped")).toEqual(["proposed"]);
		expect(goalMoves("achieved")).toEqual(["active"]);
	});
});

describe("changing the words of a goal", () => {
	it.each<[GoalState, GoalState]>([
		["proposed", "proposed"],
		["agreed", "adjusted"],
		["active", "adjusted"],
		["adjusted", "adjusted"],
	])("makes a goal that is %s %s", (before, after) => expect(stateAfterEdit(before, complete)).toBe(after));
	it("makes a goal that is not noticeable any more a proposal again", () => {
		expect(stateAfterEdit("active", { forKind: "child", levels: [] })).toBe("proposed");
	});
});
