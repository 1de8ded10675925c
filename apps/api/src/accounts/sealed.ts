import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { parseCookie, stringifySetCookie } from "cookie";
import type { Request, Response } from "express";
import type { Config } from "../http/config.ts";

type Secrets = { config: Pick<Config, "SECRET"> };

/** A keyed hash: the only form in which codes are kept. Without the secret of the server a stolen table says nothing. */
export function keyedHash({ config }: Secrets, purpose: string, text: string): string {
	return createHmac("sha256", config.SECRET).update(`${purpose}:${text}`).digest("hex");
}

/** Compares without telling by its time how far two texts are alike. */
export function sameText(one: string, other: string): boolean {
	const [left, right] = [Buffer.from(one), Buffer.from(other)];
	return left.length === right.length && timingSafeEqual(left, right);
}

const keyFor = ({ config }: Secrets, purpose: string) => Buffer.from(hkdfSync("sha256", config.SECRET, "samenplan", `seal:${purpose}`, 32));

/**
 * Encrypts what the server has to read again (AES-256-GCM, a key of its own for each purpose). `bound` is what it belongs to: moved to
 * another row it cannot be opened.
 */
export function seal(services: Secrets, purpose: string, { text, bound }: { text: string; bound: string }): string {
	const nonce = randomBytes(12);
	const cipher = createCipheriv("aes-256-gcm", keyFor(services, purpose), nonce).setAAD(Buffer.from(bound));
	const hidden = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
	return [nonce, cipher.getAuthTag(), hidden].map((part) => part.toString("base64url")).join(".");
}

/** Opens what {@link seal} closed. @throws Error when it was changed, moved, or closed with another secret */
export function unseal(services: Secrets, purpose: string, { sealed, bound }: { sealed: string; bound: string }): string {
	const [nonce = "", tag = "", hidden = ""] = sealed.split(".");
	const decipher = createDecipheriv("aes-256-gcm", keyFor(services, purpose), Buffer.from(nonce, "base64url"), { authTagLength: 16 })
		.setAAD(Buffer.from(bound))
		.setAuthTag(Buffer.from(tag, "base64url"));
	return Buffer.concat([decipher.update(Buffer.from(hidden, "base64url")), decipher.final()]).toString("utf8");
}

/** Lets a browser carry an identifier that only we can have given it; out of reach of scripts and of other sites. */
export function setSealedCookie(response: Response, services: Secrets, name: string, { id, expires }: { id: string; expires: Date }): void {
	const value = id === "" ? "" : `${id}.${keyedHash(services, `cookie:${name}`, id)}`;
	response.append("Set-Cookie", stringifySetCookie({ name, value, expires, path: "/", httpOnly: true, secure: true, sameSite: "strict" }));
}

export function clearSealedCookie(response: Response, services: Secrets, name: string): void {
	setSealedCookie(response, services, name, { id: "", expires: new Date(0) });
}

/** The identifier this browser carries, when it is one that we gave. */
export function sealedCookieOf(request: Request, services: Secrets, name: string): string | undefined {
	const [id = "", sign = ""] = (parseCookie(request.get("cookie") ?? "")[name] ?? "").split(".");
	return id !== "" && sameText(sign, keyedHash(services, `cookie:${name}`, id)) ? id : undefined;
}
