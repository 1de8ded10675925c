-- Disagreement stays visible in the plan; it needs the coordinator's eye until a talk in which people decide to go on (R3), or until
-- whoever disagreed answers anew. Whoever says no after that talk brings it back.
do $$
declare
  caseload text := pg_get_functiondef('app.caseload()'::regprocedure);
  counted text := $a$count(*) filter (where l.answer = 'disagree' and l.live)::int as disagree,$a$;
  since text := $a$min(l.created_at) filter (where l.answer = 'disagree' and l.live) as disagree_since$a$;
  lives text := $a$app.position_is_live(o.subject, o.subject_id, p.id) as live$a$;
begin
  if position(counted in caseload) = 0 or position(since in caseload) = 0 or position(lives in caseload) = 0 then
    raise exception 'what counts disagreement reads otherwise than expected';
  end if;
  execute replace(replace(replace(caseload,
    counted, replace(counted, 'l.live', 'l.live and not l.goes_on')),
    since, replace(since, 'l.live', 'l.live and not l.goes_on')),
    lives, lives || $a$,
        case when o.answer = 'disagree' then coalesce((
          select t.proceeds and t.created_at >= o.created_at from disagreement_talk t
          where t.family_id = o.family_id and t.subject = o.subject and t.subject_id = o.subject_id
          order by t.created_at desc, t.id desc limit 1), false) end as goes_on$a$);
end $$;
