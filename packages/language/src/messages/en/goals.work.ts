import type { goalsWork as nl } from "../nl/goals.work.ts";

export const goalsWork = {} satisfies Record<keyof typeof nl, string>;
