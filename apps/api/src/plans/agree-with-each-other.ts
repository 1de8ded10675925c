import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as plans from "@samenplan/contract/plans";
import type { PlanHead } from "@samenplan/contract/plans";
import type { ActorTx } from "../http/as-actor.ts";
import { changePlan } from "./change-plan.ts";

/**
 * What people expect of each other and settle at the start: what we do when it does not work, and what is written down about the
 * family. Unspoken expectations disappoint (Coyne and Cowley, 2007).
 */
export async function agreeWithEachOther(tx: ActorTx, { body }: EndpointParsed<typeof plans.agreeWithEachOther>): Promise<PlanHead> {
	const { version, ...agreed } = body;
	return changePlan(tx, undefined, version, agreed);
}
