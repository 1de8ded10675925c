import { relations } from "@samenplan/access/relations";
import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { day, familyParams, moment } from "./shapes.ts";

/** What was looked at or changed, in the few words that mean something to a family. */
export const lookedAt = [
	"plan",
	"plan_version",
	"people",
	"invitation",
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
	"comment",
	"who_looked",
	"safety",
	"reminder",
	"other",
] as const;
export type LookedAt = (typeof lookedAt)[number];
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
	/** On what ground: through the relation to the family, a review that was asked, or a task of the system. */
	why: z.enum(["relation", "review", "job"]),
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
	response: z.object({ from: day, to: day, looks: z.array(look) }),
	audit: { action: "read", object: "who_looked" },
});
