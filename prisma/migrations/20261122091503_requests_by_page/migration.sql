-- The privacy officer's list comes in pages: what is to be done first, by its deadline; then what ended in the last year. `p_after` is the
-- last line of the page before.
drop function app.privacy_requests();
create function app.privacy_requests(p_after uuid, p_limit int) returns table (
  id uuid, family_id uuid, family_name text, kind privacy_request_kind, state privacy_request_state, asker_name text, about_name text,
  recorded boolean, received_at timestamptz, due_on date, extended boolean, partly boolean, on_hold boolean, version int, place bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  with listed as (
    select q.*, f.name as family_name, q.state not in ('received', 'in_progress', 'granted') as ended
    from privacy_request q join family f on f.id = q.family_id
    where app.is_privacy_officer() and f.organisation_id = app.organisation()
      and (q.state in ('received', 'in_progress', 'granted') or q.received_at > app.now() - interval '1 year')),
  paged as (
    select l.* from listed l left join listed last on last.id = p_after
    where p_after is null or (l.ended, l.due_on, l.received_at, l.id) > (last.ended, last.due_on, last.received_at, last.id)
    order by l.ended, l.due_on, l.received_at, l.id limit least(p_limit, 201))
  select q.id, q.family_id, q.family_name, q.kind, q.state, trim(a.given_name || ' ' || a.family_name), trim(b.given_name || ' ' || b.family_name),
    q.recorded_by <> q.person_id, q.received_at, q.due_on, q.extended_because <> '', q.partly,
    exists (select 1 from legal_hold h where h.family_id = q.family_id and h.ended_at is null), q.version,
    row_number() over (order by q.ended, q.due_on, q.received_at, q.id)
  from paged q join person a on a.id = q.person_id join person b on b.id = q.about_person_id;
$$;
revoke execute on function app.privacy_requests(uuid, int) from public;
grant execute on function app.privacy_requests(uuid, int) to samenplan_app;
