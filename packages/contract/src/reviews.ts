import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { created, day, familyParams, id, moment, someWords, version, within, words } from "./shapes.ts";

export const reviewStates = ["asked", "taken", "advised", "answered", "withdrawn"] as const;
/** About how to go on (step 1), the shared picture (step 2, R6), or a case that runs. */
export const reviewKinds = ["route", "shared_picture", "running"] as const;
export const reviewAnswers = ["followed", "not_followed"] as const;

export const review = z.object({
	id,
	question: z.string(),
	urgent: z.boolean(),
	toldFamilyOn: day,
	state: z.enum(reviewStates),
	askedBy: id,
	askedAt: moment,
	scientistId: id.nullable(),
	takenAt: moment.nullable(),
	advice: z.string(),
	advisedAt: moment.nullable(),
	answer: z.enum(reviewAnswers).nullable(),
	because: z.string(),
	heardFamilyOn: day.nullable(),
	answeredAt: moment.nullable(),
	version: z.number().int(),
});
export type Review = z.infer<typeof review>;

export const askReview = endpoint({
	method: "post",
	path: "/api/families/{familyId}/reviews",
	summary: "Asks a behavioural scientist to think along, after telling the family",
	right: "review.ask",
	params: familyParams,
	body: z.strictObject({ question: someWords, urgent: z.boolean(), toldFamilyOn: day }),
	response: created,
	status: 201,
	audit: { action: "create", object: "review" },
});
export const withdrawReview = endpoint({
	method: "post",
	path: "/api/families/{familyId}/reviews/{reviewId}/withdrawal",
	summary: "Takes back a question to the scientist that has no advice yet",
	right: "review.ask",
	params: within("reviewId"),
	audit: { action: "update", object: "review" },
});
export const adviseReview = endpoint({
	method: "put",
	path: "/api/families/{familyId}/reviews/{reviewId}/advice",
	summary: "The scientist's dated advice, with the plan as it was read",
	right: "review.advise",
	params: within("reviewId"),
	body: z.strictObject({ advice: someWords, version }),
	audit: { action: "update", object: "review" },
});
export const answerReview = endpoint({
	method: "put",
	path: "/api/families/{familyId}/reviews/{reviewId}/answer",
	summary: "What the coordinator does with the advice, after hearing the family",
	right: "review.answer",
	params: within("reviewId"),
	body: z.strictObject({ answer: z.enum(reviewAnswers), because: words, heardFamilyOn: day, version }),
	audit: { action: "update", object: "review" },
});

export const reviewInQueue = z.object({
	reviewId: id,
	familyId: id,
	familyName: z.string(),
	state: z.enum(reviewStates),
	urgent: z.boolean(),
	askedAt: moment,
	askedByName: z.string(),
	/** Taken by the reader. */
	mine: z.boolean(),
	/** The reader works with this family, so somebody else reviews it (R6). */
	ownCase: z.boolean(),
	answer: z.enum(reviewAnswers).nullable(),
	advisedAt: moment.nullable(),
});
export type ReviewInQueue = z.infer<typeof reviewInQueue>;

export const listReviews = endpoint({
	method: "get",
	path: "/api/reviews",
	summary: "The cases that wait for a scientist, urgent ones first, and those I took",
	right: "reviews.read",
	response: z.array(reviewInQueue),
	audit: { action: "read", object: "review" },
});
export const takeReview = endpoint({
	method: "post",
	path: "/api/reviews/{reviewId}/taking",
	summary: "Takes a case from the queue; from then on I may read its plan",
	right: "reviews.read",
	params: z.strictObject({ reviewId: id }),
	response: z.object({ familyId: id }),
	audit: { action: "execute", object: "review" },
});
