import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as people from "@samenplan/contract/people";
import type { ActorTx } from "../http/as-actor.ts";
import { assertVersion } from "../http/problems.ts";
import { bornOn } from "./add-person.ts";
import { personOfFamily } from "./involved.ts";

/** Changes what is kept of a person, and what they are to the family. */
export async function changePerson(tx: ActorTx, { params, body }: EndpointParsed<typeof people.changePerson>): Promise<undefined> {
	const { relation, role, version, ...fields } = body;
	const { involvement, person } = await personOfFamily(tx, params.personId);
	assertVersion(shown(person), version);
	const changed = await tx.db.person.updateMany({
		where: { id: params.personId, version },
		data: { ...fields, bornOn: bornOn(fields, tx.today), version: { increment: 1 } },
	});
	if (changed.count === 0) assertVersion(shown((await personOfFamily(tx, params.personId)).person), version);
	await tx.db.involvement.updateMany({ where: { id: involvement.id, familyId: tx.familyId }, data: { relation, role } });
}

/** What the answer to a conflict shows: the fields of the form, nothing of the database. */
function shown({
	organisationId: _organisation,
	staff: _staff,
	createdAt: _created,
	...person
}: Awaited<ReturnType<typeof personOfFamily>>["person"]) {
	return person;
}
