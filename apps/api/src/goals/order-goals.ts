import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as goals from "@samenplan/contract/goals";
import type { ActorTx } from "../http/as-actor.ts";
import { notFound } from "../http/problems.ts";
import { openPlan } from "../plans/open-plan.ts";

/** Puts the named goals first, in this order; goals that were added meanwhile come after them and none is lost. */
export async function orderGoals(tx: ActorTx, { body }: EndpointParsed<typeof goals.orderGoals>): Promise<undefined> {
	const plan = await openPlan(tx);
	const present = await tx.db.goal.findMany({
		where: { familyId: tx.familyId, planId: plan.id },
		orderBy: [{ position: "asc" }, { createdAt: "asc" }, { id: "asc" }],
		select: { id: true },
	});
	const ids = new Set(present.map(({ id }) => id));
	if (!body.goalIds.every((id) => ids.has(id))) throw notFound();
	const ordered = [...new Set([...body.goalIds, ...ids])];
	for (const [position, id] of ordered.entries()) await tx.db.goal.updateMany({ where: { id, familyId: tx.familyId }, data: { position } });
}
