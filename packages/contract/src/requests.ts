import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { created, day, familyParams, id, line, moment, page, someWords, version, within } from "./shapes.ts";

/** Inspection, correction and destruction. */

export const requestKinds = ["inspection", "correction", "destruction"] as const;

export const requestStates = ["received", "in_progress", "granted", "refused", "done", "withdrawn"] as const;

export const requestGrounds = ["not_entitled", "harms_other", "law_requires_keeping", "legal_hold", "identity_unclear"] as const;

const someone = z.object({ id, name: z.string() });

/** A request as the asker follows it. */
export const myRequest = z.object({
	id,
	kind: z.enum(requestKinds),
	state: z.enum(requestStates),
	asker: someone,
	about: someone,
	/** Whether somebody else wrote it down for the asker. */
	recorded: z.boolean(),
	words: z.string(),
	receivedAt: moment,
	/** The last day of what comes next: the answer, or the destruction. */
	dueOn: day,
	extendedBecause: z.string(),
	partly: z.boolean(),
	ground: z.enum(requestGrounds).nullable(),
	answer: z.string(),
	decidedAt: moment.nullable(),
	doneAt: moment.nullable(),
	version: z.number().int(),
});
export type MyRequest = z.infer<typeof myRequest>;

export const listMyRequests = endpoint({
	method: "get",
	path: "/api/families/{familyId}/requests",
	summary: "What I asked about kept data, how far it is, and about whom I may ask what",
	right: "request.make",
	params: familyParams,
	response: z.object({
		requests: z.array(myRequest),
		/** Who may ask about whom: oneself, for the coordinator everyone of the family. */
		may: z.array(
			z.object({
				asker: someone,
				about: someone,
				kind: z.enum(requestKinds),
				/** Names of the parents who must agree. */
				together: z.array(z.string()),
			}),
		),
	}),
	audit: { action: "read", object: "privacy_request" },
});
export const makeRequest = endpoint({
	method: "post",
	path: "/api/families/{familyId}/requests",
	summary: "Ask to see, correct or destroy kept data; the coordinator writes it down for somebody by naming the asker",
	right: "request.make",
	params: familyParams,
	body: z.strictObject({
		kind: z.enum(requestKinds),
		aboutPersonId: id,
		/** Only for the coordinator, who asks for somebody. */
		askerId: id.optional(),
		words: z.string().trim().max(10_000).default(""),
	}),
	response: created,
	status: 201,
	// What one person asks is not for the others of the family, on their open pages neither.
	quiet: true,
	audit: { action: "create", object: "privacy_request", onBehalfOf: "askerId" },
});
export const withdrawRequest = endpoint({
	method: "post",
	path: "/api/families/{familyId}/requests/{requestId}/withdrawal",
	summary: "Take my request back",
	right: "request.make",
	params: within("requestId"),
	quiet: true,
	audit: { action: "update", object: "privacy_request" },
});

/** A line of the privacy officer's list. */
export const requestLine = z.object({
	id,
	familyId: id,
	familyName: z.string(),
	kind: z.enum(requestKinds),
	state: z.enum(requestStates),
	askerName: z.string(),
	aboutName: z.string(),
	recorded: z.boolean(),
	receivedAt: moment,
	dueOn: day,
	extended: z.boolean(),
	partly: z.boolean(),
	onHold: z.boolean(),
	version: z.number().int(),
});
export type RequestLine = z.infer<typeof requestLine>;

export const listRequests = endpoint({
	method: "get",
	path: "/api/requests",
	summary: "Every request of the organisation that is open, the first deadline first, and those of the last year",
	right: "requests.read",
	query: z.strictObject(page),
	response: z.object({
		requests: z.array(requestLine),
		/** Where the next page begins; nothing on the last one. */
		next: id.nullable(),
	}),
	audit: { action: "read", object: "privacy_request" },
});

export const readRequest = endpoint({
	method: "get",
	path: "/api/families/{familyId}/requests/{requestId}",
	summary: "One request with what is needed to decide on it",
	right: "request.handle",
	params: within("requestId"),
	response: myRequest.extend({
		familyName: z.string(),
		identityHow: z.string(),
		identityCheckedAt: moment.nullable(),
		wholeFile: z.boolean(),
		/** What the law says of this asker now: may ask; with whom. */
		mayAsk: z.boolean(),
		together: z.array(someone),
		agreedBy: z.array(id),
		hold: z.object({ id, because: z.string(), createdAt: moment }).nullable(),
	}),
	audit: { action: "read", object: "privacy_request" },
});
export type HandledRequest = z.infer<typeof readRequest.response>;

export const checkIdentity = endpoint({
	method: "post",
	path: "/api/families/{familyId}/requests/{requestId}/identity",
	summary: "Write down how it was made sure who asks",
	right: "request.handle",
	params: within("requestId"),
	body: z.strictObject({ how: line, version }),
	quiet: true,
	audit: { action: "update", object: "privacy_request" },
});
export const extendRequest = endpoint({
	method: "post",
	path: "/api/families/{familyId}/requests/{requestId}/extension",
	summary: "Take two months more, once, with a reason that the asker reads",
	right: "request.handle",
	params: within("requestId"),
	body: z.strictObject({ because: someWords, version }),
	quiet: true,
	audit: { action: "update", object: "privacy_request" },
});
export const grantRequest = endpoint({
	method: "post",
	path: "/api/families/{familyId}/requests/{requestId}/granting",
	summary: "Grant a request, whole or for a part with the ground and words for the rest",
	right: "request.handle",
	params: within("requestId"),
	body: z.strictObject({
		answer: z.string().trim().max(10_000).default(""),
		partly: z.boolean().default(false),
		/** With `partly`: why not all of it. */
		ground: z.enum(requestGrounds).nullable().default(null),
		/** Destruction: the whole file of the family instead of one person's part. */
		wholeFile: z.boolean().default(false),
		/** Parents who agree with what a young person of 12 to 15 asks. */
		agreedBy: z.array(id).max(20).default([]),
		version,
	}),
	quiet: true,
	audit: { action: "update", object: "privacy_request" },
});
export const refuseRequest = endpoint({
	method: "post",
	path: "/api/families/{familyId}/requests/{requestId}/refusal",
	summary: "Refuse a request, with the ground of the law and plain words",
	right: "request.handle",
	params: within("requestId"),
	body: z.strictObject({ ground: z.enum(requestGrounds), answer: someWords, version }),
	quiet: true,
	audit: { action: "update", object: "privacy_request" },
});
export const finishRequest = endpoint({
	method: "post",
	path: "/api/families/{familyId}/requests/{requestId}/finish",
	summary: "Say that a granted request was carried out",
	right: "request.handle",
	params: within("requestId"),
	body: z.strictObject({ version }),
	quiet: true,
	audit: { action: "update", object: "privacy_request" },
});
export const destroyOnRequest = endpoint({
	method: "post",
	path: "/api/families/{familyId}/requests/{requestId}/destruction",
	summary: "Destroy for good what was granted; the name of the family is typed once more",
	right: "request.handle",
	params: within("requestId"),
	body: z.strictObject({ familyName: line, version }),
	/** Rows removed per table. */
	response: z.object({ counts: z.record(z.string(), z.number().int()) }),
	audit: { action: "delete", object: "privacy_request" },
});
