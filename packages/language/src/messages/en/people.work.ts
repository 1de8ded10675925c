import type { peopleWork as nl } from "../nl/people.work.ts";

export const peopleWork = {} satisfies Record<keyof typeof nl, string>;
