import { randomInt } from "node:crypto";
import type { Session } from "@samenplan/contract/accounts";
import type { Request } from "express";
import { v7 as uuid7 } from "uuid";
import { HttpProblem } from "../http/problems.ts";
import type { OpenContext, Services } from "../http/route.ts";
import type { Tx } from "../http/transaction.ts";
import { note } from "./as-accounts.ts";
import { countOneLess, countOneMore, networkOf } from "./guess-limit.ts";
import { type KnownAccount, knownAccountOfAddress } from "./known-account.ts";
import { clearSealedCookie, keyedHash, sameText, sealedCookieOf, setSealedCookie } from "./sealed.ts";
import { startSession } from "./session.ts";
import { tellOwner } from "./tell-owner.ts";

const codeMinutes = 10;
const triesPerCode = 5;
/** Per account from one network, so that a stranger elsewhere cannot use up somebody's codes; and for all networks together. */
export const codesPerHour = 6;
const codesPerHourInAll = 60;
/** Wrong codes from one network, whatever the address: nobody tries a few on each of many accounts. An office shares a network. */
export const wrongCodesPerHour = 100;

/**
 * Mails a code of six digits. It works only on the device that asked for it: wrong guesses made elsewhere use up nothing. The
 * answer, its cookie too, is the same whether the address has an account or not.
 */
export async function askSignInCode(email: string, { services, requestId, client, response }: OpenContext): Promise<void> {
	const id = uuid7();
	setSealedCookie(response, services, cookieName, { id, expires: new Date(Date.now() + codeMinutes * 60_000) });
	await services.frame.asJob({ name: "accounts", event: "sign-in.code", action: "execute", object: "account", requestId }, async (tx) => {
		const account = await knownAccountOfAddress(tx, email);
		if (!account) return;
		const { count } = await countOneMore(tx, services, `code:${account.id}:${networkOf(client)}`, 60);
		if (count > codesPerHour) return;
		const recent = await tx.db.signInCode.count({
			where: { accountId: account.id, createdAt: { gt: new Date(Date.now() - 3_600_000) } },
		});
		if (recent >= codesPerHourInAll) return;
		if (!mailedCodeIsEnough(services, account))
			return tellOwner(tx, account, "staffSignIn", { link: `${services.config.publicUrl}/sign-in` });
		const code = String(randomInt(0, 1_000_000)).padStart(6, "0");
		await tx.db.signInCode.create({
			data: {
				id,
				accountId: account.id,
				codeHash: codeHashOf(services, account.id, code),
				createdAt: new Date(),
				expiresAt: new Date(Date.now() + codeMinutes * 60_000),
			},
		});
		await tellOwner(tx, account, "signInCode", { code, minutes: codeMinutes });
	});
}

/**
 * A mailbox alone is enough for a family member, not for an employee, who holds the files of many families. In a demonstration invented
 * employees may do without, until they choose a password.
 */
function mailedCodeIsEnough({ config }: Services, account: KnownAccount): boolean {
	return !account.staff || (config.DEMO && account.passwordAt === null);
}

/**
 * Signs in with the code that was asked for on this device. Right or wrong, the log says for which account and from where.
 * @throws HttpProblem `code-wrong` for a wrong, used or expired code, a code asked for elsewhere, an unknown address, or after five
 * tries: always the same; `too-many-tries` after many wrong codes from one network
 */
export async function signInWithCode(input: { email: string; code: string; ownDevice: boolean }, context: OpenContext): Promise<Session> {
	const { services, request, response, requestId, client } = context;
	const network = `sign-in:${networkOf(client)}`;
	const answer = await services.frame.asJob(
		{ name: "accounts", event: "sign-in", action: "execute", object: "session", requestId },
		async (tx) => {
			const { count, seconds } = await countOneMore(tx, services, network, 60);
			if (count > wrongCodesPerHour) return { wait: Math.max(1, seconds) };
			const account = (await knownAccountOfAddress(tx, input.email)) ?? null;
			const right =
				account !== null &&
				mailedCodeIsEnough(services, account) &&
				(await isRight(tx, services, request, { accountId: account.id, code: input.code }));
			await note(tx, { event: "sign-in.answer", outcome: right ? "success" : "denied", account });
			if (!right) return {};
			await countOneLess(tx, services, network);
			return { session: await startSession(tx, services, request, response, account.id, "mailed_code", input) };
		},
	);
	// Thrown outside: what was counted stays counted.
	if (answer.wait !== undefined) throw new HttpProblem("too-many-tries", { retryAfter: answer.wait });
	if (!answer.session) throw new HttpProblem("code-wrong");
	clearSealedCookie(response, services, cookieName);
	return answer.session;
}

async function isRight(tx: Tx, services: Services, request: Request, given: { accountId: string; code: string }): Promise<boolean> {
	const id = sealedCookieOf(request, services, cookieName);
	if (id === undefined) return false;
	// Counting in the database first: parallel guesses cannot share one try.
	const [asked] = await tx.db.signInCode.updateManyAndReturn({
		where: { id, accountId: given.accountId, tries: { lt: triesPerCode }, usedAt: null, expiresAt: { gt: new Date() } },
		data: { tries: { increment: 1 } },
	});
	if (!asked) return false;
	const hash = codeHashOf(services, given.accountId, given.code);
	if (!sameText(asked.codeHash, hash)) return false;
	await tx.db.signInCode.update({ where: { id }, data: { usedAt: new Date() } });
	return true;
}

const codeHashOf = (services: Services, accountId: string, code: string) => keyedHash(services, "sign-in", `${accountId}:${code}`);

const cookieName = "__Host-samenplan-code";
