import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type * as families from "@samenplan/contract/families";
import type { ActorTx } from "../http/as-actor.ts";
import { found, HttpProblem } from "../http/problems.ts";
import { assertInvolved } from "../people/involved.ts";

const shown = { id: true, personId: true, kind: true, toPersonId: true } as const;

/**
 * Says how two persons are related: "person is KIND of toPerson". One fact per pair, whichever way round it was said before.
 * @throws HttpProblem `conflict` when the present fact is not the one the edit started from
 */
export async function setKinship(
	tx: ActorTx,
	{ body }: EndpointParsed<typeof families.setKinship>,
): Promise<EndpointResponse<typeof families.setKinship>> {
	const { personId, toPersonId, kind, was } = body;
	if (personId === toPersonId) throw new HttpProblem("invalid-input", { errors: [{ path: "toPersonId", code: "invalid" }] });
	await assertInvolved(tx, [
		{ personId, path: "personId" },
		{ personId: toPersonId, path: "toPersonId" },
	]);
	const now = await tx.db.kinship.findFirst({
		where: {
			familyId: tx.familyId,
			OR: [
				{ personId, toPersonId },
				{ personId: toPersonId, toPersonId: personId },
			],
		},
		select: shown,
	});
	if ((now?.id ?? null) !== was) throw new HttpProblem("conflict", { current: now });
	if (now && now.kind === kind && now.personId === personId) return { id: now.id };
	if (now) {
		const taken = await tx.db.kinship.deleteMany({ where: { id: now.id } });
		if (taken.count === 0) throw new HttpProblem("conflict", { current: null });
	}
	await tx.db.kinship.create({ data: { id: tx.newId, familyId: tx.familyId, personId, kind, toPersonId } });
	return { id: tx.newId };
}

/** Takes a kinship away; a fact that was changed meanwhile has another identifier and is not found. */
export async function removeKinship(tx: ActorTx, { params }: EndpointParsed<typeof families.removeKinship>): Promise<undefined> {
	const removed = await tx.db.kinship.deleteMany({ where: { id: params.kinshipId, familyId: tx.familyId } });
	found(removed.count === 1 ? removed : null);
}
