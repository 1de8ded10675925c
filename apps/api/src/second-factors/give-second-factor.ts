import type { Session } from "@samenplan/contract/accounts";
import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { giveSecondFactor, SignInStep } from "@samenplan/contract/second-factors";
import { asAccounts, note, type Refusal, refuse } from "../accounts/as-accounts.ts";
import { keepPassword } from "../accounts/choose-password.ts";
import { countOneLess, networkOf, refuseAfter } from "../accounts/guess-limit.ts";
import { type KnownAccount, knownAccount } from "../accounts/known-account.ts";
import { startSession } from "../accounts/session.ts";
import { tellOwner } from "../accounts/tell-owner.ts";
import type { OpenContext } from "../http/route.ts";
import type { Tx } from "../http/transaction.ts";
import { finishHalfWay, halfWayHere } from "./attempts.ts";
import { isAuthenticatorCode } from "./authenticator.ts";
import { factorsOf } from "./factors.ts";
import { challengeForUse, usedPasskey } from "./passkeys.ts";
import { useRecoveryCode } from "./recovery-codes.ts";

/** In one sign-in; then the password is asked again. */
export const triesPerAttempt = 5;
const triesPerHourHere = 15;
const triesPerHourInAll = 60;

export type GivenFactor = EndpointParsed<typeof giveSecondFactor>["body"];

/** What the sign-in that was begun on this browser still needs; nothing when there is none. */
export async function readHalfWay(context: OpenContext): Promise<Omit<SignInStep, "session"> | null> {
	return asAccounts(context, { event: "sign-in.attempt", action: "read", object: "session" }, async (tx) => {
		for (const stage of ["second_factor", "set_up"] as const) {
			const half = await halfWayHere(tx, context, stage);
			if (half) return { needs: stage, factors: stage === "set_up" ? [] : await factorsOf(tx, half.accountId) };
		}
		return null;
	});
}

/** The challenge for a passkey as second factor of the sign-in under way. */
export async function askSecondPasskey(context: OpenContext) {
	return asAccounts(context, { event: "sign-in.challenge", action: "execute", object: "passkey" }, async (tx) => {
		const half = await halfWayHere(tx, context, "second_factor");
		if (!half) return refuse("sign-in-needed");
		return challengeForUse(tx, context.services, { kind: "passkey_sign_in", accountId: half.accountId, owner: half.id });
	});
}

/** Finishes a sign-in with the second factor. Right or wrong, the log says so. @throws HttpProblem `code-wrong`, `passkey-wrong`, `too-many-tries` */
export async function finishWithSecondFactor(given: GivenFactor, context: OpenContext): Promise<Session> {
	const { services, request, response } = context;
	return asAccounts(context, { event: "sign-in.second-factor", action: "execute", object: "session" }, async (tx) => {
		const half = await halfWayHere(tx, context, "second_factor");
		const account = half && (await knownAccount(tx, half.accountId));
		if (!half || !account) return refuse("sign-in-needed");
		const refusal = await checkFactor(tx, context, { account, given, owner: half.id, kind: "passkey_sign_in" });
		await note(tx, { event: `sign-in.${given.kind}`, outcome: refusal ? "denied" : "success", account });
		if (refusal) return refusal;
		if (!(await finishHalfWay(tx, context, half))) return refuse("sign-in-needed");
		if (half.content.newPasswordHash !== undefined) await keepPassword(tx, account, half.content.newPasswordHash);
		if (half.content.newIdentity !== undefined) await keepIdentity(tx, account, half.content.newIdentity);
		return startSession(tx, services, request, response, account.id, half.content.method, half.content);
	});
}

/** Keeps who an employee is at the organisation's service; they hear of it. The entry of the sign-in says the rest. */
export async function keepIdentity(tx: Tx, account: KnownAccount, identity: { issuer: string; subject: string }): Promise<void> {
	await tx.db.foreignIdentity.create({ data: { accountId: account.id, ...identity } });
	await tellOwner(tx, account, "serviceLinked");
}

/**
 * Whether a second factor is right now; each answer is used once. Counted per sign-in, per account from one network, and per account in
 * all, before it is looked at.
 * @returns why not, or nothing when it is right
 */
export async function checkFactor(
	tx: Tx,
	context: OpenContext,
	check: { account: KnownAccount; given: GivenFactor; owner: string; kind: "passkey_sign_in" | "prove_again" },
): Promise<Refusal | undefined> {
	const { services, client } = context;
	const { account, given, owner, kind } = check;
	const limits = [
		[`factor:${owner}`, triesPerAttempt, 30],
		[`factor:${account.id}:${networkOf(client)}`, triesPerHourHere, 60],
		[`factor:${account.id}`, triesPerHourInAll, 60],
	] as const;
	for (const [what, most, minutes] of limits) {
		const tooMany = await refuseAfter(tx, services, what, { most, minutes });
		if (tooMany) return tooMany;
	}
	if (!(await isRight(tx, context, { account, given, owner, kind })))
		return refuse(given.kind === "passkey" ? "passkey-wrong" : "code-wrong");
	for (const [what] of limits) await countOneLess(tx, services, what);
	return undefined;
}

async function isRight(
	tx: Tx,
	{ services }: OpenContext,
	{ account, given, owner, kind }: { account: KnownAccount; given: GivenFactor; owner: string; kind: "passkey_sign_in" | "prove_again" },
): Promise<boolean> {
	const accountId = account.id;
	if (given.kind === "authenticator") return isAuthenticatorCode(tx, services, { accountId, code: given.code });
	if (given.kind === "passkey") return (await usedPasskey(tx, services, { ...given, kind, owner, accountId })) !== undefined;
	if (!(await useRecoveryCode(tx, services, { accountId, code: given.code }))) return false;
	const left = await tx.db.recoveryCode.count({ where: { accountId, usedAt: null } });
	await tellOwner(tx, account, "recoveryUsed", { left });
	return true;
}
