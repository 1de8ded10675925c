import { isOwnYoungChild } from "@samenplan/access/age";
import type { ActorTx } from "../http/as-actor.ts";
import { dayOfColumn } from "../http/days.ts";

/** Whether this is a child under 12 of this family over whom the caller has authority today. */
export async function isMyYoungChild(tx: ActorTx, personId: string): Promise<boolean> {
	const here = { familyId: tx.familyId, personId, relation: "child", endedAt: null } as const;
	if (!(await tx.db.involvement.findFirst({ where: here, select: { id: true } }))) return false;
	const child = await tx.db.person.findFirst({ where: { id: personId }, select: { id: true, bornOn: true } });
	if (!child) return false;
	const authority = await tx.db.authority.findMany({
		where: { familyId: tx.familyId, childId: personId },
		select: { parentId: true, childId: true, holds: true },
	});
	return isOwnYoungChild({ id: child.id, bornOn: dayOfColumn(child.bornOn) }, tx.actor.personId, authority, tx.today);
}
