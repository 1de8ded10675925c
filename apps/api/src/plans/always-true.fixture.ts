import { marker } from "./random-walk.fixture.ts";

type Sentence = [sentence: string, findsWhatBreaksIt: string];

/** The newest answer of each person. */
const newest = (about: string) =>
	`select distinct on (q.person_id) q.* from position q where ${about} order by q.person_id, q.created_at desc, q.id desc`;
const neverInCrisis = (planId: string) =>
	`not exists (select 1 from plan c where c.id = ${planId} and c.route = 'crisis')
	 and not exists (select 1 from former_text f where f.object = 'plan' and f.object_id = ${planId} and f.row ->> 'route' = 'crisis')`;

/**
 * What must always hold (the list of the domain), as questions to the database about one family (`$1`). Each finds what breaks its
 * sentence; nothing found is good.
 */
export const alwaysTrue: Sentence[] = [
	[
		"a family has at most one open plan",
		"select family_id from plan where family_id = $1 and state = 'open' group by 1 having count(*) > 1",
	],
	[
		"a family has one coordinator",
		`select count(*) from involvement where family_id = $1 and relation = 'coordinator' and ended_at is null having count(*) <> 1`,
	],
	[
		"there is an evaluation date while help runs",
		`select h.id from help h join plan p on p.id = h.plan_id
		 where h.family_id = $1 and h.state in ('planned', 'waiting', 'running')
		   and not (p.state = 'open' and exists (select 1 from evaluation e where e.plan_id = p.id and e.state = 'planned'))`,
	],
	[
		"in a closed plan nothing waits for anybody",
		`select p.id from plan p where p.family_id = $1 and p.state = 'closed' and (
		   exists (select 1 from evaluation e where e.plan_id = p.id and e.state = 'planned')
		   or exists (select 1 from plan_version v where v.plan_id = p.id and v.state = 'put')
		   or exists (select 1 from review r where r.plan_id = p.id and r.state in ('asked', 'taken')))`,
	],
	["somebody must agree to each version", "select id from plan_version where family_id = $1 and cardinality(must_agree) = 0"],
	[
		"an agreed version is frozen and has the answer of each who must agree: a yes, or a no after a talk",
		`select v.id, person from plan_version v, unnest(v.must_agree) person
		 where v.family_id = $1 and v.state = 'agreed' and (v.frozen_at is null or not exists (
		   select 1 from (${newest("q.subject = 'plan_version' and q.subject_id = v.id and q.subject_version = v.number")}) a
		   where a.person_id = person and (a.answer in ('agree', 'agree_but') or (a.answer = 'disagree' and v.talk_on is not null))))`,
	],
	[
		"a goal that counts was agreed to by each parent with authority and by the girl, or there was a talk",
		`select g.id, person from goal g, unnest(array(select i.person_id from involvement i where i.family_id = $1 and i.ended_at is null
		     and (i.relation = 'parent' and exists (select 1 from authority a where a.parent_id = i.person_id and a.holds = 'yes')
		       or i.relation = 'child' and exists (select 1 from account c where c.person_id = i.person_id)))) person
		 where g.family_id = $1 and g.state in ('agreed', 'active', 'achieved') and g.text like '${marker}%'
		   and not exists (select 1 from position q where q.subject = 'goal' and q.subject_id = g.id and q.subject_version = g.version
		     and q.person_id = person and q.answer in ('agree', 'agree_but'))
		   and not exists (select 1 from disagreement_talk t where t.subject = 'goal' and t.subject_id = g.id
		     and t.subject_version = g.version and t.proceeds)`,
	],
	[
		"a crisis is visible: why, and what was done at once",
		`select p.id from plan p where p.family_id = $1 and p.route = 'crisis'
		   and (p.route_reason = '' or not exists (select 1 from crisis_act c where c.plan_id = p.id))`,
	],
	[
		"steps go in order the first time, unless it was a crisis, the network was skipped, or the family stopped halfway",
		`with step_of as (select s.*, array_position(array['clarify', 'strengths', 'goals', 'network', 'help', 'evaluate'], s.kind::text) nth,
		     (s.state = 'concluded' or s.concluded_at is not null) once from step s where s.family_id = $1)
		 select later.kind, earlier.kind from step_of later join step_of earlier on earlier.plan_id = later.plan_id and earlier.nth < later.nth
		   join plan p on p.id = later.plan_id
		 where later.once and not earlier.once and not (earlier.kind = 'network' and p.network_skipped_because <> '') and ${neverInCrisis("p.id")}
		   and not (later.kind = 'evaluate' and exists (select 1 from evaluation e where e.plan_id = p.id and e.decision = 'close'))`,
	],
	[
		"help was decided after the family was offered a plan of its own and answered, unless it was a crisis",
		`select d.id from decision d join plan p on p.id = d.plan_id
		 where d.family_id = $1 and (p.group_plan_offered_on is null or p.group_plan_answer is null) and ${neverInCrisis("p.id")}`,
	],
	[
		"what was written down for somebody else says so, and by whom",
		`select id::text from view where family_id = $1 and recorded <> (written_by <> person_id)
		 union all select id::text from position where family_id = $1 and recorded <> (written_by <> person_id)
		 union all select goal_id::text from evaluation_score where family_id = $1 and recorded <> (written_by <> person_id)`,
	],
	[
		"every change keeps the former text",
		["step", "plan", "view", "goal", "decision", "evaluation", "review"]
			.map(
				(table) => `select '${table}' as kept, t.id from ${table} t where t.family_id = $1 and t.version > 1 and t.version - 1 >
				   (select count(distinct f.version) from former_text f where f.object = '${table}' and f.object_id = t.id)`,
			)
			.join(" union all "),
	],
	[
		"what was taken away leaves its trace: who took it away, and when",
		`select a.id::text from audit_entry a
		 where a.family_id = $1 and a.object = 'view' and a.action = 'delete' and a.outcome = 'success' and not exists (
		   select 1 from former_text f where f.object = 'view' and f.object_id = a.object_id and f.changed_by = a.person_id)`,
	],
	[
		"each entry of the log says who, what and how it ended",
		"select id::text from audit_entry where family_id = $1 and (event = '' or object = '' or outcome is null or account_id is null and source = 'api')",
	],
];

/** The same of the messages about a family, once they were made. */
export const alwaysTrueOfMessages: Sentence[] = [
	["no text of the family is in a message", `select id from mail where family_id = $1 and (subject || text) like '%${marker}%'`],
	[
		"each message is for somebody of this family, or an employee of its organisation",
		`select m.id from mail m join family f on f.id = m.family_id where m.family_id = $1
		   and not exists (select 1 from involvement i where i.family_id = f.id and i.person_id = m.person_id)
		   and not exists (select 1 from account a where a.person_id = m.person_id and a.organisation_id = f.organisation_id and a.duties <> '{}')`,
	],
];
