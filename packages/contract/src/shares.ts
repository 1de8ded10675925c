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
	/** Whether the person can read it now: for everyone it is about, a consent stands. */
	open: z.boolean(),
	/** Given names of those for whom it does not. */
	missing: z.array(z.string()),
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
	summary:
		"Shares a part of the plan with one person by name; it needs the consent of everyone it is about, or gives it when it is the sharer's alone",
	right: "share.write",
	params: familyParams,
	body: z.strictObject({
		object: z.enum(shareObjects),
		objectId: id,
		personId: id,
		untilOn: day.nullable().default(null),
	}),
	response: created,
	status: 201,
	audit: { action: "create", object: "share" },
});

/** How it stands with the consent for one of those a part is about: `yours` is given by sharing it. */
export const shareNeedStates = ["stands", "yours", "asked", "not_asked", "nobody"] as const;

export const shareNeed = z.object({
	personId: id,
	name: z.string(),
	state: z.enum(shareNeedStates),
	/** Given names of who must say yes and has not. */
	waitingFor: z.array(z.string()),
});
export type ShareNeed = z.infer<typeof shareNeed>;

export const readShareNeeds = endpoint({
	method: "get",
	path: "/api/families/{familyId}/people/{personId}/sharing/{object}/{objectId}",
	summary: "For whom consent is needed before a part of the plan can be shared with this person, and how far that is",
	right: "share.write",
	params: z.strictObject({ familyId: id, personId: id, object: z.enum(shareObjects), objectId: id }),
	response: z.array(shareNeed),
	audit: { action: "read", object: "share" },
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
