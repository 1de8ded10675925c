import type { plansWork as nl } from "../nl/plans.work.ts";

export const plansWork = {} satisfies Record<keyof typeof nl, string>;
