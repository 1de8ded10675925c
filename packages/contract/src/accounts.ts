import { dutyRights, type FamilyRight } from "@samenplan/access/rights";
import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { organisationDays } from "./reminders.ts";
import { id, language, line, moment } from "./shapes.ts";

export const session = z.object({
	accessToken: z.string(),
	expiresAt: moment,
	/** After so many minutes without doing anything the session is over. */
	idleMinutes: z.number().int(),
	/** When it is over whatever is done. */
	until: moment,
});
export type Session = z.infer<typeof session>;

/** How somebody likes to read. */
export const reading = z.strictObject({
	easyText: z.boolean(),
	pictures: z.boolean(),
	readAloud: z.boolean(),
	largeLetters: z.boolean(),
});

/** Rights in a family that open a page of their own. */
export const doors = ["plan.read", "own_part.read", "request.make", "my_data.export"] as const satisfies readonly FamilyRight[];

export const me = z.object({
	person: z.object({ id, givenName: z.string(), familyName: z.string() }),
	organisation: z.string(),
	language,
	/** Which of the two shells fits: decided by the server, so that the web never looks at a role. */
	side: z.enum(["family", "professional"]),
	reading,
	/** With what the reader may do there, as far as it says which pages to open. */
	families: z.array(z.object({ id, name: z.string(), abilities: z.array(z.enum(doors)) })),
	/** What this account may do apart from one family. */
	abilities: z.array(z.enum(dutyRights)),
	/** After how many days something is said here, and how often people look back: forms suggest these. */
	days: organisationDays,
});
export type Me = z.infer<typeof me>;

export const email = z.string().trim().toLowerCase().max(200).pipe(z.email());

export const askSignInCode = endpoint({
	method: "post",
	path: "/api/sign-in/codes",
	summary: "Sends a sign-in code by mail; the answer never tells whether the address has an account",
	right: "public",
	body: z.strictObject({ email }),
	audit: { action: "execute", object: "account" },
});
export const signInWithCode = endpoint({
	method: "post",
	path: "/api/sign-in",
	summary: "Signs in with the code from the mail",
	right: "public",
	body: z.strictObject({
		email,
		code: z
			.string()
			.trim()
			.regex(/^\d{6}$/),
		ownDevice: z.boolean().default(true),
	}),
	response: session,
	audit: { action: "execute", object: "session" },
});
export const refreshSession = endpoint({
	method: "post",
	path: "/api/sessions/refresh",
	summary: "Gives a new access token for the refresh cookie, which is replaced; nothing for a visitor without a cookie",
	right: "public",
	response: session.nullable(),
	audit: { action: "execute", object: "session" },
});
export const endSession = endpoint({
	method: "delete",
	path: "/api/sessions/current",
	summary: "Signs out on this device; unless words that were typed have to stay, everything kept here is cleared",
	right: "public",
	query: z.strictObject({ keep: z.enum(["nothing", "drafts"]).default("nothing") }),
	audit: { action: "delete", object: "session" },
});
export const readMe = endpoint({
	method: "get",
	path: "/api/me",
	summary: "Who I am here, how I like to read, and what I may do",
	right: "signed-in",
	response: me,
	audit: { action: "read", object: "person" },
});
export const chooseMine = endpoint({
	method: "put",
	path: "/api/me/choices",
	summary: "Keeps my language and how I like to read",
	right: "signed-in",
	body: z.strictObject({ language, reading }),
	response: me,
	audit: { action: "update", object: "person" },
});
export const listAccounts = endpoint({
	method: "get",
	path: "/api/accounts",
	summary: "The accounts of the organisation's employees",
	right: "accounts.read",
	response: z.array(
		z.object({
			id,
			name: z.string(),
			email: z.string(),
			duties: z.array(z.string()),
			team: z.string().nullable(),
			teamId: id.nullable(),
			/** How far the employee is with a way to sign in; `invited` waits for them. */
			signIn: z.enum(["none", "invited", "ready"]),
			state: z.enum(["active", "disabled"]),
			givenName: z.string(),
			familyName: z.string(),
			/** The reader's own account, which they cannot switch off. */
			own: z.boolean(),
		}),
	),
	audit: { action: "read", object: "account" },
});
export const setAccountState = endpoint({
	method: "put",
	path: "/api/accounts/{accountId}/state",
	summary: "Switches an employee's account off or on; off works at the next request",
	right: "accounts.write",
	params: z.strictObject({ accountId: id }),
	body: z.strictObject({ state: z.enum(["active", "disabled"]) }),
	audit: { action: "update", object: "account" },
});

const codeParams = z.strictObject({ code: line });
export const readInvitation = endpoint({
	method: "get",
	path: "/api/invitations/{code}",
	summary: "What an invitation card says, for who holds it",
	right: "public",
	params: codeParams,
	response: z.object({
		givenName: z.string(),
		invitedBy: z.string(),
		organisation: z.string(),
		language,
		/** Whether the card is for one of the plan, or for somebody around the family. */
		ofThePlan: z.boolean(),
		/** Whether the coach made it, or somebody of the family. */
		byCoach: z.boolean(),
		expiresAt: moment,
	}),
	audit: { action: "read", object: "invitation" },
});
export const acceptInvitation = endpoint({
	method: "post",
	path: "/api/invitations/{code}/acceptance",
	summary: "Accepts an invitation card, once, and signs in",
	right: "public",
	params: codeParams,
	body: z.strictObject({ ownDevice: z.boolean().default(true) }),
	response: session,
	audit: { action: "execute", object: "invitation" },
});
