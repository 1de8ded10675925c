/** Somebody's own statement beside a text that stays. */

export const statementObjects = ["plan", "step", "view", "goal", "decision", "help", "evaluation", "review", "comment"] as const;
