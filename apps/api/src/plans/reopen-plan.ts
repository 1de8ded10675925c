import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as plans from "@samenplan/contract/plans";
import type { PlanHead } from "@samenplan/contract/plans";
import { assertInTime, ensureEvaluation } from "../evaluations/ensure-evaluation.ts";
import type { ActorTx } from "../http/as-actor.ts";
import { assertDay, dayColumn } from "../http/days.ts";
import { changeClosedPlan, closedPlan } from "./closed-plan.ts";

/**
 * Opens a closed plan again, with a reason that everyone of the plan reads. Goals, words, versions and the talk at which it was closed
 * stay as they were; there is a day to look back again (R5), and step 6 is open for it.
 */
export async function reopenPlan(tx: ActorTx, { body }: EndpointParsed<typeof plans.reopenPlan>): Promise<PlanHead> {
	assertDay(body.evaluationOn, "evaluationOn", { from: tx.today });
	const plan = await closedPlan(tx);
	await assertInTime(tx, plan, { day: body.evaluationOn, path: "evaluationOn", setOn: tx.today });
	const reopened = await changeClosedPlan(tx, body.version, {
		state: "open",
		closedOn: null,
		reopenedBecause: body.because,
		reopenedOn: dayColumn(tx.today),
	});
	await ensureEvaluation(tx, body.evaluationOn);
	await tx.db.step.updateMany({
		where: { planId: plan.id, familyId: tx.familyId, kind: "evaluate", state: "concluded" },
		data: { state: "reopened", reopenedBecause: body.because },
	});
	return reopened;
}
