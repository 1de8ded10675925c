-- As before, and whatever completes the entry of its request may name another source (an export): the request has one entry.
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
  if p_request is null then
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
  perform set_config('app.entry', case when p_source = 'api' and p_request is not null then entry::text else '' end, true),
    set_config('app.logged', coalesce(p_request, ''), true);
end $$;
