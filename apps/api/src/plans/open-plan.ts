import type { ActorTx } from "../http/as-actor.ts";
import { moveNotPossible } from "../http/problems.ts";

/**
 * The open plan of the family that was entered.
 * @throws HttpProblem `move-not-possible` when the newest plan is closed: what is closed is read, not changed
 */
export async function openPlan(tx: Pick<ActorTx, "db" | "familyId">) {
	const plan = await tx.db.plan.findFirst({ where: { familyId: tx.familyId, state: "open" } });
	if (!plan) throw moveNotPossible([], ["plan-closed"]);
	return plan;
}
