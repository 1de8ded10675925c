/** What is kept about me. */
export {};
