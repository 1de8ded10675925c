import { readCaseload } from "@samenplan/contract/caseload";
import { editMilestone, removeMilestone, writeMilestone } from "@samenplan/contract/milestones";
import { readPlan, wishMilestones } from "@samenplan/contract/plans";
import { birthdayOn } from "@samenplan/plan-rules/milestones";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";
import { refreshReminders } from "../reminders/send-reminders.ts";

describe("milestones", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());
	const day = (days: number) => app.world.daysFromToday(days).toISOString().slice(0, 10);

	async function family() {
		const of = await app.world.newFamily();
		const params = { familyId: of.familyId };
		const school = { personId: of.boy.personId, kind: "school_change" as const, onDay: day(100), text: "Naar de brugklas" };
		return { ...of, params, school };
	}

	it("are written down by a parent, a young person or the coordinator, and read by all of them", async () => {
		const { params, school, mother, girl, coordinator } = await family();
		for (const [person, text] of [
			[mother, "van moeder"],
			[girl, "van dochter"],
			[coordinator, "van de coach"],
		] as const)
			await (await app.as(person))(writeMilestone, { params, body: { ...school, text } });
		const { milestones } = await (await app.as(girl))(readPlan, { params });
		expect(milestones).toMatchObject([
			{ text: "van moeder", writtenBy: mother.personId, personId: school.personId, onDay: day(100), doneOn: null, version: 1 },
			{ text: "van dochter" },
			{ text: "van de coach" },
		]);
	});

	it("are changed and taken away with the former text kept, also after the plan was closed", async () => {
		const { params, school, planId, mother, father, familyId } = await family();
		await app.world.db.plan.update({ where: { id: planId }, data: { state: "closed", closedOn: app.world.daysFromToday(-3) } });
		const call = await app.as(mother);
		const { id } = await call(writeMilestone, { params, body: school });
		const at = { ...params, milestoneId: id };
		expect(await call(editMilestone, { params: at, body: { ...school, doneOn: day(0), version: 1 } })).toMatchObject({
			doneOn: day(0),
			version: 2,
		});
		const late = (await app.as(father))(editMilestone, { params: at, body: { ...school, text: "anders", version: 1 } });
		expect(await problemOf(late)).toMatchObject({ status: 409, current: { version: 2, text: school.text } });
		await call(removeMilestone, { params: at });
		expect((await call(readPlan, { params })).milestones).toEqual([]);
		expect(await app.world.db.formerText.count({ where: { familyId, object: "milestone" } })).toBe(2);
		expect(await problemOf(call(removeMilestone, { params: at }))).toMatchObject({ status: 404 });
	});

	it("of an age stand on the birthday, once", async () => {
		const { params, girl, coordinator } = await family();
		const { bornOn } = await app.world.db.person.findUniqueOrThrow({ where: { id: girl.personId } });
		const onDay = birthdayOn(bornOn?.toISOString().slice(0, 10) ?? "", 16);
		const age = { personId: girl.personId, kind: "age_16" as const, onDay, text: "", doneOn: day(0) };
		const call = await app.as(coordinator);
		expect(await problemOf(call(writeMilestone, { params, body: { ...age, onDay: day(1) } }))).toMatchObject({
			errors: [{ path: "onDay", code: "invalid" }],
		});
		const both = await Promise.allSettled([call(writeMilestone, { params, body: age }), call(writeMilestone, { params, body: age })]);
		expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		expect(await app.world.db.milestone.count({ where: { personId: girl.personId } })).toBe(1);
	});

	it("of an age bring the coordinator back by themselves, until it was talked about; after closing only when the family wished it", async () => {
		const { params, boy, coordinator, planId, familyId } = await family();
		const { db } = app.world;
		const born = app.world.daysFromToday(10);
		born.setUTCFullYear(born.getUTCFullYear() - 12);
		await db.person.update({ where: { id: boy.personId }, data: { bornOn: born } });
		const call = await app.as(coordinator);
		const near = async () => {
			const { families } = await call(readCaseload, {});
			return families[0]?.signals.find(({ kind }) => kind === "milestone_near");
		};
		const reminded = async () => {
			await refreshReminders(app.services, { all: true });
			return db.reminder.count({ where: { familyId, kind: "milestone", personId: coordinator.personId, stoppedAt: null } });
		};
		const onDay = birthdayOn(born.toISOString().slice(0, 10), 12);
		expect(await near()).toMatchObject({ since: onDay });
		expect(await reminded()).toBeGreaterThan(0);
		await db.plan.update({ where: { id: planId }, data: { state: "closed", closedOn: app.world.daysFromToday(-3) } });
		expect(await near()).toBeUndefined();
		const { plan } = await call(readPlan, { params });
		await call(wishMilestones, { params, body: { wants: true, version: plan.version } });
		expect(await near()).toMatchObject({ since: onDay });
		const talked = { personId: boy.personId, kind: "age_12" as const, onDay, text: "Mee aan tafel", doneOn: day(0) };
		await call(writeMilestone, { params, body: talked });
		expect(await near()).toBeUndefined();
		expect(await reminded()).toBe(0);
	});

	it("are about somebody of this family, and talked about today at the latest", async () => {
		const [mine, other] = [await family(), await family()];
		const call = await app.as(mine.mother);
		const of = (more: object) => call(writeMilestone, { params: mine.params, body: { ...mine.school, ...more } });
		expect(await problemOf(of({ personId: other.boy.personId }))).toMatchObject({ errors: [{ path: "personId", code: "unknown-person" }] });
		expect(await problemOf(of({ doneOn: day(2) }))).toMatchObject({ errors: [{ path: "doneOn", code: "too-late" }] });
		const { id } = await (await app.as(other.mother))(writeMilestone, { params: other.params, body: other.school });
		const swapped = { ...mine.params, milestoneId: id };
		expect(await problemOf(call(removeMilestone, { params: swapped }))).toMatchObject({ status: 404 });
		expect(await problemOf(call(editMilestone, { params: swapped, body: { ...mine.school, version: 1 } }))).toMatchObject({ status: 404 });
	});
});
