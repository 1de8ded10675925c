import { z } from "zod";
import { closingKinds } from "./closing-kinds.ts";
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
	/** Who wrote it down, when that was somebody else, together with the person. */
	writtenBy: id.nullable(),
	recorded: z.boolean(),
});
export const evaluation = z.object({
	id,
	dueOn: day,
	state: z.enum(evaluationStates),
	heldOn: day.nullable(),
	decision: z.enum(evaluationDecisions).nullable(),
	why: z.string(),
	whatWorked: z.string(),
	/** What we are proud of together. */
	proudOf: z.string(),
	whatNext: z.string(),
	nextOn: day.nullable(),
	writtenBy: id,
	version: z.number().int(),
	createdAt: moment,
	scores: z.array(evaluationScore),
	cooperation: z.array(cooperationAnswer),
});
export type Evaluation = z.infer<typeof evaluation>;

/** The parents' statements about the cooperation (after Dunst and Hawks, 2014), and the short form: four of them. */
export const allStatements = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
export const shortStatements = [3, 5, 7, 12] as const;
export type Statement = (typeof allStatements)[number];
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
const cooperation = {
	/** One of the twelve; people choose four or all. */
	statement: z.literal([...allStatements]),
	score: z.number().int().min(1).max(5),
	text: words,
};
export const answerCooperation = endpoint({
	method: "put",
	path: "/api/families/{familyId}/evaluations/{evaluationId}/cooperation",
	summary: "How I find the cooperation: one statement, one of five faces, a word if I like",
	right: "cooperation.answer",
	params: within("evaluationId"),
	body: z.strictObject(cooperation),
	audit: { action: "update", object: "cooperation_answer" },
});
export const recordCooperation = endpoint({
	method: "put",
	path: "/api/families/{familyId}/evaluations/{evaluationId}/cooperation/recorded",
	summary: "Write down, together with somebody who has no account, how they find the cooperation",
	right: "evaluation.decide",
	params: within("evaluationId"),
	body: z.strictObject({ personId: id, ...cooperation }),
	audit: { action: "update", object: "cooperation_answer", onBehalfOf: "personId" },
});
const talk = {
	heldOn: day,
	whatWorked: words,
	proudOf: words.default(""),
	whatNext: words.default(""),
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
		z.strictObject({
			...talk,
			decision: z.literal("close"),
			closingKind: z.enum(closingKinds),
			aftercare: someWords,
			/** Who the family turns to from now on. */
			turnTo: someWords,
			/** The day on which the coordinator asks how it goes. */
			checkInOn: day,
			/** The family wishes to hear again at milestones. */
			wantsMilestones: z.boolean().default(false),
		}),
	]),
	audit: { action: "update", object: "evaluation" },
});
