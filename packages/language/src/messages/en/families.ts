import type { families as nl } from "../nl/families.ts";

export const families = {} satisfies Record<keyof typeof nl, string>;
