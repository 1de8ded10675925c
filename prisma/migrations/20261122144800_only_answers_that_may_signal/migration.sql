-- Whether what somebody answered still stands is asked only of answers that can be a signal: most people agree, and a caseload of forty
-- families asked it of every answer they ever gave.
do $$
declare was text := pg_get_functiondef('app.caseload()'::regprocedure); now_is text;
begin
  now_is := replace(was, 'app.position_is_live(o.subject, o.subject_id, p.id) as live',
    'case when o.answer in (''explain'', ''disagree'') then app.position_is_live(o.subject, o.subject_id, p.id) end as live');
  if now_is = was then raise exception 'caseload reads otherwise than expected'; end if;
  execute now_is;
end $$;
