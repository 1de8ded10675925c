/** Moments of contact with the family. */
export {};
