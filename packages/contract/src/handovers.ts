/** Another coordinator for a family. */
export {};
