export const helpWork = {} as const;
