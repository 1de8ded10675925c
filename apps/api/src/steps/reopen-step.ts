import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as steps from "@samenplan/contract/steps";
import type { Step } from "@samenplan/contract/steps";
import type { ActorTx } from "../http/as-actor.ts";
import { found } from "../http/problems.ts";
import { openPlan } from "../plans/open-plan.ts";
import { assertMove } from "../plans/read-facts.ts";
import { presentStep } from "./step.present.ts";

/** Opens a concluded step again, with a reason that everyone of the plan reads. Words, answers and the day of its conclusion stay. */
export async function reopenStep(tx: ActorTx, { params, body }: EndpointParsed<typeof steps.reopenStep>): Promise<Step> {
	await assertMove(tx, `reopen_${params.kind}`);
	const plan = await openPlan(tx);
	const [reopened] = await tx.db.step.updateManyAndReturn({
		where: { planId: plan.id, familyId: tx.familyId, kind: params.kind },
		data: { state: "reopened", reopenedBecause: body.because },
	});
	return presentStep(found(reopened));
}
