import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { created, day, familyParams, id, moment, someWords, within } from "./shapes.ts";

/** Parts of the plan shared by name with somebody outside its core. */

export const shareObjects = ["goal", "help", "ask", "plan_version"] as const;
export type ShareObject = (typeof shareObjects)[number];

export const share = z.object({
	id,
	object: z.enum(shareObjects),
	objectId: id,
	/** The part in its own words, as they are now. */
	words: z.string(),
	personId: id,
	name: z.string(),
	sharedBy: id,
	sharedByName: z.string(),
	createdAt: moment,
	consentId: id,
	/** Whether the person can read it now: the consent it stands on stands. */
	open: z.boolean(),
});
export type Share = z.infer<typeof share>;

export const listShares = endpoint({
	method: "get",
	path: "/api/families/{familyId}/shares",
	summary: "What is shared with whom outside the plan, and whether they can read it now",
	right: "plan.read",
	params: familyParams,
	response: z.array(share),
	audit: { action: "read", object: "share" },
});

export const sharePart = endpoint({
	method: "post",
	path: "/api/families/{familyId}/shares",
	summary: "Shares a part of the plan with one person by name; it needs a consent that stands, or gives it when it is the sharer's alone",
	right: "share.write",
	params: familyParams,
	body: z.strictObject({
		object: z.enum(shareObjects),
		objectId: id,
		personId: id,
		/** Whose matters these are. */
		aboutPersonId: id,
		untilOn: day.nullable().default(null),
	}),
	response: created,
	status: 201,
	audit: { action: "create", object: "share" },
});

export const endShare = endpoint({
	method: "delete",
	path: "/api/families/{familyId}/shares/{shareId}",
	summary: "Stops sharing; the person is out at their next request",
	right: "share.write",
	params: within("shareId"),
	audit: { action: "delete", object: "share" },
});

export const commentOnShared = endpoint({
	method: "post",
	path: "/api/families/{familyId}/shared/{object}/{objectId}/comments",
	summary: "Says something about a part that was shared with me; everyone involved can read it",
	right: "shared.comment",
	params: z.strictObject({ familyId: id, object: z.enum(["goal", "help"]), objectId: id }),
	body: z.strictObject({ text: someWords }),
	response: created,
	status: 201,
	audit: { action: "create", object: "comment" },
});

export const noteSharedProgress = endpoint({
	method: "post",
	path: "/api/families/{familyId}/shared/help/{helpId}/progress",
	summary: "Says in two sentences how help that was shared with me goes",
	right: "shared.comment",
	params: within("helpId"),
	body: z.strictObject({ text: z.string().trim().min(1).max(600), adviceFitted: z.boolean().nullable().default(null) }),
	response: created,
	status: 201,
	audit: { action: "create", object: "progress_note" },
});

export const offerOnShared = endpoint({
	method: "put",
	path: "/api/families/{familyId}/shared/asks/{askId}/offer",
	summary: "Says that I will do what was asked of me, or changes the words of that",
	right: "shared.comment",
	params: within("askId"),
	body: z.strictObject({ text: someWords }),
	audit: { action: "update", object: "offer" },
});

export const withdrawOwnOffer = endpoint({
	method: "delete",
	path: "/api/families/{familyId}/shared/asks/{askId}/offer",
	summary: "Takes my own offer back",
	right: "shared.comment",
	params: within("askId"),
	audit: { action: "delete", object: "offer" },
});
