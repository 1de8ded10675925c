import { readPlan } from "@samenplan/contract/plans";
import { readReviewed } from "@samenplan/contract/reviewed";
import { adviseReview, answerReview, askReview, listReviews, takeReview, withdrawReview } from "@samenplan/contract/reviews";
import { readyToPut } from "@samenplan/testing/agreed-plan";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

describe("a behavioural scientist thinks along", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());
	const day = (days: number) => app.world.daysFromToday(days).toISOString().slice(0, 10);

	async function asked(urgent = false) {
		const family = await readyToPut(app.world);
		const params = { familyId: family.familyId };
		const ask = { question: "Missen we iets?", urgent, urgentBecause: urgent ? "Vannacht weer onrust" : "", toldFamilyOn: day(-1) };
		const { id } = await (await app.as(family.coordinator))(askReview, { params, body: ask });
		return { family, params, ask, reviewId: id, reviewParams: { ...params, reviewId: id } };
	}

	it("goes from the question over the advice to the coordinator's answer, which the family sees", async () => {
		const { family, params, reviewId, reviewParams } = await asked();
		const scientist = await app.world.staff(["scientist"]);
		const thinks = await app.as(scientist);
		const coordinates = await app.as(family.coordinator);
		expect(await problemOf(thinks(readPlan, { params }))).toMatchObject({ status: 404 });
		expect((await thinks(listReviews)).find((each) => each.reviewId === reviewId)).toMatchObject({
			state: "asked",
			mine: false,
			ownCase: false,
			familyName: family.name,
		});
		expect(await thinks(takeReview, { params: { reviewId } })).toEqual(params);
		expect((await thinks(readPlan, { params })).viewer.relations).toEqual(["scientist"]);
		expect(await problemOf(coordinates(adviseReview, { params: reviewParams, body: { advice: "x", version: 2 } }))).toMatchObject({
			status: 403,
		});
		await thinks(adviseReview, { params: reviewParams, body: { advice: "Kijk ook naar de slaap", version: 2 } });
		const answer = { answer: "not_followed" as const, because: "", heardFamilyOn: day(0), version: 3 };
		expect(await problemOf(coordinates(answerReview, { params: reviewParams, body: answer }))).toMatchObject({
			status: 400,
			errors: [{ path: "because", code: "required" }],
		});
		await coordinates(answerReview, { params: reviewParams, body: { ...answer, because: "Dat probeerden jullie al" } });
		const [seen] = (await (await app.as(family.mother))(readPlan, { params })).reviews;
		expect(seen).toMatchObject({
			state: "answered",
			advice: "Kijk ook naar de slaap",
			answer: "not_followed",
			because: "Dat probeerden jullie al",
			heardFamilyOn: day(0),
		});
		expect(await problemOf(thinks(readPlan, { params }))).toMatchObject({ status: 404 });
		await app.world.db.goal.update({ where: { id: family.goalId }, data: { text: "Later veranderd" } });
		const kept = await thinks(readReviewed, { params: { reviewId } });
		expect(kept).toMatchObject({ answer: "not_followed", because: "Dat probeerden jullie al" });
		expect(kept.content?.goals.map(({ text }) => text)).toEqual(["Om acht uur ligt iedereen in bed"]);
		const entries = await app.world.db.auditEntry.findMany({
			where: { familyId: family.familyId, event: "reviews.read", personId: scientist.personId },
		});
		expect(entries).toHaveLength(1);
	});

	it("lets nobody in any more once the plan is closed, also when the advice was never answered", async () => {
		const { family, params, reviewId, reviewParams } = await asked();
		const scientist = await app.as(await app.world.staff(["scientist"]));
		await scientist(takeReview, { params: { reviewId } });
		await scientist(adviseReview, { params: reviewParams, body: { advice: "Kijk ook naar de slaap", version: 2 } });
		expect((await scientist(readPlan, { params })).plan.state).toBe("open");
		await app.world.db.plan.update({ where: { id: family.planId }, data: { state: "closed", closedOn: new Date() } });
		expect(await problemOf(scientist(readPlan, { params }))).toMatchObject({ status: 404 });
		expect(await scientist(readReviewed, { params: { reviewId } })).toMatchObject({ advice: "Kijk ook naar de slaap" });
	});

	it("asks only after the family was told, and one question at a time", async () => {
		const { family, params, ask } = await asked();
		const call = await app.as(family.coordinator);
		expect(await problemOf(call(askReview, { params, body: ask }))).toMatchObject({ status: 409, reasons: ["review-waiting"] });
		const other = await readyToPut(app.world);
		const early = (await app.as(other.coordinator))(askReview, {
			params: { familyId: other.familyId },
			body: { ...ask, toldFamilyOn: day(1) },
		});
		expect(await problemOf(early)).toMatchObject({ status: 400, errors: [{ path: "toldFamilyOn", code: "too-late" }] });
	});

	it("is never done by somebody who works with the family, nor twice", async () => {
		const both = await app.world.staff(["coordinator", "scientist"]);
		const family = await app.world.newFamily({ coordinator: both });
		const call = await app.as(both);
		const { id } = await call(askReview, {
			params: { familyId: family.familyId },
			body: { question: "Denk mee", urgent: false, toldFamilyOn: day(0) },
		});
		expect(await problemOf(call(takeReview, { params: { reviewId: id } }))).toMatchObject({ status: 409, reasons: ["own-case"] });
		const [one, two] = [await app.world.staff(["scientist"]), await app.world.staff(["scientist"])];
		const results = await Promise.allSettled(
			[one, two].map(async (person) => (await app.as(person))(takeReview, { params: { reviewId: id } })),
		);
		expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		const loser = results[0]?.status === "rejected" ? one : two;
		expect(await problemOf((await app.as(loser))(readPlan, { params: { familyId: family.familyId } }))).toMatchObject({ status: 404 });
		expect(await problemOf((await app.as(loser))(readReviewed, { params: { reviewId: id } }))).toMatchObject({ status: 404 });
	});

	it("keeps the short word of urgency from who works with the family, and all of it from who knows it privately, also after that ended", async () => {
		const urgent = await asked(true);
		const { familyId } = urgent.params;
		const shownTo = async (person: Awaited<ReturnType<typeof app.world.staff>>) =>
			(await (await app.as(person))(listReviews)).filter((each) => each.familyId === familyId);
		const [worked, network, former] = await Promise.all([1, 2, 3].map(() => app.world.staff(["scientist"])));
		if (!worked || !network || !former) throw new Error("three scientists");
		const of = { familyId, startsOn: app.world.daysFromToday(-20), recordedBy: urgent.family.coordinator.personId };
		await app.world.db.involvement.create({ data: { ...of, personId: worked.personId, relation: "professional", acceptedAt: new Date() } });
		await app.world.db.involvement.create({
			data: { ...of, personId: network.personId, relation: "network_member", acceptedAt: new Date() },
		});
		await app.world.db.involvement.create({
			data: { ...of, personId: former.personId, relation: "parent", acceptedAt: new Date(), endedAt: new Date() },
		});
		expect(await shownTo(await app.world.staff(["scientist"]))).toMatchObject([{ urgentBecause: "Vannacht weer onrust", ownCase: false }]);
		expect(await shownTo(worked)).toMatchObject([{ urgent: true, urgentBecause: "", ownCase: true }]);
		for (const person of [network, former]) {
			expect(await shownTo(person)).toEqual([]);
			const taking = (await app.as(person))(takeReview, { params: { reviewId: urgent.reviewId } });
			expect(await problemOf(taking)).toMatchObject({ status: 404 });
		}
	});

	it("is no case of a scientist any more once the question is taken back", async () => {
		const { family, reviewId, reviewParams } = await asked(true);
		const scientist = await app.as(await app.world.staff(["scientist"]));
		await scientist(takeReview, { params: { reviewId } });
		await (await app.as(family.coordinator))(withdrawReview, { params: reviewParams });
		expect((await scientist(listReviews)).some((each) => each.reviewId === reviewId)).toBe(false);
	});

	it("queues urgent cases first and shows nothing of another organisation", async () => {
		const calm = await asked();
		const urgent = await asked(true);
		const scientist = await app.world.staff(["scientist"]);
		const ids = (await (await app.as(scientist))(listReviews)).map(({ reviewId }) => reviewId);
		expect(ids.indexOf(urgent.reviewId)).toBeLessThan(ids.indexOf(calm.reviewId));
		const elsewhere = await app.world.staff(["scientist"], { place: await app.world.organisation("Elders") });
		const call = await app.as(elsewhere);
		expect(await call(listReviews)).toEqual([]);
		expect(await problemOf(call(takeReview, { params: { reviewId: calm.reviewId } }))).toMatchObject({ status: 404 });
	});

	it("ends when the question is taken back", async () => {
		const { family, params, reviewId, reviewParams } = await asked();
		const scientist = await app.as(await app.world.staff(["scientist"]));
		await scientist(takeReview, { params: { reviewId } });
		await (await app.as(family.coordinator))(withdrawReview, { params: reviewParams });
		expect(await problemOf(scientist(readPlan, { params }))).toMatchObject({ status: 404 });
	});
});
