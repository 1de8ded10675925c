-- What somebody gets who asks for what is kept about them now holds what they said in the six steps too: milestones they wrote down or
-- that are about them, words they explained, whether advice fitted, why they asked for another coordinator, what they are still writing.
do $$
declare was text := pg_get_functiondef('app.own_data(uuid, uuid)'::regprocedure);
  anchor text := $a$    'requests', (select$a$;
  scores text := $a$'score', s.score, 'text', s.text, 'at', s.updated_at)$a$;
  cooperation text := $a$'score', c.score, 'text', c.text, 'at', c.updated_at)$a$;
begin
  if position(anchor in was) = 0 or position(scores in was) = 0 or position(cooperation in was) = 0 then
    raise exception 'own_data reads otherwise than expected';
  end if;
  was := replace(was, scores, $a$'score', s.score, 'text', s.text, 'recorded', s.recorded, 'at', s.updated_at)$a$);
  was := replace(was, cooperation, $a$'score', c.score, 'text', c.text, 'recorded', c.recorded, 'at', c.updated_at)$a$);
  was := replace(was, anchor, $a$    -- What others wrote about somebody stays with them; that it is about them is theirs to know.
    'milestones', (select coalesce(jsonb_agg(jsonb_build_object('kind', m.kind, 'about', case when m.person_id = p_person then '' else a.given_name end,
        'day', m.on_day, 'text', case when m.written_by = p_person then m.text else '' end, 'talkedOn', m.done_on) order by m.on_day, m.id), '[]')
        from milestone m join person a on a.id = m.person_id
        where m.family_id = p_family and (m.written_by = p_person or m.person_id = p_person)),
    'sharedWords', (select coalesce(jsonb_agg(jsonb_build_object('word', w.word, 'familyMeans', w.family_means, 'atHome', w.at_home, 'at', w.created_at)
        order by w.created_at, w.id), '[]') from shared_word w where w.family_id = p_family and w.written_by = p_person),
    'adviceChecks', (select coalesce(jsonb_agg(jsonb_build_object('fitted', k.fitted, 'text', k.text, 'recorded', k.recorded, 'at', k.created_at)
        order by k.created_at, k.id), '[]') from advice_check k where k.family_id = p_family and k.person_id = p_person),
    'handovers', (select coalesce(jsonb_agg(jsonb_build_object('why', h.because, 'state', h.state, 'at', h.created_at) order by h.created_at, h.id), '[]')
        from handover h where h.family_id = p_family and h.asked_by = p_person),
    -- Theirs alone until they put it in the plan: nobody reads along who hands a file out.
    'drafts', (select coalesce(jsonb_agg(jsonb_build_object('text', d.text, 'at', d.updated_at) order by d.updated_at, d.id), '[]')
        from draft_text d where d.family_id = p_family and d.person_id = p_person and app.viewer() is null),
$a$ || anchor);
  execute was;
end $$;
