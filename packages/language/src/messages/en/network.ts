import type { network as nl } from "../nl/network.ts";

export const network = {} satisfies Record<keyof typeof nl, string>;
