import { z } from "zod";
import { email, session } from "./accounts.ts";
import { endpoint } from "./endpoint.ts";
import { id, moment, optionalLine } from "./shapes.ts";

/** Passwords, passkeys, authenticator apps, recovery codes: signing in with them, and keeping one's own. */

/** Longer is better; what counts most is that nobody guesses it. Employees hold the files of many families. */
export const passwordLength = { staff: 12, family: 8, advised: 15, most: 256 } as const;
/** Any signs at all; never cut off. */
export const password = z.string().min(1).max(passwordLength.most);

const bytes = z
	.string()
	.max(20_000)
	.regex(/^[\w-]*$/);
const ofBrowser = {
	id: bytes,
	rawId: bytes,
	type: z.literal("public-key"),
	authenticatorAttachment: z.enum(["platform", "cross-platform"]).nullish(),
	clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
};
/** What the browser says when a passkey was made (WebAuthn, JSON form). */
export const passkeyMade = z.object({
	...ofBrowser,
	response: z.object({ clientDataJSON: bytes, attestationObject: bytes, transports: z.array(z.string().max(40)).max(10).optional() }),
});
/** What the browser says when a passkey was used. */
export const passkeyUsed = z.object({
	...ofBrowser,
	response: z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes, userHandle: bytes.nullish() }),
});
/** What the browser is asked; `challengeId` comes back with its answer, once. */
export const passkeyChallenge = z.object({ challengeId: id, options: z.record(z.string(), z.unknown()) });

export type PasskeyChallenge = z.infer<typeof passkeyChallenge>;
export type PasskeyMade = z.input<typeof passkeyMade>;
export type PasskeyUsed = z.input<typeof passkeyUsed>;

const sixDigits = z
	.string()
	.trim()
	.regex(/^\d{6}$/);
const recoveryCode = z.string().trim().min(1).max(40);
const usedPasskey = z.strictObject({ kind: z.literal("passkey"), challengeId: id, answer: passkeyUsed });
const typedCode = z.strictObject({ kind: z.literal("authenticator"), code: sixDigits });
const typedRecovery = z.strictObject({ kind: z.literal("recovery"), code: recoveryCode });

const secondFactor = z.discriminatedUnion("kind", [typedCode, typedRecovery, usedPasskey]);
export type GivenFactor = z.input<typeof secondFactor>;

const factors = ["passkey", "authenticator", "recovery"] as const;
export type Factor = (typeof factors)[number];
/** After the first proof: a session, or what is needed before there is one. */
export const signInStep = z.object({
	session: session.nullable(),
	/** `mailed_link`: nothing goes on here; the way in is the link that was mailed to the account. */
	needs: z.enum(["nothing", "second_factor", "set_up", "mailed_link"]),
	factors: z.array(z.enum(factors)),
});
export type SignInStep = z.infer<typeof signInStep>;
/** Ten codes, shown this once. */
const setUp = z.object({ session, recoveryCodes: z.array(z.string()) });
/** For an authenticator app: to scan, to open, or to type over. */
const authenticatorSecret = z.object({ secret: z.string(), address: z.string(), picture: z.string() });

export const signInWithPassword = endpoint({
	method: "post",
	path: "/api/sign-in/password",
	summary: "Signs in with a password; an employee is asked for a second factor before there is a session",
	right: "public",
	body: z.strictObject({ email, password, ownDevice: z.boolean().default(true) }),
	response: signInStep,
	audit: { action: "execute", object: "session" },
});
export const readAttempt = endpoint({
	method: "get",
	path: "/api/sign-in/attempt",
	summary: "What a sign-in that was begun on this device still needs",
	right: "public",
	response: signInStep.omit({ session: true }).nullable(),
	audit: { action: "read", object: "session" },
});
export const askPasskey = endpoint({
	method: "post",
	path: "/api/sign-in/passkey/challenge",
	summary: "Begins a sign-in with a passkey, or the second factor of one that was begun",
	right: "public",
	body: z.strictObject({ second: z.boolean() }),
	response: passkeyChallenge,
	audit: { action: "execute", object: "passkey" },
});
export const signInWithPasskey = endpoint({
	method: "post",
	path: "/api/sign-in/passkey",
	summary: "Signs in with a passkey alone: the device checked who holds it",
	right: "public",
	body: z.strictObject({ challengeId: id, answer: passkeyUsed, ownDevice: z.boolean().default(true) }),
	response: session,
	audit: { action: "execute", object: "session" },
});
export const giveSecondFactor = endpoint({
	method: "post",
	path: "/api/sign-in/second-factor",
	summary: "Finishes a sign-in with the second factor",
	right: "public",
	body: secondFactor,
	response: session,
	audit: { action: "execute", object: "session" },
});
export const askFirstPasskey = endpoint({
	method: "post",
	path: "/api/sign-in/set-up/passkey/challenge",
	summary: "Begins a first passkey, in a sign-in that needs a second factor",
	right: "public",
	response: passkeyChallenge,
	audit: { action: "execute", object: "passkey" },
});
export const setUpPasskey = endpoint({
	method: "post",
	path: "/api/sign-in/set-up/passkey",
	summary: "Keeps the first passkey, gives recovery codes and signs in",
	right: "public",
	body: z.strictObject({ challengeId: id, answer: passkeyMade, name: optionalLine }),
	response: setUp,
	audit: { action: "create", object: "passkey" },
});
export const askFirstAuthenticator = endpoint({
	method: "post",
	path: "/api/sign-in/set-up/authenticator/secret",
	summary: "Begins an authenticator app, in a sign-in that needs a second factor",
	right: "public",
	response: authenticatorSecret,
	audit: { action: "execute", object: "authenticator_app" },
});
export const setUpAuthenticator = endpoint({
	method: "post",
	path: "/api/sign-in/set-up/authenticator",
	summary: "Confirms the authenticator app with its first code, gives recovery codes and signs in",
	right: "public",
	body: z.strictObject({ code: sixDigits }),
	response: setUp,
	audit: { action: "create", object: "authenticator_app" },
});
export const askPasswordReset = endpoint({
	method: "post",
	path: "/api/sign-in/password/reset",
	summary: "Mails a link to choose a new password; the answer never tells whether the address has an account",
	right: "public",
	body: z.strictObject({ email }),
	audit: { action: "execute", object: "account" },
});

const token = z.string().min(1).max(200);
export const readLink = endpoint({
	method: "post",
	path: "/api/sign-in/links",
	summary: "What a mailed link is for, for who holds it",
	right: "public",
	body: z.strictObject({ token }),
	response: z.object({
		kind: z.enum(["staff_invitation", "password_reset"]),
		givenName: z.string(),
		organisation: z.string(),
		email: z.string(),
		shortest: z.number().int(),
	}),
	audit: { action: "read", object: "account" },
});
export const choosePassword = endpoint({
	method: "post",
	path: "/api/sign-in/links/password",
	summary: "Chooses a password with a mailed link, which is then used up",
	right: "public",
	body: z.strictObject({ token, password }),
	response: signInStep,
	audit: { action: "update", object: "account" },
});

export const mySignIn = z.object({
	email: z.string().nullable(),
	/** Whether a second factor must remain (employees). */
	secondFactor: z.boolean(),
	shortest: z.number().int(),
	passwordSince: moment.nullable(),
	passkeys: z.array(z.object({ id, name: z.string(), createdAt: moment, lastUsedAt: moment.nullable() })),
	authenticatorSince: moment.nullable(),
	recoveryCodesLeft: z.number().int(),
});
export type MySignIn = z.infer<typeof mySignIn>;

export const readMySignIn = endpoint({
	method: "get",
	path: "/api/me/sign-in",
	summary: "Which ways to sign in I have",
	right: "signed-in",
	response: mySignIn,
	audit: { action: "read", object: "account" },
});
export const askNewPasskey = endpoint({
	method: "post",
	path: "/api/me/passkeys/challenge",
	summary: "Begins a new passkey of mine",
	right: "signed-in",
	response: passkeyChallenge,
	audit: { action: "execute", object: "passkey" },
});
export const addPasskey = endpoint({
	method: "post",
	path: "/api/me/passkeys",
	summary: "Keeps a new passkey of mine; a mail tells me",
	right: "signed-in",
	body: z.strictObject({ challengeId: id, answer: passkeyMade, name: optionalLine }),
	audit: { action: "create", object: "passkey" },
});
export const removePasskey = endpoint({
	method: "delete",
	path: "/api/me/passkeys/{passkeyId}",
	summary: "Removes a passkey of mine",
	right: "signed-in",
	params: z.strictObject({ passkeyId: id }),
	audit: { action: "delete", object: "passkey" },
});
export const askAuthenticator = endpoint({
	method: "post",
	path: "/api/me/authenticator/secret",
	summary: "Begins an authenticator app of mine; one that works already keeps working until the new one is confirmed",
	right: "signed-in",
	response: authenticatorSecret,
	audit: { action: "execute", object: "authenticator_app" },
});
export const confirmAuthenticator = endpoint({
	method: "post",
	path: "/api/me/authenticator",
	summary: "Confirms my authenticator app with its first code",
	right: "signed-in",
	body: z.strictObject({ code: sixDigits }),
	audit: { action: "create", object: "authenticator_app" },
});
export const removeAuthenticator = endpoint({
	method: "delete",
	path: "/api/me/authenticator",
	summary: "Removes my authenticator app",
	right: "signed-in",
	audit: { action: "delete", object: "authenticator_app" },
});
export const renewRecoveryCodes = endpoint({
	method: "post",
	path: "/api/me/recovery-codes",
	summary: "Gives ten new recovery codes, shown this once; the former ones no longer work",
	right: "signed-in",
	response: z.object({ recoveryCodes: z.array(z.string()) }),
	audit: { action: "create", object: "recovery_code" },
});
export const setMyPassword = endpoint({
	method: "put",
	path: "/api/me/password",
	summary: "Chooses a new password of mine; other devices are signed out",
	right: "signed-in",
	body: z.strictObject({ password }),
	audit: { action: "update", object: "account" },
});
export const removeMyPassword = endpoint({
	method: "delete",
	path: "/api/me/password",
	summary: "Does without a password from now on",
	right: "signed-in",
	audit: { action: "delete", object: "account" },
});
export const askNewEmail = endpoint({
	method: "post",
	path: "/api/me/email",
	summary: "Sends a code to my new e-mail address, to see that it is mine",
	right: "signed-in",
	body: z.strictObject({ email }),
	audit: { action: "execute", object: "account" },
});
export const confirmEmail = endpoint({
	method: "post",
	path: "/api/me/email/confirmation",
	summary: "Keeps my new e-mail address, with the code that was sent there",
	right: "signed-in",
	body: z.strictObject({ code: sixDigits }),
	audit: { action: "update", object: "account" },
});

/** The ways to prove again who one is; the body of a proof is one of these. */
export const proof = z.discriminatedUnion("kind", [
	typedCode,
	typedRecovery,
	usedPasskey,
	z.strictObject({ kind: z.literal("mailed_code"), code: sixDigits }),
	z.strictObject({ kind: z.literal("password"), password }),
	z.strictObject({ kind: z.literal("demo") }),
]);
