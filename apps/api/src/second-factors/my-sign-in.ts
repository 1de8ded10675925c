import { provedAgainFor } from "@samenplan/access/rights";
import type { MySignIn } from "@samenplan/contract/second-factors";
import { passwordLength } from "@samenplan/contract/second-factors";
import { asAccounts, note, type Refusal, refuse } from "../accounts/as-accounts.ts";
import { type KnownAccount, knownAccount } from "../accounts/known-account.ts";
import { tellOwner } from "../accounts/tell-owner.ts";
import { moveNotPossible } from "../http/problems.ts";
import type { AccountContext } from "../http/route.ts";
import type { Tx } from "../http/transaction.ts";
import { factorsOf } from "./factors.ts";
import { newRecoveryCodes } from "./recovery-codes.ts";

/** So long after a card was used its holder may add a first way to come back. */
const cardMinutes = 30;

/** Which ways to sign in I have; no secret is in it. */
export function readMySignIn(context: AccountContext): Promise<MySignIn> {
	return withMyAccount(context, "sign-in.read", async (tx, account) => {
		const [passkeys, app, recoveryCodesLeft] = [
			await tx.db.passkey.findMany({ where: { accountId: account.id }, orderBy: { id: "asc" } }),
			await tx.db.authenticatorApp.findFirst({ where: { accountId: account.id, confirmedAt: { not: null } } }),
			await tx.db.recoveryCode.count({ where: { accountId: account.id, usedAt: null } }),
		];
		return {
			email: account.email,
			secondFactor: account.staff,
			shortest: account.staff ? passwordLength.staff : passwordLength.family,
			passwordSince: account.passwordAt?.toISOString() ?? null,
			passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
				id,
				name,
				createdAt: createdAt.toISOString(),
				lastUsedAt: lastUsedAt?.toISOString() ?? null,
			})),
			authenticatorSince: app?.confirmedAt?.toISOString() ?? null,
			recoveryCodesLeft,
		};
	});
}

/** Removes a passkey of mine; an employee keeps at least one second factor. */
export function removePasskey(passkeyId: string, context: AccountContext): Promise<undefined> {
	return changeMine(context, "passkey.remove", async (tx, account) => {
		const { count } = await tx.db.passkey.deleteMany({ where: { id: passkeyId, accountId: account.id } });
		if (count === 0) return refuse("not-found");
		await keepOneFactor(tx, account);
		await note(tx, { event: "passkey.remove", action: "delete", account, object: "passkey", objectId: passkeyId });
		await tellOwner(tx, account, "factorRemoved");
		return undefined;
	});
}

export function removeAuthenticator(context: AccountContext): Promise<undefined> {
	return changeMine(context, "authenticator.remove", async (tx, account) => {
		const { count } = await tx.db.authenticatorApp.deleteMany({ where: { accountId: account.id } });
		if (count === 0) return refuse("not-found");
		await keepOneFactor(tx, account);
		await note(tx, {
			event: "authenticator.remove",
			action: "delete",
			account,
			object: "authenticator_app",
			objectId: account.id,
		});
		await tellOwner(tx, account, "factorRemoved");
		return undefined;
	});
}

/** Ten new recovery codes; only beside a second factor that they can stand in for. */
export function renewRecoveryCodes(context: AccountContext): Promise<{ recoveryCodes: string[] }> {
	return changeMine(context, "recovery.renew", async (tx, account) => {
		if ((await factorsOf(tx, account.id)).length === 0) throw moveNotPossible([], ["no-second-factor"]);
		const recoveryCodes = await newRecoveryCodes(tx, context.services, account.id);
		await note(tx, { event: "recovery.renew", action: "create", account, object: "recovery_code" });
		return { recoveryCodes };
	});
}

export function removePassword(context: AccountContext): Promise<undefined> {
	return changeMine(context, "password.remove", async (tx, account) => {
		// An employee's password is one of two factors; a passkey can be lost.
		if (account.staff) throw moveNotPossible([], ["last-second-factor"]);
		await tx.db.account.update({ where: { id: account.id }, data: { passwordHash: null, passwordAt: null } });
		await note(tx, { event: "password.remove", action: "delete", account, object: "account", objectId: account.id });
		return undefined;
	});
}

/** Thrown inside the transaction: what was removed comes back. */
async function keepOneFactor(tx: Tx, account: KnownAccount): Promise<void> {
	if (account.staff && (await factorsOf(tx, account.id)).length === 0) throw moveNotPossible([], ["last-second-factor"]);
}

/** My own account, under the job that may see ways to sign in. */
export function withMyAccount<T>(
	context: AccountContext,
	event: string,
	work: (tx: Tx, account: KnownAccount) => Promise<T | Refusal>,
): Promise<T> {
	const id = context.actor.accountId;
	return asAccounts(context, { event, action: "execute", object: "account", objectId: id }, async (tx) => {
		const account = await knownAccount(tx, id);
		return account ? work(tx, account) : refuse("sign-in-needed");
	});
}

/**
 * Changing a way to sign in asks who one is once more. Only whoever just came in with a card, and has nothing yet to prove it with, may
 * add a first way (`first`).
 */
export function changeMine<T>(
	context: AccountContext,
	event: string,
	work: (tx: Tx, account: KnownAccount) => Promise<T | Refusal>,
	{ first = false }: { first?: boolean } = {},
): Promise<T> {
	return withMyAccount(context, event, async (tx, account) => {
		await tx.sql({ name: "hold_account", text: "select id from account where id = $1 for update", values: [account.id] });
		const fresh = provedAgainFor("accounts.write", context.actor.provedAgainAt, new Date());
		if (fresh || (first && (await justCameByCard(tx, context, account)))) return work(tx, account);
		await note(tx, { event, outcome: "denied", account, object: "account", objectId: account.id });
		return refuse("prove-again");
	});
}

async function letBackIn(tx: Tx, accountId: string): Promise<boolean> {
	const since = new Date(tx.now.getTime() - cardMinutes * 60_000);
	const [row] = await tx.sql<{ back: boolean }>({
		name: "let_back_in",
		text: "select exists (select 1 from account_recovery where account_id = $1 and state = 'used' and ended_at > $2) as back",
		values: [accountId, since],
	});
	return row?.back === true;
}

/** An account that was there before this card has an owner, who has an address or a password to prove it with. */
async function justCameByCard(tx: Tx, { caller }: AccountContext, account: KnownAccount): Promise<boolean> {
	const { accountId, sessionId } = caller;
	const session = await tx.db.session.findUnique({ where: { id: sessionId } });
	if (session?.method !== "card" || session.createdAt.getTime() <= Date.now() - cardMinutes * 60_000) return false;
	if ((await tx.db.passkey.count({ where: { accountId } })) > 0) return false;
	// Two employees let them back in with this card: everything from before is gone, and this session is the way to choose anew.
	if (await letBackIn(tx, accountId)) return true;
	const usedBefore = (await tx.db.session.count({ where: { accountId, createdAt: { lt: session.createdAt } } })) > 0;
	return !usedBefore || (account.email === null && account.passwordAt === null);
}
