import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as steps from "@samenplan/contract/steps";
import { chooseReaders } from "../../audience/choose-readers.ts";
import { tellReaders } from "../../audience/texts.ts";
import type { ActorTx } from "../../http/as-actor.ts";
import { notAllowed } from "../../http/problems.ts";
import { assertInvolved } from "../../people/involved.ts";
import { openPlan } from "../../plans/open-plan.ts";
import { beginStep } from "../begin-step.ts";

/** The balance of load and capacity of a parent at this moment. A new moment is added, so that one sees how it goes over time. */
export async function writeLoadCapacity(tx: ActorTx, { body }: EndpointParsed<typeof steps.writeLoadCapacity>): Promise<{ id: string }> {
	if (tx.grant("load.write") === "own" && body.personId !== tx.actor.personId) throw notAllowed();
	await assertInvolved(tx, [{ personId: body.personId, path: "personId", as: ["parent"] }]);
	const plan = await openPlan(tx);
	const { audience, readers, consentId, ...moment } = body;
	const choice = await chooseReaders(
		tx,
		{ audience, readers, consentId },
		{ subject: body.personId, ...(body.personId !== tx.actor.personId && { whose: body.personId }) },
	);
	tellReaders(tx, choice.audience);
	await tx.db.loadCapacity.create({
		data: { ...moment, ...choice, id: tx.newId, familyId: tx.familyId, planId: plan.id, writtenBy: tx.actor.personId, createdAt: tx.now },
	});
	await beginStep(tx, plan.id, "strengths");
	return { id: tx.newId };
}
