import type { Authority } from "@samenplan/access/age";
import { type MayAsk, type RequestKind, whoMayAsk } from "@samenplan/access/who-may-ask";
import { fullName } from "@samenplan/language/names";
import type { ActorTx } from "../http/as-actor.ts";
import { dayOfColumn } from "../http/days.ts";

export type PersonOfFamily = { id: string; name: string; bornOn: string | null; isChild: boolean };
export type PeopleOfRequest = { people: PersonOfFamily[]; authority: Authority[] };

/** Who of the family can ask something, or be asked about: parents, children and the own circle, as far as this actor may know them. */
export async function peopleOfRequest(tx: ActorTx): Promise<PeopleOfRequest> {
	const involved = await tx.db.involvement.findMany({
		where: { familyId: tx.familyId, relation: { in: ["parent", "child", "network_member"] } },
		orderBy: [{ relation: "asc" }, { createdAt: "asc" }],
	});
	const persons = await tx.db.person.findMany({ where: { id: { in: involved.map(({ personId }) => personId) }, staff: false } });
	const authority = await tx.db.authority.findMany({ where: { familyId: tx.familyId } });
	const seen = new Map<string, PersonOfFamily>();
	for (const { personId, relation } of involved) {
		const person = persons.find(({ id }) => id === personId);
		if (!person) continue;
		const known = seen.get(personId);
		seen.set(personId, {
			id: personId,
			name: fullName(person),
			bornOn: dayOfColumn(person.bornOn),
			isChild: known?.isChild === true || relation === "child",
		});
	}
	return { people: [...seen.values()], authority };
}

/** The rule of `whoMayAsk` for two people of this family. */
export function mayAsk(
	{ people, authority }: PeopleOfRequest,
	{ kind, askerId, aboutId, today }: { kind: RequestKind; askerId: string; aboutId: string; today: string },
): MayAsk | undefined {
	const about = people.find(({ id }) => id === aboutId);
	if (!about || !people.some(({ id }) => id === askerId)) return undefined;
	return whoMayAsk({ kind, askerId, about, authority, today });
}
