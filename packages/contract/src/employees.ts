import { duties } from "@samenplan/access/relations";
import { z } from "zod";
import { email } from "./accounts.ts";
import { endpoint } from "./endpoint.ts";
import { id, line, optionalLine } from "./shapes.ts";

/** Accounts of employees: invite, duties. Who lost every way in: recoveries.ts. */

const accountParams = z.strictObject({ accountId: id });
const work = { duties: z.array(z.enum(duties)).min(1).max(duties.length), teamId: id.nullable() };

export const listTeams = endpoint({
	method: "get",
	path: "/api/teams",
	summary: "The teams of the organisation",
	right: "accounts.read",
	response: z.array(z.object({ id, name: z.string() })),
	audit: { action: "read", object: "team" },
});
export const addEmployee = endpoint({
	method: "post",
	path: "/api/employees",
	summary: "Makes an account for an employee and mails an invitation",
	right: "accounts.write",
	body: z.strictObject({ givenName: line, familyName: optionalLine, email, ...work }),
	response: z.object({ id }),
	status: 201,
	audit: { action: "create", object: "account" },
});
export const changeEmployee = endpoint({
	method: "put",
	path: "/api/employees/{accountId}",
	summary: "Changes what an employee does and in which team",
	right: "accounts.write",
	params: accountParams,
	body: z.strictObject(work),
	audit: { action: "update", object: "account" },
});
export const inviteEmployee = endpoint({
	method: "post",
	path: "/api/employees/{accountId}/invitation",
	summary: "Mails the link to sign in again: to an employee who never came in, or who may get back in; a former link no longer works",
	right: "accounts.write",
	params: accountParams,
	audit: { action: "execute", object: "account" },
});
