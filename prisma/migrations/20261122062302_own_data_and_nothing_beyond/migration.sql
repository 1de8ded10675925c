-- What somebody gets who asks for what is kept about them: their own words, and nothing that professionals or others wrote about them for
-- readers of their own. That is asked for, and weighed, in a request.

-- Whether a text about the person who reads is theirs to take along. Through somebody else's hands (the privacy officer's), nothing that
-- is for the family or for named people alone.
create function app.is_mine(p_audience audience, p_written_by uuid, p_readers uuid[]) returns boolean language sql stable parallel safe
  return case p_audience
    when 'staff' then p_written_by = app.person()
    when 'family' then app.viewer() is null
    when 'named' then app.viewer() is null and (p_written_by = app.person() or app.person() = any (p_readers))
    else true end;

create or replace function app.own_data(p_family uuid, p_person uuid) returns jsonb
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if p_person is distinct from app.person() or not (p_family = any (app.families())) then
    raise exception 'only about oneself' using errcode = 'insufficient_privilege';
  end if;
  return jsonb_build_object(
    'person', (select jsonb_build_object('givenName', p.given_name, 'familyName', p.family_name, 'bornOn', p.born_on, 'language', p.language,
        'interpreter', p.interpreter, 'easyText', p.easy_text, 'pictures', p.pictures, 'readAloud', p.read_aloud, 'largeLetters', p.large_letters,
        'email', p.email, 'phone', p.phone, 'reachNote', p.reach_note) from person p where p.id = p_person),
    'account', (select jsonb_build_object('email', a.email, 'since', a.created_at) from account a where a.person_id = p_person),
    'involvements', (select coalesce(jsonb_agg(jsonb_build_object('relation', i.relation, 'role', i.role, 'ground', i.ground, 'startsOn', i.starts_on,
        'endedAt', i.ended_at) order by i.starts_on, i.id), '[]') from involvement i where i.family_id = p_family and i.person_id = p_person),
    'addresses', (select coalesce(jsonb_agg(h.address order by h.id), '[]') from household h join household_member m on m.household_id = h.id
        where h.family_id = p_family and m.person_id = p_person and h.address <> ''),
    'authorities', (select coalesce(jsonb_agg(jsonb_build_object('child', trim(c.given_name || ' ' || c.family_name), 'holds', a.holds, 'source', a.source,
        'recordedOn', a.recorded_on) order by a.id), '[]') from authority a join person c on c.id = a.child_id
        where a.family_id = p_family and a.parent_id = p_person),
    'views', (select coalesce(jsonb_agg(jsonb_build_object('subject', v.subject, 'theme', v.theme, 'text', v.text, 'audience', v.audience,
        'recorded', v.recorded, 'at', v.updated_at) order by v.created_at, v.id), '[]') from view v where v.family_id = p_family and v.person_id = p_person and app.is_mine(v.audience, v.written_by, v.readers)),
    'loadCapacity', (select coalesce(jsonb_agg(jsonb_build_object('load', l.load, 'capacity', l.capacity, 'text', l.text, 'at', l.created_at)
        order by l.created_at, l.id), '[]') from load_capacity l where l.family_id = p_family and l.person_id = p_person
          and app.is_mine(l.audience, l.written_by, l.readers)),
    'comments', (select coalesce(jsonb_agg(jsonb_build_object('kind', k.kind, 'text', k.text, 'audience', k.audience, 'at', k.created_at)
        order by k.created_at, k.id), '[]') from comment k where k.family_id = p_family and k.written_by = p_person
          and app.is_mine(k.audience, k.written_by, k.readers)),
    'answers', (select coalesce(jsonb_agg(jsonb_build_object('subject', o.subject, 'answer', o.answer, 'text', o.text, 'explanation', o.explanation,
        'at', o.created_at) order by o.created_at, o.id), '[]') from position o where o.family_id = p_family and o.person_id = p_person),
    'scores', (select coalesce(jsonb_agg(jsonb_build_object('goal', case when app.scope() = 'core' or app.shared_with_me('goal', g.id) then g.text else '' end, 'score', s.score, 'text', s.text, 'at', s.updated_at)
        order by s.updated_at, s.goal_id), '[]') from evaluation_score s join goal g on g.id = s.goal_id
        where s.family_id = p_family and s.person_id = p_person),
    'cooperation', (select coalesce(jsonb_agg(jsonb_build_object('statement', c.statement, 'score', c.score, 'text', c.text, 'at', c.updated_at)
        order by c.updated_at, c.statement), '[]') from cooperation_answer c where c.family_id = p_family and c.person_id = p_person),
    'actions', (select coalesce(jsonb_agg(jsonb_build_object('text', a.text, 'state', a.state, 'dueOn', a.due_on, 'note', a.note)
        order by a.created_at, a.id), '[]') from action a where a.family_id = p_family and a.person_id = p_person),
    'offers', (select coalesce(jsonb_agg(jsonb_build_object('text', o.text, 'at', o.created_at) order by o.created_at, o.id), '[]')
        from offer o where o.family_id = p_family and (o.person_id = p_person or o.written_by = p_person)),
    'consents', (select coalesce(jsonb_agg(jsonb_build_object('kind', c.kind, 'what', c.what, 'why', c.why, 'answer', s.answer, 'text', s.text,
        'untilOn', c.until_on, 'at', s.created_at) order by s.created_at, s.id), '[]') from consent_answer s join consent c on c.id = s.consent_id
        where s.family_id = p_family and s.person_id = p_person),
    'statements', (select coalesce(jsonb_agg(jsonb_build_object('object', s.object, 'text', s.text, 'at', s.created_at)
        order by s.created_at, s.id), '[]') from statement s where s.family_id = p_family and s.person_id = p_person),
    'requests', (select coalesce(jsonb_agg(jsonb_build_object('kind', q.kind, 'state', q.state, 'words', q.words, 'answer', q.answer, 'at', q.received_at)
        order by q.received_at, q.id), '[]') from privacy_request q where q.family_id = p_family and q.person_id = p_person));
end $$;

create or replace function app.read_as_asker(p_request uuid) returns text[]
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare q privacy_request; relations text[];
begin
  if not app.may_give_out(p_request) then raise exception 'no such request' using errcode = 'insufficient_privilege'; end if;
  select * into q from privacy_request where id = p_request;
  relations := app.relations(q.person_id, q.family_id, '{}', null, app.today());
  -- Whoever hands it out reads along, so what is for the family or for named people alone waits until the asker opens it themselves.
  perform set_config('app.viewer', case when q.person_id = app.person() then '' else app.person()::text end, true);
  perform set_config('app.person', q.person_id::text, true), set_config('app.account', '', true), set_config('app.duties', '{}', true),
    set_config('app.side', 'family', true), set_config('app.acting_as', relations::text, true),
    set_config('app.families', array[q.family_id]::text, true),
    set_config('app.scope', case when relations && array['parent_with_authority', 'young_person', 'young_person_16'] then 'core' else 'own' end, true);
  return relations;
end $$;
