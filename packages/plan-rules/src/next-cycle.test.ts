import { expect, it } from "vitest";
import { changesOf, cycleChanges, type EvaluationDecision, stepsOpenedBy } from "./next-cycle.ts";

it("opens the steps that fit the decision, always with evaluating again, and none when closing", () => {
	expect(stepsOpenedBy("go_on")).toEqual(["evaluate"]);
	expect(stepsOpenedBy("adjust")).toContain("goals");
	expect(stepsOpenedBy("step_up")).toContain("help");
	expect(stepsOpenedBy("step_down")).toEqual(["network", "help", "evaluate"]);
	expect(stepsOpenedBy("close")).toEqual([]);
});

it("says of every decision which steps it opens, and of every decision but closing that there is a next day", () => {
	for (const decision of ["go_on", "adjust", "step_up", "step_down", "close"] satisfies EvaluationDecision[]) {
		const changes = changesOf(decision);
		const opened = stepsOpenedBy(decision).filter((kind) => kind !== "evaluate");
		expect(changes.filter((change) => change.endsWith("-open"))).toEqual(opened.map((kind) => `${kind}-open`));
		expect(changes.includes("next-day")).toBe(decision !== "close");
		expect(changes).toEqual(cycleChanges.filter((change) => changes.includes(change)));
		// Steps that open again lead to a next version that people agree on.
		expect(changes.includes("next-version")).toBe(opened.length > 0);
	}
});
