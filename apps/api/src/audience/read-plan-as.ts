import { inCore } from "@samenplan/access/readers";
import type { readPlanAs as contract } from "@samenplan/contract/audience";
import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type { WholePlan } from "@samenplan/contract/plans";
import { fullName } from "@samenplan/language/names";
import { readOwnPart } from "../families/read-own-part.ts";
import type { Actor, ActorTx } from "../http/as-actor.ts";
import { found } from "../http/problems.ts";
import { readPlan } from "../plans/read-plan.ts";
import { readWordsForMe } from "./words-for-me.ts";

/**
 * The plan through the eyes of somebody of the family. From `app.see_as` on the database answers as it would answer that person,
 * less what is kept from the coordinator who looks, and takes no change any more in this transaction. What is shown can be
 * looked at only: there are no abilities.
 */
export async function readPlanAs(tx: ActorTx, { params }: EndpointParsed<typeof contract>): Promise<EndpointResponse<typeof contract>> {
	const person = found(
		await tx.db.person.findUnique({ where: { id: params.personId }, select: { id: true, givenName: true, familyName: true } }),
	);
	const [row] = await tx.sql<{ seen: Pick<Actor, "relations" | "side" | "language"> }>({
		text: "select app.see_as($1) as seen",
		values: [params.personId],
	});
	const seen = found(row).seen;
	const actor: Actor = { ...tx.actor, ...seen, personId: params.personId, duties: [] };
	const as: ActorTx = Object.assign(Object.create(tx) as ActorTx, { actor, grant: () => undefined });
	const answer = { personId: person.id, name: fullName(person), plan: null, ownPart: null };
	if (inCore({ id: person.id, relations: seen.relations })) {
		const plan = JSON.parse(await readPlan(as)) as WholePlan;
		return { ...answer, plan: { ...plan, viewer: { ...plan.viewer, abilities: [] } } };
	}
	if (seen.relations.length === 0) return answer;
	const own = await readOwnPart(as);
	return { ...answer, ownPart: { ...own, ...(await readWordsForMe(as)), viewer: { ...own.viewer, abilities: [] } } };
}
