import { changeContact, recordContact, removeContact } from "@samenplan/contract/contacts";
import { readPlan } from "@samenplan/contract/plans";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

describe("moments of contact", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());
	const day = (days: number) => app.world.daysFromToday(days).toISOString().slice(0, 10);
	async function spoken() {
		const family = await app.world.newFamily();
		const at = { params: { familyId: family.familyId } };
		const [coordinator, mother] = [await app.as(family.coordinator), await app.as(family.mother)];
		const call = { kind: "call" as const, heldOn: day(-1), withWhom: [family.mother.personId], text: "" };
		const { id: contactMomentId } = await coordinator(recordContact, { ...at, body: call });
		return { family, coordinator, mother, at, call, one: { params: { ...at.params, contactMomentId } } };
	}

	it("are recorded with how, when and with whom, newest first, for everyone of the plan to read", async () => {
		const { family, coordinator, mother, at, call } = await spoken();
		const visit = { kind: "visit" as const, heldOn: day(0), withWhom: [family.father.personId, family.boy.personId], text: "Samen thee" };
		await coordinator(recordContact, { ...at, body: visit });
		expect((await mother(readPlan, at)).contactMoments).toMatchObject([visit, { ...call, writtenBy: family.coordinator.personId }]);
		expect((await problemOf(mother(recordContact, { ...at, body: visit }))).status).toBe(403);
	});

	it("name each person once, somebody of this family, on a day that was", async () => {
		const { family, coordinator, at, call } = await spoken();
		const stranger = (await app.world.newFamily()).mother.personId;
		const refused = async (of: Partial<typeof call>) =>
			(await problemOf(coordinator(recordContact, { ...at, body: { ...call, ...of } }))).errors;
		expect(await refused({ withWhom: [family.mother.personId, stranger] })).toEqual([{ path: "withWhom.1", code: "unknown-person" }]);
		expect(await refused({ withWhom: [] })).toMatchObject([{ path: "withWhom", code: "required" }]);
		expect(await refused({ heldOn: day(2) })).toMatchObject([{ path: "heldOn", code: "too-late" }]);
		await coordinator(recordContact, { ...at, body: { ...call, withWhom: [family.girl.personId, family.girl.personId] } });
		expect((await coordinator(readPlan, at)).contactMoments.map(({ withWhom }) => withWhom)).toContainEqual([family.girl.personId]);
	});

	it("are mended with the former text kept, also when somebody left the family since", async () => {
		const { family, coordinator, one, call } = await spoken();
		await app.world.db.involvement.updateMany({
			where: { familyId: family.familyId, personId: family.mother.personId },
			data: { endedAt: new Date() },
		});
		const body = { ...call, text: "Over school", version: 1 };
		expect(await coordinator(changeContact, { ...one, body })).toMatchObject({ text: "Over school", version: 2 });
		expect(await problemOf(coordinator(changeContact, { ...one, body }))).toMatchObject({ status: 409, current: { text: "Over school" } });
		expect(await app.world.db.formerText.count({ where: { familyId: family.familyId, object: "contact_moment" } })).toBe(1);
	});

	it("are taken out when recorded by mistake, and stay as they are in a closed plan", async () => {
		const { family, coordinator, at, one, call } = await spoken();
		await coordinator(removeContact, one);
		expect((await coordinator(readPlan, at)).contactMoments).toEqual([]);
		expect((await problemOf(coordinator(removeContact, one))).status).toBe(404);
		await app.world.db.plan.update({ where: { id: family.planId }, data: { state: "closed", closedOn: new Date() } });
		expect((await problemOf(coordinator(recordContact, { ...at, body: call }))).reasons).toEqual(["plan-closed"]);
	});
});
