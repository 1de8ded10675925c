import type { PlanContent } from "@samenplan/contract/plans";
import { sharedContent } from "@samenplan/plan-rules/shared-content";
import { plantRows } from "@samenplan/testing/planted-rows";
import type { Person, World } from "@samenplan/testing/world";
import pg from "pg";
import { readPlanContent } from "../plans/read-plan.ts";
import type { Cast } from "./cast.ts";

/** Whose rows are planted: one of each relation, and some who stand elsewhere. */
const whose = [
	"parent with authority",
	"the other parent with authority",
	"coordinator",
	"young person of 13",
	"network member",
	"other professional",
	"parent without authority",
	"scientist with an open review",
	"broke the glass",
	"team lead",
	"privacy officer with an open request",
	"parent of another family",
	"coordinator of another family",
	"network member of another family, from within another one",
];
/** What keeps its former texts; those planted get one. */
const keepsFormer = ["plan", "view", "goal", "household", "safety_track", "evaluation_score"];

/** Rows of every kind in the first family of the cast, and those that only one rule notices. */
export async function plantForMatrix(ownerUrl: string, world: World, cast: Cast): Promise<void> {
	const people = whose.map((name) => cast.anyNamed(name).person?.personId as string);
	await plantRows(ownerUrl, cast.family, people);
	const owner = new pg.Client({ connectionString: ownerUrl });
	await owner.connect();
	try {
		const { familyId } = cast.family;
		for (const table of keepsFormer) await owner.query(`update "${table}" set version = version + 1 where family_id = $1`, [familyId]);
		await letConsentStand(owner, familyId);
		await refuseForOthers(owner, familyId, await shareInVain(owner, world, cast), people);
		await answerForOthers(owner, familyId, people);
		await shareAcross(owner, world, cast);
		await shareInEveryWay(owner, cast);
		await doWithWhatIsShared(owner, cast);
		// Who recorded that somebody is not to find another is mostly neither of them.
		for (const [place, person] of people.entries())
			await owner.query("update shield set recorded_by = $3 where family_id = $1 and person_id = $2 and ended_at is null", [
				familyId,
				person,
				people[(place + 2) % people.length],
			]);
		await plantLog(owner, cast);
	} finally {
		await owner.end();
	}
}

/** What is shared stands on a consent that everyone who must has given. */
async function letConsentStand(owner: pg.Client, familyId: string): Promise<void> {
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

/** Answers that one person wrote for another: as they recorded it, and just so. */
async function refuseForOthers(owner: pg.Client, familyId: string, consentId: string, people: readonly string[]): Promise<void> {
	for (const [place, writer] of people.entries())
		for (const recorded of [true, false])
			await owner.query(
				`insert into consent_answer (id, family_id, consent_id, person_id, answer, written_by, recorded)
				values (gen_random_uuid(), $1, $2, $3, 'refused', $4, $5)`,
				[familyId, consentId, people[(place + 1) % people.length], writer, recorded],
			);
}

/** Positions, scores, answers and whether advice fitted, that one person wrote for another: as they recorded it, and just so; and what somebody left unsigned. */
async function answerForOthers(owner: pg.Client, familyId: string, people: readonly string[]): Promise<void> {
	for (const [place, writer] of people.entries())
		for (const [turn, recorded] of [true, false].entries()) {
			const of = [familyId, people[(place + 1) % people.length], writer, recorded];
			await owner.query(
				`insert into position (id, family_id, subject, subject_id, subject_version, person_id, answer, written_by, recorded)
				select gen_random_uuid(), $1, 'goal', id, 1, $2, 'agree', $3, $4 from goal where family_id = $1 order by id limit 1`,
				of,
			);
			// Of each a free place: one person scores one goal once.
			await owner.query(
				`insert into evaluation_score (family_id, evaluation_id, goal_id, person_id, score, written_by, recorded)
				select $1, e.id, g.id, $2, 1, $3, $4 from evaluation e, goal g where e.family_id = $1 and g.family_id = $1
					and not exists (select 1 from evaluation_score s where s.evaluation_id = e.id and s.goal_id = g.id and s.person_id = $2)
				order by e.id, g.id limit 1`,
				of,
			);
			await owner.query(
				`insert into advice_check (id, family_id, help_id, person_id, fitted, written_by, recorded)
				select gen_random_uuid(), $1, id, $2, 'fitted', $3, $4 from help where family_id = $1 order by id limit 1`,
				of,
			);
			for (const [half, signed] of [writer, null].entries())
				await owner.query(
					`insert into cooperation_answer (family_id, evaluation_id, person_id, statement, score, written_by, recorded)
					select $1, id, $2, $5, 3, $3, $4 from evaluation where family_id = $1 order by id desc limit 1 on conflict do nothing`,
					[of[0], signed === null ? writer : of[1], signed, recorded, 9 + turn * 2 + half],
				);
		}
}

/** Shared, but nobody has said yes. Returns the consent that is missing. */
async function shareInVain(owner: pg.Client, { db }: World, { family, named }: Cast): Promise<string> {
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
async function shareAcross(owner: pg.Client, { db }: World, cast: Cast): Promise<void> {
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
async function doWithWhatIsShared(owner: pg.Client, { family, other }: Cast): Promise<void> {
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

/** Of everything the log tells apart, an entry. */
async function plantLog(owner: pg.Client, cast: Cast): Promise<void> {
	const { familyId } = cast.family;
	const log = (object: string, objectId: string | null, ground: string, person: string | null = null) =>
		owner.query("select app.audit('proof', 'read', 'success', null, $1, 'coordinator', $2, $3, $4, $5, null, null, 'api')", [
			person,
			object,
			objectId,
			familyId,
			ground,
		]);
	for (const object of ["plan", "work_note", "safety_list", "emergency", "emergency_search"]) await log(object, null, "relation");
	await owner.query("select set_config('app.now', now()::text, false)");
	const { rows: tracks } = await owner.query<{ id: string }>("select id from safety_track where family_id = $1 order by id limit 2", [
		familyId,
	]);
	await owner.query(
		"update safety_track set shielded = false, unshielded_because = 'besproken', unshielded_by = opened_by, unshielded_at = now() where id = $1",
		[tracks[0]?.id],
	);
	for (const { id } of tracks) await log("safety_track", id, "relation");
	const { rows: opened } = await owner.query<{ person_id: string }>(
		"select distinct person_id from emergency_access where family_id = $1",
		[familyId],
	);
	for (const { person_id } of opened) await log("goal", null, "emergency", person_id);
}

/** What somebody is to a family, said by hand: cases that no table of the matrix needs. */
export type Edge = { name: string; person: Person; familyId: string; relations: string };

/** Everyone whose relation to a family depends on one word in the database. */
export async function plantEdges(world: World, cast: Cast): Promise<Edge[]> {
	const { db } = world;
	const { family, other } = cast;
	const { familyId } = family;
	const edges: Edge[] = [];
	const recorded = { holds: "yes" as const, recordedBy: family.coordinator.personId };
	const around = (relation: Parameters<World["involve"]>[1], givenName: string, bornOn?: string) =>
		world.involve(familyId, relation, { givenName, account: true, ...(bornOn && { bornOn }) });
	const leave = (person: Person) =>
		db.involvement.updateMany({ where: { familyId, personId: person.personId }, data: { endedAt: new Date() } });
	const authority = (parent: Person, child: Person) =>
		db.authority.create({ data: { familyId, parentId: parent.personId, childId: child.personId, ...recorded } });

	// A cousin of nine who helps: a child, but not of this family.
	const cousin = await around("network_member", "Neefje", world.yearsAgo(9));
	const aunt = await around("parent", "Tante");
	await authority(aunt, cousin);
	edges.push({ name: "parent of a child who is around the family", person: aunt, familyId, relations: "parent_without_authority" });
	// Authority that goes on outside the family: a parent who left, and one who is around in another way.
	const [left, friend] = [await around("parent", "Vertrokken"), await around("network_member", "Nu vriend")];
	for (const parent of [left, friend]) await authority(parent, family.boy);
	await leave(left);
	edges.push({ name: "parent who left", person: left, familyId, relations: "" });
	edges.push({ name: "parent who is around as a friend", person: friend, familyId, relations: "network_member" });
	const wentAway = await around("child", "Vertrok ook", world.yearsAgo(8));
	await authority(family.mother, wentAway);
	await leave(wentAway);

	const closed = await db.plan.create({ data: { familyId: other.familyId, state: "closed", openedOn: world.daysFromToday(-90) } });
	const scientist = await world.staff(["scientist"]);
	await db.review.create({
		data: {
			familyId: other.familyId,
			planId: closed.id,
			question: "?",
			toldFamilyOn: world.daysFromToday(-80),
			askedBy: other.coordinator.personId,
			state: "taken",
			scientistId: scientist.personId,
		},
	});
	edges.push({ name: "scientist of a plan that is closed", person: scientist, familyId: other.familyId, relations: "" });
	const minutes = (count: number) => new Date(Date.now() + count * 60_000);
	const early = await world.staff(["coordinator"]);
	await db.emergencyAccess.create({
		data: {
			familyId,
			personId: early.personId,
			reason: "acute_danger",
			words: "gebeld door de politie",
			createdAt: minutes(40),
			untilAt: minutes(100),
			familySeesAt: minutes(40),
		},
	});
	edges.push({ name: "emergency access that has not begun", person: early, familyId, relations: "" });
	await db.privacyRequest.create({
		data: {
			familyId: other.familyId,
			kind: "inspection",
			state: "done",
			personId: other.mother.personId,
			aboutPersonId: other.mother.personId,
			words: "ik wilde het dossier zien",
			dueOn: world.daysFromToday(28),
			recordedBy: other.mother.personId,
		},
	});
	// A child about whom nobody may say yes: what waits for nobody does not stand by itself.
	const { familyId: elsewhere, coordinator } = await world.newFamily();
	const child = await world.involve(elsewhere, "child", { givenName: "Niemands", bornOn: world.yearsAgo(7) });
	const helper = await world.involve(elsewhere, "professional", { givenName: "Hulp zonder ja", account: true });
	const nobodys = await db.consent.create({
		data: {
			familyId: elsewhere,
			kind: "involve",
			aboutPersonId: child.personId,
			what: "meedenken",
			toPersonId: helper.personId,
			why: "omdat het helpt",
			askedBy: coordinator.personId,
		},
	});
	await db.involvement.updateMany({ where: { familyId: elsewhere, personId: helper.personId }, data: { consentId: nobodys.id } });
	edges.push({ name: "professional for whom nobody can say yes", person: helper, familyId: elsewhere, relations: "" });
	const officer = cast.named("privacy officer with an open request").person as Person;
	edges.push({ name: "privacy officer whose request is done", person: officer, familyId: other.familyId, relations: "" });
	return edges;
}

/** What was put before people holds the plan as it stands, taken in the way in which a version is put. */
export async function fillVersions(owner: pg.Client, familyId: string): Promise<void> {
	const sql = async <Row>({ text, values }: { text: string; values?: unknown[] }) => (await owner.query(text, values)).rows as Row[];
	const content = sharedContent(JSON.parse(await readPlanContent({ sql, familyId })) as PlanContent);
	// What was put never changes; these were planted without anything in them.
	await owner.query("alter table plan_version disable trigger user");
	await owner.query("update plan_version set content = $2 where family_id = $1", [familyId, content]);
	await owner.query("alter table plan_version enable trigger user");
}
