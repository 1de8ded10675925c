import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { askHandover as contract } from "@samenplan/contract/handovers";
import type { ActorTx } from "../http/as-actor.ts";
import type { Services } from "../http/route.ts";
import { assertNoneRuns, coordinatorOf, openPlanId } from "./running-handover.ts";
import { tellOfHandover } from "./tell-of-handover.ts";

/**
 * Asks for another coordinator. Nothing changes by it: the team lead looks for a colleague, and the present coordinator stays until
 * that one has accepted.
 * @throws HttpProblem `move-not-possible` while another request or handover runs
 */
export async function askHandover(tx: ActorTx, { body }: EndpointParsed<typeof contract>, services: Services): Promise<{ id: string }> {
	const planId = await openPlanId(tx);
	await assertNoneRuns(tx);
	await tx.db.handover.create({
		data: {
			id: tx.newId,
			familyId: tx.familyId,
			planId,
			fromPersonId: await coordinatorOf(tx),
			because: body.because,
			askedBy: tx.actor.personId,
			createdAt: tx.now,
		},
	});
	await tellOfHandover(tx, services, tx.newId, ["former", "lead"]);
	return { id: tx.newId };
}
