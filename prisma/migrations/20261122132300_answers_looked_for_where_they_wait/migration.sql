-- The same answers, looked for only where one can be waited for: most goals of a plan are worked on and agreed to. What was explained
-- since is found from the explanation.
create index position_explained on position (family_id) where answer = 'explain' and explained_at is not null;

create or replace function app.answers_awaited(p_families uuid[]) returns table (family_id uuid, person_id uuid, about_id uuid, step step_kind, since date)
language sql stable security definer set search_path = public, pg_temp as $$
  with live as materialized (select p.id, p.family_id from plan p where p.family_id = any (p_families) and p.state = 'open'),
  asked as materialized (
    select g.family_id, g.plan_id, 'goal'::position_subject as subject, g.id as subject_id, g.version, 'goals'::step_kind as step, g.created_at as at
    from live join goal g on g.family_id = live.family_id and g.plan_id = live.id
    where g.state in ('proposed', 'adjusted') and g.for_kind is not null and cardinality(g.levels) = 5 and g.levels[3] ~ '\S'
    union all
    select d.family_id, d.plan_id, 'decision', d.id, d.version, 'help', d.created_at
    from live join decision d on d.family_id = live.family_id and d.plan_id = live.id
    union all
    select s.family_id, s.plan_id, 'shared_picture', s.id, s.version, s.kind, s.concluded_at
    from live join step s on s.family_id = live.family_id and s.plan_id = live.id
    where s.kind = 'strengths' and s.state = 'concluded' and s.conclusion <> ''),
  must as materialized (select m.* from app.people_who_must_agree(array(select distinct a.family_id from asked a)) m),
  unanswered as (
    select a.family_id, m.person_id, a.plan_id, a.step, a.subject, a.subject_id, a.version, a.at, m.since as here_since
    from asked a join must m on m.family_id = a.family_id
    -- One look by index for each, however many answers the table holds.
    where (select o.id from position o where o.family_id = a.family_id and o.subject = a.subject and o.subject_id = a.subject_id
      and o.person_id = m.person_id and o.subject_version >= a.version limit 1) is null),
  of_text as (
    select u.family_id, u.person_id, st.id as about_id, u.step, greatest(u.at, u.here_since, case when u.version > 1 then (
        select max(f.changed_at) from former_text f
        where f.family_id = u.family_id and f.object = case u.subject when 'goal' then 'goal' when 'decision' then 'decision' else 'step' end
          and f.object_id = u.subject_id and f.version = u.version - 1) end) as since
    from unanswered u join step st on st.family_id = u.family_id and st.plan_id = u.plan_id and st.kind = u.step),
  explained as (
    select o.family_id, o.person_id, o.subject, o.subject_id, o.subject_version, o.explained_at
    from position o where o.family_id = any (p_families) and o.answer = 'explain' and o.explained_at is not null
      and not exists (select 1 from position later where later.family_id = o.family_id and later.subject = o.subject and later.subject_id = o.subject_id
        and later.person_id = o.person_id and (later.created_at, later.id) > (o.created_at, o.id))),
  must_explained as (select m.* from app.people_who_must_agree(array(select distinct e.family_id from explained e)) m),
  of_explained as (
    -- An explanation of this very text, or of a goal that is worked on; a new text that is asked stands above already.
    select e.family_id, e.person_id, st.id as about_id, st.kind as step, e.explained_at as since
    from explained e
    join must_explained m on m.family_id = e.family_id and m.person_id = e.person_id
    join lateral (
      select g.plan_id, 'goals'::step_kind as step, g.version from goal g where e.subject = 'goal' and g.id = e.subject_id and g.family_id = e.family_id
        and g.state not in ('achieved', 'stopped')
      union all select d.plan_id, 'help', d.version from decision d where e.subject = 'decision' and d.id = e.subject_id and d.family_id = e.family_id
      union all select s.plan_id, s.kind, s.version from step s where e.subject = 'shared_picture' and s.id = e.subject_id and s.family_id = e.family_id
        and s.kind = 'strengths' and s.state = 'concluded' and s.conclusion <> '') x on true
    join live on live.id = x.plan_id
    join step st on st.family_id = e.family_id and st.plan_id = x.plan_id and st.kind = x.step
    where not exists (select 1 from asked a where a.subject = e.subject and a.subject_id = e.subject_id and e.subject_version < a.version)),
  versions as (
    select v.family_id, w.person_id, v.id as about_id, greatest(v.put_at, o.explained_at) as since
    from live join plan_version v on v.family_id = live.family_id and v.plan_id = live.id and v.state = 'put'
    cross join unnest(v.must_agree) as w (person_id)
    left join lateral (
      select po.answer, po.explained_at from position po
      where po.family_id = v.family_id and po.subject = 'plan_version' and po.subject_id = v.id and po.person_id = w.person_id
      order by po.created_at desc, po.id desc limit 1) o on true
    where o.answer is null or (o.answer = 'explain' and o.explained_at is not null))
  select t.family_id, t.person_id, t.about_id, t.step, app.day_in_amsterdam(t.since) from of_text t
  union all select e.family_id, e.person_id, e.about_id, e.step, app.day_in_amsterdam(e.since) from of_explained e
  union all select v.family_id, v.person_id, v.about_id, null, app.day_in_amsterdam(v.since) from versions v;
$$;
