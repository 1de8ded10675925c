-- Who changes rows of a family, beside who reads them. Reading was all that the policies asked before: whoever read the whole plan could
-- change it too, as far as the database was concerned. The same list stands in packages/access (tables.ts) as rights; a test compares
-- both for every table and every kind of caller. Jobs are bound by their own policies; functions that check for themselves are not bound.
create function app.changes_as(p_relations text[]) returns boolean language sql stable parallel safe
  return app.system() <> '' or app.acting_as() && p_relations;
grant execute on function app.changes_as(text[]) to samenplan_app;

do $$
declare r record; everyone_of_the_plan text[] := array['coordinator', 'parent_with_authority', 'young_person', 'young_person_16'];
begin
  for r in select * from (values
    ('action', array['coordinator', 'parent_with_authority', 'parent_without_authority', 'young_person', 'young_person_16', 'network_member', 'professional']::text[]),
    ('age_task', array['coordinator']::text[]),
    ('ask', everyone_of_the_plan),
    ('authority', array['coordinator']::text[]),
    ('comment', array['coordinator', 'scientist', 'parent_with_authority', 'parent_without_authority', 'young_person', 'young_person_16', 'network_member', 'professional']::text[]),
    ('consent', array['coordinator', 'parent_with_authority', 'parent_without_authority', 'young_person', 'young_person_16']::text[]),
    ('consent_answer', array['coordinator', 'parent_with_authority', 'parent_without_authority', 'young_person', 'young_person_16']::text[]),
    ('cooperation_answer', everyone_of_the_plan),
    ('decision', everyone_of_the_plan),
    ('evaluation', array['coordinator']::text[]),
    ('evaluation_score', everyone_of_the_plan),
    ('family', array['coordinator']::text[]),
    ('goal', everyone_of_the_plan),
    ('help', array['coordinator']::text[]),
    ('help_option', everyone_of_the_plan),
    ('household', array['coordinator']::text[]),
    ('household_member', array['coordinator']::text[]),
    ('invitation', everyone_of_the_plan),
    ('involvement', array['coordinator', 'parent_with_authority', 'parent_without_authority', 'young_person', 'young_person_16']::text[]),
    ('kinship', array['coordinator']::text[]),
    ('legal_hold', array['privacy_officer']::text[]),
    ('load_capacity', array['coordinator', 'parent_with_authority']::text[]),
    ('network_tie', everyone_of_the_plan),
    ('offer', array['coordinator', 'parent_with_authority', 'parent_without_authority', 'young_person', 'young_person_16', 'network_member', 'professional']::text[]),
    ('plan', everyone_of_the_plan),
    ('plan_version', everyone_of_the_plan),
    ('position', everyone_of_the_plan),
    ('privacy_request', array['coordinator', 'parent_with_authority', 'parent_without_authority', 'young_person', 'young_person_16', 'network_member', 'privacy_officer']::text[]),
    ('progress_note', array['coordinator']::text[]),
    ('reminder', array['coordinator']::text[]),
    ('review', array['coordinator', 'scientist']::text[]),
    ('safety_entry', array['coordinator', 'scientist']::text[]),
    ('safety_track', array['coordinator', 'scientist']::text[]),
    ('share', array['coordinator', 'parent_with_authority', 'parent_without_authority', 'young_person', 'young_person_16']::text[]),
    ('shield', array['coordinator', 'parent_with_authority', 'parent_without_authority', 'young_person', 'young_person_16']::text[]),
    ('statement', array['parent_with_authority', 'young_person', 'young_person_16']::text[]),
    ('step', everyone_of_the_plan),
    ('view', array['coordinator', 'scientist', 'parent_with_authority', 'young_person', 'young_person_16']::text[]),
    ('work_note', array['coordinator', 'scientist']::text[])
  ) as changed (name, relations) loop
    execute format('create policy changes_as_added on %I as restrictive for insert to samenplan_app with check ((select app.changes_as(%L)))', r.name, r.relations);
    execute format('create policy changes_as_changed on %I as restrictive for update to samenplan_app using ((select app.changes_as(%L)))', r.name, r.relations);
    execute format('create policy changes_as_removed on %I as restrictive for delete to samenplan_app using ((select app.changes_as(%L)))', r.name, r.relations);
  end loop;
end $$;
