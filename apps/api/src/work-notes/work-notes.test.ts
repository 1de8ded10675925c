import { readPlan } from "@samenplan/contract/plans";
import { editWorkNote, listWorkNotes, moveWorkNote, removeWorkNote, writeWorkNote } from "@samenplan/contract/work-notes";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";
import { removeExpiredNotes } from "./remove-expired-notes.ts";

describe("notes for the work", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());
	afterEach(() => app.services.clock.move(0));
	const day = (days: number) => app.world.daysFromToday(days).toISOString().slice(0, 10);
	const days = (count: number) => app.services.clock.move(count * 86_400);

	async function atWork() {
		const family = await app.world.newFamily();
		const scientist = await app.world.staff(["scientist"]);
		await app.world.db.review.create({
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
		return {
			family,
			scientist,
			coordinator: await app.as(family.coordinator),
			at: { params: { familyId: family.familyId } },
			note: { text: "Bel school over dinsdag", standInId: null, aboutPersonId: null, release: "on_request", withheldBecause: "" } as const,
		};
	}

	it("keeps a note for its author, ninety days unless another day within a year is chosen", async () => {
		const { coordinator, at, note } = await atWork();
		await coordinator(writeWorkNote, { ...at, body: note });
		await coordinator(writeWorkNote, { ...at, body: { ...note, text: "Kort", removeOn: day(7) } });
		expect((await coordinator(listWorkNotes, at)).notes.map(({ text, removeOn, mine }) => ({ text, removeOn, mine }))).toEqual([
			{ text: "Kort", removeOn: day(7), mine: true },
			{ text: "Bel school over dinsdag", removeOn: day(90), mine: true },
		]);
		for (const [removeOn, code] of [
			[day(0), "too-early"],
			[day(366), "too-late"],
		] as const)
			expect((await problemOf(coordinator(writeWorkNote, { ...at, body: { ...note, removeOn } }))).errors).toEqual([
				{ path: "removeOn", code },
			]);
	});

	it("is about somebody of the family or about all of it, never about anybody else", async () => {
		const { family, coordinator, at, note } = await atWork();
		const { id } = await coordinator(writeWorkNote, { ...at, body: { ...note, aboutPersonId: family.father.personId } });
		expect((await coordinator(listWorkNotes, at)).notes).toMatchObject([{ aboutPersonId: family.father.personId }]);
		const which = { params: { ...at.params, workNoteId: id } };
		expect(await coordinator(editWorkNote, { ...which, body: { ...note, version: 1 } })).toMatchObject({ aboutPersonId: null });
		const other = await app.world.newFamily();
		for (const personId of [other.mother.personId, family.coordinator.personId])
			expect((await problemOf(coordinator(writeWorkNote, { ...at, body: { ...note, aboutPersonId: personId } }))).errors).toEqual([
				{ path: "aboutPersonId", code: "unknown-person" },
			]);
	});

	it("asks a reason to withhold a note from who asks for it", async () => {
		const { coordinator, at, note } = await atWork();
		expect((await problemOf(coordinator(writeWorkNote, { ...at, body: { ...note, release: "withheld" } }))).errors).toMatchObject([
			{ path: "withheldBecause", code: "required" },
		]);
		await coordinator(writeWorkNote, { ...at, body: { ...note, release: "withheld", withheldBecause: "Gaat ook over een ander gezin" } });
		expect((await coordinator(listWorkNotes, at)).notes[0]).toMatchObject({ release: "withheld" });
	});

	it("shows a note to the colleague who stands in, once they work with the family, and to nobody else", async () => {
		const { family, scientist, coordinator, at, note } = await atWork();
		const thinker = await app.as(scientist);
		await coordinator(writeWorkNote, { ...at, body: note });
		await coordinator(writeWorkNote, { ...at, body: { ...note, text: "Voor als ik er niet ben", standInId: scientist.personId } });
		const read = (await thinker(listWorkNotes, at)).notes;
		expect(read.map(({ text, mine }) => ({ text, mine }))).toEqual([{ text: "Voor als ik er niet ben", mine: false }]);
		const [away] = [await app.world.staff(["coordinator"])];
		await coordinator(writeWorkNote, { ...at, body: { ...note, standInId: away.personId } });
		expect((await problemOf((await app.as(away))(listWorkNotes, at))).status).toBe(404);
		for (const stranger of [family.mother.personId, family.coordinator.personId])
			expect((await problemOf(coordinator(writeWorkNote, { ...at, body: { ...note, standInId: stranger } }))).errors).toEqual([
				{ path: "standInId", code: "unknown-person" },
			]);
		expect((await problemOf((await app.as(family.mother))(listWorkNotes, at))).status).toBe(403);
	});

	it("changes only from the newest version, and not by who may not read it", async () => {
		const { scientist, coordinator, at, note } = await atWork();
		const { id } = await coordinator(writeWorkNote, { ...at, body: note });
		const which = { params: { ...at.params, workNoteId: id } };
		await coordinator(editWorkNote, { ...which, body: { ...note, text: "Gebeld", version: 1 } });
		expect(await problemOf(coordinator(editWorkNote, { ...which, body: { ...note, text: "Te laat", version: 1 } }))).toMatchObject({
			status: 409,
			current: { text: "Gebeld", version: 2 },
		});
		const thinker = await app.as(scientist);
		expect((await problemOf(thinker(editWorkNote, { ...which, body: { ...note, version: 2 } }))).status).toBe(404);
		expect((await problemOf(thinker(removeWorkNote, which))).status).toBe(404);
	});

	it("goes into the plan as a comment in words for the family, and keeps only the link", async () => {
		const { family, coordinator, at, note } = await atWork();
		const { id } = await coordinator(writeWorkNote, { ...at, body: note });
		const which = { params: { ...at.params, workNoteId: id } };
		const moved = await coordinator(moveWorkNote, { ...which, body: { text: "Ik bel dinsdag met school", version: 1 } });
		const { comments } = await (await app.as(family.mother))(readPlan, at);
		expect(comments).toEqual([
			expect.objectContaining({
				id: moved.id,
				text: "Ik bel dinsdag met school",
				audience: "core",
				writtenBy: family.coordinator.personId,
			}),
		]);
		expect((await coordinator(listWorkNotes, at)).notes).toEqual([expect.objectContaining({ id, text: "", movedTo: moved.id })]);
		expect((await problemOf(coordinator(moveWorkNote, { ...which, body: { text: "Nog eens", version: 2 } }))).reasons).toEqual([
			"note-was-moved",
		]);
	});

	it("removes a note on its day for good, with a line in the log and no former text", async () => {
		const { family, coordinator, at, note } = await atWork();
		const { id } = await coordinator(writeWorkNote, { ...at, body: { ...note, text: "Eerst dit" } });
		await coordinator(editWorkNote, { params: { ...at.params, workNoteId: id }, body: { ...note, text: "Dan dat", version: 1 } });
		days(89);
		await removeExpiredNotes(app.services);
		expect((await coordinator(listWorkNotes, at)).notes).toHaveLength(1);
		days(91);
		await Promise.all([removeExpiredNotes(app.services), removeExpiredNotes(app.services)]);
		expect(await app.world.db.workNote.count({ where: { id } })).toBe(0);
		expect(await app.world.db.formerText.count({ where: { objectId: id } })).toBe(0);
		expect(await app.world.db.auditEntry.findMany({ where: { objectId: id, action: "delete" } })).toEqual([
			expect.objectContaining({ object: "work_note", familyId: family.familyId, source: "retention" }),
		]);
	});

	it("lets nothing go while somebody asked to inspect the file, or it must be kept", async () => {
		const { family, coordinator, at, note } = await atWork();
		const { id } = await coordinator(writeWorkNote, { ...at, body: note });
		const which = { params: { ...at.params, workNoteId: id } };
		const request = await app.world.db.privacyRequest.create({
			data: {
				familyId: family.familyId,
				kind: "inspection",
				personId: family.mother.personId,
				aboutPersonId: family.mother.personId,
				words: "Ik wil alles lezen",
				dueOn: app.world.daysFromToday(30),
				recordedBy: family.mother.personId,
			},
		});
		expect((await problemOf(coordinator(removeWorkNote, which))).reasons).toEqual(["file-is-asked-for"]);
		expect((await problemOf(coordinator(editWorkNote, { ...which, body: { ...note, text: "Weg", version: 1 } }))).reasons).toEqual([
			"file-is-asked-for",
		]);
		days(100);
		await removeExpiredNotes(app.services);
		expect((await coordinator(listWorkNotes, at)).notes).toHaveLength(1);
		await app.world.db.privacyRequest.update({ where: { id: request.id }, data: { state: "done" } });
		await removeExpiredNotes(app.services);
		expect((await coordinator(listWorkNotes, at)).notes).toHaveLength(0);
	});
});
