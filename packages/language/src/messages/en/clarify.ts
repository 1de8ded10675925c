import type { clarify as nl } from "../nl/clarify.ts";

export const clarify = {} satisfies Record<keyof typeof nl, string>;
