import type { goals as nl } from "../nl/goals.ts";

export const goals = {} satisfies Record<keyof typeof nl, string>;
