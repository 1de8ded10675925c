-- AlterTable
ALTER TABLE "privacy_request" ADD COLUMN     "agreed_by" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "identity_checked_at" TIMESTAMPTZ(3),
ADD COLUMN     "identity_how" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "partly" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "whole_file" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "retention_proposal" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "term_over_on" DATE NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "retention_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "retention_proposal_family_id_key" ON "retention_proposal"("family_id");

-- CreateIndex
CREATE INDEX "retention_proposal_organisation_id_idx" ON "retention_proposal"("organisation_id");

alter table privacy_request alter column agreed_by set not null;
alter table retention_proposal add constraint retention_proposal_family foreign key (family_id) references family (id);
alter table retention_proposal add foreign key (organisation_id) references organisation (id);
alter table retention_proposal enable row level security;
alter table retention_proposal force row level security;
do $$ begin execute format('create policy owner_all on retention_proposal to %I using (true) with check (true)', current_user); end $$;
grant select on retention_proposal to samenplan_app;
create policy privacy_officer on retention_proposal for select to samenplan_app using (
  organisation_id = (select app.organisation()) and 'privacy_officer' = any ((select app.duties())::text[]));

-- A statement has the readers of the text it stands beside.
create policy readers_of_the_text on statement as restrictive for select to samenplan_app using (
  case object when 'view' then exists (select 1 from view v where v.id = object_id)
              when 'comment' then exists (select 1 from comment k where k.id = object_id)
              else true end);

-- ---------------------------------------------------------------------------------------------------------------------
-- The privacy officer's lists, over all families of the own organisation: names and days, no texts.
-- ---------------------------------------------------------------------------------------------------------------------
create function app.is_privacy_officer() returns boolean language sql stable parallel safe
  return app.organisation() is not null and 'privacy_officer' = any (app.duties());

create function app.privacy_requests() returns table (
  id uuid, family_id uuid, family_name text, kind privacy_request_kind, state privacy_request_state, asker_name text, about_name text,
  recorded boolean, received_at timestamptz, due_on date, extended boolean, partly boolean, on_hold boolean, version int)
language sql stable security definer set search_path = public, pg_temp as $$
  select q.id, q.family_id, f.name, q.kind, q.state, trim(a.given_name || ' ' || a.family_name), trim(b.given_name || ' ' || b.family_name),
    q.recorded_by <> q.person_id, q.received_at, q.due_on, q.extended_because <> '', q.partly,
    exists (select 1 from legal_hold h where h.family_id = q.family_id and h.ended_at is null), q.version
  from privacy_request q join family f on f.id = q.family_id join person a on a.id = q.person_id join person b on b.id = q.about_person_id
  where app.is_privacy_officer() and f.organisation_id = app.organisation()
    and (q.state in ('received', 'in_progress', 'granted') or q.received_at > app.now() - interval '1 year')
  order by q.due_on, q.received_at;
$$;

-- A request came in: who answers it hears so, without learning here from whom.
create function app.privacy_officers_of(p_family uuid) returns table (account_id uuid, person_id uuid, email text, given_name text, language language)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, p.id, a.email, p.given_name, p.language
  from family f join account a on a.organisation_id = f.organisation_id and a.state = 'active' and 'privacy_officer' = any (a.duties)
  join person p on p.id = a.person_id
  where f.id = p_family and a.email is not null and p_family = any (app.families());
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Inspection. What the asker may read is read as the asker: the row-level security is that of their own pages.
-- ---------------------------------------------------------------------------------------------------------------------
create function app.may_give_out(p_request uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from privacy_request q
    where q.id = p_request and q.kind = 'inspection' and q.family_id = any (app.families())
      and (('privacy_officer' = any (app.acting_as()) and q.state in ('received', 'in_progress', 'granted'))
        or (q.person_id = app.person() and q.state in ('granted', 'done'))));
$$;

-- From here on this transaction reads as the asker. A professional's way in never is: the asker of a request is family.
create function app.read_as_asker(p_request uuid) returns text[]
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare q privacy_request; relations text[];
begin
  if not app.may_give_out(p_request) then raise exception 'no such request' using errcode = 'insufficient_privilege'; end if;
  select * into q from privacy_request where id = p_request;
  relations := app.relations(q.person_id, q.family_id, '{}', null, app.today());
  perform set_config('app.person', q.person_id::text, true), set_config('app.account', '', true), set_config('app.duties', '{}', true),
    set_config('app.side', 'family', true), set_config('app.acting_as', relations::text, true), set_config('app.viewer', '', true),
    set_config('app.families', array[q.family_id]::text, true),
    set_config('app.scope', case when relations && array['parent_with_authority', 'young_person', 'young_person_16'] then 'core' else 'own' end, true);
  return relations;
end $$;

-- What is kept of one person's own: what they said, answered and agreed to, whoever else may read it. Nothing of anyone else.
create function app.own_data(p_family uuid, p_person uuid) returns jsonb
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if p_person is distinct from app.person() or not (p_family = any (app.families())) then
    raise exception 'only about oneself' using errcode = 'insufficient_privilege';
  end if;
  return jsonb_build_object(
    'person', (select jsonb_build_object('givenName', p.given_name, 'familyName', p.family_name, 'bornOn', p.born_on, 'language', p.language,
        'interpreter', p.interpreter, 'easyText', p.easy_text, 'pictures', p.pictures, 'readAloud', p.read_aloud, 'largeLetters', p.large_letters,
        'email', p.email, 'phone', p.phone, 'reachNote', p.reach_note) from person p where p.id = p_person),
    'account', (select jsonb_build_object('email', a.email, 'since', a.created_at) from account a where a.person_id = p_person),
    'involvements', (select coalesce(jsonb_agg(jsonb_build_object('relation', i.relation, 'role', i.role, 'ground', i.ground, 'startsOn', i.starts_on,
        'endedAt', i.ended_at) order by i.starts_on, i.id), '[]') from involvement i where i.family_id = p_family and i.person_id = p_person),
    'addresses', (select coalesce(jsonb_agg(h.address order by h.id), '[]') from household h join household_member m on m.household_id = h.id
        where h.family_id = p_family and m.person_id = p_person and h.address <> ''),
    'authorities', (select coalesce(jsonb_agg(jsonb_build_object('child', trim(c.given_name || ' ' || c.family_name), 'holds', a.holds, 'source', a.source,
        'recordedOn', a.recorded_on) order by a.id), '[]') from authority a join person c on c.id = a.child_id
        where a.family_id = p_family and a.parent_id = p_person),
    'views', (select coalesce(jsonb_agg(jsonb_build_object('subject', v.subject, 'theme', v.theme, 'text', v.text, 'audience', v.audience,
        'recorded', v.recorded, 'at', v.updated_at) order by v.created_at, v.id), '[]') from view v where v.family_id = p_family and v.person_id = p_person),
    'loadCapacity', (select coalesce(jsonb_agg(jsonb_build_object('load', l.load, 'capacity', l.capacity, 'text', l.text, 'at', l.created_at)
        order by l.created_at, l.id), '[]') from load_capacity l where l.family_id = p_family and l.person_id = p_person),
    'comments', (select coalesce(jsonb_agg(jsonb_build_object('kind', k.kind, 'text', k.text, 'audience', k.audience, 'at', k.created_at)
        order by k.created_at, k.id), '[]') from comment k where k.family_id = p_family and k.written_by = p_person),
    'answers', (select coalesce(jsonb_agg(jsonb_build_object('subject', o.subject, 'answer', o.answer, 'text', o.text, 'explanation', o.explanation,
        'at', o.created_at) order by o.created_at, o.id), '[]') from position o where o.family_id = p_family and o.person_id = p_person),
    'scores', (select coalesce(jsonb_agg(jsonb_build_object('goal', g.text, 'score', s.score, 'text', s.text, 'at', s.updated_at)
        order by s.updated_at, s.goal_id), '[]') from evaluation_score s join goal g on g.id = s.goal_id
        where s.family_id = p_family and s.person_id = p_person),
    'cooperation', (select coalesce(jsonb_agg(jsonb_build_object('statement', c.statement, 'score', c.score, 'text', c.text, 'at', c.updated_at)
        order by c.updated_at, c.statement), '[]') from cooperation_answer c where c.family_id = p_family and c.person_id = p_person),
    'actions', (select coalesce(jsonb_agg(jsonb_build_object('text', a.text, 'state', a.state, 'dueOn', a.due_on, 'note', a.note)
        order by a.created_at, a.id), '[]') from action a where a.family_id = p_family and a.person_id = p_person),
    'offers', (select coalesce(jsonb_agg(jsonb_build_object('text', o.text, 'at', o.created_at) order by o.created_at, o.id), '[]')
        from offer o where o.family_id = p_family and (o.person_id = p_person or o.written_by = p_person)),
    'consents', (select coalesce(jsonb_agg(jsonb_build_object('kind', c.kind, 'what', c.what, 'why', c.why, 'answer', s.answer, 'text', s.text,
        'untilOn', c.until_on, 'at', s.created_at) order by s.created_at, s.id), '[]') from consent_answer s join consent c on c.id = s.consent_id
        where s.family_id = p_family and s.person_id = p_person),
    'statements', (select coalesce(jsonb_agg(jsonb_build_object('object', s.object, 'text', s.text, 'at', s.created_at)
        order by s.created_at, s.id), '[]') from statement s where s.family_id = p_family and s.person_id = p_person),
    'requests', (select coalesce(jsonb_agg(jsonb_build_object('kind', q.kind, 'state', q.state, 'words', q.words, 'answer', q.answer, 'at', q.received_at)
        order by q.received_at, q.id), '[]') from privacy_request q where q.family_id = p_family and q.person_id = p_person));
end $$;

-- What professionals keep beside the plan and is given out on a request: work notes as their class says, professional texts about
-- the person, and the safety track once nothing of it is shielded any more. Of what is withheld only that it is, and why.
create function app.given_out_notes(p_request uuid) returns jsonb
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare q privacy_request;
begin
  if not app.may_give_out(p_request) then raise exception 'no such request' using errcode = 'insufficient_privilege'; end if;
  select * into q from privacy_request where id = p_request;
  -- Somebody of the own circle, or a parent without authority over the child, learns nothing of what is noted about the family.
  if not app.relations(q.person_id, q.family_id, '{}', null, app.today()) && array['parent_with_authority', 'young_person', 'young_person_16'] then
    return jsonb_build_object('workNotes', '[]'::jsonb, 'withheld', '[]'::jsonb, 'afterTalk', 0, 'professionalTexts', '[]'::jsonb, 'safety', '[]'::jsonb);
  end if;
  return jsonb_build_object(
    'workNotes', (select coalesce(jsonb_agg(jsonb_build_object('author', trim(p.given_name || ' ' || p.family_name), 'text', n.text, 'at', n.updated_at)
        order by n.created_at, n.id), '[]') from work_note n join person p on p.id = n.author_id
        where n.family_id = q.family_id and n.moved_to is null and n.release = 'on_request'),
    'withheld', (select coalesce(jsonb_agg(n.withheld_because order by n.created_at, n.id), '[]') from work_note n
        where n.family_id = q.family_id and n.moved_to is null and n.release = 'withheld'),
    'afterTalk', (select count(*) from work_note n where n.family_id = q.family_id and n.moved_to is null and n.release = 'after_talk'),
    'professionalTexts', (select coalesce(jsonb_agg(jsonb_build_object('author', trim(p.given_name || ' ' || p.family_name), 'text', v.text, 'at', v.updated_at)
        order by v.created_at, v.id), '[]') from view v join person p on p.id = v.written_by
        where v.family_id = q.family_id and v.audience = 'staff' and v.about_person_id = q.about_person_id),
    'safety', (select coalesce(jsonb_agg(jsonb_build_object('step', e.step, 'text', e.text, 'happenedOn', e.happened_on) order by e.created_at, e.id), '[]')
        from safety_entry e join safety_track t on t.id = e.track_id
        where t.family_id = q.family_id and not t.shielded and t.state = 'closed'
          and (e.about_person_id is null or e.about_person_id = q.about_person_id)));
end $$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Destruction. Only these functions remove what otherwise never goes; they leave figures, no words.
-- ---------------------------------------------------------------------------------------------------------------------
-- A version that was put before people never changes, with one exception in law: what somebody may have destroyed is taken out of
-- it too. The application's role cannot make the exception by itself: inside the functions below the owner acts.
create or replace function app.keep_agreed_version() returns trigger language plpgsql as $$
begin
  if app.setting('app.destroying') = 'yes' and current_user <> 'samenplan_app' then return coalesce(new, old); end if;
  if tg_op = 'DELETE' or old.state = 'agreed' or new.content::text <> old.content::text or new.number <> old.number then
    raise exception 'a plan version that was put before people never changes' using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- A text of the plan as it was kept, without one person: their words are gone, where they stood among the people nobody is named.
create function app.without_person(p_part jsonb, p_person text, p_key text default '') returns jsonb
language plpgsql immutable set search_path = public, pg_temp as $$
declare result jsonb;
begin
  case jsonb_typeof(p_part)
    when 'array' then
      select coalesce(jsonb_agg(app.without_person(e.part, p_person, p_key) order by e.n), '[]') into result
        from jsonb_array_elements(p_part) with ordinality e (part, n)
        where jsonb_typeof(e.part) <> 'object' or p_key = 'persons' or not (
          coalesce(e.part->>'personId' = p_person, false) or coalesce(e.part->>'parentId' = p_person, false)
          or coalesce(e.part->>'childId' = p_person, false) or coalesce(e.part->>'toPersonId' = p_person, false)
          or (not e.part ? 'personId' and coalesce(e.part->>'writtenBy' = p_person, false)
              and (p_key not in ('goals', 'decisions', 'helpOptions') or coalesce(e.part->>'state' in ('proposed', 'stopped'), false))));
    when 'object' then
      if p_part->>'id' = p_person and p_part ? 'givenName' then
        p_part := p_part || '{"givenName": "N.N.", "familyName": ""}'::jsonb
          || case when p_part ? 'bornOn' then '{"bornOn": null, "email": null, "phone": null, "reachNote": "", "role": ""}'::jsonb else '{}'::jsonb end;
      end if;
      select coalesce(jsonb_object_agg(o.key, app.without_person(o.value, p_person, o.key)), '{}') into result from jsonb_each(p_part) o;
    else result := p_part;
  end case;
  return result;
end $$;

-- The account of somebody of whom nothing else is left, and everything that hangs on it.
create function app.destroy_account(p_person uuid) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare t text; gone uuid := (select a.id from account a where a.person_id = p_person);
begin
  if gone is null then return; end if;
  for t in select c.table_name from information_schema.columns c join information_schema.tables b using (table_schema, table_name)
           where c.table_schema = 'public' and b.table_type = 'BASE TABLE' and c.column_name = 'account_id' and c.table_name <> 'audit_entry' loop
    execute format('delete from %I where account_id = $1', t) using gone;
  end loop;
  delete from account where id = gone;
end $$;

-- Answers that were kept for a request sent again can hold words of the family. The request that is under way keeps its place.
create function app.destroy_kept_answers(p_family uuid) returns bigint
language sql volatile security definer set search_path = public, pg_temp as $$
  with gone as (delete from idempotency_key where status is not null
      and (endpoint like '%' || p_family::text || '%' or response::text like '%' || p_family::text || '%') returning 1)
  select count(*) from gone;
$$;

-- A person of whom nothing is left goes; one to whom other rows still point stays as a nobody.
create function app.destroy_person_row(p_person uuid) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from person p where p.id = p_person and p.staff)
     or exists (select 1 from involvement i where i.person_id = p_person) then return false; end if;
  delete from mail where person_id = p_person;
  perform app.destroy_account(p_person);
  begin
    delete from person where id = p_person;
  exception when foreign_key_violation then
    update person set given_name = 'N.N.', family_name = '', born_on = null, email = null, phone = null, reach_note = '', interpreter = false,
      easy_text = false, pictures = false, read_aloud = false, large_letters = false, version = version + 1 where id = p_person;
  end;
  return true;
end $$;

create function app.on_hold(p_family uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from legal_hold h where h.family_id = p_family and h.ended_at is null);
$$;

-- Everything of a family: each table that has its rows, in whatever order their links allow. Called by the two below only.
create function app.destroy_family_rows(p_family uuid, p_ground destruction_ground, p_by uuid) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare counts jsonb := '{}'; t text; n bigint; waiting text[]; blocked text[]; people uuid[]; org uuid; who uuid;
begin
  if app.on_hold(p_family) then raise exception 'a legal hold stands' using errcode = 'check_violation'; end if;
  select organisation_id into org from family where id = p_family for update;
  perform set_config('app.destroying', 'yes', true);
  people := array(select distinct i.person_id from involvement i where i.family_id = p_family);
  waiting := array(select c.table_name::text from information_schema.columns c join information_schema.tables b using (table_schema, table_name)
    where c.table_schema = 'public' and b.table_type = 'BASE TABLE' and c.column_name = 'family_id'
      and c.table_name not in ('audit_entry', 'former_text') order by 1);
  while cardinality(waiting) > 0 loop
    blocked := '{}';
    foreach t in array waiting loop
      begin
        execute format('delete from %I where family_id = $1', t) using p_family;
        get diagnostics n = row_count;
        if n > 0 then counts := jsonb_set(counts, array[t], to_jsonb(n)); end if;
      exception when foreign_key_violation then blocked := blocked || t;
      end;
    end loop;
    if cardinality(blocked) = cardinality(waiting) then raise exception 'rows outside the family point into it: %', blocked; end if;
    waiting := blocked;
  end loop;
  -- Removing a row keeps its former text: that goes last.
  delete from former_text where family_id = p_family;
  get diagnostics n = row_count;
  counts := counts || jsonb_build_object('former_text', n, 'kept_answer', app.destroy_kept_answers(p_family));
  delete from family where id = p_family;
  n := 0;
  foreach who in array people loop
    if app.destroy_person_row(who) then n := n + 1; end if;
  end loop;
  counts := counts || jsonb_build_object('person', n, 'family', 1);
  perform set_config('app.destroying', '', true);
  insert into destruction_proof (id, organisation_id, former_family_id, ground, counts, destroyed_by, destroyed_at)
    values (app.uuid7(), org, p_family, p_ground, counts, p_by, app.now());
  return counts;
end $$;

-- What one person said, was asked and is known by; what others said, and what all agreed on, stays theirs.
create function app.destroy_person_rows(p_family uuid, p_person uuid, p_by uuid) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare counts jsonb := '{}'; r record; n bigint; org uuid := (select organisation_id from family where id = p_family);
begin
  if app.on_hold(p_family) then raise exception 'a legal hold stands' using errcode = 'check_violation'; end if;
  if exists (select 1 from person where id = p_person and staff) then raise exception 'an employee is not of the family' using errcode = 'check_violation'; end if;
  perform set_config('app.destroying', 'yes', true);
  update goal set from_view_id = null where family_id = p_family and from_view_id in (select id from view v where v.family_id = p_family and v.person_id = p_person);
  update goal set for_person_id = null where family_id = p_family and for_person_id = p_person;
  update comment set answers_id = null where family_id = p_family
    and answers_id in (select id from comment k where k.family_id = p_family and k.written_by = p_person);
  update offer set tie_id = null where family_id = p_family
    and tie_id in (select id from network_tie b where b.family_id = p_family and b.written_by = p_person);
  update action set goal_id = null where family_id = p_family and goal_id in (
    select id from goal g where g.family_id = p_family and g.written_by = p_person and g.state in ('proposed', 'stopped'));
  -- What stood on a consent about this person stands on nothing any more.
  for r in select c.table_name as name from information_schema.columns c where c.table_schema = 'public' and c.column_name = 'consent_id'
      and c.table_name not in ('consent_answer', 'share') loop
    execute format('update %I set consent_id = null where family_id = $1 and consent_id in (select id from consent where family_id = $1 and about_person_id = $2)', r.name)
      using p_family, p_person;
  end loop;
  for r in select * from (values
    ('statement', 'person_id = $2'),
    ('consent_answer', 'person_id = $2 or written_by = $2 or consent_id in (select id from consent where family_id = $1 and about_person_id = $2)'),
    ('share', 'person_id = $2 or shared_by = $2 or consent_id in (select id from consent where family_id = $1 and about_person_id = $2)'),
    ('shield', 'person_id = $2 or from_person_id = $2'),
    ('age_task', 'person_id = $2'),
    ('evaluation_score', 'person_id = $2 or goal_id in (select id from goal where family_id = $1 and written_by = $2 and state in (''proposed'', ''stopped''))'),
    ('cooperation_answer', 'person_id = $2'),
    ('position', 'person_id = $2 or subject_id in (select id from goal where family_id = $1 and written_by = $2 and state in (''proposed'', ''stopped''))'),
    ('comment', 'written_by = $2'),
    ('load_capacity', 'person_id = $2'),
    ('action', 'person_id = $2'),
    ('goal', 'written_by = $2 and state in (''proposed'', ''stopped'')'),
    ('view', 'person_id = $2'),
    ('progress_note', 'written_by = $2'),
    ('offer', 'person_id = $2 or written_by = $2 or ask_id in (select id from ask where family_id = $1 and written_by = $2)'),
    ('ask', 'written_by = $2'),
    ('network_tie', 'written_by = $2'),
    ('reminder', 'person_id = $2'),
    ('kinship', 'person_id = $2 or to_person_id = $2'),
    ('authority', 'parent_id = $2 or child_id = $2'),
    ('household_member', 'person_id = $2'),
    ('household', 'not exists (select 1 from household_member m where m.household_id = household.id)'),
    ('invitation', 'person_id = $2'),
    ('involvement', 'person_id = $2'),
    ('consent', 'about_person_id = $2'),
    ('mail', 'person_id = $2'),
    ('privacy_request', 'person_id = $2')
  ) as removed (name, which) loop
    execute format('delete from %I where family_id = $1 and (%s)', r.name, r.which) using p_family, p_person;
    get diagnostics n = row_count;
    if n > 0 then counts := jsonb_set(counts, array[r.name], to_jsonb(n)); end if;
  end loop;
  -- What others asked about this person stays as a fact, without its words.
  update privacy_request set words = '', answer = case when state = 'refused' then '-' else '' end, state = case when state = 'granted' then 'done' else state end,
    done_at = coalesce(done_at, app.now()), version = version + 1 where family_id = p_family and about_person_id = p_person;
  update plan_version set content = app.without_person(content, p_person::text) || jsonb_build_object('redactedOn', app.today())
    where family_id = p_family and content::text like '%' || p_person || '%';
  get diagnostics n = row_count;
  if n > 0 then counts := jsonb_set(counts, '{plan_version}', to_jsonb(n)); end if;
  update review set content = app.without_person(content, p_person::text) where family_id = p_family and content::text like '%' || p_person || '%';
  -- Former texts of what they wrote or changed, and those that the lines above just left.
  delete from former_text f where f.family_id = p_family and (f.row::text like '%' || p_person || '%' or f.changed_at = app.now() or exists (
    select 1 from former_text c where c.family_id = p_family and c.object_id = f.object_id and c.changed_by = p_person));
  get diagnostics n = row_count;
  if n > 0 then counts := jsonb_set(counts, '{former_text}', to_jsonb(n)); end if;
  counts := counts || jsonb_build_object('kept_answer', app.destroy_kept_answers(p_family), 'person', app.destroy_person_row(p_person)::int);
  perform set_config('app.destroying', '', true);
  insert into destruction_proof (id, organisation_id, former_family_id, ground, counts, destroyed_by, destroyed_at)
    values (app.uuid7(), org, p_family, 'request', counts, p_by, app.now());
  return counts;
end $$;

-- The doors: a granted request, and a term that is over; the privacy officer's yes is behind each.
create function app.destroy_on_request(p_request uuid) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare q privacy_request;
begin
  select * into q from privacy_request where id = p_request and family_id = any (app.families()) and kind = 'destruction' and state = 'granted' for update;
  if not found or not 'privacy_officer' = any (app.acting_as()) then
    raise exception 'no such request' using errcode = 'insufficient_privilege';
  end if;
  if q.whole_file then return app.destroy_family_rows(q.family_id, 'request', app.person()); end if;
  return app.destroy_person_rows(q.family_id, q.about_person_id, app.person());
end $$;

create function app.years_kept(p_organisation uuid) returns int language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((o.settings->>'yearsKept')::int, 20) from organisation o where o.id = p_organisation;
$$;

-- Families whose help ended so long ago that nothing keeps the file any more: every plan is closed, the term is over.
create function app.terms_over() returns table (family_id uuid, organisation_id uuid, term_over_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.id, f.organisation_id, (max(p.closed_on) + app.years_kept(f.organisation_id) * interval '1 year')::date
  from family f join plan p on p.family_id = f.id
  group by f.id, f.organisation_id
  having bool_and(p.state = 'closed' and p.closed_on is not null)
    and (max(p.closed_on) + app.years_kept(f.organisation_id) * interval '1 year')::date <= app.today();
$$;

-- The daily look: lays what is over before the privacy officer, and takes back what is not over any more.
create function app.propose_retention() returns table (account_id uuid, person_id uuid, email text, given_name text, language language)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare new_in uuid[];
begin
  if app.system() <> 'retention' then raise exception 'only the retention job does this' using errcode = 'insufficient_privilege'; end if;
  delete from retention_proposal r where not exists (select 1 from app.terms_over() t where t.family_id = r.family_id);
  with made as (
    insert into retention_proposal (id, organisation_id, family_id, term_over_on, proposed_at)
    select app.uuid7(), t.organisation_id, t.family_id, t.term_over_on, app.now() from app.terms_over() t
    on conflict (family_id) do nothing returning organisation_id, family_id)
  select array(select distinct organisation_id from made) into new_in;
  return query select a.id, p.id, a.email, p.given_name, p.language from account a join person p on p.id = a.person_id
    where a.organisation_id = any (new_in) and a.state = 'active' and 'privacy_officer' = any (a.duties) and a.email is not null;
end $$;

create function app.retention_list() returns table (family_id uuid, family_name text, term_over_on date, proposed_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.family_id, f.name, r.term_over_on, r.proposed_at from retention_proposal r join family f on f.id = r.family_id
  where app.organisation() is not null and app.duties() && array['privacy_officer', 'administrator'] and r.organisation_id = app.organisation()
  order by r.term_over_on, f.name;
$$;

create function app.destroy_after_term(p_family uuid) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not app.is_privacy_officer() or not exists (
    select 1 from retention_proposal r join app.terms_over() t on t.family_id = r.family_id
    where r.family_id = p_family and r.organisation_id = app.organisation()) then
    raise exception 'no such proposal' using errcode = 'insufficient_privilege';
  end if;
  perform app.audit('retention.destroy', 'delete', 'success', app.account(), app.person(), 'staff', 'family', p_family, p_family, 'retention', null, null, 'api');
  return app.destroy_family_rows(p_family, 'retention_over', app.person());
end $$;

create function app.set_years_kept(p_years int) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not app.is_privacy_officer() then raise exception 'only the privacy officer' using errcode = 'insufficient_privilege'; end if;
  update organisation set settings = settings || jsonb_build_object('yearsKept', p_years) where id = app.organisation();
end $$;

-- Legal hold: the own organisation's families, by name; nothing of one is destroyed while it stands.
create function app.legal_holds() returns table (id uuid, family_id uuid, family_name text, because text, recorded_by text, created_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.id, h.family_id, f.name, h.because, trim(p.given_name || ' ' || p.family_name), h.created_at
  from legal_hold h join family f on f.id = h.family_id join person p on p.id = h.recorded_by
  where app.is_privacy_officer() and f.organisation_id = app.organisation() and h.ended_at is null order by h.created_at;
$$;
create function app.place_hold(p_id uuid, p_family uuid, p_because text) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not app.is_privacy_officer() or not exists (select 1 from family f where f.id = p_family and f.organisation_id = app.organisation()
      and (exists (select 1 from retention_proposal r where r.family_id = f.id) or exists (select 1 from privacy_request q where q.family_id = f.id))) then
    raise exception 'no such family' using errcode = 'insufficient_privilege';
  end if;
  insert into legal_hold (id, family_id, because, recorded_by, created_at) values (p_id, p_family, p_because, app.person(), app.now());
  perform app.audit('retention.hold', 'create', 'success', app.account(), app.person(), 'staff', 'legal_hold', p_id, p_family, 'request', null, null, 'api');
end $$;
create function app.end_hold(p_hold uuid) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare family uuid;
begin
  update legal_hold h set ended_at = app.now(), ended_by = app.person() from family f
    where h.id = p_hold and h.ended_at is null and f.id = h.family_id and f.organisation_id = app.organisation() and app.is_privacy_officer()
    returning h.family_id into family;
  if family is null then raise exception 'no such hold' using errcode = 'insufficient_privilege'; end if;
  perform app.audit('retention.hold', 'update', 'success', app.account(), app.person(), 'staff', 'legal_hold', p_hold, family, 'request', null, null, 'api');
end $$;

-- Only the doors are the application's; what they use inside is not.
do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace s on s.oid = p.pronamespace
           where s.nspname = 'app' and p.proname in ('is_privacy_officer', 'privacy_requests', 'privacy_officers_of', 'may_give_out', 'read_as_asker', 'own_data',
             'given_out_notes', 'without_person', 'destroy_account', 'destroy_kept_answers', 'destroy_person_row', 'on_hold', 'destroy_family_rows',
             'destroy_person_rows', 'destroy_on_request', 'years_kept', 'terms_over', 'propose_retention', 'retention_list', 'destroy_after_term',
             'set_years_kept', 'legal_holds', 'place_hold', 'end_hold') loop
    execute format('revoke execute on function %s from public, samenplan_app', f);
  end loop;
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace s on s.oid = p.pronamespace
           where s.nspname = 'app' and p.proname in ('is_privacy_officer', 'privacy_requests', 'privacy_officers_of', 'read_as_asker', 'own_data', 'given_out_notes',
             'destroy_on_request', 'propose_retention', 'retention_list', 'destroy_after_term', 'set_years_kept', 'legal_holds', 'place_hold', 'end_hold',
             'years_kept') loop
    execute format('grant execute on function %s to samenplan_app', f);
  end loop;
end $$;
