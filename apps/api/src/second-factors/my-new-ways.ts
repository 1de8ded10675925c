import { randomInt } from "node:crypto";
import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { addPasskey } from "@samenplan/contract/second-factors";
import { accountOfAddress } from "../accounts/account-of-address.ts";
import { note, refuse } from "../accounts/as-accounts.ts";
import { keepPassword } from "../accounts/choose-password.ts";
import { refuseAfter } from "../accounts/guess-limit.ts";
import { assertGoodPassword, hashPassword } from "../accounts/passwords.ts";
import { keyedHash, sameText } from "../accounts/sealed.ts";
import { tellOwner } from "../accounts/tell-owner.ts";
import type { AccountContext } from "../http/route.ts";
import { keepChallenge, takeOnce, waitingFor } from "./attempts.ts";
import { keepAuthenticator, newAuthenticatorSecret } from "./authenticator.ts";
import { triesPerAttempt } from "./give-second-factor.ts";
import { changeMine, withMyAccount } from "./my-sign-in.ts";
import { challengeForNew, keepNewPasskey } from "./passkeys.ts";
import { noteNew } from "./set-up.ts";

const emailMinutes = 15;

export const askNewPasskey = (context: AccountContext) =>
	changeMine(context, "passkey.challenge", (tx, account) => challengeForNew(tx, context.services, account, context.caller.sessionId), {
		first: true,
	});

/** Keeps a new passkey of mine. Its challenge was given to this session only, so the proof before it counts here too. */
export const addMyPasskey = (given: EndpointParsed<typeof addPasskey>["body"], context: AccountContext): Promise<undefined> =>
	withMyAccount(context, "passkey.add", async (tx, account) => {
		const owner = context.caller.sessionId;
		const passkey = await keepNewPasskey(tx, context.services, { ...given, accountId: account.id, owner });
		await noteNew(tx, { account, what: "passkey", ...(passkey && { id: passkey.id }) });
		if (!passkey) return refuse("passkey-wrong");
		// Whoever made it a moment ago has shown who they are.
		await tx.db.session.update({ where: { id: owner }, data: { provedAgainAt: new Date() } });
		return undefined;
	});

export const askMyAuthenticator = (context: AccountContext) =>
	changeMine(context, "authenticator.secret", (tx, account) =>
		newAuthenticatorSecret(tx, context.services, account, context.caller.sessionId),
	);

export const confirmMyAuthenticator = (code: string, context: AccountContext): Promise<undefined> =>
	withMyAccount(context, "authenticator.add", async (tx, account) => {
		const owner = context.caller.sessionId;
		const tooMany = await refuseAfter(tx, context.services, `factor:${owner}`, { most: triesPerAttempt * 2, minutes: 30 });
		if (tooMany) return tooMany;
		const kept = await keepAuthenticator(tx, context.services, { accountId: account.id, owner, code });
		await noteNew(tx, { account, what: "authenticator", ...(kept && { id: account.id }) });
		return kept ? undefined : refuse("code-wrong");
	});

/** Chooses my password; my other devices are signed out. */
export async function setMyPassword(password: string, context: AccountContext): Promise<undefined> {
	const account = await changeMine(context, "password.choose", async (_tx, mine) => mine);
	await assertGoodPassword(password, account);
	const hash = await hashPassword(password);
	return changeMine(context, "password.choose", async (tx, mine) => {
		await keepPassword(tx, mine, hash, context.caller.sessionId);
		return undefined;
	});
}

/** Sends a code to a new address, to see that it is mine. An address that somebody else uses gets none, and the answer is the same. */
export const askNewEmail = (email: string, context: AccountContext): Promise<undefined> =>
	changeMine(
		context,
		"email.ask",
		async (tx, account) => {
			const { services, caller } = context;
			const tooMany = await refuseAfter(tx, services, `email:${account.id}`, { most: 6, minutes: 60 });
			if (tooMany) return tooMany;
			const code = String(randomInt(0, 1_000_000)).padStart(6, "0");
			const content = { email, codeHash: keyedHash(services, "email", `${account.id}:${email}:${code}`) };
			await keepChallenge(tx, { kind: "new_email", accountId: account.id, owner: caller.sessionId, content }, emailMinutes);
			const other = await accountOfAddress(tx, email);
			if (!other || other.id === account.id) await tellOwner(tx, account, "newEmail", { code, minutes: emailMinutes }, email);
			return undefined;
		},
		{ first: true },
	);

/** Keeps the new address. The former one hears of it. */
export const confirmMyEmail = (code: string, context: AccountContext): Promise<undefined> =>
	withMyAccount(context, "email.confirm", async (tx, account) => {
		const { services, caller } = context;
		const waiting = await waitingFor(tx, "new_email", caller.sessionId);
		const tooMany = await refuseAfter(tx, services, `email-code:${waiting?.id ?? account.id}`, { most: triesPerAttempt, minutes: 30 });
		if (tooMany) return tooMany;
		const { email, codeHash } = (waiting?.content ?? { email: "", codeHash: "" }) as { email: string; codeHash: string };
		const right = waiting !== null && sameText(codeHash, keyedHash(services, "email", `${account.id}:${email}:${code}`));
		const other = right ? await accountOfAddress(tx, email) : undefined;
		const kept = right && (!other || other.id === account.id) && (await takeOnce(tx, { id: waiting.id, kind: "new_email" })) !== undefined;
		const outcome = kept ? "success" : "denied";
		await note(tx, { event: "email.confirm", action: "update", outcome, account, object: "account", objectId: account.id });
		if (!kept) return refuse("code-wrong");
		if (account.email !== null && account.email !== email) await tellOwner(tx, account, "emailChanged");
		await tx.db.account.update({ where: { id: account.id }, data: { email } });
		await tx.db.person.update({ where: { id: account.personId }, data: { email, version: { increment: 1 } } });
		return undefined;
	});
