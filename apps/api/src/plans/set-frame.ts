import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type * as plans from "@samenplan/contract/plans";
import { pullTalkForward } from "../evaluations/ensure-evaluation.ts";
import type { ActorTx } from "../http/as-actor.ts";
import { HttpProblem } from "../http/problems.ts";
import { changePlan, pastDay } from "./change-plan.ts";
import { openPlan } from "./open-plan.ts";

/**
 * The frame within which the family decides: where the child stays (R5 looks back more often then), and what a judge decided. An
 * order has its day and says what stands; without an order there is nothing that stands. When a child moves, a talk that is planned
 * later than now fits moves forward in the same transaction; the answer says so.
 */
export async function setFrame(
	tx: ActorTx,
	{ body }: EndpointParsed<typeof plans.setFrame>,
): Promise<EndpointResponse<typeof plans.setFrame>> {
	const { version, placement, courtOrderOn, courtOrder, ownChoices } = body;
	const required = (path: string) => new HttpProblem("invalid-input", { errors: [{ path, code: "required" }] });
	if (courtOrderOn !== null && courtOrder === "") throw required("courtOrder");
	if (courtOrderOn === null && (courtOrder !== "" || ownChoices !== "")) throw required("courtOrderOn");
	const before = await openPlan(tx);
	const plan = await changePlan(tx, undefined, version, {
		placement,
		courtOrderOn: courtOrderOn === null ? null : pastDay(tx, courtOrderOn, "courtOrderOn"),
		courtOrder,
		ownChoices,
	});
	return { ...plan, talkMovedTo: before.placement === placement ? null : await pullTalkForward(tx, plan) };
}
