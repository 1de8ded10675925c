-- Beside what app.text_kept_from_me knows: notes among professionals are not the family's to know of, and what one person asks about
-- their own data, and gets, is read in the log by that person alone.
drop function app.log_hides(text, uuid, uuid);
drop function app.log_name(text);
create function app.log_hides(p_object text, p_id uuid, p_by uuid, p_recipient text) returns boolean
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
    else false end;
$$;
revoke execute on function app.log_hides(text, uuid, uuid, text) from public;
grant execute on function app.log_hides(text, uuid, uuid, text) to samenplan_app;
