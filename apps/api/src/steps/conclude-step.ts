import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as steps from "@samenplan/contract/steps";
import type { Step } from "@samenplan/contract/steps";
import type { ActorTx } from "../http/as-actor.ts";
import { assertVersion, found } from "../http/problems.ts";
import { openPlan } from "../plans/open-plan.ts";
import { assertMove } from "../plans/read-facts.ts";
import { presentStep } from "./step.present.ts";

/**
 * Concludes a step that was done together. Its version counts the words, not the state: answers that people gave to these words
 * stay answers to these words.
 */
export async function concludeStep(tx: ActorTx, { params, body }: EndpointParsed<typeof steps.concludeStep>): Promise<Step> {
	await assertMove(tx, `conclude_${params.kind}`);
	const plan = await openPlan(tx);
	const where = { planId: plan.id, familyId: tx.familyId, kind: params.kind };
	assertVersion(presentStep(found(await tx.db.step.findFirst({ where }))), body.version);
	const [concluded] = await tx.db.step.updateManyAndReturn({
		where: { ...where, version: body.version },
		data: { state: "concluded", concludedAt: tx.now, concludedBy: tx.actor.personId },
	});
	// Words were written between our reading and our writing: these are not the words that were concluded.
	if (!concluded) assertVersion(presentStep(found(await tx.db.step.findFirst({ where }))), body.version);
	return presentStep(found(concluded));
}
