import { narrowAudience, widenAudience } from "@samenplan/contract/audience";
import { readPlan } from "@samenplan/contract/plans";
import { editView, recordChildView, recordView, withdrawView, writeLoadCapacity, writeView } from "@samenplan/contract/steps";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../../http/test-app.ts";

describe("saying how one sees it", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());
	async function talking() {
		const family = await app.world.newFamily();
		const [coordinator, mother, father, girl] = await Promise.all(
			[family.coordinator, family.mother, family.father, family.girl].map((person) => app.as(person)),
		);
		if (!coordinator || !mother || !father || !girl) throw new Error("everyone has an account");
		return { family, coordinator, mother, father, girl, at: { params: { familyId: family.familyId } } };
	}
	type Talking = Awaited<ReturnType<typeof talking>>;
	const viewsOf = async ({ mother, at }: Talking) => (await mother(readPlan, at)).views;

	it("keeps my own words with my name, language and the person they are about, and begins the step", async () => {
		const talk = await talking();
		const { family, girl, at } = talk;
		const { id } = await girl(writeView, {
			...at,
			body: { subject: "wish", text: "Dat mama minder moe is", aboutPersonId: family.mother.personId },
		});
		const plan = await talk.mother(readPlan, at);
		expect(plan.views).toEqual([
			expect.objectContaining({
				id,
				personId: family.girl.personId,
				writtenBy: family.girl.personId,
				recorded: false,
				subject: "wish",
				aboutPersonId: family.mother.personId,
				language: "nl",
				audience: "core",
				text: "Dat mama minder moe is",
			}),
		]);
		expect(plan.steps.map(({ state }) => state)).toEqual([
			"in_progress",
			"not_started",
			"not_started",
			"not_started",
			"not_started",
			"not_started",
		]);
	});

	it("begins step 2 with a first strength", async () => {
		const talk = await talking();
		await talk.father(writeView, { ...talk.at, body: { subject: "strength", theme: "social_surroundings", text: "Oma woont om de hoek" } });
		expect((await talk.mother(readPlan, talk.at)).steps[1]).toMatchObject({ kind: "strengths", state: "in_progress" });
	});

	it("shows whose words were written down by the coordinator", async () => {
		const talk = await talking();
		const { family, coordinator, at } = talk;
		await coordinator(recordView, { ...at, body: { personId: family.boy.personId, subject: "wish", text: "Voetballen met papa" } });
		expect(await viewsOf(talk)).toEqual([
			expect.objectContaining({ personId: family.boy.personId, writtenBy: family.coordinator.personId, recorded: true }),
		]);
	});

	it("lets whoever signs in hear once a day that their words were written down, without a word of them", async () => {
		const { family, coordinator, at } = await talking();
		const say = (personId: string, text: string) => coordinator(recordView, { ...at, body: { personId, subject: "wish", text } });
		await say(family.mother.personId, "Ik wil weer slapen");
		await say(family.mother.personId, "En rust in huis");
		await say(family.boy.personId, "Voetballen met papa");
		const mails = await app.world.db.mail.findMany({ where: { familyId: family.familyId, kind: "written_down" } });
		expect(mails.map(({ personId }) => personId)).toEqual([family.mother.personId]);
		expect(mails[0]?.text).not.toContain("slapen");
	});

	it("lets nobody but the coordinator write down words of whoever it is", async () => {
		const { family, mother, at } = await talking();
		const record = (personId: string) => problemOf(mother(recordView, { ...at, body: { personId, subject: "wish", text: "Rust" } }));
		for (const { personId } of [family.boy, family.girl, family.father]) expect((await record(personId)).status).toBe(403);
	});

	it("lets a parent with authority write down what their own child under 12 says, marked as such, and mend it", async () => {
		const talk = await talking();
		const { family, mother, father, coordinator, at } = talk;
		const said = { personId: family.boy.personId, subject: "wish", text: "Voetballen met papa" } as const;
		const { id } = await mother(recordChildView, { ...at, body: said });
		expect(await viewsOf(talk)).toEqual([
			expect.objectContaining({ personId: family.boy.personId, writtenBy: family.mother.personId, recorded: true, audience: "core" }),
		]);
		const place = { params: { familyId: family.familyId, viewId: id } };
		expect(await mother(editView, { ...place, body: { text: "Voetballen met papa en oma", version: 1 } })).toMatchObject({
			writtenBy: family.mother.personId,
			personId: family.boy.personId,
			recorded: true,
		});
		expect((await problemOf(father(editView, { ...place, body: { text: "Nee", version: 2 } }))).status).toBe(403);
		const entry = await app.world.db.auditEntry.findFirstOrThrow({ where: { familyId: family.familyId, onBehalfOf: family.boy.personId } });
		expect(entry).toMatchObject({ personId: family.mother.personId, object: "view", action: "create" });
		// What the coordinator wrote down with the child is not the parent's to change.
		const { id: byCoordinator } = await coordinator(recordView, { ...at, body: said });
		const other = { params: { familyId: family.familyId, viewId: byCoordinator } };
		expect((await problemOf(mother(editView, { ...other, body: { text: "Nee", version: 1 } }))).status).toBe(403);
		await mother(withdrawView, place);
		expect((await viewsOf(talk)).map(({ id: left }) => left)).toEqual([byCoordinator]);
	});

	it("lets a parent write for nobody of 12 or older, nobody else's child, no other parent, and not without authority", async () => {
		const { family, mother, father, girl, at } = await talking();
		const stranger = await app.world.newFamily();
		const record = (call: typeof mother, personId: string) =>
			problemOf(call(recordChildView, { ...at, body: { personId, subject: "wish", text: "Rust" } }));
		expect((await record(mother, family.girl.personId)).status).toBe(403);
		for (const { personId } of [family.father, family.mother, stranger.boy])
			expect(await record(mother, personId)).toMatchObject({ status: 400, errors: [{ path: "personId", code: "unknown-person" }] });
		expect((await record(girl, family.boy.personId)).status).toBe(403);
		const ofFather = { familyId: family.familyId, parentId: family.father.personId, childId: family.boy.personId };
		await app.world.db.authority.updateMany({ where: ofFather, data: { holds: "unknown" } });
		// He still has authority over the girl, so he takes part as a parent with authority; but not for the boy.
		expect((await record(father, family.boy.personId)).status).toBe(403);
		const overTwelve = new Date(app.world.yearsAgo(12));
		await app.world.db.person.update({ where: { id: family.boy.personId }, data: { bornOn: overTwelve } });
		expect((await record(mother, family.boy.personId)).status).toBe(403);
		await app.world.db.person.update({ where: { id: family.boy.personId }, data: { bornOn: null } });
		const account = { organisationId: (await app.world.db.family.findUniqueOrThrow({ where: { id: family.familyId } })).organisationId };
		await app.world.db.account.create({
			data: { ...account, personId: family.boy.personId, email: `zoon-${family.familyId}@demo.invalid` },
		});
		expect(await record(mother, family.boy.personId)).toMatchObject({ status: 409, reasons: ["answers-themselves"] });
	});

	it("gives what a child said to nobody outside by the word of one parent, nor by saying that it is about that parent", async () => {
		const { family, mother, at } = await talking();
		const { organisationId } = await app.world.db.family.findUniqueOrThrow({ where: { id: family.familyId } });
		const teacher = await app.world.db.person.create({ data: { organisationId, givenName: "Juf", familyName: "Bos" } });
		const of = { familyId: family.familyId, startsOn: new Date(), recordedBy: family.coordinator.personId, acceptedAt: new Date() };
		await app.world.db.involvement.create({ data: { ...of, personId: teacher.id, relation: "network_member" } });
		const said = { personId: family.boy.personId, subject: "worry", text: "Mama is vaak verdrietig" } as const;
		for (const aboutPersonId of [null, family.mother.personId, family.father.personId, family.girl.personId])
			for (const readers of [
				{ audience: "circle" as const, readers: [] },
				{ audience: "named" as const, readers: [teacher.id] },
			])
				expect(await problemOf(mother(recordChildView, { ...at, body: { ...said, aboutPersonId, ...readers } }))).toMatchObject({
					status: 409,
					reasons: ["consent-needed"],
				});
		const { id } = await mother(recordChildView, { ...at, body: { ...said, aboutPersonId: family.mother.personId } });
		const widen = mother(widenAudience, {
			params: { familyId: family.familyId, kind: "view", textId: id },
			body: { was: "core", audience: "circle", readers: [] },
		});
		expect(await problemOf(widen)).toMatchObject({ status: 409, reasons: ["consent-needed"] });
	});

	it("ends a parent's say over what they wrote down with their authority, and when the child becomes 12", async () => {
		const { family, mother, at } = await talking();
		const said = { personId: family.boy.personId, subject: "worry", text: "Ik slaap slecht" } as const;
		const { id } = await mother(recordChildView, { ...at, body: said });
		const place = { params: { familyId: family.familyId, kind: "view" as const, textId: id } };
		const view = { params: { familyId: family.familyId, viewId: id } };
		const narrowed = () =>
			mother(narrowAudience, { ...place, body: { was: "core", audience: "named", readers: [family.coordinator.personId] } });
		const tries = async () => {
			for (const refused of [
				narrowed,
				() => mother(widenAudience, { ...place, body: { was: "core", audience: "circle", readers: [] } }),
				() => mother(editView, { ...view, body: { text: "Nee", version: 1 } }),
				() => mother(withdrawView, view),
			])
				expect((await problemOf(refused())).status).toBe(403);
		};
		const ofMother = { familyId: family.familyId, parentId: family.mother.personId, childId: family.boy.personId };
		await app.world.db.authority.updateMany({ where: ofMother, data: { holds: "no" } });
		await tries();
		await app.world.db.authority.updateMany({ where: ofMother, data: { holds: "yes" } });
		await app.world.db.person.update({ where: { id: family.boy.personId }, data: { bornOn: new Date(app.world.yearsAgo(12)) } });
		await tries();
		await app.world.db.person.update({ where: { id: family.boy.personId }, data: { bornOn: new Date(app.world.yearsAgo(8)) } });
		await narrowed();
	});

	it("keeps what a child said from the other parent where whoever wrote it down says so", async () => {
		const { family, mother, father, coordinator, at } = await talking();
		const said = { personId: family.boy.personId, subject: "safety", text: "Papa wordt soms heel boos" } as const;
		const { id } = await mother(recordChildView, {
			...at,
			body: { ...said, audience: "named", readers: [family.coordinator.personId] },
		});
		const sees = async (call: typeof mother) => (await call(readPlan, at)).views.some((view) => view.id === id);
		expect([await sees(mother), await sees(coordinator), await sees(father)]).toEqual([true, true, false]);
		const place = { params: { familyId: family.familyId, kind: "view" as const, textId: id } };
		expect((await problemOf(father(editView, { params: { ...at.params, viewId: id }, body: { text: "Nee", version: 1 } }))).status).toBe(
			404,
		);
		expect((await problemOf(father(widenAudience, { ...place, body: { was: "named", audience: "core", readers: [] } }))).status).toBe(404);
		expect(await sees(father)).toBe(false);
	});

	it("refuses words of, or about, somebody who does not belong to the family", async () => {
		const { coordinator, at } = await talking();
		const stranger = await app.world.newFamily();
		const about = await problemOf(
			coordinator(writeView, { ...at, body: { subject: "worry", text: "Zorgen", aboutPersonId: stranger.boy.personId } }),
		);
		expect(about).toMatchObject({ status: 400, errors: [{ path: "aboutPersonId", code: "unknown-person" }] });
		const of = await problemOf(
			coordinator(recordView, { ...at, body: { personId: stranger.boy.personId, subject: "worry", text: "Zorgen" } }),
		);
		expect(of).toMatchObject({ status: 400, errors: [{ path: "personId", code: "unknown-person" }] });
	});

	it("keeps private family time from professionals, and work notes from the family", async () => {
		const talk = await talking();
		const { mother, coordinator, at } = talk;
		await mother(writeView, { ...at, body: { subject: "worry", text: "Dit blijft onder ons", audience: "family" } });
		await coordinator(writeView, { ...at, body: { subject: "concern", text: "Let op bij het volgende gesprek", audience: "staff" } });
		expect((await viewsOf(talk)).map(({ text }) => text)).toEqual(["Dit blijft onder ons"]);
		expect((await coordinator(readPlan, at)).views.map(({ text }) => text)).toEqual(["Let op bij het volgende gesprek"]);
		for (const [call, audience] of [
			[mother, "staff"],
			[coordinator, "family"],
		] as const)
			expect(await problemOf(call(writeView, { ...at, body: { subject: "worry", text: "x", audience } }))).toMatchObject({
				status: 400,
				errors: [{ path: "audience" }],
			});
	});

	it("changes my own words, keeps the former text, and answers an older version with the present one", async () => {
		const talk = await talking();
		const { family, mother, father, at } = talk;
		const { id } = await mother(writeView, { ...at, body: { subject: "question", text: "Hulp bij het slapen" } });
		const place = { params: { familyId: family.familyId, viewId: id } };
		const edited = await mother(editView, { ...place, body: { text: "Hulp bij het slapen van Zoon", version: 1 } });
		expect(edited).toMatchObject({ text: "Hulp bij het slapen van Zoon", version: 2, recorded: false });
		const late = await problemOf(mother(editView, { ...place, body: { text: "Iets anders", version: 1 } }));
		expect(late).toMatchObject({ status: 409, code: "conflict", current: { text: "Hulp bij het slapen van Zoon", version: 2 } });
		expect((await problemOf(father(editView, { ...place, body: { text: "Nee", version: 2 } }))).status).toBe(403);
		const former = await app.world.db.formerText.findFirstOrThrow({ where: { object: "view", objectId: id } });
		expect(former.row).toMatchObject({ text: "Hulp bij het slapen" });
	});

	it("lets a person make recorded words their own; then the coordinator changes them no more", async () => {
		const talk = await talking();
		const { family, coordinator, girl, at } = talk;
		const { id } = await coordinator(recordView, {
			...at,
			body: { personId: family.girl.personId, subject: "wish", text: "Een eigen kamer" },
		});
		const place = { params: { familyId: family.familyId, viewId: id } };
		await coordinator(editView, { ...place, body: { text: "Een kamer alleen", version: 1 } });
		const own = await girl(editView, { ...place, body: { text: "Een kamer met een deur die dicht kan", version: 2 } });
		expect(own).toMatchObject({ recorded: false, writtenBy: family.girl.personId });
		expect((await problemOf(coordinator(editView, { ...place, body: { text: "Nee", version: 3 } }))).status).toBe(403);
	});

	it("lets nobody take back words but the one who said them, and keeps words that became a goal", async () => {
		const talk = await talking();
		const { family, mother, father, at } = talk;
		const { id } = await mother(writeView, { ...at, body: { subject: "wish", text: "Samen eten" } });
		const place = { params: { familyId: family.familyId, viewId: id } };
		expect((await problemOf(father(withdrawView, place))).status).toBe(403);
		const goal = await app.world.db.goal.create({
			data: { familyId: family.familyId, planId: family.planId, text: "Samen eten", fromViewId: id, writtenBy: family.mother.personId },
		});
		expect((await problemOf(mother(withdrawView, place))).reasons).toEqual(["view-became-goal"]);
		await app.world.db.goal.delete({ where: { id: goal.id } });
		await mother(withdrawView, place);
		expect(await viewsOf(talk)).toEqual([]);
		expect(await app.world.db.formerText.count({ where: { object: "view", objectId: id } })).toBe(1);
	});

	it("keeps load and capacity of a parent as moments in time, and a parent writes only their own", async () => {
		const { family, mother, coordinator, at } = await talking();
		await mother(writeLoadCapacity, {
			...at,
			body: { personId: family.mother.personId, load: 5, capacity: 2, text: "Ik slaap te weinig" },
		});
		await coordinator(writeLoadCapacity, { ...at, body: { personId: family.mother.personId, load: 4, capacity: 3 } });
		const { loadCapacity } = await mother(readPlan, at);
		expect(loadCapacity.map(({ load, capacity, writtenBy }) => [load, capacity, writtenBy])).toEqual([
			[5, 2, family.mother.personId],
			[4, 3, family.coordinator.personId],
		]);
		const values = { load: 1, capacity: 1 };
		expect((await problemOf(mother(writeLoadCapacity, { ...at, body: { personId: family.father.personId, ...values } }))).status).toBe(403);
		expect((await problemOf(coordinator(writeLoadCapacity, { ...at, body: { personId: family.boy.personId, ...values } }))).status).toBe(
			400,
		);
		expect(
			(await problemOf(mother(writeLoadCapacity, { ...at, body: { personId: family.mother.personId, load: 6, capacity: 1 } }))).status,
		).toBe(400);
	});
});
