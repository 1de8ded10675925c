import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as goals from "@samenplan/contract/goals";
import type { ActorTx } from "../http/as-actor.ts";
import { found, notAllowed } from "../http/problems.ts";
import { assertInvolved } from "../people/involved.ts";
import { openPlan } from "../plans/open-plan.ts";
import { beginStep } from "../steps/begin-step.ts";

/** A new proposal at the end of the list. It may come from a strength or a concern that somebody spoke of; the link is kept. */
export async function proposeGoal(tx: ActorTx, { body }: EndpointParsed<typeof goals.proposeGoal>) {
	const plan = await openPlan(tx);
	await checkGoalText(tx, body);
	if (body.fromViewId !== null) found(await tx.db.view.findFirst({ where: { id: body.fromViewId, familyId: tx.familyId } }));
	const last = await tx.db.goal.aggregate({ where: { familyId: tx.familyId, planId: plan.id }, _max: { position: true } });
	await beginStep(tx, plan.id, "goals");
	await tx.db.goal.create({
		data: {
			...body,
			professionalText: body.professionalText ?? "",
			id: tx.newId,
			familyId: tx.familyId,
			planId: plan.id,
			position: (last._max.position ?? -1) + 1,
			writtenBy: tx.actor.personId,
			language: tx.actor.language,
			createdAt: tx.now,
		},
	});
	return { id: tx.newId };
}

/** For whom is somebody of this family; professional wording is for who may write all of a goal. */
export async function checkGoalText(
	tx: ActorTx,
	{ forPersonId, professionalText }: { forPersonId: string | null; professionalText?: string },
) {
	if (forPersonId !== null) await assertInvolved(tx, [{ personId: forPersonId, path: "forPersonId" }]);
	if (professionalText && tx.grant("goal.write") !== "yes") throw notAllowed();
}
