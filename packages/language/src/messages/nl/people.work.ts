export const peopleWork = {} as const;
