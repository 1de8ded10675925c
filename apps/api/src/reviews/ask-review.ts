import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { askReview as contract } from "@samenplan/contract/reviews";
import type { ActorTx } from "../http/as-actor.ts";
import { assertDay, dayColumn } from "../http/days.ts";
import { found, HttpProblem, moveNotPossible } from "../http/problems.ts";
import { openPlan } from "../plans/open-plan.ts";
import { assertMove } from "../plans/read-facts.ts";

/**
 * Asks a behavioural scientist to think along. The family was told first: the day is part of the question, and cannot lie ahead.
 * @throws HttpProblem `move-not-possible` while another question waits
 */
export async function askReview(tx: ActorTx, { body }: EndpointParsed<typeof contract>): Promise<{ id: string }> {
	await assertMove(tx, "ask_review");
	const plan = await openPlan(tx);
	assertDay(body.toldFamilyOn, "toldFamilyOn", { until: tx.today });
	// In the queue the words say what a mark alone does not: how soon, and why.
	if (body.urgent && body.urgentBecause === "")
		throw new HttpProblem("invalid-input", { errors: [{ path: "urgentBecause", code: "required" }] });
	await tx.db.review.create({
		data: {
			id: tx.newId,
			familyId: tx.familyId,
			planId: plan.id,
			kind: body.kind,
			question: body.question,
			urgent: body.urgent,
			urgentBecause: body.urgent ? body.urgentBecause : "",
			toldFamilyOn: dayColumn(body.toldFamilyOn),
			askedBy: tx.actor.personId,
			askedAt: tx.now,
		},
	});
	return { id: tx.newId };
}

/** Takes the question back while there is no advice yet. A scientist who had taken it can no longer read the plan. */
export async function withdrawReview(tx: ActorTx, { params }: { params: { reviewId: string } }): Promise<undefined> {
	const where = { id: params.reviewId, familyId: tx.familyId };
	found(await tx.db.review.findFirst({ where, select: { id: true } }));
	const { count } = await tx.db.review.updateMany({
		where: { ...where, state: { in: ["asked", "taken"] } },
		data: { state: "withdrawn", version: { increment: 1 } },
	});
	if (count === 0) throw moveNotPossible([], ["advice-was-given"]);
	return undefined;
}
