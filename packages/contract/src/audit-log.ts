import { z } from "zod";
import { lookDeeds } from "./audit.ts";
import { endpoint } from "./endpoint.ts";
import { day, id, moment, someWords } from "./shapes.ts";

/** Searching the log, its seal, and the weekly list of odd patterns. */

export const oddPatternKinds = [
	"no_relation",
	"many_families",
	"own_family",
	"emergency",
	"at_night",
	"recovery_used",
	"recovery_stopped",
] as const;

/** What an entry was about, in groups that a privacy officer searches by; each object of the log is in one of them. */
export const logGroups = ["plan", "people", "sharing", "safety", "request", "log", "sending", "account", "other"] as const;
export const logOutcomes = ["success", "denied", "failed"] as const;
export const logGrounds = ["relation", "review", "consent", "emergency", "request", "job", "none"] as const;

/** One entry of the log, without any text of a family. */
export const logEntry = z.object({
	id: z.string(),
	at: moment,
	deed: z.enum(lookDeeds),
	outcome: z.enum(logOutcomes),
	person: z.object({ id, name: z.string() }).nullable(),
	/** How whoever did it stood to the family at that moment; empty when that was not known. */
	relation: z.string(),
	/** Which kind of thing, as the log has it. */
	object: z.string(),
	group: z.enum(logGroups),
	family: z.object({ id, name: z.string() }).nullable(),
	ground: z.string(),
	/** The call or task itself. */
	event: z.string(),
	client: z.string(),
	onBehalfOf: z.string(),
	recipient: z.string(),
	source: z.string(),
});
export type LogEntry = z.infer<typeof logEntry>;

export const searchLog = endpoint({
	method: "get",
	path: "/api/audit/entries",
	summary: "Search the log of the organisation, the newest first; the search itself is an entry with what was searched for",
	right: "audit.search",
	query: z.strictObject({
		personId: id.optional(),
		familyId: id.optional(),
		from: day.optional(),
		to: day.optional(),
		group: z.enum(logGroups).optional(),
		outcome: z.enum(logOutcomes).optional(),
		ground: z.enum(logGrounds).optional(),
		/** `next` of the page before. */
		after: z
			.string()
			.regex(/^\d{13,14}-\d{1,18}$/)
			.optional(),
	}),
	response: z.object({
		entries: z.array(logEntry),
		/** Where the next page begins; nothing on the last one. */
		next: z.string().nullable(),
		/** Who and what was searched for, by name. */
		person: z.string().nullable(),
		family: z.string().nullable(),
	}),
	audit: {
		action: "read",
		object: "audit_search",
		criteria: ["personId", "familyId", "from", "to", "group", "outcome", "ground", "after"],
	},
});

export const findLogSubjects = endpoint({
	method: "get",
	path: "/api/audit/subjects",
	summary: "People and families of the organisation whose name holds these letters, to search the log for",
	right: "audit.search",
	query: z.strictObject({ words: z.string().trim().min(2).max(100) }),
	response: z.array(
		z.object({
			kind: z.enum(["person", "family"]),
			id,
			name: z.string(),
			staff: z.boolean(),
			/** The families of somebody who is no employee. */
			families: z.string(),
		}),
	),
	audit: { action: "read", object: "audit_search" },
});

/** Something in the log of one week that asks to be looked at. Says nothing about whether it was right. */
export const oddPattern = z.object({
	id,
	/** The Monday of the week. */
	weekOf: day,
	kind: z.enum(oddPatternKinds),
	person: z.object({ id, name: z.string() }),
	family: z.object({ id, name: z.string() }).nullable(),
	/** How often; for many families: how many families in one hour. */
	times: z.number().int(),
	/** About the reader: somebody else looks at it. */
	own: z.boolean(),
	seen: z.object({ by: z.string(), at: moment, words: z.string() }).nullable(),
});
export type OddPattern = z.infer<typeof oddPattern>;

export const listOddPatterns = endpoint({
	method: "get",
	path: "/api/audit/odd-patterns",
	summary: "What stands out in the log and was not looked at yet, and the last that was",
	right: "audit.odd",
	response: z.object({
		open: z.array(oddPattern),
		seen: z.array(oddPattern),
		/** More families than this within one hour stand out. */
		familiesPerHour: z.number().int(),
	}),
	audit: { action: "read", object: "odd_pattern" },
});
export const seeOddPattern = endpoint({
	method: "post",
	path: "/api/audit/odd-patterns/{patternId}/verdict",
	summary: "Say in words what was found out about an odd pattern; it then leaves the list",
	right: "audit.odd",
	params: z.strictObject({ patternId: id }),
	body: z.strictObject({ words: someWords }),
	audit: { action: "update", object: "odd_pattern" },
});
export const setFamiliesPerHour = endpoint({
	method: "put",
	path: "/api/audit/families-per-hour",
	summary: "Say how many different families within one hour stand out",
	right: "audit.odd",
	body: z.strictObject({ familiesPerHour: z.number().int().min(2).max(500) }),
	audit: { action: "update", object: "odd_pattern" },
});
