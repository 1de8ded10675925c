import type { comments as nl } from "../nl/comments.ts";

export const comments = {} satisfies Record<keyof typeof nl, string>;
