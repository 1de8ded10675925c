import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { signInStep } from "./second-factors.ts";
import { id, line, moment } from "./shapes.ts";

/** The organisation's own sign-in service (OpenID Connect). */

export const listSignInServices = endpoint({
	method: "get",
	path: "/api/sign-in/single-sign-on",
	summary: "The organisations whose employees sign in through a service of their own",
	right: "public",
	response: z.array(z.object({ organisationId: id, name: z.string() })),
	audit: { action: "read", object: "identity_provider" },
});
export const beginSingleSignOn = endpoint({
	method: "post",
	path: "/api/sign-in/single-sign-on",
	summary: "Begins a sign-in through the organisation's service: where to go",
	right: "public",
	body: z.strictObject({ organisationId: id }),
	response: z.object({ address: z.string() }),
	audit: { action: "execute", object: "session" },
});
export const answerSingleSignOn = endpoint({
	method: "post",
	path: "/api/sign-in/single-sign-on/answer",
	summary: "Finishes a sign-in with what the organisation's service sent along; only on the device that began it, once",
	right: "public",
	body: z.strictObject({ search: z.string().max(8000) }),
	response: signInStep,
	audit: { action: "execute", object: "session" },
});

export const signInService = z.object({ issuer: z.string(), clientId: z.string(), version: z.number().int() });

/** What an administrator proposes; it changes nothing until somebody else confirms it. */
export const proposedSignInService = z.object({
	id,
	issuer: z.string(),
	clientId: z.string(),
	/** Another secret comes with it than the one in force. */
	newSecret: z.boolean(),
	by: z.string(),
	at: moment,
	/** The reader proposed it, and so does not confirm it. */
	mine: z.boolean(),
	/** The reader may be the second person. */
	mayConfirm: z.boolean(),
});
export const readSignInService = endpoint({
	method: "get",
	path: "/api/organisation/single-sign-on",
	summary: "The organisation's own sign-in service and what is proposed for it, without any secret",
	right: "organisation.read",
	response: z.object({
		/** The address to enter at the service. */
		returnAddress: z.string(),
		service: signInService.nullable(),
		proposed: proposedSignInService.nullable(),
		/** Somebody beside the reader may confirm what the reader proposes. */
		second: z.boolean(),
	}),
	audit: { action: "read", object: "identity_provider" },
});
export const proposeSignInService = endpoint({
	method: "post",
	path: "/api/organisation/single-sign-on/proposals",
	summary: "Proposes a sign-in service, or a change of it, after asking it who it is; nothing changes until a second person confirms",
	right: "organisation.write",
	body: z.strictObject({
		issuer: z.string().trim().max(500).pipe(z.url()),
		clientId: line,
		/** Left out: the one that is kept stays. */
		secret: z.string().min(1).max(500).nullable(),
		version: z.number().int().min(1).nullable(),
	}),
	audit: { action: "create", object: "identity_provider" },
});
const proposal = z.strictObject({ proposalId: id });
export const confirmSignInService = endpoint({
	method: "post",
	path: "/api/organisation/single-sign-on/proposals/{proposalId}/confirmation",
	summary: "Puts the proposed sign-in service in force; never by who proposed it",
	right: "organisation.confirm",
	params: proposal,
	audit: { action: "update", object: "identity_provider" },
});
export const withdrawSignInService = endpoint({
	method: "delete",
	path: "/api/organisation/single-sign-on/proposals/{proposalId}",
	summary: "Takes the proposed sign-in service off the table: who proposed it withdraws it, somebody else refuses it",
	right: "organisation.confirm",
	params: proposal,
	audit: { action: "delete", object: "identity_provider" },
});
export const removeSignInService = endpoint({
	method: "delete",
	path: "/api/organisation/single-sign-on",
	summary: "Does without a sign-in service of the organisation, at once",
	right: "organisation.write",
	audit: { action: "delete", object: "identity_provider" },
});
