import { chooseMessages, readMessages } from "@samenplan/contract/reminders";
import { addWorkingDays, isWorkingDay } from "@samenplan/plan-rules/working-days";
import type { Person } from "@samenplan/testing/world";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";
import { sendWaitingMails } from "../mail/send-mails.ts";
import { refreshReminders, sendDueReminders } from "./send-reminders.ts";

describe("how somebody hears of things", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterEach(() => app.services.clock.move(0));
	afterAll(() => app.stop());

	async function at(moment: string) {
		app.services.clock.move((Date.parse(moment) - Date.now()) / 1000);
		await refreshReminders(app.services, { all: true });
		await sendDueReminders(app.services);
		await sendWaitingMails(app.services);
	}
	/** A coordinator with families that each have a milestone on a day. */
	async function coordinatorWith(families: number, onDay: string) {
		const coordinator = await app.world.staff(["coordinator"], { place: await app.world.organisation() });
		const made = [];
		for (let each = 0; each < families; each += 1) made.push(await app.world.newFamily({ coordinator }));
		for (const { familyId, boy, mother } of made)
			await app.world.db.milestone.create({
				data: { familyId, personId: boy.personId, kind: "age_4", onDay: new Date(onDay), writtenBy: mother.personId },
			});
		return { coordinator, families: made };
	}
	const ofMilestones = ["milestone_before", "milestone_on_day", "digest"];
	const mailsTo = (person: Person) =>
		app.world.db.mail.findMany({ where: { personId: person.personId, kind: { in: ofMilestones } }, orderBy: { createdAt: "asc" } });

	it("is each thing by itself, at once, except at night, until they choose otherwise", async () => {
		const { mother, coordinator } = await app.world.newFamily();
		for (const person of [mother, coordinator]) {
			const call = await app.as(person);
			expect(await call(readMessages)).toEqual({ digest: false, quietFrom: 21, quietUntil: 8, reachable: true });
			const mine = { digest: true, quietFrom: 20, quietUntil: 10 };
			expect(await call(chooseMessages, { body: mine })).toEqual({ ...mine, reachable: true });
			expect(await call(readMessages)).toMatchObject(mine);
			expect((await problemOf(call(chooseMessages, { body: { ...mine, quietFrom: 24 } }))).status).toBe(400);
		}
		expect((await problemOf((await app.as())(readMessages))).status).toBe(401);
	});

	it("is one message a day for whoever chose that: all of the day in it, without a name", async () => {
		const { coordinator, families } = await coordinatorWith(3, "2027-06-15");
		await (await app.as(coordinator))(chooseMessages, { body: { digest: true, quietFrom: 21, quietUntil: 8 } });
		await at("2027-06-15T06:59:00Z");
		expect(await mailsTo(coordinator)).toEqual([]);
		await at("2027-06-15T07:00:30Z");
		await at("2027-06-15T08:00:00Z");
		const [mail, ...more] = await mailsTo(coordinator);
		expect(more).toEqual([]);
		expect(mail).toMatchObject({ kind: "digest", familyId: null });
		expect(mail?.sentAt).not.toBeNull();
		for (const { familyId, name } of families) {
			expect(mail?.text).toContain(`/families/${familyId}`);
			expect(mail?.text).not.toContain(name);
		}
		// Every reminder knows the message that said it.
		const said = await app.world.db.reminder.findMany({ where: { personId: coordinator.personId, sentAt: { not: null } } });
		expect(said.length).toBeGreaterThanOrEqual(3);
		expect(new Set(said.map(({ mailId }) => mailId))).toEqual(new Set([mail?.id]));
	});

	it("waits with what came up after the message of the day until the next one", async () => {
		const { coordinator } = await coordinatorWith(1, "2027-06-15");
		await (await app.as(coordinator))(chooseMessages, { body: { digest: true, quietFrom: 21, quietUntil: 8 } });
		await at("2027-06-15T07:30:00Z");
		const later = await app.world.newFamily({ coordinator });
		await app.world.db.milestone.create({
			data: {
				familyId: later.familyId,
				personId: later.boy.personId,
				kind: "move",
				onDay: new Date("2027-06-20"),
				writtenBy: later.mother.personId,
			},
		});
		await at("2027-06-15T12:00:00Z");
		expect(await mailsTo(coordinator)).toHaveLength(1);
		await at("2027-06-16T07:00:30Z");
		expect(await mailsTo(coordinator)).toHaveLength(2);
	});

	it("keeps quiet in the hours that were chosen, also across midnight, and speaks when they are over", async () => {
		const { coordinator } = await coordinatorWith(1, "2027-06-15");
		await (await app.as(coordinator))(chooseMessages, { body: { digest: false, quietFrom: 18, quietUntil: 11 } });
		for (const moment of ["2027-06-15T07:00:30Z", "2027-06-15T08:59:00Z"]) {
			await at(moment);
			expect((await mailsTo(coordinator)).filter(({ kind }) => kind === "milestone_on_day")).toEqual([]);
		}
		await at("2027-06-15T09:00:30Z");
		expect((await mailsTo(coordinator)).map(({ kind }) => kind)).toEqual(["milestone_on_day"]);
	});

	it("gives whoever is quiet at nine the message of the day when the quiet is over", async () => {
		const { coordinator } = await coordinatorWith(2, "2027-06-15");
		await (await app.as(coordinator))(chooseMessages, { body: { digest: true, quietFrom: 22, quietUntil: 12 } });
		await at("2027-06-15T09:59:00Z");
		expect(await mailsTo(coordinator)).toEqual([]);
		await at("2027-06-15T10:00:30Z");
		expect((await mailsTo(coordinator)).map(({ kind }) => kind)).toEqual(["digest"]);
	});

	it("holds back a mail that could not leave in time, but never a code to sign in", async () => {
		const family = await app.world.newFamily();
		const mail = (kind: string, canWait: boolean) =>
			app.world.db.mail.create({
				data: {
					kind,
					canWait,
					personId: family.father.personId,
					accountId: family.father.accountId,
					toEmail: "father@demo.invalid",
					language: "nl",
					subject: "-",
					text: "-",
				},
			});
		const [waits, goes] = [await mail("waiting_agreement_after", true), await mail("sign_in_code", false)];
		const sentOf = async ({ id }: { id: string }) => (await app.world.db.mail.findUniqueOrThrow({ where: { id } })).sentAt;
		app.services.clock.move((Date.parse("2025-11-20T22:30:00Z") - Date.now()) / 1000);
		await sendWaitingMails(app.services);
		expect(await sentOf(waits)).toBeNull();
		expect(await sentOf(goes)).not.toBeNull();
		app.services.clock.move((Date.parse("2025-11-21T07:00:30Z") - Date.now()) / 1000);
		await sendWaitingMails(app.services);
		expect(await sentOf(waits)).not.toBeNull();
	});

	it("reaches each once when many look for due reminders at the same moment", async () => {
		const { coordinator } = await coordinatorWith(12, "2027-06-15");
		const digest = await coordinatorWith(6, "2027-06-15");
		await (await app.as(digest.coordinator))(chooseMessages, { body: { digest: true, quietFrom: 21, quietUntil: 8 } });
		app.services.clock.move((Date.parse("2027-06-15T07:00:30Z") - Date.now()) / 1000);
		await refreshReminders(app.services, { all: true });
		await Promise.all(Array.from({ length: 6 }, () => sendDueReminders(app.services)));
		expect((await mailsTo(coordinator)).map(({ kind }) => kind)).toEqual(Array(12).fill("milestone_on_day"));
		expect((await mailsTo(digest.coordinator)).map(({ kind }) => kind)).toEqual(["digest"]);
	});

	it("counts working days as the rules do, for every day of a generation", async () => {
		const rows = await app.world.db.$queryRaw<{ day: Date; works: boolean; third: Date }[]>`
			select d::date as day, app.is_working_day(d::date) as works, app.add_working_days(d::date, 3) as third
			from generate_series('2024-01-01'::date, '2049-12-31'::date, '1 day') d`;
		expect(rows.length).toBe(9497);
		const asDay = (moment: Date) => moment.toISOString().slice(0, 10);
		expect(rows.filter(({ day, works }) => works !== isWorkingDay(asDay(day)))).toEqual([]);
		fc.assert(
			fc.property(fc.constantFrom(...rows), ({ day, third }) => asDay(third) === addWorkingDays(asDay(day), 3)),
			{ numRuns: 300 },
		);
	});

	it("counts no working days from no day, and none when it is not said how many", async () => {
		const [counted] = await app.world.db.$queryRaw<object[]>`select app.add_working_days(null, 3) as from_nothing,
			app.add_working_days('2026-11-22', null) as so_many, app.add_working_days('2026-11-22', 0) as none, app.is_working_day(null) as works`;
		expect(counted).toEqual({ from_nothing: null, so_many: null, none: new Date("2026-11-22"), works: null });
	});
});
