import { breakGlass, findForEmergency } from "@samenplan/contract/emergencies";
import { addEmployee, changeEmployee } from "@samenplan/contract/employees";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

describe("who gives out duties", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());

	it.each(["coordinator", "scientist", "team_lead", "privacy_officer"] as const)("is never a %s too", async (duty) => {
		const administrator = await app.world.staff(["administrator"]);
		const call = await app.as(administrator);
		const body = { duties: ["administrator" as const, duty], teamId: null };
		for (const refused of [
			() => call(changeEmployee, { params: { accountId: administrator.accountId }, body }),
			() => call(addEmployee, { body: { givenName: "Nieuw", familyName: "", email: `${duty}@demo.invalid`, ...body } }),
		])
			expect(await problemOf(refused())).toMatchObject({ status: 400, errors: [{ path: "duties", code: "invalid" }] });
	});

	it("breaks no glass and finds no family, whatever duties stand beside it already", async () => {
		const family = await app.world.newFamily();
		const both = await app.world.staff(["administrator", "coordinator"]);
		const call = await app.as(both);
		const body = { familyId: family.familyId, reason: "acute_danger" as const, words: "Er is nu gevaar, zegt de politie." };
		expect((await problemOf(call(breakGlass, { body }))).status).toBe(403);
		expect((await problemOf(call(findForEmergency, { body: { familyId: family.familyId } }))).status).toBe(403);
		expect(await app.world.db.emergencyAccess.count({ where: { familyId: family.familyId } })).toBe(0);
	});

	it("lets nobody search more often by searching many times at the same moment", async () => {
		const coordinator = await app.world.staff(["coordinator"]);
		const call = await app.as(coordinator);
		const search = (day: number) =>
			call(findForEmergency, { body: { familyName: "De Vries", bornOn: `2015-01-${String(day).padStart(2, "0")}` } }).then(
				() => "found",
				() => "refused",
			);
		const answers = await Promise.all(Array.from({ length: 30 }, (_, day) => search((day % 28) + 1)));
		expect(answers.filter((answer) => answer === "found")).toHaveLength(20);
	});
});
