-- Who hears of what is proposed, confirmed or turned off for signing in: every administrator and privacy officer of the organisation.
create function app.ears_of_sign_in_service(p_organisation uuid)
returns table (person_id uuid, account_id uuid, email text, language language, given_name text, organisation text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, a.id, a.email, p.language, p.given_name, o.name
  from account a join person p on p.id = a.person_id join organisation o on o.id = a.organisation_id
  where a.organisation_id = p_organisation and a.state = 'active' and a.email is not null
    and a.duties && array['administrator', 'privacy_officer']::staff_duty[]
    and (app.system() = 'accounts'
         or (p_organisation = app.organisation() and app.duties() && array['administrator', 'privacy_officer']))
  order by a.created_at, a.id;
$$;
revoke execute on function app.ears_of_sign_in_service(uuid) from public;
grant execute on function app.ears_of_sign_in_service(uuid) to samenplan_app;
