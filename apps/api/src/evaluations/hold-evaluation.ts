import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { holdEvaluation as contract } from "@samenplan/contract/evaluations";
import { addDays } from "@samenplan/language/dates";
import { checkInAtMost } from "@samenplan/plan-rules/due-dates";
import { stepsOpenedBy } from "@samenplan/plan-rules/next-cycle";
import type { ActorTx } from "../http/as-actor.ts";
import { assertDay, assertUntil, dayColumn } from "../http/days.ts";
import { assertVersion, found, HttpProblem, moveNotPossible } from "../http/problems.ts";
import { closePlan } from "../plans/close-plan.ts";
import { openPlan } from "../plans/open-plan.ts";
import { assertMove, movesNow } from "../plans/read-facts.ts";
import { planReminders } from "../reminders/plan-reminders.ts";
import { assertInTime, createEvaluation } from "./ensure-evaluation.ts";
import { presentEvaluation } from "./present-evaluation.ts";

type Input = EndpointParsed<typeof contract>;

/**
 * Writes down the talk: what worked, what becomes of each goal, and what was decided together. Unless the plan closes, the next
 * day is planned in the same transaction, so that there always is one (R5); the reminders of this one stop.
 */
export async function holdEvaluation(tx: ActorTx, { params, body }: Input): Promise<undefined> {
	const where = { id: params.evaluationId, familyId: tx.familyId };
	const evaluation = found(await tx.db.evaluation.findFirst({ where }));
	if (evaluation.state === "held") throw moveNotPossible(await movesNow(tx), ["talk-was-held"]);
	await assertMove(tx, body.decision === "close" ? "close_plan" : "decide_evaluation");
	const plan = await openPlan(tx);
	assertDay(body.heldOn, "heldOn", { until: tx.today });
	const nextOn = body.decision === "close" ? null : body.nextOn;
	if (body.decision === "close") {
		assertDay(body.checkInOn, "checkInOn", { from: addDays(tx.today, 1) });
		assertUntil(body.checkInOn, "checkInOn", checkInAtMost(tx.today));
	}
	if (nextOn) {
		assertDay(nextOn, "nextOn", { from: addDays(tx.today, 1) });
		await assertInTime(tx, plan, { day: nextOn, path: "nextOn", setOn: body.heldOn });
	}
	assertVersion(presentEvaluation(evaluation), body.version);
	const { count } = await tx.db.evaluation.updateMany({
		where: { ...where, version: body.version, state: "planned" },
		data: {
			state: "held",
			heldOn: dayColumn(body.heldOn),
			decision: body.decision,
			why: body.why,
			whatWorked: body.whatWorked,
			proudOf: body.proudOf,
			whatNext: body.whatNext,
			nextOn: dayColumn(nextOn),
			version: { increment: 1 },
		},
	});
	if (count === 0) throw new HttpProblem("conflict", { current: presentEvaluation(found(await tx.db.evaluation.findFirst({ where }))) });
	await settleGoals(tx, plan.id, body.goals);
	await planReminders(tx, evaluation.id);
	if (body.decision === "close") {
		await closePlan(tx, plan.id, { ...body, reason: body.why });
		return undefined;
	}
	await createEvaluation(tx, { planId: plan.id, dueOn: body.nextOn });
	await tx.db.step.updateMany({
		where: { planId: plan.id, kind: { in: stepsOpenedBy(body.decision) }, state: { in: ["concluded", "in_progress"] } },
		// The words stay, and so do the answers to them.
		data: { state: "reopened", reopenedBecause: body.why },
	});
	return undefined;
}

async function settleGoals(tx: ActorTx, planId: string, outcomes: Input["body"]["goals"]): Promise<void> {
	for (const { goalId, state } of outcomes) {
		const goal = found(await tx.db.goal.findFirst({ where: { id: goalId, familyId: tx.familyId, planId } }));
		if (goal.state === state) continue;
		if (goal.state === "proposed" || goal.state === "stopped") throw moveNotPossible([], ["goal-not-worked-on"]);
		// An adjusted goal is asked anew, so it gets a next version; the others keep their answers.
		const { count } = await tx.db.goal.updateMany({
			where: { id: goal.id, familyId: tx.familyId, state: goal.state },
			data: { state, ...(state === "adjusted" && { version: { increment: 1 } }) },
		});
		if (count === 0) throw new HttpProblem("conflict", { current: await tx.db.goal.findUnique({ where: { id: goal.id } }) });
	}
}
