import type { Involvement, InvolvementState } from "@samenplan/contract/involvements";
import type { ActorTx } from "../http/as-actor.ts";
import { dayOfColumn } from "../http/days.ts";

/** Everyone who is or was involved beside the coordinator: from when until when, and how their invitation stands today. */
export async function listInvolvements(tx: ActorTx): Promise<Involvement[]> {
	const involvements = await tx.db.involvement.findMany({
		where: { familyId: tx.familyId, relation: { in: ["parent", "child", "network_member", "professional"] } },
		orderBy: { id: "asc" },
	});
	const cards = await tx.db.invitation.findMany({ where: { familyId: tx.familyId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
	const persons = await tx.db.person.findMany({ where: { id: { in: involvements.map(({ personId }) => personId) } } });
	// Whoever takes part elsewhere and did not say yes here yet is known by the name they were asked by.
	const waiting = await tx.sql<{ id: string }>({
		text: "select p.id from unnest($1::uuid[]) p (id) where app.of_elsewhere(p.id, $2)",
		values: [persons.map(({ id }) => id), tx.familyId],
	});
	const consents = await tx.sql<{ id: string }>({
		text: "select c.id from unnest($1::uuid[]) as c (id) where app.stands(c.id)",
		values: [involvements.flatMap(({ consentId }) => consentId ?? [])],
	});
	const standing = new Set(consents.map(({ id }) => id));
	const inviter = tx.grant("invitations.write") === "yes";
	const ender = tx.grant("people.write") === "yes";
	const ofNetwork = tx.grant("network_member.invite") === "yes";
	return involvements.flatMap((one): Involvement[] => {
		const person = persons.find(({ id }) => id === one.personId);
		if (!person) return [];
		const card = cards.findLast(({ involvementId }) => involvementId === one.id);
		const own = ofNetwork && one.relation === "network_member" && one.recordedBy === tx.actor.personId;
		return [
			{
				id: one.id,
				personId: one.personId,
				givenName: person.givenName,
				familyName: waiting.some(({ id }) => id === person.id) ? "" : person.familyName,
				relation: one.relation,
				role: one.role,
				state: stateOf(one, card, { tx, stands: one.consentId === null ? undefined : standing.has(one.consentId) }),
				startsOn: dayOfColumn(one.startsOn),
				endsOn: dayOfColumn(one.endsOn),
				acceptedAt: one.acceptedAt?.toISOString() ?? null,
				endedAt: one.endedAt?.toISOString() ?? null,
				endedBecause: one.endedBecause,
				consentId: one.consentId,
				invitation: card
					? { id: card.id, createdAt: card.createdAt.toISOString(), expiresAt: card.expiresAt.toISOString(), words: card.answerWords }
					: null,
				mayInvite: one.endedAt === null && (inviter || (own && one.acceptedAt === null)),
				mayEnd: one.endedAt === null && (ender || own),
			},
		];
	});
}

type Row = Awaited<ReturnType<ActorTx["db"]["involvement"]["findMany"]>>[number];
type Card = Awaited<ReturnType<ActorTx["db"]["invitation"]["findMany"]>>[number];

/** In the order in which it matters: who is out is out, whatever else holds. */
function stateOf(row: Row, card: Card | undefined, { tx, stands }: { tx: ActorTx; stands: boolean | undefined }): InvolvementState {
	if (row.endedAt !== null) return "ended";
	if (row.endsOn !== null && dayOfColumn(row.endsOn) < tx.today) return "over";
	if (stands === false || (row.relation === "professional" && stands === undefined && row.acceptedAt === null)) return "waits_for_consent";
	if (row.acceptedAt === null) {
		if (!card || card.state === "accepted") return "not_invited";
		if (card.state === "sent") return card.expiresAt > tx.now ? "invited" : "expired";
		return card.state;
	}
	return dayOfColumn(row.startsOn) > tx.today ? "begins_later" : "active";
}
