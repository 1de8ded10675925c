import { setTimeout as wait } from "node:timers/promises";
import type { SignInStep } from "@samenplan/contract/second-factors";
import type { OpenContext } from "../http/route.ts";
import { asAccounts, note, refuse } from "./as-accounts.ts";
import { afterFirstProof } from "./first-proof.ts";
import { countOneLess, countOneMore, networkOf } from "./guess-limit.ts";
import { knownAccountOfAddress, passwordOf } from "./known-account.ts";
import { isPassword } from "./passwords.ts";
import { wrongCodesPerHour } from "./sign-in.ts";

/** Wrong passwords for one address from one network; the address need not exist. */
export const wrongPasswordsHere = 10;
const minutes = 15;
/** From this many for one address, wherever they come from, each answer takes longer. Nobody is locked out by somebody else's guessing. */
export const wrongPasswordsInAll = 50;
export const slowMilliseconds = 2000;
const nobody = "00000000-0000-0000-0000-000000000000";

/**
 * Signs in with a password. An unknown address, an account without a password and a wrong password answer the same, after the same work.
 * @throws HttpProblem `password-wrong`; `too-many-tries` after many for this address from this network, or for many addresses
 */
export async function signInWithPassword(
	input: { email: string; password: string; ownDevice: boolean },
	context: OpenContext,
): Promise<SignInStep> {
	const { services, client } = context;
	const network = networkOf(client);
	const counted = [`password:${input.email}:${network}`, `password:${input.email}`, `sign-in:${network}`] as const;
	const deed = { event: "sign-in.password", action: "execute", object: "session" } as const;
	const before = await asAccounts(context, deed, async (tx) => {
		// Counted before it is looked at, so that parallel guesses cannot share one.
		const here = await countOneMore(tx, services, counted[0], minutes);
		const inAll = await countOneMore(tx, services, counted[1], 60);
		const anyone = await countOneMore(tx, services, counted[2], 60);
		if (here.count > wrongPasswordsHere) return refuse("too-many-tries", { retryAfter: Math.max(1, here.seconds) });
		if (anyone.count > wrongCodesPerHour) return refuse("too-many-tries", { retryAfter: Math.max(1, anyone.seconds) });
		const account = await knownAccountOfAddress(tx, input.email);
		// Asked for an address that nobody has too: the same work.
		return { account, hash: await passwordOf(tx, account?.id ?? nobody), slow: inAll.count > wrongPasswordsInAll };
	});
	// Outside the transaction: this takes a while by design, and must not hold a connection.
	if (before.slow) await wait(slowMilliseconds);
	const right = await isPassword(input.password, before.hash);
	return asAccounts(context, deed, async (tx) => {
		const account = right && before.account ? before.account : undefined;
		await note(tx, { event: "sign-in.password", outcome: account ? "success" : "denied", account: before.account ?? null });
		if (!account) return refuse("password-wrong");
		for (const what of counted) await countOneLess(tx, services, what);
		return afterFirstProof(tx, context, account, { method: "password", ownDevice: input.ownDevice });
	});
}
