import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as people from "@samenplan/contract/people";
import { type InvitationCard, invitationDays } from "@samenplan/contract/people";
import { catalogueLanguageOf } from "@samenplan/language/catalogue";
import { addDays, dayInWords, dayOf } from "@samenplan/language/dates";
import { mailText } from "@samenplan/language/mails";
import { fullName } from "@samenplan/language/names";
import { create as qrOf } from "qrcode";
import { oldEnough } from "../accounts/invitation.ts";
import { invitationCodeHash, newInvitationCode } from "../accounts/invitation-code.ts";
import type { ActorTx } from "../http/as-actor.ts";
import { dayColumn } from "../http/days.ts";
import { found, moveNotPossible } from "../http/problems.ts";
import type { Services } from "../http/route.ts";
import { queueMail } from "../mail/mails.ts";
import { personOfFamily } from "./involved.ts";

/**
 * Makes an invitation card for one parent or young person: one use, fourteen days. An earlier card of theirs stops working.
 * The code is in this answer (and in the mail, when an address is known) and nowhere else.
 *
 * @throws HttpProblem `move-not-possible` with reason `birth-day-unknown`, `too-young`, `not-invited-here` or `account-off`
 */
export async function invitePerson(
	tx: ActorTx,
	{ params }: EndpointParsed<typeof people.invitePerson>,
	services: Services,
): Promise<InvitationCard> {
	const { involvement, person } = await personOfFamily(tx, params.personId);
	await assertMayBeInvited(tx, person);
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
		mailed: person.email !== null,
	};
	if (person.email !== null) await mailCard(tx, card, person.email);
	return card;
}

async function assertMayBeInvited(tx: ActorTx, person: Awaited<ReturnType<typeof personOfFamily>>["person"]): Promise<void> {
	const account = await tx.db.account.findUnique({ where: { personId: person.id }, select: { state: true } });
	const reason =
		person.relation === "child"
			? person.bornOn === null
				? "birth-day-unknown"
				: oldEnough(dayColumn(person.bornOn), tx.today)
					? undefined
					: "too-young"
			: person.relation === "parent"
				? undefined
				: "not-invited-here";
	if (reason) throw moveNotPossible([], [reason]);
	if (account?.state === "disabled") throw moveNotPossible([], ["account-off"]);
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
