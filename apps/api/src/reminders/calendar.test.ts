import { readMe } from "@samenplan/contract/accounts";
import {
	readOrganisationDays,
	setOrganisationDays,
	takeEvaluationCalendar,
	takeHandoverCalendar,
	takeMyHandoverCalendar,
} from "@samenplan/contract/reminders";
import { dueDefaults } from "@samenplan/plan-rules/due-dates";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

describe("a talk in one's own calendar", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());

	async function withTalk() {
		const family = await app.world.newFamily();
		const evaluation = await app.world.db.evaluation.create({
			data: { familyId: family.familyId, planId: family.planId, dueOn: new Date("2027-03-28"), writtenBy: family.coordinator.personId },
		});
		return { ...family, params: { familyId: family.familyId, evaluationId: evaluation.id } };
	}

	it("is a whole day with a title that says nothing, for everyone who prepares it, in their language", async () => {
		const { params, coordinator, mother, father, girl, name } = await withTalk();
		await app.world.db.person.update({ where: { id: father.personId }, data: { language: "en" } });
		for (const person of [coordinator, mother, girl]) {
			const { fileName, text } = await (await app.as(person))(takeEvaluationCalendar, { params });
			expect(fileName).toBe("gesprek.ics");
			expect(text).toContain("SUMMARY:Gesprek\r\n");
			// Summer time begins that night: a day has no hour that could move.
			expect(text).toContain("DTSTART;VALUE=DATE:20270328");
			expect(text).toContain(`UID:${params.evaluationId}@`);
			for (const secret of [name, "Moeder", "Vader", "Dochter", coordinator.givenName]) expect(text).not.toContain(secret);
		}
		expect((await (await app.as(father))(takeEvaluationCalendar, { params })).text).toContain("SUMMARY:Talk\r\n");
	});

	it("is in the log as something that left, with who got it", async () => {
		const { params, mother } = await withTalk();
		await (await app.as(mother))(takeEvaluationCalendar, { params });
		const entries = await app.world.db.auditEntry.findMany({ where: { familyId: params.familyId, object: "calendar" } });
		expect(entries).toHaveLength(1);
		expect(entries[0]).toMatchObject({ outcome: "success", personId: mother.personId, recipient: mother.personId });
	});

	it("is for nobody who left, nor for others, nor once the talk was held", async () => {
		const { params, father, mother, familyId } = await withTalk();
		const member = await app.world.involve(familyId, "network_member", { givenName: "Oma", account: true });
		expect((await problemOf((await app.as(member))(takeEvaluationCalendar, { params }))).status).toBe(403);
		const call = await app.as(father);
		await call(takeEvaluationCalendar, { params });
		await app.world.db.involvement.updateMany({ where: { familyId, personId: father.personId }, data: { endedAt: new Date() } });
		expect((await problemOf(call(takeEvaluationCalendar, { params }))).status).toBe(404);
		await app.world.db.evaluation.update({ where: { id: params.evaluationId }, data: { state: "held" } });
		expect((await problemOf((await app.as(mother))(takeEvaluationCalendar, { params }))).status).toBe(404);
	});

	it("keeps its identifier when the day moves, with a higher number", async () => {
		const { params, mother } = await withTalk();
		const call = await app.as(mother);
		const numberOf = (text: string) => Number(/^SEQUENCE:(\d+)/m.exec(text)?.[1] ?? 0);
		const before = (await call(takeEvaluationCalendar, { params })).text;
		await app.world.db.evaluation.update({
			where: { id: params.evaluationId },
			data: { dueOn: new Date("2027-04-02"), version: { increment: 1 } },
		});
		const after = (await call(takeEvaluationCalendar, { params })).text;
		expect(after).toContain(`UID:${params.evaluationId}@`);
		expect(after).toContain("DTSTART;VALUE=DATE:20270402");
		expect(numberOf(after)).toBeGreaterThan(numberOf(before));
	});

	it("of a handover is for the family, the coordinator and whoever may take over", async () => {
		const { familyId, planId, coordinator, mother } = await withTalk();
		const other = await app.world.staff(["coordinator"]);
		const stranger = await app.world.staff(["coordinator"]);
		const { id: handoverId } = await app.world.db.handover.create({
			data: {
				familyId,
				planId,
				state: "arranged",
				fromPersonId: coordinator.personId,
				toPersonId: other.personId,
				because: "Verhuizing",
				talkOn: new Date("2027-03-01"),
				talkWhere: "Bij oma thuis",
				askedBy: coordinator.personId,
			},
		});
		for (const person of [coordinator, mother]) {
			const { text } = await (await app.as(person))(takeHandoverCalendar, { params: { familyId, handoverId } });
			expect(text).toContain("DTSTART;VALUE=DATE:20270301");
			expect(text).not.toContain("oma");
		}
		const { text } = await (await app.as(other))(takeMyHandoverCalendar, { params: { handoverId } });
		expect(text).toContain("DTSTART;VALUE=DATE:20270301");
		expect((await problemOf((await app.as(stranger))(takeMyHandoverCalendar, { params: { handoverId } }))).status).toBe(404);
		expect((await problemOf((await app.as(other))(takeHandoverCalendar, { params: { familyId, handoverId } }))).status).toBe(404);
	});
});

describe("the days of an organisation", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());

	it("are set by an administrator within bounds, and leave its other settings alone", async () => {
		const administrator = await app.world.staff(["administrator"]);
		const { organisationId } = await app.world.db.account.findUniqueOrThrow({ where: { id: administrator.accountId } });
		await app.world.db.organisation.update({ where: { id: organisationId }, data: { settings: { yearsKept: 15 } } });
		const call = await app.as(administrator);
		expect(await call(readOrganisationDays)).toEqual({ days: dueDefaults, usual: dueDefaults });
		const days = { ...dueDefaults, answerWorkingDays: 2, evaluationMonths: { ...dueDefaults.evaluationMonths, light: 8 } };
		await call(setOrganisationDays, { body: { days } });
		expect((await call(readOrganisationDays)).days).toEqual(days);
		const { settings } = await app.world.db.organisation.findUniqueOrThrow({ where: { id: organisationId } });
		expect(settings).toMatchObject({ yearsKept: 15, answerWorkingDays: 2 });
		// What forms suggest to whoever is of this organisation, and to nobody of another one.
		const daysOf = async (place?: Awaited<ReturnType<typeof app.world.organisation>>) =>
			(await (await app.as(await app.world.staff(["coordinator"], place && { place })))(readMe)).days;
		expect(await daysOf()).toEqual(days);
		expect(await daysOf(await app.world.organisation("Elders"))).toEqual(dueDefaults);
		for (const wrong of [0, 99, 1.5])
			expect((await problemOf(call(setOrganisationDays, { body: { days: { ...days, stalledDays: wrong } } }))).status).toBe(400);
		expect((await problemOf((await app.as(await app.world.staff(["coordinator"])))(setOrganisationDays, { body: { days } }))).status).toBe(
			403,
		);
	});
});
