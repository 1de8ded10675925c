import { z } from "zod";
import { day, id, language, moment } from "./shapes.ts";

export const helpStates = ["planned", "waiting", "running", "stopped", "completed"] as const;

export const helpOption = z.object({
	id,
	name: z.string(),
	what: z.string(),
	knownToWork: z.string(),
	familyFor: z.string(),
	familyAgainst: z.string(),
	professionalFor: z.string(),
	professionalAgainst: z.string(),
	waiting: z.string(),
	distance: z.string(),
	cost: z.string(),
	recommended: z.boolean(),
	writtenBy: id,
	version: z.number().int(),
	createdAt: moment,
});
export type HelpOption = z.infer<typeof helpOption>;

export const decision = z.object({
	id,
	optionId: id.nullable(),
	what: z.string(),
	why: z.string(),
	tookPart: z.array(id),
	decidedOn: day,
	writtenBy: id,
	language,
	version: z.number().int(),
	createdAt: moment,
});
export type Decision = z.infer<typeof decision>;

export const help = z.object({
	id,
	decisionId: id,
	what: z.string(),
	provider: z.string(),
	startsOn: day,
	endsOn: day,
	evaluationOn: day,
	aftercare: z.string(),
	state: z.enum(helpStates),
	waitingSince: day.nullable(),
	version: z.number().int(),
	createdAt: moment,
	progress: z.array(z.object({ id, text: z.string(), adviceFitted: z.boolean().nullable(), writtenBy: id, createdAt: moment })),
});
export type Help = z.infer<typeof help>;
