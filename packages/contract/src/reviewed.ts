import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { planContent } from "./plans.ts";
import { review, reviewAdvice } from "./reviews.ts";
import { id, moment, within } from "./shapes.ts";

/** What a scientist keeps of a case: question, advice, answer, and the plan as it was read when the advice was given. */
export const reviewed = review
	.pick({
		id: true,
		kind: true,
		question: true,
		urgent: true,
		urgentBecause: true,
		state: true,
		askedAt: true,
		advice: true,
		advisedAt: true,
		answer: true,
		because: true,
		heardFamilyOn: true,
		answeredAt: true,
	})
	.extend({
		familyId: id,
		familyName: z.string(),
		askedByName: z.string(),
		advices: z.array(reviewAdvice.pick({ id: true, step: true, text: true, answer: true, because: true })),
		content: planContent.nullable(),
	});
export type Reviewed = z.infer<typeof reviewed>;

export const readReviewed = endpoint({
	method: "get",
	path: "/api/reviews/{reviewId}",
	summary: "A case I gave advice on, as I read it then, and what was done with the advice",
	right: "reviews.read",
	params: z.strictObject({ reviewId: id }),
	response: reviewed,
	audit: { action: "read", object: "review" },
});

/** The plan as I last read it, in this review or an earlier one of the same family. */
export const lastLook = z.object({ lookedAt: moment.nullable(), content: planContent.nullable() });
export const readLastLook = endpoint({
	method: "get",
	path: "/api/families/{familyId}/reviews/{reviewId}/last-look",
	summary: "The plan as I last read it, to see what changed since; empty before the first look",
	right: "review.advise",
	params: within("reviewId"),
	response: lastLook,
	audit: { action: "read", object: "review" },
});
