import { createSecretKey, type KeyObject } from "node:crypto";
import jwt from "jsonwebtoken";

const issuer = "samenplan";
const audience = "samenplan-api";
export const accessTokenSeconds = 600;

export type AccessToken = { accountId: string; sessionId: string };

/** A token of ten minutes that says which account and session calls; rights are read at each request, never from it. */
export function signAccessToken(token: AccessToken, secret: string): { accessToken: string; expiresAt: string } {
	const accessToken = jwt.sign({ sid: token.sessionId, typ: "access" }, keyOf(secret), {
		algorithm: "HS256",
		subject: token.accountId,
		issuer,
		audience,
		expiresIn: accessTokenSeconds,
		notBefore: 0,
	});
	return { accessToken, expiresAt: new Date(Date.now() + accessTokenSeconds * 1000).toISOString() };
}

/** The account and session of a valid token; nothing for any other text. */
export function readAccessToken(text: string, secret: string): AccessToken | undefined {
	try {
		const claims = jwt.verify(text, keyOf(secret), { algorithms: ["HS256"], issuer, audience });
		if (typeof claims === "string" || claims.typ !== "access" || typeof claims.sid !== "string" || !claims.sub) return undefined;
		// The library checks when it ends only if it says so.
		if (typeof claims.exp !== "number") return undefined;
		return { accountId: claims.sub, sessionId: claims.sid };
	} catch {
		return undefined;
	}
}

/** Made once per secret: given a text, the library tries it as a public key first, at every request. */
const keys = new Map<string, KeyObject>();
function keyOf(secret: string): KeyObject {
	const key = keys.get(secret) ?? createSecretKey(Buffer.from(secret));
	keys.set(secret, key);
	return key;
}
