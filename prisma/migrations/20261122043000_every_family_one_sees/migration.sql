-- A list of every family somebody may see anything of: the own ones, those a scientist thinks along with, those of a team lead's team.
create or replace function app.enter(p_account uuid, p_session uuid, p_family uuid, p_list text, p_now timestamptz, p_event text,
  p_action audit_action, p_object text, p_object_id uuid, p_client text, p_request text, p_changes boolean)
returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who record; relations text[] := '{}'; families uuid[] := '{}'; scope text := 'none'; side text;
begin
  select a.person_id, a.organisation_id, a.duties, a.team_id, p.language, p.given_name into who
  from account a join person p on p.id = a.person_id
  join session s on s.id = p_session and s.account_id = a.id and s.ended_at is null and s.expires_at > clock_timestamp()
  where a.id = p_account and a.state = 'active';
  if not found then return jsonb_build_object('live', false); end if;

  perform set_config('app.now', p_now::text, true);
  if p_family is not null then
    relations := app.relations(who.person_id, p_family, who.duties, who.team_id, (p_now at time zone 'Europe/Amsterdam')::date);
    scope := case
      when relations && array['coordinator', 'scientist', 'parent_with_authority', 'young_person', 'young_person_16'] then 'core'
      when 'professional' = any (relations) then 'circle'
      when cardinality(relations) = 0 then 'none'
      when relations = array['team_lead'] then 'figures'
      else 'own' end;
    if cardinality(relations) > 0 then families := array[p_family]; end if;
  elsif p_list is not null then
    families := case p_list
      when 'coordinated' then array(select i.family_id from involvement i
        where i.person_id = who.person_id and i.ended_at is null and i.relation = 'coordinator')
      when 'seen' then array(
        select i.family_id from involvement i where i.person_id = who.person_id and i.ended_at is null
          and cardinality(app.relations(who.person_id, i.family_id, who.duties, who.team_id, (p_now at time zone 'Europe/Amsterdam')::date)) > 0
        union select v.family_id from review v where 'scientist' = any (who.duties) and v.scientist_id = who.person_id
          and cardinality(app.relations(who.person_id, v.family_id, who.duties, who.team_id, (p_now at time zone 'Europe/Amsterdam')::date)) > 0
        union select f.id from family f where 'team_lead' = any (who.duties) and f.team_id = who.team_id)
      when 'team' then array(select f.id from family f where 'team_lead' = any (who.duties) and f.team_id = who.team_id)
      else array(select i.family_id from involvement i where i.person_id = who.person_id and i.ended_at is null
        and cardinality(app.relations(who.person_id, i.family_id, who.duties, who.team_id, (p_now at time zone 'Europe/Amsterdam')::date)) > 0)
      end;
    scope := 'list';
  end if;
  side := case
    when relations && array['coordinator', 'scientist', 'team_lead', 'professional'] then 'professional'
    when cardinality(relations) > 0 then 'family'
    when cardinality(who.duties) > 0 then 'professional'
    else 'family' end;

  perform set_config('app.account', p_account::text, true), set_config('app.person', who.person_id::text, true),
    set_config('app.organisation', who.organisation_id::text, true), set_config('app.families', families::text, true),
    set_config('app.scope', scope, true), set_config('app.side', side, true), set_config('app.system', '', true),
    set_config('app.duties', who.duties::text, true);

  if p_family is null or cardinality(relations) > 0 then
    perform app.audit(p_event, p_action, 'success', p_account, who.person_id, coalesce(relations[1], case when cardinality(who.duties) > 0 then 'staff' else 'self' end),
      p_object, p_object_id, p_family, 'relation', p_client, p_request, 'api');
  end if;
  if p_changes and p_family is not null then perform pg_notify('family_changed', p_family::text); end if;
  return jsonb_build_object('live', true, 'personId', who.person_id, 'organisationId', who.organisation_id,
    'duties', who.duties, 'relations', relations, 'side', side, 'language', who.language);
end $$;
