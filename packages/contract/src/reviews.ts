import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { created, day, familyParams, id, moment, optionalLine, someWords, version, within, words } from "./shapes.ts";
import { stepKinds } from "./steps.ts";

export const reviewStates = ["asked", "taken", "advised", "answered", "withdrawn"] as const;
/** About how to go on (step 1), the shared picture (step 2, R6), or a case that runs. */
export const reviewKinds = ["route", "shared_picture", "running"] as const;
export const reviewAnswers = ["followed", "not_followed"] as const;

export const review = z.object({
	id,
	kind: z.enum(reviewKinds),
	question: z.string(),
	urgent: z.boolean(),
	urgentBecause: z.string(),
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

/** Advice about one step, answered by itself. */
export const reviewAdvice = z.object({
	id,
	reviewId: id,
	step: z.enum(stepKinds),
	text: z.string(),
	writtenBy: id,
	answer: z.enum(reviewAnswers).nullable(),
	because: z.string(),
	answeredBy: id.nullable(),
	answeredAt: moment.nullable(),
	version: z.number().int(),
	createdAt: moment,
});
export type ReviewAdvice = z.infer<typeof reviewAdvice>;

export const askReview = endpoint({
	method: "post",
	path: "/api/families/{familyId}/reviews",
	summary: "Asks a behavioural scientist to think along, after telling the family",
	right: "review.ask",
	params: familyParams,
	body: z.strictObject({
		kind: z.enum(reviewKinds).default("shared_picture"),
		question: someWords,
		urgent: z.boolean(),
		/** Needed when it is urgent: a short word that all scientists of the organisation read in the queue. */
		urgentBecause: optionalLine.default(""),
		toldFamilyOn: day,
	}),
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
	summary: "The scientist's dated advice, in short and per step, with the plan as it was read",
	right: "review.advise",
	params: within("reviewId"),
	body: z.strictObject({
		advice: someWords,
		/** At most one per step; a step that is left out loses the advice it had. */
		steps: z
			.array(z.strictObject({ step: z.enum(stepKinds), text: someWords }))
			.max(stepKinds.length)
			.default([])
			.refine((advices) => new Set(advices.map(({ step }) => step)).size === advices.length),
		version,
	}),
	audit: { action: "update", object: "review" },
});
export const answerReview = endpoint({
	method: "put",
	path: "/api/families/{familyId}/reviews/{reviewId}/answer",
	summary: "What the coordinator does with the advice, in short and per step, after hearing the family",
	right: "review.answer",
	params: within("reviewId"),
	body: z.strictObject({
		answer: z.enum(reviewAnswers),
		because: words,
		heardFamilyOn: day,
		/** Each advice about a step has its own answer. */
		steps: z
			.array(z.strictObject({ adviceId: id, answer: z.enum(reviewAnswers), because: words }))
			.max(stepKinds.length)
			.default([]),
		version,
	}),
	audit: { action: "update", object: "review" },
});
export const lookReview = endpoint({
	method: "post",
	path: "/api/families/{familyId}/reviews/{reviewId}/look",
	summary: "Marks the plan as read until now, so that the next look shows what changed since",
	right: "review.advise",
	params: within("reviewId"),
	audit: { action: "update", object: "review" },
});

export const reviewInQueue = z.object({
	reviewId: id,
	familyId: id,
	familyName: z.string(),
	state: z.enum(reviewStates),
	kind: z.enum(reviewKinds),
	urgent: z.boolean(),
	/** The coordinator's own words for the queue; empty for who works with the family. */
	urgentBecause: z.string(),
	/** The plan is on the crisis route; what happened is read by who takes the case. */
	crisis: z.boolean(),
	askedAt: moment,
	askedByName: z.string(),
	/** Taken by the reader. */
	mine: z.boolean(),
	/** The reader works with this family, did so before in this plan or is about to, so somebody else reviews it (R6). */
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
export const openReviewsLive = endpoint({
	method: "get",
	path: "/api/reviews/live",
	summary: "A stream that says when something of the queue of scientists changed",
	right: "reviews.read",
	audit: { action: "read", object: "live" },
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

/** How long an advice took, by the month in which it was asked. */
export const reviewMonth = z.object({
	month: z.string().regex(/^\d{4}-\d{2}$/),
	asked: z.number().int(),
	advised: z.number().int(),
	urgent: z.number().int(),
	/** Days from asked to the first advice; null while there is none. */
	medianDays: z.number().nullable(),
	slowestDays: z.number().nullable(),
});
export type ReviewMonth = z.infer<typeof reviewMonth>;
export const readReviewFigures = endpoint({
	method: "get",
	path: "/api/review-figures",
	summary: "How long an advice takes in the organisation, per month of the last year",
	right: "reviews.read",
	response: z.array(reviewMonth),
	audit: { action: "read", object: "review" },
});
export const readTeamReviewFigures = endpoint({
	method: "get",
	path: "/api/team/review-figures",
	summary: "How long my team waits for an advice, per month of the last year",
	right: "team.read",
	response: z.array(reviewMonth),
	audit: { action: "read", object: "review" },
});
