import { z } from "zod";
import { email } from "./accounts.ts";
import { endpoint } from "./endpoint.ts";
import { created, familyParams, id, moment, within } from "./shapes.ts";

/** Getting back into an account that was used before: one employee asks, another grants, the owner can stop it. */

export const recoveryStates = ["asked", "granted", "refused", "withdrawn", "used", "expired"] as const;
export type RecoveryState = (typeof recoveryStates)[number];

/** So long after it was granted the owner can still stop it before anybody gets in; unless whoever granted it spoke with them. */
export const recoveryWaitHours = 24;
/** A reason shorter than this says nothing. */
export const recoveryReasonLength = 20;

const reason = z.string().trim().min(recoveryReasonLength).max(2000);
const asking = z.strictObject({
	/** How whoever asks made sure that it is the owner. */
	reason,
	/** Where codes and links go from then on; nothing: the address of the account stays as it was. */
	email: email.nullable().default(null),
});

const asked = {
	id,
	reason: z.string(),
	newEmail: z.string().nullable(),
	askedBy: z.string(),
	askedAt: moment,
	decidedBy: z.string().nullable(),
	decidedAt: moment.nullable(),
	decidedWords: z.string(),
	/** From when on it can be used. */
	usableFrom: moment.nullable(),
	expiresAt: moment,
	state: z.enum(recoveryStates),
};

export const familyRecovery = z.object({ ...asked, personId: id });
export type FamilyRecovery = z.infer<typeof familyRecovery>;

export const recovery = z.object({
	...asked,
	/** Whose account it is. */
	name: z.string(),
	/** The family whose coordinator asked; nothing for an employee. */
	family: z.string().nullable(),
	/** Of an employee. */
	accountId: id.nullable(),
	/** Whoever granted it spoke with the owner, face to face or by video. */
	spokeThemselves: z.boolean(),
	/** Whether the owner could be told, at an address or a device of their own. */
	ownerReachable: z.boolean(),
	endedAt: moment.nullable(),
	/** Whether the reader decides. */
	mayDecide: z.boolean(),
});
export type Recovery = z.infer<typeof recovery>;

const recoveryParams = z.strictObject({ recoveryId: id });

export const askRecovery = endpoint({
	method: "post",
	path: "/api/families/{familyId}/people/{personId}/recoveries",
	summary: "Asks to let a person of the family back into the account they used before; somebody else decides, and the person hears of it",
	right: "invitations.write",
	params: within("personId"),
	body: asking,
	response: created,
	status: 201,
	audit: { action: "create", object: "account_recovery" },
});
export const listFamilyRecoveries = endpoint({
	method: "get",
	path: "/api/families/{familyId}/recoveries",
	summary: "What was asked last to let each person of the family back in, and how it stands",
	right: "invitations.write",
	params: familyParams,
	response: z.array(familyRecovery),
	audit: { action: "read", object: "account_recovery" },
});
export const askEmployeeRecovery = endpoint({
	method: "post",
	path: "/api/employees/{accountId}/recoveries",
	summary: "Asks to let an employee back in who lost every way to sign in; somebody else decides, and the employee hears of it",
	right: "accounts.write",
	params: z.strictObject({ accountId: id }),
	body: asking,
	response: created,
	status: 201,
	audit: { action: "create", object: "account_recovery" },
});
export const listRecoveries = endpoint({
	method: "get",
	path: "/api/recoveries",
	summary: "Who asked to be let back in: what waits for me, and what I asked or decided",
	right: "recovery.read",
	response: z.object({ now: moment, recoveries: z.array(recovery) }),
	audit: { action: "read", object: "account_recovery" },
});
export const decideRecovery = endpoint({
	method: "post",
	path: "/api/recoveries/{recoveryId}/decision",
	summary: "Grants or refuses, as the second person, that somebody gets back into an account; the owner hears of it",
	right: "recovery.decide",
	params: recoveryParams,
	body: z.strictObject({
		grant: z.boolean(),
		words: z.string().trim().max(2000).default(""),
		/** I spoke with the person myself, face to face or by video: then it works at once. */
		spokeThemselves: z.boolean().default(false),
	}),
	audit: { action: "update", object: "account_recovery" },
});
export const listMyRecoveries = endpoint({
	method: "get",
	path: "/api/me/recoveries",
	summary: "Whether somebody asked to let me back into my account while I am in it",
	right: "signed-in",
	response: z.array(
		z.object({ id, state: z.enum(["asked", "granted"]), askedBy: z.string(), askedAt: moment, usableFrom: moment.nullable() }),
	),
	audit: { action: "read", object: "account_recovery" },
});
export type MyRecovery = z.infer<typeof listMyRecoveries.response>[number];
export const stopMyRecovery = endpoint({
	method: "post",
	path: "/api/me/recoveries/{recoveryId}/stop",
	summary: "Says that it was not me who asked to get back in; nothing of it works any more",
	right: "signed-in",
	params: recoveryParams,
	audit: { action: "update", object: "account_recovery" },
});
