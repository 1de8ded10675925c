import { proposeGoal } from "@samenplan/contract/goals";
import { readPlan } from "@samenplan/contract/plans";
import { explainPosition, givePosition, recordPosition } from "@samenplan/contract/positions";
import type { Person, TestFamily } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

let app: TestApp;
beforeAll(async () => {
	app = await startTestApp();
});
afterAll(() => app.stop());

const levels = ["", "", "Vijf nachten slapen", "", ""];
const at = (family: TestFamily) => ({ params: { familyId: family.familyId } });
const planOf = async (family: TestFamily) => (await app.as(family.coordinator))(readPlan, at(family));
async function newGoal(family: TestFamily, body: Record<string, unknown> = {}) {
	const call = await app.as(family.coordinator);
	return (await call(proposeGoal, { ...at(family), body: { text: "Slapen", forKind: "child", levels, ...body } })).id;
}
type Answer = "agree" | "agree_but" | "disagree" | "explain";
const onGoal = (subjectId: string, answer: Answer, text = "") => ({ subject: "goal" as const, subjectId, subjectVersion: 1, answer, text });
const give = async (family: TestFamily, by: Person, goalId: string, answer: Answer, text = "") =>
	(await app.as(by))(givePosition, { ...at(family), body: onGoal(goalId, answer, text) });
const stateOf = async (family: TestFamily, goalId: string) => (await planOf(family)).goals.find(({ id }) => id === goalId)?.state;

describe("answering a goal", () => {
	it("makes it agreed when everyone who must agree said yes, and not before", async () => {
		const family = await app.world.newFamily();
		const goalId = await newGoal(family);
		await give(family, family.mother, goalId, "agree");
		await give(family, family.father, goalId, "agree_but", "Niet in het weekend");
		expect(await stateOf(family, goalId)).toBe("proposed");
		await give(family, family.girl, goalId, "agree");
		expect(await stateOf(family, goalId)).toBe("agreed");
		expect((await planOf(family)).positions.map(({ personId, answer, text }) => ({ personId, answer, text }))).toEqual([
			{ personId: family.mother.personId, answer: "agree", text: "" },
			{ personId: family.father.personId, answer: "agree_but", text: "Niet in het weekend" },
			{ personId: family.girl.personId, answer: "agree", text: "" },
		]);
	});

	it("becomes agreed once when the last two answer at the same moment", async () => {
		const family = await app.world.newFamily();
		const goalId = await newGoal(family);
		await give(family, family.girl, goalId, "agree");
		await Promise.all([give(family, family.mother, goalId, "agree"), give(family, family.father, goalId, "agree")]);
		expect(await stateOf(family, goalId)).toBe("agreed");
	});

	it("waits again when somebody takes their agreement back before it started", async () => {
		const family = await app.world.newFamily();
		const goalId = await newGoal(family);
		for (const person of [family.mother, family.father, family.girl]) await give(family, person, goalId, "agree");
		await give(family, family.father, goalId, "disagree", "Toch te zwaar");
		expect(await stateOf(family, goalId)).toBe("proposed");
	});

	it.each(["disagree", "agree_but"] as const)("asks for words with %s", async (answer) => {
		const family = await app.world.newFamily();
		const problem = await problemOf(give(family, family.mother, await newGoal(family), answer));
		expect(problem).toMatchObject({ code: "invalid-input", errors: [{ path: "text", code: "required" }] });
	});

	it("does not let anyone agree to a goal that is not noticeable or for nobody, but lets them ask and refuse", async () => {
		const family = await app.world.newFamily();
		const goalId = await newGoal(family, { levels: [], forKind: null });
		expect(await problemOf(give(family, family.mother, goalId, "agree"))).toMatchObject({
			status: 409,
			code: "move-not-possible",
			reasons: ["goal-not-noticeable", "goal-for-nobody"],
			possible: ["disagree", "explain"],
		});
		await give(family, family.mother, goalId, "explain");
		await give(family, family.father, goalId, "disagree", "Dit is geen doel");
		expect((await planOf(family)).positions).toHaveLength(2);
	});

	it("refuses an answer to an older text and shows the present one", async () => {
		const family = await app.world.newFamily();
		const goalId = await newGoal(family);
		await app.world.db.goal.update({ where: { id: goalId }, data: { text: "Doorslapen", version: 2 } });
		const problem = await problemOf(give(family, family.mother, goalId, "agree"));
		expect(problem).toMatchObject({ code: "conflict", current: { text: "Doorslapen", version: 2 } });
	});

	it("is over when the goal is stopped", async () => {
		const family = await app.world.newFamily();
		const goalId = await newGoal(family);
		await app.world.db.goal.update({ where: { id: goalId }, data: { state: "stopped" } });
		expect(await problemOf(give(family, family.mother, goalId, "agree"))).toMatchObject({ reasons: ["goal-is-over"] });
	});

	it("takes nobody's answer from the coordinator and none from somebody without sight of the plan", async () => {
		const family = await app.world.newFamily();
		const goalId = await newGoal(family);
		const grandmother = await app.world.involve(family.familyId, "network_member", { givenName: "Oma", account: true });
		expect((await problemOf(give(family, family.coordinator, goalId, "agree"))).code).toBe("not-allowed");
		expect((await problemOf(give(family, grandmother, goalId, "agree"))).code).toBe("not-allowed");
	});
});

describe("writing down an answer together", () => {
	const record = async (family: TestFamily, goalId: string, person: Person, by = family.coordinator) =>
		(await app.as(by))(recordPosition, { ...at(family), body: { ...onGoal(goalId, "agree"), personId: person.personId } });

	it("marks the answer of somebody without an account as recorded", async () => {
		const family = await app.world.newFamily();
		await record(family, await newGoal(family), family.boy);
		expect((await planOf(family)).positions).toMatchObject([
			{ personId: family.boy.personId, recorded: true, writtenBy: family.coordinator.personId },
		]);
	});

	it("never answers for somebody who can sign in", async () => {
		const family = await app.world.newFamily();
		expect(await problemOf(record(family, await newGoal(family), family.mother))).toMatchObject({
			code: "move-not-possible",
			reasons: ["answers-themselves"],
		});
	});

	it("is not for parents, and not for people of another family", async () => {
		const [family, other] = [await app.world.newFamily(), await app.world.newFamily()];
		const goalId = await newGoal(family);
		expect((await problemOf(record(family, goalId, family.boy, family.mother))).code).toBe("not-allowed");
		expect((await problemOf(record(family, goalId, other.boy))).errors).toEqual([{ path: "personId", code: "unknown-person" }]);
	});
});

describe("explain please", () => {
	async function asked() {
		const family = await app.world.newFamily();
		const goalId = await newGoal(family);
		const { id: positionId } = await give(family, family.mother, goalId, "explain", "Wat is slapen?");
		return { family, goalId, positionId, params: { familyId: family.familyId, positionId } };
	}

	it("comes back with an explanation, after which the person answers again", async () => {
		const { family, goalId, positionId, params } = await asked();
		await (await app.as(family.coordinator))(explainPosition, { params, body: { text: "Elke nacht in je eigen bed." } });
		expect((await planOf(family)).positions.find(({ id }) => id === positionId)).toMatchObject({
			explanation: "Elke nacht in je eigen bed.",
			explainedBy: family.coordinator.personId,
		});
		for (const person of [family.father, family.girl]) await give(family, person, goalId, "agree");
		expect(await stateOf(family, goalId)).toBe("proposed");
		await give(family, family.mother, goalId, "agree");
		expect(await stateOf(family, goalId)).toBe("agreed");
	});

	it("gets one explanation; a second one does not overwrite it", async () => {
		const { family, params } = await asked();
		const call = await app.as(family.coordinator);
		await call(explainPosition, { params, body: { text: "Eerste" } });
		expect((await problemOf(call(explainPosition, { params, body: { text: "Tweede" } }))).code).toBe("conflict");
	});

	it("is explained by the coordinator, only when it was asked, and only in the own family", async () => {
		const { family, goalId, params } = await asked();
		expect((await problemOf((await app.as(family.father))(explainPosition, { params, body: { text: "Zo" } }))).code).toBe("not-allowed");
		const { id: agreed } = await give(family, family.father, goalId, "agree");
		const own = (await app.as(family.coordinator))(explainPosition, {
			params: { familyId: family.familyId, positionId: agreed },
			body: { text: "Zo" },
		});
		expect(await problemOf(own)).toMatchObject({ reasons: ["nothing-to-explain"] });
		const other = await app.world.newFamily();
		const swapped = (await app.as(other.coordinator))(explainPosition, {
			params: { ...params, familyId: other.familyId },
			body: { text: "Zo" },
		});
		expect((await problemOf(swapped)).code).toBe("not-found");
	});
});
