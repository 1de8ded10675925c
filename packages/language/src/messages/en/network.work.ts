import type { networkWork as nl } from "../nl/network.work.ts";

export const networkWork = {} satisfies Record<keyof typeof nl, string>;
