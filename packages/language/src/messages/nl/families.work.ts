export const familiesWork = {} as const;
