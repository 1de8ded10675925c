import type { EndpointResponse } from "@samenplan/contract/endpoint";
import type { SignInStep } from "@samenplan/contract/second-factors";
import type { beginSingleSignOn, listSignInServices } from "@samenplan/contract/single-sign-on";
import * as oidc from "openid-client";
import { accountOfAddress } from "../accounts/account-of-address.ts";
import { asAccounts, note, refuse } from "../accounts/as-accounts.ts";
import { afterFirstProof } from "../accounts/first-proof.ts";
import { countOneMore } from "../accounts/guess-limit.ts";
import { type KnownAccount, knownAccount } from "../accounts/known-account.ts";
import { linkMinutes, newLink } from "../accounts/link.ts";
import { clearSealedCookie, keyedHash, sameText, seal, sealedCookieOf, setSealedCookie, unseal } from "../accounts/sealed.ts";
import { tellOwner } from "../accounts/tell-owner.ts";
import { found, HttpProblem } from "../http/problems.ts";
import type { OpenContext } from "../http/route.ts";
import type { Tx } from "../http/transaction.ts";
import { takeOnce } from "../second-factors/attempts.ts";
import { factorsOf } from "../second-factors/factors.ts";
import { discoverKept, type KeptService, returnAddressOf } from "./service.ts";

const cookieName = "__Host-samenplan-service";
const minutes = 10;
const mailsPerHour = 3;
type Begun = { organisationId: string; stateHash: string; sealed: string };

/** The organisations whose employees may sign in through a service of their own. */
export function listServices(context: OpenContext): Promise<EndpointResponse<typeof listSignInServices>> {
	return asAccounts(context, { event: "single-sign-on.list", action: "read", object: "identity_provider" }, async (tx) => {
		const ids = (await tx.db.identityProvider.findMany({ select: { organisationId: true } })).map((each) => each.organisationId);
		const organisations = await tx.db.organisation.findMany({ where: { id: { in: ids } }, orderBy: { name: "asc" } });
		return organisations.map(({ id, name }) => ({ organisationId: id, name }));
	});
}

/**
 * Begins a sign-in at the organisation's service: authorization code with PKCE, state and nonce (RFC 9700). What belongs to it is kept
 * here, sealed, and only the browser that carries its cookie can finish it.
 */
export async function begin(organisationId: string, context: OpenContext): Promise<EndpointResponse<typeof beginSingleSignOn>> {
	const { services, response } = context;
	const deed = { event: "single-sign-on.begin", action: "execute", object: "session" } as const;
	const kept = await asAccounts(context, deed, async (tx) => found(await tx.db.identityProvider.findUnique({ where: { organisationId } })));
	const service = await reach(() => discoverKept(services, kept));
	const [verifier, state, nonce] = [oidc.randomPKCECodeVerifier(), oidc.randomState(), oidc.randomNonce()];
	const address = oidc.buildAuthorizationUrl(service, {
		redirect_uri: returnAddressOf(services),
		scope: "openid email",
		code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
		code_challenge_method: "S256",
		state,
		nonce,
	});
	await asAccounts(context, deed, async (tx) => {
		const content: Begun = {
			organisationId,
			stateHash: keyedHash(services, "state", state),
			sealed: seal(services, "single-sign-on", { text: JSON.stringify({ verifier, nonce }), bound: organisationId }),
		};
		const expiresAt = new Date(Date.now() + minutes * 60_000);
		const { id } = await tx.db.signInAttempt.create({ data: { kind: "single_sign_on", content, expiresAt } });
		setSealedCookie(response, services, cookieName, { id, expires: expiresAt });
	});
	return { address: address.href };
}

/**
 * Finishes it with what the service sent along. Known people are found by issuer and subject; the first time by the verified address of
 * an employee of that organisation, never of anybody else. When the service does not say that it asked a second factor, we do.
 */
export async function answer(search: string, context: OpenContext): Promise<SignInStep> {
	const { services, request, response } = context;
	const deed = { event: "single-sign-on.answer", action: "execute", object: "session" } as const;
	const given = new URLSearchParams(search);
	const id = sealedCookieOf(request, services, cookieName);
	clearSealedCookie(response, services, cookieName);
	const { begun, kept } = await asAccounts(context, deed, async (tx) => {
		const taken = id === undefined ? undefined : await takeOnce(tx, { id, kind: "single_sign_on" });
		const content = taken?.content as Begun | undefined;
		if (!content || !sameText(content.stateHash, keyedHash(services, "state", given.get("state") ?? ""))) {
			await note(tx, { event: "single-sign-on.answer", outcome: "denied", account: null });
			return refuse("code-wrong");
		}
		return { begun: content, kept: found(await tx.db.identityProvider.findUnique({ where: { organisationId: content.organisationId } })) };
	});
	const claims = await exchange(context, { begun, kept, given });
	return asAccounts(context, deed, async (tx) => {
		const met = claims && (await accountOf(tx, kept, claims));
		await note(tx, { event: "single-sign-on.answer", outcome: met ? "success" : "denied", account: met?.account ?? null });
		if (!met) return refuse("code-wrong");
		const { account, newIdentity } = met;
		const proved = { method: "single_sign_on", ownDevice: true } as const;
		// Whoever sets up a service could let it say that it is anybody: the first time, an employee who has a second factor here gives it.
		if (newIdentity && (await factorsOf(tx, account.id)).length > 0)
			return afterFirstProof(tx, context, account, { ...proved, newIdentity });
		// Whoever has none shows that the mailbox of the account is theirs, and makes a second factor, before any service speaks for them.
		if (newIdentity) return mailFirstLink(tx, context, account);
		return afterFirstProof(tx, context, account, { ...proved, twoFactors: saysTwoFactors(claims) });
	});
}

/** Mails the owner of the account how to begin; nothing is kept of who the service said it was, and nobody is let in. */
async function mailFirstLink(tx: Tx, context: OpenContext, account: KnownAccount): Promise<SignInStep> {
	const { services } = context;
	await note(tx, { event: "single-sign-on.mail", outcome: "denied", account });
	if ((await countOneMore(tx, services, `service:${account.id}`, 60)).count <= mailsPerHour) {
		const link = await newLink(tx, services, account, "password_reset");
		await tellOwner(tx, account, "serviceFirst", { link, minutes: linkMinutes.password_reset });
	}
	return { session: null, needs: "mailed_link", factors: [] };
}

type Claims = { iss: string; sub: string; email?: unknown; email_verified?: unknown; amr?: unknown };

/** The claims of the identity token, checked (signature, issuer, audience, nonce, time); nothing when anything is not right. */
async function exchange(
	{ services }: OpenContext,
	{ begun, kept, given }: { begun: Begun; kept: KeptService; given: URLSearchParams },
): Promise<Claims | undefined> {
	const service = await reach(() => discoverKept(services, kept));
	const { verifier, nonce } = JSON.parse(unseal(services, "single-sign-on", { sealed: begun.sealed, bound: begun.organisationId })) as {
		verifier: string;
		nonce: string;
	};
	const url = new URL(`${returnAddressOf(services)}?${given}`);
	const tokens = await oidc
		.authorizationCodeGrant(service, url, {
			pkceCodeVerifier: verifier,
			expectedNonce: nonce,
			expectedState: given.get("state") ?? "",
			idTokenExpected: true,
		})
		.catch(() => undefined);
	return tokens?.claims() as Claims | undefined;
}

type Met = { account: KnownAccount; newIdentity?: { issuer: string; subject: string } };

async function accountOf(tx: Tx, kept: KeptService, claims: Claims): Promise<Met | undefined> {
	const known = await tx.db.foreignIdentity.findFirst({ where: { issuer: claims.iss, subject: claims.sub } });
	if (known) {
		const account = await employeeOf(tx, known.accountId, kept.organisationId);
		return account && { account };
	}
	if (claims.email_verified !== true || typeof claims.email !== "string") return undefined;
	const byAddress = await accountOfAddress(tx, claims.email.trim());
	const account = byAddress && (await employeeOf(tx, byAddress.id, kept.organisationId));
	return account && { account, newIdentity: { issuer: claims.iss, subject: claims.sub } };
}

async function employeeOf(tx: Tx, accountId: string, organisationId: string): Promise<KnownAccount | undefined> {
	const account = await knownAccount(tx, accountId);
	return account?.staff && account.organisationId === organisationId ? account : undefined;
}

/** RFC 8176: `mfa` says that more than one factor was asked. Anything less precise counts as one. */
const saysTwoFactors = (claims: Claims | undefined) => Array.isArray(claims?.amr) && claims.amr.includes("mfa");

async function reach<T>(service: () => Promise<T>): Promise<T> {
	return service().catch(() => {
		throw new HttpProblem("unavailable", { retryAfter: 30 });
	});
}
