/** The reporting code for domestic violence and child abuse. */

export const safetyTrackStates = ["open", "closed"] as const;

export const safetyDecisions = ["report_and_help", "report", "help_organised", "no_suspicion"] as const;

export const safetyEntryKinds = ["signal", "consult", "talk", "weighing", "decision", "shared_without_consent", "correction"] as const;
