import type { EndpointResponse } from "@samenplan/contract/endpoint";
import type { readLink, SignInStep } from "@samenplan/contract/second-factors";
import { passwordLength } from "@samenplan/contract/second-factors";
import { found } from "../http/problems.ts";
import type { OpenContext } from "../http/route.ts";
import type { Tx } from "../http/transaction.ts";
import { useRecovery } from "../recoveries/use-recovery.ts";
import { takeOnce } from "../second-factors/attempts.ts";
import { factorsOf } from "../second-factors/factors.ts";
import { asAccounts, note, refuse } from "./as-accounts.ts";
import { afterFirstProof } from "./first-proof.ts";
import { countOneMore, networkOf } from "./guess-limit.ts";
import { type KnownAccount, knownAccount, knownAccountOfAddress } from "./known-account.ts";
import { linkMinutes, linkOf, newLink } from "./link.ts";
import { assertGoodPassword, hashPassword } from "./passwords.ts";
import { tellOwner } from "./tell-owner.ts";

const resetsPerHour = 3;
const resetsPerHourInAll = 10;

/** Mails a link to choose a new password, to whoever signs in with one. The answer is the same for every address. */
export async function askPasswordReset(email: string, context: OpenContext): Promise<void> {
	const { services, client } = context;
	await asAccounts(context, { event: "password.reset-asked", action: "execute", object: "account" }, async (tx) => {
		const account = await knownAccountOfAddress(tx, email);
		if (!account || (!account.staff && account.passwordAt === null)) return;
		await note(tx, { event: "password.reset-asked", account, object: "account", objectId: account.id });
		if ((await countOneMore(tx, services, `reset:${account.id}:${networkOf(client)}`, 60)).count > resetsPerHour) return;
		if ((await countOneMore(tx, services, `reset:${account.id}`, 60)).count > resetsPerHourInAll) return;
		const link = await newLink(tx, services, account, "password_reset");
		await tellOwner(tx, account, "passwordReset", { link, minutes: linkMinutes.password_reset });
	});
}

/** What the link in the mail is for. @throws HttpProblem `not-found` for an unknown, used or expired one, always the same */
export async function readLinkHere(token: string, context: OpenContext): Promise<EndpointResponse<typeof readLink>> {
	const { link, account } = await asAccounts(context, { event: "link.read", action: "read", object: "account" }, (tx) =>
		linkAndAccount(tx, token, context),
	);
	return {
		kind: link.kind,
		givenName: account.givenName,
		organisation: account.organisation,
		email: account.email ?? "",
		shortest: account.staff ? passwordLength.staff : passwordLength.family,
	};
}

/**
 * Chooses a password with the link from the mail, once. The link proves the mailbox only: an employee still gives the second factor
 * before the new password counts, or sets one up when there is none.
 */
export async function choosePasswordByLink(
	{ token, password }: { token: string; password: string },
	context: OpenContext,
): Promise<SignInStep> {
	const deed = { event: "password.chosen", action: "update", object: "account" } as const;
	const { account } = await asAccounts(context, deed, (tx) => linkAndAccount(tx, token, context));
	await assertGoodPassword(password, account);
	const hash = await hashPassword(password);
	return asAccounts(context, { ...deed, objectId: account.id }, async (tx) => {
		const { link } = await linkAndAccount(tx, token, context);
		if (!(await takeOnce(tx, { id: link.id, kind: link.kind }))) return refuse("not-found");
		if (link.recovery) await useRecovery(tx, account, link.recovery);
		const proved = { method: "password", ownDevice: true } as const;
		if (account.staff && (await factorsOf(tx, account.id)).length > 0)
			return afterFirstProof(tx, context, account, { ...proved, newPasswordHash: hash });
		await keepPassword(tx, account, hash);
		if (link.recovery) await note(tx, { event: "recoveries.use", account, object: "account_recovery", objectId: link.recovery.id });
		return afterFirstProof(tx, context, account, proved);
	});
}

/**
 * Keeps a new password; whoever was signed in with the former one, or found a device, is out. So is whoever gave the former one and not
 * yet the second factor, or holds an older link.
 */
export async function keepPassword(tx: Tx, account: KnownAccount, hash: string, exceptSession?: string): Promise<void> {
	await tx.db.account.update({ where: { id: account.id }, data: { passwordHash: hash, passwordAt: new Date() } });
	await tx.db.session.updateMany({
		where: { accountId: account.id, endedAt: null, ...(exceptSession !== undefined && { id: { not: exceptSession } }) },
		data: { endedAt: new Date() },
	});
	await tx.db.signInAttempt.updateMany({
		where: { accountId: account.id, kind: { in: ["second_factor", "password_reset", "staff_invitation"] }, usedAt: null },
		data: { usedAt: new Date() },
	});
	await note(tx, { event: "password.chosen", action: "update", account, object: "account", objectId: account.id });
	await tellOwner(tx, account, "passwordChosen");
}

async function linkAndAccount(tx: Tx, token: string, { services }: OpenContext) {
	const link = found(await linkOf(tx, services, token));
	return { link, account: found(await knownAccount(tx, link.accountId)) };
}
