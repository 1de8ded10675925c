/** Searching the log, its seal, and the weekly list of odd patterns. */

export const oddPatternKinds = ["no_relation", "many_families", "own_family", "emergency", "at_night"] as const;
