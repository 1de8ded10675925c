import type { familiesWork as nl } from "../nl/families.work.ts";

export const familiesWork = {} satisfies Record<keyof typeof nl, string>;
