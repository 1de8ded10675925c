/** Milestones in a child's life. */
export {};
