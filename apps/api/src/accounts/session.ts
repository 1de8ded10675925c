import { createHash, randomBytes } from "node:crypto";
import type { Session } from "@samenplan/contract/accounts";
import { parseCookie, stringifySetCookie } from "cookie";
import type { Request, Response } from "express";
import type { Tx } from "../http/as-actor.ts";
import type { Services } from "../http/route.ts";
import { signAccessToken } from "../http/tokens.ts";

/** Browsers send it back to this host only, over https (or to this machine), never to scripts. */
const cookieName = "__Host-samenplan";
const sessionDays = 30;
/** Two tabs that refresh at the same moment both hold the former token for a second or so. */
const graceMilliseconds = 20_000;

/** Starts a session for an account on this device: the refresh token goes into the cookie, the access token into the answer. */
export async function startSession(tx: Tx, services: Services, request: Request, response: Response, accountId: string): Promise<Session> {
	const token = newToken();
	const expiresAt = new Date(Date.now() + sessionDays * 86_400_000);
	const session = await tx.db.session.create({
		data: {
			accountId,
			tokenHash: hashOf(token),
			rotatedAt: new Date(),
			expiresAt,
			device: deviceOf(request.get("user-agent") ?? ""),
		},
	});
	setCookie(response, token, expiresAt);
	return signAccessToken({ accountId, sessionId: session.id }, services.config.SECRET);
}

/**
 * A new access token for the refresh cookie, which is replaced by a new one. A token that was already replaced ends the session
 * (somebody copied it), unless it was replaced only seconds ago by another tab.
 *
 * @returns nothing when the cookie is missing, unknown, ended or expired
 */
export async function refreshSession(tx: Tx, services: Services, request: Request, response: Response): Promise<Session | undefined> {
	const token = cookieOf(request);
	if (token === undefined) return undefined;
	const hash = hashOf(token);
	const session = await tx.db.session.findFirst({ where: { OR: [{ tokenHash: hash }, { formerTokenHash: hash }] } });
	if (!session || session.endedAt || session.expiresAt < new Date()) return undefined;
	const account = await tx.db.account.findUnique({ where: { id: session.accountId } });
	if (account?.state !== "active") return undefined;
	if (session.tokenHash === hash) {
		const next = newToken();
		const rotated = await tx.db.session.updateMany({
			where: { id: session.id, tokenHash: hash },
			data: { tokenHash: hashOf(next), formerTokenHash: hash, rotatedAt: new Date() },
		});
		// Another tab was a moment earlier and holds the newer cookie already: leave that one in place.
		if (rotated.count === 1) setCookie(response, next, session.expiresAt);
	} else if (Date.now() - session.rotatedAt.getTime() > graceMilliseconds) {
		await tx.db.session.update({ where: { id: session.id }, data: { endedAt: new Date() } });
		clearCookie(response);
		return undefined;
	}
	return signAccessToken({ accountId: session.accountId, sessionId: session.id }, services.config.SECRET);
}

/** Ends the session of the refresh cookie, at the server and on the device. */
export async function endSession(tx: Tx, request: Request, response: Response): Promise<void> {
	const token = cookieOf(request);
	if (token !== undefined) {
		const hash = hashOf(token);
		await tx.db.session.updateMany({
			where: { OR: [{ tokenHash: hash }, { formerTokenHash: hash }], endedAt: null },
			data: { endedAt: new Date() },
		});
	}
	clearCookie(response);
}

export const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");
const newToken = () => randomBytes(32).toString("base64url");

function cookieOf(request: Request): string | undefined {
	return parseCookie(request.get("cookie") ?? "")[cookieName];
}

function setCookie(response: Response, value: string, expires: Date): void {
	response.append("Set-Cookie", stringifySetCookie({ name: cookieName, value, expires, path: "/", httpOnly: true, secure: true, sameSite: "strict" }));
}

function clearCookie(response: Response): void {
	setCookie(response, "", new Date(0));
}

/** Which kind of device, in a word or two: enough to recognise one's own, too little to follow somebody. */
function deviceOf(agent: string): string {
	return /iPhone|iPad/.test(agent) ? "iPhone" : /Android/.test(agent) ? "Android" : /Windows/.test(agent) ? "Windows" : /Mac/.test(agent) ? "Mac" : /Linux/.test(agent) ? "Linux" : "";
}
