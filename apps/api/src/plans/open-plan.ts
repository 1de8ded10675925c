import type { ActorTx } from "../http/as-actor.ts";
import { found, moveNotPossible } from "../http/problems.ts";

/**
 * The open plan of the family that was entered.
 * @throws HttpProblem `move-not-possible` when the newest plan is closed: what is closed is read, not changed
 */
export async function openPlan(tx: Pick<ActorTx, "db" | "familyId">) {
	const plan = await tx.db.plan.findFirst({ where: { familyId: tx.familyId, state: "open" } });
	if (!plan) throw moveNotPossible(["reopen_plan"], ["plan-closed"]);
	return plan;
}

/**
 * A part of the plan that is about to change: it is there, and its plan is still open.
 * @throws HttpProblem `not-found`, or `move-not-possible` as {@link openPlan}
 */
export async function inOpenPlan<Part extends { planId: string }>(tx: Pick<ActorTx, "db" | "familyId">, part: Part | null): Promise<Part> {
	const present = found(part);
	if ((await openPlan(tx)).id !== present.planId) throw moveNotPossible(["reopen_plan"], ["plan-closed"]);
	return present;
}
