/** What was done at once because a child was in danger. */
export {};
