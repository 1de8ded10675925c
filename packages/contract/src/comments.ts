import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { audience, created, familyParams, id, language, moment, readersChoice, someWords, within } from "./shapes.ts";

export const commentKinds = ["comment", "question", "answer"] as const;
export const commentAbout = ["plan", "step", "goal", "action", "view", "help", "decision", "evaluation", "review"] as const;
export type CommentAbout = (typeof commentAbout)[number];

export const comment = z.object({
	id,
	kind: z.enum(commentKinds),
	about: z.enum(commentAbout),
	aboutId: id.nullable(),
	toTeam: z.boolean(),
	answersId: id.nullable(),
	text: z.string(),
	language,
	audience,
	/** With audience `named`: who reads it besides its writer. */
	readers: z.array(id),
	writtenBy: id,
	createdAt: moment,
	answeredAt: moment.nullable(),
});
export type Comment = z.infer<typeof comment>;

export const writeComment = endpoint({
	method: "post",
	path: "/api/families/{familyId}/comments",
	summary: "Say something or ask a question, on any part of the plan or to the team",
	right: "comment.write",
	params: familyParams,
	body: z.strictObject({
		kind: z.enum(["comment", "question"]),
		about: z.enum(commentAbout),
		/** What it is about; left out for the plan as a whole. */
		aboutId: id.nullish(),
		toTeam: z.boolean().default(false),
		text: someWords,
		/** The language of the words; the writer's own when left out. */
		language: language.optional(),
		...readersChoice,
	}),
	response: created,
	status: 201,
	audit: { action: "create", object: "comment" },
});
export const answerComment = endpoint({
	method: "post",
	path: "/api/families/{familyId}/comments/{commentId}/answers",
	summary: "Answer a question or react to a comment",
	right: "comment.write",
	params: within("commentId"),
	body: z.strictObject({ text: someWords, language: language.optional() }),
	response: created,
	status: 201,
	audit: { action: "create", object: "comment" },
});
