import type { commentsWork as nl } from "../nl/comments.work.ts";

export const commentsWork = {} satisfies Record<keyof typeof nl, string>;
