import { listDemoMails, moveDemoClock } from "@samenplan/contract/demo";
import { moveEvaluation, planEvaluation, scoreGoal } from "@samenplan/contract/evaluations";
import type { Person, TestFamily } from "@samenplan/testing/world";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../http/test-app.ts";
import { sendDueReminders } from "./send-reminders.ts";

const dayMilliseconds = 86_400_000;

describe("reminders of an evaluation", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterEach(() => app.services.clock.move(0));
	afterAll(() => app.stop());

	/** A family with an active goal and an evaluation on a day. */
	async function planned(dueOn: string, family?: TestFamily) {
		const of = family ?? (await app.world.newFamily());
		const goal = await app.world.db.goal.create({
			data: {
				familyId: of.familyId,
				planId: of.planId,
				text: "Op tijd naar bed",
				forKind: "whole_family",
				levels: ["nooit", "soms", "meestal", "vaak", "altijd"],
				state: "active",
				writtenBy: of.mother.personId,
			},
		});
		const call = await app.as(of.coordinator);
		// Two months before, as people do.
		moveTo(new Date(Date.parse(dueOn) - 60 * dayMilliseconds).toISOString());
		const { id } = await call(planEvaluation, { params: { familyId: of.familyId }, body: { dueOn } });
		return { family: of, evaluationId: id, goalId: goal.id };
	}
	const remindersOf = (familyId: string) => app.world.db.reminder.findMany({ where: { familyId }, orderBy: [{ sendAt: "asc" }] });
	const mailsOf = (familyId: string) => app.world.db.mail.findMany({ where: { familyId }, orderBy: { createdAt: "asc" } });
	const moveTo = (moment: string) => app.services.clock.move((Date.parse(moment) - Date.now()) / 1000);
	/** Moves the product's clock to a moment and sends what is due. */
	async function at(moment: string) {
		moveTo(moment);
		await sendDueReminders(app.services);
	}
	const inDays = (days: number) => new Date(Date.now() + days * dayMilliseconds).toISOString().slice(0, 10);

	it("are made for the coordinator and each family member who scores, at nine in the morning in the Netherlands", async () => {
		const { family } = await planned(inDays(60));
		const reminders = await remindersOf(family.familyId);
		const people = [family.coordinator, family.mother, family.father, family.girl].map((person) => person.personId).sort();
		for (const rung of ["before", "on_day", "after"])
			expect(
				reminders
					.filter((each) => each.rung === rung)
					.map((each) => each.personId)
					.sort(),
			).toEqual(people);
		for (const { sendAt } of reminders)
			expect(new Intl.DateTimeFormat("nl", { timeZone: "Europe/Amsterdam", timeStyle: "short" }).format(sendAt)).toBe("09:00");
	});

	it.each([
		// Summer time begins on 28 March 2027 and ends on 31 October 2027: the rungs fall on both sides of the change.
		["2027-03-30", ["2027-03-23T08:00", "2027-03-30T07:00", "2027-04-02T07:00"]],
		["2027-11-02", ["2027-10-26T07:00", "2027-11-02T08:00", "2027-11-05T08:00"]],
		["2027-03-28", ["2027-03-21T08:00", "2027-03-28T07:00", "2027-03-31T07:00"]],
		["2027-10-31", ["2027-10-24T07:00", "2027-10-31T08:00", "2027-11-03T08:00"]],
	])("keep nine o'clock across the change of the clock around %s", async (dueOn, moments) => {
		const { family } = await planned(dueOn);
		const mine = (await remindersOf(family.familyId)).filter(({ personId }) => personId === family.mother.personId);
		expect(mine.map(({ sendAt }) => sendAt.toISOString().slice(0, 16))).toEqual(moments);
	});

	it("climb from before to on the day to after, each once, in the reader's language and without a word of the family", async () => {
		const { family, evaluationId } = await planned("2027-06-15");
		await app.world.db.person.update({ where: { id: family.father.personId }, data: { language: "en" } });
		await at("2027-06-08T06:59:00Z");
		expect(await mailsOf(family.familyId)).toEqual([]);
		await at("2027-06-08T07:00:30Z");
		await at("2027-06-08T07:02:00Z");
		const before = await mailsOf(family.familyId);
		expect(before.map(({ kind }) => kind)).toEqual(Array(4).fill("evaluation_before"));
		const toFather = before.find(({ personId }) => personId === family.father.personId);
		expect(toFather).toMatchObject({ language: "en", subject: "You will talk again soon" });
		expect(toFather?.text).toContain("Tuesday 15 June 2027");
		const toMother = before.find(({ personId }) => personId === family.mother.personId);
		expect(toMother?.text).toContain("dinsdag 15 juni 2027");
		expect(toMother?.text).toContain(`/families/${family.familyId}/steps/evaluate`);
		for (const { subject, text } of before) {
			expect(subject + text).not.toContain("naar bed");
			expect(subject + text).not.toContain(family.name);
		}
		await at("2027-06-15T07:00:30Z");
		await at("2027-06-18T07:00:30Z");
		expect((await mailsOf(family.familyId)).map(({ kind }) => kind).sort()).toEqual([
			...Array(4).fill("evaluation_after"),
			...Array(4).fill("evaluation_before"),
			...Array(4).fill("evaluation_on_day"),
		]);
		expect(evaluationId).toBeTruthy();
	});

	it("reach the team lead when nothing happened for a week, without the family's name", async () => {
		const place = await app.world.organisation("Stichting Elders");
		const lead = await app.world.staff(["team_lead"], { place });
		const coordinator = await app.world.staff(["coordinator"], { place });
		const family = await app.world.newFamily({ coordinator });
		await planned("2027-06-15", family);
		await at("2027-06-22T07:00:30Z");
		const toLead = (await mailsOf(family.familyId)).filter(({ personId }) => personId === lead.personId);
		expect(toLead).toHaveLength(1);
		expect(toLead[0]?.kind).toBe("evaluation_team_lead");
		expect(toLead[0]?.text).not.toContain(family.name);
	});

	it("stay unsaid when the day has come in the meantime", async () => {
		const { family } = await planned("2027-06-15");
		await at("2027-06-16T07:00:30Z");
		expect(await mailsOf(family.familyId)).toEqual([]);
		expect((await remindersOf(family.familyId)).filter(({ rung }) => rung !== "after").every(({ stoppedAt }) => stoppedAt)).toBe(true);
	});

	it("stop for whoever has scored every goal, and go on for the others", async () => {
		const { family, evaluationId, goalId } = await planned("2027-06-15");
		const call = await app.as(family.mother);
		await call(scoreGoal, { params: { familyId: family.familyId, evaluationId, goalId }, body: { score: 1, text: "Het gaat al beter" } });
		await at("2027-06-08T07:00:30Z");
		await at("2027-06-18T07:00:30Z");
		const mails = await mailsOf(family.familyId);
		expect(mails.filter(({ personId }) => personId === family.mother.personId)).toEqual([]);
		expect(mails.filter(({ personId }) => personId === family.father.personId).map(({ kind }) => kind)).toEqual([
			"evaluation_before",
			"evaluation_after",
		]);
	});

	it("move along with the day, and nothing is sent twice when it is moved back", async () => {
		const { family, evaluationId } = await planned("2027-06-15");
		const call = await app.as(family.coordinator);
		await at("2027-06-08T07:00:30Z");
		await call(moveEvaluation, { params: { familyId: family.familyId, evaluationId }, body: { dueOn: "2027-07-10", version: 1 } });
		await at("2027-06-15T07:00:30Z");
		expect((await mailsOf(family.familyId)).map(({ kind }) => kind)).toEqual(Array(4).fill("evaluation_before"));
		await call(moveEvaluation, { params: { familyId: family.familyId, evaluationId }, body: { dueOn: "2027-06-15", version: 2 } });
		await at("2027-06-15T07:05:00Z");
		expect((await mailsOf(family.familyId)).map(({ kind }) => kind).sort()).toEqual([
			...Array(4).fill("evaluation_before"),
			...Array(4).fill("evaluation_on_day"),
		]);
	});

	it("do not reach somebody who left the family or whose account ended", async () => {
		const { family } = await planned("2027-06-15");
		await app.world.db.involvement.updateMany({
			where: { familyId: family.familyId, personId: family.father.personId },
			data: { endedAt: new Date() },
		});
		await app.world.db.account.update({ where: { id: family.mother.accountId }, data: { state: "disabled" } });
		await at("2027-06-08T07:00:30Z");
		const reached = (await mailsOf(family.familyId)).map(({ personId }) => personId).sort();
		expect(reached).toEqual([family.coordinator.personId, family.girl.personId].sort());
	});

	it("begin for somebody who got a way to sign in after the day was set", async () => {
		const { family, evaluationId } = await planned("2027-06-15");
		const uncle: Person = await app.world.involve(family.familyId, "parent", { givenName: "Later", account: true });
		await app.world.db.authority.create({
			data: {
				familyId: family.familyId,
				parentId: uncle.personId,
				childId: family.boy.personId,
				holds: "yes",
				recordedBy: family.coordinator.personId,
			},
		});
		const call = await app.as();
		const moved = Math.round((Date.parse("2027-06-10T10:00:00Z") - Date.now()) / 1000);
		await call(moveDemoClock, { body: { offsetSeconds: moved } });
		const mails = await call(listDemoMails);
		const mine = mails.filter(({ to }) => to.startsWith("later-"));
		expect(mine.map(({ kind }) => kind)).toEqual(["evaluation_before"]);
		expect(mine[0]?.sentAt).not.toBeNull();
		// The family can see that a job added to its reminders, and only that once.
		const lines = () => app.world.db.auditEntry.count({ where: { objectId: evaluationId, event: "reminder.plan", source: "reminders" } });
		expect(await lines()).toBe(1);
		await call(moveDemoClock, { body: { offsetSeconds: moved + 60 } });
		expect(await lines()).toBe(1);
	});

	it("leave an entry per reminder and none for looking in vain", async () => {
		const { family } = await planned("2027-06-15");
		const before = await app.world.db.auditEntry.count();
		await at("2027-06-01T07:00:30Z");
		expect(await app.world.db.auditEntry.count()).toBe(before);
		await at("2027-06-08T07:00:30Z");
		expect(await app.world.db.auditEntry.count({ where: { familyId: family.familyId, event: "reminder.send" } })).toBe(4);
	});
});
