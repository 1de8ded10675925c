-- How help goes is told from both sides, and by a professional about help that was shared with them. The day to look back is set by
-- the last answer to a version, whoever gives it.
do $$
declare r record;
begin
  for r in select * from (values
    ('progress_note', array['coordinator', 'parent_with_authority', 'young_person', 'young_person_16', 'professional', 'network_member', 'parent_without_authority']::text[]),
    ('evaluation', array['coordinator', 'parent_with_authority', 'young_person', 'young_person_16']::text[])
  ) as changed (name, relations) loop
    execute format('drop policy changes_as_added on %I', r.name);
    execute format('drop policy changes_as_changed on %I', r.name);
    execute format('drop policy changes_as_removed on %I', r.name);
    execute format('create policy changes_as_added on %I as restrictive for insert to samenplan_app with check ((select app.changes_as(%L)))', r.name, r.relations);
    execute format('create policy changes_as_changed on %I as restrictive for update to samenplan_app using ((select app.changes_as(%L)))', r.name, r.relations);
    execute format('create policy changes_as_removed on %I as restrictive for delete to samenplan_app using ((select app.changes_as(%L)))', r.name, r.relations);
  end loop;
end $$;
create policy only_about_shared_help on progress_note as restrictive for insert to samenplan_app with check (
  (select app.scope()) = 'core' or app.shared_with_me('help', help_id));

-- Whether the plan of something that was shared is still open: whoever is outside the plan may not read its row.
create function app.plan_is_open(p_plan uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from plan p where p.id = p_plan and p.state = 'open' and p.family_id = any (app.families()));
$$;
revoke execute on function app.plan_is_open(uuid) from public;
grant execute on function app.plan_is_open(uuid) to samenplan_app;
