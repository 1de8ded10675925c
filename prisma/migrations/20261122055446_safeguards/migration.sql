-- AlterTable
ALTER TABLE "safety_track" ADD COLUMN     "unshielded_at" TIMESTAMPTZ(3),
ADD COLUMN     "unshielded_because" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "unshielded_by" UUID;

-- AlterTable
ALTER TABLE "safety_entry" ADD COLUMN     "with_whom" TEXT NOT NULL DEFAULT '';

alter table safety_track add constraint safety_track_unshielded_by foreign key (unshielded_by) references person (id);
alter table safety_track add constraint safety_unshielding_is_written
  check (shielded = (unshielded_because = '') and shielded = (unshielded_by is null) and shielded = (unshielded_at is null));
alter table safety_track add constraint safety_closing_is_written check ((state = 'closed') = (closed_because <> '' and closed_by is not null and closed_at is not null));
-- Sharing without consent says with whom, and carries its own weighing.
alter table safety_entry add constraint safety_sharing_is_written
  check (kind <> 'shared_without_consent' or (with_whom <> '' and length(text) >= 20));
alter table safety_entry add constraint safety_question_is_answered check ((question is null) or (kind = 'weighing' and answer is not null and step = 5));
alter table safety_entry add constraint safety_correction_of check ((kind = 'correction') = (corrects is not null));
alter table safety_entry add constraint safety_entry_in_track unique (track_id, id);
alter table safety_entry add constraint safety_entry_corrects foreign key (track_id, corrects) references safety_entry (track_id, id);

-- ---------------------------------------------------------------------------------------------------------------------
-- Break the glass: reads, and not everything. Whoever also coordinates, reviews or handles a request keeps what that gives.
-- ---------------------------------------------------------------------------------------------------------------------
create function app.by_emergency() returns boolean language sql stable parallel safe
  return 'emergency' = any (app.acting_as()) and not (app.acting_as() && array['coordinator', 'scientist', 'privacy_officer']);
grant execute on function app.by_emergency() to samenplan_app;

do $$
declare t text;
begin
  for t in select c.table_name from information_schema.columns c join pg_tables p on p.schemaname = 'public' and p.tablename = c.table_name
           where c.table_schema = 'public' and c.column_name = 'family_id'
           union values ('family'), ('person'), ('household_member') loop
    if not exists (select 1 from pg_tables where schemaname = 'public' and tablename = t) then continue; end if;
    execute format('create policy emergency_adds_nothing on %I as restrictive for insert to samenplan_app with check (not (select app.by_emergency()))', t);
    execute format('create policy emergency_changes_nothing on %I as restrictive for update to samenplan_app using (not (select app.by_emergency()))', t);
    execute format('create policy emergency_removes_nothing on %I as restrictive for delete to samenplan_app using (not (select app.by_emergency()))', t);
  end loop;
  -- Not for an emergency: who may not find whom, notes for the work, former texts, the log, and what was asked of the privacy officer.
  foreach t in array array['shield', 'work_note', 'former_text', 'audit_entry', 'privacy_request', 'statement', 'legal_hold', 'consent',
                           'consent_answer', 'share', 'age_task'] loop
    execute format('create policy emergency_leaves_closed on %I as restrictive for select to samenplan_app using (not (select app.by_emergency()))', t);
  end loop;
  foreach t in array array['view', 'comment', 'load_capacity', 'network_tie', 'progress_note'] loop
    execute format('create policy emergency_leaves_closed on %I as restrictive for select to samenplan_app using (audience not in (''staff'', ''named'', ''family'') or not (select app.by_emergency()))', t);
  end loop;
end $$;

-- An emergency that the family does not know of yet is not shown through its eyes either.
create policy as_the_family_sees_it on emergency_access as restrictive for select to samenplan_app using (
  (select app.viewer()) is null or family_sees_at <= (select app.now()));

-- Finding a family to break the glass for: a child's family name with its date of birth, exactly, or the number of the family. One
-- cannot look around with it: nothing is found in part, and after twenty times within an hour it waits. Whoever belongs to the family
-- itself finds nothing. What was found is in the log of the family.
create function app.find_for_emergency(p_family uuid, p_name text, p_born date)
returns table (family_id uuid, name text, coordinator_name text, relation boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
declare f record;
begin
  if not (app.duties() && array['coordinator', 'scientist', 'team_lead']) then
    raise exception 'staff with a duty for families find one' using errcode = 'insufficient_privilege';
  end if;
  for f in
    select g.id, g.name, (select trim(n.given_name || ' ' || n.family_name) from involvement i join person n on n.id = i.person_id
        where i.family_id = g.id and i.relation = 'coordinator' and i.ended_at is null) as coordinator_name
    from family g
    where g.organisation_id = app.organisation()
      and not exists (select 1 from involvement i where i.family_id = g.id and i.person_id = app.person()
        and i.relation in ('parent', 'child', 'network_member'))
      and (g.id = p_family or exists (
        select 1 from involvement i join person c on c.id = i.person_id
        where i.family_id = g.id and i.relation = 'child' and i.ended_at is null and c.born_on = p_born
          and lower(regexp_replace(trim(p_name), '\s+', ' ', 'g')) in (
            lower(regexp_replace(trim(c.family_name), '\s+', ' ', 'g')), lower(regexp_replace(trim(g.name), '\s+', ' ', 'g')))))
    order by g.name limit 5
  loop
    perform app.audit('emergencies.find', 'read', 'success', app.account(), app.person(), 'staff', 'emergency_search', f.id, f.id, 'none', null, null, 'api');
    family_id := f.id; name := f.name; coordinator_name := f.coordinator_name;
    relation := exists (select 1 from account a where a.id = app.account()
      and app.relations(a.person_id, f.id, a.duties, a.team_id, app.today()) && array['coordinator', 'scientist', 'emergency']);
    return next;
  end loop;
end $$;

-- How often whoever acts looked for a family in the past hour, this time included.
create function app.emergency_searches() returns int language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::int from audit_entry e where e.person_id = app.person() and e.at > app.now() - interval '1 hour'
    and e.object = 'emergency_search' and e.family_id is null and e.outcome = 'success';
$$;

-- Opens one family for sixty minutes. A second request at the same moment finds the first: one hour, however often one asks.
-- The family reads of it at once. It waits three days when a ground for safety was written, or while a worry about safety is being
-- worked on: time for the coordinator to decide.
create function app.break_glass(p_id uuid, p_family uuid, p_reason emergency_reason, p_words text, p_delay text)
returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare me uuid := app.person(); held boolean;
begin
  if not (app.duties() && array['coordinator', 'scientist', 'team_lead']) then
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

-- Whoever opened it may end it before its time.
create function app.end_emergency(p_id uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare family uuid;
begin
  update emergency_access e set ended_at = app.now() where e.id = p_id and e.person_id = app.person() and e.ended_at is null and e.until_at > app.now()
    returning e.family_id into family;
  if family is null then return false; end if;
  perform app.audit('emergencies.end', 'update', 'success', app.account(), app.person(), 'emergency', 'emergency', p_id, family, 'emergency', null, null, 'api');
  return true;
end $$;

-- Who hears of it at once: the scientists and privacy officers of the organisation, and the coordinator of the family.
create function app.ears_of_emergency(p_id uuid) returns table (person_id uuid, account_id uuid, email text, language language, given_name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct p.id, a.id, a.email, p.language, p.given_name
  from emergency_access e join family f on f.id = e.family_id
  join account a on a.organisation_id = f.organisation_id and a.state = 'active' and a.person_id <> e.person_id
  join person p on p.id = a.person_id
  where e.id = p_id and e.person_id = app.person() and a.email is not null
    and (a.duties && array['scientist', 'privacy_officer']::staff_duty[]
         or exists (select 1 from involvement i where i.family_id = f.id and i.person_id = a.person_id and i.relation = 'coordinator' and i.ended_at is null));
$$;

-- Every use in the organisation, for those who hear of it; what waits for a verdict first, the longest first.
create function app.emergencies() returns table (id uuid, family_id uuid, family_name text, person_name text, own boolean, reason emergency_reason,
  words text, created_at timestamptz, until_at timestamptz, ended_at timestamptz, family_sees_at timestamptz, delay_because text,
  verdict emergency_verdict, verdict_words text, verdict_by_name text, verdict_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select e.id, f.id, f.name, trim(p.given_name || ' ' || p.family_name), e.person_id = app.person(), e.reason, e.words, e.created_at, e.until_at,
    e.ended_at, e.family_sees_at, e.delay_because, e.verdict, e.verdict_words, trim(v.given_name || ' ' || v.family_name), e.verdict_at
  from emergency_access e join family f on f.id = e.family_id join person p on p.id = e.person_id left join person v on v.id = e.verdict_by
  where f.organisation_id = app.organisation() and app.duties() && array['scientist', 'privacy_officer']
  order by e.verdict is not null, case when e.verdict is null then e.created_at end, e.created_at desc limit 500;
$$;

-- The verdict of the privacy officer, once; nobody judges what they did themselves.
create function app.judge_emergency(p_id uuid, p_verdict emergency_verdict, p_words text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare e record;
begin
  if not 'privacy_officer' = any (app.duties()) then raise exception 'the privacy officer judges' using errcode = 'insufficient_privilege'; end if;
  select g.id, g.family_id, g.person_id, g.verdict, g.family_sees_at into e from emergency_access g join family f on f.id = g.family_id
    where g.id = p_id and f.organisation_id = app.organisation() for update of g;
  if not found then return 'unknown'; end if;
  if e.person_id = app.person() then return 'own'; end if;
  if e.verdict is not null then return 'judged'; end if;
  update emergency_access g set verdict = p_verdict, verdict_words = p_words, verdict_by = app.person(), verdict_at = app.now() where g.id = p_id;
  perform app.audit('emergencies.judge', 'update', 'success', app.account(), app.person(), 'staff', 'emergency', p_id, e.family_id, 'emergency', null, null, 'api');
  if e.family_sees_at <= app.now() then perform pg_notify('family_changed', e.family_id::text); end if;
  return 'done';
end $$;

-- The coordinator decides when the family reads of it: at most fourteen days after the use, with the ground for safety in words. What
-- somebody of the family has read already cannot be unread.
create function app.delay_emergency(p_family uuid, p_id uuid, p_until timestamptz, p_because text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare e emergency_access;
begin
  if not ('coordinator' = any (app.acting_as()) and p_family = any (app.families())) then
    raise exception 'the coordinator decides this' using errcode = 'insufficient_privilege';
  end if;
  select * into e from emergency_access g where g.id = p_id and g.family_id = p_family for update;
  if not found then return 'unknown'; end if;
  if p_until > e.created_at + interval '14 days' then return 'too_long'; end if;
  if e.family_sees_at <= app.now() and exists (select 1 from audit_entry a where a.family_id = p_family and a.object = 'emergency_use' and a.outcome = 'success'
    and a.at >= e.family_sees_at and a.relation in ('parent_with_authority', 'young_person', 'young_person_16'))
  then return 'known'; end if;
  if p_until is null or p_until <= app.now() then
    update emergency_access g set family_sees_at = app.now(), delay_because = '', delay_by = null where g.id = p_id;
    perform pg_notify('family_changed', p_family::text);
  else
    update emergency_access g set family_sees_at = p_until, delay_because = p_because, delay_by = app.person() where g.id = p_id;
  end if;
  return 'done';
end $$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Notes for the work: written by whoever writes them, changed and removed by the author and a stand-in.
-- ---------------------------------------------------------------------------------------------------------------------
create policy author_writes on work_note as restrictive for insert to samenplan_app with check (author_id = (select app.person()));
create policy author_or_stand_in_changes on work_note as restrictive for update to samenplan_app using (
  author_id = (select app.person()) or stand_in_id = (select app.person()));
create policy author_or_stand_in_removes on work_note as restrictive for delete to samenplan_app using (
  author_id = (select app.person()) or stand_in_id = (select app.person()));

-- While somebody asked to inspect the file, or it must be kept, no note goes away: what was asked for is not removed.
create function app.file_must_stay(p_family uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select (p_family = any (app.families()) or app.system() = 'retention')
    and (exists (select 1 from privacy_request q where q.family_id = p_family and q.kind = 'inspection' and q.state in ('received', 'in_progress', 'granted'))
      or exists (select 1 from legal_hold h where h.family_id = p_family and h.ended_at is null));
$$;

-- Removes what is past its day, for good: no former text is kept. The log keeps that it went, not what it said.
create function app.remove_expired_work_notes() returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare n record; gone int := 0;
begin
  if app.system() <> 'retention' then raise exception 'only the retention job does this' using errcode = 'insufficient_privilege'; end if;
  for n in select w.id, w.family_id from work_note w where w.remove_on <= app.today() and not app.file_must_stay(w.family_id)
           order by w.remove_on for update skip locked loop
    delete from work_note w where w.id = n.id;
    perform app.audit('work-notes.remove-expired', 'delete', 'success', null, null, 'system', 'work_note', n.id, n.family_id, 'job', null, null, 'retention');
    gone := gone + 1;
  end loop;
  return gone;
end $$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Safety track: written by the coordinator and the scientist under their own name; entries are never changed.
-- ---------------------------------------------------------------------------------------------------------------------
create policy writers on safety_track as restrictive for insert to samenplan_app with check (
  opened_by = (select app.person()) and (select app.acting_as())::text[] && array['coordinator', 'scientist']);
create policy writers_change on safety_track as restrictive for update to samenplan_app using (
  (select app.acting_as())::text[] && array['coordinator', 'scientist']);
create policy writers on safety_entry as restrictive for insert to samenplan_app with check (
  written_by = (select app.person()) and (select app.acting_as())::text[] && array['coordinator', 'scientist']);

-- What of the log a family may read. Nothing of notes for the work; of a worry about safety only once it is no longer shielded; of
-- what was read in an emergency only from the moment the family may know.
create function app.family_may_know(p_object text, p_object_id uuid, p_family uuid, p_person uuid, p_ground text, p_at timestamptz)
returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select case
    when p_object in ('work_note', 'safety_list', 'emergency', 'emergency_search') then false
    when p_object = 'safety_track' then exists (select 1 from safety_track t where t.id = p_object_id and t.family_id = p_family and not t.shielded)
    when p_ground = 'emergency' then not exists (select 1 from emergency_access e where e.family_id = p_family and e.person_id = p_person
      and p_at between e.created_at and e.until_at and e.family_sees_at > app.now())
    else true end;
$$;
create policy what_a_family_may_know on audit_entry as restrictive for select to samenplan_app using (
  ((select app.side()) <> 'family' and (select app.viewer()) is null)
  or (object not in ('work_note', 'safety_list', 'safety_track', 'emergency', 'emergency_search') and ground is distinct from 'emergency')
  or app.family_may_know(object, object_id, family_id, person_id, ground, at));

revoke execute on function app.find_for_emergency(uuid, text, date), app.emergency_searches(), app.break_glass(uuid, uuid, emergency_reason, text, text),
  app.end_emergency(uuid), app.ears_of_emergency(uuid), app.emergencies(), app.judge_emergency(uuid, emergency_verdict, text),
  app.delay_emergency(uuid, uuid, timestamptz, text), app.file_must_stay(uuid), app.remove_expired_work_notes(),
  app.family_may_know(text, uuid, uuid, uuid, text, timestamptz) from public;
grant execute on function app.find_for_emergency(uuid, text, date), app.emergency_searches(), app.break_glass(uuid, uuid, emergency_reason, text, text),
  app.end_emergency(uuid), app.ears_of_emergency(uuid), app.emergencies(), app.judge_emergency(uuid, emergency_verdict, text),
  app.delay_emergency(uuid, uuid, timestamptz, text), app.file_must_stay(uuid), app.remove_expired_work_notes(),
  app.family_may_know(text, uuid, uuid, uuid, text, timestamptz) to samenplan_app;
