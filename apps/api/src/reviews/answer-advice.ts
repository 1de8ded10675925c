import { dayInAmsterdam } from "@samenplan/access/age";
import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { answerReview as contract } from "@samenplan/contract/reviews";
import type { ActorTx } from "../http/as-actor.ts";
import { assertDay, dayColumn } from "../http/days.ts";
import { assertVersion, found, HttpProblem, moveNotPossible } from "../http/problems.ts";
import { presentReview } from "./present-review.ts";

/**
 * What the coordinator does with the advice: followed, or not followed because, after hearing the family about it (R6). With the
 * answer the scientist's relation to the family ends; what was reviewed stays theirs to read.
 */
export async function answerAdvice(tx: ActorTx, { params, body }: EndpointParsed<typeof contract>): Promise<undefined> {
	const where = { id: params.reviewId, familyId: tx.familyId };
	const review = found(await tx.db.review.findFirst({ where }));
	if (review.state !== "advised" || !review.advisedAt)
		throw moveNotPossible([], [review.state === "answered" ? "advice-was-answered" : "advice-not-given"]);
	if (body.answer === "not_followed" && body.because === "")
		throw new HttpProblem("invalid-input", { errors: [{ path: "because", code: "required" }] });
	assertDay(body.heardFamilyOn, "heardFamilyOn", { from: dayInAmsterdam(review.advisedAt), until: tx.today });
	assertVersion(presentReview(review), body.version);
	const { count } = await tx.db.review.updateMany({
		where: { ...where, version: body.version, state: "advised" },
		data: {
			state: "answered",
			answer: body.answer,
			because: body.because,
			heardFamilyOn: dayColumn(body.heardFamilyOn),
			answeredAt: tx.now,
			version: { increment: 1 },
		},
	});
	if (count === 0) throw new HttpProblem("conflict", { current: presentReview(found(await tx.db.review.findFirst({ where }))) });
	return undefined;
}
