-- A family sees who looked at what was asked for it, also when that stood in a list of several families: each family that is shown
-- gets its entry in the transaction that reads; the entry of the request itself is of the first.
create or replace function app.my_handovers() returns table (
  id uuid, family_name text, from_name text, arranged_at timestamptz, talk_on date, talk_where text, told_family_on date,
  route route, complex boolean, current_step step_kind, evaluation_on date, help_ends_on date, open_questions int, waiting_answers int,
  open_steps int, review_state review_state, help_waiting int, answers jsonb)
language sql volatile security definer set search_path = public, pg_temp as $$
  select app.audit('handovers.coming', 'read', 'success', app.account(), app.person(), 'staff', 'handover', h.id, h.family_id, 'relation', null, null, 'api')
    from handover h join family f on f.id = h.family_id join plan p on p.id = h.plan_id and p.state = 'open'
    where h.to_person_id = app.person() and h.state = 'arranged' and 'coordinator' = any (app.duties()) and f.organisation_id = app.organisation();
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

create or replace function app.team_handovers() returns table (
  id uuid, family_id uuid, family_name text, state handover_state, because text, asked_by_name text, asked_by_family boolean,
  from_name text, to_name text, created_at timestamptz, arranged_at timestamptz, talk_on date, told_family_on date, answer_words text,
  answered_at timestamptz, version int, answers jsonb)
language sql volatile security definer set search_path = public, pg_temp as $$
  select app.audit('handovers.team', 'read', 'success', app.account(), app.person(), 'team_lead', 'handover', h.id, h.family_id, 'relation', null, null, 'api')
    from handover h join plan p on p.id = h.plan_id and p.state = 'open'
    where h.family_id = any (app.families()) and (select app.scope()) = 'list' and 'team_lead' = any (app.duties())
      and (h.state in ('asked', 'arranged') or h.state = 'declined' and h.answered_at > app.now() - interval '30 days'
        and not exists (select 1 from handover later where later.family_id = h.family_id and later.created_at >= h.answered_at));
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

create or replace function app.recoveries() returns table (id uuid, owner_name text, family_name text, reason text, new_email text, asked_by_name text,
  asked_at timestamptz, decided_by_name text, decided_at timestamptz, decided_words text, spoke_themselves boolean, owner_reachable boolean,
  usable_from timestamptz, expires_at timestamptz, ended_at timestamptz, state account_recovery_state, may_decide boolean, account_id uuid)
language sql volatile security definer set search_path = public, pg_temp as $$
  select app.audit('recoveries.list', 'read', 'success', app.account(), app.person(),
      case when 'team_lead' = any (app.duties()) then 'team_lead' when 'privacy_officer' = any (app.duties()) then 'privacy_officer' else 'staff' end,
      'account_recovery', r.id, r.family_id, 'relation', null, null, 'api')
  from app.recovery_in_words r left join lateral (select x.account_id from app.deciders_of_recovery(r.id) x where x.account_id = app.account()) d on true
  where r.organisation_id = app.organisation() and app.duties() && array['team_lead', 'administrator', 'privacy_officer']
    and (r.state_now in ('asked', 'granted') or r.asked_at > app.now() - interval '90 days')
    and r.person_id <> app.person()
    and (d.account_id is not null or r.decided_by = app.person() or r.asked_by = app.person() or 'privacy_officer' = any (app.duties())
      or ('administrator' = any (app.duties()) and r.family_id is null))
    and r.family_id is not null;
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

-- From which days a handover that is mine to answer can be accepted: the talk has been, and nobody got the task for the occasion.
create function app.my_handover_waits_for(p_handover uuid) returns table (talk_on date, free_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.talk_on, case when h.arranged_by is distinct from h.from_person_id then
    (select max(g.given_at) + interval '7 days' from duty_given g join account a on a.id = g.account_id
      where a.person_id in (app.person(), h.arranged_by)) end
  from handover h join family f on f.id = h.family_id join plan p on p.id = h.plan_id and p.state = 'open'
  where h.id = p_handover and h.to_person_id = app.person() and h.state = 'arranged' and 'coordinator' = any (app.duties())
    and f.organisation_id = app.organisation();
$$;
revoke execute on function app.my_handover_waits_for(uuid) from public;
grant execute on function app.my_handover_waits_for(uuid) to samenplan_app;

-- From when what I granted works, and whether it is for an employee.
create function app.granted_by_me(p_recovery uuid) returns table (usable_from timestamptz, employee boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.usable_from, r.family_id is null from app.recovery_in_words r where r.id = p_recovery and r.decided_by = app.person();
$$;
revoke execute on function app.granted_by_me(uuid) from public;
grant execute on function app.granted_by_me(uuid) to samenplan_app;

-- What a sign-in service trusts us by is read by nobody, also not sealed: who has a say in a proposal sees of whom it is, never this.
revoke select on sign_in_service_proposal from samenplan_app;
grant select (id, organisation_id, issuer, client_id, new_secret, proposed_by, proposed_at, confirmed_by, confirmed_at, withdrawn_by, withdrawn_at)
  on sign_in_service_proposal to samenplan_app;
