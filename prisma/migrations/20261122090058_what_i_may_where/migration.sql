-- How the caller stands to each family of their own list: so that a page asks only for what may be asked.
create function app.my_relations() returns table (family_id uuid, relations text[])
language sql stable security definer set search_path = public, pg_temp as $$
  select f.id, case
      when exists (select 1 from involvement i where i.family_id = f.id and i.person_id = a.person_id and i.relation = 'coordinator' and i.ended_at is null)
        then array['coordinator']
      else app.relations(a.person_id, f.id, a.duties, a.team_id, app.today()) end
  from unnest(app.families()) as f (id)
  join account a on a.id = app.account() and a.person_id = app.person();
$$;
revoke execute on function app.my_relations() from public;
grant execute on function app.my_relations() to samenplan_app;
