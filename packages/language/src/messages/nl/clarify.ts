export const clarify = {} as const;
