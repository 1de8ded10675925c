import { addAction, editAction, editGoal, moveGoal, orderGoals, proposeGoal, removeAction, reportAction } from "@samenplan/contract/goals";
import { readPlan } from "@samenplan/contract/plans";
import { givePosition } from "@samenplan/contract/positions";
import type { Person, TestFamily } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

const levels = ["Elke avond ruzie", "Vier avonden", "Twee avonden ruzie per week", "Een avond", "Nooit meer"];
const complete = { text: "Rustig naar bed", forKind: "child" as const, levels };

let app: TestApp;
beforeAll(async () => {
	app = await startTestApp();
});
afterAll(() => app.stop());

const at = (family: TestFamily) => ({ params: { familyId: family.familyId } });
async function planOf(family: TestFamily, person: Person = family.coordinator) {
	return (await app.as(person))(readPlan, at(family));
}
async function newGoal(family: TestFamily, by: Person = family.coordinator, body: Record<string, unknown> = complete) {
	const { id } = await (await app.as(by))(proposeGoal, { ...at(family), body: { ...complete, ...body } });
	return id;
}
async function answer(family: TestFamily, by: Person, goalId: string, given: "agree" | "agree_but" | "disagree" | "explain", text = "") {
	const goal = (await planOf(family)).goals.find(({ id }) => id === goalId);
	return (await app.as(by))(givePosition, {
		...at(family),
		body: { subject: "goal", subjectId: goalId, subjectVersion: goal?.version ?? 0, answer: given, text },
	});
}
async function agreedGoal(family: TestFamily) {
	const id = await newGoal(family);
	for (const person of [family.mother, family.father, family.girl]) await answer(family, person, id, "agree");
	return id;
}
const goalIn = async (family: TestFamily, id: string) => (await planOf(family)).goals.find((goal) => goal.id === id);

describe("proposing a goal", () => {
	it("lets a parent propose in own words, with everything else still open", async () => {
		const family = await app.world.newFamily();
		const { id } = await (await app.as(family.mother))(proposeGoal, { ...at(family), body: { text: "Samen eten" } });
		expect(await goalIn(family, id)).toMatchObject({
			text: "Samen eten",
			state: "proposed",
			forKind: null,
			levels: [],
			writtenBy: family.mother.personId,
			version: 1,
		});
	});

	it("keeps the link to the concern it came from", async () => {
		const family = await app.world.newFamily();
		const view = await app.world.db.view.create({
			data: {
				familyId: family.familyId,
				planId: family.planId,
				personId: family.mother.personId,
				subject: "concern",
				text: "Hij slaapt slecht",
				writtenBy: family.mother.personId,
			},
		});
		expect(await goalIn(family, await newGoal(family, family.mother, { fromViewId: view.id }))).toMatchObject({ fromViewId: view.id });
	});

	it("keeps professional wording for who steers the plan", async () => {
		const family = await app.world.newFamily();
		const call = await app.as(family.mother);
		const problem = await problemOf(call(proposeGoal, { ...at(family), body: { ...complete, professionalText: "Slaaphygiëne" } }));
		expect(problem.code).toBe("not-allowed");
	});

	it("answers a view or a person of another family as unknown", async () => {
		const [family, other] = [await app.world.newFamily(), await app.world.newFamily()];
		const call = await app.as(family.mother);
		const view = await app.world.db.view.create({
			data: {
				familyId: other.familyId,
				planId: other.planId,
				personId: other.mother.personId,
				subject: "concern",
				text: "Van een ander",
				writtenBy: other.mother.personId,
			},
		});
		expect((await problemOf(call(proposeGoal, { ...at(family), body: { ...complete, fromViewId: view.id } }))).code).toBe("not-found");
		const problem = await problemOf(call(proposeGoal, { ...at(family), body: { ...complete, forPersonId: other.boy.personId } }));
		expect(problem.errors).toEqual([{ path: "forPersonId", code: "unknown-person" }]);
	});
});

describe("changing a goal", () => {
	it("lets a parent change an own proposal and not that of another", async () => {
		const family = await app.world.newFamily();
		const goalId = await newGoal(family, family.mother);
		const params = { familyId: family.familyId, goalId };
		await (await app.as(family.mother))(editGoal, { params, body: { ...complete, text: "Rustig slapen", version: 1 } });
		expect(await goalIn(family, goalId)).toMatchObject({ text: "Rustig slapen", version: 2 });
		const problem = await problemOf((await app.as(family.father))(editGoal, { params, body: { ...complete, text: "Anders", version: 2 } }));
		expect(problem.code).toBe("not-allowed");
	});

	it("keeps the professional wording when a parent changes the family's words", async () => {
		const family = await app.world.newFamily();
		const goalId = await newGoal(family, family.mother);
		const params = { familyId: family.familyId, goalId };
		await (await app.as(family.coordinator))(editGoal, { params, body: { ...complete, professionalText: "Slaaphygiëne", version: 1 } });
		await (await app.as(family.mother))(editGoal, { params, body: { ...complete, text: "Slapen", version: 2 } });
		expect(await goalIn(family, goalId)).toMatchObject({ text: "Slapen", professionalText: "Slaaphygiëne" });
	});

	it("asks again what people had agreed to, and shows their answers as about an older text", async () => {
		const family = await app.world.newFamily();
		const goalId = await agreedGoal(family);
		expect(await goalIn(family, goalId)).toMatchObject({ state: "agreed" });
		const body = { ...complete, text: "Rustig naar bed om acht uur", version: 1 };
		await (await app.as(family.coordinator))(editGoal, { params: { familyId: family.familyId, goalId }, body });
		const plan = await planOf(family);
		expect(plan.goals.find(({ id }) => id === goalId)).toMatchObject({ state: "adjusted", version: 2 });
		expect(plan.positions.map(({ subjectVersion }) => subjectVersion)).toEqual([1, 1, 1]);
		for (const person of [family.mother, family.father, family.girl]) await answer(family, person, goalId, "agree");
		expect(await goalIn(family, goalId)).toMatchObject({ state: "agreed" });
	});

	it("lets one of twenty parallel edits win and gives each of the others both texts", async () => {
		const family = await app.world.newFamily();
		const goalId = await newGoal(family);
		const call = await app.as(family.coordinator);
		const outcomes = await Promise.all(
			Array.from({ length: 20 }, (_, n) =>
				call(editGoal, { params: { familyId: family.familyId, goalId }, body: { ...complete, text: `Tekst ${n}`, version: 1 } }).then(
					() => `Tekst ${n}`,
					(error: { problem: { code: string; current: { text: string; version: number } } }) => error.problem,
				),
			),
		);
		const winners = outcomes.filter((outcome) => typeof outcome === "string");
		expect(winners).toHaveLength(1);
		const others = outcomes.filter((outcome) => typeof outcome !== "string");
		for (const other of others) expect(other).toMatchObject({ code: "conflict", current: { text: winners[0], version: 2 } });
		expect(await goalIn(family, goalId)).toMatchObject({ text: winners[0], version: 2 });
	});

	it("answers the goal of another family as an unknown one", async () => {
		const [mine, other] = [await app.world.newFamily(), await app.world.newFamily()];
		const goalId = await newGoal(other);
		const call = await app.as(mine.coordinator);
		const unknownId = "019a0000-0000-7000-8000-000000000000";
		for (const attempt of [
			(id: string) => call(editGoal, { params: { familyId: mine.familyId, goalId: id }, body: { ...complete, version: 1 } }),
			(id: string) => call(moveGoal, { params: { familyId: mine.familyId, goalId: id }, body: { state: "stopped" as const, version: 1 } }),
			(id: string) => call(orderGoals, { ...at(mine), body: { goalIds: [id] } }),
			(id: string) => call(addAction, { ...at(mine), body: { text: "Bellen", personId: mine.mother.personId, goalId: id } }),
			(id: string) =>
				call(givePosition, {
					...at(mine),
					body: { subject: "goal" as const, subjectId: id, subjectVersion: 1, answer: "agree" as const, text: "" },
				}),
		]) {
			const [swapped, unknown] = [await problemOf(attempt(goalId)), await problemOf(attempt(unknownId))];
			expect({ ...swapped, requestId: "" }).toEqual({ ...unknown, requestId: "" });
		}
		expect(await goalIn(other, goalId)).toMatchObject({ state: "proposed", version: 1 });
	});
});

describe("moving a goal", () => {
	const move = async (family: TestFamily, goalId: string, state: "agreed" | "active" | "achieved" | "stopped", by = family.coordinator) =>
		(await app.as(by))(moveGoal, { params: { familyId: family.familyId, goalId }, body: { state, version: 1 } });

	it("starts an agreed goal and celebrates it, while the answers stay valid", async () => {
		const family = await app.world.newFamily();
		const goalId = await agreedGoal(family);
		await move(family, goalId, "active");
		await move(family, goalId, "achieved");
		expect(await goalIn(family, goalId)).toMatchObject({ state: "achieved", version: 1 });
	});

	it("does not let the coordinator make a goal agreed, and says what is possible", async () => {
		const family = await app.world.newFamily();
		const problem = await problemOf(move(family, await newGoal(family), "agreed"));
		expect(problem).toMatchObject({ status: 409, code: "move-not-possible", possible: ["stopped"], reasons: ["goal-agreed-by-answers"] });
	});

	it("lets a parent take back an own proposal and nothing else", async () => {
		const family = await app.world.newFamily();
		const mine = await newGoal(family, family.mother);
		await move(family, mine, "stopped", family.mother);
		expect(await goalIn(family, mine)).toMatchObject({ state: "stopped" });
		expect((await problemOf(move(family, await newGoal(family), "stopped", family.mother))).code).toBe("not-allowed");
	});
});

it("puts goals in the wanted order and loses none that was added meanwhile", async () => {
	const family = await app.world.newFamily();
	const [a, b, c] = [await newGoal(family), await newGoal(family), await newGoal(family)];
	await (await app.as(family.coordinator))(orderGoals, { ...at(family), body: { goalIds: [c, a] } });
	expect((await planOf(family)).goals.map(({ id }) => id)).toEqual([c, a, b]);
	expect((await problemOf((await app.as(family.mother))(orderGoals, { ...at(family), body: { goalIds: [a] } }))).code).toBe("not-allowed");
});

describe("small steps", () => {
	async function newAction(family: TestFamily, by: Person, forWhom: Person) {
		const body = { text: "Samen voorlezen", personId: forWhom.personId, dueOn: "2030-01-07", repeats: "daily" as const };
		return (await (await app.as(by))(addAction, { ...at(family), body })).id;
	}
	const actionIn = async (family: TestFamily, id: string) => (await planOf(family)).actions.find((action) => action.id === id);

	it("lets somebody report their own step with a word, and take it back", async () => {
		const family = await app.world.newFamily();
		const actionId = await newAction(family, family.coordinator, family.mother);
		const call = await app.as(family.mother);
		const params = { familyId: family.familyId, actionId };
		await call(reportAction, { params, body: { state: "did_not_work", note: "Hij wilde niet" } });
		expect(await actionIn(family, actionId)).toMatchObject({ state: "did_not_work", note: "Hij wilde niet", dueOn: "2030-01-07" });
		await call(reportAction, { params, body: { state: "to_do" } });
		expect(await actionIn(family, actionId)).toMatchObject({ state: "to_do", note: "", reportedAt: null });
	});

	it("does not let one parent report the step of the other", async () => {
		const family = await app.world.newFamily();
		const actionId = await newAction(family, family.coordinator, family.mother);
		const report = (await app.as(family.father))(reportAction, {
			params: { familyId: family.familyId, actionId },
			body: { state: "done" },
		});
		expect((await problemOf(report)).code).toBe("not-allowed");
	});

	it("lets a grandmother without sight of the plan tick off her own step and no other", async () => {
		const family = await app.world.newFamily();
		const grandmother = await app.world.involve(family.familyId, "network_member", { givenName: "Oma", account: true });
		const [hers, notHers] = [await newAction(family, family.mother, grandmother), await newAction(family, family.mother, family.father)];
		const call = await app.as(grandmother);
		await call(reportAction, { params: { familyId: family.familyId, actionId: hers }, body: { state: "done" } });
		expect(await actionIn(family, hers)).toMatchObject({ state: "done" });
		const problem = await problemOf(
			call(reportAction, { params: { familyId: family.familyId, actionId: notHers }, body: { state: "done" } }),
		);
		expect(problem.code).toBe("not-found");
	});

	it("is changed by who wrote it or does it, with both texts when two were at it", async () => {
		const family = await app.world.newFamily();
		const actionId = await newAction(family, family.mother, family.mother);
		const params = { familyId: family.familyId, actionId };
		const body = { text: "Een kwartier voorlezen", personId: family.father.personId };
		expect((await problemOf((await app.as(family.girl))(editAction, { params, body: { ...body, version: 1 } }))).code).toBe("not-allowed");
		await (await app.as(family.mother))(editAction, { params, body: { ...body, version: 1 } });
		const late = await problemOf((await app.as(family.coordinator))(editAction, { params, body: { ...body, text: "Anders", version: 1 } }));
		expect(late).toMatchObject({ code: "conflict", current: { text: "Een kwartier voorlezen" } });
	});

	it("stays once somebody reported on it", async () => {
		const family = await app.world.newFamily();
		const [kept, mistake] = [await newAction(family, family.mother, family.mother), await newAction(family, family.mother, family.mother)];
		const call = await app.as(family.mother);
		const of = (actionId: string) => ({ params: { familyId: family.familyId, actionId } });
		await call(reportAction, { ...of(kept), body: { state: "done" } });
		expect(await problemOf(call(removeAction, of(kept)))).toMatchObject({ code: "move-not-possible", reasons: ["action-reported"] });
		await call(removeAction, of(mistake));
		expect((await planOf(family)).actions.map(({ id }) => id)).toEqual([kept]);
	});

	it("is for somebody of this family", async () => {
		const [family, other] = [await app.world.newFamily(), await app.world.newFamily()];
		const problem = await problemOf(newAction(family, family.coordinator, other.mother));
		expect(problem.errors).toEqual([{ path: "personId", code: "unknown-person" }]);
	});
});
