export const evaluateWork = {} as const;
