import { changeCrisisAct, recordCrisisAct, removeCrisisAct } from "@samenplan/contract/crisis-acts";
import { chooseRoute, readPlan } from "@samenplan/contract/plans";
import { concludeStep } from "@samenplan/contract/steps";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

describe("what was done at once", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());
	const day = (days: number) => app.world.daysFromToday(days).toISOString().slice(0, 10);
	async function acted() {
		const family = await app.world.newFamily();
		const at = { params: { familyId: family.familyId } };
		const [coordinator, mother] = [await app.as(family.coordinator), await app.as(family.mother)];
		const act = { what: "De politie gebeld", doneBy: family.mother.personId, doneByWho: "", doneOn: day(-1) };
		const { id: crisisActId } = await coordinator(recordCrisisAct, { ...at, body: act });
		return { family, coordinator, mother, at, act, one: { params: { ...at.params, crisisActId } } };
	}

	it("is read by everyone of the plan: what, by whom, and when", async () => {
		const { mother, act, at, coordinator, family } = await acted();
		expect((await mother(readPlan, at)).crisisActs).toMatchObject([{ ...act, writtenBy: family.coordinator.personId, version: 1 }]);
		expect(await problemOf(mother(recordCrisisAct, { ...at, body: act }))).toMatchObject({ status: 403 });
		expect((await coordinator(readPlan, at)).plan.route).toBeNull();
	});

	it("names who did it, on a day that was, and somebody who belongs here", async () => {
		const { coordinator, at, act } = await acted();
		const stranger = (await app.world.newFamily()).mother.personId;
		const refused = async (of: Partial<Omit<typeof act, "doneBy">> & { doneBy?: string | null }) =>
			(await problemOf(coordinator(recordCrisisAct, { ...at, body: { ...act, ...of } }))).errors;
		expect(await refused({ doneBy: null })).toEqual([{ path: "doneByWho", code: "required" }]);
		expect(await refused({ doneOn: day(2) })).toMatchObject([{ path: "doneOn", code: "too-late" }]);
		expect(await refused({ doneBy: stranger })).toEqual([{ path: "doneBy", code: "unknown-person" }]);
		expect(await refused({ what: " " })).toMatchObject([{ path: "what", code: "required" }]);
	});

	it("is mended with the former text kept, and gives both texts to who was later", async () => {
		const { coordinator, one, act, family } = await acted();
		const body = { ...act, what: "De politie gebeld, zij kwamen", version: 1 };
		expect(await coordinator(changeCrisisAct, { ...one, body })).toMatchObject({ what: "De politie gebeld, zij kwamen", version: 2 });
		expect(await problemOf(coordinator(changeCrisisAct, { ...one, body: { ...body, what: "Iets anders" } }))).toMatchObject({
			status: 409,
			current: { what: "De politie gebeld, zij kwamen" },
		});
		const former = await app.world.db.formerText.findMany({ where: { familyId: family.familyId, object: "crisis_act" } });
		expect(former.map(({ row }) => (row as { what: string }).what)).toEqual(["De politie gebeld"]);
	});

	it("keeps at least one act in a crisis, and a step 1 that says what was done", async () => {
		const { coordinator, at, one, act } = await acted();
		await coordinator(chooseRoute, {
			...at,
			body: { route: "crisis", reason: "Acuut gevaar", version: 1, crisis: { act: null, toldFamilyOn: day(0) } },
		});
		expect(await problemOf(coordinator(removeCrisisAct, one))).toMatchObject({ status: 409, reasons: ["crisis-act-missing"] });
		const { id: crisisActId } = await coordinator(recordCrisisAct, { ...at, body: { ...act, doneBy: null, doneByWho: "de huisarts" } });
		await coordinator(removeCrisisAct, one);
		expect((await coordinator(readPlan, at)).crisisActs.map(({ id }) => id)).toEqual([crisisActId]);
	});

	it("is asked for by a crisis of which nothing was written yet", async () => {
		const family = await app.world.newFamily();
		await app.world.db.plan.update({ where: { id: family.planId }, data: { route: "crisis", routeReason: "Acuut gevaar" } });
		const coordinator = await app.as(family.coordinator);
		const problem = await problemOf(
			coordinator(concludeStep, { params: { familyId: family.familyId, kind: "clarify" }, body: { version: 1 } }),
		);
		expect(problem.reasons).toContain("crisis-act-missing");
	});

	it("changes nothing in a closed plan", async () => {
		const { family, coordinator, at, one, act } = await acted();
		await app.world.db.plan.update({ where: { id: family.planId }, data: { state: "closed", closedOn: new Date() } });
		expect((await problemOf(coordinator(recordCrisisAct, { ...at, body: act }))).reasons).toEqual(["plan-closed"]);
		expect((await problemOf(coordinator(changeCrisisAct, { ...one, body: { ...act, version: 1 } }))).reasons).toEqual(["plan-closed"]);
		expect((await problemOf(coordinator(removeCrisisAct, one))).reasons).toEqual(["plan-closed"]);
	});
});
