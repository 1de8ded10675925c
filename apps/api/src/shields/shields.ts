import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type * as contract from "@samenplan/contract/shields";
import type { Shield } from "@samenplan/contract/shields";
import { fullName } from "@samenplan/language/names";
import type { ActorTx } from "../http/as-actor.ts";
import { HttpProblem, notAllowed, notFound } from "../http/problems.ts";

type Named = { id: string; name: string };

/** What is kept from whom, as far as whoever asks set it or looks after it. Nobody reads here what is kept from themselves. */
export async function listShields(tx: ActorTx): Promise<EndpointResponse<typeof contract.listShields>> {
	const rows = await tx.sql<Omit<Shield, "createdAt"> & { createdAt: Date }>({
		text: `select id, person_id as "personId", what::text, from_person_id as "fromPersonId", because, recorded_by as "recordedBy",
			created_at as "createdAt" from shield where family_id = $1 and ended_at is null order by created_at, id`,
		values: [tx.familyId],
	});
	const from = await peopleToKeepFrom(tx);
	const mine = await peopleLookedAfter(tx);
	return {
		shields: rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
		people: from.filter(({ id }) => mine(id)),
		from,
	};
}

/**
 * Keeps somebody's address, or telephone and e-mail, from one person. One's own; as a parent with authority that of a child who
 * lives with them; as the coordinator anyone's. Said twice it is kept once.
 */
export async function setShield(tx: ActorTx, { body }: EndpointParsed<typeof contract.setShield>): Promise<{ id: string }> {
	const known = await peopleToKeepFrom(tx);
	const unknown = (["personId", "fromPersonId"] as const).filter((path) => !known.some(({ id }) => id === body[path]));
	if (unknown.length > 0)
		throw new HttpProblem("invalid-input", { errors: unknown.map((path) => ({ path, code: "unknown-person" as const })) });
	if (!(await peopleLookedAfter(tx))(body.personId)) throw notAllowed();
	if (body.personId === body.fromPersonId || body.fromPersonId === tx.actor.personId)
		throw new HttpProblem("invalid-input", { errors: [{ path: "fromPersonId", code: "invalid" }] });
	const kept = await tx.sql({
		text: `insert into shield (id, family_id, person_id, what, from_person_id, because, recorded_by, created_at)
			values ($1, $2, $3, $4::shield_what, $5, $6, $7, $8) on conflict do nothing returning id`,
		values: [tx.newId, tx.familyId, body.personId, body.what, body.fromPersonId, body.because, tx.actor.personId, tx.now],
	});
	if (kept.length > 0) return { id: tx.newId };
	const { personId, what, fromPersonId } = body;
	const standing = await tx.db.shield.findFirst({
		where: { familyId: tx.familyId, personId, what, fromPersonId, endedAt: null },
		select: { id: true },
	});
	// Set by somebody whose shields are kept from whoever acts: the answer is that of a new one, and tells nothing of theirs.
	return { id: standing?.id ?? tx.newId };
}

/** From now on that person may know it again, as far as its owner opened it: asks who one is once more, as widening does. */
export async function endShield(tx: ActorTx, { params }: EndpointParsed<typeof contract.endShield>): Promise<undefined> {
	tx.assertProvedAgain("audience.widen");
	const ended = await tx.db.shield.updateMany({
		where: { id: params.shieldId, familyId: tx.familyId, endedAt: null },
		data: { endedAt: tx.now, endedBy: tx.actor.personId },
	});
	if (ended.count === 0) throw notFound();
}

async function peopleToKeepFrom(tx: ActorTx): Promise<Named[]> {
	const rows = await tx.sql<{ person_id: string; given_name: string; family_name: string }>({
		text: "select * from app.people_to_keep_from() order by given_name, person_id",
	});
	return rows.map((row) => ({ id: row.person_id, name: fullName({ givenName: row.given_name, familyName: row.family_name }) }));
}

/** Whose address and number whoever acts decides about. */
async function peopleLookedAfter(tx: ActorTx): Promise<(personId: string) => boolean> {
	if (tx.grant("shield.write") === "yes") return () => true;
	const children = tx.actor.relations.includes("parent_with_authority")
		? await tx.sql<{ child_id: string }>({
				text: `select distinct a.child_id from authority a
					join person c on c.id = a.child_id and (c.born_on is null or c.born_on > $3::date - interval '18 years')
					join household_member mine on mine.family_id = a.family_id and mine.person_id = a.parent_id
					join household_member theirs on theirs.household_id = mine.household_id and theirs.person_id = a.child_id
					where a.family_id = $1 and a.parent_id = $2 and a.holds = 'yes'`,
				values: [tx.familyId, tx.actor.personId, tx.today],
			})
		: [];
	const mine = new Set([tx.actor.personId, ...children.map(({ child_id }) => child_id)]);
	return (personId) => mine.has(personId);
}
