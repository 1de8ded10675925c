import { holdEvaluation } from "@samenplan/contract/evaluations";
import {
	checkIn,
	moveCheckIn,
	putVersion,
	readPlan,
	readPlanVersion,
	reopenPlan,
	takePlanVersionPdf,
	wishMilestones,
} from "@samenplan/contract/plans";
import { concludeStep } from "@samenplan/contract/steps";
import { compareVersions } from "@samenplan/plan-rules/compare-versions";
import { readyToEvaluate, readyToPut } from "@samenplan/testing/agreed-plan";
import type { Person } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

describe("after closing", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());
	const day = (days: number) => app.world.daysFromToday(days).toISOString().slice(0, 10);

	/** A plan with an agreed goal, scores and a version, closed at its talk. */
	async function closed() {
		const family = await readyToEvaluate(app.world, app.world.daysFromToday(2), await readyToPut(app.world));
		const params = { familyId: family.familyId };
		const call = await app.as(family.coordinator);
		await call(putVersion, { params });
		await app.world.db.evaluationScore.create({
			data: {
				familyId: family.familyId,
				evaluationId: family.evaluationId,
				goalId: family.goalIds[0],
				personId: family.mother.personId,
				score: 2,
				text: "trots",
				writtenBy: family.mother.personId,
			},
		});
		await call(holdEvaluation, {
			params: { ...params, evaluationId: family.evaluationId },
			body: {
				heldOn: day(0),
				whatWorked: "samen eten",
				proudOf: "onze avonden",
				why: "Het lukt nu zelf",
				goals: [{ goalId: family.goalIds[0], state: "achieved" }],
				version: 1,
				decision: "close",
				closingKind: "goals_reached",
				aftercare: "We bellen",
				turnTo: "Het wijkteam",
				checkInOn: day(42),
			},
		});
		const plan = async (person: Person) => (await app.as(person))(readPlan, { params });
		const { version } = (await plan(family.coordinator)).plan;
		return { family, params, call, plan, version };
	}

	it("writes down how it goes some weeks later, and the family reads it", async () => {
		const { family, params, call, plan, version } = await closed();
		expect(await problemOf(call(moveCheckIn, { params, body: { checkInOn: day(250), version } }))).toMatchObject({
			errors: [{ path: "checkInOn", code: "too-late" }],
		});
		expect(await call(moveCheckIn, { params, body: { checkInOn: day(60), version } })).toMatchObject({ checkInOn: day(60) });
		const said = { checkedInOn: day(0), words: "Het gaat goed met iedereen" };
		expect(await problemOf(call(checkIn, { params, body: { ...said, version } }))).toMatchObject({ status: 409, code: "conflict" });
		await call(checkIn, { params, body: { ...said, version: version + 1 } });
		expect((await plan(family.mother)).plan).toMatchObject({ checkedInOn: day(0), checkInWords: said.words });
		const byMother = (await app.as(family.mother))(checkIn, { params, body: { ...said, version: version + 2 } });
		expect(await problemOf(byMother)).toMatchObject({ status: 403 });
	});

	it("lets the family say whether it wishes to hear at milestones, also now", async () => {
		const { family, params, plan, version } = await closed();
		await (await app.as(family.father))(wishMilestones, { params, body: { wants: true, version } });
		expect((await plan(family.coordinator)).plan.wantsMilestones).toBe(true);
	});

	it("opens the plan again with a reason and a day, and keeps everything of before", async () => {
		const { family, params, call, plan, version } = await closed();
		const before = await plan(family.coordinator);
		const because = "Na de verhuizing loopt het weer vast";
		expect(await problemOf(call(reopenPlan, { params, body: { because: " ", evaluationOn: day(60), version } }))).toMatchObject({
			errors: [{ path: "because" }],
		});
		expect(await problemOf(call(reopenPlan, { params, body: { because, evaluationOn: day(200), version } }))).toMatchObject({
			errors: [{ path: "evaluationOn", code: "too-late" }],
		});
		await call(reopenPlan, { params, body: { because, evaluationOn: day(60), version } });
		const now = await plan(family.mother);
		expect(now.plan).toMatchObject({ state: "open", closedOn: null, reopenedBecause: because, reopenedOn: day(0) });
		// The talk at which it was closed, its scores, the goals and the versions are as they were.
		expect(now.evaluations.filter(({ state }) => state === "held")).toEqual(before.evaluations.map((each) => ({ ...each })));
		expect(now.goals).toEqual(before.goals);
		expect(now.versions).toEqual(before.versions);
		expect(now.evaluations.find(({ state }) => state === "planned")).toMatchObject({ dueOn: day(60) });
		expect(now.steps.find(({ kind }) => kind === "evaluate")).toMatchObject({ state: "reopened", reopenedBecause: because });
		// What was decided before is history: this round has its own talk.
		const again = { ...params, kind: "evaluate" as const };
		const version6 = now.steps.find(({ kind }) => kind === "evaluate")?.version ?? 0;
		const refused = await problemOf(call(concludeStep, { params: again, body: { version: version6 } }));
		expect(refused.reasons).toContain("evaluation-not-held");
		const former = await app.world.db.formerText.findMany({ where: { familyId: family.familyId, object: "plan" } });
		expect(former.map(({ row }) => (row as { closed_on: string | null }).closed_on)).toContain(day(0));
		await app.world.db.reminder.findFirstOrThrow({ where: { familyId: family.familyId, stoppedAt: null } });
	});

	it("shows its earlier versions as they were agreed, with each answer and talk, beside what is put next", async () => {
		const { family, params, call, plan, version } = await closed();
		const { putBy, content } = await app.world.db.planVersion.findFirstOrThrow({ where: { familyId: family.familyId } });
		// What was agreed in the round before: one version after a talk, with the answers that were given to it.
		const agreed = await app.world.db.planVersion.create({
			data: {
				...{ familyId: family.familyId, planId: family.planId, number: 2, state: "agreed", putBy, content: content as object },
				...{ mustAgree: [family.mother.personId, family.father.personId], putAt: app.world.daysFromToday(-60) },
				...{ frozenAt: app.world.daysFromToday(-55), talkOn: app.world.daysFromToday(-56), proceededBecause: "We proberen het" },
			},
		});
		const onVersion = { familyId: family.familyId, subject: "plan_version" as const, subjectId: agreed.id, subjectVersion: 2 };
		for (const [person, answer] of [
			[family.mother, "agree"],
			[family.father, "disagree"],
		] as const)
			await app.world.db.position.create({
				data: { ...onVersion, personId: person.personId, writtenBy: person.personId, answer, text: `Ik zei ${answer}` },
			});
		const at = { params: { ...params, planVersionId: agreed.id } };
		const mother = await app.as(family.mother);
		const before = await mother(readPlanVersion, at);
		await call(reopenPlan, { params, body: { because: "Toch weer nodig", evaluationOn: day(60), version } });
		expect(await mother(readPlanVersion, at)).toEqual(before);
		expect(before).toMatchObject({
			number: 2,
			state: "agreed",
			proceededBecause: "We proberen het",
			content: { goals: expect.any(Array) },
		});
		const now = await plan(family.mother);
		expect(now.versions.map(({ number, state }) => [number, state])).toEqual([
			[1, "withdrawn"],
			[2, "agreed"],
		]);
		expect(now.positions.filter(({ subjectId }) => subjectId === agreed.id).map(({ text }) => text)).toEqual([
			"Ik zei agree",
			"Ik zei disagree",
		]);
		// It is as frozen as ever, and can still be taken along.
		await expect(app.world.db.planVersion.update({ where: { id: agreed.id }, data: { content: {} } })).rejects.toThrow();
		expect((await mother(takePlanVersionPdf, at)).name).toBe("samenplan-versie-2.pdf");
		// The next version comes after it and says what is different.
		const { id: nextId } = await call(putVersion, { params });
		const next = await mother(readPlanVersion, { params: { ...params, planVersionId: nextId } });
		expect(next.number).toBe(3);
		expect(compareVersions(before.content, next.content)).toContainEqual(expect.objectContaining({ part: "goals", change: "achieved" }));
		expect((await plan(family.father)).versions.map(({ number, state }) => [number, state])).toEqual([
			[1, "withdrawn"],
			[2, "agreed"],
			[3, "put"],
		]);
	});

	it("begins the term of keeping anew: what is open again is not laid before anybody to destroy", async () => {
		const { family, params, call, version } = await closed();
		const longAgo = app.world.daysFromToday(-21 * 366);
		await app.world.db.plan.update({ where: { id: family.planId }, data: { closedOn: longAgo } });
		const over = async () => {
			const rows = await app.world.db.$queryRaw<{ family_id: string }[]>`select family_id from app.terms_over()`;
			return rows.some((row) => row.family_id === family.familyId);
		};
		expect(await over()).toBe(true);
		await call(reopenPlan, { params, body: { because: "Weer nodig", evaluationOn: day(60), version } });
		expect(await over()).toBe(false);
	});

	it("opens no plan that is open, for nobody of the family, and of two at once only one", async () => {
		const { family, params, call, version } = await closed();
		const body = { because: "Toch weer nodig", evaluationOn: day(60), version };
		expect(await problemOf((await app.as(family.mother))(reopenPlan, { params, body }))).toMatchObject({ status: 403 });
		const both = await Promise.allSettled([call(reopenPlan, { params, body }), call(reopenPlan, { params, body })]);
		expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		expect(await problemOf(call(reopenPlan, { params, body }))).toMatchObject({ status: 409, reasons: ["plan-is-open"] });
		const said = { checkedInOn: day(0), words: "x", version: version + 1 };
		expect(await problemOf(call(checkIn, { params, body: said }))).toMatchObject({ status: 409, reasons: ["plan-is-open"] });
	});
});
