export const strengthsWork = {} as const;
