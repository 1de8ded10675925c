import type { reviews as nl } from "../nl/reviews.ts";

export const reviews = {} satisfies Record<keyof typeof nl, string>;
