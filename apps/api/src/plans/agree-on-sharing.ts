import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as plans from "@samenplan/contract/plans";
import type { PlanHead } from "@samenplan/contract/plans";
import type { ActorTx } from "../http/as-actor.ts";
import { changePlan } from "./change-plan.ts";

/** What may be shared with whom, and what the referrer hears back; can be changed at any time while the plan is open. */
export async function agreeOnSharing(tx: ActorTx, { body }: EndpointParsed<typeof plans.agreeOnSharing>): Promise<PlanHead> {
	const { version, ...agreed } = body;
	return changePlan(tx, undefined, version, agreed);
}
