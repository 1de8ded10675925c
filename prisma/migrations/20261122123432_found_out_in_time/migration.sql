-- AlterEnum
ALTER TYPE "reminder_kind" ADD VALUE 'inquiry';

-- The body below names a kind that this transaction adds.
set local check_function_bodies = off;
-- What was to be found out by a day: whoever of the family decides along finds it out, or else the coordinator does or asks the one who
-- would. It ends when something was found or it is let go. A talk that goes no further is seen by other ladders: the team lead is spared.
create index inquiry_due on inquiry (family_id) where state = 'open' and due_on is not null;
do $$
declare
  wanted text := pg_get_functiondef('app.reminders_wanted(uuid[], reminder_kind[], jsonb)'::regprocedure);
  stalled text := '-- Nothing was written for a while. Before the first contact';
  refresh text := pg_get_functiondef('app.refresh_reminders(uuid, int, boolean, jsonb)'::regprocedure);
  waits text := $a$union select h.family_id from help h where h.state = 'waiting'$a$;
begin
  if position(stalled in wanted) = 0 or position(waits in refresh) = 0 then raise exception 'the ladders read otherwise than expected'; end if;
  execute replace(wanted, stalled, $a$-- Something is to be found out by a day.
      select q.family_id, 'inquiry', q.id, w.person_id, q.due_on, q.due_on - 3, w.rungs
      from fam join inquiry q on q.family_id = fam.id and q.plan_id = fam.plan_id and q.state = 'open' and q.due_on is not null
      join lateral (
        select h.person_id, '{before,on_day,after}'::reminder_rung[] as rungs from home h where h.family_id = fam.id and h.person_id = q.person_id
        union all
        select c.person_id, case when exists (select 1 from home h where h.family_id = fam.id and h.person_id = q.person_id)
            then '{after}' else '{before,on_day,after}' end::reminder_rung[]
          from coach c where c.family_id = fam.id) w on true
      where 'inquiry' = any (p_kinds)
      union all
      $a$ || stalled);
  execute replace(refresh, waits, waits || $a$
        union select q.family_id from inquiry q where q.state = 'open' and q.due_on is not null$a$);
end $$;
