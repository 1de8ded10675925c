-- What professionals keep beside the plan is given out as it was weighed: what was written after the decision waits for a next request.
create or replace function app.given_out_notes(p_request uuid) returns jsonb
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare q privacy_request; weighed timestamptz;
begin
  if not app.may_give_out(p_request) then raise exception 'no such request' using errcode = 'insufficient_privilege'; end if;
  select * into q from privacy_request where id = p_request;
  weighed := coalesce(q.decided_at, app.now());
  -- Somebody of the own circle, or a parent without authority over the child, learns nothing of what is noted about the family.
  if not app.relations(q.person_id, q.family_id, '{}', null, app.today()) && array['parent_with_authority', 'young_person', 'young_person_16'] then
    return jsonb_build_object('workNotes', '[]'::jsonb, 'withheld', '[]'::jsonb, 'afterTalk', 0, 'professionalTexts', '[]'::jsonb, 'safety', '[]'::jsonb);
  end if;
  return jsonb_build_object(
    'workNotes', (select coalesce(jsonb_agg(jsonb_build_object('author', trim(p.given_name || ' ' || p.family_name), 'text', n.text, 'at', n.updated_at)
        order by n.created_at, n.id), '[]') from work_note n join person p on p.id = n.author_id
        where n.family_id = q.family_id and n.moved_to is null and n.release = 'on_request' and n.updated_at <= weighed),
    'withheld', (select coalesce(jsonb_agg(n.withheld_because order by n.created_at, n.id), '[]') from work_note n
        where n.family_id = q.family_id and n.moved_to is null and n.release = 'withheld' and n.updated_at <= weighed),
    'afterTalk', (select count(*) from work_note n
        where n.family_id = q.family_id and n.moved_to is null and n.release = 'after_talk' and n.updated_at <= weighed),
    'professionalTexts', (select coalesce(jsonb_agg(jsonb_build_object('author', trim(p.given_name || ' ' || p.family_name), 'text', v.text, 'at', v.updated_at)
        order by v.created_at, v.id), '[]') from view v join person p on p.id = v.written_by
        where v.family_id = q.family_id and v.audience = 'staff' and v.about_person_id = q.about_person_id and v.updated_at <= weighed),
    'safety', (select coalesce(jsonb_agg(jsonb_build_object('step', e.step, 'text', e.text, 'happenedOn', e.happened_on) order by e.created_at, e.id), '[]')
        from safety_entry e join safety_track t on t.id = e.track_id
        where t.family_id = q.family_id and not t.shielded and t.state = 'closed' and greatest(t.closed_at, t.unshielded_at) <= weighed
          and (e.about_person_id is null or e.about_person_id = q.about_person_id)));
end $$;

-- As before, and an asker who has no place in the family any more is read as such: their own data, and nothing of anyone else.
create or replace function app.read_as_asker(p_request uuid) returns text[]
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare q privacy_request; relations text[];
begin
  if not app.may_give_out(p_request) then raise exception 'no such request' using errcode = 'insufficient_privilege'; end if;
  select * into q from privacy_request where id = p_request;
  relations := app.relations(q.person_id, q.family_id, '{}', null, app.today());
  -- Whoever hands it out reads along, so what is for the family or for named people alone waits until the asker opens it themselves.
  perform set_config('app.viewer', case when q.person_id = app.person() then '' else app.person()::text end, true);
  perform set_config('app.person', q.person_id::text, true), set_config('app.account', '', true), set_config('app.duties', '{}', true),
    set_config('app.side', 'family', true), set_config('app.acting_as', relations::text, true),
    set_config('app.families', array[q.family_id]::text, true),
    set_config('app.scope', case
      when relations && array['parent_with_authority', 'young_person', 'young_person_16'] then 'core'
      when cardinality(relations) = 0 then 'none'
      else 'own' end, true);
  return relations;
end $$;

-- As before, and a letter with news of one's own request is in the log of that person alone; a statement beside words that one may not
-- read is not there either.
create or replace function app.log_hides(p_object text, p_id uuid, p_by uuid, p_recipient text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select case
    when p_object in ('view', 'comment', 'load_capacity', 'network_tie', 'progress_note', 'audience') then app.side() = 'family' and (
      exists (select 1 from view t where t.id = p_id and t.audience = 'staff')
      or exists (select 1 from comment t where t.id = p_id and t.audience = 'staff')
      or exists (select 1 from load_capacity t where t.id = p_id and t.audience = 'staff')
      or exists (select 1 from network_tie t where t.id = p_id and t.audience = 'staff')
      or exists (select 1 from progress_note t where t.id = p_id and t.audience = 'staff')
      or exists (select 1 from former_text t where t.object_id = p_id and t.row->>'audience' = 'staff'))
    when p_object in ('privacy_request', 'my_data', 'inspection') then
      p_by is distinct from app.person() and p_recipient is distinct from app.person()::text and not exists (
        select 1 from privacy_request q where q.id = p_id and (q.person_id = app.person() or q.recorded_by = app.person()))
    when p_object = 'mail' then p_recipient is distinct from app.person()::text and exists (
      select 1 from mail m where m.id = p_id and m.kind = 'request_news')
    when p_object = 'statement' then exists (
      select 1 from statement s where s.id = p_id and app.text_kept_from_me(s.object::text, s.object_id))
    else false end;
$$;

-- The doors of destruction hold the family first: a legal hold that is placed at this very moment is there before, or finds no family.
create or replace function app.destroy_on_request(p_request uuid) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare q privacy_request;
begin
  select * into q from privacy_request where id = p_request and family_id = any (app.families()) and kind = 'destruction' and state = 'granted' for update;
  if not found or not 'privacy_officer' = any (app.acting_as()) then
    raise exception 'no such request' using errcode = 'insufficient_privilege';
  end if;
  perform 1 from family f where f.id = q.family_id for update;
  if q.whole_file then return app.destroy_family_rows(q.family_id, 'request', app.person()); end if;
  return app.destroy_person_rows(q.family_id, q.about_person_id, app.person());
end $$;

create or replace function app.destroy_after_term(p_family uuid) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not app.is_privacy_officer() or not exists (
    select 1 from retention_proposal r join app.terms_over() t on t.family_id = r.family_id
    where r.family_id = p_family and r.organisation_id = app.organisation()) then
    raise exception 'no such proposal' using errcode = 'insufficient_privilege';
  end if;
  perform 1 from family f where f.id = p_family for update;
  perform app.audit('retention.destroy', 'delete', 'success', app.account(), app.person(), 'staff', 'family', p_family, p_family, 'retention', null, null, 'api');
  return app.destroy_family_rows(p_family, 'retention_over', app.person());
end $$;
