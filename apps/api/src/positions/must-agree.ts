import { whoMustAgree } from "@samenplan/access/age";
import type { ActorTx } from "../http/as-actor.ts";
import { dayOfColumn } from "../http/days.ts";

/** Who must agree in this family today: by the ages of its children and the recorded authority (see `access/age`). */
export async function mustAgreeOf(tx: Pick<ActorTx, "db" | "familyId" | "today">): Promise<string[]> {
	const involved = await tx.db.involvement.findMany({
		where: { familyId: tx.familyId, endedAt: null, relation: { in: ["child", "parent"] } },
		select: { personId: true, relation: true },
		orderBy: { id: "asc" },
	});
	const childIds = involved.filter(({ relation }) => relation === "child").map(({ personId }) => personId);
	const parentIds = new Set(involved.filter(({ relation }) => relation === "parent").map(({ personId }) => personId));
	const children = await tx.db.person.findMany({ where: { id: { in: childIds } }, select: { id: true, bornOn: true } });
	const authority = await tx.db.authority.findMany({
		where: { familyId: tx.familyId },
		select: { parentId: true, childId: true, holds: true },
		orderBy: { id: "asc" },
	});
	return whoMustAgree(
		children.map(({ id, bornOn }) => ({ id, bornOn: dayOfColumn(bornOn) })),
		// Somebody who left the family is not asked any more, whatever was recorded before.
		authority.filter(({ parentId }) => parentIds.has(parentId)),
		tx.today,
	);
}
