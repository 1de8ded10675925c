-- That a parent speaks for a child under 12 is said in one place: who they are to the family, their authority, and the child's age.
create or replace function app.my_young_child(p_family uuid, p_child uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select 'parent_with_authority' = any (app.acting_as()) and exists (
    select 1 from involvement i join person c on c.id = i.person_id
    join authority a on a.family_id = i.family_id and a.child_id = i.person_id and a.parent_id = app.person() and a.holds = 'yes'
    where i.family_id = p_family and p_family = any (app.families()) and i.person_id = p_child and i.relation = 'child' and i.ended_at is null
      and (c.born_on is null or app.birthday_on(c.born_on, 12) > app.today()));
$$;
alter policy in_ones_own_name on view with check (
  written_by = (select app.person())
  and (person_id = (select app.person())
    or (recorded and ('coordinator' = any ((select app.acting_as())::text[]) or app.my_young_child(family_id, person_id)))));
alter policy own_name_changed on view using (
  person_id = (select app.person()) or 'coordinator' = any ((select app.acting_as())::text[])
  or (recorded and written_by = (select app.person()) and app.my_young_child(family_id, person_id)));
alter policy own_name_removed on view using (
  person_id = (select app.person()) or 'coordinator' = any ((select app.acting_as())::text[])
  or (recorded and written_by = (select app.person()) and app.my_young_child(family_id, person_id)));
