import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { created, day, familyParams, id, language, moment, someWords, version, within, words } from "./shapes.ts";

/** Notes for the work itself, temporary: for their author and a stand-in. */

/** What happens when somebody asks to inspect the file: given, first talked about, or withheld with a reason. */
export const workNoteReleases = ["on_request", "after_talk", "withheld"] as const;
export type WorkNoteRelease = (typeof workNoteReleases)[number];

export const workNote = z.object({
	id,
	authorId: id,
	authorName: z.string(),
	mine: z.boolean(),
	standInId: id.nullable(),
	standInName: z.string().nullable(),
	aboutPersonId: id.nullable(),
	aboutPersonName: z.string().nullable(),
	text: z.string(),
	language,
	release: z.enum(workNoteReleases),
	withheldBecause: z.string(),
	removeOn: day,
	/** Set when its words went into the plan: the note itself is empty then. */
	movedTo: id.nullable(),
	version: z.number().int(),
	createdAt: moment,
	updatedAt: moment,
});
export type WorkNote = z.infer<typeof workNote>;

const noteBody = z.strictObject({
	text: someWords,
	/** A colleague who may read it in the author's absence, as soon as that colleague works with this family. */
	standInId: id.nullable(),
	/** The parent or child whom it is about; `null`: the whole family. Who asks for the file gets no note about another adult. */
	aboutPersonId: id.nullable(),
	release: z.enum(workNoteReleases),
	/** Only with `withheld`: why. */
	withheldBecause: words,
	/** Left out: ninety days from now. */
	removeOn: day.optional(),
});

export const listWorkNotes = endpoint({
	method: "get",
	path: "/api/families/{familyId}/work-notes",
	summary: "My own notes for the work with this family, and those I stand in for",
	right: "work_note.write",
	params: familyParams,
	response: z.object({
		notes: z.array(workNote),
		/** Colleagues who can stand in. */
		standIns: z.array(z.object({ id, name: z.string() })),
	}),
	audit: { action: "read", object: "work_note" },
});
export const writeWorkNote = endpoint({
	method: "post",
	path: "/api/families/{familyId}/work-notes",
	summary: "Writes a note for the work; it goes away by itself",
	right: "work_note.write",
	params: familyParams,
	body: noteBody,
	response: created,
	status: 201,
	audit: { action: "create", object: "work_note" },
	quiet: true,
});
export const editWorkNote = endpoint({
	method: "put",
	path: "/api/families/{familyId}/work-notes/{workNoteId}",
	summary: "Changes a note for the work",
	right: "work_note.write",
	params: within("workNoteId"),
	body: noteBody.extend({ version }),
	response: workNote,
	audit: { action: "update", object: "work_note" },
	quiet: true,
});
export const removeWorkNote = endpoint({
	method: "delete",
	path: "/api/families/{familyId}/work-notes/{workNoteId}",
	summary: "Removes a note for the work, for good",
	right: "work_note.write",
	params: within("workNoteId"),
	audit: { action: "delete", object: "work_note" },
	quiet: true,
});
export const moveWorkNote = endpoint({
	method: "post",
	path: "/api/families/{familyId}/work-notes/{workNoteId}/move",
	summary: "Puts what a note says into the plan, where the family reads it; the note keeps only the link",
	right: "work_note.write",
	params: within("workNoteId"),
	/** The words as the family will read them. */
	body: z.strictObject({ text: someWords, version }),
	response: created,
	audit: { action: "create", object: "comment" },
});
