import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as network from "@samenplan/contract/network";
import { chooseReaders } from "../audience/choose-readers.ts";
import { tellReaders } from "../audience/texts.ts";
import type { ActorTx } from "../http/as-actor.ts";
import { assertVersion, HttpProblem, moveNotPossible } from "../http/problems.ts";
import { inOpenPlan, openPlan } from "../plans/open-plan.ts";
import { beginStep } from "../steps/begin-step.ts";

/** A person or group around the family: how close, and whether they give support, cost energy, or both. */
export async function addTie(tx: ActorTx, { body }: EndpointParsed<typeof network.addTie>) {
	const plan = await openPlan(tx);
	await beginStep(tx, plan.id, "network");
	const { audience, readers, consentId, ...text } = body;
	const choice = await chooseReaders(tx, { audience, readers, consentId }, { subject: tx.actor.personId });
	tellReaders(tx, choice.audience);
	await tx.db.networkTie.create({
		data: { ...text, ...choice, id: tx.newId, familyId: tx.familyId, planId: plan.id, writtenBy: tx.actor.personId, createdAt: tx.now },
	});
	return { id: tx.newId };
}

export async function editTie(tx: ActorTx, { params, body }: EndpointParsed<typeof network.editTie>): Promise<undefined> {
	const tie = await inOpenPlan(tx, await tx.db.networkTie.findFirst({ where: { id: params.tieId, familyId: tx.familyId } }));
	assertVersion(tie, body.version);
	tellReaders(tx, tie.audience);
	const { version, ...text } = body;
	const { count } = await tx.db.networkTie.updateMany({
		where: { id: tie.id, familyId: tx.familyId, version },
		data: { ...text, version: { increment: 1 } },
	});
	if (count === 0) throw new HttpProblem("conflict", { current: await tx.db.networkTie.findUnique({ where: { id: tie.id } }) });
}

/** Somebody who offered something stays until the offer is taken back: otherwise nobody knows any more who would come. */
export async function removeTie(tx: ActorTx, { params }: EndpointParsed<typeof network.removeTie>): Promise<undefined> {
	const tie = await inOpenPlan(tx, await tx.db.networkTie.findFirst({ where: { id: params.tieId, familyId: tx.familyId } }));
	const offers = await tx.db.offer.count({ where: { tieId: tie.id, familyId: tx.familyId } });
	if (offers > 0) throw moveNotPossible([], ["tie-has-offers"]);
	tellReaders(tx, tie.audience);
	await tx.db.networkTie.deleteMany({ where: { id: tie.id, familyId: tx.familyId } });
}
