-- AlterTable
ALTER TABLE "review" ADD COLUMN     "first_advised_at" TIMESTAMPTZ(3),
ADD COLUMN     "looked_at" TIMESTAMPTZ(3);

-- ---------------------------------------------------------------------------------------------------------------------
-- By hand.
-- ---------------------------------------------------------------------------------------------------------------------
update review set first_advised_at = advised_at, looked_at = advised_at where advised_at is not null;
-- One piece of advice per step and review.
create unique index review_advice_one_per_step on review_advice (review_id, step);
alter table review_advice add constraint review_advice_not_followed_because check (answer is distinct from 'not_followed' or because <> '');

-- Whoever works with a family, did so during this plan, is about to, or is a relative, does not look at it from outside (R6).
create function app.works_with(p_person uuid, p_family uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from involvement i where i.family_id = p_family and i.person_id = p_person and i.ended_at is null)
    or exists (select 1 from involvement i join plan p on p.family_id = i.family_id and p.state = 'open'
      where i.family_id = p_family and i.person_id = p_person and i.relation = 'coordinator' and i.ended_at >= p.opened_on)
    or exists (select 1 from kinship k where k.family_id = p_family and p_person in (k.person_id, k.to_person_id))
    or exists (select 1 from handover h where h.family_id = p_family and h.state in ('asked', 'arranged')
      and p_person in (h.from_person_id, h.to_person_id));
$$;

drop function app.review_queue();
create function app.review_queue() returns table (
  review_id uuid, family_id uuid, family_name text, state review_state, kind review_kind, urgent boolean, urgent_because text,
  asked_at timestamptz, asked_by_name text, scientist_id uuid, mine boolean, own_case boolean, answer review_answer, advised_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select v.id, f.id, f.name, v.state, v.kind, v.urgent, v.urgent_because, v.asked_at, trim(n.given_name || ' ' || n.family_name), v.scientist_id,
    coalesce(v.scientist_id = app.person(), false), app.works_with(app.person(), f.id), v.answer, v.advised_at
  from review v join family f on f.id = v.family_id join person n on n.id = v.asked_by
  where f.organisation_id = app.organisation() and 'scientist' = any (app.duties())
    and (v.state = 'asked' or v.scientist_id = app.person());
$$;

create or replace function app.take_review(p_review uuid) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare family uuid;
begin
  update review v set state = 'taken', scientist_id = app.person(), taken_at = app.now(), version = v.version + 1
  from family f
  where v.id = p_review and v.state = 'asked' and f.id = v.family_id and f.organisation_id = app.organisation()
    and 'scientist' = any (app.duties()) and not app.works_with(app.person(), f.id)
  returning v.family_id into family;
  if family is not null then
    perform app.audit('reviews.take', 'execute', 'success', app.account(), app.person(), 'scientist', 'review', p_review, family,
      'review', null, null, 'api');
    perform pg_notify('family_changed', family::text);
  end if;
  return family;
end $$;

drop function app.reviewed(uuid);
create function app.reviewed(p_review uuid) returns table (
  id uuid, family_id uuid, family_name text, asked_by_name text, kind review_kind, question text, urgent boolean, urgent_because text,
  state review_state, asked_at timestamptz, advice text, advised_at timestamptz, answer review_answer, because text, heard_family_on date,
  answered_at timestamptz, advices jsonb, content jsonb)
language sql volatile security definer set search_path = public, pg_temp as $$
  select app.audit('reviews.read', 'read', 'success', app.account(), app.person(), 'scientist', 'review', v.id, v.family_id, 'review', null, null, 'api')
    from review v where v.id = p_review and v.scientist_id = app.person() and 'scientist' = any (app.duties());
  select v.id, v.family_id, f.name, trim(n.given_name || ' ' || n.family_name), v.kind, v.question, v.urgent, v.urgent_because, v.state, v.asked_at,
    v.advice, v.advised_at, v.answer, v.because, v.heard_family_on, v.answered_at,
    coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'step', a.step, 'text', a.text, 'answer', a.answer, 'because', a.because)
      order by a.step) from review_advice a where a.review_id = v.id), '[]'), v.content
  from review v join family f on f.id = v.family_id join person n on n.id = v.asked_by
  where v.id = p_review and v.scientist_id = app.person() and 'scientist' = any (app.duties());
$$;

-- How long an advice takes, per month in which it was asked: of the organisation for its scientists, of the team for its lead.
create function app.review_figures(p_team boolean) returns table (
  month text, asked int, advised int, urgent int, median_days float, slowest_days float)
language sql stable security definer set search_path = public, pg_temp as $$
  select to_char(v.asked_at at time zone 'Europe/Amsterdam', 'YYYY-MM'), count(*)::int, count(v.first_advised_at)::int,
    count(*) filter (where v.urgent)::int,
    percentile_cont(0.5) within group (order by extract(epoch from v.first_advised_at - v.asked_at) / 86400)
      filter (where v.first_advised_at is not null),
    max(extract(epoch from v.first_advised_at - v.asked_at) / 86400)::float
  from review v join family f on f.id = v.family_id
  where f.organisation_id = app.organisation()
    and (v.state <> 'withdrawn' or v.first_advised_at is not null)
    and v.asked_at >= (date_trunc('month', app.now() at time zone 'Europe/Amsterdam') - interval '11 months') at time zone 'Europe/Amsterdam'
    and case when p_team
      then 'team_lead' = any (app.duties()) and f.team_id = (select a.team_id from account a where a.id = app.account())
      else 'scientist' = any (app.duties()) end
  group by 1 order by 1 desc;
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Another coordinator.
-- ---------------------------------------------------------------------------------------------------------------------
-- Whether somebody may become this family's coordinator: a coordinator of its team, with no other tie to the family, and not who
-- looks at it from outside.
create function app.may_take_over(p_person uuid, p_family uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from family f join account a on a.team_id = f.team_id and a.organisation_id = f.organisation_id
      where f.id = p_family and a.person_id = p_person and a.state = 'active' and 'coordinator' = any (a.duties))
    and not exists (select 1 from involvement i where i.family_id = p_family and i.person_id = p_person
      and (i.relation <> 'coordinator' or i.ended_at is null))
    and not exists (select 1 from kinship k where k.family_id = p_family and p_person in (k.person_id, k.to_person_id))
    and not exists (select 1 from review v where v.family_id = p_family and v.scientist_id = p_person and v.state in ('taken', 'advised'));
$$;

-- The open plan of a family that was entered; also for the team lead, who reads nothing of it.
create function app.open_plan_id(p_family uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from plan p where p.family_id = p_family and p.state = 'open' and p_family = any (app.families());
$$;

create function app.handover_candidates(p_family uuid) returns table (person_id uuid, name text, families int, coming int)
language sql stable security definer set search_path = public, pg_temp as $$
  select n.id, trim(n.given_name || ' ' || n.family_name),
    (select count(*)::int from involvement c join plan p on p.family_id = c.family_id and p.state = 'open'
      where c.person_id = n.id and c.relation = 'coordinator' and c.ended_at is null),
    (select count(*)::int from handover h where h.to_person_id = n.id and h.state = 'arranged' and h.family_id <> p_family)
  from family f join account a on a.team_id = f.team_id and a.state = 'active' and 'coordinator' = any (a.duties)
  join person n on n.id = a.person_id
  where f.id = p_family and p_family = any (app.families()) and app.acting_as() && array['coordinator', 'team_lead']
    and app.may_take_over(n.id, p_family)
  order by 3 + 4, 2;
$$;

-- How each one answered to a handover as it stands, in numbers.
create function app.answers_to_handover(p_handover uuid) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(jsonb_object_agg(l.answer, l.people), '{}') from (
    select o.answer, count(*)::int as people
    from handover h
    join lateral (select distinct on (o.person_id) o.answer from position o
      where o.family_id = h.family_id and o.subject::text = 'handover' and o.subject_id = h.id and o.subject_version = h.version
      order by o.person_id, o.created_at desc, o.id desc) o on true
    where h.id = p_handover group by o.answer) l;
$$;

-- What the new coordinator sees before accepting: whose family, where it stands, dates and counts. No texts of the family.
create function app.my_handovers() returns table (
  id uuid, family_name text, from_name text, arranged_at timestamptz, talk_on date, talk_where text, told_family_on date,
  route route, complex boolean, current_step step_kind, evaluation_on date, help_ends_on date, open_questions int, waiting_answers int,
  open_steps int, review_state review_state, help_waiting int, answers jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.id, f.name, trim(o.given_name || ' ' || o.family_name), h.arranged_at, h.talk_on, h.talk_where, h.told_family_on,
    p.route, p.complex,
    (select s.kind from step s where s.plan_id = p.id and s.state <> 'concluded' order by s.kind limit 1),
    (select min(e.due_on) from evaluation e where e.plan_id = p.id and e.state = 'planned'),
    (select min(x.ends_on) from help x where x.plan_id = p.id and x.state in ('planned', 'waiting', 'running')),
    (select count(*)::int from comment k where k.family_id = f.id and k.kind = 'question' and k.answered_at is null
      and k.audience not in ('family', 'named') and k.written_by <> h.from_person_id),
    (select count(*)::int from plan_version v cross join unnest(v.must_agree) m (person) where v.plan_id = p.id and v.state = 'put'
      and not exists (select 1 from position a where a.family_id = f.id and a.subject = 'plan_version' and a.subject_id = v.id and a.person_id = m.person)),
    (select count(*)::int from action a where a.plan_id = p.id and a.person_id = h.from_person_id and a.state = 'to_do'),
    (select v.state from review v where v.plan_id = p.id and v.state in ('asked', 'taken', 'advised') order by v.asked_at desc limit 1),
    (select count(*)::int from help x where x.plan_id = p.id and x.state = 'waiting'),
    app.answers_to_handover(h.id)
  from handover h join family f on f.id = h.family_id join plan p on p.id = h.plan_id and p.state = 'open'
  join person o on o.id = h.from_person_id
  where h.to_person_id = app.person() and h.state = 'arranged' and 'coordinator' = any (app.duties())
    and f.organisation_id = app.organisation()
  order by h.talk_on, h.id;
$$;

-- What a team lead must see to: requests and handovers that run, and those a colleague did not take.
create function app.team_handovers() returns table (
  id uuid, family_id uuid, family_name text, state handover_state, because text, asked_by_name text, asked_by_family boolean,
  from_name text, to_name text, created_at timestamptz, arranged_at timestamptz, talk_on date, told_family_on date, answer_words text,
  answered_at timestamptz, version int, answers jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.id, f.id, f.name, h.state, h.because, trim(b.given_name || ' ' || b.family_name), not b.staff,
    trim(o.given_name || ' ' || o.family_name), trim(t.given_name || ' ' || t.family_name), h.created_at, h.arranged_at, h.talk_on,
    h.told_family_on, h.answer_words, h.answered_at, h.version, app.answers_to_handover(h.id)
  from handover h join family f on f.id = h.family_id join plan p on p.id = h.plan_id and p.state = 'open'
  join person b on b.id = h.asked_by join person o on o.id = h.from_person_id left join person t on t.id = h.to_person_id
  where f.id = any (app.families()) and (select app.scope()) = 'list' and 'team_lead' = any (app.duties())
    and (h.state in ('asked', 'arranged') or h.state = 'declined' and h.answered_at > app.now() - interval '30 days'
      and not exists (select 1 from handover later where later.family_id = h.family_id and later.created_at >= h.answered_at))
  order by h.state, h.created_at;
$$;

-- The new coordinator takes the family, on or after the day of the talk, or does not, with a reason. In one transaction the one goes
-- out and the other comes in, so that there is exactly one at every moment (R1); what the former one still had to do goes along.
-- A request of the family that was not taken goes on.
create function app.answer_my_handover(p_handover uuid, p_accept boolean, p_words text) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare family uuid; h record; moment timestamptz := app.now();
begin
  if not 'coordinator' = any (app.duties()) then return null; end if;
  select x.family_id into family from handover x where x.id = p_handover and x.to_person_id = app.person();
  if family is null then return null; end if;
  -- The plan first, as every move of a family does.
  perform 1 from plan p where p.family_id = family and p.state = 'open' for update;
  if not found then return null; end if;
  select * into h from handover x where x.id = p_handover and x.to_person_id = app.person() and x.state = 'arranged' for update;
  if not found then return null; end if;
  if p_accept then
    if h.talk_on > app.today() or not app.may_take_over(app.person(), family) then return null; end if;
    update involvement i set ended_at = moment, ended_by = app.person()
    where i.family_id = family and i.relation = 'coordinator' and i.ended_at is null and i.person_id = h.from_person_id;
    if not found then return null; end if;
    insert into involvement (id, family_id, person_id, relation, starts_on, recorded_by, created_at)
    values (app.uuid7(), family, app.person(), 'coordinator', app.today(), app.person(), moment);
    update action a set person_id = app.person(), version = a.version + 1
    where a.family_id = family and a.plan_id = h.plan_id and a.person_id = h.from_person_id and a.state = 'to_do';
  end if;
  update handover x set state = case when p_accept then 'accepted'::handover_state else 'declined' end, answer_words = p_words,
    answered_at = moment, version = x.version + 1
  where x.id = h.id;
  if not p_accept and exists (select 1 from involvement i where i.family_id = family and i.person_id = h.asked_by
      and i.relation in ('parent', 'child') and i.ended_at is null) then
    insert into handover (id, family_id, plan_id, state, from_person_id, because, asked_by, created_at)
    values (app.uuid7(), family, h.plan_id, 'asked', h.from_person_id, h.because, h.asked_by, moment);
  end if;
  perform app.audit(case when p_accept then 'handovers.accept' else 'handovers.decline' end, 'execute', 'success', app.account(), app.person(),
    case when p_accept then 'coordinator' else 'staff' end, 'handover', h.id, family, 'relation', null, null, 'api');
  perform pg_notify('family_changed', family::text);
  return family;
end $$;

-- Who hears of a handover by mail, and as what. Of a family one stands in, or of a handover that was mine to answer.
create function app.ears_of_handover(p_handover uuid) returns table (
  ear text, person_id uuid, account_id uuid, email text, given_name text, language language)
language sql stable security definer set search_path = public, pg_temp as $$
  with h as (select x.*, f.team_id, f.organisation_id from handover x join family f on f.id = x.family_id
    where x.id = p_handover and (x.family_id = any (app.families()) or x.to_person_id = app.person()))
  select distinct on (n.id) e.ear, n.id, a.id, a.email, n.given_name, n.language
  from h
  cross join lateral (
    select 'new' as ear, h.to_person_id as person, 1 as rank
    union all select 'former', h.from_person_id, 2
    union all select 'lead', l.person_id, 3 from account l where l.team_id = h.team_id and l.state = 'active' and 'team_lead' = any (l.duties)
    union all select 'family', i.person_id, 4 from involvement i
      join account fa on fa.person_id = i.person_id and fa.state = 'active'
      where i.family_id = h.family_id and i.relation in ('parent', 'child') and i.ended_at is null
        and app.relations(i.person_id, h.family_id, fa.duties, fa.team_id, app.today())
          && array['parent_with_authority', 'young_person', 'young_person_16']
  ) e
  join person n on n.id = e.person
  join account a on a.person_id = n.id and a.state = 'active' and a.email is not null
  where n.id is distinct from app.person()
  order by n.id, e.rank;
$$;

-- A plan that is closed takes the handover that still ran along.
create function app.end_handover_with_plan() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update handover h set state = 'withdrawn', answered_at = app.now(), version = h.version + 1
  where h.plan_id = new.id and h.state in ('asked', 'arranged');
  return null;
end $$;
create trigger plan_closed_ends_handover after update of state on plan
  for each row when (new.state = 'closed' and old.state <> 'closed') execute function app.end_handover_with_plan();

revoke execute on function app.works_with(uuid, uuid), app.review_queue(), app.reviewed(uuid), app.review_figures(boolean),
  app.may_take_over(uuid, uuid), app.open_plan_id(uuid), app.handover_candidates(uuid), app.answers_to_handover(uuid), app.my_handovers(),
  app.team_handovers(), app.answer_my_handover(uuid, boolean, text), app.ears_of_handover(uuid), app.end_handover_with_plan() from public;
grant execute on function app.review_queue(), app.reviewed(uuid), app.review_figures(boolean), app.open_plan_id(uuid),
  app.handover_candidates(uuid), app.my_handovers(), app.team_handovers(), app.answer_my_handover(uuid, boolean, text),
  app.ears_of_handover(uuid) to samenplan_app;
