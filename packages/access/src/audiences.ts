/**
 * Who may read a text. `family`: private family time, only the family. `core`: the family and the coordinator, and the scientist
 * during a review. `circle`: everyone involved. `named`: its writer and the persons listed. `staff`: the professionals of the plan.
 */
export const audiences = ["family", "core", "circle", "named", "staff"] as const;
export type Audience = (typeof audiences)[number];
