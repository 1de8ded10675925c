-- A consent that names somebody opens words outside the plan to that person, and to nobody else: what a teacher says of a goal that was
-- shared with them is not read by everyone else around the family.
create or replace function app.widening_stands(p_consent uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from consent c where c.id = p_consent and c.family_id = any (app.families())
    and (c.to_person_id is null or c.to_person_id = app.person())
    and app.consent_stands(c.id, app.today()));
$$;
