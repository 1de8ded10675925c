import type { organisations as nl } from "../nl/organisations.ts";

export const organisations = {} satisfies Record<keyof typeof nl, string>;
