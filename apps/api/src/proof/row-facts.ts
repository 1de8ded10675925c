import type { Reader, RowFacts } from "@samenplan/access/rows";
import { partIsAbout } from "@samenplan/access/shared-part";
import type { PlantedRow } from "@samenplan/testing/planted-rows";
import type pg from "pg";
import type { CastMember } from "./cast.ts";

export function readerOf({ person, relations, duties, organisationId }: CastMember): Reader {
	return { personId: person?.personId ?? "", relations, duties, organisationId };
}

export async function factsFor(owner: pg.Client, { person }: CastMember, rows: readonly PlantedRow[], now = new Date()): Promise<RowFacts> {
	const of = (table: string) => rows.filter((row) => row.table === table).map(({ row }) => row);
	const consents = await owner.query<{ id: string }>(
		`select id from consent where app.consent_stands(id, (now() at time zone 'Europe/Amsterdam')::date)
			and (to_person_id is null or to_person_id = $1)`,
		[person?.personId ?? null],
	);
	const { rows: standing } = await owner.query<{ id: string; about: string }>(
		`select s.object_id as id, c.about_person_id as about from share s join consent c on c.id = s.consent_id
			where s.person_id = $1 and s.family_id = $2 and s.ended_at is null
				and app.consent_stands(c.id, (now() at time zone 'Europe/Amsterdam')::date)`,
		[person?.personId ?? null, of("family")[0]?.id ?? null],
	);
	const about = await peopleOfParts(owner, rows);
	const shared = standing.filter(({ id }) => {
		const consented = standing.filter((each) => each.id === id).map((each) => each.about);
		return about.get(id)?.every((each) => consented.includes(each)) === true;
	});
	const { rows: young } = await owner.query<{ id: string }>(
		`select c.id from authority a join person c on c.id = a.child_id
			join involvement i on i.family_id = a.family_id and i.person_id = c.id and i.relation = 'child' and i.ended_at is null
			where a.family_id = $2 and a.parent_id = $1 and a.holds = 'yes'
				and (c.born_on is null or c.born_on > (now() at time zone 'Europe/Amsterdam')::date - interval '12 years')`,
		[person?.personId ?? null, of("family")[0]?.id ?? null],
	);
	return {
		youngChildren: new Set(young.map(({ id }) => id)),
		standing: new Set(consents.rows.map(({ id }) => id)),
		addressKept: of("shield").some((row) => row.from_person_id === person?.personId && row.ended_at === null && row.what !== "reach"),
		sharedIds: new Set(shared.map(({ id }) => id)),
		heldEvaluations: new Set(
			of("evaluation")
				.filter(({ state }) => state === "held")
				.map(({ id }) => id as string),
		),
		scored: new Set(
			of("evaluation_score")
				.filter((row) => row.person_id === person?.personId)
				.map((row) => `${row.evaluation_id}:${row.goal_id}`),
		),
		rowsOf: of,
		rowOf: (table, id) => rows.find((each) => each.table === table && each.key === id)?.row,
		now,
	};
}

/** Whom each part of the plan that can be shared is about, as the policy says. */
async function peopleOfParts(owner: pg.Client, rows: readonly PlantedRow[]): Promise<Map<string, string[]>> {
	const of = (table: string, relation?: string) =>
		rows.flatMap(({ table: name, row }) =>
			name === table && (!relation || (row.relation === relation && row.ended_at === null)) ? [row] : [],
		);
	const children = [...new Set(of("involvement", "child").map((row) => row.person_id as string))];
	const { rows: named } = await owner.query<{ id: string; givenName: string }>(
		`select id, given_name as "givenName" from person where id = any ($1)`,
		[children],
	);
	const family = { children: named, parentIds: [...new Set(of("involvement", "parent").map((row) => row.person_id as string))] };
	const about = new Map<string, string[]>();
	for (const object of ["goal", "ask", "help", "plan_version"] as const)
		for (const row of of(object))
			about.set(
				row.id as string,
				partIsAbout(
					{
						object,
						forKind: row.for_kind as string | null,
						forPersonId: row.for_person_id as string | null,
						text: row.text as string,
						writtenBy: row.written_by as string,
					},
					family,
				),
			);
	return about;
}
