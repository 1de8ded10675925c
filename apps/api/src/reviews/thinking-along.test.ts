import * as handovers from "@samenplan/contract/handovers";
import { type PlanContent, readPlan } from "@samenplan/contract/plans";
import { readLastLook, readReviewed } from "@samenplan/contract/reviewed";
import * as reviews from "@samenplan/contract/reviews";
import { concludeStep } from "@samenplan/contract/steps";
import { acceptHandover } from "@samenplan/contract/taking-over";
import { compareVersions } from "@samenplan/plan-rules/compare-versions";
import { readyToPut } from "@samenplan/testing/agreed-plan";
import { arrangedHandover, colleague } from "@samenplan/testing/family-handed-over";
import type { Person } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

let app: TestApp;
beforeAll(async () => {
	app = await startTestApp();
});
afterAll(() => app.stop());

const day = (days: number) => app.world.daysFromToday(days).toISOString().slice(0, 10);

/** A question that a scientist took. */
async function taken(ask: Partial<{ kind: (typeof reviews.reviewKinds)[number]; urgent: boolean; urgentBecause: string }> = {}) {
	const family = await readyToPut(app.world);
	const params = { familyId: family.familyId };
	const coordinates = await app.as(family.coordinator);
	const { id: reviewId } = await coordinates(reviews.askReview, {
		params,
		body: { kind: "shared_picture", question: "Missen we iets?", urgent: false, urgentBecause: "", toldFamilyOn: day(-1), ...ask },
	});
	const scientist = await app.world.staff(["scientist"], { givenName: "Hanna" });
	const thinks = await app.as(scientist);
	await thinks(reviews.takeReview, { params: { reviewId } });
	const reviewParams = { ...params, reviewId };
	const advise = (steps: { step: "strengths" | "goals" | "help"; text: string }[], version: number) =>
		thinks(reviews.adviseReview, { params: reviewParams, body: { advice: "Begin bij de rust", steps, version } });
	return { family, params, reviewParams, reviewId, coordinates, scientist, thinks, advise };
}

describe("what is asked", () => {
	it("says its kind, and in words why it is urgent, which scientists read in the queue", async () => {
		const { family, params, coordinates } = await taken({ kind: "running" });
		expect((await coordinates(readPlan, { params })).reviews).toMatchObject([{ kind: "running", urgent: false, urgentBecause: "" }]);
		const other = await readyToPut(app.world);
		const ask = async (urgentBecause: string) =>
			(await app.as(other.coordinator))(reviews.askReview, {
				params: { familyId: other.familyId },
				body: { kind: "route", question: "Hoe nu verder?", urgent: true, urgentBecause, toldFamilyOn: day(0) },
			});
		expect(await problemOf(ask(" "))).toMatchObject({ errors: [{ path: "urgentBecause", code: "required" }] });
		await ask("Er is vannacht iets gebeurd");
		const queue = await (await app.as(await app.world.staff(["scientist"])))(reviews.listReviews);
		expect(queue.find(({ familyId }) => familyId === other.familyId)).toMatchObject({
			kind: "route",
			urgent: true,
			urgentBecause: "Er is vannacht iets gebeurd",
		});
		expect(queue.some(({ familyId }) => familyId === family.familyId)).toBe(false);
	});

	it.each([
		["running", ["review-missing"]],
		["route", ["review-missing"]],
		["shared_picture", ["advice-unanswered"]],
	] as const)("about %s counts for the goals of a complex case only when it is the shared picture (R6)", async (kind, reasons) => {
		const { family, params, coordinates, advise } = await taken({ kind });
		await app.world.db.plan.update({ where: { id: family.planId }, data: { complex: true } });
		await app.world.db.step.updateMany({
			where: { planId: family.planId, kind: { in: ["clarify", "strengths"] } },
			data: { state: "concluded", concludedAt: new Date() },
		});
		await advise([], 2);
		const goals = await app.world.db.step.findFirstOrThrow({ where: { planId: family.planId, kind: "goals" } });
		const conclude = coordinates(concludeStep, { params: { ...params, kind: "goals" }, body: { version: goals.version } });
		const problem = await problemOf(conclude);
		expect(problem.reasons).toEqual(expect.arrayContaining([...reasons]));
	});
});

describe("advice per step", () => {
	it("is answered one by one, and the family reads advice and answers", async () => {
		const { family, params, reviewParams, reviewId, coordinates, thinks, advise } = await taken();
		await advise(
			[
				{ step: "strengths", text: "Vraag naar het slapen van de ouders" },
				{ step: "goals", text: "Maak het doel kleiner" },
			],
			2,
		);
		const advices = (await coordinates(readPlan, { params })).reviewAdvices;
		expect(advices.map(({ step, text, answer }) => [step, text, answer])).toEqual([
			["strengths", "Vraag naar het slapen van de ouders", null],
			["goals", "Maak het doel kleiner", null],
		]);
		const [one, two] = advices.map(({ id }) => id) as [string, string];
		const answer = (steps: { adviceId: string; answer: "followed" | "not_followed"; because: string }[]) =>
			coordinates(reviews.answerReview, {
				params: reviewParams,
				body: { answer: "followed", because: "", heardFamilyOn: day(0), steps, version: 3 },
			});
		const followed = { adviceId: one, answer: "followed" as const, because: "" };
		expect(await problemOf(answer([followed]))).toMatchObject({ errors: [{ path: `steps.${two}.answer`, code: "required" }] });
		expect(await problemOf(answer([followed, { adviceId: two, answer: "not_followed", because: "" }]))).toMatchObject({
			errors: [{ path: `steps.${two}.because`, code: "required" }],
		});
		expect((await problemOf(answer([followed, followed]))).status).toBe(400);
		await answer([followed, { adviceId: two, answer: "not_followed", because: "Zij willen dit doel zo houden" }]);
		const seen = await (await app.as(family.mother))(readPlan, { params });
		expect(seen.reviewAdvices.map(({ answer, because, answeredBy }) => [answer, because, answeredBy])).toEqual([
			["followed", "", family.coordinator.personId],
			["not_followed", "Zij willen dit doel zo houden", family.coordinator.personId],
		]);
		expect((await thinks(readReviewed, { params: { reviewId } })).advices).toMatchObject([
			{ step: "strengths", answer: "followed" },
			{ step: "goals", answer: "not_followed", because: "Zij willen dit doel zo houden" },
		]);
	});

	it("can be bettered until it is answered: changed, added and taken away, with the former words kept", async () => {
		const { params, coordinates, advise } = await taken();
		await advise(
			[
				{ step: "strengths", text: "Eerst" },
				{ step: "goals", text: "Weg hiermee" },
			],
			2,
		);
		await advise(
			[
				{ step: "strengths", text: "Beter" },
				{ step: "help", text: "Nieuw" },
			],
			3,
		);
		const plan = await coordinates(readPlan, { params });
		expect(plan.reviewAdvices.map(({ step, text }) => [step, text])).toEqual([
			["strengths", "Beter"],
			["help", "Nieuw"],
		]);
		const former = await app.world.db.formerText.findMany({ where: { familyId: params.familyId, object: "review_advice" } });
		expect(former.map(({ row }) => (row as { text: string }).text).sort()).toEqual(["Eerst", "Weg hiermee"]);
		expect(
			(
				await problemOf(
					advise(
						[
							{ step: "goals", text: "a" },
							{ step: "goals", text: "b" },
						],
						4,
					),
				)
			).status,
		).toBe(400);
	});
});

describe("what changed since my last look", () => {
	it("starts from what I marked as read, and in a later case from what I read before", async () => {
		const { family, params, reviewParams, coordinates, scientist, thinks, advise } = await taken();
		expect(await thinks(readLastLook, { params: reviewParams })).toEqual({ lookedAt: null, content: null });
		await thinks(reviews.lookReview, { params: reviewParams });
		const seen = await thinks(readLastLook, { params: reviewParams });
		expect(seen.content?.goals.map(({ text }) => text)).toEqual(["Om acht uur ligt iedereen in bed"]);
		// What is different since, word for word; nothing is while nobody changed anything.
		const since = async () => compareVersions(seen.content as PlanContent, await thinks(readPlan, { params }));
		expect(await since()).toEqual([]);
		await app.world.db.goal.updateMany({ where: { familyId: family.familyId }, data: { text: "Om negen uur ligt iedereen in bed" } });
		expect(await since()).toMatchObject([
			{
				...{ part: "goals", change: "changed" },
				fields: [{ field: "text", before: "Om acht uur ligt iedereen in bed", after: "Om negen uur ligt iedereen in bed" }],
			},
		]);
		await app.world.db.goal.updateMany({ where: { familyId: family.familyId }, data: { text: "Om acht uur ligt iedereen in bed" } });
		await advise([], 2);
		expect(await problemOf(thinks(reviews.lookReview, { params: reviewParams }))).toMatchObject({ reasons: ["advice-was-given"] });
		await coordinates(reviews.answerReview, {
			params: reviewParams,
			body: { answer: "followed", because: "", heardFamilyOn: day(0), version: 3 },
		});
		const ask = async () => {
			const { id: reviewId } = await coordinates(reviews.askReview, {
				params,
				body: { kind: "running", question: "En nu?", urgent: false, toldFamilyOn: day(0) },
			});
			return reviewId;
		};
		const laterId = await ask();
		await thinks(reviews.takeReview, { params: { reviewId: laterId } });
		const later = { ...params, reviewId: laterId };
		expect((await thinks(readLastLook, { params: later })).content).not.toBeNull();
		await coordinates(reviews.withdrawReview, { params: later });
		const another = await app.as(await app.world.staff(["scientist"]));
		const third = await ask();
		await another(reviews.takeReview, { params: { reviewId: third } });
		expect(await another(readLastLook, { params: { ...params, reviewId: third } })).toEqual({ lookedAt: null, content: null });
		expect((await problemOf(another(readLastLook, { params: later }))).status).toBe(404);
		expect((await problemOf((await app.as(scientist))(readLastLook, { params: { ...params, reviewId: third } }))).status).toBe(404);
		expect((await problemOf((await app.as(family.coordinator))(readLastLook, { params: later }))).code).toBe("not-allowed");
	});
});

describe("never an own case", () => {
	const take = async (who: Person, reviewId: string) => (await app.as(who))(reviews.takeReview, { params: { reviewId } });

	it("nor a former one, nor one that is about to be, nor of a relative", async () => {
		const { db } = app.world;
		const [former, next, relative] = [
			await app.world.staff(["coordinator", "scientist"]),
			await app.world.staff(["coordinator", "scientist"]),
			await app.world.staff(["scientist"]),
		];
		const family = await app.world.newFamily({ coordinator: former });
		const to = await colleague(app.world);
		const first = await arrangedHandover(app.world, family, { to });
		const { id: reviewId } = await db.review.create({
			data: { familyId: family.familyId, planId: family.planId, question: "?", toldFamilyOn: new Date(), askedBy: former.personId },
		});
		expect(await problemOf(take(former, reviewId))).toMatchObject({ reasons: ["own-case"] });
		await (await app.as(to))(acceptHandover, {
			params: { handoverId: first.handoverId },
		});
		expect(await problemOf(take(former, reviewId)), "coordinated it in this plan").toMatchObject({ reasons: ["own-case"] });
		await (await app.as(to))(handovers.startHandover, {
			params: { familyId: family.familyId },
			body: { because: "Te druk", toPersonId: next.personId, toKnow: "", talkOn: day(2), talkWhere: "", toldFamilyOn: day(0) },
		});
		expect(await problemOf(take(next, reviewId)), "is about to coordinate it").toMatchObject({ reasons: ["own-case"] });
		await db.kinship.create({
			data: { familyId: family.familyId, personId: relative.personId, kind: "other", toPersonId: family.mother.personId },
		});
		expect(await problemOf(take(relative, reviewId)), "is a relative, and does not hear of it at work").toMatchObject({ status: 404 });
		expect(await take(await app.world.staff(["scientist"]), reviewId)).toEqual({ familyId: family.familyId });
	});
});

describe("how long an advice takes", () => {
	it("is told per month of asking, from the first advice, for the organisation and for a team", async () => {
		const place = await app.world.organisation("Figuren");
		const otherTeam = await app.world.db.team.create({ data: { organisationId: place.organisationId, name: "Team Zuid" } });
		const scientist = await app.world.staff(["scientist"], { place });
		const lead = await app.world.staff(["team_lead"], { place });
		const leadOfOther = await app.world.staff(["team_lead"], { place: { ...place, teamId: otherTeam.id } });
		const family = await app.world.newFamily({ coordinator: await app.world.staff(["coordinator"], { place }) });
		const asked = new Date(`${day(0).slice(0, 7)}-01T09:00:00Z`);
		const later = (days: number) => new Date(asked.getTime() + days * 86_400_000);
		const of = {
			familyId: family.familyId,
			planId: family.planId,
			question: "?",
			toldFamilyOn: asked,
			askedBy: family.coordinator.personId,
		};
		for (const days of [1, 2, 9])
			await app.world.db.review.create({
				data: { ...of, state: "answered", askedAt: asked, firstAdvisedAt: later(days), advisedAt: later(days + 20), urgent: days === 1 },
			});
		await app.world.db.review.create({ data: { ...of, state: "withdrawn", askedAt: asked } });
		await app.world.db.review.create({ data: { ...of, state: "asked", askedAt: asked } });
		const month = { month: day(0).slice(0, 7), asked: 4, advised: 3, urgent: 1, medianDays: 2, slowestDays: 9 };
		expect(await (await app.as(scientist))(reviews.readReviewFigures)).toEqual([month]);
		expect(await (await app.as(lead))(reviews.readTeamReviewFigures)).toEqual([month]);
		expect(await (await app.as(leadOfOther))(reviews.readTeamReviewFigures)).toEqual([]);
		expect((await problemOf((await app.as(family.coordinator))(reviews.readReviewFigures))).code).toBe("not-allowed");
	});
});
