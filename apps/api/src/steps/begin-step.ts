import type { StepKind } from "@samenplan/contract/steps";
import type { ActorTx } from "../http/as-actor.ts";

/** The first word said or written in a step begins it. One that was begun, concluded or reopened stays as it is. */
export async function beginStep(tx: Pick<ActorTx, "db" | "familyId">, planId: string, kind: StepKind): Promise<void> {
	await tx.db.step.updateMany({ where: { familyId: tx.familyId, planId, kind, state: "not_started" }, data: { state: "in_progress" } });
}
