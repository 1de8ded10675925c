import type { strengths as nl } from "../nl/strengths.ts";

export const strengths = {} satisfies Record<keyof typeof nl, string>;
