import type { Frame, Job } from "./as-actor.ts";
import { Looked } from "./looked.ts";
import type { Tx } from "./transaction.ts";

/**
 * Lets a job look whether there is anything for it to do. The transaction is always undone, so that a look every minute leaves no
 * entries in the log; the work itself then goes through `asJob`, which leaves one each time.
 */
export async function lookAsJob<T>(frame: Frame, name: Job["name"], look: (tx: Tx) => Promise<T>): Promise<T> {
	let seen: { value: T } | undefined;
	await frame
		.asJob({ name, event: `${name}.look`, action: "read", object: name }, async (tx) => {
			seen = { value: await look(tx) };
			throw new Looked();
		})
		.catch(unlessLooked);
	return (seen as unknown as { value: T }).value;
}

/** Runs a job that may find, inside its transaction, that there is nothing to do any more: then nothing happened. */
export async function unlessDone(work: Promise<unknown>): Promise<boolean> {
	return work.then(
		() => true,
		(error) => {
			unlessLooked(error);
			return false;
		},
	);
}

/** Thrown inside a job: another worker was first, or there is nothing to do any more. */
export const nothingToDo = () => new Looked();

function unlessLooked(error: unknown): void {
	if (!(error instanceof Looked)) throw error;
}
