/** Notes for the work itself, temporary. */

export const workNoteReleases = ["on_request", "after_talk", "withheld"] as const;
