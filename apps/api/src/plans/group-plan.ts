import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as plans from "@samenplan/contract/plans";
import type { PlanHead } from "@samenplan/contract/plans";
import type { ActorTx } from "../http/as-actor.ts";
import { dayColumn } from "../http/days.ts";
import { changePlan, pastDay } from "./change-plan.ts";

/** The youth act gives every family the right to make its own plan first; here is kept when it was offered. */
export async function offerGroupPlan(tx: ActorTx, { body }: EndpointParsed<typeof plans.offerGroupPlan>): Promise<PlanHead> {
	return changePlan(tx, "offer_group_plan", body.version, { groupPlanOfferedOn: pastDay(tx, body.offeredOn, "offeredOn") });
}

/** The family's answer, which it may change. At the table the coordinator writes it down for them; then it says so. */
export async function answerGroupPlan(tx: ActorTx, { body }: EndpointParsed<typeof plans.answerGroupPlan>): Promise<PlanHead> {
	return changePlan(tx, "answer_group_plan", body.version, {
		groupPlanAnswer: body.answer,
		groupPlanWords: body.words,
		groupPlanAnsweredOn: dayColumn(tx.today),
		groupPlanRecorded: tx.actor.side !== "family",
	});
}
