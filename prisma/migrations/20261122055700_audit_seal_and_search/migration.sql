-- CreateTable
CREATE TABLE "audit_seal_mark" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "position" BIGINT NOT NULL DEFAULT 0,
    "hash" BYTEA NOT NULL DEFAULT '\x',
    "floor" BIGINT NOT NULL DEFAULT 0,
    "next_floor" BIGINT NOT NULL DEFAULT 0,
    "next_xid" BIGINT NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3),

    CONSTRAINT "audit_seal_mark_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_entry_at_id_idx" ON "audit_entry"("at", "id");

-- ---------------------------------------------------------------------------------------------------------------------
-- One entry of the log per request, and complete.
-- ---------------------------------------------------------------------------------------------------------------------
alter table audit_entry add constraint audit_entry_says_what check (event <> '');
-- Refused and failed tries are few and are asked for on their own.
create index audit_entry_not_done on audit_entry (at, id) where outcome <> 'success';

-- Writes an entry. A function that knows better than the address of a request what it was about (the family of a review, of an
-- emergency) completes the entry that this same transaction wrote when it entered: one entry for one request. What another
-- transaction wrote is never touched. A job enters with an empty event and writes its entry when it is done (app.audit_job).
create or replace function app.audit(p_event text, p_action audit_action, p_outcome audit_outcome, p_account uuid, p_person uuid,
  p_relation text, p_object text, p_object_id uuid, p_family uuid, p_ground text, p_client text, p_request text, p_source text,
  p_on_behalf uuid default null, p_recipient text default null, p_session uuid default null)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare person uuid := p_person; recipient text := coalesce(p_recipient, app.setting('app.recipient')); entry bigint;
begin
  if p_event = '' and p_ground = 'job' then return; end if;
  if person is null and p_account is not null then select a.person_id into person from account a where a.id = p_account; end if;
  -- Who reads what leaves the system: whoever asks, or whom a request of a family is for.
  if recipient = 'self' then recipient := person::text;
  elsif recipient = 'requester' then recipient := (select q.person_id::text from privacy_request q where q.id = p_object_id); end if;
  if p_request is null and p_source = 'api' then
    entry := app.setting('app.entry')::bigint;
    if entry is not null then
      update audit_entry e set event = p_event, action = p_action, relation = p_relation, object = p_object, object_id = p_object_id,
        family_id = coalesce(p_family, e.family_id), ground = p_ground, on_behalf_of = coalesce(p_on_behalf, e.on_behalf_of),
        recipient = coalesce(p_recipient, e.recipient)
      where e.id = entry and e.xmin = pg_current_xact_id()::xid;
      perform set_config('app.entry', '', true);
      if found then return; end if;
    end if;
  end if;
  insert into audit_entry (at, event, action, outcome, account_id, person_id, relation, object, object_id, family_id, ground,
                           client_address, request_id, source, on_behalf_of, recipient, session_id)
  values (app.now(), p_event, p_action, p_outcome, p_account, person, p_relation, p_object, p_object_id, p_family, p_ground,
          p_client, p_request, p_source, coalesce(p_on_behalf, app.setting('app.on_behalf')::uuid), recipient, p_session)
  returning id into entry;
  perform set_config('app.entry', entry::text, true), set_config('app.logged', coalesce(p_request, ''), true);
end $$;

-- The entry of a job that is done. A job that answers a request and said itself for whom (a sign-in) has its entry already.
create function app.audit_job(p_event text, p_action audit_action, p_outcome audit_outcome, p_account uuid, p_person uuid, p_object text,
  p_object_id uuid, p_family uuid, p_client text, p_request text, p_job text, p_recipient text)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if p_request is not null and app.setting('app.logged') = p_request then return; end if;
  perform app.audit(p_event, p_action, p_outcome, p_account, p_person, case when p_account is null then 'system' else 'self' end,
    p_object, p_object_id, p_family, 'job', p_client, p_request, p_job, null, p_recipient);
end $$;
revoke execute on function app.audit_job(text, audit_action, audit_outcome, uuid, uuid, text, uuid, uuid, text, text, text, text) from public;
grant execute on function app.audit_job(text, audit_action, audit_outcome, uuid, uuid, text, uuid, uuid, text, text, text, text) to samenplan_app;

-- ---------------------------------------------------------------------------------------------------------------------
-- The seal: a running hash over the entries in the order of sealing. Changing, removing or swapping an entry breaks it there.
-- ---------------------------------------------------------------------------------------------------------------------
alter table audit_seal_mark enable row level security;
alter table audit_seal_mark force row level security;
do $$ begin execute format('create policy owner_all on audit_seal_mark to %I using (true) with check (true)', current_user); end $$;
insert into audit_seal_mark (id) values (1);
alter table audit_seal_mark add constraint audit_seal_mark_one check (id = 1);

-- The bytes that are sealed: every column of the entry. A text of a row keeps nothing apart from an empty text. A column that is added
-- later comes at the end and adds nothing while it is empty, so that older seals stay true.
create function app.audit_bytes(e audit_entry) returns bytea language sql stable parallel safe as $$
  select convert_to(row(e.id, (extract(epoch from e.at) * 1000)::bigint, e.event, e.action, e.outcome, e.account_id, e.person_id, e.relation,
    e.object, e.object_id, e.family_id, e.ground, e.client_address, e.request_id, e.source, e.on_behalf_of, e.recipient, e.session_id)::text, 'UTF8');
$$;

-- Seals what is not sealed yet, at most p_at_most entries. Entries get their identifier before they are committed, so a later one may
-- be seen first: the position is the order of sealing. Entries up to the floor are settled: the floor follows once every
-- transaction that may have taken a lower identifier has ended.
create function app.seal_audit(p_at_most integer) returns table (sealed integer, newest bigint, hash text)
language plpgsql security definer set search_path = public, pg_temp as $$
declare mark audit_seal_mark; e audit_entry; settled boolean; count integer := 0;
begin
  if app.system() <> 'audit' then raise exception 'only the audit job seals' using errcode = 'insufficient_privilege'; end if;
  if not pg_try_advisory_xact_lock(hashtextextended('samenplan audit seal', 0)) then return; end if;
  select * into mark from audit_seal_mark m where m.id = 1;
  settled := mark.next_at is not null and mark.next_at < clock_timestamp() - interval '1 minute'
    and pg_snapshot_xmin(pg_current_snapshot())::text::bigint >= mark.next_xid;
  for e in select a.* from audit_entry a where a.id > mark.floor and not exists (select 1 from audit_seal s where s.entry_id = a.id)
           order by a.id limit p_at_most loop
    count := count + 1;
    mark.position := mark.position + 1;
    mark.hash := sha256(mark.hash || app.audit_bytes(e));
    insert into audit_seal (position, entry_id, hash, sealed_at) values (mark.position, e.id, mark.hash, clock_timestamp());
  end loop;
  if count < p_at_most and (settled or mark.next_at is null) then
    if settled then mark.floor := mark.next_floor; end if;
    mark.next_floor := (select coalesce(max(a.id), 0) from audit_entry a);
    mark.next_xid := pg_snapshot_xmax(pg_current_snapshot())::text::bigint;
    mark.next_at := clock_timestamp();
  end if;
  update audit_seal_mark m set position = mark.position, hash = mark.hash, floor = mark.floor, next_floor = mark.next_floor,
    next_xid = mark.next_xid, next_at = mark.next_at
  where m.id = 1 and (m.position, m.floor, m.next_floor, m.next_at) is distinct from (mark.position, mark.floor, mark.next_floor, mark.next_at);
  return query select count, mark.position, encode(mark.hash, 'hex');
end $$;
revoke execute on function app.audit_bytes(audit_entry), app.seal_audit(integer) from public;
grant execute on function app.seal_audit(integer) to samenplan_app;

-- Works every seal out again, for the owner of the database. One row: how much there is, and the first thing that is wrong, if any:
-- `changed`, `missing` (the entry), `seal_missing`, `inserted` (among entries that were settled) or `cut_off` (the newest seals are gone).
create function app.verify_audit() returns table (entries bigint, newest bigint, newest_hash text, waiting bigint, wrong text, at_position bigint, at_entry bigint)
language plpgsql stable set search_path = public, pg_temp as $$
declare mark audit_seal_mark;
begin
  select * into mark from audit_seal_mark m where m.id = 1;
  entries := (select count(*) from audit_entry);
  waiting := (select count(*) from audit_entry a where not exists (select 1 from audit_seal s where s.entry_id = a.id));
  select s.position, encode(s.hash, 'hex') into newest, newest_hash from audit_seal s order by s.position desc limit 1;
  newest := coalesce(newest, 0);
  select case when c.position <> c.before + 1 then 'seal_missing' when c.present is null then 'missing' else 'changed' end,
      case when c.position <> c.before + 1 then c.before + 1 else c.position end,
      case when c.position <> c.before + 1 then null else c.entry_id end
    into wrong, at_position, at_entry
  from (
    select s.position, s.entry_id, s.hash, a.id as present, app.audit_bytes(a) as bytes,
      lag(s.position, 1, 0::bigint) over in_order as before, lag(s.hash, 1, ''::bytea) over in_order as prior
    from audit_seal s left join audit_entry a on a.id = s.entry_id
    window in_order as (order by s.position)) c
  where c.position <> c.before + 1 or c.present is null or c.hash <> sha256(c.prior || c.bytes)
  order by c.position limit 1;
  if wrong is null and (mark.position <> newest or mark.hash <> coalesce(decode(newest_hash, 'hex'), ''::bytea)) then
    wrong := 'cut_off'; at_position := newest + 1;
  end if;
  if wrong is null then
    select 'inserted', a.id into wrong, at_entry from audit_entry a
    where a.id <= mark.floor and not exists (select 1 from audit_seal s where s.entry_id = a.id) order by a.id limit 1;
  end if;
  return next;
end $$;
revoke execute on function app.verify_audit() from public;

-- ---------------------------------------------------------------------------------------------------------------------
-- Who looked, for the people of a family: not even that something exists which the reader may not read.
-- ---------------------------------------------------------------------------------------------------------------------
create function app.log_hides(p_object text, p_id uuid, p_by uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select case
    when p_object in ('view', 'comment', 'load_capacity', 'network_tie', 'progress_note') then coalesce((
      select case t.audience
        when 'family' then app.side() <> 'family'
        when 'staff' then app.side() = 'family'
        when 'named' then app.person() <> all (t.readers) and t.written_by is distinct from app.person()
        else false end
      from (
        select v.audience::text, v.readers, v.written_by from view v where p_object = 'view' and v.id = p_id
        union all select k.audience::text, k.readers, k.written_by from comment k where p_object = 'comment' and k.id = p_id
        union all select l.audience::text, l.readers, l.written_by from load_capacity l where p_object = 'load_capacity' and l.id = p_id
        union all select n.audience::text, n.readers, n.written_by from network_tie n where p_object = 'network_tie' and n.id = p_id
        union all select g.audience::text, g.readers, g.written_by from progress_note g where p_object = 'progress_note' and g.id = p_id
        -- Words that were taken back are known by what was kept of them.
        union all (select f.row->>'audience', array(select jsonb_array_elements_text(coalesce(f.row->'readers', '[]'))::uuid), (f.row->>'written_by')::uuid
          from former_text f where f.object = p_object and f.object_id = p_id order by f.changed_at desc limit 1)
        limit 1) t), false)
    -- One parent does not learn what the other asked the privacy officer.
    when p_object in ('privacy_request', 'request') then p_by is distinct from app.person() and not exists (
      select 1 from privacy_request q where q.id = p_id and (q.person_id = app.person() or q.recorded_by = app.person()))
    else false end;
$$;
-- Letters about an emergency that the family may not know of yet: they went to employees.
create function app.log_hides_mail(p_family uuid, p_recipient text, p_at timestamptz) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select app.side() = 'family' and exists (
      select 1 from emergency_access e where e.family_id = p_family and e.family_sees_at > app.now() and e.created_at <= p_at)
    and exists (select 1 from person p where p.id::text = p_recipient and p.staff);
$$;
-- The name of whoever got something that is in the log of a family that the reader entered.
create function app.log_name(p_person text) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select trim(p.given_name || ' ' || p.family_name) from person p
  where p_person ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' and p.id = p_person::uuid
    and exists (select 1 from audit_entry e where e.recipient = p_person and e.family_id = any (app.families()));
$$;
revoke execute on function app.log_hides(text, uuid, uuid), app.log_hides_mail(uuid, text, timestamptz), app.log_name(text) from public;
grant execute on function app.log_hides(text, uuid, uuid), app.log_hides_mail(uuid, text, timestamptz), app.log_name(text) to samenplan_app;

-- ---------------------------------------------------------------------------------------------------------------------
-- The privacy officer searches the log of the own organisation: no texts of families. The newest first, page after page.
-- ---------------------------------------------------------------------------------------------------------------------
create function app.search_log(p_person uuid, p_family uuid, p_from timestamptz, p_to timestamptz, p_objects text[], p_outcome audit_outcome,
  p_ground text, p_before_at timestamptz, p_before_id bigint, p_at_most integer)
returns table (id bigint, at timestamptz, event text, action audit_action, outcome audit_outcome, person_id uuid, person_name text, relation text,
  object text, family_id uuid, family_name text, ground text, client_address text, on_behalf_of text, recipient text, source text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare q text;
begin
  if not 'privacy_officer' = any (app.duties()) then raise exception 'only the privacy officer searches the log' using errcode = 'insufficient_privilege'; end if;
  q := 'select e.*, trim(p.given_name || '' '' || p.family_name) as who, f.name as family from audit_entry e
    left join person p on p.id = e.person_id left join family f on f.id = e.family_id
    where coalesce(f.organisation_id, p.organisation_id) = $1';
  if p_person is not null then q := q || ' and e.person_id = $2'; end if;
  if p_family is not null then q := q || ' and e.family_id = $3'; end if;
  if p_from is not null then q := q || ' and e.at >= $4'; end if;
  if p_to is not null then q := q || ' and e.at < $5'; end if;
  if p_objects is not null then q := q || ' and e.object = any ($6)'; end if;
  if p_outcome = 'success' then q := q || ' and e.outcome = ''success''';
  elsif p_outcome is not null then q := q || ' and e.outcome <> ''success'' and e.outcome = $7'; end if;
  if p_ground is not null then q := q || ' and e.ground = $8'; end if;
  if p_before_id is not null then q := q || ' and (e.at, e.id) < ($9, $10)'; end if;
  q := 'with page as materialized (' || q || ' order by e.at desc, e.id desc limit $11)
    select page.id, page.at, page.event, page.action, page.outcome, page.person_id, page.who, page.relation, page.object, page.family_id, page.family,
      page.ground, page.client_address,
      (select trim(b.given_name || '' '' || b.family_name) from person b where b.id = page.on_behalf_of),
      (select trim(r.given_name || '' '' || r.family_name) from person r
        where r.id = case when page.recipient ~ ''^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'' then page.recipient::uuid end),
      page.source
    from page order by page.at desc, page.id desc';
  return query execute q using app.organisation(), p_person, p_family, p_from, p_to, p_objects, p_outcome, p_ground, p_before_at, p_before_id, p_at_most;
end $$;

-- Whom the log can be searched for: people and families of the own organisation, by a part of the name or by identifier.
create function app.log_subjects(p_words text, p_ids uuid[]) returns table (kind text, id uuid, name text, staff boolean, families text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare likeness text := '%' || replace(replace(replace(p_words, '\', '\\'), '%', '\%'), '_', '\_') || '%';
begin
  if not 'privacy_officer' = any (app.duties()) then raise exception 'only the privacy officer searches the log' using errcode = 'insufficient_privilege'; end if;
  return query
    (select 'family', f.id, f.name, false, '' from family f
      where f.organisation_id = app.organisation() and (f.id = any (p_ids) or p_words <> '' and f.name ilike likeness) order by f.name limit 10)
    union all
    (select 'person', p.id, trim(p.given_name || ' ' || p.family_name), p.staff,
        coalesce((select string_agg(distinct f.name, ', ') from involvement i join family f on f.id = i.family_id
          where i.person_id = p.id and not p.staff), '')
      from person p where p.organisation_id = app.organisation()
        and (p.id = any (p_ids) or p_words <> '' and trim(p.given_name || ' ' || p.family_name) ilike likeness)
      order by p.staff desc, p.given_name, p.family_name limit 15);
end $$;

-- ---------------------------------------------------------------------------------------------------------------------
-- What stands out in the log of a week. Each run works the week out again; what was seen keeps its words.
-- ---------------------------------------------------------------------------------------------------------------------
create function app.odd_threshold(p_organisation uuid) returns integer
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((o.settings->>'oddFamiliesPerHour')::integer, 15) from organisation o where o.id = p_organisation;
$$;

create function app.find_odd_patterns(p_week date) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  first timestamptz := p_week::timestamp at time zone 'Europe/Amsterdam';
  after timestamptz := (p_week + 7)::timestamp at time zone 'Europe/Amsterdam';
  found_now integer;
begin
  if app.system() <> 'audit' then raise exception 'only the audit job looks for odd patterns' using errcode = 'insufficient_privilege'; end if;
  with of_week as materialized (
    select e.at, e.outcome, e.person_id, e.family_id, e.relation, e.ground, e.object, a.organisation_id,
      cardinality(a.duties) > 0 as employee, (e.at at time zone 'Europe/Amsterdam') as there
    from audit_entry e join account a on a.person_id = e.person_id
    where e.at >= first and e.at < after and e.family_id is not null
      and exists (select 1 from family f where f.id = e.family_id and f.organisation_id = a.organisation_id)),
  odd as (
    -- Tried again and again at a family one has nothing to do with.
    select organisation_id, 'no_relation'::odd_pattern_kind as kind, person_id, family_id, count(*) as times
      from of_week where outcome = 'denied' and relation = 'none' group by 1, 3, 4 having count(*) >= 3
    union all
    select organisation_id, 'emergency', person_id, family_id, count(*)
      from of_week where outcome = 'success' and ground = 'emergency' group by 1, 3, 4
    union all
    -- Many families within one hour of the clock.
    select organisation_id, 'many_families', person_id, null, max(families) from (
        select organisation_id, person_id, date_trunc('hour', there), count(distinct family_id) as families
        from of_week where outcome = 'success' and employee and object <> 'live' group by 1, 2, 3) per_hour
      where families > app.odd_threshold(organisation_id) group by 1, 3
    union all
    -- An employee who is a member of this family too, or shares name and home, telephone or e-mail with one.
    select w.organisation_id, 'own_family', w.person_id, w.family_id, count(*)
      from of_week w where w.employee and w.outcome = 'success'
        and w.relation in ('coordinator', 'scientist', 'team_lead', 'professional', 'emergency', 'privacy_officer', 'staff')
        and exists (
          select 1 from involvement i join person m on m.id = i.person_id join person me on me.id = w.person_id
          where i.family_id = w.family_id and i.relation in ('parent', 'child', 'network_member') and not (m.staff and m.id <> me.id)
            and (m.id = me.id
              or lower(m.family_name) = lower(me.family_name) and me.family_name <> '' and (
                m.phone = me.phone or lower(m.email) = lower(me.email)
                or exists (select 1 from household_member mh join household h on h.id = mh.household_id
                  join household mine on lower(trim(mine.address)) = lower(trim(h.address)) and trim(h.address) <> ''
                  join household_member my on my.household_id = mine.id
                  where mh.person_id = m.id and my.person_id = me.id))))
      group by 1, 3, 4
    union all
    -- Between eleven at night and six in the morning.
    select organisation_id, 'at_night', person_id, null, count(*)
      from of_week where employee and outcome = 'success' and object <> 'live' and (extract(hour from there) >= 23 or extract(hour from there) < 6)
      group by 1, 3 having count(*) >= 5),
  kept as (
    insert into odd_pattern (id, organisation_id, week_of, kind, person_id, family_id, times)
    select app.uuid7(), organisation_id, p_week, kind, person_id, family_id, times from odd
    on conflict (organisation_id, week_of, kind, person_id, family_id) do update set times = excluded.times
      where odd_pattern.times < excluded.times and odd_pattern.seen_at is null
    returning 1)
  select count(*) into found_now from kept;
  return found_now;
end $$;

create function app.odd_patterns(p_seen boolean, p_at_most integer) returns table (id uuid, week_of date, kind odd_pattern_kind, person_id uuid,
  person_name text, duties text[], family_id uuid, family_name text, times integer, seen_by_name text, seen_at timestamptz, words text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not 'privacy_officer' = any (app.duties()) then raise exception 'only the privacy officer sees odd patterns' using errcode = 'insufficient_privilege'; end if;
  return query
    select o.id, o.week_of, o.kind, o.person_id, trim(p.given_name || ' ' || p.family_name), coalesce(a.duties::text[], '{}'), o.family_id, f.name, o.times,
      trim(s.given_name || ' ' || s.family_name), o.seen_at, o.words
    from odd_pattern o join person p on p.id = o.person_id left join account a on a.person_id = p.id left join family f on f.id = o.family_id
      left join person s on s.id = o.seen_by
    where o.organisation_id = app.organisation() and (o.seen_at is not null) = p_seen
    order by case when p_seen then o.seen_at end desc, o.week_of desc, o.kind, o.id limit p_at_most;
end $$;

-- Seen, with words, once. Nobody judges a pattern about themselves.
create function app.see_odd_pattern(p_id uuid, p_words text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare o odd_pattern;
begin
  if not 'privacy_officer' = any (app.duties()) then raise exception 'only the privacy officer sees odd patterns' using errcode = 'insufficient_privilege'; end if;
  select * into o from odd_pattern x where x.id = p_id and x.organisation_id = app.organisation() for update;
  if o.id is null then return 'unknown'; end if;
  if o.seen_at is not null then return 'seen'; end if;
  if o.person_id = app.person() then return 'own'; end if;
  update odd_pattern x set seen_by = app.person(), seen_at = app.now(), words = p_words where x.id = p_id;
  return 'done';
end $$;

create function app.set_odd_threshold(p_families integer) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not 'privacy_officer' = any (app.duties()) then raise exception 'only the privacy officer sets this' using errcode = 'insufficient_privilege'; end if;
  update organisation o set settings = o.settings || jsonb_build_object('oddFamiliesPerHour', p_families) where o.id = app.organisation();
end $$;

revoke execute on function app.search_log(uuid, uuid, timestamptz, timestamptz, text[], audit_outcome, text, timestamptz, bigint, integer),
  app.log_subjects(text, uuid[]), app.odd_threshold(uuid), app.find_odd_patterns(date), app.odd_patterns(boolean, integer),
  app.see_odd_pattern(uuid, text), app.set_odd_threshold(integer) from public;
grant execute on function app.search_log(uuid, uuid, timestamptz, timestamptz, text[], audit_outcome, text, timestamptz, bigint, integer),
  app.log_subjects(text, uuid[]), app.odd_threshold(uuid), app.find_odd_patterns(date), app.odd_patterns(boolean, integer),
  app.see_odd_pattern(uuid, text), app.set_odd_threshold(integer) to samenplan_app;
