-- AlterTable
ALTER TABLE "invitation" ADD COLUMN     "answer_words" TEXT NOT NULL DEFAULT '';

-- ---------------------------------------------------------------------------------------------------------------------
-- Consent goes on when somebody comes of age. Whoever turned 12 or 16 after the question was asked has to be asked anew; until they
-- answered, what was agreed before goes on as it stood, so that running help does not break off on a birthday.
-- ---------------------------------------------------------------------------------------------------------------------
create or replace function app.consent_stands(p_consent uuid, p_today date) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  with asked as materialized (
    select c.*, app.must_consent(c.family_id, c.about_person_id, p_today) as must,
      app.must_consent(c.family_id, c.about_person_id, (c.asked_at at time zone 'Europe/Amsterdam')::date) as must_then
    from consent c where c.id = p_consent and (c.until_on is null or c.until_on >= p_today)),
  latest as materialized (
    select distinct on (a.person_id) a.person_id, a.answer, a.created_at
    from consent_answer a where a.consent_id = p_consent order by a.person_id, a.created_at desc, a.id desc)
  select exists (
    select 1 from asked c
    cross join lateral (values (c.must, true), (c.must_then,
      c.about_person_id = any (c.must) and not c.about_person_id = any (c.must_then)
      and not exists (select 1 from latest l where l.person_id = c.about_person_id))) as by (people, counts)
    cross join lateral (
      select count(*) as needed, count(*) filter (where l.answer = 'given') as given,
        count(*) filter (where l.answer in ('refused', 'withdrawn') and l.created_at >= coalesce(c.deviates_at, '-infinity')) as against
      from unnest(by.people) as m (person_id) left join latest l on l.person_id = m.person_id) n
    where by.counts and n.needed > 0 and n.against = 0
      and (n.given = n.needed or (n.given > 0 and c.deviates_because <> '')));
$$;

-- Whether a consent of the family that was entered stands today; also for whoever holds a card, before anyone signed in.
create function app.stands(p_consent uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from consent c where c.id = p_consent
    and (c.family_id = any (app.families()) or app.system() = 'accounts') and app.consent_stands(c.id, app.today()));
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- A mail about a family goes out only to somebody who has a relation to it at that moment, or whose invitation is open.
-- ---------------------------------------------------------------------------------------------------------------------
create or replace function app.may_still_be_mailed(p_person uuid, p_account uuid, p_family uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select (p_account is null or exists (select 1 from account a where a.id = p_account and a.state = 'active'))
    and (p_family is null
      or exists (select 1 from account a where a.person_id = p_person and a.state = 'active'
                 and cardinality(app.relations(p_person, p_family, a.duties, a.team_id, app.today())) > 0)
      or exists (select 1 from invitation v join involvement i on i.id = v.involvement_id
                 where v.family_id = p_family and v.person_id = p_person and v.state = 'sent' and v.expires_at > app.now()
                   and i.ended_at is null and (i.ends_on is null or i.ends_on >= app.today())
                   and (i.consent_id is null or app.consent_stands(i.consent_id, app.today()))
                   and not exists (select 1 from account a where a.person_id = p_person and a.state = 'disabled')));
$$;

-- Where people of this family who can sign in are written to; for whoever acts in it, to tell them that something waits.
create function app.mail_addresses(p_persons uuid[]) returns table (person_id uuid, account_id uuid, email text, given_name text, language language)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, a.id, a.email, p.given_name, p.language
  from person p join account a on a.person_id = p.id and a.state = 'active' and a.email is not null
  where p.id = any (p_persons) and exists (
    select 1 from involvement i where i.person_id = p.id and i.family_id = any (app.families()) and i.ended_at is null);
$$;

-- Given names beside texts that somebody from outside the plan reads: of people of this family, and nothing else of them.
create function app.given_names(p_persons uuid[]) returns table (id uuid, given_name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.given_name from person p
  where p.id = any (p_persons) and (select app.scope()) in ('core', 'circle', 'own')
    and exists (select 1 from involvement i where i.person_id = p.id and i.family_id = any (app.families()));
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Somebody who has an account already and is invited by another family.
-- ---------------------------------------------------------------------------------------------------------------------
-- The person of this organisation who signs in with this address and is called so: whoever knows both knows who it is.
create function app.known_person(p_email text, p_given_name text) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from account a join person p on p.id = a.person_id
  where lower(a.email) = lower(p_email) and a.state = 'active' and a.organisation_id = app.organisation() and not p.staff
    and lower(trim(p.given_name)) = lower(trim(p_given_name));
$$;

create function app.my_invitations() returns table (id uuid, relation involvement_relation, invited_by text, organisation text, expires_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select v.id, i.relation, trim(b.given_name || ' ' || b.family_name), o.name, v.expires_at
  from invitation v join involvement i on i.id = v.involvement_id
  join person b on b.id = v.invited_by join family f on f.id = v.family_id join organisation o on o.id = f.organisation_id
  where v.person_id = app.person() and v.state = 'sent' and v.expires_at > app.now()
    and i.ended_at is null and i.accepted_at is null and (i.ends_on is null or i.ends_on >= app.today())
    and (i.consent_id is null or app.consent_stands(i.consent_id, app.today()))
  order by v.created_at;
$$;

-- Accepts or declines one's own invitation. Returns the family, or nothing when there is no such open invitation.
create function app.answer_my_invitation(p_invitation uuid, p_accept boolean, p_words text) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare v record;
begin
  if not exists (select 1 from app.my_invitations() m where m.id = p_invitation) then return null; end if;
  update invitation set state = case when p_accept then 'accepted'::invitation_state else 'declined' end, answered_at = app.now(),
    answer_words = p_words
  where id = p_invitation and state = 'sent' returning family_id, involvement_id into v;
  if not found then return null; end if;
  if p_accept then update involvement set accepted_at = app.now() where id = v.involvement_id and accepted_at is null; end if;
  perform app.audit(case when p_accept then 'invitation.accept' else 'invitation.decline' end, 'execute', 'success', app.account(),
    app.person(), 'self', 'invitation', p_invitation, v.family_id, 'relation', null, null, 'api');
  perform pg_notify('family_changed', v.family_id::text);
  return v.family_id;
end $$;

-- ---------------------------------------------------------------------------------------------------------------------
-- What the law asks at 12, 16 and 18. Somebody born on 29 February has their birthday on 1 March in other years.
-- ---------------------------------------------------------------------------------------------------------------------
create function app.birthday(p_born_on date, p_age int) returns date language sql immutable parallel safe
  return (p_born_on + make_interval(years => p_age))::date
    + case when extract(day from p_born_on) = 29 and extract(day from p_born_on + make_interval(years => p_age)) = 28 then 1 else 0 end;

create function app.plan_age_tasks() returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare task record; made integer := 0;
begin
  if app.system() <> 'ages' then raise exception 'only the ages job does this' using errcode = 'insufficient_privilege'; end if;
  -- A date of birth was corrected, or a demo clock went back: what nobody did yet is worked out anew.
  delete from age_task t using person p
    where p.id = t.person_id and t.done_at is null and (p.born_on is distinct from t.born_on or t.from_on > app.today());
  for task in
    insert into age_task (id, family_id, person_id, kind, born_on, from_on, created_at)
    select app.uuid7(), i.family_id, i.person_id, k.kind, p.born_on, app.birthday(p.born_on, k.age), app.now()
    from involvement i
    join person p on p.id = i.person_id and p.born_on is not null
    join plan n on n.family_id = i.family_id and n.state = 'open'
    cross join (values ('turned_12'::age_task_kind, 12), ('turned_16', 16), ('turned_18', 18)) as k (kind, age)
    where i.relation = 'child' and i.ended_at is null
      -- Only who reached the age while the plan was there: older ones were met at their age.
      and app.birthday(p.born_on, k.age) <= app.today() and app.birthday(p.born_on, k.age) > i.starts_on
    on conflict (family_id, person_id, kind) do nothing
    returning id, family_id
  loop
    made := made + 1;
    perform app.audit('age-task.plan', 'create', 'success', null, null, 'system', 'age_task', task.id, task.family_id, 'job', null, null, 'ages');
    perform pg_notify('family_changed', task.family_id::text);
  end loop;
  return made;
end $$;

revoke execute on function app.stands(uuid), app.mail_addresses(uuid[]), app.given_names(uuid[]), app.known_person(text, text),
  app.my_invitations(), app.answer_my_invitation(uuid, boolean, text), app.birthday(date, int), app.plan_age_tasks() from public;
grant execute on function app.stands(uuid), app.mail_addresses(uuid[]), app.given_names(uuid[]), app.known_person(text, text),
  app.my_invitations(), app.answer_my_invitation(uuid, boolean, text), app.plan_age_tasks() to samenplan_app;

-- Who was asked by name answers with an offer of their own, and can take it back.
create policy own_offer on offer to samenplan_app using (
  family_id = any ((select app.families())::uuid[]) and (select app.scope()) in ('circle', 'own')
  and person_id = (select app.person()) and app.shared_with_me('ask', ask_id));

-- Until when the reader may see what was shared with them; the words of the consent are the family's own.
create function app.consents_of_my_shares() returns table (id uuid, until_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct c.id, c.until_on from share s join consent c on c.id = s.consent_id
  where s.person_id = app.person() and s.ended_at is null and s.family_id = any (app.families());
$$;
revoke execute on function app.consents_of_my_shares() from public;
grant execute on function app.consents_of_my_shares() to samenplan_app;
