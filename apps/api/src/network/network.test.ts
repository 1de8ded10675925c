import { addAsk, addOffer, addTie, editAsk, editTie, moveAsk, removeTie, withdrawOffer } from "@samenplan/contract/network";
import { readPlan } from "@samenplan/contract/plans";
import type { TestFamily } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

let app: TestApp;
beforeAll(async () => {
	app = await startTestApp();
});
afterAll(() => app.stop());

const neighbour = { name: "Buurvrouw Joke", kind: "neighbour" as const, closeness: 2, givesSupport: true, costsEnergy: false, text: "" };
const collect = { text: "Zoon ophalen van school", whenText: "Elke dinsdag om drie uur" };
const at = (family: TestFamily) => ({ params: { familyId: family.familyId } });
const planOf = async (family: TestFamily) => (await app.as(family.mother))(readPlan, at(family));

describe("people around the family", () => {
	it("are added and changed by the family, with both texts when two were at it", async () => {
		const family = await app.world.newFamily();
		const call = await app.as(family.mother);
		const { id: tieId } = await call(addTie, { ...at(family), body: neighbour });
		const params = { familyId: family.familyId, tieId };
		await call(editTie, { params, body: { ...neighbour, closeness: 1, costsEnergy: true, version: 1 } });
		expect((await planOf(family)).networkTies).toMatchObject([{ name: "Buurvrouw Joke", closeness: 1, costsEnergy: true, version: 2 }]);
		const late = await problemOf(
			(await app.as(family.father))(editTie, { params, body: { ...neighbour, text: "Helpt vaak", version: 1 } }),
		);
		expect(late).toMatchObject({ code: "conflict", current: { closeness: 1 } });
	});

	it("stand close, near or further away and nowhere else", async () => {
		const family = await app.world.newFamily();
		const problem = await problemOf((await app.as(family.mother))(addTie, { ...at(family), body: { ...neighbour, closeness: 4 } }));
		expect(problem.errors).toEqual([{ path: "closeness", code: "too-long", limit: 3 }]);
	});

	it("stay as long as their offer stands", async () => {
		const family = await app.world.newFamily();
		const call = await app.as(family.mother);
		const { id: tieId } = await call(addTie, { ...at(family), body: neighbour });
		const { id: askId } = await call(addAsk, { ...at(family), body: collect });
		const { id: offerId } = await call(addOffer, { params: { familyId: family.familyId, askId }, body: { tieId, text: "" } });
		const params = { familyId: family.familyId, tieId };
		expect(await problemOf(call(removeTie, { params }))).toMatchObject({ code: "move-not-possible", reasons: ["tie-has-offers"] });
		await call(withdrawOffer, { params: { familyId: family.familyId, offerId } });
		await call(removeTie, { params });
		expect((await planOf(family)).networkTies).toEqual([]);
	});
});

describe("asks and offers", () => {
	async function asked() {
		const family = await app.world.newFamily();
		const call = await app.as(family.mother);
		const { id: askId } = await call(addAsk, { ...at(family), body: collect });
		return { family, call, askId, params: { familyId: family.familyId, askId } };
	}

	it("an ask is taken only when somebody offered, then done", async () => {
		const { family, call, params } = await asked();
		expect(await problemOf(call(moveAsk, { params, body: { state: "taken" } }))).toMatchObject({
			code: "move-not-possible",
			reasons: ["ask-without-offer"],
			possible: ["withdrawn"],
		});
		await call(addOffer, { params, body: { text: "Opa wil dat wel" } });
		await call(moveAsk, { params, body: { state: "taken" } });
		await call(moveAsk, { params, body: { state: "done" } });
		expect((await planOf(family)).asks).toMatchObject([
			{ state: "done", whenText: "Elke dinsdag om drie uur", offers: [{ text: "Opa wil dat wel" }] },
		]);
	});

	it("an ask is open again when the last offer is taken back", async () => {
		const { family, call, params } = await asked();
		const { id: offerId } = await call(addOffer, { params, body: { personId: family.father.personId, text: "" } });
		await call(moveAsk, { params, body: { state: "taken" } });
		await call(withdrawOffer, { params: { familyId: family.familyId, offerId } });
		expect((await planOf(family)).asks).toMatchObject([{ state: "open", offers: [] }]);
	});

	it("an offer says who or what", async () => {
		const { call, params } = await asked();
		expect((await problemOf(call(addOffer, { params, body: { text: " " } }))).errors).toEqual([{ path: "text", code: "required" }]);
	});

	it("an ask that was withdrawn takes no offer", async () => {
		const { call, params } = await asked();
		await call(moveAsk, { params, body: { state: "withdrawn" } });
		expect(await problemOf(call(addOffer, { params, body: { text: "Ik" } }))).toMatchObject({ reasons: ["ask-is-over"] });
	});

	it("another family's ask, tie and person are unknown here", async () => {
		const { call, params } = await asked();
		const other = await asked();
		const { id: tieId } = await other.call(addTie, { ...at(other.family), body: neighbour });
		const mine = { familyId: params.familyId, askId: other.askId };
		expect((await problemOf(call(editAsk, { params: mine, body: { ...collect, version: 1 } }))).code).toBe("not-found");
		expect((await problemOf(call(moveAsk, { params: mine, body: { state: "withdrawn" } }))).code).toBe("not-found");
		expect((await problemOf(call(addOffer, { params, body: { tieId, text: "" } }))).code).toBe("not-found");
		const stranger = call(addOffer, { params, body: { personId: other.family.father.personId, text: "" } });
		expect((await problemOf(stranger)).errors).toEqual([{ path: "personId", code: "unknown-person" }]);
	});
});
