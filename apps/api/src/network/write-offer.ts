import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as network from "@samenplan/contract/network";
import type { ActorTx } from "../http/as-actor.ts";
import { found, HttpProblem, moveNotPossible } from "../http/problems.ts";
import { assertInvolved } from "../people/involved.ts";
import { inOpenPlan } from "../plans/open-plan.ts";

/** Who would do what is asked: somebody around the family, a family member, or in words who. */
export async function addOffer(tx: ActorTx, { params, body }: EndpointParsed<typeof network.addOffer>) {
	const ask = await inOpenPlan(tx, await tx.db.ask.findFirst({ where: { id: params.askId, familyId: tx.familyId } }));
	if (ask.state === "done" || ask.state === "withdrawn") throw moveNotPossible([], ["ask-is-over"]);
	if (body.tieId === null && body.personId === null && body.text === "")
		throw new HttpProblem("invalid-input", { errors: [{ path: "text", code: "required" }] });
	if (body.tieId !== null) found(await tx.db.networkTie.findFirst({ where: { id: body.tieId, familyId: tx.familyId } }));
	if (body.personId !== null) await assertInvolved(tx, [{ personId: body.personId, path: "personId" }]);
	await tx.db.offer.create({
		data: { ...body, id: tx.newId, familyId: tx.familyId, askId: ask.id, writtenBy: tx.actor.personId, createdAt: tx.now },
	});
	return { id: tx.newId };
}

/** Takes an offer back; when it was the last one, what was asked is open again. */
export async function withdrawOffer(tx: ActorTx, { params }: EndpointParsed<typeof network.withdrawOffer>): Promise<undefined> {
	const offer = found(await tx.db.offer.findFirst({ where: { id: params.offerId, familyId: tx.familyId } }));
	await inOpenPlan(tx, await tx.db.ask.findFirst({ where: { id: offer.askId, familyId: tx.familyId } }));
	await tx.db.offer.deleteMany({ where: { id: offer.id, familyId: tx.familyId } });
	const left = await tx.db.offer.count({ where: { askId: offer.askId, familyId: tx.familyId } });
	if (left === 0)
		await tx.db.ask.updateMany({ where: { id: offer.askId, familyId: tx.familyId, state: "taken" }, data: { state: "open" } });
}
