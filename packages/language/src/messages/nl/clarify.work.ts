export const clarifyWork = {} as const;
