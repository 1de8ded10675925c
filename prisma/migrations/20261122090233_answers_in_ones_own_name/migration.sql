-- What says that somebody answered is added by that person, or by the coordinator as recorded together with them: positions, scores, how
-- the cooperation was, statements. For consent it was so already; no job ever answers for anybody.
create policy in_ones_own_name on position as restrictive for insert to samenplan_app with check (
  written_by = (select app.person())
  and (person_id = (select app.person()) or (recorded and 'coordinator' = any ((select app.acting_as())::text[]))));
create policy in_ones_own_name on evaluation_score as restrictive for insert to samenplan_app with check (
  written_by = (select app.person())
  and (person_id = (select app.person()) or (recorded and 'coordinator' = any ((select app.acting_as())::text[]))));
-- Who wrote one's own answer is not always said.
create policy in_ones_own_name on cooperation_answer as restrictive for insert to samenplan_app with check (
  coalesce(written_by, person_id) = (select app.person())
  and (person_id = (select app.person()) or (recorded and 'coordinator' = any ((select app.acting_as())::text[]))));
create policy in_ones_own_name on statement as restrictive for insert to samenplan_app with check (person_id = (select app.person()));

-- A score and an answer about the cooperation can change until the talk: each by whoever it is of, what was recorded by the coordinator
-- too. Whose it is, and of what, stays; nobody takes one away.
create policy own_name_changed on evaluation_score as restrictive for update to samenplan_app
  using (person_id = (select app.person()) or (recorded and 'coordinator' = any ((select app.acting_as())::text[])))
  with check (written_by = (select app.person()) and (person_id = (select app.person()) or recorded));
create policy own_name_changed on cooperation_answer as restrictive for update to samenplan_app
  using (person_id = (select app.person()) or (recorded and 'coordinator' = any ((select app.acting_as())::text[])))
  with check (coalesce(written_by, person_id) = (select app.person()) and (person_id = (select app.person()) or recorded));
revoke update, delete on evaluation_score, cooperation_answer from samenplan_app;
grant update (score, text, language, written_by, recorded, version, updated_at) on evaluation_score to samenplan_app;
grant update (score, text, written_by, recorded, updated_at) on cooperation_answer to samenplan_app;
drop policy own_removed on evaluation_score;
drop policy own_removed on cooperation_answer;
drop policy changes_as_removed on evaluation_score;
drop policy changes_as_removed on cooperation_answer;
-- Said above now, of every side.
alter policy core on evaluation_score with check (family_id = any ((select app.families())::uuid[]));
alter policy core on cooperation_answer with check (family_id = any ((select app.families())::uuid[]));

-- Of a position nothing changes but its explanation: another answer is another position.
revoke update on position from samenplan_app;
grant update (explanation, explained_by, explained_at) on position to samenplan_app;
