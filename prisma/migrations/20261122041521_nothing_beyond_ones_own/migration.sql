-- Thinking along ends with the plan too: advice that nobody answered before the plan was closed keeps no door open. What was
-- reviewed stays the scientist's to read (app.reviewed).
create or replace function app.relations(p_person uuid, p_family uuid, p_duties staff_duty[], p_team uuid, p_today date)
returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct r.relation), '{}') from (
    select case i.relation
      when 'parent' then case when exists (
          select 1 from authority a join person c on c.id = a.child_id
          where a.family_id = p_family and a.parent_id = p_person and a.holds = 'yes'
            and (c.born_on is null or c.born_on > p_today - interval '18 years'))
        then 'parent_with_authority' else 'parent_without_authority' end
      when 'child' then (
        select case when c.born_on <= p_today - interval '16 years' then 'young_person_16'
                    when c.born_on <= p_today - interval '12 years' then 'young_person' end
        from person c where c.id = p_person)
      when 'scientist' then null
      else i.relation::text end as relation
    from involvement i
    where i.family_id = p_family and i.person_id = p_person and i.ended_at is null and i.starts_on <= p_today
    union all
    select 'scientist' where 'scientist' = any (p_duties) and exists (
      select 1 from review v join plan p on p.id = v.plan_id and p.state = 'open'
      where v.family_id = p_family and v.scientist_id = p_person and v.state in ('taken', 'advised'))
    union all
    select 'team_lead' where 'team_lead' = any (p_duties) and exists (
      select 1 from family f where f.id = p_family and f.team_id = p_team)
  ) r where r.relation is not null;
$$;

-- These answer about any family and are only called by functions that checked first: not for the application itself.
revoke execute on function app.relations(uuid, uuid, staff_duty[], uuid, date), app.people_of_evaluation(uuid), app.scored_all(uuid, uuid)
  from public, samenplan_app;

-- A former text has the readers the text had: private family time, work notes, words for named persons; and a former address is
-- no more the other parent's business than the present one.
create policy readers_of_then on former_text as restrictive for select to samenplan_app using (
  case object
    when 'view' then case row->>'audience' when 'family' then (select app.side()) = 'family'
                                           when 'staff' then (select app.side()) = 'professional'
                                           when 'named' then row->>'written_by' = (select app.person())::text
                                           else true end
    when 'household' then (select app.side()) = 'professional'
    else true end);

-- Whether an entry of the log is about words that a family keeps to itself: nobody outside may learn that they exist. Words that
-- were taken back are known by what was kept of them.
create function app.kept_in_family(p_object text, p_id uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select p_object in ('view', 'comment') and coalesce(
    (select v.audience = 'family' from view v where v.id = p_id and v.family_id = any (app.families())),
    (select k.audience = 'family' from comment k where k.id = p_id and k.family_id = any (app.families())),
    (select t.row->>'audience' = 'family' from former_text t
      where t.object = 'view' and t.object_id = p_id and t.family_id = any (app.families()) order by t.changed_at desc limit 1),
    false);
$$;
revoke execute on function app.kept_in_family(text, uuid) from public;
grant execute on function app.kept_in_family(text, uuid) to samenplan_app;
