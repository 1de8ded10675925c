import type { PlanHead } from "@samenplan/contract/plans";
import type { Move } from "@samenplan/plan-rules/moves";
import type { Prisma } from "@samenplan/prisma/client";
import type { ActorTx } from "../http/as-actor.ts";
import { assertDay, dayColumn } from "../http/days.ts";
import { assertVersion, found } from "../http/problems.ts";
import { openPlan } from "./open-plan.ts";
import { presentPlan } from "./plan.present.ts";
import { assertMove } from "./read-facts.ts";

/**
 * Changes the open plan itself when the move is possible.
 * @throws HttpProblem `conflict` with the plan as it is now, when somebody changed it since this version was read
 */
export async function changePlan(
	tx: ActorTx,
	move: Move | undefined,
	version: number,
	data: Prisma.PlanUncheckedUpdateManyInput,
): Promise<PlanHead> {
	if (move) await assertMove(tx, move);
	const plan = await openPlan(tx);
	assertVersion(presentPlan(plan), version);
	const [changed] = await tx.db.plan.updateManyAndReturn({
		where: { id: plan.id, familyId: tx.familyId, version },
		data: { ...data, version: { increment: 1 } },
	});
	if (!changed) assertVersion(presentPlan(await openPlan(tx)), version);
	return presentPlan(found(changed));
}

/** A day on which something happened: not one that is still to come. */
export function pastDay(tx: ActorTx, day: string, path: string): Date {
	assertDay(day, path, { until: tx.today });
	return dayColumn(day);
}
