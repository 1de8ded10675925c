import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { adviseReview as contract } from "@samenplan/contract/reviews";
import type { ActorTx } from "../http/as-actor.ts";
import { assertVersion, found, HttpProblem, moveNotPossible } from "../http/problems.ts";
import { readPlanContent } from "../plans/read-plan.ts";
import { presentReview } from "./present-review.ts";

/**
 * The scientist's advice, dated, with the plan exactly as it was read. It can be bettered until the coordinator has answered;
 * the former words stay in the history.
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
			content: JSON.parse(await readPlanContent(tx)),
			version: { increment: 1 },
		},
	});
	if (count === 0) throw new HttpProblem("conflict", { current: presentReview(found(await tx.db.review.findFirst({ where }))) });
	return undefined;
}
