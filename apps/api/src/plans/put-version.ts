import type { PlanContent } from "@samenplan/contract/plans";
import { sharedContent } from "@samenplan/plan-rules/shared-content";
import type { ActorTx } from "../http/as-actor.ts";
import { mustAgreeOf } from "../positions/must-agree.ts";
import { openPlan } from "./open-plan.ts";
import { assertMove } from "./read-facts.ts";
import { readPlanContent } from "./read-plan.ts";

/**
 * Puts the plan as it is now before everyone who must agree (R3): the whole text is kept, so that each reads the same.
 * @throws HttpProblem `move-not-possible` when one already lies before people, there is nothing to agree on, nobody is known who
 * may agree, or the scientist's review is still owed (R6)
 */
export async function putVersion(tx: ActorTx): Promise<{ id: string }> {
	const plan = await openPlan(tx);
	await assertMove(tx, "put_version");
	const last = await tx.db.planVersion.findFirst({ where: { planId: plan.id }, orderBy: { number: "desc" }, select: { number: true } });
	await tx.db.planVersion.create({
		data: {
			id: tx.newId,
			familyId: tx.familyId,
			planId: plan.id,
			number: (last?.number ?? 0) + 1,
			content: sharedContent(JSON.parse(await readPlanContent(tx)) as PlanContent),
			mustAgree: await mustAgreeOf(tx),
			putBy: tx.actor.personId,
			putAt: tx.now,
		},
	});
	return { id: tx.newId };
}
