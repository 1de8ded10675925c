import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as goals from "@samenplan/contract/goals";
import { goalMoves } from "@samenplan/plan-rules/goal-moves";
import type { ActorTx } from "../http/as-actor.ts";
import { assertVersion, HttpProblem, moveNotPossible, notAllowed } from "../http/problems.ts";
import { inOpenPlan } from "../plans/open-plan.ts";

/**
 * Brings a goal to another state. The words stay the same, so the version does not move and the answers to it stay valid; only an
 * adjusted goal is asked anew, and gets a next version for it. A family member may only take back an own proposal.
 */
export async function moveGoal(tx: ActorTx, { params, body }: EndpointParsed<typeof goals.moveGoal>): Promise<undefined> {
	const goal = await inOpenPlan(tx, await tx.db.goal.findFirst({ where: { id: params.goalId, familyId: tx.familyId } }));
	const takesBackOwn = goal.writtenBy === tx.actor.personId && goal.state === "proposed" && body.state === "stopped";
	if (tx.grant("goal.write") === "own" && !takesBackOwn) throw notAllowed();
	assertVersion(goal, body.version);
	const possible = goalMoves(goal.state);
	if (!possible.includes(body.state)) throw moveNotPossible(possible, [body.state === "agreed" ? "goal-agreed-by-answers" : "goal-move"]);
	const { count } = await tx.db.goal.updateMany({
		where: { id: goal.id, familyId: tx.familyId, version: body.version, state: goal.state },
		data: { state: body.state, ...(body.state === "adjusted" && { version: { increment: 1 } }) },
	});
	if (count === 0) throw new HttpProblem("conflict", { current: await tx.db.goal.findUnique({ where: { id: goal.id } }) });
}
