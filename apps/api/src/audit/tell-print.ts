import type { tellPrint as contract } from "@samenplan/contract/audit";
import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { ActorTx } from "../http/as-actor.ts";
import { found } from "../http/problems.ts";

/** Somebody prints the plan or a version of it. The entry of this call says so; its recipient is whoever prints. */
export async function tellPrint(tx: ActorTx, { body }: EndpointParsed<typeof contract>): Promise<undefined> {
	if (body.what === "plan_version" || body.planVersionId !== undefined)
		found(await tx.db.planVersion.findFirst({ where: { id: body.planVersionId ?? "", familyId: tx.familyId }, select: { id: true } }));
	return undefined;
}
