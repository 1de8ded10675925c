import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as people from "@samenplan/contract/people";
import { assertMayTellMore } from "../audience/contact-audience.ts";
import type { ActorTx } from "../http/as-actor.ts";
import { assertVersion, notAllowed } from "../http/problems.ts";
import { bornOn } from "./add-person.ts";
import { withdrawCards } from "./end-person.ts";
import { personOfFamily } from "./involved.ts";
import { type Reach, reachOf } from "./reach.ts";

/**
 * Changes what is kept of a person, and what they are to the family. Of somebody whom another family looks after only the second: their
 * name, day of birth and address there would change with it.
 * @throws HttpProblem `not-allowed` for anything else of theirs; `prove-again` for another day of birth, or who becomes or was a child
 */
export async function changePerson(tx: ActorTx, { params, body }: EndpointParsed<typeof people.changePerson>): Promise<undefined> {
	const { relation, role, version, ...fields } = body;
	const { involvement, person, lookedAfterElsewhere } = await personOfFamily(tx, params.personId);
	const known = await reachOf(tx, params.personId);
	assertVersion({ ...shown(person), ...(known ?? unknown) }, version);
	assertMayTellMore(tx, fields.reachAudience, person.reachAudience);
	// Who decides here, and who is asked, follows from these as it does from authority.
	const otherDay = person.bornOn !== null && fields.bornOn !== person.bornOn;
	const otherPlace = relation !== involvement.relation && [relation, involvement.relation].includes("child");
	if (otherDay || otherPlace) tx.assertProvedAgain("authority.write");
	if (lookedAfterElsewhere) {
		if (!saysTheSame(fields, { ...shown(person), ...(known ?? unknown) })) throw notAllowed();
	} else {
		const changed = await tx.db.person.updateMany({
			where: { id: params.personId, version },
			data: {
				...fields,
				// What is not told to whoever writes here is not emptied by them either.
				email: fields.email ?? (known ? null : undefined),
				phone: fields.phone ?? (known ? null : undefined),
				reachNote: fields.reachNote === "" && !known ? undefined : fields.reachNote,
				bornOn: bornOn(fields, tx.today),
				version: { increment: 1 },
			},
		});
		if (changed.count === 0) {
			const now = await personOfFamily(tx, params.personId);
			assertVersion({ ...shown(now.person), ...((await reachOf(tx, params.personId)) ?? unknown) }, version);
		}
	}
	const other = relation !== involvement.relation && [relation, involvement.relation].some(around);
	await tx.db.involvement.updateMany({
		where: { id: involvement.id, familyId: tx.familyId },
		// Who becomes something else around the family was not asked for that: an earlier yes, theirs or the family's, opens nothing.
		data: { relation, role, ...(other && { acceptedAt: null, consentId: null }) },
	});
	if (other) await withdrawCards(tx, params.personId);
}

const around = (relation: string) => relation === "network_member" || relation === "professional";

const saysTheSame = (fields: object, present: object) => {
	const now = new Map<string, unknown>(Object.entries(present));
	return Object.entries(fields).every(([name, value]) => value === undefined || value === now.get(name));
};

const unknown: Reach = { email: null, phone: null, reachNote: "" };

/** What the answer to a conflict shows: the fields of the form, nothing of the database. */
function shown({
	organisationId: _organisation,
	staff: _staff,
	createdAt: _created,
	...person
}: Awaited<ReturnType<typeof personOfFamily>>["person"]) {
	return person;
}
