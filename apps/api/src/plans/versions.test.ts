import { proceedWithVersion, putVersion, readPlan, readPlanVersion, withdrawVersion } from "@samenplan/contract/plans";
import { explainPosition, givePosition } from "@samenplan/contract/positions";
import { readyToPut } from "@samenplan/testing/agreed-plan";
import type { Person } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

type Answer = "agree" | "agree_but" | "disagree" | "explain";

describe("putting a version of the plan before people", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());

	async function put() {
		const family = await readyToPut(app.world);
		const params = { familyId: family.familyId };
		const { id } = await (await app.as(family.coordinator))(putVersion, { params });
		const answer = async (person: Person, given: Answer, text = given === "agree" ? "" : "Omdat ...") =>
			(await app.as(person))(givePosition, {
				params,
				body: { subject: "plan_version", subjectId: id, subjectVersion: 1, answer: given, text },
			});
		const plan = async () => (await app.as(family.coordinator))(readPlan, { params });
		const versionParams = { ...params, planVersionId: id };
		return { family, params, versionParams, id, answer, plan };
	}

	it("asks both parents with authority and the girl of 13, and keeps the plan as they read it", async () => {
		const { family, params, versionParams, plan } = await put();
		const [version] = (await plan()).versions;
		expect(version).toMatchObject({ number: 1, state: "put", frozenAt: null });
		expect(new Set(version?.mustAgree)).toEqual(new Set([family.mother, family.father, family.girl].map(({ personId }) => personId)));
		await app.world.db.goal.update({ where: { id: family.goalId }, data: { text: "Iets heel anders" } });
		const read = await (await app.as(family.father))(readPlanVersion, { params: versionParams });
		expect(read.content.goals.map(({ text }) => text)).toEqual(["Om acht uur ligt iedereen in bed"]);
		const again = await problemOf((await app.as(family.coordinator))(putVersion, { params }));
		expect(again).toMatchObject({ status: 409, code: "move-not-possible", reasons: ["version-waiting"] });
	});

	it("says what still misses when there is nothing to agree on", async () => {
		const family = await app.world.newFamily();
		const refused = await problemOf((await app.as(family.coordinator))(putVersion, { params: { familyId: family.familyId } }));
		expect(refused).toMatchObject({ status: 409, code: "move-not-possible" });
		expect(refused.reasons).toEqual(expect.arrayContaining(["question-missing", "goal-missing"]));
	});

	it("waits for the scientist's review in a complex case", async () => {
		const family = await readyToPut(app.world);
		await app.world.db.plan.update({ where: { id: family.planId }, data: { complex: true } });
		const refused = await problemOf((await app.as(family.coordinator))(putVersion, { params: { familyId: family.familyId } }));
		expect(refused.reasons).toEqual(["review-missing"]);
	});

	it("keeps out what only some may read", async () => {
		const family = await readyToPut(app.world);
		const text = "alleen voor ons";
		for (const audience of ["staff", "named", "family"] as const)
			await app.world.db.view.create({
				data: {
					familyId: family.familyId,
					planId: family.planId,
					personId: family.coordinator.personId,
					subject: "worry",
					text,
					audience,
					writtenBy: family.coordinator.personId,
				},
			});
		const { id } = await (await app.as(family.coordinator))(putVersion, { params: { familyId: family.familyId } });
		const kept = await app.world.db.planVersion.findUniqueOrThrow({ where: { id } });
		expect(JSON.stringify(kept.content)).not.toContain(text);
	});

	it("takes effect with the last yes: dated and frozen, its goal active, a day to look back and reminders for it", async () => {
		const { family, answer, plan, id } = await put();
		await answer(family.mother, "agree");
		await answer(family.father, "agree_but");
		expect((await plan()).versions[0]).toMatchObject({ state: "put" });
		await answer(family.girl, "agree");
		const now = await plan();
		expect(now.versions[0]).toMatchObject({ state: "agreed", talkOn: null });
		expect(now.versions[0]?.frozenAt).not.toBeNull();
		expect(now.goals[0]?.state).toBe("active");
		expect(now.evaluations).toHaveLength(1);
		const due = new Date(now.evaluations[0]?.dueOn ?? "").getTime() - Date.now();
		expect(due / 86_400_000).toBeGreaterThan(87);
		expect(due / 86_400_000).toBeLessThan(93);
		expect(await app.world.db.reminder.count({ where: { familyId: family.familyId, rung: "before" } })).toBe(4);
		await expect(app.world.db.planVersion.update({ where: { id }, data: { proceededBecause: "anders" } })).rejects.toThrow(/never changes/);
	});

	it("takes effect once when the last two answers come at the same moment", async () => {
		const { family, answer, plan } = await put();
		await answer(family.girl, "agree");
		await Promise.all([answer(family.mother, "agree"), answer(family.father, "agree")]);
		const now = await plan();
		expect(now.versions[0]?.state).toBe("agreed");
		expect(now.evaluations).toHaveLength(1);
	});

	it("looks back after six months with a light plan, or as the organisation set it", async () => {
		const place = await app.world.organisation("Stichting Eigen Termijn");
		await app.world.db.organisation.update({ where: { id: place.organisationId }, data: { settings: { evaluationMonths: { light: 8 } } } });
		const coordinator = await app.world.staff(["coordinator"], { place });
		const family = await readyToPut(app.world, await app.world.newFamily({ coordinator }));
		await app.world.db.plan.update({ where: { id: family.planId }, data: { route: "light" } });
		const params = { familyId: family.familyId };
		const { id } = await (await app.as(coordinator))(putVersion, { params });
		for (const person of [family.mother, family.father, family.girl])
			await (await app.as(person))(givePosition, {
				params,
				body: { subject: "plan_version", subjectId: id, subjectVersion: 1, answer: "agree", text: "" },
			});
		const plan = await (await app.as(coordinator))(readPlan, { params });
		const due = new Date(plan.evaluations[0]?.dueOn ?? "").getTime() - Date.now();
		expect(due / 86_400_000).toBeGreaterThan(236);
	});

	it("waits for an answer after an explanation", async () => {
		const { family, answer, plan, params } = await put();
		await answer(family.mother, "agree");
		await answer(family.girl, "agree");
		const { id: positionId } = await answer(family.father, "explain");
		await (await app.as(family.coordinator))(explainPosition, { params: { ...params, positionId }, body: { text: "Dit betekent ..." } });
		expect((await plan()).versions[0]?.state).toBe("put");
		await answer(family.father, "agree");
		expect((await plan()).versions[0]?.state).toBe("agreed");
	});

	it("goes on after a talk about a disagreement, which stays visible", async () => {
		const { family, answer, plan, versionParams } = await put();
		const call = await app.as(family.coordinator);
		const talk = { talkOn: new Date().toISOString().slice(0, 10), because: "We praatten samen en proberen het drie maanden." };
		await answer(family.mother, "agree");
		await answer(family.father, "disagree");
		expect(await problemOf(call(proceedWithVersion, { params: versionParams, body: talk }))).toMatchObject({
			status: 409,
			reasons: ["answers-missing"],
		});
		await answer(family.girl, "agree");
		expect((await plan()).versions[0]?.state).toBe("put");
		expect(await problemOf(call(proceedWithVersion, { params: versionParams, body: { ...talk, talkOn: "2099-01-01" } }))).toMatchObject({
			status: 400,
		});
		const tookPart = [family.coordinator.personId, family.father.personId];
		await call(proceedWithVersion, { params: versionParams, body: { ...talk, tookPart } });
		const now = await plan();
		expect(now.disagreementTalks).toMatchObject([
			{ subject: "plan_version", subjectVersion: 1, heldOn: talk.talkOn, text: talk.because, proceeds: true, tookPart },
		]);
		expect(now.versions[0]).toMatchObject({ state: "agreed", talkOn: talk.talkOn, proceededBecause: talk.because });
		expect(now.positions.find(({ personId }) => personId === family.father.personId)).toMatchObject({
			answer: "disagree",
			text: "Omdat ...",
		});
		expect(now.goals[0]?.state).toBe("active");
	});

	it("does not begin help against a no of somebody whose consent the law asks, unless they agreed to that help", async () => {
		const family = await readyToPut(app.world);
		const within = { familyId: family.familyId, planId: family.planId };
		const decision = await app.world.db.decision.create({
			data: { ...within, what: "Thuisbegeleiding", why: "Past bij ons", decidedOn: new Date(), writtenBy: family.coordinator.personId },
		});
		const evaluation = { ...within, dueOn: app.world.daysFromToday(60), writtenBy: family.coordinator.personId };
		const period = { startsOn: app.world.daysFromToday(7), endsOn: app.world.daysFromToday(90), evaluationOn: app.world.daysFromToday(60) };
		await app.world.db.evaluation.create({ data: evaluation });
		await app.world.db.help.create({
			data: { ...within, ...period, decisionId: decision.id, what: "Thuisbegeleiding", provider: "Buurtteam" },
		});
		const params = { familyId: family.familyId };
		const call = await app.as(family.coordinator);
		const { id } = await call(putVersion, { params });
		const answer = async (person: Person, given: Answer, subject: "plan_version" | "decision", subjectId: string) =>
			(await app.as(person))(givePosition, {
				params,
				body: { subject, subjectId, subjectVersion: 1, answer: given, text: "Zo zie ik het" },
			});
		await answer(family.mother, "agree", "plan_version", id);
		await answer(family.girl, "agree", "plan_version", id);
		await answer(family.father, "disagree", "plan_version", id);
		const body = { talkOn: new Date().toISOString().slice(0, 10), because: "Besproken" };
		const refused = await problemOf(call(proceedWithVersion, { params: { ...params, planVersionId: id }, body }));
		expect(refused).toMatchObject({ status: 409, reasons: ["help-needs-consent"] });
		await answer(family.father, "agree", "decision", decision.id);
		await call(proceedWithVersion, { params: { ...params, planVersionId: id }, body });
	});

	it("can be taken back to change the plan; the next one has the next number", async () => {
		const { family, params, versionParams, plan, answer } = await put();
		const call = await app.as(family.coordinator);
		await call(withdrawVersion, { params: versionParams });
		expect(await problemOf(answer(family.mother, "agree"))).toMatchObject({ status: 409 });
		await call(putVersion, { params });
		expect((await plan()).versions.map(({ number, state }) => [number, state])).toEqual([
			[1, "withdrawn"],
			[2, "put"],
		]);
		expect(await problemOf((await app.as(family.mother))(putVersion, { params }))).toMatchObject({ status: 403 });
	});
});
