/** Words that somebody is still writing. */
export {};
