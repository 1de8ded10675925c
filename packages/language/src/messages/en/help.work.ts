import type { helpWork as nl } from "../nl/help.work.ts";

export const helpWork = {} satisfies Record<keyof typeof nl, string>;
