import type { meetings as nl } from "../nl/meetings.ts";

export const meetings = {} satisfies Record<keyof typeof nl, string>;
