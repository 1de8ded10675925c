import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type { proposeSignInService, readSignInService } from "@samenplan/contract/single-sign-on";
import { fullName } from "@samenplan/language/names";
import { asAccounts, refuse } from "../accounts/as-accounts.ts";
import { seal, unseal } from "../accounts/sealed.ts";
import { found, HttpProblem, moveNotPossible } from "../http/problems.ts";
import type { AccountContext } from "../http/route.ts";
import type { Tx } from "../http/transaction.ts";
import { discover, mayBeService, returnAddressOf, secretPurpose } from "./service.ts";
import { tellWhoHasASay } from "./tell-who-has-a-say.ts";

type Shown = EndpointResponse<typeof readSignInService>;

const openProposal = (tx: Tx, organisationId: string) =>
	tx.db.signInServiceProposal.findFirst({ where: { organisationId, confirmedAt: null, withdrawnAt: null } });

/** Who may be the second person for what is proposed at this moment. */
async function secondsOf(tx: Tx, organisationId: string, proposedAt: Date): Promise<string[]> {
	const rows = await tx.sql<{ person_id: string }>({
		text: "select person_id from app.second_of_sign_in_service($1, $2)",
		values: [organisationId, proposedAt],
	});
	return rows.map((row) => row.person_id);
}

/** The service in force, and what is proposed for it. */
export function readService(context: AccountContext): Promise<Shown> {
	const { organisationId, personId } = context.actor;
	return asAccounts(context, { event: "single-sign-on.read", action: "read", object: "identity_provider" }, async (tx) => {
		const kept = await tx.db.identityProvider.findUnique({ where: { organisationId } });
		const open = await openProposal(tx, organisationId);
		const seconds = await secondsOf(tx, organisationId, open?.proposedAt ?? new Date());
		const by = open && (await tx.db.person.findUnique({ where: { id: open.proposedBy } }));
		return {
			returnAddress: returnAddressOf(context.services),
			service: kept && { issuer: kept.issuer, clientId: kept.clientId, version: kept.version },
			proposed: open && {
				id: open.id,
				issuer: open.issuer,
				clientId: open.clientId,
				newSecret: open.newSecret,
				by: by ? fullName(by) : "",
				at: open.proposedAt.toISOString(),
				mine: open.proposedBy === personId,
				mayConfirm: open.proposedBy !== personId && seconds.includes(personId),
			},
			second: seconds.some((second) => second !== (open?.proposedBy ?? personId)),
		};
	});
}

/**
 * Keeps what an administrator proposes, after asking the service who it is; what is in force stays so until somebody else confirms. Its
 * secret is sealed and never shown again.
 *
 * @throws HttpProblem `move-not-possible` when the service does not answer, something is proposed already, or nobody else could confirm
 */
export async function proposeService(
	body: EndpointParsed<typeof proposeSignInService>["body"],
	context: AccountContext,
): Promise<undefined> {
	const { services } = context;
	const { organisationId, personId } = context.actor;
	const deed = { event: "single-sign-on.propose", action: "create", object: "identity_provider", objectId: organisationId } as const;
	const wrong = (path: string, code: "invalid" | "required") => new HttpProblem("invalid-input", { errors: [{ path, code }] });
	if (!mayBeService(services, body.issuer)) throw wrong("issuer", "invalid");
	const now = await asAccounts(context, deed, async (tx) => {
		if (await openProposal(tx, organisationId)) throw moveNotPossible([], ["single-sign-on-proposed"]);
		const seconds = await secondsOf(tx, organisationId, new Date());
		if (seconds.every((second) => second === personId)) throw moveNotPossible([], ["single-sign-on-nobody-else"]);
		return (await tx.db.identityProvider.findUnique({ where: { organisationId } })) ?? undefined;
	});
	// A secret goes to the service it was given for, and to no other address.
	const secret =
		body.secret ??
		(now && now.issuer === body.issuer ? unseal(services, secretPurpose, { sealed: now.sealedSecret, bound: organisationId }) : undefined);
	if (secret === undefined) throw wrong("secret", "required");
	await discover(services, { issuer: body.issuer, clientId: body.clientId, secret }).catch(() => {
		throw moveNotPossible([], ["single-sign-on-unreachable"]);
	});
	return asAccounts(context, deed, async (tx) => {
		const kept = await tx.db.identityProvider.findUnique({ where: { organisationId } });
		if ((kept?.version ?? null) !== body.version) return refuse("conflict");
		const { count } = await tx.db.signInServiceProposal.createMany({
			data: {
				organisationId,
				issuer: body.issuer,
				clientId: body.clientId,
				sealedSecret: seal(services, secretPurpose, { text: secret, bound: organisationId }),
				newSecret: body.secret !== null,
				proposedBy: personId,
			},
			skipDuplicates: true,
		});
		if (count === 0) throw moveNotPossible([], ["single-sign-on-proposed"]);
		return tellWhoHasASay(tx, context.actor, "serviceProposed", {
			issuer: body.issuer,
			link: new URL("/accounts/single-sign-on", services.config.publicUrl).href,
		});
	});
}

/** At once: employees sign in with a password or a passkey again, who they are there is forgotten, and what was proposed is off the table. */
export function removeService(context: AccountContext): Promise<undefined> {
	const { organisationId, personId } = context.actor;
	return asAccounts(context, { event: "single-sign-on.remove", action: "delete", object: "identity_provider" }, async (tx) => {
		const { issuer } = found(await tx.db.identityProvider.findUnique({ where: { organisationId } }));
		const staff = await tx.db.account.findMany({ where: { organisationId }, select: { id: true } });
		await tx.db.foreignIdentity.deleteMany({ where: { issuer, accountId: { in: staff.map(({ id }) => id) } } });
		await tx.db.identityProvider.delete({ where: { organisationId } });
		await tx.db.signInServiceProposal.updateMany({
			where: { organisationId, confirmedAt: null, withdrawnAt: null },
			data: { withdrawnBy: personId, withdrawnAt: new Date() },
		});
		return tellWhoHasASay(tx, context.actor, "serviceStopped", { issuer });
	});
}
