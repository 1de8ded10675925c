import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type { readSignInService, setSignInService } from "@samenplan/contract/single-sign-on";
import { fullName } from "@samenplan/language/names";
import { asAccounts, refuse } from "../accounts/as-accounts.ts";
import { knownAccount } from "../accounts/known-account.ts";
import { seal, unseal } from "../accounts/sealed.ts";
import { tellOwner } from "../accounts/tell-owner.ts";
import { found, HttpProblem, moveNotPossible } from "../http/problems.ts";
import type { AccountContext } from "../http/route.ts";
import type { Tx } from "../http/transaction.ts";
import { discover, mayBeService, returnAddressOf, secretPurpose } from "./service.ts";

type Shown = EndpointResponse<typeof readSignInService>;

export function readService(context: AccountContext): Promise<Shown> {
	const { organisationId } = context.actor;
	return asAccounts(context, { event: "single-sign-on.read", action: "read", object: "identity_provider" }, async (tx) => {
		const kept = await tx.db.identityProvider.findUnique({ where: { organisationId } });
		const service = kept && { issuer: kept.issuer, clientId: kept.clientId, version: kept.version };
		return { returnAddress: returnAddressOf(context.services), service };
	});
}

/** Keeps the organisation's service, after asking it who it is. Its secret is sealed and never shown again. */
export async function setService(body: EndpointParsed<typeof setSignInService>["body"], context: AccountContext): Promise<undefined> {
	const { services } = context;
	const { organisationId } = context.actor;
	const deed = { event: "single-sign-on.set", action: "update", object: "identity_provider", objectId: organisationId } as const;
	const wrong = (path: string, code: "invalid" | "required") => new HttpProblem("invalid-input", { errors: [{ path, code }] });
	if (!mayBeService(services, body.issuer)) throw wrong("issuer", "invalid");
	const now = await asAccounts(
		context,
		deed,
		async (tx) => (await tx.db.identityProvider.findUnique({ where: { organisationId } })) ?? undefined,
	);
	// A secret goes to the service it was given for, and to no other address.
	const secret =
		body.secret ??
		(now && now.issuer === body.issuer ? unseal(services, secretPurpose, { sealed: now.sealedSecret, bound: organisationId }) : undefined);
	if (secret === undefined) throw wrong("secret", "required");
	await discover(services, { issuer: body.issuer, clientId: body.clientId, secret }).catch(() => {
		throw moveNotPossible([], ["single-sign-on-unreachable"]);
	});
	const kept = {
		issuer: body.issuer,
		clientId: body.clientId,
		sealedSecret: seal(services, secretPurpose, { text: secret, bound: organisationId }),
	};
	return asAccounts(context, deed, async (tx) => {
		if (body.version === null) {
			if (await tx.db.identityProvider.findUnique({ where: { organisationId } })) return refuse("conflict");
			await tx.db.identityProvider.create({ data: { organisationId, ...kept } });
			return tellPrivacyOfficers(tx, context, kept.issuer);
		}
		const { count } = await tx.db.identityProvider.updateMany({
			where: { organisationId, version: body.version },
			data: { ...kept, version: { increment: 1 } },
		});
		return count === 0 ? refuse("conflict") : tellPrivacyOfficers(tx, context, kept.issuer);
	});
}

/** Whoever sets the service could say through it who somebody is: others than the administrators hear of it. */
async function tellPrivacyOfficers(tx: Tx, { actor }: AccountContext, issuer: string): Promise<undefined> {
	const officers = await tx.db.account.findMany({
		where: { organisationId: actor.organisationId, state: "active", duties: { has: "privacy_officer" } },
		select: { id: true },
	});
	const setter = await tx.db.person.findUnique({ where: { id: actor.personId } });
	for (const { id } of officers) {
		const account = await knownAccount(tx, id);
		if (account) await tellOwner(tx, account, "serviceChanged", { by: setter ? fullName(setter) : "Samenplan", issuer });
	}
}

/** Employees sign in with a password or a passkey again; who they are there is forgotten. */
export function removeService(context: AccountContext): Promise<undefined> {
	const { organisationId } = context.actor;
	return asAccounts(context, { event: "single-sign-on.remove", action: "delete", object: "identity_provider" }, async (tx) => {
		const { issuer } = found(await tx.db.identityProvider.findUnique({ where: { organisationId } }));
		const staff = await tx.db.account.findMany({ where: { organisationId }, select: { id: true } });
		await tx.db.foreignIdentity.deleteMany({ where: { issuer, accountId: { in: staff.map(({ id }) => id) } } });
		await tx.db.identityProvider.delete({ where: { organisationId } });
		return undefined;
	});
}
