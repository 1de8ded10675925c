/** Thrown to undo a transaction in which nothing was done: it leaves no entry in the log. */
export class Looked extends Error {}
