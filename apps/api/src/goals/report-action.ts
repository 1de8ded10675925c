import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as goals from "@samenplan/contract/goals";
import type { ActorTx } from "../http/as-actor.ts";
import { found, notAllowed } from "../http/problems.ts";
import { inOpenPlan } from "../plans/open-plan.ts";

/**
 * "Done" or "did not work", with a word, or back to "to do". Everyone reports on their own steps, the coordinator on all. It carries no version:
 * a report says how it went and never overwrites what was agreed; the former report stays in the history.
 */
export async function reportAction(tx: ActorTx, { params, body }: EndpointParsed<typeof goals.reportAction>): Promise<undefined> {
	const action = found(await tx.db.action.findFirst({ where: { id: params.actionId, familyId: tx.familyId } }));
	// Somebody who sees only their own steps does not see the plan either; for them a late word changes nothing of it.
	if (tx.grant("plan.read")) await inOpenPlan(tx, action);
	if (tx.grant("action.report") === "own" && action.personId !== tx.actor.personId) throw notAllowed();
	await tx.db.action.updateMany({
		where: { id: action.id, familyId: tx.familyId },
		data: { state: body.state, note: body.state === "to_do" ? "" : body.note, reportedAt: body.state === "to_do" ? null : tx.now },
	});
}
