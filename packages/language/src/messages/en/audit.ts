import type { audit as nl } from "../nl/audit.ts";

export const audit = {} satisfies Record<keyof typeof nl, string>;
