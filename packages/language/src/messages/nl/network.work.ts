export const networkWork = {} as const;
