import type { findForEmergency as contract } from "@samenplan/contract/emergencies";
import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type { ActorTx } from "../http/as-actor.ts";
import { HttpProblem } from "../http/problems.ts";

/** Looking for a family in need takes one or two tries; more within an hour is looking around. */
const searchesAnHour = 20;

/**
 * Finds a family by what only somebody who was told of it can know: the family name and day of birth of a child, or its number.
 * @throws HttpProblem `too-many-tries` after twenty searches within an hour
 */
export async function findForEmergency(tx: ActorTx, { body }: EndpointParsed<typeof contract>): Promise<EndpointResponse<typeof contract>> {
	const [searches] = await tx.sql<{ count: number }>({ text: "select app.emergency_searches() as count" });
	if ((searches?.count ?? 0) > searchesAnHour) throw new HttpProblem("too-many-tries", { retryAfter: 3600 });
	const given = "familyId" in body ? [body.familyId, null, null] : [null, body.familyName, body.bornOn];
	const rows = await tx.sql<{ family_id: string; name: string; coordinator_name: string | null; relation: boolean }>({
		name: "find_for_emergency",
		text: "select * from app.find_for_emergency($1, $2, $3)",
		values: given,
	});
	return rows.map(({ family_id, name, coordinator_name, relation }) => ({
		familyId: family_id,
		name,
		coordinatorName: coordinator_name ?? "",
		related: relation,
	}));
}
