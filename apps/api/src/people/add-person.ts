import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type * as people from "@samenplan/contract/people";
import type { PersonFields } from "@samenplan/contract/people";
import type { ActorTx } from "../http/as-actor.ts";
import { assertDay, dayColumn } from "../http/days.ts";

/** Adds a person to the family. Only a given name is needed; the rest may come later. */
export async function addPerson(
	tx: ActorTx,
	{ body }: EndpointParsed<typeof people.addPerson>,
): Promise<EndpointResponse<typeof people.addPerson>> {
	const { relation, role, ...fields } = body;
	// Not `create`: that would read the row back, which only becomes visible by the involvement below.
	await tx.db.person.createMany({
		data: [{ id: tx.newId, organisationId: tx.actor.organisationId, ...fields, bornOn: bornOn(fields, tx.today), createdAt: tx.now }],
	});
	await tx.db.involvement.createMany({
		data: [
			{
				familyId: tx.familyId,
				personId: tx.newId,
				relation,
				role,
				startsOn: dayColumn(tx.today),
				recordedBy: tx.actor.personId,
				createdAt: tx.now,
			},
		],
	});
	return { id: tx.newId };
}

/** The date of birth as the database keeps it. Nobody was born in the future, or before anyone who lives. */
export function bornOn(fields: Pick<PersonFields, "bornOn">, today: string): Date | null {
	if (fields.bornOn === null) return null;
	assertDay(fields.bornOn, "bornOn", { from: "1900-01-01", until: today });
	return dayColumn(fields.bornOn);
}
