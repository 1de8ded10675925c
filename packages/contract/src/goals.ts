import { z } from "zod";
import { day, id, language, moment } from "./shapes.ts";
import { themes } from "./steps.ts";

export const goalFor = ["child", "parent", "parents_together", "sibling", "whole_family"] as const;
export const goalTerms = ["short", "long"] as const;
export const goalStates = ["proposed", "agreed", "active", "achieved", "adjusted", "stopped"] as const;
export const repeats = ["once", "daily", "weekly", "monthly"] as const;
export const actionStates = ["to_do", "done", "did_not_work"] as const;

export const goal = z.object({
	id,
	theme: z.enum(themes).nullable(),
	forKind: z.enum(goalFor).nullable(),
	forPersonId: id.nullable(),
	text: z.string(),
	professionalText: z.string(),
	term: z.enum(goalTerms),
	state: z.enum(goalStates),
	/** Five texts from much less than hoped (-2) to much more (+2); empty while not yet described. */
	levels: z.array(z.string()),
	startLevel: z.number().int().nullable(),
	position: z.number().int(),
	fromViewId: id.nullable(),
	writtenBy: id,
	language,
	version: z.number().int(),
	createdAt: moment,
});
export type Goal = z.infer<typeof goal>;

export const action = z.object({
	id,
	goalId: id.nullable(),
	personId: id,
	text: z.string(),
	dueOn: day.nullable(),
	repeats: z.enum(repeats),
	state: z.enum(actionStates),
	note: z.string(),
	reportedAt: moment.nullable(),
	writtenBy: id,
	language,
	version: z.number().int(),
	createdAt: moment,
});
export type Action = z.infer<typeof action>;
