import type { people as nl } from "../nl/people.ts";

export const people = {} satisfies Record<keyof typeof nl, string>;
