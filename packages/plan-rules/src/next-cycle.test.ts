import { expect, it } from "vitest";
import { stepsOpenedBy } from "./next-cycle.ts";

it("opens the steps that fit the decision, always with evaluating again, and none when closing", () => {
	expect(stepsOpenedBy("go_on")).toEqual(["evaluate"]);
	expect(stepsOpenedBy("adjust")).toContain("goals");
	expect(stepsOpenedBy("step_up")).toContain("help");
	expect(stepsOpenedBy("step_down")).toEqual(["network", "help", "evaluate"]);
	expect(stepsOpenedBy("close")).toEqual([]);
});
