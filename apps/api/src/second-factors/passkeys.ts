import { isIP } from "node:net";
import type { passkeyChallenge, passkeyMade, passkeyUsed } from "@samenplan/contract/second-factors";
import type { Passkey } from "@samenplan/prisma/client";
import {
	generateAuthenticationOptions,
	generateRegistrationOptions,
	type VerifiedRegistrationResponse,
	verifyAuthenticationResponse,
	verifyRegistrationResponse,
} from "@simplewebauthn/server";
import type { z } from "zod";
import type { Services } from "../http/route.ts";
import type { Tx } from "../http/transaction.ts";
import { keepChallenge, takeOnce } from "./attempts.ts";

type Challenge = z.infer<typeof passkeyChallenge>;
type Kind = "passkey_sign_in" | "passkey_new" | "prove_again";

/**
 * Whose passkeys these are: the name of the host people visit. A number is no name; on one's own machine that is "localhost".
 * A passkey never works on another host, so nobody can be led to a false page with it.
 */
function host({ config }: Services): { id: string; origins: string[] } {
	const address = new URL(config.publicUrl);
	if (isIP(address.hostname) === 0) return { id: address.hostname, origins: [address.origin] };
	return { id: "localhost", origins: [`${address.protocol}//localhost${address.port ? `:${address.port}` : ""}`] };
}

/** What a browser is asked to make a passkey, on a device that checks who holds it (finger, face or code of the device). */
export async function challengeForNew(
	tx: Tx,
	services: Services,
	account: { id: string; email: string | null; name: string },
	owner: string,
): Promise<Challenge> {
	const known = await tx.db.passkey.findMany({ where: { accountId: account.id } });
	const options = await generateRegistrationOptions({
		rpName: "Samenplan",
		rpID: host(services).id,
		userName: account.email ?? account.name,
		userDisplayName: account.name,
		userID: new Uint8Array(Buffer.from(account.id)),
		attestationType: "none",
		excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
		authenticatorSelection: { residentKey: "required", userVerification: "required" },
	});
	const content = { challenge: options.challenge };
	return { challengeId: await keepChallenge(tx, { kind: "passkey_new", accountId: account.id, owner, content }), options: { ...options } };
}

/** What a browser is asked to use a passkey; without an account any passkey of this host may answer. */
export async function challengeForUse(
	tx: Tx,
	services: Services,
	{ kind, accountId, owner }: { kind: Kind; accountId: string | null; owner: string },
): Promise<Challenge> {
	const known = accountId === null ? [] : await tx.db.passkey.findMany({ where: { accountId } });
	const options = await generateAuthenticationOptions({
		rpID: host(services).id,
		userVerification: "required",
		allowCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
	});
	return {
		challengeId: await keepChallenge(tx, { kind, accountId, owner, content: { challenge: options.challenge } }),
		options: { ...options },
	};
}

type Registered = VerifiedRegistrationResponse["registrationInfo"];

/** Checks a new passkey against its challenge, which is used up, and keeps it. @returns nothing when it does not fit */
export async function keepNewPasskey(
	tx: Tx,
	services: Services,
	given: { challengeId: string; answer: z.infer<typeof passkeyMade>; accountId: string; owner: string; name: string },
): Promise<Passkey | undefined> {
	const taken = await takeOnce(tx, { id: given.challengeId, kind: "passkey_new", accountId: given.accountId, owner: given.owner });
	if (!taken) return undefined;
	const { id, origins } = host(services);
	const made: Registered | undefined = await verifyRegistrationResponse({
		response: given.answer as Parameters<typeof verifyRegistrationResponse>[0]["response"],
		expectedChallenge: (taken.content as { challenge: string }).challenge,
		expectedOrigin: origins,
		expectedRPID: id,
		requireUserVerification: true,
	}).then(
		({ registrationInfo }) => registrationInfo,
		() => undefined,
	);
	if (!made) return undefined;
	if ((await tx.db.passkey.count({ where: { credentialId: made.credential.id } })) > 0) return undefined;
	return tx.db.passkey.create({
		data: {
			accountId: given.accountId,
			credentialId: made.credential.id,
			publicKey: new Uint8Array(made.credential.publicKey),
			counter: made.credential.counter,
			transports: (made.credential.transports ?? []).slice(0, 10),
			backedUp: made.credentialBackedUp,
			name: given.name,
		},
	});
}

/**
 * Checks the answer of a passkey against its challenge, which is used up whatever comes of it. The device has checked who holds it.
 * @returns the passkey that answered; nothing when the answer is wrong, late, sent before, or of another account
 */
export async function usedPasskey(
	tx: Tx,
	services: Services,
	given: { challengeId: string; answer: z.infer<typeof passkeyUsed>; kind: Kind; owner: string; accountId?: string },
): Promise<Passkey | undefined> {
	const { challengeId, answer, kind, owner, accountId } = given;
	const taken = await takeOnce(tx, { id: challengeId, kind, owner });
	if (!taken || (accountId !== undefined && taken.accountId !== accountId)) return undefined;
	const passkey = await tx.db.passkey.findUnique({ where: { credentialId: answer.id } });
	if (!passkey || (taken.accountId !== null && taken.accountId !== passkey.accountId)) return undefined;
	// A passkey that names another owner than the one it is kept for is not believed.
	const named = answer.response.userHandle;
	if (named && Buffer.from(named, "base64url").toString() !== passkey.accountId) return undefined;
	const { id, origins } = host(services);
	const checked = await verifyAuthenticationResponse({
		response: answer as Parameters<typeof verifyAuthenticationResponse>[0]["response"],
		expectedChallenge: (taken.content as { challenge: string }).challenge,
		expectedOrigin: origins,
		expectedRPID: id,
		requireUserVerification: true,
		credential: {
			id: passkey.credentialId,
			publicKey: new Uint8Array(passkey.publicKey),
			counter: Number(passkey.counter),
			transports: passkey.transports,
		},
	}).catch(() => undefined);
	if (!checked?.verified) return undefined;
	// A device that counts never counts backwards; of two answers with the same count one is a copy.
	const used = await tx.db.passkey.updateMany({
		where: { id: passkey.id, counter: passkey.counter },
		data: {
			counter: checked.authenticationInfo.newCounter,
			lastUsedAt: new Date(),
			backedUp: checked.authenticationInfo.credentialBackedUp,
		},
	});
	return used.count === 1 ? passkey : undefined;
}
