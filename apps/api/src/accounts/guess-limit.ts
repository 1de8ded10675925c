import { createHmac } from "node:crypto";
import type { Tx } from "../http/as-actor.ts";
import type { Services } from "../http/route.ts";

/** So many wrong guesses from one address in one window; a home, a school or an office shares an address. */
export const guessesAllowed = 30;
const windowMinutes = 30;

/** Whose guesses are counted together: the client address, for IPv6 its network; kept as a hash only. */
function keyOf(client: string, services: Services): string {
	const plain = client.replace(/^::ffff:/, "");
	const network = plain.includes(":") ? plain.split(":").slice(0, 4).join(":") : plain;
	return createHmac("sha256", services.config.SECRET).update(`guess:${network}`).digest("hex");
}

/**
 * Counts a guess before it is looked at, so that parallel guesses cannot share one.
 * @returns seconds to wait when there were too many, otherwise nothing
 */
export async function countGuess(tx: Tx, services: Services, client: string): Promise<number | undefined> {
	const [row] = await tx.sql<{ count: number; seconds: number }>({
		name: "guess_count",
		text: `insert into guess_limit (key, count, until) values ($1, 1, clock_timestamp() + make_interval(mins => $2))
			on conflict (key) do update set
				count = case when guess_limit.until < clock_timestamp() then 1 else guess_limit.count + 1 end,
				until = case when guess_limit.until < clock_timestamp() then excluded.until else guess_limit.until end
			returning count, ceil(extract(epoch from until - clock_timestamp()))::int as seconds`,
		values: [keyOf(client, services), windowMinutes],
	});
	return row && row.count > guessesAllowed ? Math.max(1, row.seconds) : undefined;
}

/** Gives the guess back: it was right. */
export async function forgiveGuess(tx: Tx, services: Services, client: string): Promise<void> {
	await tx.sql({
		name: "guess_forgive",
		text: "update guess_limit set count = greatest(count - 1, 0) where key = $1",
		values: [keyOf(client, services)],
	});
}
