import type { World } from "@samenplan/testing/world";
import type pg from "pg";
import type { Cast } from "./cast.ts";

/** What is shared stands on a consent that everyone who must has given. */
export async function letConsentStand(owner: pg.Client, familyId: string): Promise<void> {
	await owner.query(
		"update consent set to_person_id = null, until_on = null where id in (select consent_id from share where family_id = $1)",
		[familyId],
	);
	await owner.query(
		`insert into consent_answer (id, family_id, consent_id, person_id, answer, written_by, created_at)
		select gen_random_uuid(), c.family_id, c.id, m.id, 'given', m.id, now() + interval '1 second'
		from consent c cross join unnest(app.must_consent(c.family_id, c.about_person_id, current_date)) as m (id)
		where c.id in (select consent_id from share where family_id = $1)`,
		[familyId],
	);
}

const shareable = ["goal", "help", "ask", "plan_version"] as const;
/** What stands in the way of a part that was shared; `nothing`: it is open. */
const obstacles = ["nothing", "no answers", "one consent is missing", "ended", "shared by another family"] as const;

/** Who reads what was shared with them by name; and who does not, because they stand otherwise: in a request, at the figures, in another family. */
const sharedWith = [
	"network member",
	"other professional",
	"parent without authority",
	"privacy officer with an open request",
	"team lead",
	"network member of another family, from within another one",
];

/** Of every kind of part one for each obstacle, shared with everyone outside the plan on a consent about each of those it is about. */
export async function shareInEveryWay(owner: pg.Client, { family, other, anyNamed }: Cast): Promise<void> {
	const outside = sharedWith.map((name) => anyNamed(name).person?.personId);
	const by = family.coordinator.personId;
	// A child about whom nobody may say yes keeps closed what is about every child: then nothing here would ever open.
	await owner.query(
		`insert into authority (id, family_id, parent_id, child_id, holds, recorded_by)
		select gen_random_uuid(), i.family_id, $2, i.person_id, 'yes', $3 from involvement i
		where i.family_id = $1 and i.relation = 'child' and i.ended_at is null and cardinality(app.must_consent($1, i.person_id, current_date)) = 0
		on conflict (family_id, parent_id, child_id) do update set holds = 'yes'`,
		[family.familyId, family.father.personId, by],
	);
	for (const table of shareable)
		for (const [place, obstacle] of obstacles.entries()) {
			const { rows: parts } = await owner.query<{ id: string; about: string[] }>(
				`select id, about from (select id, app.part_is_about('${table}', id) as about, row_number() over (order by id desc) from "${table}"
					where family_id = $1) t where cardinality(about) > 0 ${table === "goal" || table === "ask" ? "" : "and cardinality(about) > 1"}
				order by cardinality(about) desc, id desc offset $2 limit 1`,
				[family.familyId, place],
			);
			const familyId = obstacle === "shared by another family" ? other.familyId : family.familyId;
			for (const { id, about } of parts)
				for (const personId of outside)
					for (const one of obstacle === "one consent is missing" ? about.slice(1) : about) {
						const { rows } = await owner.query<{ id: string }>(
							`insert into consent (id, family_id, kind, about_person_id, what, to_person_id, why, asked_by)
							values (gen_random_uuid(), $1, 'share', $2, 'meelezen', $3, '', $4) returning id`,
							[familyId, one, personId, by],
						);
						const consentId = rows[0]?.id;
						if (obstacle !== "no answers")
							await owner.query(
								`insert into consent_answer (id, family_id, consent_id, person_id, answer, written_by)
								select gen_random_uuid(), $1, $2, m.id, 'given', m.id from unnest(app.must_consent($1, $3, current_date)) as m (id)`,
								[familyId, consentId, one],
							);
						await owner.query(
							`insert into share (id, family_id, object, object_id, person_id, consent_id, shared_by, ended_at, ended_by)
							values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7::timestamptz, case when $7::timestamptz is not null then $6::uuid end)`,
							[familyId, table, id, personId, consentId, by, obstacle === "ended" ? new Date() : null],
						);
					}
		}
}

/** Shared, but nobody has said yes. Returns the consent that is missing. */
export async function shareInVain(owner: pg.Client, { db }: World, { family, named }: Cast): Promise<string> {
	const { familyId, coordinator, mother } = family;
	const asker = { askedBy: coordinator.personId, aboutPersonId: mother.personId, toWords: "wie meehelpt" };
	const consent = await db.consent.create({ data: { familyId, kind: "share", what: "meelezen", why: "omdat het helpt", ...asker } });
	await owner.query(
		`insert into share (id, family_id, object, object_id, person_id, consent_id, shared_by)
		select gen_random_uuid(), $1, 'goal', t.id, $2, $3, $4
		from (select id from goal o where family_id = $1 and not exists (select 1 from share s where s.object_id = o.id) order by id limit 1) t`,
		[familyId, named("network member").person?.personId, consent.id, coordinator.personId],
	);
	return consent.id;
}

/** One family shares what is another's: with somebody around that one, and with somebody of its own. One share has ended. */
export async function shareAcross(owner: pg.Client, { db }: World, cast: Cast): Promise<void> {
	const { familyId } = cast.family;
	const { other } = cast;
	const asker = { askedBy: other.coordinator.personId, aboutPersonId: other.mother.personId };
	const consent = await db.consent.create({
		data: { familyId: other.familyId, kind: "share", what: "meelezen", toWords: "wie meehelpt", why: "omdat het helpt", ...asker },
	});
	await db.consentAnswer.create({
		data: {
			familyId: other.familyId,
			consentId: consent.id,
			personId: other.mother.personId,
			writtenBy: other.mother.personId,
			answer: "given",
		},
	});
	const around = ["network member", "network member of another family, from within another one"];
	const persons = around.map((name) => cast.anyNamed(name).person?.personId);
	// Not one that the first family shared itself.
	for (const table of ["goal", "help", "ask", "plan_version"])
		await owner.query(
			`insert into share (id, family_id, object, object_id, person_id, consent_id, shared_by)
			select gen_random_uuid(), $2, '${table}', t.id, p.id, $3, $4
			from (select id from "${table}" o where family_id = $1 and not exists (select 1 from share s where s.object_id = o.id) order by id limit 1) t,
				unnest($5::uuid[]) as p (id)`,
			[familyId, other.familyId, consent.id, other.coordinator.personId, persons],
		);
	await owner.query(
		`insert into share (id, family_id, object, object_id, person_id, consent_id, shared_by, ended_at, ended_by)
		select gen_random_uuid(), s.family_id, 'goal', g.id, s.person_id, s.consent_id, s.shared_by, now(), s.shared_by
		from share s, lateral (select id from goal o where o.family_id = $1 and not exists (select 1 from share t where t.object_id = o.id) order by id limit 1) g
		where s.family_id = $1 and s.object = 'goal'`,
		[familyId],
	);
}

/** Each offers help with what was asked of them, and says how help goes that was shared with them. */
export async function doWithWhatIsShared(owner: pg.Client, { family, other }: Cast): Promise<void> {
	await owner.query(
		`insert into offer select copy.* from offer o
		cross join (select distinct object_id, person_id from share where object = 'ask' and family_id in ($1, $2)) s
		cross join lateral jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'person_id', s.person_id, 'ask_id', s.object_id)) as copy
		where o.id = (select id from offer where family_id = $1 limit 1)`,
		[family.familyId, other.familyId],
	);
	await owner.query(
		`insert into progress_note select copy.* from progress_note n
		cross join (select distinct on (s.object_id, s.person_id) s.object_id, s.person_id, s.consent_id from share s join help h on h.id = s.object_id
			where s.object = 'help' and s.family_id = $1 and h.family_id = $1) s
		cross join lateral jsonb_populate_record(n, jsonb_build_object('id', gen_random_uuid(), 'written_by', s.person_id, 'help_id', s.object_id,
			'audience', 'circle', 'readers', '{}', 'consent_id', s.consent_id)) as copy
		where n.id = (select id from progress_note where family_id = $1 limit 1)`,
		[family.familyId],
	);
}
