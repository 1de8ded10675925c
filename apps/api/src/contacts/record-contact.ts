import type * as contacts from "@samenplan/contract/contacts";
import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { ActorTx } from "../http/as-actor.ts";
import { assertDay, dayColumn } from "../http/days.ts";
import { assertInvolved } from "../people/involved.ts";
import { openPlan } from "../plans/open-plan.ts";

type Words = Pick<EndpointParsed<typeof contacts.recordContact>["body"], "kind" | "heldOn" | "withWhom" | "text">;

/** Records that the coordinator and the family spoke. The day is today or before: a talk to come is no contact yet. */
export async function recordContact(tx: ActorTx, { body }: EndpointParsed<typeof contacts.recordContact>): Promise<{ id: string }> {
	const plan = await openPlan(tx);
	await tx.db.contactMoment.create({
		data: {
			...(await contactData(tx, body)),
			id: tx.newId,
			familyId: tx.familyId,
			planId: plan.id,
			language: tx.actor.language,
			writtenBy: tx.actor.personId,
			createdAt: tx.now,
		},
	});
	return { id: tx.newId };
}

/**
 * What is kept of a contact, once it is sure that whoever took part belongs to the family now or was there before.
 * @param before who stood there already: somebody who left the family since, was still there then
 * @throws HttpProblem `invalid-input` at `heldOn` or at the person
 */
export async function contactData(tx: ActorTx, { kind, heldOn, withWhom, text }: Words, before: readonly string[] = []) {
	assertDay(heldOn, "heldOn", { until: tx.today });
	const people = [...new Set(withWhom)];
	await assertInvolved(
		tx,
		people.flatMap((personId, index) => (before.includes(personId) ? [] : [{ personId, path: `withWhom.${index}` }])),
	);
	return { kind, heldOn: dayColumn(heldOn), withWhom: people, text };
}
