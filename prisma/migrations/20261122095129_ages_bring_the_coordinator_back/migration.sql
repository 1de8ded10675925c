-- The ages 4, 12, 16 and 18 bring the coordinator back as what was written down does (R10): they follow from the dates of birth.

-- The day on which somebody reaches an age; born on 29 February, that is 1 March in other years, as Dutch law counts.
create function app.birthday_on(p_born_on date, p_age int) returns date language sql immutable parallel safe
  return (p_born_on + make_interval(years => p_age))::date
    + case when extract(day from p_born_on) = 29 and extract(day from p_born_on + make_interval(years => p_age)) = 28 then 1 else 0 end;

-- What nobody came back to yet: milestones that were written down, and the ages around this day that nobody wrote about.
create function app.open_milestones(p_families uuid[]) returns table (id uuid, family_id uuid, on_day date)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, m.family_id, m.on_day from milestone m where m.family_id = any (p_families) and m.done_on is null
  union all
  select md5(i.family_id::text || i.person_id::text || a.kind)::uuid, i.family_id, b.on_day
  from involvement i
  join person n on n.id = i.person_id and n.born_on is not null
  cross join (values ('age_4', 4), ('age_12', 12), ('age_16', 16), ('age_18', 18)) as a (kind, age)
  cross join lateral (select app.birthday_on(n.born_on, a.age) as on_day) b
  where i.family_id = any (p_families) and i.relation = 'child' and i.ended_at is null
    and b.on_day between app.today() - 60 and app.today() + 60
    -- Until they say yes, this family does not know when somebody of another one was born.
    and not app.of_elsewhere(n.id, i.family_id)
    and not exists (select 1 from milestone m where m.family_id = i.family_id and m.person_id = i.person_id and m.kind::text = a.kind);
$$;
revoke all on function app.birthday_on(date, int), app.open_milestones(uuid[]) from public, samenplan_app;

do $$
declare
  caseload text := pg_get_functiondef('app.caseload()'::regprocedure);
  first_day text := $a$  left join lateral (select min(mi.on_day) as on_day from milestone mi where mi.family_id = f.id and mi.done_on is null
    and (p.id is not null or (select lp.wants_milestones from plan lp where lp.family_id = f.id order by lp.created_at desc limit 1))) ms on true$a$;
  wanted text := pg_get_functiondef('app.reminders_wanted(uuid[], reminder_kind[], jsonb)'::regprocedure);
  each_one text := $a$from fam join milestone m on m.family_id = fam.id and m.done_on is null$a$;
begin
  if position(first_day in caseload) = 0 or position(each_one in wanted) = 0 then raise exception 'what counts milestones reads otherwise than expected'; end if;
  execute replace(caseload, first_day, $a$  left join (select om.family_id, min(om.on_day) as on_day from app.open_milestones(app.families()) om group by om.family_id) mo on mo.family_id = f.id
  left join lateral (select mo.on_day
    where p.id is not null or (select lp.wants_milestones from plan lp where lp.family_id = f.id order by lp.created_at desc limit 1)) ms on true$a$);
  execute replace(wanted, each_one, $a$from fam join app.open_milestones(p_families) m on m.family_id = fam.id$a$);
end $$;
