import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { adviseReview as contract, lookReview } from "@samenplan/contract/reviews";
import type { ActorTx } from "../http/as-actor.ts";
import { assertVersion, found, HttpProblem, moveNotPossible } from "../http/problems.ts";
import { readPlanContent } from "../plans/read-plan.ts";
import { presentReview } from "./present-review.ts";

/**
 * The scientist's advice, dated, in short and per step, with the plan exactly as it was read. It can be bettered until the
 * coordinator has answered; the former words stay in the history.
 */
export async function adviseReview(tx: ActorTx, { params, body }: EndpointParsed<typeof contract>): Promise<undefined> {
	const where = { id: params.reviewId, familyId: tx.familyId, scientistId: tx.actor.personId };
	const review = found(await tx.db.review.findFirst({ where }));
	if (review.state !== "taken" && review.state !== "advised") throw moveNotPossible([], ["review-is-closed"]);
	assertVersion(presentReview(review), body.version);
	const { count } = await tx.db.review.updateMany({
		where: { ...where, version: body.version },
		data: {
			state: "advised",
			advice: body.advice,
			advisedAt: tx.now,
			firstAdvisedAt: review.firstAdvisedAt ?? tx.now,
			lookedAt: tx.now,
			content: JSON.parse(await readPlanContent(tx)),
			version: { increment: 1 },
		},
	});
	if (count === 0) throw new HttpProblem("conflict", { current: presentReview(found(await tx.db.review.findFirst({ where }))) });
	await keepSteps(tx, params.reviewId, body.steps);
	return undefined;
}

/** The advice per step as it is now: bettered, added, or taken away. */
async function keepSteps(tx: ActorTx, reviewId: string, steps: EndpointParsed<typeof contract>["body"]["steps"]): Promise<void> {
	const of = { reviewId, familyId: tx.familyId };
	const known = await tx.db.reviewAdvice.findMany({ where: of });
	const left = known.filter(({ step }) => !steps.some((each) => each.step === step)).map(({ id }) => id);
	if (left.length > 0) await tx.db.reviewAdvice.deleteMany({ where: { ...of, id: { in: left } } });
	for (const { step, text } of steps) {
		const former = known.find((each) => each.step === step);
		if (!former) await tx.db.reviewAdvice.create({ data: { ...of, step, text, writtenBy: tx.actor.personId, createdAt: tx.now } });
		else if (former.text !== text)
			await tx.db.reviewAdvice.updateMany({ where: { ...of, id: former.id }, data: { text, version: { increment: 1 } } });
	}
}

/** The plan as it is now counts as read: from here on the page shows what changed since. */
export async function markAsRead(tx: ActorTx, { params }: EndpointParsed<typeof lookReview>): Promise<undefined> {
	const where = { id: params.reviewId, familyId: tx.familyId, scientistId: tx.actor.personId };
	const review = found(await tx.db.review.findFirst({ where, select: { state: true } }));
	// What was read when the advice was given stays with the advice; a later look begins with a later review.
	if (review.state !== "taken") throw moveNotPossible([], [review.state === "advised" ? "advice-was-given" : "review-is-closed"]);
	await tx.db.review.updateMany({ where, data: { lookedAt: tx.now, content: JSON.parse(await readPlanContent(tx)) } });
	return undefined;
}
