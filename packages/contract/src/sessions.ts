import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { passkeyChallenge, proof } from "./second-factors.ts";
import { id, moment } from "./shapes.ts";

/** Where I am signed in, and proving again who I am. */

export const signInMethods = ["card", "mailed_code", "password", "passkey", "single_sign_on", "demo"] as const;

export const listMySessions = endpoint({
	method: "get",
	path: "/api/me/sessions",
	summary: "Where I am signed in",
	right: "signed-in",
	response: z.array(
		z.object({
			id,
			/** A kind of device in a word, or nothing. */
			device: z.string(),
			method: z.enum(signInMethods),
			createdAt: moment,
			lastSeenAt: moment,
			/** The one that asks. */
			own: z.boolean(),
		}),
	),
	audit: { action: "read", object: "session" },
});
export const endMySession = endpoint({
	method: "delete",
	path: "/api/me/sessions/{sessionId}",
	summary: "Signs out another device of mine, at once",
	right: "signed-in",
	params: z.strictObject({ sessionId: id }),
	audit: { action: "delete", object: "session" },
});
export const endOtherSessions = endpoint({
	method: "delete",
	path: "/api/me/sessions",
	summary: "Signs out every other device of mine, at once",
	right: "signed-in",
	audit: { action: "delete", object: "session" },
});
export const readSession = endpoint({
	method: "get",
	path: "/api/sessions/current",
	summary: "How long this session still lasts; asking it counts as being there",
	right: "signed-in",
	response: z.object({ idleMinutes: z.number().int(), until: moment }),
	audit: { action: "read", object: "session" },
});

const proofKinds = ["passkey", "authenticator", "recovery", "mailed_code", "password", "demo"] as const;
export const readProofWays = endpoint({
	method: "get",
	path: "/api/sessions/current/proof",
	summary: "In which ways I can prove again who I am",
	right: "signed-in",
	response: z.object({ ways: z.array(z.enum(proofKinds)) }),
	audit: { action: "read", object: "session" },
});
export const askProofPasskey = endpoint({
	method: "post",
	path: "/api/sessions/current/proof/challenge",
	summary: "Begins proving again with a passkey",
	right: "signed-in",
	response: passkeyChallenge,
	audit: { action: "execute", object: "session" },
});
export const askProofCode = endpoint({
	method: "post",
	path: "/api/sessions/current/proof/code",
	summary: "Mails a code to prove again who I am",
	right: "signed-in",
	audit: { action: "execute", object: "session" },
});
export const proveAgain = endpoint({
	method: "post",
	path: "/api/sessions/current/proof",
	summary: "Proves again who I am; for ten minutes that is enough",
	right: "signed-in",
	body: proof,
	audit: { action: "execute", object: "session" },
});
