import type { Session } from "@samenplan/contract/accounts";
import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { setUpPasskey } from "@samenplan/contract/second-factors";
import { asAccounts, note, type Refusal, refuse } from "../accounts/as-accounts.ts";
import { refuseAfter } from "../accounts/guess-limit.ts";
import { type KnownAccount, knownAccount } from "../accounts/known-account.ts";
import { startSession } from "../accounts/session.ts";
import { tellOwner } from "../accounts/tell-owner.ts";
import type { OpenContext } from "../http/route.ts";
import type { Tx } from "../http/transaction.ts";
import { finishHalfWay, type HalfWayAttempt, halfWayHere } from "./attempts.ts";
import { keepAuthenticator, newAuthenticatorSecret } from "./authenticator.ts";
import { factorsOf } from "./factors.ts";
import { triesPerAttempt } from "./give-second-factor.ts";
import { challengeForNew, keepNewPasskey } from "./passkeys.ts";
import { newRecoveryCodes } from "./recovery-codes.ts";

type SetUp = { session: Session; recoveryCodes: string[] };

/** An employee without a second factor makes one before anything else: here, half-way the sign-in, without a session. */
export const askFirstPasskey = (context: OpenContext) =>
	inSetUp(context, "passkey.challenge", (tx, { half, account }) => challengeForNew(tx, context.services, account, half.id));

export const askFirstAuthenticator = (context: OpenContext) =>
	inSetUp(context, "authenticator.secret", (tx, { half, account }) => newAuthenticatorSecret(tx, context.services, account, half.id));

/** Keeps the first passkey, gives recovery codes, and signs in. */
export const setUpWithPasskey = (given: EndpointParsed<typeof setUpPasskey>["body"], context: OpenContext): Promise<SetUp> =>
	inSetUp(context, "passkey.add", async (tx, { half, account }) => {
		const passkey = await keepNewPasskey(tx, context.services, { ...given, accountId: account.id, owner: half.id });
		await noteNew(tx, { account, what: "passkey", ...(passkey && { id: passkey.id }) });
		return passkey ? enter(tx, context, { half, account }) : refuse("passkey-wrong");
	});

/** Keeps the authenticator app when its first code is right, gives recovery codes, and signs in. */
export const setUpWithAuthenticator = (code: string, context: OpenContext): Promise<SetUp> =>
	inSetUp(context, "authenticator.add", async (tx, { half, account }) => {
		const tooMany = await refuseAfter(tx, context.services, `factor:${half.id}`, { most: triesPerAttempt * 2, minutes: 30 });
		if (tooMany) return tooMany;
		const kept = await keepAuthenticator(tx, context.services, { accountId: account.id, owner: half.id, code });
		await noteNew(tx, { account, what: "authenticator", ...(kept && { id: account.id }) });
		return kept ? enter(tx, context, { half, account }) : refuse("code-wrong");
	});

/** The log and the owner hear of a new way in; of a failed one only the log. */
export async function noteNew(
	tx: Tx,
	{ account, what, id }: { account: KnownAccount; what: "passkey" | "authenticator"; id?: string },
): Promise<void> {
	const kept = id !== undefined;
	const object = what === "passkey" ? "passkey" : "authenticator_app";
	const entry = { event: `${what}.add`, action: "create", outcome: kept ? "success" : "denied", account, object } as const;
	await note(tx, { ...entry, ...(kept && { objectId: id }) });
	if (kept) await tellOwner(tx, account, what === "passkey" ? "passkeyAdded" : "authenticatorAdded");
}

type Begun = { half: HalfWayAttempt; account: KnownAccount };

async function enter(tx: Tx, context: OpenContext, { half, account }: Begun): Promise<SetUp | Refusal> {
	if (!(await finishHalfWay(tx, context, half))) return refuse("sign-in-needed");
	const recoveryCodes = await newRecoveryCodes(tx, context.services, account.id);
	const { services, request, response } = context;
	return { session: await startSession(tx, services, request, response, account.id, half.content.method, half.content), recoveryCodes };
}

function inSetUp<T>(context: OpenContext, event: string, work: (tx: Tx, begun: Begun) => Promise<T | Refusal>): Promise<T> {
	return asAccounts(context, { event, action: "execute", object: "account" }, async (tx) => {
		const half = await halfWayHere(tx, context, "set_up");
		// One after the other: once there is a second factor, a sign-in that began without one adds no other.
		if (half) await tx.sql({ name: "hold_account", text: "select id from account where id = $1 for update", values: [half.accountId] });
		const account = half && (await knownAccount(tx, half.accountId));
		if (!half || !account || (await factorsOf(tx, account.id)).length > 0) return refuse("sign-in-needed");
		return work(tx, { half, account });
	});
}
