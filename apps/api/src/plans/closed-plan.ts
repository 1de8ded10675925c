import type { PlanHead } from "@samenplan/contract/plans";
import type { Prisma } from "@samenplan/prisma/client";
import type { ActorTx } from "../http/as-actor.ts";
import { assertVersion, found, HttpProblem, moveNotPossible } from "../http/problems.ts";
import { presentPlan } from "./plan.present.ts";
import { movesNow } from "./read-facts.ts";

/** The plan that people see: the open one, or the last that was closed. */
export async function newestPlan(tx: Pick<ActorTx, "db" | "familyId">) {
	const plans = await tx.db.plan.findMany({ where: { familyId: tx.familyId }, orderBy: [{ openedOn: "desc" }, { id: "desc" }] });
	return found(plans.find(({ state }) => state === "open") ?? plans[0]);
}

/**
 * The closed plan of the family that was entered.
 * @throws HttpProblem `move-not-possible` when its plan is open
 */
export async function closedPlan(tx: ActorTx) {
	const plan = await newestPlan(tx);
	if (plan.state === "open") throw moveNotPossible(await movesNow(tx), ["plan-is-open"]);
	return plan;
}

/**
 * Changes the closed plan: aftercare, or opening it again.
 * @throws HttpProblem `conflict` with the plan as it is now, when somebody changed it since this version was read
 */
export async function changeClosedPlan(tx: ActorTx, version: number, data: Prisma.PlanUncheckedUpdateManyInput): Promise<PlanHead> {
	return changeThis(tx, await closedPlan(tx), version, data);
}

/** Changes what counts for an open plan and for a closed one alike. */
export async function changeNewestPlan(tx: ActorTx, version: number, data: Prisma.PlanUncheckedUpdateManyInput): Promise<PlanHead> {
	return changeThis(tx, await newestPlan(tx), version, data);
}

type Kept = Awaited<ReturnType<typeof newestPlan>>;

async function changeThis(tx: ActorTx, plan: Kept, version: number, data: Prisma.PlanUncheckedUpdateManyInput): Promise<PlanHead> {
	assertVersion(presentPlan(plan), version);
	const [changed] = await tx.db.plan.updateManyAndReturn({
		where: { id: plan.id, familyId: tx.familyId, version, state: plan.state },
		data: { ...data, version: { increment: 1 } },
	});
	if (!changed) throw new HttpProblem("conflict", { current: presentPlan(await newestPlan(tx)) });
	return presentPlan(changed);
}
