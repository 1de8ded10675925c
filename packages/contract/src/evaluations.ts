import { z } from "zod";
import { day, id, language, moment } from "./shapes.ts";

export const evaluationStates = ["planned", "held"] as const;
export const evaluationDecisions = ["go_on", "adjust", "step_up", "step_down", "close"] as const;

export const evaluationScore = z.object({
	goalId: id,
	personId: id,
	/** -2 much less than hoped ... +2 much more. */
	score: z.number().int(),
	text: z.string(),
	language,
	writtenBy: id,
	recorded: z.boolean(),
	version: z.number().int(),
	updatedAt: moment,
});
export const cooperationAnswer = z.object({
	personId: id,
	/** 1-12: the parents' statements about the cooperation. */
	statement: z.number().int(),
	/** Five faces, 1 (not at all) to 5 (very much). */
	score: z.number().int(),
	text: z.string(),
});
export const evaluation = z.object({
	id,
	dueOn: day,
	state: z.enum(evaluationStates),
	heldOn: day.nullable(),
	decision: z.enum(evaluationDecisions).nullable(),
	why: z.string(),
	whatWorked: z.string(),
	nextOn: day.nullable(),
	writtenBy: id,
	version: z.number().int(),
	createdAt: moment,
	scores: z.array(evaluationScore),
	cooperation: z.array(cooperationAnswer),
});
export type Evaluation = z.infer<typeof evaluation>;
