import { createHmac, randomInt, timingSafeEqual } from "node:crypto";
import type { Session } from "@samenplan/contract/accounts";
import type { Tx } from "../http/as-actor.ts";
import { HttpProblem } from "../http/problems.ts";
import type { OpenContext, Services } from "../http/route.ts";
import { sendSignInCode } from "../mail/mails.ts";
import { startSession } from "./session.ts";

const codeMinutes = 10;
const triesPerCode = 5;
const codesPerHour = 6;

/**
 * Mails a code of six digits. The answer is the same, and takes the same work, whether the address has an account or not.
 */
export async function askSignInCode(email: string, { services, requestId }: Pick<OpenContext, "services" | "requestId">): Promise<void> {
	await services.frame.asJob({ name: "accounts", event: "sign-in.code", action: "execute", object: "account", requestId }, async (tx) => {
		const account = await liveAccount(tx, email);
		const code = String(randomInt(0, 1_000_000)).padStart(6, "0");
		const codeHash = codeHashOf(services, account?.id ?? "none", code);
		if (!account) return;
		const recent = await tx.db.signInCode.count({
			where: { accountId: account.id, createdAt: { gt: new Date(Date.now() - 3_600_000) } },
		});
		if (recent >= codesPerHour) return;
		await tx.db.signInCode.create({
			data: { accountId: account.id, codeHash, createdAt: new Date(), expiresAt: new Date(Date.now() + codeMinutes * 60_000) },
		});
		await sendSignInCode(tx, { account, code, minutes: codeMinutes });
	});
}

/**
 * Signs in with the newest code of the address.
 * @throws HttpProblem `code-wrong` for a wrong, used or expired code, an unknown address, or after five tries: always the same
 */
export async function signInWithCode(input: { email: string; code: string }, context: OpenContext): Promise<Session> {
	const { services, request, response, requestId } = context;
	const session = await services.frame.asJob(
		{ name: "accounts", event: "sign-in", action: "execute", object: "session", requestId },
		async (tx) => {
			const account = await liveAccount(tx, input.email);
			const given = codeHashOf(services, account?.id ?? "none", input.code);
			if (!account) return undefined;
			const newest = await tx.db.signInCode.findFirst({
				where: { accountId: account.id, usedAt: null, expiresAt: { gt: new Date() } },
				orderBy: { createdAt: "desc" },
			});
			if (!newest) return undefined;
			// Counting in the database first: parallel guesses cannot share one try.
			const counted = await tx.db.signInCode.updateMany({
				where: { id: newest.id, tries: { lt: triesPerCode }, usedAt: null },
				data: { tries: { increment: 1 } },
			});
			if (counted.count === 0 || !timingSafeEqual(Buffer.from(newest.codeHash), Buffer.from(given))) return undefined;
			await tx.db.signInCode.update({ where: { id: newest.id }, data: { usedAt: new Date() } });
			return startSession(tx, services, request, response, account.id);
		},
	);
	if (!session) throw new HttpProblem("code-wrong");
	return session;
}

function liveAccount(tx: Tx, email: string) {
	return tx.db.account.findFirst({
		where: { email: { equals: email, mode: "insensitive" }, state: "active" },
		include: { person: true },
	});
}

const codeHashOf = (services: Services, accountId: string, code: string) =>
	createHmac("sha256", services.config.SECRET).update(`sign-in:${accountId}:${code}`).digest("hex");
