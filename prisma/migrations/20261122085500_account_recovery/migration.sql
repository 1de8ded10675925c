-- CreateEnum
CREATE TYPE "account_recovery_state" AS ENUM ('asked', 'granted', 'refused', 'withdrawn', 'used', 'expired');

-- AlterEnum
ALTER TYPE "odd_pattern_kind" ADD VALUE 'recovery_used';
ALTER TYPE "odd_pattern_kind" ADD VALUE 'recovery_stopped';

-- CreateTable
CREATE TABLE "account_recovery" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "family_id" UUID,
    "reason" TEXT NOT NULL,
    "new_email" TEXT,
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decided_words" TEXT NOT NULL DEFAULT '',
    "spoke_themselves" BOOLEAN NOT NULL DEFAULT false,
    "owner_reachable" BOOLEAN NOT NULL DEFAULT false,
    "usable_from" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "state" "account_recovery_state" NOT NULL DEFAULT 'asked',

    CONSTRAINT "account_recovery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duty_given" (
    "account_id" UUID NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "duty_given_pkey" PRIMARY KEY ("account_id")
);

-- CreateIndex
CREATE INDEX "account_recovery_person_id_idx" ON "account_recovery"("person_id");

-- CreateIndex
CREATE INDEX "account_recovery_family_id_idx" ON "account_recovery"("family_id");

-- CreateIndex
CREATE INDEX "account_recovery_organisation_id_state_idx" ON "account_recovery"("organisation_id", "state");

-- ---------------------------------------------------------------------------------------------------------------------
-- Nobody becomes somebody else by what one person does. An account that was ever used is moved by its owner, or by two employees: one
-- asks, another grants, its owner hears of both and can stop it for a day.
-- ---------------------------------------------------------------------------------------------------------------------
alter table account_recovery
  add foreign key (organisation_id) references organisation (id),
  add foreign key (person_id) references person (id),
  add foreign key (family_id) references family (id),
  add foreign key (asked_by) references person (id),
  add foreign key (decided_by) references person (id),
  add constraint reason_in_words check (length(trim(reason)) > 0),
  add constraint asked_by_another check (asked_by <> person_id),
  add constraint decided_by_a_third check (decided_by <> asked_by and decided_by <> person_id),
  add constraint decided_whole check ((decided_by is null) = (decided_at is null)),
  add constraint usable_once_granted check ((state in ('granted', 'used')) <= (decided_by is not null and usable_from is not null)),
  add constraint a_day_to_stop_it check (usable_from >= decided_at + interval '24 hours' or (spoke_themselves and usable_from >= decided_at)),
  add constraint ended_whole check ((state in ('used', 'withdrawn')) = (ended_at is not null)),
  add constraint used_in_its_time check (state <> 'used' or (ended_at >= usable_from and ended_at <= expires_at));
create unique index account_recovery_running on account_recovery (account_id) where state in ('asked', 'granted');

do $$
declare t text;
begin
  foreach t in array array['account_recovery', 'duty_given'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to %I using (true) with check (true)', t, current_user);
  end loop;
end $$;
-- Asked, granted, refused and stopped by the functions below alone, which know who acts. Signing in may read what was granted and use it
-- up, in its time; it cannot ask or grant.
grant select on account_recovery to samenplan_app;
grant update (state, ended_at) on account_recovery to samenplan_app;
create policy accounts_job on account_recovery for select to samenplan_app using ((select app.system()) = 'accounts');
create policy use_up on account_recovery for update to samenplan_app
  using ((select app.system()) = 'accounts' and state = 'granted' and usable_from <= app.now() and expires_at > app.now())
  with check (state = 'used' and ended_at = app.now());

-- Whether somebody could have signed in to it before. A family member's account is made by using a card.
create function app.account_was_used(p_account uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from account a join person p on p.id = a.person_id where a.id = p_account and (
    not p.staff or a.password_hash is not null
    or exists (select 1 from session s where s.account_id = a.id) or exists (select 1 from passkey k where k.account_id = a.id)
    or exists (select 1 from authenticator_app k where k.account_id = a.id) or exists (select 1 from foreign_identity k where k.account_id = a.id)));
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- The account itself. Whatever the API has in mind: an account keeps its owner, and where its codes go follows a code that its owner
-- typed a moment ago, or a recovery that was used in this transaction.
-- ---------------------------------------------------------------------------------------------------------------------
create function app.may_move_account(p_account uuid, p_email text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select not app.account_was_used(p_account) or (app.system() = 'accounts' and (
    exists (select 1 from sign_in_attempt t where t.account_id = p_account and t.kind::text = 'new_email' and t.content->>'email' = p_email
      and t.used_at > clock_timestamp() - interval '1 minute')
    or exists (select 1 from account_recovery r where r.account_id = p_account and r.state = 'used' and r.ended_at = app.now() and r.new_email = p_email)));
$$;
create function app.guard_account() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user <> 'samenplan_app' then return coalesce(new, old); end if;
  if tg_op = 'DELETE' then
    if app.account_was_used(old.id) then raise exception 'an account that was used stays' using errcode = 'insufficient_privilege'; end if;
    return old;
  end if;
  if new.id <> old.id or new.person_id <> old.person_id or new.organisation_id <> old.organisation_id then
    raise exception 'an account keeps its owner' using errcode = 'insufficient_privilege';
  end if;
  if new.email is distinct from old.email and not app.may_move_account(old.id, new.email) then
    raise exception 'an account that was used is moved by its owner, or by two employees' using errcode = 'insufficient_privilege';
  end if;
  if (new.password_hash, new.password_at) is distinct from (old.password_hash, old.password_at)
     and app.system() <> 'accounts' and app.account() is distinct from old.id then
    raise exception 'a password is chosen by its owner' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger guard before update or delete on account for each row execute function app.guard_account();

-- Who was given a task by an administrator is no second person for a week: otherwise one makes a second person for the occasion.
create function app.keep_duty_given() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into duty_given (account_id, given_at) values (new.id, app.now()) on conflict (account_id) do update set given_at = excluded.given_at;
  return null;
end $$;
create trigger duty_given after insert on account for each row when (current_user = 'samenplan_app' and cardinality(new.duties) > 0)
  execute function app.keep_duty_given();
create trigger duty_given_later after update of duties, team_id on account for each row
  when (current_user = 'samenplan_app' and (new.duties is distinct from old.duties or new.team_id is distinct from old.team_id))
  execute function app.keep_duty_given();

-- ---------------------------------------------------------------------------------------------------------------------
-- Who decides. For a family: the lead of its team; the privacy officer when there is no such lead. For an employee: another administrator
-- or the privacy officer. Never whoever asked or owns it, never somebody of the family, never somebody with both offices.
-- ---------------------------------------------------------------------------------------------------------------------
create function app.deciders_of_recovery(p_id uuid) returns table (account_id uuid, person_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  with asked as (select r.*, f.team_id from account_recovery r left join family f on f.id = r.family_id where r.id = p_id),
  others as (
    select a.id, a.person_id, a.duties, a.team_id = asked.team_id and 'team_lead' = any (a.duties) and not 'administrator' = any (a.duties) as leads
    from asked join account a on a.organisation_id = asked.organisation_id and a.state = 'active' and a.person_id not in (asked.asked_by, asked.person_id)
    where not exists (select 1 from duty_given g where g.account_id = a.id and g.given_at > asked.asked_at - interval '7 days')
      and not exists (select 1 from involvement i where i.family_id = asked.family_id and i.person_id = a.person_id)
      and not a.duties @> array['administrator', 'privacy_officer']::staff_duty[])
  select o.id, o.person_id from others o, asked
  where case when asked.family_id is null then o.duties && array['administrator', 'privacy_officer']::staff_duty[]
    else o.leads or ('privacy_officer' = any (o.duties) and not exists (select 1 from others lead where lead.leads)) end;
$$;

-- Whether a word can still reach the owner: an address, or a device that is signed in.
create function app.reaches_owner(p_account uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from account a where a.id = p_account and a.email is not null)
    or exists (select 1 from session s where s.account_id = p_account and s.ended_at is null and s.expires_at > clock_timestamp()
      and s.last_seen_at > clock_timestamp() - s.idle_minutes * interval '1 minute');
$$;

create function app.start_recovery(p_id uuid, p_account uuid, p_family uuid, p_reason text, p_email text) returns text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare a account;
begin
  select * into a from account where id = p_account for update;
  if a.person_id = app.person() then return 'own'; end if;
  if a.state <> 'active' then return 'off'; end if;
  if not app.account_was_used(a.id) then return 'not-needed'; end if;
  update account_recovery set state = 'expired' where account_id = a.id and state in ('asked', 'granted') and expires_at <= app.now();
  if exists (select 1 from account_recovery r where r.account_id = a.id and r.state in ('asked', 'granted')) then return 'running'; end if;
  insert into account_recovery (id, organisation_id, account_id, person_id, family_id, reason, new_email, asked_by, asked_at, owner_reachable, expires_at)
  values (p_id, a.organisation_id, a.id, a.person_id, p_family, p_reason, p_email, app.person(), app.now(), app.reaches_owner(a.id),
    app.now() + interval '14 days');
  return 'asked';
end $$;

-- By the coordinator, for somebody who takes part in this family.
create function app.ask_recovery(p_id uuid, p_family uuid, p_person uuid, p_reason text, p_email text) returns text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare of_person uuid;
begin
  if not ('coordinator' = any (app.acting_as()) and p_family = any (app.families())) then
    raise exception 'the coordinator asks' using errcode = 'insufficient_privilege';
  end if;
  if not exists (select 1 from involvement i join person p on p.id = i.person_id and not p.staff
    where i.family_id = p_family and i.person_id = p_person and i.ended_at is null) then return 'unknown'; end if;
  select a.id into of_person from account a where a.person_id = p_person
    and exists (select 1 from involvement i where i.family_id = p_family and i.person_id = p_person and i.ended_at is null and i.accepted_at is not null);
  if of_person is null then return 'not-needed'; end if;
  return app.start_recovery(p_id, of_person, p_family, p_reason, p_email);
end $$;

-- By an administrator, for a colleague.
create function app.ask_employee_recovery(p_id uuid, p_account uuid, p_reason text, p_email text) returns text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not 'administrator' = any (app.duties()) then raise exception 'an administrator asks' using errcode = 'insufficient_privilege'; end if;
  if not exists (select 1 from account a join person p on p.id = a.person_id and p.staff where a.id = p_account and a.organisation_id = app.organisation())
  then return 'unknown'; end if;
  return app.start_recovery(p_id, p_account, null, p_reason, p_email);
end $$;

create function app.decide_recovery(p_id uuid, p_grant boolean, p_words text, p_spoke boolean) returns text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare r account_recovery;
begin
  select * into r from account_recovery x where x.id = p_id and x.organisation_id = app.organisation() for update;
  if not found then return 'unknown'; end if;
  if app.person() in (r.asked_by, r.person_id) then return 'own'; end if;
  if not exists (select 1 from app.deciders_of_recovery(p_id) d where d.account_id = app.account()) then return 'unknown'; end if;
  if r.state <> 'asked' or r.expires_at <= app.now() then return 'decided'; end if;
  update account_recovery x set state = (case when p_grant then 'granted' else 'refused' end)::account_recovery_state,
    decided_by = app.person(), decided_at = app.now(), decided_words = p_words, spoke_themselves = p_grant and p_spoke,
    owner_reachable = app.reaches_owner(r.account_id),
    usable_from = case when p_grant then app.now() + case when p_spoke then interval '0' else interval '24 hours' end end,
    expires_at = case when p_grant then app.now() + interval '15 days' else x.expires_at end
  where x.id = p_id;
  -- The frame knows no family here; the family reads of it.
  if r.family_id is not null then
    perform app.audit(case when p_grant then 'recoveries.grant' else 'recoveries.refuse' end, (case when p_grant then 'update' else 'delete' end)::audit_action, 'success', app.account(), app.person(),
      case when 'team_lead' = any (app.duties()) then 'team_lead' else 'privacy_officer' end, 'account_recovery', p_id, r.family_id, 'relation', null, null, 'api');
    perform pg_notify('family_changed', r.family_id::text);
  end if;
  return case when p_grant then 'granted' else 'refused' end;
end $$;

-- The owner says that it is not them. Nobody else can, and nothing of it works any more.
create function app.stop_my_recovery(p_id uuid) returns text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare r account_recovery;
begin
  select * into r from account_recovery x where x.id = p_id and x.person_id = app.person() for update;
  if not found then return 'unknown'; end if;
  if r.state not in ('asked', 'granted') or r.expires_at <= app.now() then return 'over'; end if;
  update account_recovery x set state = 'withdrawn', ended_at = app.now() where x.id = p_id;
  update invitation v set state = 'withdrawn', answered_at = app.now() where v.family_id = r.family_id and v.person_id = r.person_id and v.state = 'sent';
  if r.family_id is not null then perform pg_notify('family_changed', r.family_id::text); end if;
  return 'stopped';
end $$;

-- What runs for me.
create function app.my_recoveries() returns table (id uuid, state account_recovery_state, asked_by_name text, asked_at timestamptz, usable_from timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.state, trim(p.given_name || ' ' || p.family_name), r.asked_at, r.usable_from
  from account_recovery r join person p on p.id = r.asked_by
  where r.person_id = app.person() and r.state in ('asked', 'granted') and r.expires_at > app.now() order by r.asked_at;
$$;

create view app.recovery_in_words as
  select r.*, trim(o.given_name || ' ' || o.family_name) as owner_name, f.name as family_name, trim(q.given_name || ' ' || q.family_name) as asked_by_name,
    trim(d.given_name || ' ' || d.family_name) as decided_by_name,
    case when r.state in ('asked', 'granted') and r.expires_at <= app.now() then 'expired' else r.state end as state_now
  from account_recovery r join person o on o.id = r.person_id join person q on q.id = r.asked_by
    left join person d on d.id = r.decided_by left join family f on f.id = r.family_id;

-- What the coordinator of a family asked, the newest of each person.
create function app.family_recoveries(p_family uuid) returns table (id uuid, person_id uuid, reason text, new_email text, asked_by_name text,
  asked_at timestamptz, decided_by_name text, decided_at timestamptz, decided_words text, usable_from timestamptz, expires_at timestamptz, state account_recovery_state)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct on (r.person_id) r.id, r.person_id, r.reason, r.new_email, r.asked_by_name, r.asked_at, r.decided_by_name, r.decided_at, r.decided_words,
    r.usable_from, r.expires_at, r.state_now
  from app.recovery_in_words r
  where r.family_id = p_family and p_family = any (app.families()) and 'coordinator' = any (app.acting_as())
  order by r.person_id, r.asked_at desc;
$$;

-- What waits for whoever asks, what they asked or decided; the privacy officer sees all of it.
create function app.recoveries() returns table (id uuid, owner_name text, family_name text, reason text, new_email text, asked_by_name text,
  asked_at timestamptz, decided_by_name text, decided_at timestamptz, decided_words text, spoke_themselves boolean, owner_reachable boolean,
  usable_from timestamptz, expires_at timestamptz, ended_at timestamptz, state account_recovery_state, may_decide boolean, account_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.owner_name, r.family_name, r.reason, r.new_email, r.asked_by_name, r.asked_at, r.decided_by_name, r.decided_at, r.decided_words,
    r.spoke_themselves, r.owner_reachable, r.usable_from, r.expires_at, r.ended_at, r.state_now, r.state_now = 'asked' and d.account_id is not null,
    case when r.family_id is null then r.account_id end
  from app.recovery_in_words r left join lateral (select x.account_id from app.deciders_of_recovery(r.id) x where x.account_id = app.account()) d on true
  where r.organisation_id = app.organisation() and app.duties() && array['team_lead', 'administrator', 'privacy_officer']
    and (r.state_now in ('asked', 'granted') or r.asked_at > app.now() - interval '90 days')
    and r.person_id <> app.person()
    and (d.account_id is not null or r.decided_by = app.person() or r.asked_by = app.person() or 'privacy_officer' = any (app.duties())
      or ('administrator' = any (app.duties()) and r.family_id is null))
  order by r.state_now <> 'asked', r.asked_at desc limit 200;
$$;

-- Whether a card may be made now for somebody whose account was used.
create function app.recovery_stands(p_family uuid, p_person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from account_recovery r where r.family_id = p_family and r.person_id = p_person and p_family = any (app.families())
    and r.state = 'granted' and r.usable_from <= app.now() and r.expires_at > app.now());
$$;

-- Who hears of it: the owner at the address that the account itself knows; who may decide; the privacy officers when the owner stopped it.
create function app.ears_of_recovery(p_id uuid, p_who text) returns table (account_id uuid, person_id uuid, email text, given_name text, language language,
  organisation text)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, p.id, a.email, p.given_name, p.language, o.name
  from account_recovery r join account a on a.organisation_id = r.organisation_id and a.state = 'active' and a.email is not null
  join person p on p.id = a.person_id join organisation o on o.id = r.organisation_id
  where r.id = p_id and case p_who
    when 'owner' then a.id = r.account_id and app.person() in (r.asked_by, r.decided_by)
    when 'deciders' then app.person() = r.asked_by and a.id in (select d.account_id from app.deciders_of_recovery(p_id) d)
    when 'officers' then app.person() = r.person_id and 'privacy_officer' = any (a.duties) and a.id <> r.account_id
    else false end;
$$;

-- For an employee: the link that leads to choosing anew, made by whoever granted it. A former link stops working.
create function app.keep_recovery_link(p_recovery uuid, p_link uuid, p_secret_hash text, p_hours integer) returns text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare r account_recovery; here account;
begin
  select * into r from account_recovery x where x.id = p_recovery and x.decided_by = app.person() and x.decided_at = app.now()
    and x.state = 'granted' and x.family_id is null;
  if not found then raise exception 'whoever grants it now' using errcode = 'insufficient_privilege'; end if;
  update sign_in_attempt t set used_at = clock_timestamp()
    where t.account_id = r.account_id and t.kind in ('staff_invitation', 'password_reset') and t.used_at is null;
  insert into sign_in_attempt (id, account_id, kind, content, created_at, expires_at)
  values (p_link, r.account_id, 'staff_invitation', jsonb_build_object('secretHash', p_secret_hash, 'recoveryId', r.id), clock_timestamp(),
    clock_timestamp() + (r.usable_from - app.now()) + p_hours * interval '1 hour');
  select * into here from account a where a.id = r.account_id;
  return coalesce(r.new_email, here.email);
end $$;

-- The privacy officer finds each one that was used or stopped among what stands out, at once.
create function app.tell_of_recovery() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into odd_pattern (id, organisation_id, week_of, kind, person_id, family_id, times)
  values (app.uuid7(), new.organisation_id, date_trunc('week', app.now() at time zone 'Europe/Amsterdam')::date,
    (case new.state when 'used' then 'recovery_used' else 'recovery_stopped' end)::odd_pattern_kind, new.asked_by, new.family_id, 1)
  on conflict (organisation_id, week_of, kind, person_id, family_id) do update
    set times = odd_pattern.times + 1, seen_at = null, seen_by = null;
  return null;
end $$;
create trigger tell after update of state on account_recovery for each row
  when (old.state <> new.state and new.state in ('used', 'withdrawn')) execute function app.tell_of_recovery();

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace s on s.oid = p.pronamespace
           where s.nspname = 'app' and p.proname in ('account_was_used', 'may_move_account', 'guard_account', 'keep_duty_given', 'deciders_of_recovery',
             'reaches_owner', 'start_recovery', 'ask_recovery', 'ask_employee_recovery', 'decide_recovery', 'stop_my_recovery', 'my_recoveries',
             'family_recoveries', 'recoveries', 'recovery_stands', 'ears_of_recovery', 'keep_recovery_link', 'tell_of_recovery') loop
    execute format('revoke execute on function %s from public, samenplan_app', f);
    if f::text !~ 'deciders_of_recovery|reaches_owner|start_recovery|keep_duty_given|tell_of_recovery' then
      execute format('grant execute on function %s to samenplan_app', f);
    end if;
  end loop;
end $$;
