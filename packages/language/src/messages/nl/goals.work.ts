export const goalsWork = {} as const;
