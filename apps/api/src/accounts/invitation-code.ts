import { randomInt } from "node:crypto";
import { keyedHash } from "./sealed.ts";

/** Figures and letters that nobody mixes up, by eye or by ear over the telephone; no vowels, so that no word appears. */
const alphabet = "2345679CDFGHJKMNPQRTVWXY";
const length = 8;

/** A fresh code of eight signs (24^8: more than a hundred thousand million), as it is printed: `K7MF-Q2TX`. */
export function newInvitationCode(): string {
	const signs = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
	return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}

/** What somebody typed, as it is compared: capitals, without spaces and dashes. Nothing when it cannot be a code. */
export function readInvitationCode(typed: string): string | undefined {
	const signs = typed.toUpperCase().replace(/[\s\-–—.]/g, "");
	return signs.length === length && [...signs].every((sign) => alphabet.includes(sign)) ? signs : undefined;
}

/** The only form in which a code is kept: without the secret of the server, a stolen table says nothing. */
export function invitationCodeHash(code: string, secret: string): string {
	return keyedHash({ config: { SECRET: secret } }, "invitation", readInvitationCode(code) ?? "");
}
