import type { caseload as nl } from "../nl/caseload.ts";

export const caseload = {} satisfies Record<keyof typeof nl, string>;
