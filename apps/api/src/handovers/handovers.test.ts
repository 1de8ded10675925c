import * as handovers from "@samenplan/contract/handovers";
import { readPlan } from "@samenplan/contract/plans";
import { givePosition } from "@samenplan/contract/positions";
import * as takingOver from "@samenplan/contract/taking-over";
import { listWorkNotes } from "@samenplan/contract/work-notes";
import { arrangedHandover, colleague } from "@samenplan/testing/family-handed-over";
import type { Person, TestFamily } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

let app: TestApp;
beforeAll(async () => {
	app = await startTestApp();
});
afterAll(() => app.stop());

const day = (days: number) => app.world.daysFromToday(days).toISOString().slice(0, 10);
const of = (family: TestFamily) => ({ familyId: family.familyId });
const arrangement = (to: Person, talkIn = 3) => ({
	toPersonId: to.personId,
	toKnow: "Bel liever 's avonds",
	talkOn: day(talkIn),
	talkWhere: "thuis",
	toldFamilyOn: day(0),
});
const runningOf = (family: TestFamily) =>
	app.world.db.handover.findFirstOrThrow({ where: { familyId: family.familyId, state: { in: ["asked", "arranged"] } } });
const coordinatorsOf = async (family: TestFamily) =>
	(await app.world.db.involvement.findMany({ where: { familyId: family.familyId, relation: "coordinator", endedAt: null } })).map(
		({ personId }) => personId,
	);
const ask = async (family: TestFamily, by: Person) =>
	(await app.as(by))(handovers.askHandover, { params: of(family), body: { because: "Het klikt niet" } });

describe("asking for another coordinator", () => {
	it("is for a parent with authority, a young person of 16 and the coordinator; nothing changes by it", async () => {
		for (const who of ["mother", "coordinator", "of16"] as const) {
			const family = await app.world.newFamily();
			const of16 = await app.world.involve(family.familyId, "child", {
				givenName: "Zestien",
				bornOn: app.world.yearsAgo(16),
				account: true,
			});
			await ask(family, who === "of16" ? of16 : family[who]);
			expect(await runningOf(family)).toMatchObject({ state: "asked", fromPersonId: family.coordinator.personId, toPersonId: null });
			expect(await coordinatorsOf(family)).toEqual([family.coordinator.personId]);
		}
	});

	it("is not for a young person under 16, nor for who takes a smaller part, nor twice", async () => {
		const family = await app.world.newFamily();
		const grandmother = await app.world.involve(family.familyId, "network_member", { givenName: "Oma", account: true });
		for (const person of [family.girl, grandmother]) expect((await problemOf(ask(family, person))).code).toBe("not-allowed");
		await ask(family, family.mother);
		expect(await problemOf(ask(family, family.father))).toMatchObject({ status: 409, reasons: ["handover-runs"] });
	});

	it("reaches the team lead with the reason, in the own team only; the mails name nobody", async () => {
		const family = await app.world.newFamily({ name: "De Wit" });
		const lead = await app.world.staff(["team_lead"], { givenName: "Lies" });
		const elsewhere = await app.world.staff(["team_lead"], { place: await app.world.organisation("Elders") });
		await ask(family, family.mother);
		expect((await (await app.as(lead))(takingOver.listTeamHandovers)).find(({ familyId }) => familyId === family.familyId)).toMatchObject({
			state: "asked",
			familyName: "De Wit",
			because: "Het klikt niet",
			askedByName: "Moeder",
			askedByFamily: true,
			toName: null,
		});
		expect(await (await app.as(elsewhere))(takingOver.listTeamHandovers)).toEqual([]);
		// A team lead who is a relative sees that it waits, not what the family says.
		const relative = await app.world.staff(["team_lead"]);
		await app.world.db.kinship.create({
			data: { familyId: family.familyId, personId: relative.personId, kind: "other", toPersonId: family.mother.personId },
		});
		const theirs = (await (await app.as(relative))(takingOver.listTeamHandovers)).find(({ familyId }) => familyId === family.familyId);
		expect(theirs).toMatchObject({ state: "asked", because: "", answerWords: "", answers: {} });
		const mails = await app.world.db.mail.findMany({ where: { personId: { in: [lead.personId, family.coordinator.personId] } } });
		expect(mails.map(({ kind }) => kind)).toEqual(["handover_staff", "handover_staff"]);
		for (const { subject, text } of mails) expect(subject + text).not.toMatch(/De Wit|Moeder|klikt/);
		expect(await app.world.db.mail.count({ where: { personId: family.father.personId } })).toBe(0);
	});

	it("is taken back by who asked; the coordinator does not call off what the family asked for, the team lead does with a reason", async () => {
		const family = await app.world.newFamily();
		const lead = await app.world.staff(["team_lead"]);
		const { id: handoverId } = await ask(family, family.mother);
		const params = { ...of(family), handoverId };
		const withdraw = async (by: Person) => (await app.as(by))(handovers.withdrawHandover, { params, body: {} });
		const callOff = async (by: Person) => (await app.as(by))(handovers.callOffHandover, { params, body: { words: "We praten eerst" } });
		expect((await problemOf(withdraw(family.father))).code).toBe("not-allowed");
		expect(await problemOf(callOff(family.coordinator))).toMatchObject({ status: 409, reasons: ["asked-by-family"] });
		await withdraw(family.mother);
		expect(await problemOf(withdraw(family.mother))).toMatchObject({ reasons: ["handover-is-over"] });
		const again = { ...of(family), handoverId: (await ask(family, family.mother)).id };
		await (await app.as(lead))(handovers.callOffHandover, { params: again, body: { words: "We praten eerst" } });
		const seen = (await (await app.as(family.mother))(readPlan, { params: of(family) })).handovers;
		expect(seen.map(({ state, answerWords }) => [state, answerWords])).toEqual([
			["withdrawn", ""],
			["withdrawn", "We praten eerst"],
		]);
	});
});

describe("arranging another coordinator", () => {
	it("offers colleagues of the team with their load, and nobody with another tie to the family", async () => {
		const family = await app.world.newFamily();
		const [free, busy] = [await colleague(app.world, "Vrij"), await colleague(app.world, "Druk")];
		await app.world.newFamily({ coordinator: busy });
		const [relative, helper, scientist] = [
			await app.world.staff(["coordinator"], { givenName: "Tante" }),
			await app.world.staff(["coordinator"], { givenName: "Buurman" }),
			await app.world.staff(["coordinator", "scientist"], { givenName: "Meekijker" }),
		];
		const { db } = app.world;
		await db.kinship.create({
			data: { familyId: family.familyId, personId: relative.personId, kind: "sibling", toPersonId: family.mother.personId },
		});
		await db.involvement.create({
			data: {
				familyId: family.familyId,
				personId: helper.personId,
				relation: "network_member",
				startsOn: app.world.daysFromToday(-30),
				endedAt: app.world.daysFromToday(-10),
				recordedBy: helper.personId,
			},
		});
		await db.review.create({
			data: {
				familyId: family.familyId,
				planId: family.planId,
				question: "?",
				toldFamilyOn: app.world.daysFromToday(-1),
				askedBy: family.coordinator.personId,
				state: "taken",
				scientistId: scientist.personId,
			},
		});
		const lead = await app.as(await app.world.staff(["team_lead"]));
		const found = await lead(handovers.listHandoverCandidates, { params: of(family) });
		const named = (person: Person) => found.find(({ personId }) => personId === person.personId);
		expect(named(free)).toMatchObject({ families: 0, coming: 0 });
		expect(named(busy)).toMatchObject({ families: 1 });
		expect(found.indexOf(named(free) as (typeof found)[number])).toBeLessThan(found.indexOf(named(busy) as (typeof found)[number]));
		for (const person of [relative, helper, scientist, family.coordinator]) expect(named(person)).toBeUndefined();
		const start = (person: Person) =>
			problemOf(lead(handovers.startHandover, { params: of(family), body: { because: "Verlof", ...arrangement(person) } }));
		for (const person of [relative, helper, scientist, family.coordinator])
			expect(await start(person)).toMatchObject({ status: 409, reasons: ["may-not-take-over"] });
		expect(await start(family.mother)).toMatchObject({ errors: [{ path: "toPersonId", code: "unknown-person" }] });
	});

	it("asks each of the family, by a mail without content, and shows in the plan who answered what", async () => {
		const family = await app.world.newFamily({ name: "Bos" });
		const to = await colleague(app.world);
		const { id: handoverId } = await ask(family, family.mother);
		const lead = await app.world.staff(["team_lead"]);
		const arrange = { params: { ...of(family), handoverId }, body: { ...arrangement(to), version: 1 } };
		await (await app.as(lead))(handovers.arrangeHandover, arrange);
		expect((await problemOf((await app.as(lead))(handovers.arrangeHandover, arrange))).code).toBe("conflict");
		const kinds = (await app.world.db.mail.findMany({ where: { familyId: family.familyId } })).map(({ personId, kind, text }) => {
			expect(text).not.toMatch(/Bos|Nieuwe/);
			return [personId, kind];
		});
		expect(kinds.sort()).toEqual([family.mother, family.father, family.girl].map(({ personId }) => [personId, "handover_family"]).sort());
		const answer = { subject: "handover" as const, subjectId: handoverId, subjectVersion: 2 };
		await (await app.as(family.mother))(givePosition, { params: of(family), body: { ...answer, answer: "agree", text: "" } });
		await (await app.as(family.father))(givePosition, {
			params: of(family),
			body: { ...answer, answer: "disagree", text: "Weer een nieuwe" },
		});
		const plan = await (await app.as(family.coordinator))(readPlan, { params: of(family) });
		expect(plan.handovers).toMatchObject([{ state: "arranged", toPersonId: to.personId, talkOn: day(3), toldFamilyOn: day(0) }]);
		expect(plan.others.map(({ id }) => id)).toContain(to.personId);
		expect((await (await app.as(lead))(takingOver.listTeamHandovers)).find(({ id }) => id === handoverId)?.answers).toEqual({
			agree: 1,
			disagree: 1,
		});
	});

	it("wants the family told before, and the talk after that", async () => {
		const family = await app.world.newFamily();
		const to = await colleague(app.world);
		const start = async (change: object) =>
			(await app.as(family.coordinator))(handovers.startHandover, {
				params: of(family),
				body: { because: "Verlof", ...arrangement(to), ...change },
			});
		expect(await problemOf(start({ toldFamilyOn: day(1) }))).toMatchObject({ errors: [{ path: "toldFamilyOn", code: "too-late" }] });
		expect(await problemOf(start({ talkOn: day(-1) }))).toMatchObject({ errors: [{ path: "talkOn", code: "too-early" }] });
		await start({});
		expect(await problemOf(start({}))).toMatchObject({ reasons: ["handover-runs"] });
	});

	it("with another day or colleague asks everyone again", async () => {
		const family = await app.world.newFamily();
		const { handoverId } = await arrangedHandover(app.world, family, { to: await colleague(app.world) });
		const give = async (subjectVersion: number) =>
			(await app.as(family.mother))(givePosition, {
				params: of(family),
				body: { subject: "handover", subjectId: handoverId, subjectVersion, answer: "agree", text: "" },
			});
		await give(1);
		await (await app.as(family.coordinator))(handovers.arrangeHandover, {
			params: { ...of(family), handoverId },
			body: { ...arrangement(await colleague(app.world), 5), version: 1 },
		});
		expect((await problemOf(give(1))).code).toBe("conflict");
		await give(2);
	});
});

describe("taking over", () => {
	it("shows dates and counts before, and no text of the family", async () => {
		const family = await app.world.newFamily({ name: "Kok" });
		const { db } = app.world;
		const to = await colleague(app.world);
		await arrangedHandover(app.world, family, { to, talkIn: 2 });
		const by = { familyId: family.familyId, planId: family.planId, writtenBy: family.mother.personId };
		await db.comment.create({ data: { ...by, kind: "question", about: "plan", text: "Geheime vraag" } });
		await db.evaluation.create({ data: { ...by, dueOn: app.world.daysFromToday(20) } });
		const his = await app.as(to);
		const [mine] = await his(takingOver.listMyHandovers);
		expect(mine).toMatchObject({
			familyName: "Kok",
			talkOn: day(2),
			currentStep: "clarify",
			evaluationOn: day(20),
			openQuestions: 1,
			mayAccept: false,
		});
		expect(JSON.stringify(mine)).not.toMatch(/Geheime|verlof|avonds/);
		expect((await problemOf(his(readPlan, { params: of(family) }))).status).toBe(404);
		expect(await (await app.as(await colleague(app.world)))(takingOver.listMyHandovers)).toEqual([]);
	});

	it("waits for the day of the talk; then there is exactly one coordinator, the new one, and the former is out with every stream", async () => {
		const family = await app.world.newFamily();
		const { db } = app.world;
		const to = await colleague(app.world);
		const { handoverId } = await arrangedHandover(app.world, family, { to, talkIn: 1 });
		const [his, hers] = [await app.as(to), await app.as(family.coordinator)];
		expect(await problemOf(his(takingOver.acceptHandover, { params: { handoverId } }))).toMatchObject({
			status: 409,
			reasons: ["talk-first"],
		});
		await db.handover.update({ where: { id: handoverId }, data: { talkOn: app.world.daysFromToday(0) } });
		const { id: actionId } = await db.action.create({
			data: {
				familyId: family.familyId,
				planId: family.planId,
				personId: family.coordinator.personId,
				text: "School bellen",
				writtenBy: family.coordinator.personId,
			},
		});
		const stop = new AbortController();
		const stream = await fetch(`${app.url}/api/families/${family.familyId}/live`, {
			headers: { authorization: `Bearer ${await app.tokenOf(family.coordinator)}` },
			signal: stop.signal,
		});
		let ended = false;
		const reader = (stream.body as ReadableStream<Uint8Array>).getReader();
		void (async () => {
			for (let part = await reader.read(); !part.done; part = await reader.read());
			ended = true;
		})().catch(() => undefined);

		expect(await his(takingOver.acceptHandover, { params: { handoverId } })).toEqual(of(family));

		expect(await coordinatorsOf(family)).toEqual([to.personId]);
		expect(await problemOf(hers(readPlan, { params: of(family) }))).toMatchObject({ status: 404 });
		await expect.poll(() => ended, { timeout: 4000, message: "the live stream" }).toBe(true);
		const plan = await his(readPlan, { params: of(family) });
		expect(plan.viewer.relations).toEqual(["coordinator"]);
		expect(plan.handovers).toMatchObject([{ state: "accepted", toKnow: "Bel liever 's avonds" }]);
		expect(plan.actions.find(({ id }) => id === actionId)?.personId).toBe(to.personId);
		expect(plan.others.map(({ id }) => id)).toContain(family.coordinator.personId);
		expect((await problemOf(his(takingOver.acceptHandover, { params: { handoverId } }))).status).toBe(404);
		const entry = await db.auditEntry.findFirstOrThrow({ where: { event: "handovers.accept", familyId: family.familyId } });
		expect(entry).toMatchObject({ personId: to.personId, object: "handover", outcome: "success", relation: "coordinator" });
		const told = (await db.mail.findMany({ where: { kind: { startsWith: "handover" } } })).map(({ personId }) => personId);
		for (const person of [family.mother, family.father, family.girl, family.coordinator]) expect(told).toContain(person.personId);
		stop.abort();
	});

	it("does not go to who arranged it, nor through somebody who got the task for the occasion", async () => {
		const family = await app.world.newFamily();
		const lead = await app.world.staff(["team_lead", "coordinator"]);
		const start = { params: of(family), body: { because: "Verlof", ...arrangement(lead, 0) } };
		expect(await problemOf((await app.as(lead))(handovers.startHandover, start))).toMatchObject({ reasons: ["may-not-take-over"] });
		await expect(
			app.world.db.handover.create({
				data: {
					familyId: family.familyId,
					planId: family.planId,
					state: "arranged",
					because: "Verlof",
					fromPersonId: family.coordinator.personId,
					toPersonId: lead.personId,
					talkOn: app.world.daysFromToday(0),
					askedBy: lead.personId,
					arrangedBy: lead.personId,
				},
			}),
		).rejects.toThrow(/handover_not_to_oneself/);
		const to = await colleague(app.world);
		await (await app.as(lead))(handovers.startHandover, { ...start, body: { ...start.body, ...arrangement(to, 0) } });
		const accept = async () => (await app.as(to))(takingOver.acceptHandover, { params: { handoverId: (await runningOf(family)).id } });
		for (const { accountId } of [to, lead]) {
			await app.world.db.$executeRaw`insert into duty_given values (${accountId}::uuid, now() - interval '6 days')`;
			expect(await problemOf(accept())).toMatchObject({ status: 409, reasons: ["duty-too-new"] });
			expect(await coordinatorsOf(family)).toEqual([family.coordinator.personId]);
			await app.world.db.$executeRaw`update duty_given set given_at = now() - interval '8 days' where account_id = ${accountId}::uuid`;
		}
		await accept();
		expect(await coordinatorsOf(family)).toEqual([to.personId]);
	});

	it("of two at the same moment is done once", async () => {
		const family = await app.world.newFamily();
		const to = await colleague(app.world);
		const { handoverId } = await arrangedHandover(app.world, family, { to });
		const his = await app.as(to);
		const [one, other] = await Promise.allSettled([
			his(takingOver.acceptHandover, { params: { handoverId } }),
			his(takingOver.declineHandover, { params: { handoverId }, body: { words: "Te vol" } }),
		]);
		expect([one.status, other.status].sort()).toEqual(["fulfilled", "rejected"]);
		expect(await coordinatorsOf(family)).toHaveLength(1);
	});

	it("is not for somebody who came to stand otherwise to the family meanwhile, nor for who is not a coordinator any more", async () => {
		for (const change of ["relative", "duty", "off"] as const) {
			const family = await app.world.newFamily();
			const to = await colleague(app.world);
			const { handoverId } = await arrangedHandover(app.world, family, { to });
			const his = await app.as(to);
			if (change === "relative")
				await app.world.db.kinship.create({
					data: { familyId: family.familyId, personId: to.personId, kind: "other", toPersonId: family.mother.personId },
				});
			else
				await app.world.db.account.update({
					where: { id: to.accountId },
					data: change === "duty" ? { duties: ["scientist"] } : { state: "disabled" },
				});
			const { status } = await problemOf(his(takingOver.acceptHandover, { params: { handoverId } }));
			expect(status).toBe({ relative: 409, duty: 403, off: 401 }[change]);
			expect(await coordinatorsOf(family)).toEqual([family.coordinator.personId]);
		}
	});

	it("refused says why, and what the family asked for goes on", async () => {
		const family = await app.world.newFamily();
		const to = await colleague(app.world);
		const { handoverId } = await arrangedHandover(app.world, family, { to, askedBy: family.mother });
		const his = await app.as(to);
		expect(await problemOf(his(takingOver.declineHandover, { params: { handoverId }, body: { words: " " } }))).toMatchObject({
			status: 400,
		});
		await his(takingOver.declineHandover, { params: { handoverId }, body: { words: "Ik heb te veel gezinnen" } });
		const seen = (await (await app.as(family.mother))(readPlan, { params: of(family) })).handovers;
		expect(seen.map(({ state, answerWords, askedBy }) => [state, answerWords, askedBy])).toEqual([
			["declined", "Ik heb te veel gezinnen", family.mother.personId],
			["asked", "", family.mother.personId],
		]);
		expect(await coordinatorsOf(family)).toEqual([family.coordinator.personId]);
	});

	it("refused of what no one in the family asked for is over, and stays with the team lead for a while", async () => {
		const family = await app.world.newFamily();
		const to = await colleague(app.world);
		const { handoverId } = await arrangedHandover(app.world, family, { to });
		await (await app.as(to))(takingOver.declineHandover, { params: { handoverId }, body: { words: "Te vol" } });
		const list = (await app.as(await app.world.staff(["team_lead"])))(takingOver.listTeamHandovers);
		expect((await list).filter(({ familyId }) => familyId === family.familyId)).toMatchObject([
			{ state: "declined", answerWords: "Te vol" },
		]);
	});

	it("ends with the plan: what is closed has no handover running", async () => {
		const family = await app.world.newFamily();
		const to = await colleague(app.world);
		const { handoverId } = await arrangedHandover(app.world, family, { to });
		await app.world.db.plan.update({ where: { id: family.planId }, data: { state: "closed", closedOn: new Date() } });
		expect(await (await app.as(to))(takingOver.listMyHandovers)).toEqual([]);
		expect((await problemOf((await app.as(to))(takingOver.acceptHandover, { params: { handoverId } }))).status).toBe(404);
		expect(await app.world.db.handover.findUniqueOrThrow({ where: { id: handoverId } })).toMatchObject({ state: "withdrawn" });
	});
});

describe("what the former coordinator kept for the work", () => {
	it("does not go along: only who stands in reads on, as the notes say themselves", async () => {
		const family = await app.world.newFamily();
		const [to, standIn] = [await colleague(app.world), await colleague(app.world)];
		const { handoverId } = await arrangedHandover(app.world, family, { to });
		const note = { familyId: family.familyId, authorId: family.coordinator.personId, removeOn: app.world.daysFromToday(20) };
		await app.world.db.workNote.create({ data: { ...note, text: "Alleen voor mij", standInId: standIn.personId } });
		await app.world.db.workNote.create({ data: { ...note, text: "Voor wie overneemt", standInId: to.personId } });
		await (await app.as(to))(takingOver.acceptHandover, { params: { handoverId } });
		const read = async (person: Person) => (await app.as(person))(listWorkNotes, { params: of(family) });
		expect((await read(to)).notes.map(({ text }) => text)).toEqual(["Voor wie overneemt"]);
		for (const person of [family.coordinator, standIn]) expect((await problemOf(read(person))).status).toBe(404);
	});
});
