import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { planContent } from "./plans.ts";
import { review } from "./reviews.ts";
import { id } from "./shapes.ts";

/** What a scientist keeps of a case: question, advice, answer, and the plan as it was read when the advice was given. */
export const reviewed = review
	.pick({
		id: true,
		question: true,
		urgent: true,
		state: true,
		askedAt: true,
		advice: true,
		advisedAt: true,
		answer: true,
		because: true,
		heardFamilyOn: true,
		answeredAt: true,
	})
	.extend({ familyId: id, familyName: z.string(), askedByName: z.string(), content: planContent.nullable() });
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
