import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { handoverStates } from "./handovers.ts";
import { routes } from "./plans.ts";
import { positionAnswers } from "./positions.ts";
import { reviewStates } from "./reviews.ts";
import { day, id, moment, someWords } from "./shapes.ts";
import { stepKinds } from "./steps.ts";

/** A handover as those see it who do not read the plan: who is asked to take over, and the team lead. */

/** How many of the family gave each answer; who, and in which words, stands in the plan. */
const answers = z.partialRecord(z.enum(positionAnswers), z.number().int());

/** What the new coordinator sees before accepting: whose family, where it stands, dates and counts. No texts of the family. */
export const handoverToMe = z.object({
	id,
	familyName: z.string(),
	fromName: z.string(),
	arrangedAt: moment,
	talkOn: day,
	talkWhere: z.string(),
	toldFamilyOn: day,
	route: z.enum(routes).nullable(),
	complex: z.boolean(),
	currentStep: z.enum(stepKinds).nullable(),
	evaluationOn: day.nullable(),
	helpEndsOn: day.nullable(),
	openQuestions: z.number().int(),
	/** Answers to a version that lies before people. */
	waitingAnswers: z.number().int(),
	/** Small steps of the present coordinator that go along. */
	openSteps: z.number().int(),
	reviewState: z.enum(reviewStates).nullable(),
	helpWaiting: z.number().int(),
	answers,
	/** On or after the day of the talk. */
	mayAccept: z.boolean(),
});
export type HandoverToMe = z.infer<typeof handoverToMe>;

export const listMyHandovers = endpoint({
	method: "get",
	path: "/api/handovers",
	summary: "The families I am asked to take over, with where each stands and what is open",
	right: "handovers.answer",
	response: z.array(handoverToMe),
	audit: { action: "read", object: "handover" },
});
export const acceptHandover = endpoint({
	method: "post",
	path: "/api/handovers/{handoverId}/acceptance",
	summary: "Becomes the coordinator of the family, on or after the day of the talk; the former one is out at their next request",
	right: "handovers.answer",
	params: z.strictObject({ handoverId: id }),
	response: z.object({ familyId: id }),
	audit: { action: "execute", object: "handover" },
});
export const declineHandover = endpoint({
	method: "post",
	path: "/api/handovers/{handoverId}/refusal",
	summary: "Does not take the family, with a reason that the family, the coordinator and the team lead read",
	right: "handovers.answer",
	params: z.strictObject({ handoverId: id }),
	body: z.strictObject({ words: someWords }),
	audit: { action: "execute", object: "handover" },
});

export const handoverOfTeam = z.object({
	id,
	familyId: id,
	familyName: z.string(),
	state: z.enum(handoverStates),
	because: z.string(),
	askedByName: z.string(),
	/** Asked by somebody of the family. */
	askedByFamily: z.boolean(),
	fromName: z.string(),
	toName: z.string().nullable(),
	createdAt: moment,
	arrangedAt: moment.nullable(),
	talkOn: day.nullable(),
	toldFamilyOn: day.nullable(),
	answerWords: z.string(),
	answeredAt: moment.nullable(),
	version: z.number().int(),
	answers,
});
export type HandoverOfTeam = z.infer<typeof handoverOfTeam>;
export const listTeamHandovers = endpoint({
	method: "get",
	path: "/api/team/handovers",
	summary: "The requests for another coordinator and the handovers that run in my team",
	right: "team.read",
	response: z.array(handoverOfTeam),
	audit: { action: "read", object: "handover" },
});
