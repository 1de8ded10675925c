import type { evaluate as nl } from "../nl/evaluate.ts";

export const evaluate = {} satisfies Record<keyof typeof nl, string>;
