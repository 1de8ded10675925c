export const plansWork = {} as const;
