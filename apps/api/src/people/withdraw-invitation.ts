import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as people from "@samenplan/contract/people";
import type { ActorTx } from "../http/as-actor.ts";
import { found, moveNotPossible } from "../http/problems.ts";

/** Withdraws a card that was not used yet; one that was used or withdrawn before stays as it is. */
export async function withdrawInvitation(tx: ActorTx, { params }: EndpointParsed<typeof people.withdrawInvitation>): Promise<undefined> {
	const where = { id: params.invitationId, familyId: tx.familyId };
	found(await tx.db.invitation.findFirst({ where }));
	const withdrawn = await tx.db.invitation.updateMany({
		where: { ...where, state: "sent" },
		data: { state: "withdrawn", answeredAt: tx.now },
	});
	if (withdrawn.count === 0) throw moveNotPossible([], ["card-used"]);
}
