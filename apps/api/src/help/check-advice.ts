import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as help from "@samenplan/contract/help";
import type { ActorTx } from "../http/as-actor.ts";
import { assertRecordedFor } from "../people/involved.ts";
import { inOpenPlan } from "../plans/open-plan.ts";

/** Whether the advice fitted, as I see it. An earlier answer stays: what changed is worth knowing. */
export async function checkAdvice(tx: ActorTx, { params, body }: EndpointParsed<typeof help.checkAdvice>): Promise<{ id: string }> {
	return keep(tx, params.helpId, { ...body, personId: tx.actor.personId, recorded: false });
}

/** The same for somebody without an account, written down together and marked so. */
export async function recordAdviceCheck(
	tx: ActorTx,
	{ params, body }: EndpointParsed<typeof help.recordAdviceCheck>,
): Promise<{ id: string }> {
	await assertRecordedFor(tx, body.personId);
	return keep(tx, params.helpId, { ...body, recorded: true });
}

type Said = EndpointParsed<typeof help.checkAdvice>["body"] & { personId: string; recorded: boolean };
async function keep(tx: ActorTx, helpId: string, said: Said): Promise<{ id: string }> {
	const { id } = await inOpenPlan(tx, await tx.db.help.findFirst({ where: { id: helpId, familyId: tx.familyId } }));
	await tx.db.adviceCheck.create({
		data: {
			...said,
			id: tx.newId,
			familyId: tx.familyId,
			helpId: id,
			writtenBy: tx.actor.personId,
			language: tx.actor.language,
			createdAt: tx.now,
		},
	});
	return { id: tx.newId };
}
