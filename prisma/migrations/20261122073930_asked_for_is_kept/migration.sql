-- A file that somebody asked to inspect is not destroyed before they were answered, also when its term is over: destroying it would be the
-- answer. As before otherwise.
create or replace function app.destroy_after_term(p_family uuid) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not app.is_privacy_officer() or not exists (
    select 1 from retention_proposal r join app.terms_over() t on t.family_id = r.family_id
    where r.family_id = p_family and r.organisation_id = app.organisation()) then
    raise exception 'no such proposal' using errcode = 'insufficient_privilege';
  end if;
  perform 1 from family f where f.id = p_family for update;
  if app.is_asked_for(p_family) then raise exception 'the file is asked for' using errcode = 'insufficient_privilege'; end if;
  perform app.audit('retention.destroy', 'delete', 'success', app.account(), app.person(), 'staff', 'family', p_family, p_family, 'retention', null, null, 'api');
  return app.destroy_family_rows(p_family, 'retention_over', app.person());
end $$;

-- Whether somebody waits to inspect this file; for the privacy officer of its organisation, who sees those requests.
create function app.is_asked_for(p_family uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select app.is_privacy_officer() and exists (
    select 1 from privacy_request q join family f on f.id = q.family_id
    where q.family_id = p_family and f.organisation_id = app.organisation() and q.kind = 'inspection'
      and q.state in ('received', 'in_progress', 'granted'));
$$;
revoke execute on function app.is_asked_for(uuid) from public;
grant execute on function app.is_asked_for(uuid) to samenplan_app;
