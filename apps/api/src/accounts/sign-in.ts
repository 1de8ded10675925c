import { createHmac, randomInt, timingSafeEqual } from "node:crypto";
import type { Session } from "@samenplan/contract/accounts";
import { parseCookie, stringifySetCookie } from "cookie";
import type { Request, Response } from "express";
import { v7 as uuid7 } from "uuid";
import type { Tx } from "../http/as-actor.ts";
import { HttpProblem } from "../http/problems.ts";
import type { OpenContext, Services } from "../http/route.ts";
import { sendSignInCode } from "../mail/mails.ts";
import { accountOfAddress } from "./account-of-address.ts";
import { countOneLess, countOneMore, networkOf } from "./guess-limit.ts";
import { startSession } from "./session.ts";

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
	setAsked(response, `${id}.${sealOf(services, id)}`, new Date(Date.now() + codeMinutes * 60_000));
	await services.frame.asJob({ name: "accounts", event: "sign-in.code", action: "execute", object: "account", requestId }, async (tx) => {
		const account = await liveAccount(tx, email);
		if (!account) return;
		const { count } = await countOneMore(tx, services, `code:${account.id}:${networkOf(client)}`, 60);
		if (count > codesPerHour) return;
		const recent = await tx.db.signInCode.count({
			where: { accountId: account.id, createdAt: { gt: new Date(Date.now() - 3_600_000) } },
		});
		if (recent >= codesPerHourInAll) return;
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
		await sendSignInCode(tx, { account, code, minutes: codeMinutes });
	});
}

/**
 * Signs in with the code that was asked for on this device. Right or wrong, the log says for which account and from where.
 * @throws HttpProblem `code-wrong` for a wrong, used or expired code, a code asked for elsewhere, an unknown address, or after five
 * tries: always the same; `too-many-tries` after many wrong codes from one network
 */
export async function signInWithCode(input: { email: string; code: string }, context: OpenContext): Promise<Session> {
	const { services, request, response, requestId, client } = context;
	const network = `sign-in:${networkOf(client)}`;
	const answer = await services.frame.asJob(
		{ name: "accounts", event: "sign-in", action: "execute", object: "session", requestId },
		async (tx) => {
			const { count, seconds } = await countOneMore(tx, services, network, 60);
			if (count > wrongCodesPerHour) return { wait: Math.max(1, seconds) };
			const account = await liveAccount(tx, input.email);
			const right = account !== null && (await isRight(tx, services, request, { accountId: account.id, code: input.code }));
			await tx.sql({
				name: "sign_in_outcome",
				text: `select app.audit('sign-in.answer', 'execute', $1::audit_outcome, $2, $3, 'self', 'session', null, null, 'none', $4, $5, 'api')`,
				values: [right ? "success" : "denied", account?.id ?? null, account?.personId ?? null, client, requestId],
			});
			if (!right) return {};
			await countOneLess(tx, services, network);
			return { session: await startSession(tx, services, request, response, account.id, "mailed_code") };
		},
	);
	// Thrown outside: what was counted stays counted.
	if (answer.wait !== undefined) throw new HttpProblem("too-many-tries", { retryAfter: answer.wait });
	if (!answer.session) throw new HttpProblem("code-wrong");
	setAsked(response, "", new Date(0));
	return answer.session;
}

async function isRight(tx: Tx, services: Services, request: Request, given: { accountId: string; code: string }): Promise<boolean> {
	const id = askedHere(services, request);
	if (id === undefined) return false;
	// Counting in the database first: parallel guesses cannot share one try.
	const [asked] = await tx.db.signInCode.updateManyAndReturn({
		where: { id, accountId: given.accountId, tries: { lt: triesPerCode }, usedAt: null, expiresAt: { gt: new Date() } },
		data: { tries: { increment: 1 } },
	});
	if (!asked) return false;
	const hash = codeHashOf(services, given.accountId, given.code);
	if (!timingSafeEqual(Buffer.from(asked.codeHash), Buffer.from(hash))) return false;
	await tx.db.signInCode.update({ where: { id }, data: { usedAt: new Date() } });
	return true;
}

async function liveAccount(tx: Tx, email: string) {
	const account = await accountOfAddress(tx, email);
	return account ? tx.db.account.findFirst({ where: { id: account.id, state: "active" }, include: { person: true } }) : null;
}

const codeHashOf = (services: Services, accountId: string, code: string) =>
	createHmac("sha256", services.config.SECRET).update(`sign-in:${accountId}:${code}`).digest("hex");

const cookieName = "__Host-samenplan-code";

/** Which code this device asked for; the seal shows that we said so. */
function askedHere(services: Services, request: Request): string | undefined {
	const [id = "", seal = ""] = (parseCookie(request.get("cookie") ?? "")[cookieName] ?? "").split(".");
	const [right, given] = [Buffer.from(sealOf(services, id)), Buffer.from(seal)];
	return right.length === given.length && timingSafeEqual(right, given) ? id : undefined;
}

const sealOf = (services: Services, id: string) => createHmac("sha256", services.config.SECRET).update(`asked:${id}`).digest("base64url");

function setAsked(response: Response, value: string, expires: Date): void {
	response.append(
		"Set-Cookie",
		stringifySetCookie({ name: cookieName, value, expires, path: "/", httpOnly: true, secure: true, sameSite: "strict" }),
	);
}
