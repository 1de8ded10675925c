import { createClient, ProblemError } from "@samenplan/contract/client";
import { learnTime } from "./clock.ts";
import { liveToken, renewToken } from "./session.ts";

let keyOfThisCall: string | undefined;

/**
 * Calls an endpoint of the contract, typed by it, with the token of the session.
 * Throws `ProblemError` (see `problems.ts` for its words). Every write carries an idempotency key, so that a request
 * that is sent again is not done again.
 *
 * `await call(readGoal, { params: { familyId, goalId }, signal })`
 */
export const call = createClient({
	send: async (url, init) => {
		const headers = new Headers(init.headers);
		headers.set("accept", "application/json");
		if (init.method !== "GET") headers.set("idempotency-key", keyOfThisCall ?? crypto.randomUUID());
		const token = await tokenFor(headers);
		const response = await fetch(url, { ...init, headers });
		learnTime(response);
		if (response.status !== 401 || !token) return response;
		const renewed = await renewToken(token);
		if (!renewed) return response;
		headers.set("authorization", `Bearer ${renewed}`);
		return fetch(url, { ...init, headers });
	},
});

/** Gives the call made inside `work` a key of one's own choosing: the same deed tried again keeps its key. */
export function withIdempotencyKey<T>(key: string, work: () => T): T {
	keyOfThisCall = key;
	try {
		return work();
	} finally {
		keyOfThisCall = undefined;
	}
}

async function tokenFor(headers: Headers): Promise<string | undefined> {
	const token = await liveToken();
	if (token) headers.set("authorization", `Bearer ${token}`);
	return token;
}

/** The other text, when somebody else was first (409 `conflict`). */
export function conflictOf<T>(error: unknown): T | undefined {
	return error instanceof ProblemError && error.problem.code === "conflict" ? (error.problem.current as T) : undefined;
}
