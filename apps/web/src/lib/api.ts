import { createClient, ProblemError } from "@samenplan/contract/client";
import { learnTime } from "./clock.ts";
import { isPresent } from "./presence.ts";
import { askProof } from "./proof.ts";
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
		if (!isPresent()) headers.set("samenplan-present", "no");
		else touchedAt = Date.now();
		if (init.method !== "GET") headers.set("idempotency-key", keyOfThisCall ?? crypto.randomUUID());
		const token = await tokenFor(headers);
		const again = () => fetch(url, { ...init, headers });
		let response = await again();
		learnTime(response);
		if (response.status === 401 && token) {
			const renewed = await renewToken(token);
			if (!renewed) return response;
			headers.set("authorization", `Bearer ${renewed}`);
			response = await again();
		}
		// The same request, with the same key, once it is clear who asks.
		return (await wantsProof(response)) && (await askProof()) ? again() : response;
	},
});

let touchedAt = Date.now();
/** When the server last heard of somebody here. */
export function lastTouch(): number {
	return touchedAt;
}

async function wantsProof(response: Response): Promise<boolean> {
	if (response.status !== 403) return false;
	const problem = (await response
		.clone()
		.json()
		.catch(() => undefined)) as { code?: string } | undefined;
	return problem?.code === "prove-again";
}

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
