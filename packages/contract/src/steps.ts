import { z } from "zod";
import { audiences, id, language, moment } from "./shapes.ts";

export const stepKinds = ["clarify", "strengths", "goals", "network", "help", "evaluate"] as const;
export type StepKind = (typeof stepKinds)[number];
export const stepStates = ["not_started", "in_progress", "concluded", "reopened"] as const;
export const viewSubjects = ["question", "wish", "worry", "expectation", "strength", "concern", "safety", "resource"] as const;
export const themes = [
	"daily_care",
	"child_behaviour",
	"parent_behaviour",
	"safety",
	"social_surroundings",
	"learning",
	"money",
	"housing",
	"work",
	"health",
	"law",
] as const;
export type Theme = (typeof themes)[number];

export const step = z.object({
	id,
	kind: z.enum(stepKinds),
	state: z.enum(stepStates),
	conclusion: z.string(),
	professionalConclusion: z.string(),
	agreements: z.string(),
	concludedAt: moment.nullable(),
	version: z.number().int(),
});
export type Step = z.infer<typeof step>;

export const view = z.object({
	id,
	personId: id,
	subject: z.enum(viewSubjects),
	theme: z.enum(themes).nullable(),
	aboutPersonId: id.nullable(),
	text: z.string(),
	language,
	audience: z.enum(audiences),
	writtenBy: id,
	recorded: z.boolean(),
	version: z.number().int(),
	createdAt: moment,
	updatedAt: moment,
});
export type View = z.infer<typeof view>;

export const loadCapacity = z.object({
	id,
	personId: id,
	load: z.number().int(),
	capacity: z.number().int(),
	text: z.string(),
	writtenBy: id,
	createdAt: moment,
});
export type LoadCapacity = z.infer<typeof loadCapacity>;
