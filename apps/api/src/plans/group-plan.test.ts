import { answerGroupPlan, offerGroupPlan, readPlan } from "@samenplan/contract/plans";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

describe("a plan by the family itself", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());
	const today = () => app.world.daysFromToday(0).toISOString().slice(0, 10);

	it("is answered by a parent after it was offered, with the day of the answer", async () => {
		const family = await app.world.newFamily();
		const params = { familyId: family.familyId };
		const [coordinator, mother] = [await app.as(family.coordinator), await app.as(family.mother)];
		const { version } = (await mother(readPlan, { params })).plan;
		const answer = { answer: "yes" as const, words: "Met oma en de buren" };
		expect((await problemOf(mother(answerGroupPlan, { params, body: { ...answer, version } }))).reasons).toEqual([
			"group-plan-not-offered",
		]);
		await coordinator(offerGroupPlan, { params, body: { offeredOn: today(), version } });
		await mother(answerGroupPlan, { params, body: { ...answer, version: version + 1 } });
		expect((await coordinator(readPlan, { params })).plan).toMatchObject({
			groupPlanAnswer: "yes",
			groupPlanWords: "Met oma en de buren",
			groupPlanAnsweredOn: today(),
			groupPlanRecorded: false,
		});
	});

	it("says so when the coordinator wrote the answer down at the table, until the family answers itself", async () => {
		const family = await app.world.newFamily();
		const params = { familyId: family.familyId };
		const [coordinator, father] = [await app.as(family.coordinator), await app.as(family.father)];
		const { version } = (await father(readPlan, { params })).plan;
		await coordinator(offerGroupPlan, { params, body: { offeredOn: today(), version } });
		await coordinator(answerGroupPlan, { params, body: { answer: "later", words: "", version: version + 1 } });
		expect((await father(readPlan, { params })).plan).toMatchObject({ groupPlanAnswer: "later", groupPlanRecorded: true });
		await father(answerGroupPlan, { params, body: { answer: "no", words: "", version: version + 2 } });
		expect((await father(readPlan, { params })).plan).toMatchObject({ groupPlanAnswer: "no", groupPlanRecorded: false });
	});
});
