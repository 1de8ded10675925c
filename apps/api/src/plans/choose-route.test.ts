import {
	agreeOnSharing,
	answerGroupPlan,
	chooseRoute,
	markComplex,
	offerGroupPlan,
	readPlan,
	skipNetwork,
} from "@samenplan/contract/plans";
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

	it("wants to know what was done when a crisis is called", async () => {
		const { coordinator, at } = await atTheTable();
		expect(await problemOf(coordinator(chooseRoute, { ...at, body: { route: "crisis", reason: " ", version: 1 } }))).toMatchObject({
			status: 400,
			errors: [{ path: "reason", code: "required" }],
		});
		expect(
			await coordinator(chooseRoute, {
				...at,
				body: { route: "crisis", reason: "Vannacht bij oma gebracht door de wijkagent", version: 1 },
			}),
		).toMatchObject({ route: "crisis" });
	});

	it("does not change a route that was concluded together, except for a crisis", async () => {
		const { family, coordinator, at } = await atTheTable();
		await app.world.db.step.updateMany({ where: { familyId: family.familyId, kind: "clarify" }, data: { state: "concluded" } });
		const refused = await problemOf(coordinator(chooseRoute, { ...at, body: { route: "light", reason: "", version: 1 } }));
		expect(refused).toMatchObject({ status: 409, reasons: ["step-concluded"] });
		expect(refused.possible).toEqual(expect.arrayContaining(["reopen_clarify", "choose_crisis"]));
		expect(
			await coordinator(chooseRoute, { ...at, body: { route: "crisis", reason: "Acuut gevaar, politie gebeld", version: 1 } }),
		).toMatchObject({ route: "crisis" });
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
