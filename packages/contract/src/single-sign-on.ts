import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { signInStep } from "./second-factors.ts";
import { id, line } from "./shapes.ts";

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

export const signInService = z.object({
	issuer: z.string(),
	clientId: z.string(),
	/** The address to enter at the service. */
	returnAddress: z.string(),
	version: z.number().int(),
});
export const readSignInService = endpoint({
	method: "get",
	path: "/api/organisation/single-sign-on",
	summary: "The organisation's own sign-in service, without its secret",
	right: "organisation.read",
	response: z.object({ returnAddress: z.string(), service: signInService.omit({ returnAddress: true }).nullable() }),
	audit: { action: "read", object: "identity_provider" },
});
export const setSignInService = endpoint({
	method: "put",
	path: "/api/organisation/single-sign-on",
	summary: "Sets the organisation's own sign-in service, after asking it who it is",
	right: "organisation.write",
	body: z.strictObject({
		issuer: z.string().trim().max(500).pipe(z.url()),
		clientId: line,
		/** Left out: the one that is kept stays. */
		secret: z.string().min(1).max(500).nullable(),
		version: z.number().int().min(1).nullable(),
	}),
	audit: { action: "update", object: "identity_provider" },
});
export const removeSignInService = endpoint({
	method: "delete",
	path: "/api/organisation/single-sign-on",
	summary: "Does without a sign-in service of the organisation",
	right: "organisation.write",
	audit: { action: "delete", object: "identity_provider" },
});
