import type { consent as nl } from "../nl/consent.ts";

export const consent = {} satisfies Record<keyof typeof nl, string>;
