import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as goals from "@samenplan/contract/goals";
import type { ActorTx } from "../http/as-actor.ts";
import { dayColumn } from "../http/days.ts";
import { found, moveNotPossible } from "../http/problems.ts";
import { assertInvolved } from "../people/involved.ts";
import { openPlan } from "../plans/open-plan.ts";

/** A small step for somebody of the family or around it, under a goal or on its own. */
export async function addAction(tx: ActorTx, { body }: EndpointParsed<typeof goals.addAction>) {
	const plan = await openPlan(tx);
	await assertInvolved(tx, [{ personId: body.personId, path: "personId" }]);
	if (body.goalId !== null) {
		const goal = found(await tx.db.goal.findFirst({ where: { id: body.goalId, familyId: tx.familyId } }));
		if (goal.state === "stopped" || goal.state === "achieved") throw moveNotPossible([], ["goal-is-over"]);
	}
	await tx.db.action.create({
		data: {
			...body,
			dueOn: dayColumn(body.dueOn),
			id: tx.newId,
			familyId: tx.familyId,
			planId: plan.id,
			writtenBy: tx.actor.personId,
			language: tx.actor.language,
			createdAt: tx.now,
		},
	});
	return { id: tx.newId };
}
