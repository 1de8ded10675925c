import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { created, day, familyParams, id, language, version, within, words } from "./shapes.ts";

export const contactKinds = ["visit", "office", "video", "call", "message"] as const;
export type ContactKind = (typeof contactKinds)[number];

/** One moment of contact between the coordinator and the family; everyone of the plan reads it. */
export const contactMoment = z.object({
	id,
	kind: z.enum(contactKinds),
	heldOn: day,
	/** People around the family who took part. */
	withWhom: z.array(id),
	/** A few words about it, for everyone of the plan. */
	text: z.string(),
	language,
	writtenBy: id,
	version: z.number().int(),
});
export type ContactMoment = z.infer<typeof contactMoment>;

const contactWords = {
	kind: z.enum(contactKinds),
	heldOn: day,
	withWhom: z.array(z.uuid()).min(1).max(50),
	text: words,
};

export const recordContact = endpoint({
	method: "post",
	path: "/api/families/{familyId}/contacts",
	summary: "Record that we spoke: how, on which day, with whom, and a few words that everyone of the plan reads",
	right: "plan.steer",
	params: familyParams,
	body: z.strictObject({ ...contactWords, text: words.default("") }),
	response: created,
	status: 201,
	audit: { action: "create", object: "contact_moment" },
});
export const changeContact = endpoint({
	method: "put",
	path: "/api/families/{familyId}/contacts/{contactMomentId}",
	summary: "Mend what was recorded of a contact; the former text is kept",
	right: "plan.steer",
	params: within("contactMomentId"),
	body: z.strictObject({ ...contactWords, version }),
	response: contactMoment,
	audit: { action: "update", object: "contact_moment" },
});
export const removeContact = endpoint({
	method: "delete",
	path: "/api/families/{familyId}/contacts/{contactMomentId}",
	summary: "Take out a contact that was recorded by mistake; the former text is kept",
	right: "plan.steer",
	params: within("contactMomentId"),
	audit: { action: "delete", object: "contact_moment" },
});
