import { proposeGoal } from "@samenplan/contract/goals";
import { addHelpOption } from "@samenplan/contract/help";
import { addAsk } from "@samenplan/contract/network";
import { readPlan } from "@samenplan/contract/plans";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../http/test-app.ts";

const possible = {
	name: "Opvoedhulp thuis",
	what: "Iemand denkt thuis mee.",
	knownToWork: "",
	familyFor: "",
	familyAgainst: "",
	professionalFor: "",
	professionalAgainst: "",
	waiting: "",
	distance: "",
	cost: "",
	recommended: false,
};

let app: TestApp;
beforeAll(async () => {
	app = await startTestApp();
});
afterAll(() => app.stop());

describe("the first words of a step", () => {
	it("begin it: a goal of a parent, an ask, a possible help", async () => {
		const family = await app.world.newFamily();
		const at = { params: { familyId: family.familyId } };
		const mother = await app.as(family.mother);
		const coordinator = await app.as(family.coordinator);
		const states = async () => new Map((await coordinator(readPlan, at)).steps.map(({ kind, state }) => [kind, state]));
		expect([...(await states()).values()]).not.toContain("in_progress");
		await mother(proposeGoal, { ...at, body: { text: "Samen eten" } });
		expect((await states()).get("goals")).toBe("in_progress");
		expect((await states()).get("network")).toBe("not_started");
		await mother(addAsk, { ...at, body: { text: "Wie haalt Mila op?", whenText: "Dinsdag" } });
		expect((await states()).get("network")).toBe("in_progress");
		await coordinator(addHelpOption, { ...at, body: possible });
		expect((await states()).get("help")).toBe("in_progress");
	});
});
