-- Whoever is asked for an answer hears of it, whatever it is about: a version, a goal, a decision or the shared picture (R3, R7).

-- Who must agree in these families on this day, by the ages of the children and the recorded authority (`access/age`; a test compares both).
create function app.people_who_must_agree(p_families uuid[]) returns table (family_id uuid, person_id uuid, since timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  with child as materialized (
    select i.family_id, i.person_id, i.accepted_at, c.born_on
    from involvement i join person c on c.id = i.person_id
    where i.family_id = any (p_families) and i.relation = 'child' and i.ended_at is null
      and (c.born_on is null or app.birthday_on(c.born_on, 18) > app.today()))
  select k.family_id, k.person_id, k.accepted_at from child k where app.birthday_on(k.born_on, 12) <= app.today()
  union
  select p.family_id, p.person_id, p.accepted_at
  from child k
  join authority a on a.family_id = k.family_id and a.child_id = k.person_id and a.holds = 'yes'
  join involvement p on p.family_id = k.family_id and p.person_id = a.parent_id and p.relation = 'parent' and p.ended_at is null
  where k.born_on is null or app.birthday_on(k.born_on, 16) > app.today();
$$;

-- Each answer that is waited for in the open plans of these families, as `waitingFor` in packages/plan-rules counts them (a test
-- compares both): nothing said yet, said to an older text, or explained since. About a version, or about the step in which it stands:
-- what was put before people on one day in one step is one thing to remind of.
create function app.answers_awaited(p_families uuid[]) returns table (family_id uuid, person_id uuid, about_id uuid, step step_kind, since date)
language sql stable security definer set search_path = public, pg_temp as $$
  with asked as materialized (
    select g.family_id, g.plan_id, 'goal'::position_subject as subject, g.id as subject_id, g.version, 'goals'::step_kind as step, g.created_at as at,
      g.state in ('proposed', 'adjusted') and g.for_kind is not null and cardinality(g.levels) = 5 and g.levels[3] ~ '\S' as open
    from goal g where g.family_id = any (p_families) and g.state not in ('achieved', 'stopped')
    union all
    select d.family_id, d.plan_id, 'decision', d.id, d.version, 'help', d.created_at, true from decision d where d.family_id = any (p_families)
    union all
    select s.family_id, s.plan_id, 'shared_picture', s.id, s.version, s.kind, s.concluded_at, true from step s
    where s.family_id = any (p_families) and s.kind = 'strengths' and s.state = 'concluded' and s.conclusion <> ''),
  text_of_now as materialized (
    select a.*, st.id as about_id, greatest(a.at, (
        select max(f.changed_at) from former_text f
        where a.version > 1 and f.family_id = a.family_id and f.object = case a.subject when 'goal' then 'goal' when 'decision' then 'decision' else 'step' end
          and f.object_id = a.subject_id and f.version = a.version - 1)) as put_at
    from asked a
    join plan p on p.id = a.plan_id and p.family_id = a.family_id and p.state = 'open'
    join step st on st.plan_id = a.plan_id and st.family_id = a.family_id and st.kind = a.step),
  answers as (
    select t.family_id, m.person_id, t.about_id, t.step, t.open, t.subject, t.subject_id, t.version, greatest(t.put_at, m.since) as since
    from text_of_now t join app.people_who_must_agree(p_families) m on m.family_id = t.family_id
    union all
    select v.family_id, w.person_id, v.id, null, true, 'plan_version', v.id, v.number, v.put_at
    from plan_version v join plan p on p.id = v.plan_id and p.family_id = v.family_id and p.state = 'open'
    cross join unnest(v.must_agree) as w (person_id)
    where v.family_id = any (p_families) and v.state = 'put')
  select a.family_id, a.person_id, a.about_id, a.step, app.day_in_amsterdam(greatest(a.since, o.explained_at))
  from answers a
  left join lateral (
    select po.answer, po.subject_version, po.explained_at from position po
    where po.family_id = a.family_id and po.subject = a.subject and po.subject_id = a.subject_id and po.person_id = a.person_id
    order by po.created_at desc, po.id desc limit 1) o on true
  -- Whoever waits for an explanation is not pressed meanwhile; explained, they are asked again, also about a goal that is worked on.
  where (o.answer = 'explain' and o.explained_at is not null)
    or (a.open and (o.answer is null or o.subject_version < a.version));
$$;
revoke all on function app.people_who_must_agree(uuid[]), app.answers_awaited(uuid[]) from public, samenplan_app;

do $$
declare
  wanted text := pg_get_functiondef('app.reminders_wanted(uuid[], reminder_kind[], jsonb)'::regprocedure);
  of_versions_from int := position('-- A version that was put before people: whoever has not answered yet' in wanted);
  of_versions_until int := position('-- Nothing was written for a while. Before the first contact' in wanted);
  traces text := '    ladder (family_id, kind, about_id, person_id, due_on, before_on, rungs) as (';
  refresh text := pg_get_functiondef('app.refresh_reminders(uuid, int, boolean, jsonb)'::regprocedure);
  puts text := $a$union select v.family_id from plan_version v where v.state = 'put'$a$;
  caseload text := pg_get_functiondef('app.caseload()'::regprocedure);
  columns text := 'waiting_answers integer, ';
  chosen text := 'coalesce(v.waiting, 0),';
  joined text := '  left join lateral (select rv.state, coalesce(rv.advised_at, rv.asked_at) as since';
  claim text := pg_get_functiondef('app.claim_reminders(jsonb, int, boolean)'::regprocedure);
begin
  if of_versions_from = 0 or of_versions_until < of_versions_from or position(traces in wanted) = 0 or position(puts in refresh) = 0
    or position(columns in caseload) = 0 or position(chosen in caseload) = 0 or position(joined in caseload) = 0
    or position('account_id uuid, email text)' in claim) = 0 or position('p.language, a.id, a.email' in claim) = 0 then
    raise exception 'what waits for answers reads otherwise than expected';
  end if;
  execute replace(
    left(wanted, of_versions_from - 1) || $a$-- An answer that is waited for: each who must agree of the oldest one, later the coordinator.
      select v.family_id, 'waiting_agreement', v.about_id, v.person_id, v.due_on, v.due_on - 3, v.rungs
      from (
        (select distinct on (w.family_id, w.person_id) w.family_id, w.about_id, w.person_id, w.due_on, '{before,on_day,after}'::reminder_rung[] as rungs
          from awaited w join home h on h.family_id = w.family_id and h.person_id = w.person_id
          order by w.family_id, w.person_id, w.due_on, w.step nulls first, w.about_id)
        union all
        (select distinct on (w.family_id, p.person_id, p.rungs) w.family_id, w.about_id, p.person_id, w.due_on, p.rungs
          from awaited w join (select c.*, '{on_day,after}'::reminder_rung[] as rungs from coach c
            union all select l.*, '{team_lead}' from lead l) p on p.family_id = w.family_id
          order by w.family_id, p.person_id, p.rungs, w.due_on, w.step nulls first, w.about_id)) v
      union all
      $a$ || substr(wanted, of_versions_until),
    traces, $a$    awaited as materialized (
      select a.family_id, a.person_id, a.about_id, a.step, a.since + (fam.days->>'versionAnswerDays')::int as due_on
      from app.answers_awaited(array(select fam.id from fam where fam.plan_id is not null and 'waiting_agreement' = any (p_kinds))) a
      join fam on fam.id = a.family_id),
$a$ || traces);

  execute replace(refresh, puts, puts || $a$
        union select g.family_id from goal g where g.state in ('proposed', 'adjusted')$a$);

  drop function app.caseload();
  execute replace(replace(replace(caseload,
    columns, columns || 'answers_waiting integer, answers_since date, '),
    chosen, chosen || ' coalesce(aw.waiting, 0), aw.since,'),
    joined, $a$  left join (select an.family_id, count(*)::int as waiting, min(an.since) as since from app.answers_awaited(app.families()) an
    where an.step is not null group by an.family_id) aw on aw.family_id = f.id
$a$ || joined);
  grant execute on function app.caseload() to samenplan_app;

  drop function app.claim_reminders(jsonb, int, boolean);
  execute replace(replace(claim, 'account_id uuid, email text)', 'account_id uuid, email text, step step_kind)'),
    'p.language, a.id, a.email', $a$p.language, a.id, a.email, (select s.kind from step s where s.family_id = r.family_id and s.id = r.about_id)$a$);
  grant execute on function app.claim_reminders(jsonb, int, boolean) to samenplan_app;
end $$;
