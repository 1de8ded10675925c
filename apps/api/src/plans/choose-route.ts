import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as plans from "@samenplan/contract/plans";
import type { PlanHead } from "@samenplan/contract/plans";
import type { ActorTx } from "../http/as-actor.ts";
import { HttpProblem } from "../http/problems.ts";
import { changePlan } from "./change-plan.ts";

/**
 * The route the family and the coordinator choose together. A crisis may be called at any time, and then says what was done and by
 * whom: acting goes first, but never unseen.
 */
export async function chooseRoute(tx: ActorTx, { body }: EndpointParsed<typeof plans.chooseRoute>): Promise<PlanHead> {
	const crisis = body.route === "crisis";
	if (crisis && body.reason === "") throw new HttpProblem("invalid-input", { errors: [{ path: "reason", code: "required" }] });
	return changePlan(tx, crisis ? "choose_crisis" : "choose_route", body.version, { route: body.route, routeReason: body.reason });
}
