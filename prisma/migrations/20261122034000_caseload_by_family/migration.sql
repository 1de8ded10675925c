-- Each part of the list is found by its family: the indexes begin with it, so ten thousand families cost no more than forty.
create or replace function app.caseload() returns table (
  family_id uuid, name text, coordinator_id uuid, coordinator_name text, plan_id uuid, route route, complex boolean, opened_on date,
  current_step step_kind, evaluation_on date, open_questions int, oldest_question_at timestamptz, explanations_asked int,
  explanation_since timestamptz, disagreements int, disagreement_since timestamptz, version_put_at timestamptz, waiting_answers int,
  review_state review_state, review_since timestamptz, help_waiting_since date, last_contact_at timestamptz, last_activity_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.id, f.name, c.person_id, c.name, p.id, p.route, p.complex, p.opened_on,
    s.kind, e.due_on, q.open, q.oldest, x.explain, x.explain_since, x.disagree, x.disagree_since, v.put_at, coalesce(v.waiting, 0),
    r.state, r.since, h.since, greatest(t.contact, w.contact, st.contact, x.contact),
    greatest(t.activity, w.activity, st.activity, x.latest, a.activity, g.activity, n.activity, v.put_at, r.since, p.created_at)
  from unnest(app.families()) as mine (id)
  join family f on f.id = mine.id
  left join plan p on p.family_id = f.id and p.state = 'open'
  left join lateral (select i.person_id, trim(n.given_name || ' ' || n.family_name) as name
    from involvement i join person n on n.id = i.person_id
    where i.family_id = f.id and i.relation = 'coordinator' and i.ended_at is null) c on true
  left join lateral (select so.kind from step so where so.family_id = f.id and so.plan_id = p.id and so.state <> 'concluded' order by so.kind limit 1) s on true
  left join lateral (select max(sc.concluded_at) as activity, max(sc.concluded_at) filter (where sc.concluded_by = c.person_id) as contact
    from step sc where sc.family_id = f.id and sc.plan_id = p.id) st on true
  left join lateral (select ev.due_on from evaluation ev where ev.family_id = f.id and ev.plan_id = p.id and ev.state = 'planned') e on true
  left join lateral (select count(*)::int as open, min(k.created_at) as oldest from comment k
    where k.family_id = f.id and k.kind = 'question' and k.answered_at is null and k.audience not in ('family', 'named')
      and k.written_by is distinct from c.person_id) q on true
  left join lateral (select
      count(*) filter (where l.answer = 'explain' and l.explained_at is null and l.live)::int as explain,
      min(l.created_at) filter (where l.answer = 'explain' and l.explained_at is null and l.live) as explain_since,
      count(*) filter (where l.answer = 'disagree' and l.live)::int as disagree,
      min(l.created_at) filter (where l.answer = 'disagree' and l.live) as disagree_since,
      max(l.created_at) as latest, max(l.explained_at) filter (where l.explained_by = c.person_id) as contact
    from (select distinct on (o.subject, o.subject_id, o.person_id) o.answer, o.explained_at, o.explained_by, o.created_at,
        case o.subject
          when 'goal' then exists (select 1 from goal gl where gl.id = o.subject_id and gl.plan_id = p.id and gl.state not in ('achieved', 'stopped'))
          when 'plan_version' then exists (select 1 from plan_version ov where ov.id = o.subject_id and ov.plan_id = p.id and ov.state = 'put')
          when 'decision' then exists (select 1 from decision d where d.id = o.subject_id and d.plan_id = p.id)
          else exists (select 1 from step sp where sp.id = o.subject_id and sp.plan_id = p.id)
        end as live
      from position o
      where o.family_id = f.id order by o.subject, o.subject_id, o.person_id, o.created_at desc, o.id desc) l) x on true
  left join lateral (select pv.put_at, (select count(*)::int from unnest(pv.must_agree) m (person)
      where not exists (select 1 from position o where o.family_id = f.id and o.subject = 'plan_version' and o.subject_id = pv.id and o.person_id = m.person)) as waiting
    from plan_version pv where pv.family_id = f.id and pv.plan_id = p.id and pv.state = 'put') v on true
  left join lateral (select rv.state, coalesce(rv.advised_at, rv.asked_at) as since from review rv
    where rv.family_id = f.id and rv.plan_id = p.id and rv.state in ('asked', 'taken', 'advised') order by rv.asked_at desc limit 1) r on true
  left join lateral (select min(hp.waiting_since) as since from help hp where hp.family_id = f.id and hp.plan_id = p.id and hp.state = 'waiting') h on true
  left join lateral (select max(k.created_at) filter (where k.written_by = c.person_id) as contact, max(k.created_at) as activity
    from comment k where k.family_id = f.id and k.audience not in ('family', 'named')) t on true
  left join lateral (select max(vw.updated_at) filter (where vw.written_by = c.person_id) as contact, max(vw.updated_at) as activity
    from view vw where vw.family_id = f.id and vw.plan_id = p.id and vw.audience not in ('family', 'named')) w on true
  left join lateral (select max(greatest(ac.created_at, ac.reported_at)) as activity from action ac where ac.family_id = f.id and ac.plan_id = p.id) a on true
  left join lateral (select max(es.updated_at) as activity from evaluation_score es where es.family_id = f.id) g on true
  left join lateral (select max(pn.created_at) as activity from progress_note pn where pn.family_id = f.id) n on true
  where (select app.scope()) = 'list';
$$;
