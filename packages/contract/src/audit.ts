import { relations } from "@samenplan/access/relations";
import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { day, familyParams, id, moment } from "./shapes.ts";

/** What was looked at or changed, in the few words that mean something to a family. */
export const lookedAt = [
	"plan",
	"plan_version",
	"people",
	"invitation",
	"recovery",
	"view",
	"step",
	"goal",
	"action",
	"network",
	"help",
	"decision",
	"evaluation",
	"position",
	"review",
	"handover",
	"comment",
	"contact",
	"consent",
	"who_looked",
	"safety",
	"print",
	"export",
	"request",
	"shared",
	"letter",
	"reminder",
	"other",
] as const;
export type LookedAt = (typeof lookedAt)[number];
export const lookGrounds = ["relation", "review", "consent", "emergency", "request", "job"] as const;
export const lookDeeds = ["read", "create", "update", "delete", "execute"] as const;

/** One person, one day, one kind of thing: the same deeds of a day are merged. Carries no identifiers. */
export const look = z.object({
	day,
	/** The last time that day. */
	at: moment,
	/** Empty for what Samenplan does by itself, such as sending a reminder. */
	name: z.string(),
	relation: z.enum([...relations, "system", "other"]),
	/** The reader's own deeds. */
	mine: z.boolean(),
	deed: z.enum(lookDeeds),
	what: z.enum(lookedAt),
	times: z.number().int(),
	/** On what ground: through the relation to the family, a review that was asked, a consent, an emergency, a request, or a task of the system. */
	why: z.enum(lookGrounds),
	/** Who got what left the system, such as a letter or a print; empty otherwise. */
	recipient: z.string(),
});
export type Look = z.infer<typeof look>;

export const whoLooked = endpoint({
	method: "get",
	path: "/api/families/{familyId}/who-looked",
	summary: "Who looked at this plan or changed something, when and why",
	right: "who_looked.read",
	params: familyParams,
	query: z.strictObject({
		/** First and last day; the last thirty days when left out. */
		from: day.optional(),
		to: day.optional(),
	}),
	response: z.object({
		/** The first day that is shown: later than was asked when there is too much for one answer. */
		from: day,
		to: day,
		looks: z.array(look),
		/** The last day before `from` on which there is something; nothing when there is no more. */
		earlier: day.nullable(),
	}),
	audit: { action: "read", object: "who_looked" },
});

export const printed = ["plan", "plan_version"] as const;
export const tellPrint = endpoint({
	method: "post",
	path: "/api/families/{familyId}/prints",
	summary: "Say that the plan or a version of it is printed: paper leaves the system, so the family reads of it",
	right: "plan.read",
	params: familyParams,
	body: z.strictObject({ what: z.enum(printed), planVersionId: id.optional() }),
	audit: { action: "execute", object: "print", recipient: "self" },
});
