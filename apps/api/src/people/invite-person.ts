import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as people from "@samenplan/contract/people";
import { type InvitationCard, invitationDays } from "@samenplan/contract/people";
import { catalogueLanguageOf } from "@samenplan/language/catalogue";
import { addDays, dayInWords, dayOf } from "@samenplan/language/dates";
import { mailText } from "@samenplan/language/mails";
import { fullName } from "@samenplan/language/names";
import type { ReasonCode } from "@samenplan/plan-rules/reasons";
import { create as qrOf } from "qrcode";
import { oldEnough } from "../accounts/invitation.ts";
import { invitationCodeHash, newInvitationCode } from "../accounts/invitation-code.ts";
import { stands } from "../consents/stand-on-consent.ts";
import type { ActorTx } from "../http/as-actor.ts";
import { dayColumn } from "../http/days.ts";
import { found, HttpProblem, moveNotPossible } from "../http/problems.ts";
import type { Services } from "../http/route.ts";
import { queueMail } from "../mail/mails.ts";
import { personOfFamily } from "./involved.ts";
import { reachOf } from "./reach.ts";

/**
 * Makes an invitation card for a parent, a young person, somebody of the network or another professional: one use, fourteen days.
 * An earlier card of theirs stops working. The code is in this answer (and in the mail, when an address is known) and nowhere else.
 *
 * @throws HttpProblem `move-not-possible` with reason `birth-day-unknown`, `too-young`, `consent-needed`, `account-off`, or `recovery-needed` for
 * somebody who takes part already; `too-many-tries` for a family member after twenty cards within a day
 */
export async function invitePerson(
	tx: ActorTx,
	{ params }: EndpointParsed<typeof people.invitePerson>,
	services: Services,
): Promise<InvitationCard> {
	return makeCard(tx, await personOfFamily(tx, params.personId), services);
}

/** The card itself; who may ask for it is decided before. */
export async function makeCard(
	tx: ActorTx,
	{ involvement, person }: Awaited<ReturnType<typeof personOfFamily>>,
	services: Services,
	/** The address that whoever invites just wrote down. */
	given: { email: string | null } = { email: null },
): Promise<InvitationCard> {
	await assertMayBeInvited(tx, person, involvement);
	await assertNotTooMany(tx);
	await tx.db.invitation.updateMany({
		where: { familyId: tx.familyId, personId: person.id, state: "sent" },
		data: { state: "withdrawn", answeredAt: tx.now },
	});
	const code = newInvitationCode();
	const expiresAt = new Date(tx.now.getTime() + invitationDays * 86_400_000);
	await tx.db.invitation.create({
		data: {
			id: tx.newId,
			familyId: tx.familyId,
			personId: person.id,
			involvementId: involvement.id,
			codeHash: invitationCodeHash(code, services.config.SECRET),
			invitedBy: tx.actor.personId,
			createdAt: tx.now,
			expiresAt,
		},
	});
	const inviter = found(await tx.db.person.findUnique({ where: { id: tx.actor.personId } }));
	const organisation = found(await tx.db.organisation.findUnique({ where: { id: tx.actor.organisationId } }));
	const email = given.email ?? (await reachOf(tx, person.id))?.email ?? (await addressElsewhere(tx, person.id));
	const address = `${services.config.publicUrl}/card`;
	const link = `${address}/${code}`;
	const card: InvitationCard = {
		id: tx.newId,
		personId: person.id,
		givenName: person.givenName,
		invitedBy: fullName(inviter),
		organisation: organisation.name,
		language: person.language,
		code,
		link,
		address,
		qr: qrPath(link),
		expiresAt: expiresAt.toISOString(),
		mailed: email !== null,
	};
	if (email !== null) await mailCard(tx, card, email);
	return card;
}

/** More than anybody's network in one day: a mail goes out to each address with words of whoever invites. */
export const cardsADay = 20;

async function assertNotTooMany(tx: ActorTx): Promise<void> {
	if (tx.actor.side !== "family") return;
	const dayAgo = new Date(tx.now.getTime() - 86_400_000);
	const made = await tx.db.invitation.count({ where: { familyId: tx.familyId, invitedBy: tx.actor.personId, createdAt: { gt: dayAgo } } });
	if (made >= cardsADay) throw new HttpProblem("too-many-tries", { retryAfter: 3600 });
}

/** Of somebody who takes part elsewhere: known to the mail alone. */
async function addressElsewhere(tx: ActorTx, personId: string): Promise<string | null> {
	const [row] = await tx.sql<{ email: string | null }>({ text: "select app.address_to_invite($1) as email", values: [personId] });
	return row?.email ?? null;
}

type Invited = Awaited<ReturnType<typeof personOfFamily>>;

async function assertMayBeInvited(
	tx: ActorTx,
	person: Invited["person"],
	{ consentId, acceptedAt }: Invited["involvement"],
): Promise<void> {
	const reason = await whyNot(tx, person, consentId);
	if (reason) throw moveNotPossible([], [reason]);
	const [account] = await tx.sql<{ state: "active" | "disabled" | null }>({
		text: "select app.account_state_of($1) as state",
		values: [person.id],
	});
	if (account?.state === "disabled") throw moveNotPossible([], ["account-off"]);
	// Whoever takes part has an account of their own: a card would be the way into it.
	if (acceptedAt !== null && account?.state && !(await recoveryStands(tx, person.id))) throw moveNotPossible([], ["recovery-needed"]);
}

/** Whether two employees let this person back in, and the day to stop it is over. */
async function recoveryStands(tx: ActorTx, personId: string): Promise<boolean> {
	const [row] = await tx.sql<{ stands: boolean }>({
		text: "select app.recovery_stands($1, $2) as stands",
		values: [tx.familyId, personId],
	});
	return row?.stands === true;
}

async function whyNot(tx: ActorTx, { relation, bornOn }: Invited["person"], consentId: string | null): Promise<ReasonCode | undefined> {
	// Another professional comes in on a consent of the family, never on the coordinator's word alone.
	if (relation === "professional") return consentId !== null && (await stands(tx, consentId)) ? undefined : "consent-needed";
	if (relation !== "child") return undefined;
	if (bornOn === null) return "birth-day-unknown";
	return oldEnough(dayColumn(bornOn), tx.today) ? undefined : "too-young";
}

async function mailCard(tx: ActorTx, card: InvitationCard, to: string): Promise<void> {
	const { subject, text } = mailText("invitation", card.language, {
		givenName: card.givenName,
		invitedBy: card.invitedBy,
		link: card.link,
		address: card.address,
		code: card.code,
		// The last day on which it works from morning to night.
		until: dayInWords(addDays(dayOf(card.expiresAt), -1), catalogueLanguageOf(card.language)),
	});
	await queueMail(tx, { to, personId: card.personId, familyId: tx.familyId, kind: "invitation", language: card.language, subject, text });
}

/** The black squares of a QR picture as one SVG path; rows of neighbours are drawn as one stroke. */
function qrPath(text: string): InvitationCard["qr"] {
	const { size, data } = qrOf(text, { errorCorrectionLevel: "M" }).modules;
	let path = "";
	for (let y = 0; y < size; y += 1)
		for (let x = 0; x < size; x += 1) {
			if (!data[y * size + x]) continue;
			const from = x;
			while (x + 1 < size && data[y * size + x + 1]) x += 1;
			path += `M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`;
		}
	return { size, path };
}
