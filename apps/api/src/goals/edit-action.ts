import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as goals from "@samenplan/contract/goals";
import type { ActorTx } from "../http/as-actor.ts";
import { dayColumn } from "../http/days.ts";
import { assertVersion, HttpProblem, moveNotPossible, notAllowed } from "../http/problems.ts";
import { assertInvolved } from "../people/involved.ts";
import { inOpenPlan } from "../plans/open-plan.ts";

/** Changes who does what, and when. The coordinator changes every small step, others what they wrote or do themselves. */
export async function editAction(tx: ActorTx, { params, body }: EndpointParsed<typeof goals.editAction>): Promise<undefined> {
	const action = await inOpenPlan(tx, await tx.db.action.findFirst({ where: { id: params.actionId, familyId: tx.familyId } }));
	assertMine(tx, action);
	assertVersion(action, body.version);
	await assertInvolved(tx, [{ personId: body.personId, path: "personId" }]);
	const { version, ...text } = body;
	const { count } = await tx.db.action.updateMany({
		where: { id: action.id, familyId: tx.familyId, version },
		data: { ...text, dueOn: dayColumn(text.dueOn), version: { increment: 1 } },
	});
	if (count === 0) throw new HttpProblem("conflict", { current: await tx.db.action.findUnique({ where: { id: action.id } }) });
}

/** Takes away what was written by mistake. What somebody reported on stays: it is part of what was tried. */
export async function removeAction(tx: ActorTx, { params }: EndpointParsed<typeof goals.removeAction>): Promise<undefined> {
	const action = await inOpenPlan(tx, await tx.db.action.findFirst({ where: { id: params.actionId, familyId: tx.familyId } }));
	assertMine(tx, action);
	if (action.reportedAt !== null) throw moveNotPossible([], ["action-reported"]);
	await tx.db.action.deleteMany({ where: { id: action.id, familyId: tx.familyId, reportedAt: null } });
}

function assertMine(tx: ActorTx, action: { writtenBy: string; personId: string }): void {
	const mine = action.writtenBy === tx.actor.personId || action.personId === tx.actor.personId;
	if (!mine && tx.grant("plan.steer") === undefined) throw notAllowed();
}
