import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as handovers from "@samenplan/contract/handovers";
import type { ActorTx } from "../http/as-actor.ts";
import { moveNotPossible, notAllowed } from "../http/problems.ts";
import type { Services } from "../http/route.ts";
import { openPlanId, runningHandover } from "./running-handover.ts";
import { type Ear, tellOfHandover } from "./tell-of-handover.ts";

/** Takes back what one asked for oneself, any time before somebody accepted. The present coordinator stays. */
export async function withdrawHandover(
	tx: ActorTx,
	{ params, body }: EndpointParsed<typeof handovers.withdrawHandover>,
	services: Services,
): Promise<undefined> {
	await openPlanId(tx);
	const handover = await runningHandover(tx, params.handoverId);
	if (handover.askedBy !== tx.actor.personId) throw notAllowed();
	await end(tx, services, handover, body.words);
}

/**
 * Calls a handover off, with why; the family reads it. What somebody of the family asked for is not for the coordinator to call off:
 * it is about them.
 * @throws HttpProblem `move-not-possible` with `asked-by-family`
 */
export async function callOffHandover(
	tx: ActorTx,
	{ params, body }: EndpointParsed<typeof handovers.callOffHandover>,
	services: Services,
): Promise<undefined> {
	await openPlanId(tx);
	const handover = await runningHandover(tx, params.handoverId);
	if (!tx.actor.relations.includes("team_lead")) {
		const where = { familyId: tx.familyId, personId: handover.askedBy, relation: { in: ["parent" as const, "child" as const] } };
		if (await tx.db.involvement.findFirst({ where, select: { id: true } })) throw moveNotPossible([], ["asked-by-family"]);
	}
	await end(tx, services, handover, body.words);
}

/** Whoever was told of it hears that it does not go on; of a request that nobody acted on yet the family was not told. */
async function end(tx: ActorTx, services: Services, { id, state }: { id: string; state: string }, words: string): Promise<undefined> {
	const { count } = await tx.db.handover.updateMany({
		where: { id, familyId: tx.familyId, state: { in: ["asked", "arranged"] } },
		data: { state: "withdrawn", answerWords: words, answeredAt: tx.now, version: { increment: 1 } },
	});
	if (count === 0) throw moveNotPossible([], ["handover-is-over"]);
	const ears: Ear[] = state === "arranged" ? ["new", "former", "lead", "family"] : ["former", "lead"];
	await tellOfHandover(tx, services, id, ears);
}
