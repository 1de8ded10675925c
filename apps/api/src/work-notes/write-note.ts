import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type { editWorkNote as editing, listWorkNotes as listing, WorkNote, writeWorkNote as writing } from "@samenplan/contract/work-notes";
import { workNoteDays } from "@samenplan/plan-rules/work-note-days";
import type { ActorTx } from "../http/as-actor.ts";
import { dayColumn } from "../http/days.ts";
import { assertVersion, found } from "../http/problems.ts";
import { assertNote, dayFromToday, ownNote, presentNotes, standIns } from "./note-rules.ts";

/** My own notes and those I stand in for, the newest first. */
export async function listWorkNotes(tx: ActorTx): Promise<EndpointResponse<typeof listing>> {
	const notes = await tx.db.workNote.findMany({ where: { familyId: tx.familyId }, orderBy: [{ createdAt: "desc" }, { id: "desc" }] });
	return { notes: await presentNotes(tx, notes), standIns: await standIns(tx) };
}

/** Writes a note that goes by itself: on the chosen day, or after ninety days. */
export async function writeWorkNote(tx: ActorTx, { body }: EndpointParsed<typeof writing>): Promise<{ id: string }> {
	await assertNote(tx, body);
	await tx.db.workNote.create({
		data: {
			id: tx.newId,
			familyId: tx.familyId,
			authorId: tx.actor.personId,
			standInId: body.standInId,
			aboutPersonId: body.aboutPersonId,
			text: body.text,
			language: tx.actor.language,
			release: body.release,
			withheldBecause: body.release === "withheld" ? body.withheldBecause : "",
			removeOn: dayColumn(body.removeOn ?? dayFromToday(tx, workNoteDays.usual)),
			createdAt: tx.now,
			updatedAt: tx.now,
		},
	});
	return { id: tx.newId };
}

/** Changes a note; nothing of the former text is kept, as nothing of the note will be. */
export async function editWorkNote(tx: ActorTx, { params, body }: EndpointParsed<typeof editing>): Promise<WorkNote> {
	await assertNote(tx, body);
	const [before] = await presentNotes(tx, [await ownNote(tx, params.workNoteId)]);
	assertVersion(found(before), body.version);
	const [edited] = await tx.db.workNote.updateManyAndReturn({
		where: { id: params.workNoteId, familyId: tx.familyId, version: body.version },
		data: {
			text: body.text,
			standInId: body.standInId,
			aboutPersonId: body.aboutPersonId,
			release: body.release,
			withheldBecause: body.release === "withheld" ? body.withheldBecause : "",
			...(body.removeOn !== undefined && { removeOn: dayColumn(body.removeOn) }),
			version: { increment: 1 },
			updatedAt: tx.now,
		},
	});
	const [present] = await presentNotes(tx, [edited ?? (await ownNote(tx, params.workNoteId))]);
	if (!edited) assertVersion(found(present), body.version);
	return found(present);
}
