import { listFamilies } from "@samenplan/contract/families";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../http/test-app.ts";

describe("the list of families", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());

	it("holds exactly those the caller may see anything of", async () => {
		const { world } = app;
		const [family, other] = [await world.newFamily(), await world.newFamily()];
		const lead = await world.staff(["team_lead"]);
		const scientist = await world.staff(["scientist"]);
		const administrator = await world.staff(["administrator"]);
		const grandmother = await world.involve(family.familyId, "network_member", { givenName: "Oma", account: true });
		await world.db.review.create({
			data: {
				familyId: other.familyId,
				planId: other.planId,
				question: "?",
				toldFamilyOn: world.daysFromToday(-1),
				askedBy: other.coordinator.personId,
				state: "taken",
				scientistId: scientist.personId,
			},
		});
		const seenBy = async (person: typeof lead) => (await (await app.as(person))(listFamilies)).map(({ id }) => id).sort();
		const both = [family.familyId, other.familyId].sort();
		expect(await seenBy(family.coordinator)).toEqual([family.familyId]);
		expect(await seenBy(family.father)).toEqual([family.familyId]);
		expect(await seenBy(grandmother)).toEqual([family.familyId]);
		expect(await seenBy(scientist)).toEqual([other.familyId]);
		expect(await seenBy(lead)).toEqual(both);
		expect(await seenBy(administrator)).toEqual([]);
		await world.db.involvement.updateMany({ where: { personId: family.father.personId }, data: { endedAt: new Date() } });
		expect(await seenBy(family.father)).toEqual([]);
	});
});
