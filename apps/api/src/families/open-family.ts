import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type * as families from "@samenplan/contract/families";
import type { ActorTx } from "../http/as-actor.ts";
import { moveNotPossible } from "../http/problems.ts";

/**
 * Opens a family with its plan and six steps; whoever opens it is its coordinator. A family belongs to a team, so a coordinator
 * without one cannot open any (reason `no-team`).
 */
export async function openFamily(
	tx: ActorTx,
	{ body }: EndpointParsed<typeof families.openFamily>,
): Promise<EndpointResponse<typeof families.openFamily>> {
	const account = await tx.db.account.findUnique({ where: { id: tx.actor.accountId }, select: { teamId: true } });
	if (!account?.teamId) throw moveNotPossible([], ["no-team"]);
	await tx.sql({ text: "select app.open_family($1, $2)", values: [tx.newId, body.name] });
	return { id: tx.newId };
}
