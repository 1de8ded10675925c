import { z } from "zod";
import { day, id, moment } from "./shapes.ts";

export const reviewStates = ["asked", "taken", "advised", "answered", "withdrawn"] as const;
export const reviewAnswers = ["followed", "not_followed"] as const;

export const review = z.object({
	id,
	question: z.string(),
	urgent: z.boolean(),
	toldFamilyOn: day,
	state: z.enum(reviewStates),
	askedBy: id,
	askedAt: moment,
	scientistId: id.nullable(),
	takenAt: moment.nullable(),
	advice: z.string(),
	advisedAt: moment.nullable(),
	answer: z.enum(reviewAnswers).nullable(),
	because: z.string(),
	heardFamilyOn: day.nullable(),
	answeredAt: moment.nullable(),
	version: z.number().int(),
});
export type Review = z.infer<typeof review>;
