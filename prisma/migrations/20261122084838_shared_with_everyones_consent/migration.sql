-- ---------------------------------------------------------------------------------------------------------------------
-- A part of the plan is shared on the consent of everyone it is about. One row of share for each of them, each on a consent about that
-- person: the part opens when every one of those consents stands, and closes with the first that does not.
-- ---------------------------------------------------------------------------------------------------------------------
drop index share_once;
create unique index share_once on share (object_id, person_id, consent_id) where ended_at is null;

-- Whom a part is about: a goal for somebody about that person, one of parents about the parents; what is asked of the own people about the
-- children it names, otherwise about whoever wrote it; everything else about every child of the family, or where there is none about the
-- parents. The same stands in packages/access (shared-part.ts); a test compares the two.
create function app.part_is_about(p_object share_object, p_id uuid) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  with part as (
    select family_id, for_person_id as one, coalesce(for_kind in ('parent', 'parents_together'), false) as of_parents, null::text as words
      from goal where p_object = 'goal' and id = p_id
    union all select family_id, null, false, null from help where p_object = 'help' and id = p_id
    union all select family_id, null, false, null from plan_version where p_object = 'plan_version' and id = p_id
    union all select family_id, written_by, false, text from ask where p_object = 'ask' and id = p_id),
  people as (
    select i.person_id, i.relation, p.given_name
    from part join involvement i on i.family_id = part.family_id and i.ended_at is null and i.relation in ('child', 'parent')
    join person p on p.id = i.person_id)
  select coalesce(
      (select array_agg(person_id) from people where relation = 'child' and given_name <> '' and position(lower(given_name) in lower(part.words)) > 0),
      case when part.one is not null and (part.words is null or part.one in (select person_id from people)) then array[part.one] end,
      case when part.of_parents then (select array_agg(person_id) from people where relation = 'parent') end,
      (select array_agg(person_id) from people where relation = 'child'),
      (select array_agg(person_id) from people where relation = 'parent'),
      '{}')
  from part;
$$;
revoke execute on function app.part_is_about(share_object, uuid) from public, samenplan_app;

-- Whether a part of the plan was shared with whoever acts, and everyone it is about consented to that.
create or replace function app.shared_with_me(p_object share_object, p_id uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  with consented as (
    select c.about_person_id, c.id from share s join consent c on c.id = s.consent_id
    where s.object = p_object and s.object_id = p_id and s.person_id = app.person() and s.ended_at is null
      and s.family_id = any (app.families()))
  select exists (select 1 from consented) and not exists (
    select 1 from unnest(app.part_is_about(p_object, p_id)) as about (id)
    where not exists (select 1 from consented c where c.about_person_id = about.id and app.consent_stands(c.id, app.today())));
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- An involvement that stands on a consent counts as long as that stands. Another professional takes part on a consent only: without one,
-- they are nobody to the family. One rule for relations, mails, invitations and who reads along.
-- ---------------------------------------------------------------------------------------------------------------------
create function app.involvement_stands(p_relation involvement_relation, p_consent uuid, p_today date) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select case when p_consent is null then p_relation <> 'professional' else app.consent_stands(p_consent, p_today) end;
$$;
revoke execute on function app.involvement_stands(involvement_relation, uuid, date) from public, samenplan_app;

do $$
declare f regprocedure; was text; now_is text;
begin
  foreach f in array array['app.relations(uuid, uuid, staff_duty[], uuid, date)', 'app.may_still_be_mailed(uuid, uuid, uuid)',
      'app.my_invitations()', 'app.people_who_read()']::regprocedure[] loop
    was := pg_get_functiondef(f);
    now_is := regexp_replace(was, '\(i\.consent_id is null or app\.consent_stands\(i\.consent_id, ([a-z_.()]+)\)\)',
      'app.involvement_stands(i.relation, i.consent_id, \1)');
    if now_is = was then raise exception '% does not ask whether the involvement stands', f; end if;
    execute now_is;
  end loop;
end $$;
