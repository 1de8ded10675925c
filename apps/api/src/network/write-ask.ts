import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as network from "@samenplan/contract/network";
import { askMoves } from "@samenplan/plan-rules/ask-moves";
import type { ActorTx } from "../http/as-actor.ts";
import { assertVersion, HttpProblem, moveNotPossible } from "../http/problems.ts";
import { inOpenPlan, openPlan } from "../plans/open-plan.ts";
import { beginStep } from "../steps/begin-step.ts";

/** Something concrete that is asked: what, and when. */
export async function addAsk(tx: ActorTx, { body }: EndpointParsed<typeof network.addAsk>) {
	const plan = await openPlan(tx);
	await beginStep(tx, plan.id, "network");
	await tx.db.ask.create({
		data: {
			...body,
			id: tx.newId,
			familyId: tx.familyId,
			planId: plan.id,
			writtenBy: tx.actor.personId,
			language: tx.actor.language,
			createdAt: tx.now,
		},
	});
	return { id: tx.newId };
}

export async function editAsk(tx: ActorTx, { params, body }: EndpointParsed<typeof network.editAsk>): Promise<undefined> {
	const ask = await inOpenPlan(tx, await tx.db.ask.findFirst({ where: { id: params.askId, familyId: tx.familyId } }));
	assertVersion(ask, body.version);
	const { version, ...text } = body;
	const { count } = await tx.db.ask.updateMany({
		where: { id: ask.id, familyId: tx.familyId, version },
		data: { ...text, version: { increment: 1 } },
	});
	if (count === 0) throw new HttpProblem("conflict", { current: await tx.db.ask.findUnique({ where: { id: ask.id } }) });
}

/** Taken once somebody offered; done, withdrawn or open again. The state moves, the words and their version do not. */
export async function moveAsk(tx: ActorTx, { params, body }: EndpointParsed<typeof network.moveAsk>): Promise<undefined> {
	const ask = await inOpenPlan(tx, await tx.db.ask.findFirst({ where: { id: params.askId, familyId: tx.familyId } }));
	const offers = await tx.db.offer.count({ where: { askId: ask.id, familyId: tx.familyId } });
	const possible = askMoves(ask.state, offers);
	if (!possible.includes(body.state)) throw moveNotPossible(possible, [offers === 0 ? "ask-without-offer" : "ask-move"]);
	const { count } = await tx.db.ask.updateMany({
		where: { id: ask.id, familyId: tx.familyId, state: ask.state },
		data: { state: body.state },
	});
	if (count === 0) throw new HttpProblem("conflict", { current: await tx.db.ask.findUnique({ where: { id: ask.id } }) });
}
