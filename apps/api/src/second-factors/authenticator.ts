import { Secret, TOTP } from "otpauth";
import QRCode from "qrcode";
import { seal, unseal } from "../accounts/sealed.ts";
import type { Services } from "../http/route.ts";
import type { Tx } from "../http/transaction.ts";
import { keepChallenge, takeOnce, waitingFor } from "./attempts.ts";

const purpose = "authenticator";
const totpOf = (secret: Secret, label = "") => new TOTP({ issuer: "Samenplan", label, secret, algorithm: "SHA1", digits: 6, period: 30 });
/** One step of half a minute before and after: a clock may be a little off. */
const window = 1;
const setUpMinutes = 15;

/** A secret for an authenticator app, to scan or to type; it counts only after its first code. */
export async function newAuthenticatorSecret(
	tx: Tx,
	services: Services,
	account: { id: string; email: string | null; name: string },
	owner: string,
): Promise<{ secret: string; address: string; picture: string }> {
	const secret = new Secret({ size: 20 });
	const content = { sealedSecret: seal(services, purpose, { text: secret.base32, bound: account.id }) };
	await keepChallenge(tx, { kind: "second_factor", accountId: account.id, owner, content }, setUpMinutes);
	const address = totpOf(secret, account.email ?? account.name).toString();
	return { secret: secret.base32, address, picture: await QRCode.toDataURL(address, { margin: 1, width: 240 }) };
}

/** Keeps the app whose secret waits here, when the code is one of it. @returns whether it was */
export async function keepAuthenticator(
	tx: Tx,
	services: Services,
	given: { accountId: string; owner: string; code: string },
): Promise<boolean> {
	const waiting = await waitingFor(tx, "second_factor", given.owner);
	if (!waiting || waiting.accountId !== given.accountId) return false;
	const { sealedSecret } = waiting.content as { sealedSecret: string };
	const step = stepOf(services, { sealedSecret, accountId: given.accountId, code: given.code });
	if (step === undefined) return false;
	if (!(await takeOnce(tx, { id: waiting.id, kind: "second_factor" }))) return false;
	const kept = { sealedSecret, confirmedAt: new Date(), lastStep: step, createdAt: new Date() };
	await tx.db.authenticatorApp.upsert({
		where: { accountId: given.accountId },
		create: { accountId: given.accountId, ...kept },
		update: kept,
	});
	return true;
}

/** Whether this is a code of the account's app now. Each step of time is used once, also by parallel answers (RFC 6238, 5.2). */
export async function isAuthenticatorCode(
	tx: Tx,
	services: Services,
	{ accountId, code }: { accountId: string; code: string },
): Promise<boolean> {
	const app = await tx.db.authenticatorApp.findFirst({ where: { accountId, confirmedAt: { not: null } } });
	if (!app) return false;
	const step = stepOf(services, { sealedSecret: app.sealedSecret, accountId, code });
	if (step === undefined) return false;
	const used = await tx.db.authenticatorApp.updateMany({ where: { accountId, lastStep: { lt: step } }, data: { lastStep: step } });
	return used.count === 1;
}

function stepOf(services: Services, given: { sealedSecret: string; accountId: string; code: string }): number | undefined {
	const secret = Secret.fromBase32(unseal(services, purpose, { sealed: given.sealedSecret, bound: given.accountId }));
	const totp = totpOf(secret);
	const now = Date.now();
	const delta = totp.validate({ token: given.code, timestamp: now, window });
	return delta === null ? undefined : totp.counter({ timestamp: now }) + delta;
}
