-- Who knows a family privately (a relative, or somebody who takes or took part as a parent, a child or of its own network) neither hears of
-- it through their work nor decides about it there: no word that a scientist is asked, no say in letting somebody back in, and no words
-- of the family about its coordinator.
do $$
declare was text; now_is text;
begin
  was := pg_get_functiondef('app.reminders_wanted(uuid[], reminder_kind[], jsonb)'::regprocedure);
  now_is := replace(was, 'and not exists (select 1 from involvement i where i.family_id = r.family_id and i.person_id = a.person_id and i.relation = ''coordinator'' and i.ended_at is null)',
    'and not app.works_with(a.person_id, r.family_id)');
  if now_is = was then raise exception 'reminders_wanted reads otherwise than expected'; end if;
  execute now_is;

  was := pg_get_functiondef('app.deciders_of_recovery(uuid)'::regprocedure);
  now_is := replace(was, 'and not exists (select 1 from involvement i where i.family_id = asked.family_id and i.person_id = a.person_id)',
    'and not exists (select 1 from involvement i where i.family_id = asked.family_id and i.person_id = a.person_id)
      and not app.knows_privately(a.person_id, asked.family_id)');
  if now_is = was then raise exception 'deciders_of_recovery reads otherwise than expected'; end if;
  execute now_is;

  was := pg_get_functiondef('app.team_handovers()'::regprocedure);
  if position('h.state, h.because, trim' in was) = 0 or position('h.told_family_on, h.answer_words, h.answered_at, h.version, app.answers_to_handover(h.id)' in was) = 0
    or position('left join person t on t.id = h.to_person_id' in was) = 0 then raise exception 'team_handovers reads otherwise than expected'; end if;
  execute replace(replace(replace(was,
    'h.state, h.because, trim', 'h.state, case when own.known then '''' else h.because end, trim'),
    'h.told_family_on, h.answer_words, h.answered_at, h.version, app.answers_to_handover(h.id)',
    'h.told_family_on, case when own.known then '''' else h.answer_words end, h.answered_at, h.version,
    case when own.known then ''{}'' else app.answers_to_handover(h.id) end'),
    'left join person t on t.id = h.to_person_id', 'left join person t on t.id = h.to_person_id
  cross join lateral (select app.knows_privately(app.person(), h.family_id) as known) own');
end $$;
