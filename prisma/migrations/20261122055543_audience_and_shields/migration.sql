-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "consent_id" UUID;

-- AlterTable
ALTER TABLE "progress_note" ADD COLUMN     "consent_id" UUID;

-- AlterTable
ALTER TABLE "network_tie" ADD COLUMN     "consent_id" UUID;

-- AlterTable
ALTER TABLE "view" ADD COLUMN     "consent_id" UUID;

-- AlterTable
ALTER TABLE "load_capacity" ADD COLUMN     "consent_id" UUID;

-- ---------------------------------------------------------------------------------------------------------------------
-- Texts with an audience.
-- ---------------------------------------------------------------------------------------------------------------------
do $$
declare t text;
begin
  foreach t in array array['view', 'comment', 'load_capacity', 'network_tie', 'progress_note'] loop
    execute format('alter table %I add constraint %I foreign key (family_id, consent_id) references consent (family_id, id)', t, t || '_consent_id');
    execute format('alter table %I add constraint %I check (audience <> ''named'' or cardinality(readers) <= 50)', t, t || '_readers');
  end loop;
end $$;

-- Whether people outside the core may still read a text that was opened to them by a consent.
create function app.widening_stands(p_consent uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from consent c where c.id = p_consent and c.family_id = any (app.families())
    and app.consent_stands(c.id, app.today()));
$$;

-- `family`: private family time, read by the family alone. `staff`: the professionals of the plan. `named`: its writer and who is
-- named. `circle`: everyone involved. Whoever is outside the core reads as long as the consent for it stands. Looking through
-- somebody's eyes shows only what both may read.
do $$
declare t text;
begin
  foreach t in array array['view', 'comment', 'load_capacity', 'network_tie', 'progress_note'] loop
    execute format('drop policy audience on %I', t);
    execute format('create policy audience on %I to samenplan_app using (
      family_id = any ((select app.families())::uuid[])
      and case audience
        when ''family'' then (select app.scope()) = ''core'' and (select app.side()) = ''family'' and (select app.viewer()) is null
        when ''staff'' then (select app.scope()) = ''core'' and (select app.side()) = ''professional''
        when ''named'' then (select app.scope()) in (''core'', ''circle'', ''own'')
          and (written_by = (select app.person()) or (select app.person()) = any (readers))
          and ((select app.viewer()) is null or written_by = (select app.viewer()) or (select app.viewer()) = any (readers))
          and ((select app.scope()) = ''core'' or consent_id is null or app.widening_stands(consent_id))
        when ''circle'' then (select app.scope()) = ''core''
          or ((select app.scope()) in (''circle'', ''own'') and (consent_id is null or app.widening_stands(consent_id)))
        else (select app.scope()) = ''core'' end)', t);
  end loop;
end $$;

-- Who could read a text before keeps the text of then, also where only its readers changed.
create trigger comment_former_readers before update of audience, readers on comment for each row
  when (old.audience is distinct from new.audience or old.readers is distinct from new.readers) execute function app.keep_former_text();
create trigger progress_note_former_readers before update of audience, readers on progress_note for each row
  when (old.audience is distinct from new.audience or old.readers is distinct from new.readers) execute function app.keep_former_text();

-- Everyone who reads or could read texts of the family that was entered, with the relations they have at this moment. `waits`: asked
-- in, and reads along from the day they take part.
create function app.people_who_read() returns table (
  person_id uuid, given_name text, family_name text, staff boolean, born_on date, involved_as text, relations text[], waits boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.given_name, p.family_name, p.staff, p.born_on, i.relation::text,
    app.relations(p.id, i.family_id, coalesce(a.duties, '{}'), a.team_id, app.today()), i.relation <> 'coordinator' and i.accepted_at is null
  from involvement i join person p on p.id = i.person_id left join account a on a.person_id = p.id
  where i.family_id = any (app.families()) and cardinality(app.families()) = 1 and app.scope() = 'core' and i.ended_at is null
    and i.starts_on <= app.today() and (i.ends_on is null or i.ends_on >= app.today())
    and (i.consent_id is null or app.consent_stands(i.consent_id, app.today()))
  union
  select p.id, p.given_name, p.family_name, p.staff, p.born_on, 'scientist', array['scientist'], false
  from review v join plan n on n.id = v.plan_id and n.state = 'open' join person p on p.id = v.scientist_id
  join account a on a.person_id = p.id and a.state = 'active' and 'scientist' = any (a.duties)
  where v.family_id = any (app.families()) and cardinality(app.families()) = 1 and app.scope() = 'core' and v.state in ('taken', 'advised');
$$;

-- The consent to share about a person that stands today and covers this reader; everyone involved when no reader is named.
create function app.consent_to_share(p_about uuid, p_to uuid[], p_consent uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id from consent c
  where c.family_id = any (app.families()) and app.scope() = 'core' and c.kind = 'share' and c.about_person_id = p_about
    and (p_consent is null or c.id = p_consent) and (c.to_person_id is null or array[c.to_person_id] = p_to) and app.consent_stands(c.id, app.today())
  order by c.asked_at desc limit 1;
$$;
-- Who must consent before something about this person goes to others.
create function app.who_must_consent(p_about uuid) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select case when app.scope() = 'core' and cardinality(app.families()) = 1
    then app.must_consent((app.families())[1], p_about, app.today()) else '{}' end;
$$;

-- From whom something can be kept: whoever reads the plan chooses from everyone of the family, others from the parents and the coordinator.
create function app.people_to_keep_from() returns table (person_id uuid, given_name text, family_name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct p.id, p.given_name, p.family_name from involvement i join person p on p.id = i.person_id
  where i.family_id = any (app.families()) and cardinality(app.families()) = 1 and i.ended_at is null
    and (app.scope() = 'core' or (app.scope() = 'own' and i.relation in ('parent', 'coordinator')));
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Through somebody's eyes. The coordinator sees what that person sees, less what is kept from the coordinator; from here on the
-- transaction reads only.
-- ---------------------------------------------------------------------------------------------------------------------
create function app.see_as(p_person uuid) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare family uuid := (app.families())[1]; me uuid := app.person(); relations text[]; scope text; side text; who record;
begin
  if cardinality(app.families()) <> 1 or not 'coordinator' = any (app.acting_as()) or app.viewer() is not null or p_person = me then
    raise exception 'only the coordinator looks through the eyes of others' using errcode = 'insufficient_privilege';
  end if;
  select p.given_name, p.language into who from involvement i join person p on p.id = i.person_id
    where i.family_id = family and i.person_id = p_person and i.ended_at is null;
  if not found then raise exception 'not of this family' using errcode = 'insufficient_privilege'; end if;
  relations := app.relations(p_person, family, '{}', null, app.today());
  scope := case
    when relations && array['parent_with_authority', 'young_person', 'young_person_16'] then 'core'
    when 'professional' = any (relations) then 'circle'
    when cardinality(relations) = 0 then 'none'
    else 'own' end;
  side := case when 'professional' = any (relations) then 'professional' else 'family' end;
  perform set_config('app.viewer', me::text, true), set_config('app.person', p_person::text, true), set_config('app.account', '', true),
    set_config('app.acting_as', relations::text, true), set_config('app.scope', scope, true), set_config('app.side', side, true),
    set_config('app.duties', '{}', true);
  perform set_config('transaction_read_only', 'on', true);
  return jsonb_build_object('relations', relations, 'side', side, 'language', who.language);
end $$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Addresses, telephone numbers and e-mail: the application reads these columns through the functions below and in no other way.
-- ---------------------------------------------------------------------------------------------------------------------
alter table person add constraint person_reach_audience check (reach_audience in ('staff', 'core', 'circle'));
alter table household add constraint household_address_audience check (address_audience in ('staff', 'core', 'circle'));
revoke select on person, household from samenplan_app;
do $$
declare r record;
begin
  for r in select c.table_name as name, string_agg(quote_ident(c.column_name), ', ') as columns from information_schema.columns c
           where c.table_schema = 'public' and (c.table_name, c.column_name) not in
             (('person', 'email'), ('person', 'phone'), ('person', 'reach_note'), ('household', 'address'))
             and c.table_name in ('person', 'household') group by 1
  loop
    execute format('grant select (%s) on %I to samenplan_app', r.columns, r.name);
  end loop;
end $$;

-- Whether somebody's own data is kept from whoever reads, or from whoever looks through the reader's eyes; in every family.
create function app.kept_from_me(p_person uuid, p_what shield_what) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from shield s where s.person_id = p_person and s.ended_at is null and s.what in (p_what, 'both')
    and s.from_person_id in (app.person(), app.viewer()));
$$;

-- How people of a family can be reached, as far as whoever reads may know: one's own; the professionals of the plan; others as far
-- as the person opened it. Nobody from whom it is kept.
create function app.reach_in(p_family uuid) returns table (person_id uuid, email text, phone text, reach_note text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.email, p.phone, p.reach_note
  from person p
  where p_family = any ((select app.families())::uuid[]) and (select app.scope()) in ('core', 'circle', 'own')
    and p.id in (select i.person_id from involvement i where i.family_id = p_family and i.ended_at is null)
    and (p.email is not null or p.phone is not null or p.reach_note <> '')
    and (p.id = (select app.person())
      or ((select app.scope()) = 'core' and ((select app.side()) = 'professional' or p.reach_audience in ('core', 'circle')))
      or p.reach_audience = 'circle')
    and not app.kept_from_me(p.id, 'reach');
$$;
-- The same for one person; and one's own outside any family, and for the job that signs people in.
create function app.reach_of(p_person uuid) returns table (email text, phone text, reach_note text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.email, p.phone, p.reach_note from person p
  where p.id = p_person and ((p.id = app.person() and app.viewer() is null) or app.system() = 'accounts')
  union
  select r.email, r.phone, r.reach_note from unnest(app.families()) f (id) cross join lateral app.reach_in(f.id) r where r.person_id = p_person;
$$;

-- The addresses of a family that whoever reads may know. Where somebody lives from whom an address is kept, nobody's address is
-- told: that of a child would tell where its parent lives. Whoever lives there knows it.
create function app.addresses_in(p_family uuid) returns table (household_id uuid, address text)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.id, h.address
  from household h
  cross join lateral (
    select coalesce(bool_or(m.person_id = (select app.person())), false) as mine,
      coalesce(bool_or(app.kept_from_me(m.person_id, 'address')), false) as kept
    from household_member m where m.household_id = h.id) who
  where h.family_id = p_family and h.address <> '' and p_family = any ((select app.families())::uuid[])
    and (select app.scope()) in ('core', 'circle', 'own')
    and ((who.mine and (select app.viewer()) is null)
      or (not who.kept and (who.mine
        or ((select app.scope()) = 'core' and ((select app.side()) = 'professional' or h.address_audience in ('core', 'circle')))
        or h.address_audience = 'circle')));
$$;
-- Whether some address of this family is kept from whoever reads; then no former address is told either.
create function app.address_kept_in(p_family uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from shield s where s.ended_at is null and s.what in ('address', 'both')
    and s.from_person_id in (app.person(), app.viewer())
    and (s.family_id = p_family or exists (select 1 from involvement i where i.family_id = p_family and i.person_id = s.person_id)));
$$;

drop policy readers_of_then on former_text;
create policy readers_of_then on former_text as restrictive for select to samenplan_app using (
  case
    when object in ('safety_track') then (select app.viewer()) is null
      and (select app.acting_as())::text[] && array['coordinator', 'scientist', 'privacy_officer']
    when object = 'household' then (select app.side()) = 'professional' and not app.address_kept_in(family_id)
    when row ? 'audience' then case row->>'audience'
      when 'family' then (select app.side()) = 'family' and (select app.viewer()) is null
      when 'staff' then (select app.side()) = 'professional'
      when 'named' then (row->>'written_by' = (select app.person())::text or row->'readers' ? (select app.person())::text)
        and ((select app.viewer()) is null or row->>'written_by' = (select app.viewer())::text or row->'readers' ? (select app.viewer())::text)
      else true end
    else true end);

-- Whether an entry of the log is about words that are not for whoever reads the log: nobody else may learn that they exist. Words
-- that were taken back are known by what was kept of them.
create function app.text_kept_from_me(p_object text, p_id uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select p_object in ('view', 'comment', 'load_capacity', 'network_tie', 'progress_note', 'audience') and coalesce((
    select case t.audience
        when 'family' then app.side() <> 'family' or app.viewer() is not null
        when 'named' then not (t.written_by = app.person() or app.person() = any (t.readers))
        else false end
    from (
      select 1 as place, audience::text, written_by, readers from view where id = p_id and family_id = any (app.families())
      union all select 1 as place, audience::text, written_by, readers from comment where id = p_id and family_id = any (app.families())
      union all select 1 as place, audience::text, written_by, readers from load_capacity where id = p_id and family_id = any (app.families())
      union all select 1 as place, audience::text, written_by, readers from network_tie where id = p_id and family_id = any (app.families())
      union all select 1 as place, audience::text, written_by, readers from progress_note where id = p_id and family_id = any (app.families())
      union all (select 2, f.row->>'audience', (f.row->>'written_by')::uuid,
          array(select jsonb_array_elements_text(coalesce(f.row->'readers', '[]'))::uuid)
        from former_text f where f.object_id = p_id and f.row ? 'audience' and f.family_id = any (app.families())
        order by f.changed_at desc limit 1)
    ) t order by t.place limit 1), false);
$$;

revoke execute on function app.widening_stands(uuid), app.people_who_read(), app.consent_to_share(uuid, uuid[], uuid), app.who_must_consent(uuid), app.people_to_keep_from(),
  app.see_as(uuid), app.kept_from_me(uuid, shield_what), app.reach_in(uuid), app.reach_of(uuid), app.addresses_in(uuid), app.address_kept_in(uuid),
  app.text_kept_from_me(text, uuid) from public;
grant execute on function app.widening_stands(uuid), app.people_who_read(), app.consent_to_share(uuid, uuid[], uuid), app.who_must_consent(uuid), app.people_to_keep_from(),
  app.see_as(uuid), app.reach_in(uuid), app.reach_of(uuid), app.addresses_in(uuid), app.address_kept_in(uuid),
  app.text_kept_from_me(text, uuid) to samenplan_app;
