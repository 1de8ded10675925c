import type { help as nl } from "../nl/help.ts";

export const help = {} satisfies Record<keyof typeof nl, string>;
