-- How often whoever acts looked for a family in the past hour, this time included: one entry per call carries the request.
create or replace function app.emergency_searches() returns int language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::int from audit_entry e where e.person_id = app.person() and e.at > app.now() - interval '1 hour'
    and e.object = 'emergency_search' and e.request_id is not null and e.outcome = 'success';
$$;
