import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as involvements from "@samenplan/contract/involvements";
import type { InvitationCard } from "@samenplan/contract/people";
import { v7 as uuid7 } from "uuid";
import type { ActorTx } from "../http/as-actor.ts";
import { assertDay } from "../http/days.ts";
import { found, moveNotPossible } from "../http/problems.ts";
import type { Services } from "../http/route.ts";
import { involve, knownPerson, newPerson } from "../people/add-person.ts";
import { withdrawCards } from "../people/end-person.ts";
import { makeCard } from "../people/invite-person.ts";
import { personOfFamily } from "../people/involved.ts";

/**
 * Invites somebody of the own network. The consent of who invites is enough: it opens nothing of the plan, only what is shared with
 * this person by name later on.
 */
export async function inviteNetworkMember(
	tx: ActorTx,
	{ body }: EndpointParsed<typeof involvements.inviteNetworkMember>,
	services: Services,
): Promise<InvitationCard> {
	const { endsOn, role, ...who } = body;
	if (endsOn !== null) assertDay(endsOn, "endsOn", { from: tx.today });
	const known = await knownPerson(tx, who);
	// Never the identifier of the card: that would tell who is new here and who is not.
	const personId = known ?? uuid7();
	if (known === undefined) {
		const unknown = { familyName: "", bornOn: null, phone: null, reachNote: "", language: tx.actor.language };
		const reading = { interpreter: false, easyText: false, pictures: false, readAloud: false, largeLetters: false };
		await newPerson(tx, { ...who, ...unknown, ...reading }, personId);
	}
	await involve(tx, { personId, relation: "network_member", role, endsOn });
	return makeCard(tx, await personOfFamily(tx, personId), services, { email: who.email });
}

/**
 * A new card for somebody one invited oneself; the former one stops working. Not for who takes part already: whoever holds a card for
 * them would come in under their name. The coordinator helps them back in.
 */
export async function inviteNetworkMemberAgain(
	tx: ActorTx,
	{ params }: EndpointParsed<typeof involvements.inviteNetworkMemberAgain>,
	services: Services,
): Promise<InvitationCard> {
	const member = await ownNetworkMember(tx, params.personId);
	if (tx.actor.side === "family" && member.involvement.acceptedAt !== null) throw moveNotPossible([], ["already-involved"]);
	return makeCard(tx, member, services);
}

/** Ends the involvement of somebody one invited oneself. They are out at their next request, and their card is dead. */
export async function endNetworkMember(
	tx: ActorTx,
	{ params, body }: EndpointParsed<typeof involvements.endNetworkMember>,
): Promise<undefined> {
	const { involvement } = await ownNetworkMember(tx, params.personId);
	await tx.db.involvement.updateMany({
		where: { id: involvement.id, familyId: tx.familyId, endedAt: null },
		data: { endedAt: tx.now, endedBy: tx.actor.personId, endedBecause: body.because },
	});
	await withdrawCards(tx, params.personId);
}

/** A member of the network whom the actor invited; the coordinator looks after all of them. Parents and children are never this. */
async function ownNetworkMember(tx: ActorTx, personId: string): ReturnType<typeof personOfFamily> {
	const member = await personOfFamily(tx, personId);
	found(member.involvement.relation === "network_member" ? member : null);
	if (member.involvement.recordedBy !== tx.actor.personId && !tx.grant("involvement.write"))
		throw moveNotPossible([], ["not-your-invitation"]);
	return member;
}
