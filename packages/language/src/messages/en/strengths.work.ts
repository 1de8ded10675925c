import type { strengthsWork as nl } from "../nl/strengths.work.ts";

export const strengthsWork = {} satisfies Record<keyof typeof nl, string>;
