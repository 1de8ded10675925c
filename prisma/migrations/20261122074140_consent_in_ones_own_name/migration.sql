-- Nobody consents in the name of somebody else: an answer is added by who writes it, about their own, or as recorded by the coordinator.
create policy in_ones_own_name on consent_answer as restrictive for insert to samenplan_app with check (
  (select app.system()) <> ''
  or (written_by = (select app.person())
      and (person_id = (select app.person()) or (recorded and 'coordinator' = any ((select app.acting_as())::text[])))));
