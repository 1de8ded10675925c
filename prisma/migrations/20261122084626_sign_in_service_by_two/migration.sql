-- CreateTable
CREATE TABLE "sign_in_service_proposal" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "sealed_secret" TEXT NOT NULL,
    "new_secret" BOOLEAN NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_by" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "withdrawn_by" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_service_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sign_in_service_proposal_organisation_id_idx" ON "sign_in_service_proposal"("organisation_id");

-- ---------------------------------------------------------------------------------------------------------------------
-- Whoever points an organisation at a sign-in service decides who its employees are. So nobody does that alone: an administrator
-- proposes, somebody else with a say in it confirms, and only that puts the service in force. Turning it off needs nobody else.
-- ---------------------------------------------------------------------------------------------------------------------
alter table sign_in_service_proposal
  add foreign key (organisation_id) references organisation (id),
  add foreign key (proposed_by) references person (id),
  add foreign key (confirmed_by) references person (id),
  add foreign key (withdrawn_by) references person (id),
  add constraint confirmed_by_another check (confirmed_by <> proposed_by),
  add constraint confirmed_whole check ((confirmed_by is null) = (confirmed_at is null)),
  add constraint withdrawn_whole check ((withdrawn_by is null) = (withdrawn_at is null)),
  add constraint one_end check (confirmed_at is null or withdrawn_at is null);
create unique index sign_in_service_proposal_open on sign_in_service_proposal (organisation_id) where confirmed_at is null and withdrawn_at is null;

-- Who may be the second person: an administrator or a privacy officer with an account that was there before the proposal, so that nobody
-- makes one for the occasion.
create function app.second_of_sign_in_service(p_organisation uuid, p_proposed_at timestamptz) returns table (account_id uuid, person_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.person_id from account a
  where a.organisation_id = p_organisation and a.state = 'active' and a.created_at <= p_proposed_at
    and a.duties && array['administrator', 'privacy_officer']::staff_duty[]
    and (app.system() = 'accounts'
         or (p_organisation = app.organisation() and app.duties() && array['administrator', 'privacy_officer']));
$$;
revoke execute on function app.second_of_sign_in_service(uuid, timestamptz) from public;
grant execute on function app.second_of_sign_in_service(uuid, timestamptz) to samenplan_app;

alter table sign_in_service_proposal enable row level security;
alter table sign_in_service_proposal force row level security;
do $$ begin execute format('create policy owner_all on sign_in_service_proposal to %I using (true) with check (true)', current_user); end $$;
grant select, insert on sign_in_service_proposal to samenplan_app;
-- What was proposed never changes: what is confirmed is what was read.
grant update (confirmed_by, confirmed_at, withdrawn_by, withdrawn_at) on sign_in_service_proposal to samenplan_app;

create policy accounts_job on sign_in_service_proposal for select to samenplan_app using ((select app.system()) = 'accounts');
create policy propose on sign_in_service_proposal for insert to samenplan_app with check (
  (select app.system()) = 'accounts' and confirmed_by is null and withdrawn_by is null);
-- Who turns the service off takes what was proposed off the table too. No job confirms.
create policy take_off on sign_in_service_proposal for update to samenplan_app
  using ((select app.system()) = 'accounts' and confirmed_by is null and withdrawn_by is null)
  with check (confirmed_by is null and withdrawn_by is not null);
create policy who_has_a_say on sign_in_service_proposal for select to samenplan_app using (
  organisation_id = (select app.organisation()) and (select app.duties())::text[] && array['administrator', 'privacy_officer']);
create policy second_person on sign_in_service_proposal for update to samenplan_app
  using (organisation_id = (select app.organisation()) and (select app.duties())::text[] && array['administrator', 'privacy_officer']
    and confirmed_by is null and withdrawn_by is null)
  with check (
    (withdrawn_by = (select app.person()) and confirmed_by is null)
    or (confirmed_by = (select app.person()) and confirmed_by <> proposed_by and withdrawn_by is null
      and confirmed_by in (select s.person_id from app.second_of_sign_in_service(organisation_id, proposed_at) s)));

-- The service in force is written by a confirmation alone.
revoke insert, update on identity_provider from samenplan_app;
create function app.put_sign_in_service() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into identity_provider (organisation_id, issuer, client_id, sealed_secret)
  values (new.organisation_id, new.issuer, new.client_id, new.sealed_secret)
  on conflict (organisation_id) do update set issuer = excluded.issuer, client_id = excluded.client_id, sealed_secret = excluded.sealed_secret,
    version = identity_provider.version + 1;
  return null;
end $$;
revoke execute on function app.put_sign_in_service() from public;
create trigger put_in_force after update of confirmed_at on sign_in_service_proposal
  for each row when (old.confirmed_at is null and new.confirmed_at is not null) execute function app.put_sign_in_service();
