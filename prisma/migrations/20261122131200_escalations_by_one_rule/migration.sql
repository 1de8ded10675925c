-- An escalation is for whoever stands at the figures of a family, and that is the lead of its team alone: these two said the same again.
drop policy changes_as_added on escalation;
drop policy changes_as_changed on escalation;
