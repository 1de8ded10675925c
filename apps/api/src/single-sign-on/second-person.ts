import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { confirmSignInService, withdrawSignInService } from "@samenplan/contract/single-sign-on";
import type { ActorTx } from "../http/as-actor.ts";
import { found, HttpProblem, moveNotPossible } from "../http/problems.ts";
import { tellWhoHasASay } from "./tell-who-has-a-say.ts";

const proposalOf = async (tx: ActorTx, id: string) =>
	found(await tx.db.signInServiceProposal.findFirst({ where: { id, organisationId: tx.actor.organisationId } }));
const open = { confirmedAt: null, withdrawnAt: null };

/**
 * Puts what was proposed in force. The database says the same: it takes no confirmation of who proposed it, nor of an account that was
 * made after the proposal.
 *
 * @throws HttpProblem `move-not-possible` for who may not be the second person, `conflict` when it was decided already
 */
export async function confirmService(tx: ActorTx, { params }: EndpointParsed<typeof confirmSignInService>): Promise<undefined> {
	const { personId, organisationId } = tx.actor;
	const { id, issuer, proposedBy, proposedAt } = await proposalOf(tx, params.proposalId);
	if (proposedBy === personId) throw moveNotPossible([], ["single-sign-on-own-proposal"]);
	const [second] = await tx.sql({
		text: "select 1 from app.second_of_sign_in_service($1, $2) where person_id = $3",
		values: [organisationId, proposedAt, personId],
	});
	if (!second) throw moveNotPossible([], ["single-sign-on-new-account"]);
	const { count } = await tx.db.signInServiceProposal.updateMany({
		where: { id, ...open },
		data: { confirmedBy: personId, confirmedAt: new Date() },
	});
	if (count === 0) throw new HttpProblem("conflict");
	return tellWhoHasASay(tx, tx.actor, "serviceChanged", { issuer });
}

/** Takes what was proposed off the table; what is in force stays so. @throws HttpProblem `conflict` when it was decided already */
export async function withdrawService(tx: ActorTx, { params }: EndpointParsed<typeof withdrawSignInService>): Promise<undefined> {
	const { id, issuer } = await proposalOf(tx, params.proposalId);
	const { count } = await tx.db.signInServiceProposal.updateMany({
		where: { id, ...open },
		data: { withdrawnBy: tx.actor.personId, withdrawnAt: new Date() },
	});
	if (count === 0) throw new HttpProblem("conflict");
	return tellWhoHasASay(tx, tx.actor, "serviceWithdrawn", { issuer });
}
