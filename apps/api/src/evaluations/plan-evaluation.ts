import { dayInAmsterdam } from "@samenplan/access/age";
import type { ActorTx } from "../http/as-actor.ts";
import { assertDay, dayColumn } from "../http/days.ts";
import { assertVersion, found, HttpProblem, moveNotPossible } from "../http/problems.ts";
import { inOpenPlan, openPlan } from "../plans/open-plan.ts";
import { assertMove } from "../plans/read-facts.ts";
import { planReminders } from "../reminders/plan-reminders.ts";
import { assertInTime, createEvaluation } from "./ensure-evaluation.ts";
import { presentEvaluation } from "./present-evaluation.ts";

/** Plans the day on which we look back together. There is one such day at a time; it can be moved. */
export async function planEvaluation(tx: ActorTx, { body }: { body: { dueOn: string } }): Promise<{ id: string }> {
	await assertMove(tx, "plan_evaluation");
	const plan = await openPlan(tx);
	assertDay(body.dueOn, "dueOn", { from: tx.today });
	await assertInTime(tx, plan, { day: body.dueOn, path: "dueOn", setOn: tx.today });
	return { id: await createEvaluation(tx, { planId: plan.id, dueOn: body.dueOn, id: tx.newId }) };
}

type Moving = { params: { evaluationId: string }; body: { dueOn: string; version: number } };

/** Moves the day; the reminders of the former day stop in the same transaction and new ones are made. */
export async function moveEvaluation(tx: ActorTx, { params, body }: Moving): Promise<undefined> {
	const where = { id: params.evaluationId, familyId: tx.familyId };
	const evaluation = await inOpenPlan(tx, await tx.db.evaluation.findFirst({ where }));
	if (evaluation.state === "held") throw moveNotPossible([], ["talk-was-held"]);
	assertDay(body.dueOn, "dueOn", { from: tx.today });
	await assertInTime(tx, await openPlan(tx), { day: body.dueOn, path: "dueOn", setOn: dayInAmsterdam(evaluation.createdAt) });
	assertVersion(presentEvaluation(evaluation), body.version);
	const { count } = await tx.db.evaluation.updateMany({
		where: { ...where, version: body.version, state: "planned" },
		data: { dueOn: dayColumn(body.dueOn), version: { increment: 1 } },
	});
	if (count === 0) throw new HttpProblem("conflict", { current: presentEvaluation(found(await tx.db.evaluation.findFirst({ where }))) });
	await planReminders(tx, evaluation.id);
	return undefined;
}
