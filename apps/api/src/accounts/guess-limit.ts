import { isIPv6 } from "node:net";
import type { Services } from "../http/route.ts";
import type { Tx } from "../http/transaction.ts";
import { type Refusal, refuse } from "./as-accounts.ts";
import { keyedHash } from "./sealed.ts";

/** So many wrong guesses from one address in one window; a home, a school or an office shares an address. */
export const guessesAllowed = 30;
const windowMinutes = 30;

/** The network a client belongs to: an IPv4 address, or the first half of an IPv6 address, since that is what one home gets. */
export function networkOf(client: string): string {
	const plain = client.replace(/^::ffff:(?=\d+\.)/i, "");
	if (!isIPv6(plain)) return plain;
	const [before = "", after] = plain.split("%")[0]?.split("::") ?? [];
	const groups = before === "" ? [] : before.split(":");
	const missing = after === undefined ? 0 : 8 - groups.length - (after === "" ? 0 : after.split(":").length);
	const whole = [...groups, ...Array<string>(missing).fill("0"), ...(after ? after.split(":") : [])];
	return whole
		.slice(0, 4)
		.map((group) => Number.parseInt(group, 16).toString(16))
		.join(":");
}

/** What is counted together is kept as a hash only, so that no address stays behind. */
const keyOf = (what: string, services: Services) => keyedHash(services, "limit", what);

/** Counts one more of something within a window that begins with the first; parallel requests never share one. */
export async function countOneMore(tx: Tx, services: Services, what: string, minutes: number): Promise<{ count: number; seconds: number }> {
	const [row] = await tx.sql<{ count: number; seconds: number }>({
		name: "guess_count",
		text: `insert into guess_limit (key, count, until) values ($1, 1, clock_timestamp() + make_interval(mins => $2))
			on conflict (key) do update set
				count = case when guess_limit.until < clock_timestamp() then 1 else guess_limit.count + 1 end,
				until = case when guess_limit.until < clock_timestamp() then excluded.until else guess_limit.until end
			returning count, ceil(extract(epoch from until - clock_timestamp()))::int as seconds`,
		values: [keyOf(what, services), minutes],
	});
	return row ?? { count: 1, seconds: minutes * 60 };
}

/**
 * Counts one more try before it is looked at, and refuses it when there were more than `most` within so many minutes.
 * @returns the refusal, or nothing
 */
export async function refuseAfter(
	tx: Tx,
	services: Services,
	what: string,
	{ most, minutes }: { most: number; minutes: number },
): Promise<Refusal | undefined> {
	const { count, seconds } = await countOneMore(tx, services, what, minutes);
	return count > most ? refuse("too-many-tries", { retryAfter: Math.max(1, seconds) }) : undefined;
}

/**
 * Counts a guess before it is looked at, so that parallel guesses cannot share one.
 * @returns seconds to wait when there were too many, otherwise nothing
 */
export async function countGuess(tx: Tx, services: Services, client: string): Promise<number | undefined> {
	const { count, seconds } = await countOneMore(tx, services, `guess:${networkOf(client)}`, windowMinutes);
	return count > guessesAllowed ? Math.max(1, seconds) : undefined;
}

/** Gives the guess back: it was right. */
export async function forgiveGuess(tx: Tx, services: Services, client: string): Promise<void> {
	await countOneLess(tx, services, `guess:${networkOf(client)}`);
}

/** Takes back what {@link countOneMore} counted. */
export async function countOneLess(tx: Tx, services: Services, what: string): Promise<void> {
	await tx.sql({
		name: "guess_forgive",
		text: "update guess_limit set count = greatest(count - 1, 0) where key = $1",
		values: [keyOf(what, services)],
	});
}
