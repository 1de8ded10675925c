import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as families from "@samenplan/contract/families";
import type { ActorTx } from "../http/as-actor.ts";
import { assertVersion, found } from "../http/problems.ts";

const shown = { name: true, version: true } as const;

/** Changes what the family is called. */
export async function nameFamily(tx: ActorTx, { body }: EndpointParsed<typeof families.nameFamily>): Promise<undefined> {
	const family = await tx.db.family.findUnique({ where: { id: tx.familyId }, select: shown });
	assertVersion(found(family), body.version);
	const named = await tx.db.family.updateMany({
		where: { id: tx.familyId, version: body.version },
		data: { name: body.name, version: { increment: 1 } },
	});
	if (named.count === 0) assertVersion(found(await tx.db.family.findUnique({ where: { id: tx.familyId }, select: shown })), body.version);
}
