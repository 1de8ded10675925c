import { createHash, randomBytes } from "node:crypto";
import type { Session } from "@samenplan/contract/accounts";
import type { SignInMethod } from "@samenplan/prisma/client";
import { parseCookie, stringifySetCookie } from "cookie";
import type { Request, Response } from "express";
import { v7 as uuid7 } from "uuid";
import type { Services } from "../http/route.ts";
import { signAccessToken } from "../http/tokens.ts";
import type { Tx } from "../http/transaction.ts";
import { deviceOf } from "./device-of.ts";
import { keyedHash, sameText } from "./sealed.ts";

/** Browsers send it back to this host only, over https (or to this machine), never to scripts. */
const cookieName = "__Host-samenplan";
const day = 1440;
/**
 * In minutes: without doing anything, and whatever is done. Employees hold many files and share rooms; a family should not have to
 * sign in each time on a telephone of their own; a borrowed device forgets soon.
 */
export const sessionLengths = {
	staff: { idle: 30, most: 12 * 60 },
	family: { idle: 30 * day, most: 90 * day },
	borrowed: { idle: 15, most: 2 * 60 },
} as const;
/**
 * How long the former token is still taken. Two tabs that refresh at the same moment both hold it, and so does a phone that
 * reloaded or lost its connection before the answer with the new cookie came in.
 */
const graceMilliseconds = 45_000;

/** Starts a session for an account on this device: the refresh token goes into the cookie, the access token into the answer. */
export async function startSession(
	tx: Tx,
	services: Services,
	request: Request,
	response: Response,
	accountId: string,
	method: SignInMethod,
	{ ownDevice = true }: { ownDevice?: boolean } = {},
): Promise<Session> {
	const id = uuid7();
	const token = newToken(id, services);
	const { person } = await tx.db.account.findUniqueOrThrow({ where: { id: accountId }, select: { person: { select: { staff: true } } } });
	const length = sessionLengths[ownDevice ? (person.staff ? "staff" : "family") : "borrowed"];
	const expiresAt = new Date(Date.now() + length.most * 60_000);
	await tx.db.session.create({
		data: {
			id,
			accountId,
			tokenHash: hashOf(token),
			rotatedAt: new Date(),
			expiresAt,
			device: deviceOf(request.get("user-agent") ?? ""),
			method,
			idleMinutes: length.idle,
			lastSeenAt: new Date(),
			// Who holds a card may have found it: it opens the plan, but proves nothing a second time.
			provedAgainAt: method === "card" ? null : new Date(),
		},
	});
	setCookie(response, token, { idleMinutes: length.idle, expiresAt });
	return tokenOf(services, { id, accountId, idleMinutes: length.idle, expiresAt });
}

/**
 * A new access token for the refresh cookie, which is replaced by a new one. A token that was already replaced, however long ago,
 * ends the session (somebody copied it), unless it was replaced only just now: then the same new one is given again, because the
 * answer that carried it may never have arrived.
 *
 * @returns nothing when the cookie is missing, unknown, ended or expired
 */
export async function refreshSession(tx: Tx, services: Services, request: Request, response: Response): Promise<Session | undefined> {
	const token = cookieOf(request);
	if (token === undefined) return undefined;
	const hash = hashOf(token);
	const known = await sessionOf(tx, hash);
	const session = known && (await tx.db.session.findUnique({ where: { id: known.id } }));
	if (!session) return endCopied(tx, services, response, token);
	if (session.endedAt || session.expiresAt < new Date() || isIdle(session)) return undefined;
	const account = await tx.db.account.findUnique({ where: { id: session.accountId } });
	if (account?.state !== "active") return undefined;
	const next = tokenAfter(token, session.id, services);
	if (known?.newest) {
		// When another tab is a moment earlier this changes nothing, and both get the same new token.
		await tx.sql({
			name: "replace_token",
			text: "select app.replace_token($1, $2, $3, $4)",
			values: [session.id, hash, hashOf(next), new Date()],
		});
	} else if (Date.now() - session.rotatedAt.getTime() > graceMilliseconds) {
		await tx.db.session.update({ where: { id: session.id }, data: { endedAt: new Date() } });
		clearCookie(response);
		return undefined;
	}
	setCookie(response, next, session);
	return tokenOf(services, session);
}

/** The session of a token, and whether the token is its newest; nothing for one that was replaced before that, or never was. */
async function sessionOf(tx: Tx, hash: string): Promise<{ id: string; newest: boolean } | undefined> {
	const [known] = await tx.sql<{ id: string; newest: boolean }>({
		name: "session_of_token",
		text: "select id, newest from app.session_of_token($1)",
		values: [hash],
	});
	return known;
}

type Lasting = { idleMinutes: number; expiresAt: Date };

/** Asking for a new token is no sign of life: a page that nobody looks at does so too. */
const isIdle = (session: { lastSeenAt: Date; idleMinutes: number }) =>
	session.lastSeenAt.getTime() < Date.now() - session.idleMinutes * 60_000;

const tokenOf = (services: Services, session: Lasting & { id: string; accountId: string }): Session => ({
	...signAccessToken({ accountId: session.accountId, sessionId: session.id }, services.config.SECRET),
	idleMinutes: session.idleMinutes,
	until: session.expiresAt.toISOString(),
});

/** Only the newest and the former token are kept; any earlier one is recognised by its seal and ends the session it belonged to. */
async function endCopied(tx: Tx, services: Services, response: Response, token: string): Promise<undefined> {
	const sessionId = sessionOfToken(token, services);
	if (sessionId === undefined) return undefined;
	const ended = await tx.db.session.updateMany({
		where: { id: sessionId, endedAt: null, rotatedAt: { lt: new Date(Date.now() - graceMilliseconds) } },
		data: { endedAt: new Date() },
	});
	if (ended.count > 0) clearCookie(response);
	return undefined;
}

/** Ends the session of the refresh cookie, at the server and on the device. */
export async function endSession(tx: Tx, request: Request, response: Response): Promise<void> {
	const token = cookieOf(request);
	if (token !== undefined) {
		const known = await sessionOf(tx, hashOf(token));
		if (known) await tx.db.session.updateMany({ where: { id: known.id, endedAt: null }, data: { endedAt: new Date() } });
	}
	clearCookie(response);
}

export const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/** `random.session.seal`: the seal shows that we made it, so nobody can end the session of somebody else with an invented token. */
function newToken(sessionId: string, services: Services, random = randomBytes(32).toString("base64url")): string {
	const token = `${random}.${sessionId}`;
	return `${token}.${sealOf(token, services)}`;
}

/** The token that replaces this one. It follows from the old one, so that it can be given twice, but only by whoever has the secret. */
function tokenAfter(token: string, sessionId: string, services: Services): string {
	return newToken(sessionId, services, keyedHash(services, "after", token));
}

function sessionOfToken(token: string, services: Services): string | undefined {
	const [random, sessionId, seal] = token.split(".");
	if (!random || !sessionId || !seal) return undefined;
	return sameText(sealOf(`${random}.${sessionId}`, services), seal) ? sessionId : undefined;
}

const sealOf = (token: string, services: Services) => keyedHash(services, "refresh", token);

/** Whether this device brings a refresh cookie at all, right or wrong. */
export function hasSessionCookie(request: Request): boolean {
	return cookieOf(request) !== undefined;
}

function cookieOf(request: Request): string | undefined {
	return parseCookie(request.get("cookie") ?? "")[cookieName];
}

function setCookie(response: Response, value: string, { idleMinutes, expiresAt }: Lasting): void {
	// On a device of somebody else it goes when the browser is closed.
	const borrowed = idleMinutes === sessionLengths.borrowed.idle;
	const kept = { name: cookieName, value, path: "/", httpOnly: true, secure: true, sameSite: "strict" } as const;
	// In seconds from now too: a browser reads the day by the server's clock, which stands ahead while somebody shows the product.
	const maxAge = Math.max(0, Math.round((expiresAt.getTime() - Date.now()) / 1000));
	response.append("Set-Cookie", stringifySetCookie(borrowed ? kept : { ...kept, expires: expiresAt, maxAge }));
}

function clearCookie(response: Response): void {
	setCookie(response, "", { idleMinutes: 0, expiresAt: new Date(0) });
}
