import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { created, familyParams, id, language, moment, someWords, version, within, words } from "./shapes.ts";

export const positionSubjects = ["goal", "shared_picture", "decision", "plan_version", "handover"] as const;
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

const subject = z.strictObject({
	subject: z.enum(positionSubjects),
	subjectId: id,
	/** The version that was read (of a plan version: its number); an answer to an older one is refused with the present text. */
	subjectVersion: version,
});
export const givePosition = endpoint({
	method: "post",
	path: "/api/families/{familyId}/positions",
	summary: "Give my own answer: agree, agree but, do not agree, explain please",
	right: "position.give",
	params: familyParams,
	/** Disagreeing and "agree, but" need words: without them nobody learns what should change. */
	body: z.strictObject({ ...subject.shape, answer: z.enum(positionAnswers), text: words }),
	response: created,
	status: 201,
	audit: { action: "create", object: "position" },
});
export const recordPosition = endpoint({
	method: "post",
	path: "/api/families/{familyId}/positions/recorded",
	summary: "Write down the answer of somebody who cannot sign in, together with them",
	right: "position.record",
	params: familyParams,
	body: z.strictObject({ ...subject.shape, personId: id, answer: z.enum(positionAnswers), text: words }),
	response: created,
	status: 201,
	audit: { action: "create", object: "position", onBehalfOf: "personId" },
});
export const explainPosition = endpoint({
	method: "post",
	path: "/api/families/{familyId}/positions/{positionId}/explanation",
	summary: "Explain to somebody who asked for it; they can answer again afterwards",
	right: "position.explain",
	params: within("positionId"),
	body: z.strictObject({ text: someWords }),
	audit: { action: "update", object: "position" },
});
