import type { ActorTx } from "../http/as-actor.ts";
import { notFound } from "../http/problems.ts";

/**
 * A version exactly as it was put before people, as JSON text: the content is never taken apart on the way. Whoever broke the glass
 * reads it without what people set beside it for themselves, as they read the plan.
 */
export async function readPlanVersion(tx: ActorTx, { params }: { params: { planVersionId: string } }): Promise<string> {
	const [row] = await tx.sql<{ json: string }>({
		name: "plan_version",
		text: `select json_build_object('id', v.id, 'number', v.number, 'state', v.state, 'mustAgree', v.must_agree, 'putBy', v.put_by,
				'putAt', v.put_at, 'talkOn', v.talk_on, 'proceededBecause', v.proceeded_because, 'frozenAt', v.frozen_at,
				'content', case when app.by_emergency() then v.content - 'statements' else v.content end)::text as json
			from plan_version v where v.id = $1 and v.family_id = $2`,
		values: [params.planVersionId, tx.familyId],
	});
	if (!row) throw notFound();
	return row.json;
}
