-- ---------------------------------------------------------------------------------------------------------------------
-- What proves who somebody is, as far as it is kept. The API's role cannot select the hash of a password, of the code on an invitation card
-- or of the token of a session: functions answer the two questions there are, and only to the job that signs people in. Keys of
-- authenticator apps, recovery codes, challenges, mailed codes, passkeys, identities elsewhere and the sealed secret of a sign-in service
-- have rows that only that job sees; their owner sees them through it.
-- ---------------------------------------------------------------------------------------------------------------------
do $$
declare r record;
begin
  for r in select c.table_name as name, string_agg(quote_ident(c.column_name), ', ' order by c.ordinal_position) as columns
           from information_schema.columns c
           where c.table_schema = 'public' and c.table_name in ('account', 'session', 'invitation')
             and c.column_name not in ('password_hash', 'token_hash', 'former_token_hash', 'code_hash')
           group by c.table_name loop
    execute format('revoke select on %I from samenplan_app', r.name);
    execute format('grant select (%s) on %I to samenplan_app', r.columns, r.name);
  end loop;
end $$;

create function app.password_of(p_account uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select a.password_hash from account a where a.id = p_account and a.state = 'active' and app.system() = 'accounts';
$$;

create function app.invitation_of_code(p_hash text) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select v.id from invitation v where v.code_hash = p_hash and app.system() = 'accounts';
$$;

-- `newest`: not one that was replaced already.
create function app.session_of_token(p_hash text) returns table (id uuid, newest boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.token_hash = p_hash from session s
  where (s.token_hash = p_hash or s.former_token_hash = p_hash) and app.system() = 'accounts' limit 1;
$$;
-- Replaces a token by the next one. When somebody else was a moment earlier this changes nothing.
create function app.replace_token(p_session uuid, p_hash text, p_next text, p_at timestamptz) returns void
language sql security definer set search_path = public, pg_temp as $$
  update session set token_hash = p_next, former_token_hash = p_hash, rotated_at = p_at
  where id = p_session and token_hash = p_hash and app.system() = 'accounts';
$$;
revoke update on session from samenplan_app;
grant update (ended_at, last_seen_at, proved_again_at) on session to samenplan_app;

-- Whether somebody of the family that was entered has an account, and whether it is on; nothing else of it.
create function app.account_state_of(p_person uuid) returns account_state
language sql stable security definer set search_path = public, pg_temp as $$
  select a.state from account a
  where a.person_id = p_person and app.scope() = 'core'
    and exists (select 1 from involvement i where i.person_id = p_person and i.family_id = any (app.families()));
$$;

revoke execute on function app.password_of(uuid), app.invitation_of_code(text), app.session_of_token(text),
  app.replace_token(uuid, text, text, timestamptz), app.account_state_of(uuid) from public;
grant execute on function app.password_of(uuid), app.invitation_of_code(text), app.session_of_token(text),
  app.replace_token(uuid, text, text, timestamptz), app.account_state_of(uuid) to samenplan_app;

-- Accounts of colleagues, for employees. Nobody who works elsewhere, and nobody at all the address of a family.
alter policy own on account using (
  id = (select app.account())
  or (organisation_id = (select app.organisation()) and (select app.side()) = 'professional'
      and cardinality((select app.duties())::text[]) > 0 and cardinality(duties) > 0));
alter policy administrator on account using (
  organisation_id = (select app.organisation()) and 'administrator' = any ((select app.duties())::text[]) and cardinality(duties) > 0);

drop policy own on passkey;
drop policy own on authenticator_app;
drop policy own on recovery_code;
drop policy own on foreign_identity;
drop policy own on sign_in_attempt;
drop policy administrator on identity_provider;
