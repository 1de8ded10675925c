import { z } from "zod";
import { session } from "./accounts.ts";
import { endpoint } from "./endpoint.ts";
import { id, moment } from "./shapes.ts";

export const demoAccount = z.object({
	id,
	name: z.string(),
	relation: z.string(),
	familyId: id.nullable(),
	familyName: z.string().nullable(),
	email: z.string(),
	note: z.string(),
});
export type DemoAccount = z.infer<typeof demoAccount>;

export const listDemoAccounts = endpoint({
	method: "get",
	path: "/api/demo/accounts",
	summary: "The invented people one can sign in as",
	right: "public",
	response: z.array(demoAccount),
	audit: { action: "read", object: "account" },
	demo: true,
});
export const demoSignIn = endpoint({
	method: "post",
	path: "/api/demo/sign-in",
	summary: "Signs in as an invented person",
	right: "public",
	body: z.strictObject({ accountId: id }),
	response: session,
	audit: { action: "execute", object: "session" },
	demo: true,
});
export const listDemoMails = endpoint({
	method: "get",
	path: "/api/demo/mails",
	summary: "The mails that would have been sent, newest first",
	right: "public",
	response: z.array(
		z.object({
			id,
			to: z.string(),
			kind: z.string(),
			subject: z.string(),
			text: z.string(),
			language: z.string(),
			createdAt: moment,
			sentAt: moment.nullable(),
		}),
	),
	audit: { action: "read", object: "mail" },
	demo: true,
});
const clock = z.object({ now: moment, offsetSeconds: z.number().int() });
export const readDemoClock = endpoint({
	method: "get",
	path: "/api/demo/clock",
	summary: "What time it is in the product",
	right: "public",
	response: clock,
	audit: { action: "read", object: "clock" },
	demo: true,
});
export const moveDemoClock = endpoint({
	method: "put",
	path: "/api/demo/clock",
	summary: "Moves the product's clock; reminders that are due then go out",
	right: "public",
	body: z.strictObject({ offsetSeconds: z.number().int().min(-31_536_000).max(63_072_000) }),
	response: clock,
	audit: { action: "update", object: "clock" },
	demo: true,
});
