import type { clarifyWork as nl } from "../nl/clarify.work.ts";

export const clarifyWork = {} satisfies Record<keyof typeof nl, string>;
