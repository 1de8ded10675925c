import type { Reader, Row } from "@samenplan/access/rows";
import { peopleAround, professionalRelations, readersOfPlan } from "@samenplan/access/tables";
import type { Planted, PlantedRow } from "@samenplan/testing/planted-rows";
import type pg from "pg";

/** How to reach somebody and where they live: fields with rules of their own. */
const reach = ["phone", "reach_note"];

/**
 * Gives everyone a telephone number and a note, opened to the plan for some and to everyone involved for others, and shields the
 * first from the second.
 */
export async function plantContacts(owner: pg.Client, familyId: string, people: readonly string[]): Promise<Planted[]> {
	const planted: Planted[] = [];
	for (const [place, key] of people.entries()) {
		const texts = reach.map((column, at) => ({
			table: "person",
			column,
			key,
			text: `geheimcontact${String.fromCharCode(97 + place, 97 + at)}qz`,
		}));
		await owner.query(`update person set phone = $2, reach_note = $3, reach_audience = $4::audience where id = $1`, [
			key,
			...texts.map(({ text }) => text),
			["core", "circle", "staff"][place % 3],
		]);
		planted.push(...texts);
	}
	await owner.query(
		`insert into shield (id, family_id, person_id, what, from_person_id, recorded_by)
			values (gen_random_uuid(), $1, $2, 'both', $3, $2) on conflict do nothing`,
		[familyId, people[0], people[1]],
	);
	return planted;
}

export async function contactsOf(owner: pg.Client, people: readonly string[]): Promise<PlantedRow[]> {
	const { rows } = await owner.query("select id::text as key, to_jsonb(p) as row from person p where id = any ($1::uuid[])", [people]);
	return rows.map(({ key, row }) => ({ table: "person", key, row }));
}

/** Whether somebody may read such a field; nothing for a field that has the readers of its row. */
export function mayReadField(table: string, column: string, row: Row, reader: Reader, rows: readonly PlantedRow[]): boolean | undefined {
	const isReach = table === "person" && reach.includes(column);
	const isAddress = table === "household" && column === "address";
	if (!isReach && !isAddress) return undefined;
	const lives = isAddress
		? rows.filter((each) => each.table === "household_member" && each.row.household_id === row.id).map((each) => each.row.person_id)
		: [row.id];
	const mine = lives.includes(reader.personId);
	if (mine && isReach) return true;
	const kept = rows.some(
		(each) =>
			each.table === "shield" &&
			lives.includes(each.row.person_id) &&
			each.row.from_person_id === reader.personId &&
			each.row.ended_at === null &&
			each.row.what !== (isReach ? "address" : "reach"),
	);
	const audience = (isReach ? row.reach_audience : row.address_audience) as string;
	const readsPlan = reader.relations.some((relation) => readersOfPlan().includes(relation));
	const professional = reader.relations.some((relation) => professionalRelations.includes(relation));
	const around = readsPlan || reader.relations.some((relation) => peopleAround().includes(relation));
	if (mine && around) return true;
	return !kept && ((readsPlan && (professional || audience !== "staff")) || (around && audience === "circle"));
}
