import type { ActorTx } from "../http/as-actor.ts";
import { HttpProblem } from "../http/problems.ts";

/**
 * Checks that a person named in a form is involved in this family now.
 * @throws HttpProblem `invalid-input` at the field; the same for somebody of another family and for nobody
 */
export async function assertInvolved(tx: Pick<ActorTx, "db" | "familyId">, personIds: readonly string[], path: string): Promise<void> {
	const wanted = [...new Set(personIds)];
	const involved = await tx.db.involvement.findMany({
		where: { familyId: tx.familyId, personId: { in: wanted }, endedAt: null },
		select: { personId: true },
	});
	const known = new Set(involved.map(({ personId }) => personId));
	if (!wanted.every((personId) => known.has(personId)))
		throw new HttpProblem("invalid-input", { errors: [{ path, code: "unknown-person" }] });
}
