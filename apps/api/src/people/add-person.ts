import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type * as people from "@samenplan/contract/people";
import type { PersonFields } from "@samenplan/contract/people";
import { assertMayTellMore } from "../audience/contact-audience.ts";
import type { ActorTx } from "../http/as-actor.ts";
import { assertDay, dayColumn } from "../http/days.ts";
import { moveNotPossible } from "../http/problems.ts";

/**
 * Adds a person to the family. Only a given name is needed; the rest may come later. Somebody of the network or another professional
 * who signs in here already, and is named with the address they sign in with, comes as the person they are.
 */
export async function addPerson(
	tx: ActorTx,
	{ body }: EndpointParsed<typeof people.addPerson>,
): Promise<EndpointResponse<typeof people.addPerson>> {
	const { relation, role, ...fields } = body;
	const known = relation === "network_member" || relation === "professional" ? await knownPerson(tx, fields) : undefined;
	if (known !== undefined) {
		await involve(tx, { personId: known, relation, role });
		return { id: known };
	}
	assertMayTellMore(tx, fields.reachAudience);
	await newPerson(tx, fields);
	await involve(tx, { personId: tx.newId, relation, role });
	return { id: tx.newId };
}

/** Keeps a new person; who they are to the family is said by {@link involve}, in the same transaction. */
export async function newPerson(tx: ActorTx, fields: Omit<PersonFields, "relation" | "role">, id = tx.newId): Promise<void> {
	// Not `create`: that would read the row back, which only becomes visible by the involvement below.
	await tx.db.person.createMany({
		data: [{ id, organisationId: tx.actor.organisationId, ...fields, bornOn: bornOn(fields, tx.today), createdAt: tx.now }],
	});
}

/** Begins the involvement of a person, today; it opens nothing until they accepted. */
export async function involve(
	tx: ActorTx,
	{ personId, relation, role, endsOn = null }: Pick<PersonFields, "relation" | "role"> & { personId: string; endsOn?: string | null },
): Promise<void> {
	await tx.db.involvement.createMany({
		data: [
			{
				familyId: tx.familyId,
				personId,
				relation,
				role,
				startsOn: dayColumn(tx.today),
				endsOn: dayColumn(endsOn),
				recordedBy: tx.actor.personId,
				createdAt: tx.now,
			},
		],
	});
}

/**
 * Who signs in here already with this address and is called so.
 * @throws HttpProblem `move-not-possible` with `already-involved` when that person is in this family
 */
export async function knownPerson(
	tx: ActorTx,
	{ email, givenName }: Pick<PersonFields, "email" | "givenName">,
): Promise<string | undefined> {
	if (email === null) return undefined;
	const [known] = await tx.sql<{ id: string | null }>({ text: "select app.known_person($1, $2) as id", values: [email, givenName] });
	if (!known?.id) return undefined;
	const here = await tx.db.involvement.findFirst({ where: { familyId: tx.familyId, personId: known.id, endedAt: null } });
	if (here) throw moveNotPossible([], ["already-involved"]);
	return known.id;
}

/** The date of birth as the database keeps it. Nobody was born in the future, or before anyone who lives. */
export function bornOn(fields: Pick<PersonFields, "bornOn">, today: string): Date | null {
	if (fields.bornOn === null) return null;
	assertDay(fields.bornOn, "bornOn", { from: "1900-01-01", until: today });
	return dayColumn(fields.bornOn);
}
