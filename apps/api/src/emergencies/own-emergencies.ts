import type * as emergencies from "@samenplan/contract/emergencies";
import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type { ActorTx } from "../http/as-actor.ts";
import { found, moveNotPossible } from "../http/problems.ts";

/** Where whoever asks broke the glass, the newest first. When the family reads of it is not theirs to know. */
export async function myEmergencies(tx: ActorTx): Promise<EndpointResponse<typeof emergencies.myEmergencies>> {
	const uses = await tx.db.emergencyAccess.findMany({ where: { personId: tx.actor.personId }, orderBy: { createdAt: "desc" }, take: 50 });
	return {
		now: tx.now.toISOString(),
		emergencies: uses.map(({ id, familyId, reason, words, createdAt, untilAt, endedAt, verdict, verdictWords }) => ({
			id,
			familyId,
			reason,
			words,
			createdAt: createdAt.toISOString(),
			untilAt: untilAt.toISOString(),
			endedAt: endedAt?.toISOString() ?? null,
			open: endedAt === null && untilAt > tx.now,
			verdict,
			verdictWords,
		})),
	};
}

/** Closes again what one opened. */
export async function endEmergency(tx: ActorTx, { params }: EndpointParsed<typeof emergencies.endEmergency>): Promise<undefined> {
	found(await tx.db.emergencyAccess.findFirst({ where: { id: params.emergencyId, personId: tx.actor.personId } }));
	const [row] = await tx.sql<{ ended: boolean }>({ text: "select app.end_emergency($1) as ended", values: [params.emergencyId] });
	if (row?.ended !== true) throw moveNotPossible([], ["emergency-is-over"]);
}
