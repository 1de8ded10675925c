import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as people from "@samenplan/contract/people";
import type { ActorTx } from "../http/as-actor.ts";
import { assertVersion, found, HttpProblem } from "../http/problems.ts";
import { personOfFamily } from "./involved.ts";

/**
 * Ends the involvement of a person. They are out at their next request, and a card that was not used yet is dead. What they
 * wrote stays in the plan.
 */
export async function endPerson(tx: ActorTx, { params, body }: EndpointParsed<typeof people.endPerson>): Promise<undefined> {
	const { involvement, person } = await personOfFamily(tx, params.personId);
	assertVersion(person, body.version);
	const ended = await tx.db.involvement.updateMany({
		where: { id: involvement.id, familyId: tx.familyId, endedAt: null },
		data: { endedAt: tx.now, endedBy: tx.actor.personId, endedBecause: body.because },
	});
	if (ended.count === 0) throw new HttpProblem("not-found");
	await withdrawCards(tx, params.personId);
}

/** Cards of a person in this family that were not used yet stop working. */
export async function withdrawCards(tx: Pick<ActorTx, "db" | "familyId" | "now">, personId: string): Promise<void> {
	await tx.db.invitation.updateMany({
		where: { familyId: tx.familyId, personId, state: "sent" },
		data: { state: "withdrawn", answeredAt: tx.now },
	});
}

/** Takes the end back: the involvement that ended last goes on as it was. */
export async function returnPerson(tx: ActorTx, { params }: EndpointParsed<typeof people.returnPerson>): Promise<undefined> {
	const last = found(
		await tx.db.involvement.findFirst({
			where: {
				familyId: tx.familyId,
				personId: params.personId,
				endedAt: { not: null },
				relation: { in: ["parent", "child", "network_member", "professional"] },
			},
			orderBy: { endedAt: "desc" },
		}),
	);
	await tx.db.involvement.update({ where: { id: last.id }, data: { endedAt: null, endedBy: null, endedBecause: "" } });
}
