import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { created, day, familyParams, id, language, optionalLine, someWords, version, within } from "./shapes.ts";

/** What was done at once because a child was in danger; everyone of the plan reads it. */
export const crisisAct = z.object({
	id,
	what: z.string(),
	/** Somebody around the family, or in words who else did it. */
	doneBy: id.nullable(),
	doneByWho: z.string(),
	doneOn: day,
	language,
	writtenBy: id,
	version: z.number().int(),
});
export type CrisisAct = z.infer<typeof crisisAct>;

/** An act names who did it: somebody around the family, or in words somebody else. */
export const crisisActWords = {
	what: someWords,
	doneBy: id.nullable(),
	doneByWho: optionalLine,
	doneOn: day,
};

export const recordCrisisAct = endpoint({
	method: "post",
	path: "/api/families/{familyId}/crisis-acts",
	summary: "Write down what was done at once because a child was in danger: by whom, and on which day",
	right: "plan.steer",
	params: familyParams,
	body: z.strictObject(crisisActWords),
	response: created,
	status: 201,
	audit: { action: "create", object: "crisis_act" },
});
export const changeCrisisAct = endpoint({
	method: "put",
	path: "/api/families/{familyId}/crisis-acts/{crisisActId}",
	summary: "Mend what was written of an act; the former text is kept",
	right: "plan.steer",
	params: within("crisisActId"),
	body: z.strictObject({ ...crisisActWords, version }),
	response: crisisAct,
	audit: { action: "update", object: "crisis_act" },
});
export const removeCrisisAct = endpoint({
	method: "delete",
	path: "/api/families/{familyId}/crisis-acts/{crisisActId}",
	summary: "Take out an act that was written by mistake; the former text is kept, and a crisis keeps at least one",
	right: "plan.steer",
	params: within("crisisActId"),
	audit: { action: "delete", object: "crisis_act" },
});
