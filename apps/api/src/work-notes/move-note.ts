import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { moveWorkNote as moving, removeWorkNote as removing } from "@samenplan/contract/work-notes";
import { writeComment } from "../comments/write-comment.ts";
import type { ActorTx } from "../http/as-actor.ts";
import { assertVersion, found } from "../http/problems.ts";
import { openPlan } from "../plans/open-plan.ts";
import { ownNote, presentNotes } from "./note-rules.ts";

/** Removes a note for good, before its day. */
export async function removeWorkNote(tx: ActorTx, { params }: EndpointParsed<typeof removing>): Promise<undefined> {
	const note = await ownNote(tx, params.workNoteId);
	await tx.db.workNote.deleteMany({ where: { id: note.id, familyId: tx.familyId } });
}

/**
 * What a note says becomes a comment on the plan as a whole, in words for the family, read by everyone of the plan. A comment,
 * since that has a writer and a day and can be answered; a view would be somebody's own words. The note keeps no text, only the link,
 * and goes on its day.
 */
export async function moveWorkNote(tx: ActorTx, { params, body }: EndpointParsed<typeof moving>): Promise<{ id: string }> {
	await openPlan(tx);
	const note = await ownNote(tx, params.workNoteId);
	const [present] = await presentNotes(tx, [note]);
	assertVersion(found(present), body.version);
	const comment = await writeComment(tx, {
		params: { familyId: tx.familyId },
		query: undefined,
		body: { kind: "comment", about: "plan", toTeam: false, text: body.text, language: note.language, audience: "core", readers: [] },
	});
	const { count } = await tx.db.workNote.updateMany({
		where: { id: note.id, familyId: tx.familyId, version: body.version },
		data: { text: "", withheldBecause: "", release: "on_request", movedTo: comment.id, version: { increment: 1 }, updatedAt: tx.now },
	});
	if (count === 0) assertVersion(found((await presentNotes(tx, [await ownNote(tx, note.id)]))[0]), body.version);
	return comment;
}
