import { ageOn } from "@samenplan/access/age";
import type * as accounts from "@samenplan/contract/accounts";
import type { Session } from "@samenplan/contract/accounts";
import type { EndpointResponse } from "@samenplan/contract/endpoint";
import { youngPersonAge } from "@samenplan/contract/people";
import { fullName } from "@samenplan/language/names";
import { stands } from "../consents/stand-on-consent.ts";
import type { JobTx } from "../http/as-actor.ts";
import { found, HttpProblem, notFound } from "../http/problems.ts";
import type { OpenContext, Services } from "../http/route.ts";
import type { Tx } from "../http/transaction.ts";
import { reachOf } from "../people/reach.ts";
import { usableRecovery, useRecovery } from "../recoveries/use-recovery.ts";
import { accountOfAddress } from "./account-of-address.ts";
import { note } from "./as-accounts.ts";
import { countGuess, forgiveGuess } from "./guess-limit.ts";
import { invitationCodeHash, readInvitationCode } from "./invitation-code.ts";
import { knownAccount } from "./known-account.ts";
import { startSession } from "./session.ts";

/**
 * What an invitation card says, for who holds it. Unknown, used, expired and withdrawn cards, and cards of somebody who is no
 * longer involved, are all "not found": the answer tells nothing.
 * @throws HttpProblem `not-found`, or `too-many-tries` after too many guesses from one address
 */
export async function readInvitation(code: string, context: OpenContext): Promise<EndpointResponse<typeof accounts.readInvitation>> {
	const card = await lookUp(code, context);
	return {
		givenName: card.person.givenName,
		invitedBy: card.invitedBy,
		organisation: card.organisation,
		language: card.person.language,
		ofThePlan: card.relation === "parent" || card.relation === "child",
		byCoach: card.byCoach,
		expiresAt: card.expiresAt.toISOString(),
	};
}

/**
 * Accepts an invitation card, once, and signs its holder in. Somebody without an account gets one; for an account that is there
 * already see {@link openAgain}. The card is used up in the same transaction.
 *
 * @throws HttpProblem `not-found` as {@link readInvitation}; `sign-in-needed` for a holder who answers behind their own sign-in
 */
export async function acceptInvitation(code: string, ownDevice: boolean, context: OpenContext): Promise<Session> {
	const { services, request, response, requestId } = context;
	const card = await lookUp(code, context);
	return services.frame.asJob(
		{
			name: "accounts",
			event: "invitation.accept",
			action: "execute",
			object: "invitation",
			objectId: card.id,
			familyId: card.familyId,
			requestId,
		},
		async (tx) => {
			const used = await tx.db.invitation.updateMany({
				where: { id: card.id, state: "sent", expiresAt: { gt: tx.now } },
				data: { state: "accepted", answeredAt: tx.now },
			});
			// Somebody was first, or the coordinator withdrew it this very moment.
			if (used.count === 0) throw notFound();
			found(await liveCard(tx, { id: card.id, state: "accepted" }));
			const account = await tx.db.account.findUnique({ where: { personId: card.person.id }, select: { id: true } });
			if (account) await openAgain(tx, card, account.id);
			await tx.db.involvement.updateMany({ where: { id: card.involvementId, acceptedAt: null }, data: { acceptedAt: tx.now } });
			const accountId = account?.id ?? (await newAccount(tx, card.person));
			return startSession(tx, services, request, response, accountId, "card", { ownDevice });
		},
	);
}

/**
 * Declines an invitation card; it is used up, and the coordinator reads the words, if there are any. Nobody is signed in.
 * @throws HttpProblem `not-found` as {@link readInvitation}
 */
export async function declineInvitation(code: string, words: string, context: OpenContext): Promise<undefined> {
	const card = await lookUp(code, context);
	await context.services.frame.asJob(
		{
			name: "accounts",
			event: "invitation.decline",
			action: "execute",
			object: "invitation",
			objectId: card.id,
			familyId: card.familyId,
			requestId: context.requestId,
		},
		async (tx) => {
			const { count } = await tx.db.invitation.updateMany({
				where: { id: card.id, state: "sent", expiresAt: { gt: tx.now } },
				data: { state: "declined", answeredAt: tx.now, answerWords: words },
			});
			if (count === 0) throw notFound();
		},
	);
}

type Card = NonNullable<Awaited<ReturnType<typeof liveCard>>>;
type Holder = Card["person"];

/**
 * Whoever makes a card holds its code, so a card alone never opens an account that was used: its owner signs in, or two employees let
 * them back in. Then the card that was made after that was granted opens it, once, and everything that opened it before ends.
 *
 * @throws HttpProblem `sign-in-needed` when that was not granted; the card stays as it was
 */
async function openAgain(tx: JobTx, card: Card, accountId: string): Promise<void> {
	const recovery = await usableRecovery(tx, { accountId, familyId: card.familyId });
	const account = await knownAccount(tx, accountId);
	if (!recovery || !account || card.createdAt < recovery.decidedAt) throw new HttpProblem("sign-in-needed");
	await useRecovery(tx, account, recovery);
	const deed = { event: "recoveries.use", object: "account_recovery", objectId: recovery.id } as const;
	await note(tx, { ...deed, account });
}

/** The first account of somebody. Two people who share an address cannot both receive codes there; the second one signs in by card. */
async function newAccount(tx: Tx, person: Holder): Promise<string> {
	const written = (await reachOf(tx, person.id))?.email ?? null;
	const email = written !== null && (await accountOfAddress(tx, written)) ? null : written;
	const { id } = await tx.db.account.create({
		data: { organisationId: person.organisationId, personId: person.id, email, createdAt: tx.now },
	});
	return id;
}

async function lookUp(typed: string, { services, client, requestId }: OpenContext) {
	const answer = await services.frame.asJob(
		{ name: "accounts", event: "invitation.read", action: "read", object: "invitation", requestId },
		async (tx) => {
			const wait = await countGuess(tx, services, client);
			if (wait !== undefined) return { wait };
			const id = await invitationOf(tx, hashOf(typed, services));
			const card = id === null ? undefined : await liveCard(tx, { id, state: "sent", expiresAt: { gt: tx.now } });
			if (card) await forgiveGuess(tx, services, client);
			return { card };
		},
	);
	// Thrown outside: the guess stays counted.
	if (answer.wait !== undefined) throw new HttpProblem("too-many-tries", { retryAfter: answer.wait });
	return found(answer.card);
}

const hashOf = (typed: string, services: Services) => invitationCodeHash(readInvitationCode(typed) ?? "", services.config.SECRET);

type Which = { id: string; state: "sent" | "accepted"; expiresAt?: { gt: Date } };

/** The card that a code is on, whatever came of it. */
async function invitationOf(tx: Tx, codeHash: string): Promise<string | null> {
	const [card] = await tx.sql<{ id: string | null }>({ text: "select app.invitation_of_code($1) as id", values: [codeHash] });
	return card?.id ?? null;
}

/** A card that may still open something: its holder is involved now, old enough, and not switched off. */
async function liveCard(tx: Tx, where: Which) {
	const invitation = await tx.db.invitation.findFirst({ where });
	if (!invitation) return undefined;
	const involvement = await tx.db.involvement.findFirst({ where: { id: invitation.involvementId, endedAt: null } });
	const person = await tx.db.person.findUnique({ where: { id: invitation.personId }, include: { account: { select: { state: true } } } });
	if (involvement?.endsOn && involvement.endsOn.toISOString().slice(0, 10) < tx.today) return undefined;
	if (involvement?.consentId && !(await stands(tx, involvement.consentId))) return undefined;
	if (!involvement || !person || person.account?.state === "disabled") return undefined;
	if (involvement.relation === "child" && !oldEnough(person.bornOn, tx.today)) return undefined;
	const inviter = await tx.db.person.findUnique({ where: { id: invitation.invitedBy } });
	const organisation = await tx.db.organisation.findUnique({ where: { id: person.organisationId } });
	return {
		...invitation,
		person,
		relation: involvement.relation,
		invitedBy: inviter ? fullName(inviter) : "",
		byCoach: inviter?.staff === true,
		organisation: organisation?.name ?? "",
	};
}

/** Whether a child has an own login by now; an unknown date of birth counts as too young. */
export function oldEnough(bornOn: Date | null, today: string): boolean {
	return bornOn !== null && ageOn(bornOn.toISOString().slice(0, 10), today) >= youngPersonAge;
}
