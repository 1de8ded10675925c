import {
	allStatements,
	answerCooperation,
	holdEvaluation,
	moveEvaluation,
	planEvaluation,
	recordCooperation,
	scoreGoal,
} from "@samenplan/contract/evaluations";
import { readPlan } from "@samenplan/contract/plans";
import { concludeStep } from "@samenplan/contract/steps";
import { addMonths } from "@samenplan/plan-rules/working-days";
import { readyToEvaluate } from "@samenplan/testing/agreed-plan";
import type { Person } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

describe("looking back together", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());
	const day = (days: number) => app.world.daysFromToday(days).toISOString().slice(0, 10);

	async function prepared() {
		const family = await readyToEvaluate(app.world, app.world.daysFromToday(5));
		const params = { familyId: family.familyId, evaluationId: family.evaluationId };
		const score = async (person: Person, goal: 0 | 1, given: number, text: string, version?: number) =>
			(await app.as(person))(scoreGoal, {
				params: { ...params, goalId: family.goalIds[goal] },
				body: { score: given, text, ...(version && { version }) },
			});
		const plan = async (person: Person) => (await app.as(person))(readPlan, { params: { familyId: family.familyId } });
		const talk = { heldOn: day(0), whatWorked: "Samen een lijstje maken", why: "Het gaat de goede kant op", goals: [], version: 1 };
		return { family, params, score, plan, talk };
	}

	it("shows nobody of the family another's score of a goal before they gave their own", async () => {
		const { family, score, plan, params } = await prepared();
		await score(family.father, 0, -1, "geheim van vader");
		await score(family.father, 1, -2, "tweede van vader");
		await (await app.as(family.father))(answerCooperation, { params, body: { statement: 3, score: 2, text: "woord van vader" } });
		expect(JSON.stringify(await plan(family.mother))).not.toMatch(/geheim van vader|tweede van vader|woord van vader/);
		expect(JSON.stringify(await plan(family.father))).toMatch(/geheim van vader/);
		expect(JSON.stringify(await plan(family.coordinator))).toMatch(/geheim van vader.*tweede van vader.*woord van vader/);
		await score(family.mother, 0, 1, "van moeder");
		const read = JSON.stringify(await plan(family.mother));
		expect(read).toMatch(/geheim van vader/);
		expect(read).not.toMatch(/tweede van vader|woord van vader/);
	});

	it("puts everything side by side once the talk was held", async () => {
		const { family, score, plan, params, talk } = await prepared();
		await score(family.father, 0, -1, "van vader");
		await (await app.as(family.father))(answerCooperation, { params, body: { statement: 12, score: 5, text: "gezien" } });
		await (await app.as(family.coordinator))(holdEvaluation, { params, body: { ...talk, decision: "go_on", nextOn: day(90) } });
		expect(JSON.stringify(await plan(family.mother))).toMatch(/van vader.*gezien/);
	});

	it("keeps each score under its author; a second edit from an older one is refused with the present text", async () => {
		const { family, score, params } = await prepared();
		await score(family.mother, 0, 0, "eerst");
		const second = await score(family.mother, 0, 1, "later", 1);
		expect(second).toMatchObject({ score: 1, text: "later", version: 2, recorded: false, personId: family.mother.personId });
		expect(await problemOf(score(family.mother, 0, 2, "oud", 1))).toMatchObject({
			status: 409,
			code: "conflict",
			current: { text: "later" },
		});
		const call = await app.as(family.mother);
		const forFather = call(scoreGoal, {
			params: { ...params, goalId: family.goalIds[0] },
			body: { personId: family.father.personId, score: 2, text: "" },
		});
		expect(await problemOf(forFather)).toMatchObject({ status: 403 });
	});

	it("lets the coordinator write down what a child without account says, and nobody answer for somebody who has one", async () => {
		const { family, params, plan } = await prepared();
		const call = await app.as(family.coordinator);
		const goal = { params: { ...params, goalId: family.goalIds[0] } };
		await call(scoreGoal, { ...goal, body: { personId: family.boy.personId, score: 2, text: "Ik vind het fijn" } });
		expect((await plan(family.coordinator)).evaluations[0]?.scores).toMatchObject([
			{ personId: family.boy.personId, recorded: true, writtenBy: family.coordinator.personId },
		]);
		expect(await problemOf(call(scoreGoal, { ...goal, body: { personId: family.mother.personId, score: 2, text: "" } }))).toMatchObject({
			status: 409,
			reasons: ["answers-themselves"],
		});
		expect(await problemOf(call(answerCooperation, { params, body: { statement: 3, score: 5, text: "" } }))).toMatchObject({ status: 403 });
		const said = { statement: 1 as const, score: 4, text: "Zij luistert" };
		await call(recordCooperation, { params, body: { ...said, personId: family.boy.personId } });
		const [evaluation] = (await plan(family.coordinator)).evaluations;
		expect(evaluation?.cooperation).toEqual([
			{ ...said, personId: family.boy.personId, writtenBy: family.coordinator.personId, recorded: true },
		]);
		expect(await problemOf(call(recordCooperation, { params, body: { ...said, personId: family.mother.personId } }))).toMatchObject({
			status: 409,
			reasons: ["answers-themselves"],
		});
		const byMother = (await app.as(family.mother))(recordCooperation, { params, body: { ...said, personId: family.boy.personId } });
		expect(await problemOf(byMother)).toMatchObject({ status: 403 });
	});

	it("takes all twelve statements from whoever wants to answer them, each in their own name", async () => {
		const { family, params, plan } = await prepared();
		const call = await app.as(family.mother);
		for (const statement of allStatements) await call(answerCooperation, { params, body: { statement, score: 3, text: "" } });
		await call(answerCooperation, { params, body: { statement: 1, score: 5, text: "toch wel" } });
		const [evaluation] = (await plan(family.mother)).evaluations;
		expect(evaluation?.cooperation.map(({ statement }) => statement)).toEqual([...allStatements]);
		expect(evaluation?.cooperation[0]).toMatchObject({ score: 5, text: "toch wel", writtenBy: family.mother.personId, recorded: false });
	});

	it("begins looking back anew with the first score of a next round, and concludes it after the talk only", async () => {
		const { family, score, plan, params, talk } = await prepared();
		await app.world.db.step.updateMany({ where: { planId: family.planId }, data: { state: "concluded", concludedAt: new Date() } });
		const call = await app.as(family.coordinator);
		const evaluate = async () => (await plan(family.coordinator)).steps.find(({ kind }) => kind === "evaluate");
		await score(family.mother, 0, 1, "");
		expect(await evaluate()).toMatchObject({ state: "reopened" });
		const at = { familyId: family.familyId, kind: "evaluate" as const };
		const version = (await evaluate())?.version ?? 0;
		expect(await problemOf(call(concludeStep, { params: at, body: { version } }))).toMatchObject({ reasons: ["evaluation-not-held"] });
		await call(holdEvaluation, { params, body: { ...talk, decision: "go_on", nextOn: day(80) } });
		expect(await evaluate()).toMatchObject({ state: "reopened" });
		expect(await call(concludeStep, { params: at, body: { version } })).toMatchObject({ state: "concluded" });
	});

	it("says of a day that R5 does not allow until when it is possible, also where a child stays elsewhere", async () => {
		const family = await app.world.newFamily();
		const call = await app.as(family.coordinator);
		const params = { familyId: family.familyId };
		const lastFor = async (route: "full" | "light", placement: "home" | "foster_long" | "residential") => {
			await app.world.db.plan.update({ where: { id: family.planId }, data: { route, placement } });
			const refused = await problemOf(call(planEvaluation, { params, body: { dueOn: day(400) } }));
			expect(refused).toMatchObject({ status: 400, errors: [{ path: "dueOn", code: "too-late" }] });
			return refused.errors?.[0]?.day;
		};
		const today = day(0);
		expect(await lastFor("full", "home")).toBe(addMonths(today, 3));
		expect(await lastFor("light", "residential")).toBe(addMonths(today, 3));
		expect(await lastFor("full", "foster_long")).toBe(addMonths(today, 6));
		expect(await lastFor("light", "home")).toBe(addMonths(today, 10));
		const { id } = await call(planEvaluation, { params, body: { dueOn: addMonths(today, 10) } });
		await app.world.db.plan.update({ where: { id: family.planId }, data: { route: "full" } });
		// Set two months ago: moving it does not begin the three months anew.
		await app.world.db.evaluation.update({
			where: { id },
			data: { createdAt: app.world.daysFromToday(-61), dueOn: app.world.daysFromToday(5) },
		});
		const at = { ...params, evaluationId: id };
		const last = addMonths(day(-61), 3);
		expect(await problemOf(call(moveEvaluation, { params: at, body: { dueOn: day(60), version: 1 } }))).toMatchObject({
			errors: [{ path: "dueOn", code: "too-late", day: last }],
		});
		await call(moveEvaluation, { params: at, body: { dueOn: last, version: 1 } });
	});

	it("keeps a next day after every decision but closing, stops the reminders and opens the steps that fit", async () => {
		const { family, score, plan, params, talk } = await prepared();
		await app.world.db.step.updateMany({ where: { planId: family.planId }, data: { state: "concluded" } });
		await score(family.mother, 0, 2, "");
		const call = await app.as(family.coordinator);
		const [achieved, going] = family.goalIds;
		const before = await plan(family.coordinator);
		const goals = [
			{ goalId: achieved, state: "achieved" as const },
			{ goalId: going, state: "adjusted" as const },
		];
		await call(holdEvaluation, { params, body: { ...talk, goals, decision: "adjust", nextOn: day(80) } });
		const now = await plan(family.coordinator);
		expect(now.evaluations).toMatchObject([
			{ state: "held", decision: "adjust", heldOn: day(0), nextOn: day(80), whatWorked: talk.whatWorked },
			{ state: "planned", dueOn: day(80) },
		]);
		expect(now.goals.map(({ state }) => state)).toEqual(["achieved", "adjusted"]);
		// An adjusted goal is asked anew; the words of the other one, and of the steps, keep the answers that people gave to them.
		expect(now.goals.map(({ version }, index) => version - (before.goals[index]?.version ?? 0))).toEqual([0, 1]);
		expect(now.steps.map(({ version }) => version)).toEqual(before.steps.map(({ version }) => version));
		expect(Object.fromEntries(now.steps.map(({ kind, state }) => [kind, state]))).toMatchObject({
			goals: "reopened",
			evaluate: "reopened",
			help: "concluded",
		});
		const waiting = await app.world.db.reminder.findMany({ where: { familyId: family.familyId, stoppedAt: null, sentAt: null } });
		expect(new Set(waiting.map(({ dueOn }) => dueOn.toISOString().slice(0, 10)))).toEqual(new Set([day(80)]));
		expect(await problemOf(score(family.father, 0, 1, "te laat"))).toMatchObject({ status: 409, reasons: ["talk-was-held"] });
		expect(await problemOf(call(holdEvaluation, { params, body: { ...talk, decision: "go_on", nextOn: day(80) } }))).toMatchObject({
			status: 409,
		});
	});

	it("closes the plan with its reason and aftercare, and ends what ran", async () => {
		const { family, score, plan, params, talk } = await prepared();
		await score(family.father, 0, 1, "");
		const call = await app.as(family.coordinator);
		const closing = {
			decision: "close" as const,
			closingKind: "goals_reached" as const,
			aftercare: "Na zes weken bellen we",
			turnTo: "Het wijkteam, 0900 1234",
			checkInOn: day(42),
			wantsMilestones: true,
		};
		const late = call(holdEvaluation, { params, body: { ...talk, ...closing, checkInOn: day(300) } });
		const { errors } = await problemOf(late);
		expect(errors).toMatchObject([{ path: "checkInOn", code: "too-late", day: expect.stringMatching(/^20/) }]);
		const proud = { proudOf: "Dat we elke avond samen eten", whatNext: "Zelf verder" };
		await call(holdEvaluation, { params, body: { ...talk, ...proud, ...closing } });
		const now = await plan(family.mother);
		const { decision: _decision, ...kept } = closing;
		expect(now.plan).toMatchObject({ state: "closed", closedOn: day(0), closingReason: talk.why, ...kept, checkedInOn: null });
		expect(now.evaluations).toMatchObject([{ state: "held", decision: "close", ...proud }]);
		expect(now.evaluations.filter(({ state }) => state === "planned")).toEqual([]);
		expect(await app.world.db.reminder.count({ where: { familyId: family.familyId, sentAt: null, stoppedAt: null } })).toBe(0);
		expect(await problemOf(call(planEvaluation, { params: { familyId: family.familyId }, body: { dueOn: day(30) } }))).toMatchObject({
			status: 409,
			reasons: ["plan-closed"],
		});
	});

	it("asks for at least one score, a day that is not over and a next date that lies ahead", async () => {
		const { family, score, params, talk } = await prepared();
		const call = await app.as(family.coordinator);
		expect(await problemOf(call(holdEvaluation, { params, body: { ...talk, decision: "go_on", nextOn: day(90) } }))).toMatchObject({
			status: 409,
			reasons: ["no-scores"],
		});
		await score(family.mother, 0, 0, "");
		expect(await problemOf(call(holdEvaluation, { params, body: { ...talk, decision: "go_on", nextOn: day(0) } }))).toMatchObject({
			status: 400,
			errors: [{ path: "nextOn", code: "too-early" }],
		});
		expect(
			await problemOf(call(holdEvaluation, { params, body: { ...talk, heldOn: day(3), decision: "go_on", nextOn: day(90) } })),
		).toMatchObject({ status: 400 });
		expect(await problemOf(call(moveEvaluation, { params, body: { dueOn: day(-1), version: 1 } }))).toMatchObject({ status: 400 });
		expect(await problemOf(call(planEvaluation, { params: { familyId: family.familyId }, body: { dueOn: day(30) } }))).toMatchObject({
			status: 409,
			reasons: ["evaluation-already-planned"],
		});
	});

	it("answers an evaluation or goal of another family as one that does not exist", async () => {
		const [mine, other] = [await prepared(), await prepared()];
		const call = await app.as(mine.family.mother);
		const swapped = { familyId: mine.family.familyId, evaluationId: other.family.evaluationId, goalId: mine.family.goalIds[0] };
		expect(await problemOf(call(scoreGoal, { params: swapped, body: { score: 1, text: "" } }))).toMatchObject({ status: 404 });
		const swappedGoal = { ...mine.params, goalId: other.family.goalIds[0] };
		expect(await problemOf(call(scoreGoal, { params: swappedGoal, body: { score: 1, text: "" } }))).toMatchObject({ status: 404 });
	});
});
