import { z } from "zod";

/**
 * Stable codes of what can go wrong; the web turns each into words (`problem.<code>`).
 * A new code needs a line here and in every catalogue.
 */
export const problemCodes = [
	"invalid-input",
	"sign-in-needed",
	"not-found",
	"not-allowed",
	/** Allowed, once you prove again who you are. */
	"prove-again",
	"conflict",
	"move-not-possible",
	"code-wrong",
	"password-wrong",
	"passkey-wrong",
	"too-many-tries",
	"unavailable",
	"too-large",
	"network",
	"unexpected",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** Codes of what is wrong with one field; the web turns each into words (`problem.field.<code>`). */
export const fieldCodes = [
	"required",
	"too-long",
	"too-short",
	"invalid",
	"unknown-key",
	"unknown-person",
	"date",
	"too-early",
	"too-late",
	/** A password that is common, was found in a leak, or follows from a name. */
	"guessable",
	"taken",
] as const;
export type FieldCode = (typeof fieldCodes)[number];

/** An RFC 9457 problem document, `application/problem+json`. */
export const problem = z.object({
	type: z.string(),
	title: z.string(),
	status: z.number().int(),
	code: z.enum(problemCodes),
	/** Which fields, and what is wrong with each; the path is dotted (`levels.0`). */
	errors: z
		.array(
			z.object({
				path: z.string(),
				code: z.enum(fieldCodes),
				limit: z.number().optional(),
				/** With `too-late`: the last day that is possible, `YYYY-MM-DD`. */
				day: z.iso.date().optional(),
			}),
		)
		.optional(),
	/** With `move-not-possible`: the moves that are possible now. */
	possible: z.array(z.string()).optional(),
	/** With `move-not-possible`: why, as stable codes (`method.<code>` in the catalogue). */
	reasons: z.array(z.string()).optional(),
	/** With `conflict`: the object as somebody else left it, so that both texts can be shown. */
	current: z.unknown().optional(),
	/** Seconds after which trying again makes sense. */
	retryAfter: z.number().optional(),
	requestId: z.string().optional(),
});
export type Problem = z.infer<typeof problem>;
