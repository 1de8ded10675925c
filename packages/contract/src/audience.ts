import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { readOwnPart } from "./families.ts";
import { wholePlan } from "./plans.ts";
import { audience, audiences, familyParams, id, language, moment, within } from "./shapes.ts";

/** Who reads a text: by name before saving, and through somebody else's eyes. */

/** Kinds of text that carry an audience. */
export const textKinds = ["view", "comment", "load_capacity", "network_tie", "progress_note"] as const;
export type TextKind = (typeof textKinds)[number];

export const readAudiences = endpoint({
	method: "get",
	path: "/api/families/{familyId}/audiences",
	summary: "Among whom I choose when I write something, and who reads it then, by name",
	right: "comment.write",
	params: familyParams,
	response: z.object({
		/** Everyone who can read something here; `reads` is false for who was asked in and reads along from the day they take part. */
		people: z.array(z.object({ id, name: z.string(), reads: z.boolean() })),
		/** What I choose from. The readers of `named` are those who can be named. */
		choices: z.array(z.object({ audience, readers: z.array(id) })),
	}),
	audit: { action: "read", object: "readers" },
});
export type Audiences = z.infer<typeof readAudiences.response>;

const text = z.strictObject({ familyId: id, kind: z.enum(textKinds), textId: id });
const wanted = {
	audience: z.enum(audiences),
	readers: z.array(id).max(50).default([]),
	/** Who reads it now, as I see it: a change meanwhile is a conflict. */
	was: audience,
};
export const releaseText = endpoint({
	method: "post",
	path: "/api/families/{familyId}/texts/{kind}/{textId}/release",
	summary: "Let the coordinator read my words that were of the family alone",
	right: "view.write",
	params: text,
	audit: { action: "update", object: "audience" },
});
export const narrowAudience = endpoint({
	method: "post",
	path: "/api/families/{familyId}/texts/{kind}/{textId}/narrowing",
	summary: "Let fewer people read my words; the former text keeps the readers it had",
	right: "view.write",
	params: text,
	body: z.strictObject(wanted),
	audit: { action: "update", object: "audience" },
});
export const widenAudience = endpoint({
	method: "post",
	path: "/api/families/{familyId}/texts/{kind}/{textId}/widening",
	summary: "Let more people read a text; outside the plan only with consent of whom it is about",
	right: "audience.widen",
	params: text,
	body: z.strictObject({ ...wanted, consentId: id.optional() }),
	audit: { action: "update", object: "audience" },
});

/** Words for somebody who does not read the plan: written for them by name, or for everyone involved. */
export const wordsForMe = z.array(
	z.object({
		id,
		kind: z.enum(textKinds),
		/** The name of somebody around the family, for a text about them. */
		title: z.string(),
		text: z.string(),
		language: language.nullable(),
		audience,
		writtenBy: id,
		writer: z.string(),
		createdAt: moment,
	}),
);
export type WordsForMe = z.infer<typeof wordsForMe>;
/** How people of the family who opened that to everyone involved can be reached. */
const contacts = z.array(
	z.object({ personId: id, name: z.string(), email: z.string().nullable(), phone: z.string().nullable(), reachNote: z.string() }),
);

export const readWordsForMe = endpoint({
	method: "get",
	path: "/api/families/{familyId}/words-for-me",
	summary: "What was written for me by name or for everyone involved, when I do not read the plan",
	right: "own_part.read",
	params: familyParams,
	response: z.object({ words: wordsForMe, contacts }),
	audit: { action: "read", object: "own_words" },
});

export const readPlanAs = endpoint({
	method: "get",
	path: "/api/families/{familyId}/plan/as/{personId}",
	summary: "The plan exactly as somebody of the family sees it, less what is kept from me",
	right: "plan.read_as",
	params: within("personId"),
	/** `plan` for who reads the plan; `ownPart` for who does not; neither for who does not take part. */
	response: z.object({
		personId: id,
		name: z.string(),
		plan: wholePlan.nullable(),
		ownPart: readOwnPart.response.extend({ words: wordsForMe, contacts }).nullable(),
	}),
	audit: { action: "read", object: "plan" },
});
