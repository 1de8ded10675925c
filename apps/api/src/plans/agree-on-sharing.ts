import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as plans from "@samenplan/contract/plans";
import type { PlanHead } from "@samenplan/contract/plans";
import type { ActorTx } from "../http/as-actor.ts";
import { changePlan } from "./change-plan.ts";

/** What may be shared with whom, in particular with the referrer; can be changed at any time while the plan is open. */
export async function agreeOnSharing(tx: ActorTx, { body }: EndpointParsed<typeof plans.agreeOnSharing>): Promise<PlanHead> {
	return changePlan(tx, undefined, body.version, { sharingAgreements: body.sharingAgreements });
}
