import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as positions from "@samenplan/contract/positions";
import type { ActorTx } from "../http/as-actor.ts";
import { HttpProblem, moveNotPossible } from "../http/problems.ts";
import { keepPosition, needsWords } from "./give-position.ts";
import { checkSubject } from "./subject.ts";

/**
 * Writes down, together with them, the answer of a family member who cannot sign in; it is marked as recorded. Whoever has an own
 * account answers there: nobody answers for somebody else.
 */
export async function recordPosition(tx: ActorTx, { body }: EndpointParsed<typeof positions.recordPosition>) {
	const involved = await tx.db.involvement.findFirst({
		where: { familyId: tx.familyId, personId: body.personId, endedAt: null, relation: { in: ["parent", "child"] } },
	});
	if (!involved) throw new HttpProblem("invalid-input", { errors: [{ path: "personId", code: "unknown-person" }] });
	needsWords(body);
	const [account] = await tx.sql<{ has: boolean }>({ text: "select app.has_account($1) as has", values: [body.personId] });
	if (account?.has) throw moveNotPossible([], ["answers-themselves"]);
	await checkSubject(tx, body, body.answer);
	await keepPosition(tx, { ...body, recorded: true });
	return { id: tx.newId };
}
