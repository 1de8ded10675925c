import type { ActorTx } from "../http/as-actor.ts";
import { moveNotPossible } from "../http/problems.ts";
import { inOpenPlan } from "./open-plan.ts";

/** Takes back a version that lies before people, so that the plan can change; the answers stay with it. */
export async function withdrawVersion(tx: ActorTx, { params }: { params: { planVersionId: string } }): Promise<undefined> {
	const where = { id: params.planVersionId, familyId: tx.familyId };
	const version = await inOpenPlan(tx, await tx.db.planVersion.findFirst({ where, select: { state: true, planId: true } }));
	const { count } = await tx.db.planVersion.updateMany({ where: { ...where, state: "put" }, data: { state: "withdrawn" } });
	if (count === 0) throw moveNotPossible(version.state === "agreed" ? ["put_version"] : [], ["version-is-closed"]);
	return undefined;
}
