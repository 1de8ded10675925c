-- AlterEnum
ALTER TYPE "sign_in_attempt_kind" ADD VALUE 'new_email';

-- Signing in and inviting employees happens before anybody is an actor: the accounts job names the team, and cleans up what was begun.
create policy accounts_job on team for select to samenplan_app using ((select app.system()) = 'accounts');
create policy cleaning_job on sign_in_attempt to samenplan_app using ((select app.system()) = 'cleaning');
create unique index recovery_code_once on recovery_code (account_id, code_hash);
alter table authenticator_app add constraint authenticator_step_grows check (last_step >= 0);
