import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as goals from "@samenplan/contract/goals";
import { stateAfterEdit } from "@samenplan/plan-rules/goal-moves";
import type { ActorTx } from "../http/as-actor.ts";
import { assertVersion, HttpProblem, moveNotPossible, notAllowed } from "../http/problems.ts";
import { inOpenPlan } from "../plans/open-plan.ts";
import { checkGoalText } from "./propose-goal.ts";

/**
 * Changes what a goal says. A family member changes their own goals, the coordinator all. The version moves with the words: earlier
 * answers are then about an older text, and what had been agreed is asked again.
 */
export async function editGoal(tx: ActorTx, { params, body }: EndpointParsed<typeof goals.editGoal>): Promise<undefined> {
	const goal = await inOpenPlan(tx, await tx.db.goal.findFirst({ where: { id: params.goalId, familyId: tx.familyId } }));
	if (tx.grant("goal.write") === "own" && goal.writtenBy !== tx.actor.personId) throw notAllowed();
	assertVersion(goal, body.version);
	if (goal.state === "stopped" || goal.state === "achieved") throw moveNotPossible([], ["goal-is-over"]);
	const { version, professionalText = goal.professionalText, ...text } = body;
	await checkGoalText(tx, { ...text, ...(professionalText !== goal.professionalText && { professionalText }) });
	const { count } = await tx.db.goal.updateMany({
		where: { id: goal.id, familyId: tx.familyId, version },
		data: { ...text, professionalText, state: stateAfterEdit(goal.state, text), version: { increment: 1 } },
	});
	// Somebody saved between reading and writing: nobody's words are overwritten.
	if (count === 0) throw new HttpProblem("conflict", { current: await tx.db.goal.findUnique({ where: { id: goal.id } }) });
}
