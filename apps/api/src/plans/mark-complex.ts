import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as plans from "@samenplan/contract/plans";
import type { PlanHead } from "@samenplan/contract/plans";
import type { ActorTx } from "../http/as-actor.ts";
import { HttpProblem } from "../http/problems.ts";
import { changePlan, pastDay } from "./change-plan.ts";

/** Several or complex problems: the family hears first that a scientist will think along, and on which day it heard so is kept. */
export async function markComplex(tx: ActorTx, { body }: EndpointParsed<typeof plans.markComplex>): Promise<PlanHead> {
	if (body.complex && body.toldFamilyOn === null)
		throw new HttpProblem("invalid-input", { errors: [{ path: "toldFamilyOn", code: "required" }] });
	return changePlan(tx, "mark_complex", body.version, {
		complex: body.complex,
		toldFamilyOn: body.toldFamilyOn === null ? null : pastDay(tx, body.toldFamilyOn, "toldFamilyOn"),
	});
}
