import type { PersonRelation } from "@samenplan/contract/people";
import type { ActorTx } from "../http/as-actor.ts";
import { dayOfColumn } from "../http/days.ts";
import { found, HttpProblem, moveNotPossible } from "../http/problems.ts";

type Named = { personId: string; path: string; as?: readonly PersonRelation[] };

/**
 * Everyone named in a form belongs to the family at this moment (and, where asked, as one of these relations).
 * @throws HttpProblem `invalid-input` with `unknown-person` at the path of each who does not; the same for somebody of another
 * family and for nobody
 */
export async function assertInvolved(tx: Pick<ActorTx, "db" | "familyId">, named: readonly Named[]): Promise<void> {
	const involvements = await tx.db.involvement.findMany({
		where: { familyId: tx.familyId, endedAt: null, personId: { in: named.map(({ personId }) => personId) } },
		select: { personId: true, relation: true },
	});
	const missing = named.filter(
		({ personId, as }) =>
			!involvements.some((each) => each.personId === personId && (as === undefined || as.some((relation) => relation === each.relation))),
	);
	if (missing.length > 0)
		throw new HttpProblem("invalid-input", { errors: missing.map(({ path }) => ({ path, code: "unknown-person" as const })) });
}

/**
 * Words are written down for a family member who cannot sign in; whoever has an own account writes there.
 * @throws HttpProblem `invalid-input` for somebody else, `move-not-possible` with `answers-themselves`
 */
export async function assertRecordedFor(tx: Pick<ActorTx, "db" | "familyId" | "sql">, personId: string): Promise<void> {
	await assertInvolved(tx, [{ personId, path: "personId", as: ["parent", "child"] }]);
	const [account] = await tx.sql<{ has: boolean }>({ text: "select app.has_account($1) as has", values: [personId] });
	if (account?.has) throw moveNotPossible([], ["answers-themselves"]);
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
	const [elsewhere] = await tx.sql<{ waits: boolean; lives: boolean }>({
		name: "person_of_elsewhere",
		text: "select app.of_elsewhere($1, $2) as waits, app.looked_after_elsewhere($1) as lives",
		values: [personId, tx.familyId],
	});
	// Until they say yes, this family knows no more than whoever asked them in wrote down.
	const known = elsewhere?.waits === true ? { familyName: "", bornOn: null } : {};
	return {
		involvement,
		/** Another family looked after them before: what is kept of them is changed there. */
		lookedAfterElsewhere: elsewhere?.lives === true,
		person: {
			...person,
			bornOn: dayOfColumn(person.bornOn),
			...known,
			role: involvement.role,
			relation: involvement.relation,
		},
	};
}
