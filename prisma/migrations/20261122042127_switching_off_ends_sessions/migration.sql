-- An account that is switched off loses its sessions: switched on again, nobody goes on with a token from before.
create function app.end_sessions() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update session set ended_at = clock_timestamp() where account_id = new.id and ended_at is null;
  return null;
end $$;
revoke execute on function app.end_sessions() from public;
create trigger account_off_ends_sessions after update of state on account
  for each row when (new.state = 'disabled') execute function app.end_sessions();
