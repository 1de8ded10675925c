-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "given_up_at" TIMESTAMPTZ(3),
ADD COLUMN     "next_try_at" TIMESTAMPTZ(3);

grant update (next_try_at, given_up_at) on mail to samenplan_app;
-- The queue is looked at every minute, whatever the number of families and of mails sent long ago.
create index mail_unsent on mail (created_at) where sent_at is null and given_up_at is null;
create index reminder_waiting on reminder (send_at) where sent_at is null and stopped_at is null;
create index evaluation_planned on evaluation (due_on) where state = 'planned';

-- ---------------------------------------------------------------------------------------------------------------------
-- Before the talk each person scores on their own: a family member reads another's score of a goal after giving their own
-- score of it, or once the talk was held. How somebody found the cooperation is shown to other family members at the talk only.
-- ---------------------------------------------------------------------------------------------------------------------
create function app.talk_held(p_evaluation uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from evaluation e where e.id = p_evaluation and e.state = 'held');
$$;
create function app.may_compare_scores(p_evaluation uuid, p_goal uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from evaluation e where e.id = p_evaluation and e.state = 'held')
      or exists (select 1 from evaluation_score s
                 where s.evaluation_id = p_evaluation and s.goal_id = p_goal and s.person_id = app.person());
$$;
drop policy core on evaluation_score;
create policy core on evaluation_score to samenplan_app using (
  family_id = any ((select app.families())::uuid[]) and (select app.scope()) = 'core'
  and case when (select app.side()) <> 'family' then true
           when person_id = (select app.person()) then true
           else app.may_compare_scores(evaluation_id, goal_id) end)
  with check (
  family_id = any ((select app.families())::uuid[]) and (select app.scope()) = 'core'
  and ((select app.side()) <> 'family' or person_id = (select app.person())));
drop policy core on cooperation_answer;
create policy core on cooperation_answer to samenplan_app using (
  family_id = any ((select app.families())::uuid[]) and (select app.scope()) = 'core'
  and case when (select app.side()) <> 'family' then true
           when person_id = (select app.person()) then true
           else app.talk_held(evaluation_id) end)
  with check (
  family_id = any ((select app.families())::uuid[]) and (select app.scope()) = 'core'
  and ((select app.side()) <> 'family' or person_id = (select app.person())));

-- A changed score keeps the former one, like every text; only professionals read those rows back.
create function app.keep_former_score() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' or to_jsonb(old) is distinct from to_jsonb(new) then
    insert into former_text (id, family_id, object, object_id, version, row, changed_by, changed_at)
    values (app.uuid7(), old.family_id, tg_table_name, old.evaluation_id, coalesce((to_jsonb(old)->>'version')::int, 1), to_jsonb(old),
            app.person(), app.now());
  end if;
  return coalesce(new, old);
end $$;
create trigger evaluation_score_former before update or delete on evaluation_score for each row execute function app.keep_former_score();
create trigger cooperation_answer_former before update or delete on cooperation_answer for each row execute function app.keep_former_score();
create policy scores_of_others on former_text as restrictive for select to samenplan_app using (
  object not in ('evaluation_score', 'cooperation_answer') or (select app.side()) <> 'family' or row->>'person_id' = (select app.person())::text);

-- ---------------------------------------------------------------------------------------------------------------------
-- Reminders (R7). Nine in the morning in the Netherlands, whatever the clock there does that night.
-- ---------------------------------------------------------------------------------------------------------------------
create function app.nine_in_amsterdam(p_day date) returns timestamptz language sql immutable parallel safe
  return (p_day + time '09:00') at time zone 'Europe/Amsterdam';

-- Who prepares an evaluation: family members who can sign in and score, and the coordinator.
create function app.people_of_evaluation(p_family uuid) returns table (person_id uuid, acts text)
language sql stable security definer set search_path = public, pg_temp as $$
  select i.person_id, case when i.relation = 'coordinator' then 'coordinator' else 'scorer' end
  from involvement i join account a on a.person_id = i.person_id and a.state = 'active'
  where i.family_id = p_family and i.ended_at is null
    and app.relations(i.person_id, p_family, a.duties, a.team_id, app.today())
        && array['coordinator', 'parent_with_authority', 'young_person', 'young_person_16'];
$$;

-- Whether somebody has scored every goal that is worked on.
create function app.scored_all(p_evaluation uuid, p_person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (
    select 1 from evaluation e join goal g on g.plan_id = e.plan_id and g.state in ('agreed', 'active', 'adjusted')
    where e.id = p_evaluation
      and not exists (select 1 from evaluation_score s where s.evaluation_id = e.id and s.goal_id = g.id and s.person_id = p_person))
    and exists (select 1 from evaluation_score s where s.evaluation_id = p_evaluation and s.person_id = p_person);
$$;

-- The rungs of the ladder of a planned evaluation, for whoever must act now: before, on and after the day; then the team lead.
create function app.reminders_wanted(p_evaluation uuid) returns table (person_id uuid, rung reminder_rung, send_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  with e as (select * from evaluation where id = p_evaluation and state = 'planned'),
    people as (select p.person_id, p.acts, app.scored_all(e.id, p.person_id) as ready from e, app.people_of_evaluation(e.family_id) p)
  -- Planned within the week: the first word goes out at once.
  select p.person_id, 'before'::reminder_rung, greatest(app.nine_in_amsterdam(e.due_on - 7), app.now()) from e, people p
    where e.due_on > app.today() and not p.ready
  union all
  select p.person_id, 'on_day', app.nine_in_amsterdam(e.due_on) from e, people p
  union all
  select p.person_id, 'after', app.nine_in_amsterdam(e.due_on + 3) from e, people p where p.acts = 'coordinator' or not p.ready
  union all
  select a.person_id, 'team_lead', app.nine_in_amsterdam(e.due_on + 7)
    from e join family f on f.id = e.family_id join account a on a.team_id = f.team_id
    where a.state = 'active' and 'team_lead' = any (a.duties);
$$;

-- Makes the reminders of an evaluation and stops those of an earlier day, of somebody who need not act any more, or of a talk
-- that was held. Running it again changes nothing.
create function app.plan_reminders(p_evaluation uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare family uuid; due date;
begin
  select e.family_id, e.due_on into family, due from evaluation e where e.id = p_evaluation;
  if not ((family = any (app.families()) and app.scope() = 'core') or app.system() = 'reminders') then
    raise exception 'reminders are planned from within the family' using errcode = 'insufficient_privilege';
  end if;
  update reminder r set stopped_at = app.now()
    where r.kind = 'evaluation' and r.about_id = p_evaluation and r.sent_at is null and r.stopped_at is null
      and (r.due_on <> due or not exists (
        select 1 from app.reminders_wanted(p_evaluation) w where w.person_id = r.person_id and w.rung = r.rung));
  -- Moved back to a day it was planned on before: what was already sent for that day is not sent again.
  insert into reminder (id, family_id, kind, about_id, person_id, rung, due_on, send_at, created_at)
    select app.uuid7(), family, 'evaluation', p_evaluation, w.person_id, w.rung, due, w.send_at, app.now()
    from app.reminders_wanted(p_evaluation) w
  on conflict (kind, about_id, person_id, rung, due_on) do update set stopped_at = null, send_at = excluded.send_at
    where reminder.sent_at is null and reminder.stopped_at is not null;
end $$;

-- Somebody who got a way to sign in after the day was set is reminded too: looked at every hour, for evaluations near their day.
create function app.refresh_reminders() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare e uuid;
begin
  if app.system() <> 'reminders' then raise exception 'only the reminders do this' using errcode = 'insufficient_privilege'; end if;
  for e in select id from evaluation where state = 'planned' and due_on between app.today() - 8 and app.today() + 8 loop
    perform app.plan_reminders(e);
  end loop;
end $$;

-- Whether a mail may still go out: its reader's account lives and, for mail about a family, the reader still has to do with it.
create function app.may_still_be_mailed(p_person uuid, p_account uuid, p_family uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select (p_account is null or exists (select 1 from account a where a.id = p_account and a.state = 'active'))
    and (p_family is null
      or exists (select 1 from involvement i where i.family_id = p_family and i.person_id = p_person and i.ended_at is null)
      or exists (select 1 from account a where a.person_id = p_person and a.state = 'active'
                 and cardinality(app.relations(p_person, p_family, a.duties, a.team_id, app.today())) > 0));
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- After the answer to an advice the scientist keeps what was reviewed: the question, the plan as it was read, advice and answer.
-- ---------------------------------------------------------------------------------------------------------------------
create function app.reviewed(p_review uuid) returns table (
  id uuid, family_id uuid, family_name text, asked_by_name text, question text, urgent boolean, state review_state, asked_at timestamptz,
  advice text, advised_at timestamptz, answer review_answer, because text, heard_family_on date, answered_at timestamptz, content jsonb)
language sql volatile security definer set search_path = public, pg_temp as $$
  select app.audit('reviews.read', 'read', 'success', app.account(), app.person(), 'scientist', 'review', v.id, v.family_id, 'review', null, null, 'api')
    from review v where v.id = p_review and v.scientist_id = app.person() and 'scientist' = any (app.duties());
  select v.id, v.family_id, f.name, trim(n.given_name || ' ' || n.family_name), v.question, v.urgent, v.state, v.asked_at,
    v.advice, v.advised_at, v.answer, v.because, v.heard_family_on, v.answered_at, v.content
  from review v join family f on f.id = v.family_id join person n on n.id = v.asked_by
  where v.id = p_review and v.scientist_id = app.person() and 'scientist' = any (app.duties());
$$;
