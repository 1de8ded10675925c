import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as positions from "@samenplan/contract/positions";
import type { ActorTx } from "../http/as-actor.ts";
import { found, HttpProblem, moveNotPossible } from "../http/problems.ts";

/** Answers an "explain please"; the person is asked again afterwards. One explanation per request, so that none is overwritten. */
export async function explainPosition(tx: ActorTx, { params, body }: EndpointParsed<typeof positions.explainPosition>): Promise<undefined> {
	const position = found(await tx.db.position.findFirst({ where: { id: params.positionId, familyId: tx.familyId } }));
	if (position.answer !== "explain") throw moveNotPossible([], ["nothing-to-explain"]);
	const { count } = await tx.db.position.updateMany({
		where: { id: position.id, familyId: tx.familyId, explainedAt: null },
		data: { explanation: body.text, explainedBy: tx.actor.personId, explainedAt: tx.now },
	});
	if (count === 0) throw new HttpProblem("conflict", { current: position });
}
