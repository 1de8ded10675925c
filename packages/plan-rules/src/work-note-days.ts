/** Days until a note for the work goes by itself, unless another day is chosen; at most a year. */
export const workNoteDays = { usual: 90, atMost: 365 } as const;
