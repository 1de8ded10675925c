import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { created, day, familyParams, id, language, moment, someWords, version, within, words } from "./shapes.ts";

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

/** The short form of the cooperation questions: these of the twelve statements. */
export const shortStatements = [3, 5, 7, 12] as const;
/** What becomes of a goal at the talk. */
export const goalOutcomes = ["active", "adjusted", "achieved", "stopped"] as const;

export const planEvaluation = endpoint({
	method: "post",
	path: "/api/families/{familyId}/evaluations",
	summary: "Plans the day on which we look back together; reminders follow",
	right: "evaluation.plan",
	params: familyParams,
	body: z.strictObject({ dueOn: day }),
	response: created,
	status: 201,
	audit: { action: "create", object: "evaluation" },
});
export const moveEvaluation = endpoint({
	method: "put",
	path: "/api/families/{familyId}/evaluations/{evaluationId}/day",
	summary: "Moves the day on which we look back together; the reminders move along",
	right: "evaluation.plan",
	params: within("evaluationId"),
	body: z.strictObject({ dueOn: day, version }),
	audit: { action: "update", object: "evaluation" },
});
export const scoreGoal = endpoint({
	method: "put",
	path: "/api/families/{familyId}/evaluations/{evaluationId}/scores/{goalId}",
	summary: "How a goal goes, as one person sees it, with a few words",
	right: "evaluation.score",
	params: z.strictObject({ familyId: id, evaluationId: id, goalId: id }),
	body: z.strictObject({
		/** Somebody who has no account, whose words are written down together; left out: my own. */
		personId: id.optional(),
		score: z.number().int().min(-2).max(2),
		text: words,
		/** The version of the score that is changed; left out the first time. */
		version: version.optional(),
	}),
	response: evaluationScore,
	audit: { action: "update", object: "evaluation_score", onBehalfOf: "personId" },
});
export const answerCooperation = endpoint({
	method: "put",
	path: "/api/families/{familyId}/evaluations/{evaluationId}/cooperation",
	summary: "How I find the cooperation: one statement, one of five faces, a word if I like",
	right: "cooperation.answer",
	params: within("evaluationId"),
	body: z.strictObject({
		statement: z.literal([...shortStatements]),
		score: z.number().int().min(1).max(5),
		text: words,
	}),
	audit: { action: "update", object: "cooperation_answer" },
});
const talk = {
	heldOn: day,
	whatWorked: words,
	why: someWords,
	/** What becomes of each goal; one that is left out stays as it is. */
	goals: z.array(z.strictObject({ goalId: id, state: z.enum(goalOutcomes) })).max(50),
	version,
};
export const holdEvaluation = endpoint({
	method: "post",
	path: "/api/families/{familyId}/evaluations/{evaluationId}/talk",
	summary: "What we decided together at the talk: go on with a next date, or close with aftercare",
	right: "evaluation.decide",
	params: within("evaluationId"),
	body: z.discriminatedUnion("decision", [
		z.strictObject({ ...talk, decision: z.enum(["go_on", "adjust", "step_up", "step_down"]), nextOn: day }),
		z.strictObject({ ...talk, decision: z.literal("close"), aftercare: someWords }),
	]),
	audit: { action: "update", object: "evaluation" },
});
