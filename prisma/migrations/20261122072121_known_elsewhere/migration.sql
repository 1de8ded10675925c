-- Somebody who signs in here already can be asked into another family by their address and first name. Until they say yes, nobody of
-- that family learns more of them than whoever asked wrote down; and what is kept of them stays with the family that looks after them.

-- Takes part in another family, and never said yes in this one.
create function app.of_elsewhere(p_person uuid, p_family uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from person p where p.id = p_person and not p.staff)
    and exists (select 1 from involvement o where o.person_id = p_person and o.family_id <> p_family and o.accepted_at is not null)
    and not exists (select 1 from involvement i where i.person_id = p_person and i.family_id = p_family and i.accepted_at is not null);
$$;

-- Takes part in another family that knew them before any of those entered now.
create function app.looked_after_elsewhere(p_person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from involvement o
    where o.person_id = p_person and o.ended_at is null and o.accepted_at is not null and o.family_id <> all (app.families())
      and o.created_at < coalesce((select min(i.created_at) from involvement i
        where i.person_id = p_person and i.family_id = any (app.families())), 'infinity'));
$$;

-- Where an invitation for somebody of elsewhere goes: the address they sign in with, which whoever asks them in named.
create function app.address_to_invite(p_person uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select a.email from account a
  where a.person_id = p_person and a.state = 'active' and app.scope() = 'core' and cardinality(app.families()) = 1
    and exists (select 1 from involvement i where i.person_id = p_person and i.family_id = (app.families())[1] and i.ended_at is null)
    and app.of_elsewhere(p_person, (app.families())[1]);
$$;

create policy looked_after_here on person as restrictive for update to samenplan_app using (
  id = (select app.person()) or (select app.system()) <> '' or not app.looked_after_elsewhere(id));

create or replace function app.reach_in(p_family uuid) returns table (person_id uuid, email text, phone text, reach_note text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.email, p.phone, p.reach_note
  from person p
  where p_family = any ((select app.families())::uuid[]) and (select app.scope()) in ('core', 'circle', 'own')
    and p.id in (select i.person_id from involvement i where i.family_id = p_family and i.ended_at is null)
    and (p.email is not null or p.phone is not null or p.reach_note <> '')
    and (p.id = (select app.person())
      or ((select app.scope()) = 'core' and ((select app.side()) = 'professional' or p.reach_audience in ('core', 'circle')))
      or p.reach_audience = 'circle')
    and not app.kept_from_me(p.id, 'reach')
    and not app.of_elsewhere(p.id, p_family);
$$;

create or replace function app.people_to_keep_from() returns table (person_id uuid, given_name text, family_name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct p.id, p.given_name, case when app.of_elsewhere(p.id, i.family_id) then '' else p.family_name end
  from involvement i join person p on p.id = i.person_id
  where i.family_id = any (app.families()) and cardinality(app.families()) = 1 and i.ended_at is null
    and (app.scope() = 'core' or (app.scope() = 'own' and i.relation in ('parent', 'coordinator')));
$$;

-- Never for administrators, whatever else they do: they would give themselves the duty for it.
create or replace function app.break_glass(p_id uuid, p_family uuid, p_reason emergency_reason, p_words text, p_delay text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare me uuid := app.person(); held boolean;
begin
  if 'administrator' = any (app.duties()) or not (app.duties() && array['coordinator', 'scientist', 'team_lead']) then
    raise exception 'staff with a duty for families break the glass' using errcode = 'insufficient_privilege';
  end if;
  if not exists (select 1 from family f where f.id = p_family and f.organisation_id = app.organisation())
     or exists (select 1 from involvement i where i.family_id = p_family and i.person_id = me and i.relation in ('parent', 'child', 'network_member'))
  then return 'unknown'; end if;
  perform pg_advisory_xact_lock(hashtextextended('break_glass ' || me || ' ' || p_family, 0));
  if exists (select 1 from emergency_access e where e.family_id = p_family and e.person_id = me and e.ended_at is null and e.until_at > app.now())
  then return 'open'; end if;
  if exists (select 1 from account a where a.id = app.account()
    and app.relations(me, p_family, a.duties, a.team_id, app.today()) && array['coordinator', 'scientist', 'privacy_officer'])
  then return 'related'; end if;
  held := p_delay <> '' or exists (select 1 from safety_track s where s.family_id = p_family and s.shielded and s.state = 'open');
  insert into emergency_access (id, family_id, person_id, reason, words, created_at, until_at, family_sees_at, delay_because, delay_by)
  values (p_id, p_family, me, p_reason, p_words, app.now(), app.now() + interval '60 minutes',
    case when held then app.now() + interval '3 days' else app.now() end, p_delay, case when p_delay <> '' then me end);
  perform app.audit('emergencies.break-glass', 'create', 'success', app.account(), me, 'emergency', 'emergency', p_id, p_family, 'emergency', null, null, 'api');
  if not held then perform pg_notify('family_changed', p_family::text); end if;
  return 'opened';
end $$;

-- Searches of one person are counted one after the other: many at the same moment do not share one count.
create or replace function app.emergency_searches() returns integer
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('emergency_search ' || app.person(), 0));
  return (select count(*)::int from audit_entry e where e.person_id = app.person() and e.at > app.now() - interval '1 hour'
    and e.object = 'emergency_search' and e.request_id is not null and e.outcome = 'success');
end $$;

revoke execute on function app.of_elsewhere(uuid, uuid), app.looked_after_elsewhere(uuid), app.address_to_invite(uuid) from public;
grant execute on function app.of_elsewhere(uuid, uuid), app.looked_after_elsewhere(uuid), app.address_to_invite(uuid) to samenplan_app;
