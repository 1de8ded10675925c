import type { plans as nl } from "../nl/plans.ts";

export const plans = {} satisfies Record<keyof typeof nl, string>;
