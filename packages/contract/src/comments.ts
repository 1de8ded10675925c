import { z } from "zod";
import { audiences, id, language, moment } from "./shapes.ts";

export const commentKinds = ["comment", "question", "answer"] as const;
export const commentAbout = ["plan", "step", "goal", "action", "view", "help", "decision", "evaluation", "review"] as const;

export const comment = z.object({
	id,
	kind: z.enum(commentKinds),
	about: z.enum(commentAbout),
	aboutId: id.nullable(),
	toTeam: z.boolean(),
	answersId: id.nullable(),
	text: z.string(),
	language,
	audience: z.enum(audiences),
	writtenBy: id,
	createdAt: moment,
	answeredAt: moment.nullable(),
});
export type Comment = z.infer<typeof comment>;
