import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { day, familyParams, id, moment, someWords, within } from "./shapes.ts";

/** What the law asks to do when somebody reaches an age. */

export const ageTaskKinds = ["turned_12", "turned_16", "turned_18"] as const;

export const ageTask = z.object({
	id,
	personId: id,
	givenName: z.string(),
	kind: z.enum(ageTaskKinds),
	/** The birthday. */
	fromOn: day,
	doneAt: moment.nullable(),
	doneBy: z.string().nullable(),
	words: z.string(),
	/** Consents that this person has to answer for themselves now; what was agreed before goes on meanwhile. */
	consentsToAnswer: z.number().int(),
	hasAccount: z.boolean(),
});
export type AgeTask = z.infer<typeof ageTask>;

export const listAgeTasks = endpoint({
	method: "get",
	path: "/api/families/{familyId}/age-tasks",
	summary: "What the law asks because somebody turned 12, 16 or 18",
	right: "age_task.do",
	params: familyParams,
	response: z.array(ageTask),
	audit: { action: "read", object: "age_task" },
});

export const doAgeTask = endpoint({
	method: "post",
	path: "/api/families/{familyId}/age-tasks/{ageTaskId}/done",
	summary: "Says in words how somebody was asked who turned 12, 16 or 18",
	right: "age_task.do",
	params: within("ageTaskId"),
	body: z.strictObject({ words: someWords }),
	audit: { action: "update", object: "age_task" },
});
