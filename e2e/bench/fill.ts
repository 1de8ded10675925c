import pg from "pg";

/** One coordinator per forty families, as in practice. */
export const familiesPerCoordinator = 40;

export type Filled = { organisationId: string; coordinatorAccounts: string[] };

/**
 * Fills a migrated database with families as they look in the middle of a plan: four persons, a coordinator, six steps, twelve
 * views, five goals with eight small steps, network, one help, positions and ten comments each. All in SQL, so that ten thousand
 * families take seconds.
 */
export async function fillWithFamilies(ownerUrl: string, families: number): Promise<Filled> {
	const db = new pg.Client({ connectionString: ownerUrl });
	await db.connect();
	try {
		await db.query("set session_replication_role = replica");
		const coordinators = Math.ceil(families / familiesPerCoordinator);
		await db.query("create temporary table size as select $1::int as families, $2::int as coordinators", [families, coordinators]);
		for (const statement of statements) await db.query(statement);
		await db.query("set session_replication_role = default");
		await db.query("analyze");
		const { rows } = await db.query<{ id: string; organisation_id: string }>(
			"select id, organisation_id from account where duties = '{coordinator}' order by email",
		);
		return { organisationId: rows[0]?.organisation_id ?? "", coordinatorAccounts: rows.map((row) => row.id) };
	} finally {
		await db.end();
	}
}

const statements = [
	"insert into organisation (id, name) values (app.uuid7(), 'Meetstichting')",
	"insert into team (id, organisation_id, name) select app.uuid7(), id, 'Team ' || n from organisation, generate_series(1, greatest(1, (select coordinators / 10 from size))) n",
	`create temporary table c as select s.n, app.uuid7() as person_id, app.uuid7() as account_id,
		(select id from team order by id offset s.n % (select count(*) from team) limit 1) as team_id from generate_series(1, (select coordinators from size)) s (n)`,
	"insert into person (id, organisation_id, given_name, family_name, staff) select person_id, (select id from organisation), 'Coach', n::text, true from c",
	"insert into account (id, organisation_id, person_id, email, duties, team_id) select account_id, (select id from organisation), person_id, 'coach-' || lpad(n::text, 7, '0') || '@demo.invalid', '{coordinator}', team_id from c",
	`create temporary table f as select s.n, app.uuid7() as family_id, app.uuid7() as plan_id, app.uuid7() as mother, app.uuid7() as father, app.uuid7() as girl,
		app.uuid7() as boy, c.person_id as coach, c.team_id from generate_series(1, (select families from size)) s (n) join c on c.n = (s.n - 1) / ${familiesPerCoordinator} + 1`,
	"insert into family (id, organisation_id, team_id, name) select family_id, (select id from organisation), team_id, 'Familie ' || n from f",
	`insert into person (id, organisation_id, given_name, family_name, born_on) select p.id, (select id from organisation), p.name, n::text, p.born
		from f cross join lateral (values (mother, 'Moeder', null::date), (father, 'Vader', null), (girl, 'Dochter', current_date - 4900), (boy, 'Zoon', current_date - 2900)) p (id, name, born)`,
	`insert into involvement (id, family_id, person_id, relation, starts_on, accepted_at, recorded_by) select app.uuid7(), family_id, p.id, p.relation::involvement_relation, current_date - 90, now() - interval '90 days', coach
		from f cross join lateral (values (coach, 'coordinator'), (mother, 'parent'), (father, 'parent'), (girl, 'child'), (boy, 'child')) p (id, relation)`,
	`insert into authority (id, family_id, parent_id, child_id, holds, recorded_by) select app.uuid7(), family_id, p.parent, k.child, 'yes', coach
		from f cross join lateral (values (mother), (father)) p (parent) cross join lateral (values (girl), (boy)) k (child)`,
	"insert into plan (id, family_id, route, opened_on) select plan_id, family_id, 'full', current_date - 90 from f",
	`insert into step (id, family_id, plan_id, kind, state, conclusion) select app.uuid7(), family_id, plan_id, k.kind, case when k.o <= 1 + n % 6 then 'concluded' else 'not_started' end::step_state,
		'Samen kijken wat rust geeft in huis, en wie daarbij kan helpen.' from f cross join lateral unnest(enum_range(null::step_kind)) with ordinality k (kind, o)`,
	`insert into view (id, family_id, plan_id, person_id, subject, theme, text, written_by) select app.uuid7(), family_id, plan_id, mother, (array['question','wish','worry','strength','concern','expectation'])[1 + i % 6]::view_subject,
		case when i % 6 in (3, 4) then 'daily_care'::theme end, 'Wij willen graag dat de avonden rustiger worden en dat iedereen op tijd slaapt.', mother from f, generate_series(1, 12) i`,
	`insert into goal (id, family_id, plan_id, theme, for_kind, text, levels, start_level, state, position, written_by) select app.uuid7(), family_id, plan_id, 'daily_care', 'whole_family',
		'We eten samen zonder ruzie, doel ' || i, array['elke dag ruzie','vaak ruzie','meestal rustig','bijna altijd rustig','altijd fijn'], -1, 'active', i, mother from f, generate_series(1, 5) i`,
	`insert into action (id, family_id, plan_id, goal_id, person_id, text, due_on, written_by) select app.uuid7(), g.family_id, g.plan_id, g.id, g.written_by, 'Na het eten samen opruimen.', current_date + 7, g.written_by from goal g where g.position <= 4`,
	`insert into action (id, family_id, plan_id, goal_id, person_id, text, due_on, written_by) select app.uuid7(), g.family_id, g.plan_id, g.id, g.written_by, 'De tafel dekken.', current_date + 9, g.written_by from goal g where g.position <= 4`,
	`insert into position (id, family_id, subject, subject_id, subject_version, person_id, answer, written_by) select app.uuid7(), g.family_id, 'goal', g.id, 1, p.id, 'agree', p.id
		from goal g join f on f.family_id = g.family_id cross join lateral (values (f.mother), (f.father)) p (id)`,
	"insert into network_tie (id, family_id, plan_id, name, kind, closeness, gives_support, written_by) select app.uuid7(), family_id, plan_id, 'Oma ' || i, 'family', 1, true, mother from f, generate_series(1, 4) i",
	"insert into ask (id, family_id, plan_id, text, written_by) select app.uuid7(), family_id, plan_id, 'Op dinsdag uit school halen.', mother from f, generate_series(1, 2) i",
	"insert into evaluation (id, family_id, plan_id, due_on, written_by) select app.uuid7(), family_id, plan_id, current_date + (n % 60) - 10, coach from f",
	"insert into decision (id, family_id, plan_id, what, why, took_part, decided_on, written_by) select app.uuid7(), family_id, plan_id, 'Hulp aan huis', 'Dat past bij ons.', array[mother, father], current_date - 20, coach from f",
	"insert into help (id, family_id, plan_id, decision_id, what, provider, starts_on, ends_on, evaluation_on, state) select app.uuid7(), d.family_id, d.plan_id, d.id, d.what, 'Thuis Sterk', current_date - 10, current_date + 80, current_date + 60, 'running' from decision d",
	`insert into comment (id, family_id, plan_id, kind, about, text, written_by, created_at, answered_at) select app.uuid7(), family_id, plan_id, case when i % 5 = 0 then 'question' else 'comment' end::comment_kind, 'plan',
		'Gisteren ging het goed, we hebben samen gelachen.', case when i % 2 = 0 then mother else coach end, now() - i * interval '1 day', case when i % 10 = 0 then now() end from f, generate_series(1, 10) i`,
];
