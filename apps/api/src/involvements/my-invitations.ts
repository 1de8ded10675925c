import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type * as involvements from "@samenplan/contract/involvements";
import type { ActorTx } from "../http/as-actor.ts";
import { notFound } from "../http/problems.ts";

type Mine = EndpointResponse<typeof involvements.listMyInvitations>;

/** Who invited me, beside the families I take part in. Says nothing of the family itself. */
export async function listMyInvitations(tx: ActorTx): Promise<Mine> {
	const rows = await tx.sql<Mine[number] & { expires: Date }>({
		text: `select id, relation, invited_by as "invitedBy", organisation, expires_at as expires from app.my_invitations()`,
	});
	return rows.map(({ expires, ...one }) => ({ ...one, expiresAt: expires.toISOString() }));
}

export async function acceptMyInvitation(
	tx: ActorTx,
	{ params }: EndpointParsed<typeof involvements.acceptMyInvitation>,
): Promise<{ familyId: string }> {
	return { familyId: await answer(tx, params.invitationId, { accept: true, words: "" }) };
}

export async function declineMyInvitation(
	tx: ActorTx,
	{ params, body }: EndpointParsed<typeof involvements.declineMyInvitation>,
): Promise<undefined> {
	await answer(tx, params.invitationId, { accept: false, words: body.words });
}

/** @throws HttpProblem `not-found` for an invitation of somebody else, and for one that was withdrawn, answered or is over */
async function answer(tx: ActorTx, id: string, { accept, words }: { accept: boolean; words: string }): Promise<string> {
	const [row] = await tx.sql<{ family: string | null }>({
		text: "select app.answer_my_invitation($1, $2, $3) as family",
		values: [id, accept, words],
	});
	if (!row?.family) throw notFound();
	return row.family;
}
