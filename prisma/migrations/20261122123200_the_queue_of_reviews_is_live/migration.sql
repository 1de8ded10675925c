-- A scientist who looks at the queue sees a question come in and go at once. Only the organisation is told, nothing of the family.
create function app.tell_reviews() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_notify('reviews_changed', f.organisation_id::text) from family f where f.id = new.family_id;
  return null;
end $$;
create trigger review_is_told after insert or update of state, urgent, urgent_because, scientist_id on review
  for each row execute function app.tell_reviews();

-- The duties somebody has now, for a stream that stays open; none when the session or the account is over.
create function app.still_on_duty(p_account uuid, p_session uuid) returns staff_duty[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select a.duties from account a
    join session s on s.id = p_session and s.account_id = a.id and s.ended_at is null and s.expires_at > clock_timestamp()
      and s.last_seen_at > clock_timestamp() - s.idle_minutes * interval '1 minute'
    where a.id = p_account and a.state = 'active'), array[]::staff_duty[]);
$$;
revoke execute on function app.tell_reviews() from public;
revoke execute on function app.still_on_duty(uuid, uuid) from public;
grant execute on function app.still_on_duty(uuid, uuid) to samenplan_app;
