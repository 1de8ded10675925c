-- No job ever consents for somebody: only who gives an answer writes it, or the coordinator records it.
alter policy in_ones_own_name on consent_answer with check (
  written_by = (select app.person())
  and (person_id = (select app.person()) or (recorded and 'coordinator' = any ((select app.acting_as())::text[]))));
