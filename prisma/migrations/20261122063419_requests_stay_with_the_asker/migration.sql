-- Looking through somebody's eyes shows nothing of what they asked the privacy officer.
create policy not_through_others on privacy_request as restrictive for select to samenplan_app using (
  (select app.viewer()) is null or person_id = (select app.viewer()) or recorded_by = (select app.viewer()));
