/** How a plan can end. Apart from the plan, because an evaluation decides it and a plan holds its evaluations. */
export const closingKinds = ["goals_reached", "goes_on_alone", "family_stops", "moved", "other_help", "age", "other"] as const;
