-- Words stand in the name of who said them: written by that person, or written down by the coordinator or, of a child under 12 that has no
-- way in, by a parent with authority over that child. Who wrote down what a child said may change it as long as they speak for that child.

-- Whether whoever asks has authority today over this child under 12 of this family (`isOwnYoungChild` in packages/access says the same).
create function app.my_young_child(p_family uuid, p_child uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from involvement i join person c on c.id = i.person_id
    join authority a on a.family_id = i.family_id and a.child_id = i.person_id and a.parent_id = app.person() and a.holds = 'yes'
    where i.family_id = p_family and p_family = any (app.families()) and i.person_id = p_child and i.relation = 'child' and i.ended_at is null
      and (c.born_on is null or app.birthday_on(c.born_on, 12) > app.today()));
$$;
revoke execute on function app.my_young_child(uuid, uuid) from public;
grant execute on function app.my_young_child(uuid, uuid) to samenplan_app;

create policy in_ones_own_name on view as restrictive for insert to samenplan_app with check (
  written_by = (select app.person())
  and (person_id = (select app.person())
    or (recorded and ('coordinator' = any ((select app.acting_as())::text[])
      or ('parent_with_authority' = any ((select app.acting_as())::text[]) and app.my_young_child(family_id, person_id))))));
create policy own_name_changed on view as restrictive for update to samenplan_app using (
  person_id = (select app.person()) or 'coordinator' = any ((select app.acting_as())::text[])
  or (recorded and written_by = (select app.person()) and 'parent_with_authority' = any ((select app.acting_as())::text[])
    and app.my_young_child(family_id, person_id)));
create policy own_name_removed on view as restrictive for delete to samenplan_app using (
  person_id = (select app.person()) or 'coordinator' = any ((select app.acting_as())::text[])
  or (recorded and written_by = (select app.person()) and 'parent_with_authority' = any ((select app.acting_as())::text[])
    and app.my_young_child(family_id, person_id)));
