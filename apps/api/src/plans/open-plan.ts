import type { ActorTx } from "../http/as-actor.ts";
import { found, type HttpProblem, moveNotPossible } from "../http/problems.ts";

type Reading = Pick<ActorTx, "db" | "familyId" | "grant">;

/**
 * The open plan of the family that was entered.
 * @throws HttpProblem `move-not-possible` when the newest plan is closed: what is closed is read, not changed
 */
export async function openPlan(tx: Reading) {
	const plan = await tx.db.plan.findFirst({ where: { familyId: tx.familyId, state: "open" } });
	if (!plan) throw planIsClosed(tx);
	return plan;
}

/**
 * A part of the plan that is about to change: it is there, and its plan is still open.
 * @throws HttpProblem `not-found`, or `move-not-possible` as {@link openPlan}
 */
export async function inOpenPlan<Part extends { planId: string }>(tx: Reading, part: Part | null): Promise<Part> {
	const present = found(part);
	if ((await openPlan(tx)).id !== present.planId) throw planIsClosed(tx);
	return present;
}

/** Whoever may open the plan again is offered that. */
function planIsClosed(tx: Reading): HttpProblem {
	return moveNotPossible(tx.grant("plan.steer") ? ["reopen_plan"] : [], ["plan-closed"]);
}
