-- Whoever broke the glass changes nothing: said once, where every change is asked who may make it, instead of a second time in three
-- policies on every table. Whoever also coordinates, reviews or handles a request keeps what that gives, as before.
create or replace function app.changes_as(p_relations text[]) returns boolean language sql stable parallel safe
  return app.system() <> '' or (app.acting_as() && p_relations and not app.by_emergency());

do $$
declare r record;
begin
  for r in select p.tablename as name, p.policyname as policy, p.cmd from pg_policies p
           where p.schemaname = 'public' and p.policyname in ('emergency_adds_nothing', 'emergency_changes_nothing', 'emergency_removes_nothing')
             -- Asked above, or a deed that the API's role has no grant for on this table; mail is only for the jobs.
             and (exists (select 1 from pg_policies c where c.schemaname = 'public' and c.tablename = p.tablename and c.policyname like 'changes\_as\_%')
               or not has_table_privilege('samenplan_app', format('public.%I', p.tablename), p.cmd)
                 and not (p.cmd = 'UPDATE' and has_any_column_privilege('samenplan_app', format('public.%I', p.tablename), 'UPDATE'))
               or p.tablename = 'mail') loop
    execute format('drop policy %I on %I', r.policy, r.name);
  end loop;
  -- What the role has no grant for needs no policy: a grant that came would be noticed.
  for r in select p.tablename as name, p.policyname as policy from pg_policies p
           where p.schemaname = 'public' and p.policyname in ('changes_as_added', 'changes_as_changed', 'changes_as_removed')
             and not has_table_privilege('samenplan_app', format('public.%I', p.tablename), p.cmd)
             and not (p.cmd in ('UPDATE', 'INSERT') and has_any_column_privilege('samenplan_app', format('public.%I', p.tablename), p.cmd)) loop
    execute format('drop policy %I on %I', r.policy, r.name);
  end loop;
end $$;

-- What somebody of the family scored or answered is taken away by themselves alone, as it is changed by themselves alone.
create policy own_removed on evaluation_score as restrictive for delete to samenplan_app
  using ((select app.side()) <> 'family' or person_id = (select app.person()));
create policy own_removed on cooperation_answer as restrictive for delete to samenplan_app
  using ((select app.side()) <> 'family' or person_id = (select app.person()));

-- Conditions that repeated another. Who changes scores and answers stands in changes_as, and all of them read the whole plan.
alter policy core on evaluation_score with check (
  family_id = any ((select app.families())::uuid[]) and ((select app.side()) <> 'family' or person_id = (select app.person())));
alter policy core on cooperation_answer with check (
  family_id = any ((select app.families())::uuid[]) and ((select app.side()) <> 'family' or person_id = (select app.person())));
-- A new family never is one that was entered: only a job or a function of the database adds one.
drop policy changes_as_added on family;
-- Whoever handles a request reads, adds and changes a hold; the policy names that relation already, which is no emergency.
drop policy changes_as_added on legal_hold;
drop policy changes_as_changed on legal_hold;
drop policy emergency_leaves_closed on legal_hold;
-- The safety track: these relations read the whole plan, and nobody is looked through who has one of them but the coordinator.
alter policy professionals on safety_entry using (
  family_id = any ((select app.families())::uuid[]) and (select app.acting_as())::text[] && array['coordinator', 'scientist', 'privacy_officer']);
alter policy professionals on safety_track using (
  family_id = any ((select app.families())::uuid[]) and (select app.acting_as())::text[] && array['coordinator', 'scientist', 'privacy_officer']);
-- Which of them writes stands in changes_as.
alter policy writers on safety_entry with check (written_by = (select app.person()));
alter policy writers on safety_track with check (opened_by = (select app.person()));
drop policy writers_change on safety_track;
-- Nobody is looked through who has one of these relations, or who belongs to the professionals' side and reads the whole plan: through
-- somebody's eyes one acts as they do.
do $$
declare was text;
begin
  for was in select qual from pg_policies where schemaname = 'public' and tablename = 'former_text' and policyname = 'readers_of_then' loop
    execute 'alter policy readers_of_then on former_text using (' || regexp_replace(was,
      '\(\(\( SELECT app\.viewer\(\) AS viewer\) IS NULL\) AND (\(\( SELECT app\.acting_as\(\) AS acting_as\) && ARRAY\[[^]]*\]\))\)', '\1') || ')';
  end loop;
end $$;
alter policy what_a_family_may_know on audit_entry using (
  (select app.side()) <> 'family'
  or (object not in ('work_note', 'safety_list', 'safety_track', 'emergency', 'emergency_search') and ground is distinct from 'emergency')
  or app.family_may_know(object, object_id, family_id, person_id, ground, at));
