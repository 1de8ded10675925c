import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { created, familyParams, id, language, moment, someWords } from "./shapes.ts";

/** Somebody's own statement beside a text that stays. */

export const statementObjects = ["plan", "step", "view", "goal", "decision", "help", "evaluation", "review", "comment"] as const;
export type StatementObject = (typeof statementObjects)[number];

export const statement = z.object({
	id,
	object: z.enum(statementObjects),
	objectId: id,
	personId: id,
	text: z.string(),
	language,
	createdAt: moment,
});
export type Statement = z.infer<typeof statement>;

export const writeStatement = endpoint({
	method: "post",
	path: "/api/families/{familyId}/statements",
	summary: "Put my own statement beside a text that I may read; the text stays as it was written",
	right: "statement.write",
	params: familyParams,
	body: z.strictObject({
		object: z.enum(statementObjects),
		objectId: id,
		text: someWords,
		/** The language of the words; the writer's own when left out. */
		language: language.optional(),
		/** The request to correct that it answers. */
		requestId: id.optional(),
	}),
	response: created,
	status: 201,
	audit: { action: "create", object: "statement" },
});
