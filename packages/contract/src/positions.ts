import { z } from "zod";
import { id, language, moment } from "./shapes.ts";

export const positionSubjects = ["goal", "shared_picture", "decision", "plan_version"] as const;
export const positionAnswers = ["agree", "agree_but", "disagree", "explain"] as const;

/** One person's answer to something that must be agreed; the newest per person and subject counts. */
export const position = z.object({
	id,
	subject: z.enum(positionSubjects),
	subjectId: id,
	subjectVersion: z.number().int(),
	personId: id,
	answer: z.enum(positionAnswers),
	text: z.string(),
	language,
	writtenBy: id,
	recorded: z.boolean(),
	explanation: z.string(),
	explainedBy: id.nullable(),
	explainedAt: moment.nullable(),
	createdAt: moment,
});
export type Position = z.infer<typeof position>;
