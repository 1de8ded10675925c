-- AlterTable
ALTER TABLE "reminder" ADD COLUMN     "mail_id" UUID;

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "can_wait" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "escalation" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "answered_by" UUID NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "escalation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "escalation_family_id_kind_since_key" ON "escalation"("family_id", "kind", "since");

-- Functions below name kinds of reminders that an earlier migration of the same transaction may have added.
set local check_function_bodies = off;
-- ---------------------------------------------------------------------------------------------------------------------
-- By hand. An escalation is read and answered by the team lead, who reads nothing else of the plan; a coordinator hears of it
-- in the caseload.
-- ---------------------------------------------------------------------------------------------------------------------
alter table escalation add constraint escalation_family foreign key (family_id) references family (id);
alter table escalation add constraint escalation_answered_by foreign key (answered_by) references person (id);
alter table escalation enable row level security;
alter table escalation force row level security;
do $$ begin execute format('create policy owner_all on escalation to %I using (true) with check (true)', current_user); end $$;
grant select, insert, update on escalation to samenplan_app;
create policy figures on escalation to samenplan_app using (
  family_id = any ((select app.families())::uuid[]) and (select app.scope()) = 'figures');
create policy changes_as_added on escalation as restrictive for insert to samenplan_app with check ((select app.changes_as('{team_lead}')));
create policy changes_as_changed on escalation as restrictive for update to samenplan_app using ((select app.changes_as('{team_lead}')));
create policy answerer_added on escalation as restrictive for insert to samenplan_app with check (answered_by = (select app.person()));

alter table reminder add constraint reminder_mail foreign key (mail_id) references mail (id) on delete set null;
create index mail_of_the_day on mail (person_id, created_at) where kind = 'digest';
create index reminder_person_waiting on reminder (person_id, send_at) where sent_at is null and stopped_at is null;
create index reminder_mail on reminder (mail_id) where mail_id is not null;
-- What may be due is found without walking through what was settled long ago.
create index plan_version_put on plan_version (family_id) where state = 'put';
create index review_open on review (family_id) where state in ('asked', 'taken', 'advised');
create index help_waiting on help (family_id) where state = 'waiting';
create index plan_check_in on plan (family_id) where check_in_on is not null and checked_in_on is null;
create index milestone_to_come on milestone (on_day) where done_on is null;

-- ---------------------------------------------------------------------------------------------------------------------
-- Working days, as packages/plan-rules counts them (a test compares both).
-- ---------------------------------------------------------------------------------------------------------------------
create function app.is_working_day(p_day date) returns boolean language plpgsql immutable parallel safe as $$
declare y int := extract(year from p_day); a int := y % 19; b int := y / 100; c int := y % 100; h int; l int; m int; n int; easter date;
begin
  if extract(isodow from p_day) > 5 then return false; end if;
  -- Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher).
  h := (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  l := (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  m := (a + 11 * h + 22 * l) / 451;
  n := h + l - 7 * m + 114;
  easter := make_date(y, n / 31, n % 31 + 1);
  return not (p_day in (make_date(y, 1, 1), easter + 1, easter + 39, easter + 50, make_date(y, 12, 25), make_date(y, 12, 26),
      -- King's Day is a day earlier when the 27th is a Sunday.
      case when extract(isodow from make_date(y, 4, 27)) = 7 then make_date(y, 4, 26) else make_date(y, 4, 27) end)
    -- Liberation Day is a free day once in five years.
    or (y % 5 = 0 and p_day = make_date(y, 5, 5)));
end $$;
create function app.add_working_days(p_day date, p_days int) returns date language plpgsql immutable parallel safe as $$
declare d date := p_day; n int := p_days;
begin
  while n > 0 loop
    d := d + 1;
    if app.is_working_day(d) then n := n - 1; end if;
  end loop;
  return d;
end $$;
create function app.day_in_amsterdam(p_at timestamptz) returns date language sql immutable parallel safe
  return (p_at at time zone 'Europe/Amsterdam')::date;

-- ---------------------------------------------------------------------------------------------------------------------
-- The last traces in the open plan of each family: contact is the coordinator's (a recorded moment, or words in the plan),
-- activity is anybody's, a talk is with a parent, face to face or by voice. What a family keeps to itself leaves no trace here.
-- ---------------------------------------------------------------------------------------------------------------------
create function app.traces_of(p_families uuid[]) returns table (
  family_id uuid, plan_id uuid, contact_at timestamptz, activity_at timestamptz, talk_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.family_id, p.id, greatest(t.contact, w.contact, st.contact, x.contact, m.contact),
    greatest(t.activity, w.activity, st.activity, x.latest, a.activity, g.activity, n.activity, m.activity, ca.activity, v.latest, r.latest, p.created_at),
    m.talk_on
  from unnest(p_families) as mine (id)
  join plan p on p.family_id = mine.id and p.state = 'open'
  left join lateral (select i.person_id from involvement i
    where i.family_id = p.family_id and i.relation = 'coordinator' and i.ended_at is null) c on true
  left join lateral (select max(sc.concluded_at) as activity, max(sc.concluded_at) filter (where sc.concluded_by = c.person_id) as contact
    from step sc where sc.family_id = p.family_id and sc.plan_id = p.id) st on true
  left join lateral (select max(o.created_at) as latest, max(o.explained_at) filter (where o.explained_by = c.person_id) as contact
    from position o where o.family_id = p.family_id) x on true
  left join lateral (select max(pv.put_at) as latest from plan_version pv where pv.family_id = p.family_id and pv.plan_id = p.id and pv.state = 'put') v on true
  left join lateral (select max(coalesce(rv.advised_at, rv.asked_at)) as latest from review rv where rv.family_id = p.family_id and rv.plan_id = p.id
    and rv.state in ('asked', 'taken', 'advised')) r on true
  left join lateral (select max(k.created_at) filter (where k.written_by = c.person_id) as contact, max(k.created_at) as activity
    from comment k where k.family_id = p.family_id and k.audience not in ('family', 'named')) t on true
  left join lateral (select max(vw.updated_at) filter (where vw.written_by = c.person_id) as contact, max(vw.updated_at) as activity
    from view vw where vw.family_id = p.family_id and vw.plan_id = p.id and vw.audience not in ('family', 'named')) w on true
  left join lateral (select max(greatest(ac.created_at, ac.reported_at)) as activity from action ac where ac.family_id = p.family_id and ac.plan_id = p.id) a on true
  left join lateral (select max(es.updated_at) as activity from evaluation_score es where es.family_id = p.family_id) g on true
  left join lateral (select max(pn.created_at) as activity from progress_note pn where pn.family_id = p.family_id) n on true
  left join lateral (select max(cm.created_at) as activity, max(cm.held_on::timestamp at time zone 'Europe/Amsterdam') as contact,
      max(cm.held_on) filter (where cm.kind <> 'message' and exists (select 1 from involvement pa where pa.family_id = p.family_id
        and pa.relation = 'parent' and pa.person_id = any (cm.with_whom))) as talk_on
    from contact_moment cm where cm.family_id = p.family_id and cm.plan_id = p.id) m on true
  left join lateral (select max(cr.created_at) as activity from crisis_act cr where cr.family_id = p.family_id and cr.plan_id = p.id) ca on true;
$$;

-- Whether what somebody answered to still waits for answers.
create function app.position_is_live(p_subject position_subject, p_id uuid, p_plan uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select case p_subject
    when 'goal' then exists (select 1 from goal gl where gl.id = p_id and gl.plan_id = p_plan and gl.state not in ('achieved', 'stopped'))
    when 'plan_version' then exists (select 1 from plan_version ov where ov.id = p_id and ov.plan_id = p_plan and ov.state = 'put')
    when 'decision' then exists (select 1 from decision d where d.id = p_id and d.plan_id = p_plan)
    when 'handover' then exists (select 1 from handover ho where ho.id = p_id and ho.plan_id = p_plan and ho.state in ('asked', 'arranged'))
    else exists (select 1 from step sp where sp.id = p_id and sp.plan_id = p_plan)
  end;
$$;

-- As before, with the new things that wait, and what a team lead said to them.
drop function app.caseload();
create function app.caseload() returns table (
  family_id uuid, name text, coordinator_id uuid, coordinator_name text, plan_id uuid, route route, complex boolean, opened_on date,
  current_step step_kind, evaluation_on date, open_questions int, oldest_question_at timestamptz, explanations_asked int,
  explanation_since timestamptz, disagreements int, disagreement_since timestamptz, version_put_at timestamptz, waiting_answers int,
  review_state review_state, review_since timestamptz, review_urgent boolean, help_waiting_since date, last_contact_at timestamptz,
  last_activity_at timestamptz, placement placement, last_talk_on date, milestone_on date, check_in_on date,
  handover_state handover_state, handover_since timestamptz, handover_talk_on date, picked_up jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.id, f.name, c.person_id, c.name, p.id, p.route, p.complex, p.opened_on,
    s.kind, e.due_on, q.open, q.oldest, x.explain, x.explain_since, x.disagree, x.disagree_since, v.put_at, coalesce(v.waiting, 0),
    r.state, r.since, r.urgent, h.since, t.contact_at, t.activity_at,
    p.placement, t.talk_on, ms.on_day, ci.check_in_on, ho.state, ho.created_at, ho.talk_on, pu.answers
  from unnest(app.families()) as mine (id)
  join family f on f.id = mine.id
  left join plan p on p.family_id = f.id and p.state = 'open'
  left join app.traces_of(app.families()) t on t.family_id = f.id
  left join lateral (select i.person_id, trim(n.given_name || ' ' || n.family_name) as name
    from involvement i join person n on n.id = i.person_id
    where i.family_id = f.id and i.relation = 'coordinator' and i.ended_at is null) c on true
  left join lateral (select so.kind from step so where so.family_id = f.id and so.plan_id = p.id and so.state <> 'concluded' order by so.kind limit 1) s on true
  left join lateral (select ev.due_on from evaluation ev where ev.family_id = f.id and ev.plan_id = p.id and ev.state = 'planned') e on true
  left join lateral (select count(*)::int as open, min(k.created_at) as oldest from comment k
    where k.family_id = f.id and k.kind = 'question' and k.answered_at is null and k.audience not in ('family', 'named')
      and k.written_by is distinct from c.person_id) q on true
  left join lateral (select
      count(*) filter (where l.answer = 'explain' and l.explained_at is null and l.live)::int as explain,
      min(l.created_at) filter (where l.answer = 'explain' and l.explained_at is null and l.live) as explain_since,
      count(*) filter (where l.answer = 'disagree' and l.live)::int as disagree,
      min(l.created_at) filter (where l.answer = 'disagree' and l.live) as disagree_since
    from (select distinct on (o.subject, o.subject_id, o.person_id) o.answer, o.explained_at, o.created_at,
        app.position_is_live(o.subject, o.subject_id, p.id) as live
      from position o
      where o.family_id = f.id order by o.subject, o.subject_id, o.person_id, o.created_at desc, o.id desc) l) x on true
  left join lateral (select pv.put_at, (select count(*)::int from unnest(pv.must_agree) m (person)
      where not exists (select 1 from position o where o.family_id = f.id and o.subject = 'plan_version' and o.subject_id = pv.id and o.person_id = m.person)) as waiting
    from plan_version pv where pv.family_id = f.id and pv.plan_id = p.id and pv.state = 'put') v on true
  left join lateral (select rv.state, coalesce(rv.advised_at, rv.asked_at) as since, rv.urgent from review rv
    where rv.family_id = f.id and rv.plan_id = p.id and rv.state in ('asked', 'taken', 'advised') order by rv.asked_at desc limit 1) r on true
  left join lateral (select min(hp.waiting_since) as since from help hp where hp.family_id = f.id and hp.plan_id = p.id and hp.state = 'waiting') h on true
  -- After closing only when the family wished to hear.
  left join lateral (select min(mi.on_day) as on_day from milestone mi where mi.family_id = f.id and mi.done_on is null
    and (p.id is not null or (select lp.wants_milestones from plan lp where lp.family_id = f.id order by lp.created_at desc limit 1))) ms on true
  left join lateral (select cp.check_in_on from plan cp where cp.family_id = f.id and p.id is null and cp.check_in_on is not null
    and cp.checked_in_on is null order by cp.created_at desc limit 1) ci on true
  left join lateral (select hd.state, hd.created_at, hd.talk_on from handover hd where hd.family_id = f.id and hd.state in ('asked', 'arranged') limit 1) ho on true
  left join lateral (select jsonb_agg(jsonb_build_object('kind', es.kind, 'since', es.since, 'words', es.words,
      'by', trim(n.given_name || ' ' || n.family_name), 'at', es.answered_at)) as answers
    from escalation es join person n on n.id = es.answered_by where es.family_id = f.id) pu on true
  where (select app.scope()) = 'list';
$$;
-- ---------------------------------------------------------------------------------------------------------------------
-- Reminders of every kind (R5-R10). Which rungs of which ladder are wanted at this moment, for whom, from what the tables say now:
-- what is done is not wanted any more, whoever left is not among them. `p_days` holds the days of R5-R9 by their names in
-- packages/plan-rules; what the organisation set itself counts above them.
-- ---------------------------------------------------------------------------------------------------------------------
drop function app.plan_reminders(uuid);
drop function app.refresh_reminders();
drop function app.reminders_wanted(uuid);
drop function app.people_of_evaluation(uuid);
drop function app.scored_all(uuid, uuid);

create function app.reminders_wanted(p_families uuid[], p_kinds reminder_kind[], p_days jsonb) returns table (
  family_id uuid, kind reminder_kind, about_id uuid, person_id uuid, rung reminder_rung, due_on date, send_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  with fam as materialized (
      select f.id, f.team_id, f.organisation_id, p.id as plan_id, p.opened_on, p.placement, p_days || o.settings as days
      from unnest(p_families) as mine (id) join family f on f.id = mine.id join organisation o on o.id = f.organisation_id
      left join plan p on p.family_id = f.id and p.state = 'open'),
    coach as materialized (
      select i.family_id, i.person_id from fam join involvement i on i.family_id = fam.id join account a on a.person_id = i.person_id
      where i.relation = 'coordinator' and i.ended_at is null and a.state = 'active'),
    lead as materialized (
      select fam.id as family_id, a.person_id from fam join account a on a.team_id = fam.team_id
      where a.state = 'active' and 'team_lead' = any (a.duties)),
    -- Of the family: who decides along, and can sign in.
    home as materialized (
      select i.family_id, i.person_id from fam join involvement i on i.family_id = fam.id join account a on a.person_id = i.person_id
      where i.relation in ('parent', 'child') and i.ended_at is null and a.state = 'active'
        and app.relations(i.person_id, i.family_id, a.duties, a.team_id, app.today())
            && array['parent_with_authority', 'young_person', 'young_person_16']),
    -- The coordinator, or whoever leads the team of a family that has none any more.
    keeper as materialized (
      select * from coach union all select l.* from lead l where not exists (select 1 from coach c where c.family_id = l.family_id)),
    traces as materialized (
      select t.* from app.traces_of(array(select fam.id from fam where fam.plan_id is not null
        and p_kinds && array['stalled_plan', 'contact_rhythm']::reminder_kind[])) t),
    ladder (family_id, kind, about_id, person_id, due_on, before_on, rungs) as (
      -- The talk in which we look back: whoever has not said how it goes, and the coordinator.
      select e.family_id, 'evaluation'::reminder_kind, e.id, w.person_id, e.due_on, e.due_on - (fam.days->>'evaluationSoonDays')::int,
        case when w.ready and w.family then '{on_day}' when w.ready then '{on_day,after}' else '{before,on_day,after}' end::reminder_rung[]
      from fam join evaluation e on e.family_id = fam.id and e.plan_id = fam.plan_id and e.state = 'planned'
      cross join lateral (
        select p.person_id, p.family,
          exists (select 1 from evaluation_score s where s.evaluation_id = e.id and s.person_id = p.person_id)
          and not exists (select 1 from goal g where g.plan_id = e.plan_id and g.family_id = e.family_id and g.state in ('agreed', 'active', 'adjusted')
            and not exists (select 1 from evaluation_score s where s.evaluation_id = e.id and s.goal_id = g.id and s.person_id = p.person_id)) as ready
        from (select c.person_id, false as family from coach c where c.family_id = fam.id
              union all select h.person_id, true from home h where h.family_id = fam.id) p) w
      where 'evaluation' = any (p_kinds)
      union all
      select e.family_id, 'evaluation', e.id, l.person_id, e.due_on, null, '{team_lead}'
      from fam join evaluation e on e.family_id = fam.id and e.plan_id = fam.plan_id and e.state = 'planned' join lead l on l.family_id = fam.id
      where 'evaluation' = any (p_kinds)
      union all
      -- The oldest question without an answer, and the oldest explanation that was asked.
      select q.family_id, 'unanswered_question', q.id, w.person_id, app.add_working_days(q.asked_on, q.days),
        case when q.days > 1 then app.add_working_days(q.asked_on, q.days - 1) end, w.rungs
      from (
        (select distinct on (k.family_id) k.family_id, k.id, app.day_in_amsterdam(k.created_at) as asked_on, (fam.days->>'answerWorkingDays')::int as days
          from fam join comment k on k.family_id = fam.id and k.plan_id = fam.plan_id and k.kind = 'question' and k.answered_at is null
          where k.audience not in ('family', 'named') and not exists (select 1 from coach c where c.family_id = fam.id and c.person_id = k.written_by)
            and 'unanswered_question' = any (p_kinds)
          order by k.family_id, k.created_at, k.id)
        union all
        (select distinct on (o.family_id) o.family_id, o.id, app.day_in_amsterdam(o.created_at), (fam.days->>'answerWorkingDays')::int
          from fam join position o on o.family_id = fam.id
          where o.answer = 'explain' and o.explained_at is null and 'unanswered_question' = any (p_kinds) and fam.plan_id is not null
            and not exists (select 1 from position later where later.family_id = o.family_id and later.subject = o.subject and later.subject_id = o.subject_id
              and later.person_id = o.person_id and (later.created_at, later.id) > (o.created_at, o.id))
            and app.position_is_live(o.subject, o.subject_id, fam.plan_id)
          order by o.family_id, o.created_at, o.id)) q
      join (select c.*, '{before,on_day,after}'::reminder_rung[] as rungs from coach c union all select l.*, '{team_lead}' from lead l) w on w.family_id = q.family_id
      union all
      -- A version that was put before people: whoever has not answered yet; later the coordinator.
      select v.family_id, 'waiting_agreement', v.id, w.person_id, v.due_on, v.due_on - 3, w.rungs
      from fam join lateral (
        select pv.family_id, pv.id, pv.must_agree, app.day_in_amsterdam(pv.put_at) + (fam.days->>'versionAnswerDays')::int as due_on,
          array(select m.person from unnest(pv.must_agree) m (person) where not exists (
            select 1 from position o where o.family_id = fam.id and o.subject = 'plan_version' and o.subject_id = pv.id and o.person_id = m.person)) as waits_for
        from plan_version pv where pv.family_id = fam.id and pv.plan_id = fam.plan_id and pv.state = 'put') v on cardinality(v.waits_for) > 0
      join lateral (
        select h.person_id, '{before,on_day,after}'::reminder_rung[] as rungs from home h where h.family_id = fam.id and h.person_id = any (v.waits_for)
        union all select c.person_id, '{on_day,after}' from coach c where c.family_id = fam.id
        union all select l.person_id, '{team_lead}' from lead l where l.family_id = fam.id) w on true
      where 'waiting_agreement' = any (p_kinds)
      union all
      -- Nothing was written for a while. Before the first contact another ladder speaks.
      select t.family_id, 'stalled_plan', t.plan_id, w.person_id, t.due_on, t.due_on - 7, w.rungs
      from (select tr.family_id, tr.plan_id, app.day_in_amsterdam(tr.activity_at) + (fam.days->>'stalledDays')::int as due_on
            from traces tr join fam on fam.id = tr.family_id where tr.contact_at is not null) t
      join (select c.*, '{before,on_day,after}'::reminder_rung[] as rungs from coach c union all select l.*, '{team_lead}' from lead l) w on w.family_id = t.family_id
      where 'stalled_plan' = any (p_kinds)
      union all
      -- A scientist is asked to think along: every colleague who does not coordinate it, then whoever took it. Advice waits for the coordinator.
      select r.family_id, 'review', r.id, w.person_id, r.due_on, null, w.rungs
      from (select rv.*, case when rv.state = 'advised' then app.add_working_days(app.day_in_amsterdam(rv.advised_at), (fam.days->>'adviceWorkingDays')::int)
              else app.add_working_days(app.day_in_amsterdam(rv.asked_at),
                (fam.days->>(case when rv.urgent then 'urgentReviewWorkingDays' else 'reviewWorkingDays' end))::int) end as due_on, fam.organisation_id
            from fam join review rv on rv.family_id = fam.id and rv.plan_id = fam.plan_id and rv.state in ('asked', 'taken', 'advised')
            where 'review' = any (p_kinds)) r
      join lateral (
        select a.person_id, '{on_day,after}'::reminder_rung[] as rungs from account a
          where r.state = 'asked' and a.organisation_id = r.organisation_id and a.state = 'active' and 'scientist' = any (a.duties)
            and not exists (select 1 from involvement i where i.family_id = r.family_id and i.person_id = a.person_id and i.relation = 'coordinator' and i.ended_at is null)
        union all
        select a.person_id, '{on_day,after}' from account a where r.state = 'taken' and a.person_id = r.scientist_id and a.state = 'active'
        union all
        select c.person_id, '{on_day,after}' from coach c where r.state = 'advised' and c.family_id = r.family_id
        union all
        select l.person_id, '{team_lead}' from lead l where l.family_id = r.family_id) w on true
      union all
      -- Help lets itself be waited for.
      select h.family_id, 'waiting_list', h.id, w.person_id, h.due_on, h.due_on - 7, w.rungs
      from (select hp.family_id, hp.id, hp.waiting_since + (fam.days->>'helpWaitsDays')::int as due_on
            from fam join help hp on hp.family_id = fam.id and hp.plan_id = fam.plan_id and hp.state = 'waiting' and hp.waiting_since is not null
            where 'waiting_list' = any (p_kinds)) h
      join (select c.*, '{before,on_day,after}'::reminder_rung[] as rungs from coach c union all select l.*, '{team_lead}' from lead l) w on w.family_id = h.family_id
      union all
      -- The first contact; and while a child does not live at home, a talk with the parents every few weeks.
      select t.family_id, 'contact_rhythm', t.plan_id, w.person_id, t.due_on, t.before_on, w.rungs
      from (
        select fam.id as family_id, fam.plan_id, app.add_working_days(fam.opened_on, (fam.days->>'firstContactWorkingDays')::int) as due_on,
          app.add_working_days(fam.opened_on, (fam.days->>'firstContactWorkingDays')::int - 1) as before_on
        from traces tr join fam on fam.id = tr.family_id where tr.contact_at is null
        union all
        select fam.id, fam.plan_id, coalesce(tr.talk_on, fam.opened_on) + 7 * (fam.days->>'guardianTalkWeeks')::int,
          coalesce(tr.talk_on, fam.opened_on) + 7 * (fam.days->>'guardianTalkWeeks')::int - 7
        from traces tr join fam on fam.id = tr.family_id where fam.placement <> 'home' and tr.contact_at is not null) t
      join (select c.*, '{before,on_day,after}'::reminder_rung[] as rungs from coach c union all select l.*, '{team_lead}' from lead l) w on w.family_id = t.family_id
      where 'contact_rhythm' = any (p_kinds)
      union all
      -- Something in a child's life; after closing only when the family wished to hear of it.
      select m.family_id, 'milestone', m.id, w.person_id, m.on_day, m.on_day - (fam.days->>'milestoneBeforeDays')::int, w.rungs
      from fam join milestone m on m.family_id = fam.id and m.done_on is null
      join (select k.*, '{before,on_day,after}'::reminder_rung[] as rungs from keeper k union all select l.*, '{team_lead}' from lead l) w on w.family_id = fam.id
      where 'milestone' = any (p_kinds)
        and (fam.plan_id is not null or (select lp.wants_milestones from plan lp where lp.family_id = fam.id order by lp.created_at desc limit 1))
      union all
      -- How is it, some weeks after closing?
      select p.family_id, 'check_in', p.id, w.person_id, p.check_in_on, p.check_in_on - 3, w.rungs
      from fam join plan p on p.family_id = fam.id and p.state = 'closed' and p.check_in_on is not null and p.checked_in_on is null
      join (select k.*, '{before,on_day,after}'::reminder_rung[] as rungs from keeper k union all select l.*, '{team_lead}' from lead l) w on w.family_id = fam.id
      where 'check_in' = any (p_kinds) and fam.plan_id is null
      union all
      -- Another coordinator: first it has to be arranged, then there is a talk together.
      select h.family_id, 'handover', h.id, w.person_id, h.due_on, h.due_on - 3, w.rungs
      from (select ho.*, case when ho.state = 'arranged' then ho.talk_on
              else app.add_working_days(app.day_in_amsterdam(ho.created_at), (fam.days->>'handoverWorkingDays')::int) end as due_on
            from fam join handover ho on ho.family_id = fam.id and ho.plan_id = fam.plan_id and ho.state in ('asked', 'arranged')
            where 'handover' = any (p_kinds)) h
      join lateral (
        select l.person_id, '{on_day,after}'::reminder_rung[] as rungs from lead l where h.state = 'asked' and l.family_id = h.family_id
        union all select c.person_id, '{on_day,after}' from coach c where h.state = 'asked' and c.family_id = h.family_id
        union all select c.person_id, '{before,on_day,after}' from coach c where h.state = 'arranged' and c.family_id = h.family_id
        union all select a.person_id, '{before,on_day,after}' from account a where h.state = 'arranged' and a.person_id = h.to_person_id and a.state = 'active'
        union all select m.person_id, '{before,on_day}' from home m where h.state = 'arranged' and m.family_id = h.family_id
        union all select l.person_id, '{team_lead}' from lead l where l.family_id = h.family_id) w on true)
  select l.family_id, l.kind, l.about_id, l.person_id, r.rung, l.due_on,
    -- What should have been said earlier is said at once.
    greatest(app.nine_in_amsterdam(d.day), app.now())
  from ladder l join fam on fam.id = l.family_id cross join lateral unnest(l.rungs) as r (rung)
  cross join lateral (select case r.rung when 'before' then l.before_on when 'on_day' then l.due_on
    when 'after' then l.due_on + (fam.days->>'afterDays')::int else l.due_on + (fam.days->>'teamLeadDays')::int end as day) d
  where d.day is not null and case r.rung when 'before' then l.due_on > app.today() when 'on_day' then l.due_on >= app.today() else true end;
$$;

-- Makes the reminders of these families and stops those that are no longer wanted: of an earlier day, of what is done, of somebody
-- who need not act any more. Running it again changes nothing. All but those of an evaluation are made two days ahead: their
-- day moves with what people do.
create function app.plan_reminders(p_families uuid[], p_kinds reminder_kind[], p_days jsonb) returns table (family_id uuid, about_id uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if not ((p_families <@ app.families() and app.scope() = 'core') or app.system() = 'reminders') then
    raise exception 'reminders are planned from within the family' using errcode = 'insufficient_privilege';
  end if;
  return query
  with wanted as materialized (select * from app.reminders_wanted(p_families, p_kinds, p_days)),
    stopped as (
      update reminder r set stopped_at = app.now()
      where r.family_id = any (p_families) and r.kind = any (p_kinds) and r.sent_at is null and r.stopped_at is null
        and not exists (select 1 from wanted w where w.kind = r.kind and w.about_id = r.about_id and w.person_id = r.person_id
          and w.rung = r.rung and w.due_on = r.due_on)
      returning r.family_id, r.about_id),
    -- Moved back to a day it was planned on before: what was already sent for that day is not sent again.
    made as (
      insert into reminder as r (id, family_id, kind, about_id, person_id, rung, due_on, send_at, created_at)
      select app.uuid7(), w.family_id, w.kind, w.about_id, w.person_id, w.rung, w.due_on, min(w.send_at), app.now()
      from wanted w where w.kind = 'evaluation' or w.send_at <= app.now() + interval '2 days'
      group by w.family_id, w.kind, w.about_id, w.person_id, w.rung, w.due_on
      on conflict (kind, about_id, person_id, rung, due_on) do update set stopped_at = null, send_at = excluded.send_at
        where r.sent_at is null and r.stopped_at is not null
      returning r.family_id, r.about_id)
  select * from stopped union select * from made;
end $$;

-- Looks again at the next families, in the order of their ids: those with something that has a day near or, when all are asked,
-- everyone. Each family whose reminders changed has its own line in the log. Answers where to go on, or nothing at the end.
create function app.refresh_reminders(p_after uuid, p_size int, p_all boolean, p_days jsonb) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare families uuid[]; changed record;
begin
  if app.system() <> 'reminders' then raise exception 'only the reminders do this' using errcode = 'insufficient_privilege'; end if;
  if p_all then
    families := array(select f.id from family f where p_after is null or f.id > p_after order by f.id limit p_size);
  else
    families := array(select n.family_id from (
        select e.family_id from evaluation e where e.state = 'planned' and e.due_on between app.today() - 31 and app.today() + 31
        union select k.family_id from comment k where k.kind = 'question' and k.answered_at is null
        union select v.family_id from plan_version v where v.state = 'put'
        union select r.family_id from review r where r.state in ('asked', 'taken', 'advised')
        union select h.family_id from help h where h.state = 'waiting'
        union select m.family_id from milestone m where m.done_on is null and m.on_day between app.today() - 61 and app.today() + 61
        union select p.family_id from plan p where p.check_in_on is not null and p.checked_in_on is null
        union select h.family_id from handover h where h.state in ('asked', 'arranged')) n
      where p_after is null or n.family_id > p_after order by n.family_id limit p_size);
  end if;
  for changed in select * from app.plan_reminders(families, enum_range(null::reminder_kind), p_days) loop
    perform app.audit('reminder.plan', 'execute', 'success', null, null, 'system', 'reminder', changed.about_id, changed.family_id, 'job', null, null, 'reminders');
  end loop;
  return families[p_size];
end $$;

-- Whether somebody does not want to hear anything at this hour: from one hour until another, also across midnight.
create function app.is_quiet(p_from int, p_until int, p_hour int) returns boolean language sql immutable parallel safe
  return case when p_from = p_until then false when p_from < p_until then p_hour >= p_from and p_hour < p_until
    else p_hour >= p_from or p_hour < p_until end;

-- Claims reminders that are due, for one worker: rows another holds are left to it. What is not wanted any more at this moment, or
-- reaches nobody, is stopped; the rest is answered, to be said by `app.reminders_said` in the same transaction.
-- Whoever wants one message a day gets all of the day together: nobody else speaks to that account meanwhile.
create function app.claim_reminders(p_days jsonb, p_size int, p_digest boolean) returns table (
  claimed int, id uuid, family_id uuid, kind reminder_kind, about_id uuid, person_id uuid, rung reminder_rung, due_on date,
  given_name text, staff boolean, coordinates boolean, language language, account_id uuid, email text)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  ids uuid[]; hour int := extract(hour from app.now() at time zone 'Europe/Amsterdam'); people uuid[]; families uuid[]; kinds reminder_kind[]; reached uuid[];
begin
  if app.system() <> 'reminders' then raise exception 'only the reminders do this' using errcode = 'insufficient_privilege'; end if;
  if p_digest then
    -- From nine, or when the quiet hours are over; what comes up later that day waits for the next one.
    people := array(
      select a.person_id from account a
      where a.digest and a.state = 'active' and not app.is_quiet(a.quiet_from, a.quiet_until, hour)
        and app.now() >= app.digest_at(a.quiet_from, a.quiet_until)
        and exists (select 1 from reminder r where r.person_id = a.person_id and r.sent_at is null and r.stopped_at is null and r.send_at <= app.now())
        and not exists (select 1 from mail m where m.person_id = a.person_id and m.kind = 'digest' and app.day_in_amsterdam(m.created_at) = app.today())
      order by a.person_id limit p_size for no key update skip locked);
    ids := array(select r.id from reminder r
      where r.person_id = any (people) and r.sent_at is null and r.stopped_at is null and r.send_at <= app.now()
      order by r.send_at, r.id for update of r);
  else
    ids := array(
      select r.id from reminder r left join account a on a.person_id = r.person_id and a.state = 'active'
      where r.sent_at is null and r.stopped_at is null and r.send_at <= app.now()
        and not coalesce(a.digest, false) and not coalesce(app.is_quiet(a.quiet_from, a.quiet_until, hour), false)
      order by r.send_at, r.id limit p_size for update of r skip locked);
  end if;
  if cardinality(ids) = 0 then return; end if;
  select array_agg(distinct r.family_id), array_agg(distinct r.kind) into families, kinds from reminder r where r.id = any (ids);
  reached := array(select r.id from reminder r
    join app.reminders_wanted(families, kinds, p_days) w on w.kind = r.kind and w.about_id = r.about_id and w.person_id = r.person_id
      and w.rung = r.rung and w.due_on = r.due_on
    join account a on a.person_id = r.person_id and a.state = 'active' and a.email is not null
    -- A word about a day that has come in the meantime would only confuse.
    where r.id = any (ids) and (r.rung <> 'on_day' or r.due_on = app.today()));
  update reminder r set stopped_at = app.now() where r.id = any (ids) and r.id <> all (reached);
  perform app.audit('reminder.stop', 'execute', 'success', null, null, 'system', 'reminder', r.id, r.family_id, 'job', null, null, 'reminders')
    from reminder r where r.id = any (ids) and r.id <> all (reached);
  return query select cardinality(ids), r.id, r.family_id, r.kind, r.about_id, r.person_id, r.rung, r.due_on,
      p.given_name, p.staff, exists (select 1 from involvement i where i.family_id = r.family_id and i.person_id = r.person_id
        and i.relation = 'coordinator' and i.ended_at is null), p.language, a.id, a.email
    from (select cardinality(ids)) n left join reminder r on r.id = any (reached)
    left join person p on p.id = r.person_id left join account a on a.person_id = r.person_id
    order by r.person_id, r.send_at, r.id;
end $$;
create function app.digest_at(p_from int, p_until int) returns timestamptz language sql stable parallel safe
  return (app.today() + make_interval(hours => case when app.is_quiet(p_from, p_until, 9) then p_until else 9 end)) at time zone 'Europe/Amsterdam';

-- Puts the mails of claimed reminders into the outbox: a list of {to, personId, accountId, familyId, kind, language, subject, text,
-- reminders}. Each reminder is marked as sent with the mail that says it, and has its line in the log.
create function app.reminders_said(p_mails jsonb) returns setof uuid
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if app.system() <> 'reminders' then raise exception 'only the reminders do this' using errcode = 'insufficient_privilege'; end if;
  return query
  with said as materialized (
      select app.uuid7() as mail_id, m.* from jsonb_to_recordset(p_mails) as m ("to" text, "personId" uuid, "accountId" uuid, "familyId" uuid,
        kind text, language language, subject text, text text, reminders uuid[])),
    queued as (
      insert into mail (id, account_id, person_id, family_id, reminder_id, to_email, kind, language, subject, text, created_at, can_wait)
      select s.mail_id, s."accountId", s."personId", s."familyId", case when cardinality(s.reminders) = 1 then s.reminders[1] end, s."to", s.kind,
        s.language, s.subject, s.text, app.now(), true from said s
      returning mail.id),
    marked as (
      update reminder r set sent_at = app.now(), mail_id = s.mail_id from said s
      where r.id = any (s.reminders) and r.sent_at is null returning r.id, r.family_id),
    logged as (
      select app.audit('reminder.send', 'execute', 'success', null, null, 'system', 'reminder', m.id, m.family_id, 'job', null, null, 'reminders') from marked m)
  select q.id from queued q where (select count(*) from logged) >= 0;
end $$;

-- Whether a mail waits for the end of its reader's quiet hours.
create function app.mail_waits(p_can_wait boolean, p_account uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select p_can_wait and exists (select 1 from account a where a.id = p_account
    and app.is_quiet(a.quiet_from, a.quiet_until, extract(hour from app.now() at time zone 'Europe/Amsterdam')::int));
$$;
-- As before; what is no news of the sign-in may wait.
create or replace function app.queue_mail(p_person uuid, p_account uuid, p_family uuid, p_reminder uuid, p_to text, p_kind text,
  p_language language, p_subject text, p_text text) returns uuid
language sql security definer set search_path = public, pg_temp as $$
  insert into mail (id, account_id, person_id, family_id, reminder_id, to_email, kind, language, subject, text, created_at, can_wait)
  values (app.uuid7(), p_account, p_person, p_family, p_reminder, p_to, p_kind, p_language, p_subject, p_text, app.now(),
    p_kind in ('consent_asked', 'request_news', 'retention_over'))
  on conflict (reminder_id) do nothing returning id;
$$;

-- Everyone chooses how they hear of things, for themselves.
create function app.choose_messages(p_digest boolean, p_from int, p_until int) returns void
language sql security definer set search_path = public, pg_temp as $$
  update account set digest = p_digest, quiet_from = p_from, quiet_until = p_until where id = app.account();
$$;
-- The days of R5-R9, set by an administrator; what else stands in the settings stays.
create function app.set_days(p_days jsonb) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not ('administrator' = any (app.duties())) then raise exception 'only an administrator' using errcode = 'insufficient_privilege'; end if;
  update organisation o set settings = o.settings || p_days where o.id = app.organisation();
end $$;

revoke execute on function app.traces_of(uuid[]), app.reminders_wanted(uuid[], reminder_kind[], jsonb), app.position_is_live(position_subject, uuid, uuid) from public;
grant execute on function app.caseload(), app.plan_reminders(uuid[], reminder_kind[], jsonb), app.refresh_reminders(uuid, int, boolean, jsonb),
  app.claim_reminders(jsonb, int, boolean), app.reminders_said(jsonb), app.mail_waits(boolean, uuid), app.choose_messages(boolean, int, int),
  app.set_days(jsonb) to samenplan_app;
