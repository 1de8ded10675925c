import type { evaluateWork as nl } from "../nl/evaluate.work.ts";

export const evaluateWork = {} satisfies Record<keyof typeof nl, string>;
