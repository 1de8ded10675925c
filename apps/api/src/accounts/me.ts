import { dutyAbilitiesOf, grantOf } from "@samenplan/access/policy";
import type { Relation } from "@samenplan/access/relations";
import { doors, type Me } from "@samenplan/contract/accounts";
import type { ActorTx } from "../http/as-actor.ts";
import { found } from "../http/problems.ts";
import { daysAmong } from "../reminders/organisation-days.ts";

/** Who I am here; the families are those I am involved in now. */
export async function readMe(tx: ActorTx): Promise<Me> {
	const person = found(await tx.db.person.findUnique({ where: { id: tx.actor.personId } }));
	const organisation = found(await tx.db.organisation.findUnique({ where: { id: tx.actor.organisationId } }));
	const families = await tx.db.family.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } });
	const rows = await tx.sql<{ family_id: string; relations: Relation[] }>({
		name: "my_relations",
		text: "select family_id, relations from app.my_relations()",
	});
	const relations = new Map(rows.map((row) => [row.family_id, row.relations]));
	const { id, givenName, familyName, language, easyText, pictures, readAloud, largeLetters } = person;
	return {
		person: { id, givenName, familyName },
		organisation: organisation.name,
		language,
		side: tx.actor.side,
		reading: { easyText, pictures, readAloud, largeLetters },
		families: families.map((family) => ({
			...family,
			abilities: doors.filter((door) => grantOf(door, relations.get(family.id) ?? []) !== undefined),
		})),
		abilities: dutyAbilitiesOf(tx.actor.duties),
		days: daysAmong(organisation.settings),
	};
}

/** Keeps somebody's own language and way of reading. */
export async function chooseMine(tx: ActorTx, { body }: { body: Pick<Me, "language" | "reading"> }): Promise<Me> {
	await tx.db.person.update({
		where: { id: tx.actor.personId },
		data: { language: body.language, ...body.reading, version: { increment: 1 } },
	});
	return readMe(tx);
}
