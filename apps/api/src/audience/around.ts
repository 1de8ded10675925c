import type { Authority } from "@samenplan/access/age";
import { type Involved, relationToCome } from "@samenplan/access/readers";
import type { Relation } from "@samenplan/access/relations";
import { fullName } from "@samenplan/language/names";
import type { ActorTx } from "../http/as-actor.ts";

/** Somebody who reads texts of the family, or will from the day they take part. */
export type Reader = Involved & { name: string; reads: boolean };

type Row = {
	person_id: string;
	given_name: string;
	family_name: string;
	staff: boolean;
	born_on: string | null;
	involved_as: string;
	relations: Relation[];
	waits: boolean;
};

/**
 * Everyone around the family who can read something here, with what they are to it at this moment; whoever was asked in and did not
 * come yet with what they will be.
 */
export async function readersAround(tx: ActorTx): Promise<Reader[]> {
	const rows = await tx.sql<Row>({
		name: "people_who_read",
		text: `select * from app.people_who_read()
			order by array_position(array['parent', 'child', 'coordinator', 'scientist', 'professional', 'network_member'], involved_as),
				born_on nulls last, person_id`,
	});
	const authorities = rows.some(({ waits }) => waits)
		? await tx.sql<Authority>({
				text: `select parent_id as "parentId", child_id as "childId", holds from authority where family_id = $1`,
				values: [tx.familyId],
			})
		: [];
	const persons = rows.map((row) => ({ id: row.person_id, relation: row.involved_as, bornOn: row.born_on }));
	const readers = new Map<string, Reader>();
	for (const row of rows) {
		const toCome = row.waits
			? relationToCome({ id: row.person_id, relation: row.involved_as, bornOn: row.born_on }, { persons, authorities }, tx.today)
			: undefined;
		const known = readers.get(row.person_id);
		const relations = [...new Set([...(known?.relations ?? []), ...row.relations, ...(toCome ? [toCome] : [])])];
		if (relations.length > 0)
			readers.set(row.person_id, {
				id: row.person_id,
				relations,
				// Employees by their full name, the family as it calls itself.
				name: row.staff ? fullName({ givenName: row.given_name, familyName: row.family_name }) : row.given_name,
				reads: row.relations.length > 0,
			});
	}
	return [...readers.values()];
}
