export const commentsWork = {} as const;
