import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as steps from "@samenplan/contract/steps";
import type { Step } from "@samenplan/contract/steps";
import type { ActorTx } from "../http/as-actor.ts";
import { assertVersion, found } from "../http/problems.ts";
import { openPlan } from "../plans/open-plan.ts";
import { assertMove } from "../plans/read-facts.ts";
import { presentStep } from "./step.present.ts";

/** Keeps what we write down together in a step. Who started from an older text gets both texts (409). */
export async function writeStep(tx: ActorTx, { params, body }: EndpointParsed<typeof steps.writeStep>): Promise<Step> {
	const plan = await openPlan(tx);
	const { version, ...words } = body;
	const where = { planId: plan.id, familyId: tx.familyId, kind: params.kind };
	const before = presentStep(found(await tx.db.step.findFirst({ where })));
	assertVersion(before, version);
	await assertMove(tx, `write_${params.kind}`);
	const [written] = await tx.db.step.updateManyAndReturn({
		where: { ...where, version },
		data: { ...words, version: { increment: 1 }, ...(before.state === "not_started" && { state: "in_progress" }) },
	});
	// Somebody was first between our reading and our writing: nothing of ours was written.
	if (!written) assertVersion(presentStep(found(await tx.db.step.findFirst({ where }))), version);
	return presentStep(found(written));
}
