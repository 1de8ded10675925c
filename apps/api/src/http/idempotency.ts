import type { ActorTx } from "./as-actor.ts";
import { HttpProblem } from "./problems.ts";

type Attempt = { key: string; endpoint: string; bodyHash: string };

/**
 * Runs a write once per key: the same request sent again gets the first answer. The row is written in the same transaction as
 * the change, so a second request waits for the first and an undone first leaves no trace. The same key for something else is
 * bad input. An answer that is given once is never kept: sent again, the request is a conflict.
 */
export async function replayOrRun<T>(tx: ActorTx, attempt: Attempt, run: () => Promise<T>, answersOnce = false): Promise<T> {
	if (!/^[\w-]{8,64}$/.test(attempt.key))
		throw new HttpProblem("invalid-input", { errors: [{ path: "Idempotency-Key", code: "invalid" }] });
	const claimed = await tx.sql({
		name: "idempotency_claim",
		text: `insert into idempotency_key (account_id, key, endpoint, body_hash) values ($1, $2, $3, $4)
			on conflict (account_id, key) do nothing returning key`,
		values: [tx.actor.accountId, attempt.key, attempt.endpoint, attempt.bodyHash],
	});
	if (claimed.length === 0) {
		const [kept] = await tx.sql<{ endpoint: string; body_hash: string; response: T }>({
			name: "idempotency_kept",
			text: "select endpoint, body_hash, response from idempotency_key where account_id = $1 and key = $2",
			values: [tx.actor.accountId, attempt.key],
		});
		if (!kept || kept.endpoint !== attempt.endpoint || kept.body_hash !== attempt.bodyHash)
			throw new HttpProblem("invalid-input", { errors: [{ path: "Idempotency-Key", code: "invalid" }] });
		if (answersOnce) throw new HttpProblem("conflict");
		// Nothing changed now; whoever had to hear of it heard it the first time.
		tx.quiet();
		return (kept.response ?? undefined) as T;
	}
	const result = await run();
	await tx.sql({
		name: "idempotency_keep",
		text: "update idempotency_key set status = 200, response = $3 where account_id = $1 and key = $2",
		values: [tx.actor.accountId, attempt.key, result === undefined || answersOnce ? null : JSON.stringify(result)],
	});
	return result;
}
