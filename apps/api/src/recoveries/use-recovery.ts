import { accountOfAddress } from "../accounts/account-of-address.ts";
import type { KnownAccount } from "../accounts/known-account.ts";
import { tellOwner } from "../accounts/tell-owner.ts";
import { notFound } from "../http/problems.ts";
import type { Tx } from "../http/transaction.ts";

/** A recovery that may be used now: granted, its day to stop it is over, and not stopped. */
export type UsableRecovery = { id: string; newEmail: string | null; decidedAt: Date };

/**
 * The recovery that opens this account now, if there is one. For a card only what its own family asked counts; for a link the one it
 * was made for.
 */
export async function usableRecovery(
	tx: Tx,
	of: { accountId: string; familyId?: string; recoveryId?: string },
): Promise<UsableRecovery | undefined> {
	const [row] = await tx.sql<{ id: string; new_email: string | null; decided_at: Date }>({
		name: "usable_recovery",
		text: `select id, new_email, decided_at from account_recovery where account_id = $1 and family_id is not distinct from $2
			and ($3::uuid is null or id = $3) and state = 'granted' and usable_from <= $4 and expires_at > $4`,
		values: [of.accountId, of.familyId ?? null, of.recoveryId ?? null, tx.now],
	});
	return row && { id: row.id, newEmail: row.new_email, decidedAt: row.decided_at };
}

/**
 * Uses it up, once: every former way in and every session of the account ends, and the owner hears of it at the address that the
 * account knew until now. Codes go to the new address from here on, when one was asked and granted and nobody else signs in with it.
 *
 * @throws HttpProblem `not-found` when it was stopped or used this very moment
 */
export async function useRecovery(tx: Tx, account: KnownAccount, recovery: UsableRecovery): Promise<void> {
	const accountId = account.id;
	const used = await tx.sql({
		text: "update account_recovery set state = 'used', ended_at = $2 where id = $1 and state = 'granted' returning id",
		values: [recovery.id, tx.now],
	});
	if (used.length === 0) throw notFound();
	await tellOwner(tx, account, "accessUsed");
	await tx.db.passkey.deleteMany({ where: { accountId } });
	await tx.db.authenticatorApp.deleteMany({ where: { accountId } });
	await tx.db.recoveryCode.deleteMany({ where: { accountId } });
	await tx.db.foreignIdentity.deleteMany({ where: { accountId } });
	// Real time: these follow the clock of the machine.
	const now = new Date();
	await tx.db.signInAttempt.updateMany({ where: { accountId, usedAt: null }, data: { usedAt: now } });
	await tx.db.signInCode.updateMany({ where: { accountId, usedAt: null }, data: { usedAt: now } });
	await tx.db.session.updateMany({ where: { accountId, endedAt: null }, data: { endedAt: now } });
	const taken = recovery.newEmail === null ? undefined : await accountOfAddress(tx, recovery.newEmail);
	const moves = recovery.newEmail !== null && taken === undefined;
	await tx.db.account.update({
		where: { id: accountId },
		data: { passwordHash: null, passwordAt: null, ...(moves && { email: recovery.newEmail }) },
	});
}
