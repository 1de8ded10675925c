import type { answerEscalation as contract } from "@samenplan/contract/caseload";
import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { ActorTx } from "../http/as-actor.ts";
import { dayColumn } from "../http/days.ts";
import { notAllowed } from "../http/problems.ts";

/**
 * A team lead says that somebody looks after what waited too long. The coordinator reads it beside the signal; it goes when the
 * signal goes. Said again, the newest words count.
 */
export async function answerEscalation(tx: ActorTx, { body }: EndpointParsed<typeof contract>): Promise<undefined> {
	// Whoever also has another task in this family does that; they do not answer themselves as the team lead.
	if (tx.actor.relations.some((relation) => relation !== "team_lead")) throw notAllowed();
	const said = { words: body.words, answeredBy: tx.actor.personId, answeredAt: tx.now };
	const about = { familyId: tx.familyId, kind: body.kind, since: dayColumn(body.since) };
	await tx.db.escalation.upsert({
		where: { familyId_kind_since: about },
		create: { id: tx.newId, ...about, ...said },
		update: said,
	});
	return undefined;
}
