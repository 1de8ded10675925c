import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as plans from "@samenplan/contract/plans";
import type { PlanHead } from "@samenplan/contract/plans";
import type { ActorTx } from "../http/as-actor.ts";
import { changePlan } from "./change-plan.ts";

/** R2: help may be chosen without the network step, for a reason that the family reads. */
export async function skipNetwork(tx: ActorTx, { body }: EndpointParsed<typeof plans.skipNetwork>): Promise<PlanHead> {
	return changePlan(tx, "skip_network", body.version, { networkSkippedBecause: body.because });
}
