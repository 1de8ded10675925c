import { abilitiesOf } from "@samenplan/access/policy";
import type { EndpointResponse } from "@samenplan/contract/endpoint";
import type * as families from "@samenplan/contract/families";
import { fullName } from "@samenplan/language/names";
import type { ActorTx } from "../http/as-actor.ts";
import { found } from "../http/problems.ts";

/** For whoever may not read the plan: the name of the family and of its coordinator, and nothing else. */
export async function readOwnPart(tx: ActorTx): Promise<EndpointResponse<typeof families.readOwnPart>> {
	const family = found(await tx.db.family.findUnique({ where: { id: tx.familyId }, select: { name: true } }));
	const involvement = await tx.db.involvement.findFirst({ where: { familyId: tx.familyId, relation: "coordinator", endedAt: null } });
	const coordinator = involvement && (await tx.db.person.findUnique({ where: { id: involvement.personId } }));
	return {
		name: family.name,
		coordinator: coordinator ? { id: coordinator.id, name: fullName(coordinator) } : null,
		viewer: {
			personId: tx.actor.personId,
			side: tx.actor.side,
			relations: tx.actor.relations,
			abilities: abilitiesOf(tx.actor.relations),
		},
	};
}
