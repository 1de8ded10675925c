import { describe, expect, it } from "vitest";
import { type HelpState, helpMoves, needsEvaluation, periodFaults } from "./help-moves.ts";

describe("moving help", () => {
	it.each<[HelpState, HelpState[]]>([
		["planned", ["waiting", "running", "stopped"]],
		["waiting", ["running", "stopped"]],
		["running", ["completed", "stopped", "waiting"]],
		["stopped", ["waiting", "running"]],
		["completed", ["running"]],
	])("help that is %s can become %j", (state, expected) => expect(helpMoves(state)).toEqual(expected));

	it("needs a day to look back as long as it is not over", () => {
		expect((["planned", "waiting", "running", "stopped", "completed"] as const).filter(needsEvaluation)).toEqual([
			"planned",
			"waiting",
			"running",
		]);
	});
});

describe("the period of help", () => {
	const period = { startsOn: "2026-11-02", endsOn: "2027-02-01", evaluationOn: "2027-01-15" };
	it.each<[string, Partial<typeof period>, string[]]>([
		["fits", {}, []],
		["is one day", { endsOn: "2026-11-02", evaluationOn: "2026-11-02" }, []],
		["ends before it starts", { endsOn: "2026-11-01" }, ["endsOn"]],
		["looks back before it starts", { evaluationOn: "2026-11-01" }, ["evaluationOn"]],
		["looks back after it ended", { evaluationOn: "2027-03-01" }, []],
	])("%s", (_, change, faults) => expect(periodFaults({ ...period, ...change })).toEqual(faults));
});
