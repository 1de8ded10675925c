import type { SignInAttempt, SignInAttemptKind } from "@samenplan/prisma/client";
import type { Request, Response } from "express";
import { clearSealedCookie, sealedCookieOf, setSealedCookie } from "../accounts/sealed.ts";
import type { Services } from "../http/route.ts";
import type { Tx } from "../http/transaction.ts";

const cookieName = "__Host-samenplan-attempt";
const attemptMinutes = 15;
const challengeMinutes = 5;

/** A sign-in that is under way: the first proof was given, a second factor is still needed. It opens nothing by itself. */
export type HalfWay = {
	stage: "second_factor" | "set_up";
	method: "password" | "single_sign_on";
	ownDevice: boolean;
	/** A password that was chosen with a mailed link counts only once the second factor was given. */
	newPasswordHash?: string;
	/** Who they are at the organisation's service, met for the first time: kept once the second factor was given. */
	newIdentity?: { issuer: string; subject: string };
};
export type HalfWayAttempt = { id: string; accountId: string; content: HalfWay };

/** Begins the second half of a sign-in; only this browser can finish it. */
export async function beginHalfWay(
	tx: Tx,
	{ services, response }: { services: Services; response: Response },
	accountId: string,
	content: HalfWay,
): Promise<void> {
	const expiresAt = soon(attemptMinutes);
	const { id } = await tx.db.signInAttempt.create({ data: { accountId, kind: "second_factor", content, expiresAt } });
	setSealedCookie(response, services, cookieName, { id, expires: expiresAt });
}

/** The sign-in that is under way on this browser, if there is one and its account may still sign in. */
export async function halfWayHere(
	tx: Tx,
	{ services, request }: { services: Services; request: Request },
	stage: HalfWay["stage"],
): Promise<HalfWayAttempt | undefined> {
	const id = sealedCookieOf(request, services, cookieName);
	if (id === undefined) return undefined;
	const attempt = await tx.db.signInAttempt.findFirst({
		where: { id, kind: "second_factor", usedAt: null, expiresAt: { gt: new Date() } },
	});
	if (!attempt?.accountId || (attempt.content as HalfWay).stage !== stage) return undefined;
	return { id, accountId: attempt.accountId, content: attempt.content as HalfWay };
}

/** Uses up the sign-in that was under way. @returns false when somebody else just did */
export async function finishHalfWay(
	tx: Tx,
	{ services, response }: { services: Services; response: Response },
	attempt: HalfWayAttempt,
): Promise<boolean> {
	clearSealedCookie(response, services, cookieName);
	return (await takeOnce(tx, { id: attempt.id, kind: "second_factor" })) !== undefined;
}

/** Keeps what an answer of a device will be compared with; `owner` is the session or the half-way sign-in that asked. */
export async function keepChallenge(
	tx: Tx,
	kept: { kind: SignInAttemptKind; accountId: string | null; owner: string; content: object },
	minutes = challengeMinutes,
): Promise<string> {
	const { id } = await tx.db.signInAttempt.create({
		data: { kind: kept.kind, accountId: kept.accountId, content: { ...kept.content, owner: kept.owner }, expiresAt: soon(minutes) },
	});
	return id;
}

/** Takes what was kept, once: a second answer to the same challenge finds nothing, also when both come at the same moment. */
export async function takeOnce(
	tx: Tx,
	which: { id: string; kind: SignInAttemptKind; owner?: string; accountId?: string },
): Promise<SignInAttempt | undefined> {
	const { owner, ...where } = which;
	const [taken] = await tx.db.signInAttempt.updateManyAndReturn({
		where: {
			...where,
			usedAt: null,
			expiresAt: { gt: new Date() },
			...(owner !== undefined && { content: { path: ["owner"], equals: owner } }),
		},
		data: { usedAt: new Date() },
	});
	return taken;
}

/** The newest of a kind that waits for an answer of this owner; it is not used up by a wrong one. */
export async function waitingFor(tx: Tx, kind: SignInAttemptKind, owner: string): Promise<SignInAttempt | null> {
	return tx.db.signInAttempt.findFirst({
		where: { kind, usedAt: null, expiresAt: { gt: new Date() }, content: { path: ["owner"], equals: owner } },
		orderBy: { id: "desc" },
	});
}

const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000);
