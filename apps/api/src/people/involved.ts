import type { PersonRelation } from "@samenplan/contract/people";
import type { ActorTx } from "../http/as-actor.ts";
import { dayOfColumn } from "../http/days.ts";
import { found, HttpProblem } from "../http/problems.ts";

/**
 * Everyone named belongs to the family at this moment (and, where asked, as this relation).
 * @throws HttpProblem `invalid-input` with `unknown-person` at the path of each who does not
 */
export async function assertInvolved(
	tx: ActorTx,
	named: readonly { personId: string; path: string; relation?: "parent" | "child" }[],
): Promise<void> {
	const involvements = await tx.db.involvement.findMany({
		where: { familyId: tx.familyId, endedAt: null, personId: { in: named.map(({ personId }) => personId) } },
		select: { personId: true, relation: true },
	});
	const missing = named.filter(
		({ personId, relation }) =>
			!involvements.some((each) => each.personId === personId && (relation === undefined || each.relation === relation)),
	);
	if (missing.length > 0)
		throw new HttpProblem("invalid-input", { errors: missing.map(({ path }) => ({ path, code: "unknown-person" as const })) });
}

const byRelation = ["parent", "child", "network_member", "professional"] as const satisfies readonly PersonRelation[];

/**
 * A person of the family whom its coordinator looks after: not the coordinator, not an employee of the organisation.
 * @throws HttpProblem `not-found` for anyone else
 */
export async function personOfFamily(tx: ActorTx, personId: string) {
	const involvement = found(
		await tx.db.involvement.findFirst({
			where: { familyId: tx.familyId, personId, endedAt: null, relation: { in: [...byRelation] } },
			orderBy: { id: "asc" },
		}),
	);
	const person = found(await tx.db.person.findFirst({ where: { id: personId, staff: false } }));
	return {
		involvement,
		person: {
			...person,
			bornOn: dayOfColumn(person.bornOn),
			role: involvement.role,
			relation: involvement.relation,
		},
	};
}
