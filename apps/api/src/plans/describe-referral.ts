import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as plans from "@samenplan/contract/plans";
import type { PlanHead } from "@samenplan/contract/plans";
import type { ActorTx } from "../http/as-actor.ts";
import { HttpProblem } from "../http/problems.ts";
import { changePlan } from "./change-plan.ts";

/** Who sent the family, and why, as the family reads it too. A reason belongs to somebody: without a referrer there is none. */
export async function describeReferral(tx: ActorTx, { body }: EndpointParsed<typeof plans.describeReferral>): Promise<PlanHead> {
	const { version, ...referral } = body;
	if (referral.referrer === "" && referral.referralReason !== "")
		throw new HttpProblem("invalid-input", { errors: [{ path: "referrer", code: "required" }] });
	return changePlan(tx, undefined, version, referral);
}
