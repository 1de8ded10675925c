import { setTimeout as wait } from "node:timers/promises";

/** Longer than the work behind it takes. */
export const paceMilliseconds = 250;

/**
 * Answers (or fails) at the next beat of a steady pace, so that the time of an answer does not tell what was found: whether an
 * address has an account, whether a code waits for it. The wait holds no connection to the database.
 */
export async function atSteadyPace<T>(work: () => Promise<T>): Promise<T> {
	const started = performance.now();
	try {
		return await work();
	} finally {
		const spent = performance.now() - started;
		await wait(Math.ceil(spent / paceMilliseconds) * paceMilliseconds - spent);
	}
}
