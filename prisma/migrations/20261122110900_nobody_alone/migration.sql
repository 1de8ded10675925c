-- What two people must do is not done by one with two hats, nor with an account that was made for the occasion.

-- An own sign-in service: whoever got their task from an administrator in the last week is no second person, nor is somebody with both offices.
create or replace function app.second_of_sign_in_service(p_organisation uuid, p_proposed_at timestamptz) returns table (account_id uuid, person_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.person_id from account a
  where a.organisation_id = p_organisation and a.state = 'active' and a.created_at <= p_proposed_at
    and a.duties && array['administrator', 'privacy_officer']::staff_duty[]
    and not a.duties @> array['administrator', 'privacy_officer']::staff_duty[]
    and not exists (select 1 from duty_given g where g.account_id = a.id and g.given_at > app.now() - interval '7 days')
    and (app.system() = 'accounts'
         or (p_organisation = app.organisation() and app.duties() && array['administrator', 'privacy_officer']));
$$;

-- Nobody takes over a family that they arranged to take over. What a team lead arranged is not accepted by, nor arranged by, somebody who
-- was given that task a moment ago.
alter table handover add constraint handover_not_to_oneself check (to_person_id is null or arranged_by is null or to_person_id <> arranged_by);
do $$
declare was text; now_is text;
begin
  was := pg_get_functiondef('app.handover_candidates(uuid)'::regprocedure);
  now_is := replace(was, 'and app.may_take_over(n.id, p_family)', 'and n.id <> app.person() and app.may_take_over(n.id, p_family)');
  if now_is = was then raise exception 'handover_candidates reads otherwise than expected'; end if;
  execute now_is;
  was := pg_get_functiondef('app.answer_my_handover(uuid, boolean, text)'::regprocedure);
  now_is := replace(was, 'if h.talk_on > app.today() or not app.may_take_over(app.person(), family) then return null; end if;',
    'if h.talk_on > app.today() or not app.may_take_over(app.person(), family) then return null; end if;
    if h.arranged_by is distinct from h.from_person_id and exists (select 1 from duty_given g join account a on a.id = g.account_id
      where a.person_id in (app.person(), h.arranged_by) and g.given_at > app.now() - interval ''7 days'') then return null; end if;');
  if now_is = was then raise exception 'answer_my_handover reads otherwise than expected'; end if;
  execute now_is;
  -- Destroying what is about one person takes what was asked to let them back in along.
  was := pg_get_functiondef('app.destroy_person_rows(uuid, uuid, uuid)'::regprocedure);
  now_is := replace(was, $a$('draft_text', 'person_id = $2'),$a$, $a$('draft_text', 'person_id = $2'),
    ('account_recovery', 'person_id = $2'),$a$);
  if now_is = was then raise exception 'destroy_person_rows reads otherwise than expected'; end if;
  execute now_is;
end $$;

-- Whether advice fitted is said by whoever it is asked of, or recorded by the coordinator.
create policy in_ones_own_name on advice_check as restrictive for insert to samenplan_app with check (
  person_id = (select app.person()) or (recorded and 'coordinator' = any ((select app.acting_as())::text[])));
