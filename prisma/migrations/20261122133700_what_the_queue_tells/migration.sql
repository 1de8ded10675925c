-- What a scientist reads before taking a case is what the coordinator wrote for the queue. Why a family is in a crisis is theirs: it is in
-- the question, which is read by whoever took it. The queue says that it is a crisis.
update review r set urgent_because = '' from plan p where p.id = r.plan_id and r.urgent_because <> '' and r.urgent_because in (r.question, p.route_reason);

-- Whether somebody is near this family for another reason than their work.
create function app.knows_privately(p_person uuid, p_family uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from kinship k where k.family_id = p_family and p_person in (k.person_id, k.to_person_id))
    or exists (select 1 from involvement i where i.family_id = p_family and i.person_id = p_person
      and i.relation in ('parent', 'child', 'network_member'));
$$;
drop function app.review_queue();
create function app.review_queue() returns table (
  review_id uuid, family_id uuid, family_name text, state review_state, kind review_kind, urgent boolean, urgent_because text, crisis boolean,
  asked_at timestamptz, asked_by_name text, scientist_id uuid, mine boolean, own_case boolean, answer review_answer, advised_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select v.id, f.id, f.name, v.state, v.kind, v.urgent, case when own.case and not own.mine then '' else v.urgent_because end,
    p.state = 'open' and p.route is not distinct from 'crisis', v.asked_at, trim(n.given_name || ' ' || n.family_name), v.scientist_id,
    own.mine, own.case, v.answer, v.advised_at
  from review v join family f on f.id = v.family_id join plan p on p.id = v.plan_id join person n on n.id = v.asked_by
  cross join lateral (select coalesce(v.scientist_id = app.person(), false) as mine, app.works_with(app.person(), f.id) as case) own
  where f.organisation_id = app.organisation() and 'scientist' = any (app.duties())
    -- What was taken back is nobody's case any more.
    and (v.state = 'asked' or v.scientist_id = app.person() and v.state <> 'withdrawn')
    -- A relative, or somebody of the family's own network, does not hear through their work that something is asked.
    and (own.mine or not app.knows_privately(app.person(), f.id));
$$;

-- Nor do they look at it from outside, also not after they left the family (R6), or find and open it in an emergency.
do $$
declare was text := pg_get_functiondef('app.works_with(uuid, uuid)'::regprocedure); now_is text;
begin
  now_is := replace(was, 'or exists (select 1 from kinship k where k.family_id = p_family and p_person in (k.person_id, k.to_person_id))',
    'or app.knows_privately(p_person, p_family)');
  if now_is = was then raise exception 'works_with reads otherwise than expected'; end if;
  execute now_is;
  was := pg_get_functiondef('app.break_glass(uuid, uuid, emergency_reason, text, text)'::regprocedure);
  now_is := replace(was, 'exists (select 1 from involvement i where i.family_id = p_family and i.person_id = me and i.relation in (''parent'', ''child'', ''network_member''))',
    'app.knows_privately(me, p_family)');
  if now_is = was then raise exception 'break_glass reads otherwise than expected'; end if;
  execute now_is;
  was := pg_get_functiondef('app.find_for_emergency(uuid, text, date)'::regprocedure);
  now_is := regexp_replace(was, 'not exists \(select 1 from involvement i where i\.family_id = g\.id and i\.person_id = app\.person\(\)\s+and i\.relation in \(''parent'', ''child'', ''network_member''\)\)',
    'not app.knows_privately(app.person(), g.id)');
  if now_is = was then raise exception 'find_for_emergency reads otherwise than expected'; end if;
  execute now_is;
end $$;
revoke execute on function app.knows_privately(uuid, uuid), app.review_queue() from public;
grant execute on function app.review_queue() to samenplan_app;
