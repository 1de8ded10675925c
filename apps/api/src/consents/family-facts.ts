import type { Authority, Day } from "@samenplan/access/age";
import { type AboutPerson, type ConsentFamily, whoMustConsent } from "@samenplan/access/consent";
import type { ActorTx } from "../http/as-actor.ts";
import { dayOfColumn } from "../http/days.ts";

export type FamilyFacts = ConsentFamily & {
	children: (AboutPerson & { child: true; givenName: string })[];
	/** Who must consent to something about this person on a day. */
	mustConsent: (aboutPersonId: string, on: Day) => string[];
};

/** What the rule of consent needs to know of the family that was entered, as it is now. */
export async function readFamilyFacts(tx: Pick<ActorTx, "db" | "familyId">): Promise<FamilyFacts> {
	const involved = await tx.db.involvement.findMany({
		where: { familyId: tx.familyId, endedAt: null, relation: { in: ["child", "parent"] } },
		select: { personId: true, relation: true },
	});
	const childIds = involved.filter(({ relation }) => relation === "child").map(({ personId }) => personId);
	const parentIds = involved.filter(({ relation }) => relation === "parent").map(({ personId }) => personId);
	const persons = await tx.db.person.findMany({ where: { id: { in: childIds } }, select: { id: true, bornOn: true, givenName: true } });
	const authority: Authority[] = await tx.db.authority.findMany({
		where: { familyId: tx.familyId },
		select: { parentId: true, childId: true, holds: true },
	});
	const children = persons.map(({ id, bornOn, givenName }) => ({ id, bornOn: dayOfColumn(bornOn), child: true as const, givenName }));
	return {
		parentIds,
		authority,
		children,
		mustConsent: (aboutPersonId, on) =>
			whoMustConsent(
				children.find(({ id }) => id === aboutPersonId) ?? { id: aboutPersonId, bornOn: null, child: false },
				{ parentIds, authority },
				on,
			),
	};
}
