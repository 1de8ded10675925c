-- AlterTable
ALTER TABLE "work_note" ADD COLUMN     "about_person_id" UUID;

-- A note about somebody goes with that person, and never turns into a note about the whole family.
alter table work_note add constraint work_note_about foreign key (about_person_id) references person (id) on delete cascade;
create index work_note_about_person_id_idx on work_note (about_person_id);

-- Which notes a request may reach: about whom was asked, about the asker; about the whole family only for whoever has authority over
-- the child who was asked about. A note about another adult, or about a child who was not asked about, is nobody else's to read.
create function app.note_is_for(p_about uuid, p_family uuid, p_asker uuid, p_asked_about uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select case when p_about is not null then p_about in (p_asked_about, p_asker)
    else exists (select 1 from authority a
      where a.family_id = p_family and a.parent_id = p_asker and a.child_id = p_asked_about and a.holds = 'yes') end;
$$;
revoke execute on function app.note_is_for(uuid, uuid, uuid, uuid) from public;

-- As before, with the notes that are for this asker. Of what is withheld the asker learns the number; the reasons are for whoever weighs them.
create or replace function app.given_out_notes(p_request uuid) returns jsonb
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare q privacy_request; weighed timestamptz; weighs boolean;
begin
  if not app.may_give_out(p_request) then raise exception 'no such request' using errcode = 'insufficient_privilege'; end if;
  select * into q from privacy_request where id = p_request;
  weighed := coalesce(q.decided_at, app.now());
  weighs := q.person_id <> app.person() and 'privacy_officer' = any (app.acting_as());
  -- Somebody of the own circle, or a parent without authority over the child, learns nothing of what is noted about the family.
  if not app.relations(q.person_id, q.family_id, '{}', null, app.today()) && array['parent_with_authority', 'young_person', 'young_person_16'] then
    return jsonb_build_object('workNotes', '[]'::jsonb, 'withheld', 0, 'withheldBecause', '[]'::jsonb, 'afterTalk', 0,
      'professionalTexts', '[]'::jsonb, 'safety', '[]'::jsonb);
  end if;
  return (
    with note as materialized (
      select n.*, trim(p.given_name || ' ' || p.family_name) as author from work_note n join person p on p.id = n.author_id
      where n.family_id = q.family_id and n.moved_to is null and n.updated_at <= weighed
        and app.note_is_for(n.about_person_id, q.family_id, q.person_id, q.about_person_id))
    select jsonb_build_object(
      'workNotes', (select coalesce(jsonb_agg(jsonb_build_object('author', n.author, 'text', n.text, 'at', n.updated_at)
          order by n.created_at, n.id), '[]') from note n where n.release = 'on_request'),
      'withheld', (select count(*) from note n where n.release = 'withheld'),
      'withheldBecause', (select coalesce(jsonb_agg(n.withheld_because order by n.created_at, n.id), '[]') from note n
          where weighs and n.release = 'withheld'),
      'afterTalk', (select count(*) from note n where n.release = 'after_talk'),
      'professionalTexts', (select coalesce(jsonb_agg(jsonb_build_object('author', trim(p.given_name || ' ' || p.family_name), 'text', v.text, 'at', v.updated_at)
          order by v.created_at, v.id), '[]') from view v join person p on p.id = v.written_by
          where v.family_id = q.family_id and v.audience = 'staff' and v.about_person_id = q.about_person_id and v.updated_at <= weighed),
      'safety', (select coalesce(jsonb_agg(jsonb_build_object('step', e.step, 'text', e.text, 'happenedOn', e.happened_on) order by e.created_at, e.id), '[]')
          from safety_entry e join safety_track t on t.id = e.track_id
          where t.family_id = q.family_id and not t.shielded and t.state = 'closed' and greatest(t.closed_at, t.unshielded_at) <= weighed
            and (e.about_person_id is null or e.about_person_id = q.about_person_id))));
end $$;
