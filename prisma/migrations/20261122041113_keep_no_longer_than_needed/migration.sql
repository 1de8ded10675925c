-- The team lead of a late evaluation is found by team, a scientist's own cases by scientist.
-- CreateIndex
CREATE INDEX "account_team_id_idx" ON "account"("team_id");

-- CreateIndex
CREATE INDEX "review_scientist_id_idx" ON "review"("scientist_id");

-- Codes to sign in and on cards travel in the words of a mail: what a mail server took or will never take loses its words here.
grant update (text) on mail to samenplan_app;

-- What serves for a day at most is removed by a job of its own, which reaches nothing else.
create policy cleaning_job on idempotency_key to samenplan_app using ((select app.system()) = 'cleaning');
create policy cleaning_job on sign_in_code to samenplan_app using ((select app.system()) = 'cleaning');
create policy cleaning_job on guess_limit to samenplan_app using ((select app.system()) = 'cleaning');

-- As before, and each family whose reminders changed has its own line in the log.
create or replace function app.refresh_reminders() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare e record; before text; after text;
begin
  if app.system() <> 'reminders' then raise exception 'only the reminders do this' using errcode = 'insufficient_privilege'; end if;
  for e in select id, family_id from evaluation where state = 'planned' and due_on between app.today() - 8 and app.today() + 8 loop
    select string_agg(r.id || coalesce(r.stopped_at::text, ''), ',' order by r.id) into before
      from reminder r where r.kind = 'evaluation' and r.about_id = e.id;
    perform app.plan_reminders(e.id);
    select string_agg(r.id || coalesce(r.stopped_at::text, ''), ',' order by r.id) into after
      from reminder r where r.kind = 'evaluation' and r.about_id = e.id;
    if after is distinct from before then
      perform app.audit('reminder.plan', 'execute', 'success', null, null, 'system', 'reminder', e.id, e.family_id, 'job', null, null, 'reminders');
    end if;
  end loop;
end $$;
