import {
	agreeOnSharing,
	answerGroupPlan,
	chooseRoute,
	markComplex,
	offerGroupPlan,
	readPlan,
	skipNetwork,
} from "@samenplan/contract/plans";
import { adviseReview, answerReview, askReview, listReviews, takeReview } from "@samenplan/contract/reviews";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

describe("choosing how to go on", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());
	async function atTheTable() {
		const family = await app.world.newFamily();
		return {
			family,
			coordinator: await app.as(family.coordinator),
			mother: await app.as(family.mother),
			at: { params: { familyId: family.familyId } },
		};
	}
	const today = () => new Date().toISOString().slice(0, 10);
	const tomorrow = () => app.world.daysFromToday(2).toISOString().slice(0, 10);

	it("keeps the route with its reason, and shows the family", async () => {
		const { coordinator, mother, at } = await atTheTable();
		expect(await coordinator(chooseRoute, { ...at, body: { route: "light", reason: "Een vraag over slapen", version: 1 } })).toMatchObject({
			route: "light",
			version: 2,
		});
		expect((await mother(readPlan, at)).plan).toMatchObject({ route: "light", routeReason: "Een vraag over slapen" });
	});

	const crisis = (of: { toldFamilyOn?: string; what?: string; doneByWho?: string } = {}) => ({
		route: "crisis" as const,
		reason: "Vannacht was er geen veilige plek",
		version: 1,
		crisis: {
			act: { what: of.what ?? "Naar oma gebracht", doneBy: null, doneByWho: of.doneByWho ?? "de wijkagent", doneOn: today() },
			toldFamilyOn: of.toldFamilyOn ?? today(),
		},
	});

	it("wants to know what is going on and what was done when a crisis is called", async () => {
		const { coordinator, mother, at } = await atTheTable();
		const refused = async (body: Parameters<typeof coordinator<typeof chooseRoute>>[1]["body"]) =>
			(await problemOf(coordinator(chooseRoute, { ...at, body }))).errors;
		expect(await refused({ route: "crisis", reason: " ", version: 1 })).toEqual([{ path: "reason", code: "required" }]);
		expect(await refused({ route: "crisis", reason: "Gevaar", version: 1 })).toEqual([{ path: "crisis.act", code: "required" }]);
		expect(await refused(crisis({ doneByWho: "" }))).toEqual([{ path: "crisis.act.doneByWho", code: "required" }]);
		expect(await refused(crisis({ toldFamilyOn: tomorrow() }))).toMatchObject([{ path: "crisis.toldFamilyOn", code: "too-late" }]);
		expect((await mother(readPlan, at)).plan.route).toBeNull();
		expect(await coordinator(chooseRoute, { ...at, body: crisis() })).toMatchObject({ route: "crisis" });
		const plan = await mother(readPlan, at);
		expect(plan.plan).toMatchObject({ route: "crisis", routeReason: "Vannacht was er geen veilige plek" });
		expect(plan.crisisActs).toMatchObject([{ what: "Naar oma gebracht", doneBy: null, doneByWho: "de wijkagent", doneOn: today() }]);
	});

	it("tells the scientist of a crisis in the same moment, once, and the family sees that", async () => {
		const { family, coordinator, mother, at } = await atTheTable();
		const called = await coordinator(chooseRoute, { ...at, body: crisis() });
		const scientist = await app.as(await app.world.staff(["scientist"]));
		const queued = (await scientist(listReviews)).filter(({ familyId }) => familyId === family.familyId);
		expect(queued).toMatchObject([{ state: "asked", urgent: true }]);
		expect((await mother(readPlan, at)).reviews).toMatchObject([
			{ kind: "route", urgent: true, question: "Vannacht was er geen veilige plek", toldFamilyOn: today() },
		]);
		await coordinator(chooseRoute, {
			...at,
			body: { route: "crisis", reason: "En vandaag nog niet", version: called.version, crisis: { act: null, toldFamilyOn: today() } },
		});
		const after = await mother(readPlan, at);
		expect(after.reviews).toHaveLength(1);
		expect(after.crisisActs).toHaveLength(1);
	});

	it("makes a question that waits already urgent, instead of asking a second one", async () => {
		const { coordinator, mother, at } = await atTheTable();
		await coordinator(askReview, { ...at, body: { kind: "route", question: "Wat past hier?", urgent: false, toldFamilyOn: today() } });
		await coordinator(chooseRoute, { ...at, body: crisis() });
		expect((await mother(readPlan, at)).reviews).toMatchObject([{ question: "Wat past hier?", urgent: true, state: "asked" }]);
	});

	it("tells the queue of scientists that it is a crisis, and what happened only to who takes the case", async () => {
		const { coordinator, mother, family, at } = await atTheTable();
		await coordinator(chooseRoute, { ...at, body: { ...crisis(), reason: "Papa sloeg Sem vannacht" } });
		const thinks = await app.as(await app.world.staff(["scientist"]));
		const listed = (await thinks(listReviews)).filter(({ familyId }) => familyId === family.familyId);
		expect(listed).toMatchObject([{ urgent: true, crisis: true, urgentBecause: "" }]);
		expect(JSON.stringify(listed)).not.toContain("Sem");
		await thinks(takeReview, { params: { reviewId: listed[0]?.reviewId ?? "" } });
		expect((await thinks(readPlan, at)).reviews).toMatchObject([{ question: "Papa sloeg Sem vannacht" }]);
		expect((await mother(readPlan, at)).reviews).toMatchObject([{ question: "Papa sloeg Sem vannacht", urgent: true }]);
	});

	it("brings a scientist's ideas to the family before a route is chosen for several or complex problems", async () => {
		const { coordinator, at } = await atTheTable();
		const told = await coordinator(markComplex, { ...at, body: { complex: true, toldFamilyOn: today(), version: 1 } });
		const choose = () => coordinator(chooseRoute, { ...at, body: { route: "full", reason: "", version: told.version } });
		const early = await problemOf(choose());
		expect(early).toMatchObject({ status: 409, reasons: ["consult-missing"] });
		expect(early.possible).toEqual(expect.arrayContaining(["ask_review", "choose_crisis"]));
		const { id: reviewId } = await coordinator(askReview, {
			...at,
			body: { kind: "route", question: "Wat past bij dit gezin?", urgent: false, toldFamilyOn: today() },
		});
		expect((await problemOf(choose())).reasons).toEqual(["consult-waiting"]);
		const scientist = await app.as(await app.world.staff(["scientist"]));
		await scientist(takeReview, { params: { reviewId } });
		const reviewAt = { params: { ...at.params, reviewId } };
		await scientist(adviseReview, { ...reviewAt, body: { advice: "Begin klein", version: 2 } });
		expect((await problemOf(choose())).reasons).toEqual(["consult-unanswered"]);
		await coordinator(answerReview, { ...reviewAt, body: { answer: "followed", because: "", heardFamilyOn: today(), version: 3 } });
		expect(await choose()).toMatchObject({ route: "full", complex: true });
	});

	it("does not change a route that was concluded together, except for a crisis", async () => {
		const { family, coordinator, at } = await atTheTable();
		await app.world.db.step.updateMany({ where: { familyId: family.familyId, kind: "clarify" }, data: { state: "concluded" } });
		const refused = await problemOf(coordinator(chooseRoute, { ...at, body: { route: "light", reason: "", version: 1 } }));
		expect(refused).toMatchObject({ status: 409, reasons: ["step-concluded"] });
		expect(refused.possible).toEqual(expect.arrayContaining(["reopen_clarify", "choose_crisis"]));
		expect(await coordinator(chooseRoute, { ...at, body: crisis() })).toMatchObject({ route: "crisis" });
	});

	it("calls a case complex only after the family was told, and not on a day to come", async () => {
		const { coordinator, at } = await atTheTable();
		expect(await problemOf(coordinator(markComplex, { ...at, body: { complex: true, toldFamilyOn: null, version: 1 } }))).toMatchObject({
			status: 400,
			errors: [{ path: "toldFamilyOn", code: "required" }],
		});
		expect(
			await problemOf(coordinator(markComplex, { ...at, body: { complex: true, toldFamilyOn: tomorrow(), version: 1 } })),
		).toMatchObject({ status: 400, errors: [{ path: "toldFamilyOn", code: "too-late" }] });
		expect(await coordinator(markComplex, { ...at, body: { complex: true, toldFamilyOn: today(), version: 1 } })).toMatchObject({
			complex: true,
			toldFamilyOn: today(),
		});
	});

	it("keeps what may be shared, and gives both texts to who started from an older one", async () => {
		const { coordinator, at } = await atTheTable();
		await coordinator(agreeOnSharing, { ...at, body: { sharingAgreements: "Alleen de huisarts, en alleen de doelen", version: 1 } });
		const late = await problemOf(coordinator(agreeOnSharing, { ...at, body: { sharingAgreements: "Niemand", version: 1 } }));
		expect(late).toMatchObject({
			status: 409,
			code: "conflict",
			current: { sharingAgreements: "Alleen de huisarts, en alleen de doelen", version: 2 },
		});
	});

	it("lets the family answer the offer of a plan of its own, after it was made", async () => {
		const { coordinator, mother, at } = await atTheTable();
		expect((await problemOf(mother(answerGroupPlan, { ...at, body: { answer: "yes", words: "", version: 1 } }))).reasons).toEqual([
			"group-plan-not-offered",
		]);
		const offered = await coordinator(offerGroupPlan, { ...at, body: { offeredOn: today(), version: 1 } });
		expect((await problemOf(mother(offerGroupPlan, { ...at, body: { offeredOn: today(), version: offered.version } }))).status).toBe(403);
		expect(
			await mother(answerGroupPlan, { ...at, body: { answer: "later", words: "Eerst rust", version: offered.version } }),
		).toMatchObject({ groupPlanAnswer: "later", groupPlanWords: "Eerst rust" });
	});

	it("passes the network step only with a reason that the family reads", async () => {
		const { coordinator, mother, at } = await atTheTable();
		expect((await problemOf(coordinator(skipNetwork, { ...at, body: { because: "  ", version: 1 } }))).status).toBe(400);
		await coordinator(skipNetwork, { ...at, body: { because: "Er is hier nog niemand die ze kennen", version: 1 } });
		expect((await mother(readPlan, at)).plan.networkSkippedBecause).toBe("Er is hier nog niemand die ze kennen");
	});

	it("steers nothing in a closed plan", async () => {
		const { family, coordinator, at } = await atTheTable();
		await app.world.db.plan.update({ where: { id: family.planId }, data: { state: "closed", closedOn: new Date() } });
		expect(await problemOf(coordinator(chooseRoute, { ...at, body: { route: "light", reason: "", version: 1 } }))).toMatchObject({
			status: 409,
			reasons: ["plan-closed"],
		});
	});
});
