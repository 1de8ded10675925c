import { dayInAmsterdam } from "@samenplan/access/age";
import { evaluationAtMost, evaluationDue, lastEvaluationDay } from "@samenplan/plan-rules/due-dates";
import type { Plan } from "@samenplan/prisma/client";
import type { ActorTx } from "../http/as-actor.ts";
import { assertUntil, dayColumn } from "../http/days.ts";
import { openPlan } from "../plans/open-plan.ts";
import { organisationDays } from "../reminders/organisation-days.ts";
import { planReminders } from "../reminders/plan-reminders.ts";

/**
 * R5: sees to it that the open plan has a planned evaluation, with its reminders, on a day at the latest. One that is planned
 * later moves forward, one that is planned earlier stays.
 *
 * @param by `YYYY-MM-DD`; left out or past, the organisation's default for the route counts from today and nothing moves
 */
export async function ensureEvaluation(tx: ActorTx, by?: string): Promise<void> {
	const plan = await openPlan(tx);
	const wanted = by !== undefined && by >= tx.today ? by : undefined;
	const planned = await tx.db.evaluation.findFirst({ where: { familyId: tx.familyId, planId: plan.id, state: "planned" } });
	if (!planned) {
		const settings = await organisationDays(tx);
		const latest = evaluationAtMost(tx.today, plan.route, plan.placement, settings);
		let dueOn = wanted ?? evaluationDue(tx.today, plan.route, plan.placement, settings);
		if (dueOn > latest) dueOn = latest;
		await createEvaluation(tx, { planId: plan.id, dueOn });
	} else if (wanted !== undefined) {
		const { count } = await tx.db.evaluation.updateMany({
			where: { id: planned.id, familyId: tx.familyId, state: "planned", dueOn: { gt: dayColumn(wanted) } },
			data: { dueOn: dayColumn(wanted), version: { increment: 1 } },
		});
		if (count > 0) await planReminders(tx, planned.id);
	}
}

/**
 * R5: after a change of where a child stays, or of the route, the planned talk stands no later than that allows. One that stands
 * later moves forward, with its reminders.
 *
 * @returns the day to which it moved; null when it stayed
 */
export async function pullTalkForward(tx: ActorTx, plan: Pick<Plan, "id" | "route" | "placement">): Promise<string | null> {
	const planned = await tx.db.evaluation.findFirst({ where: { familyId: tx.familyId, planId: plan.id, state: "planned" } });
	if (!planned) return null;
	const { route, placement } = plan;
	const setOn = dayInAmsterdam(planned.createdAt);
	const last = lastEvaluationDay({ today: tx.today, setOn, route, placement }, await organisationDays(tx));
	const { count } = await tx.db.evaluation.updateMany({
		where: { id: planned.id, familyId: tx.familyId, state: "planned", dueOn: { gt: dayColumn(last) } },
		data: { dueOn: dayColumn(last), version: { increment: 1 } },
	});
	if (count === 0) return null;
	await planReminders(tx, planned.id);
	return last;
}

/** Plans an evaluation on a day, with its reminders; the database refuses a second planned one. */
export async function createEvaluation(
	tx: ActorTx,
	{ planId, dueOn, id }: { planId: string; dueOn: string; id?: string },
): Promise<string> {
	const planned = await tx.db.evaluation.create({
		data: { ...(id && { id }), familyId: tx.familyId, planId, dueOn: dayColumn(dueOn), writtenBy: tx.actor.personId, createdAt: tx.now },
	});
	await planReminders(tx, planned.id);
	return planned.id;
}

/**
 * R5: refuses a day later than the route, and where a child stays, allow.
 *
 * @param setOn the day from which the time counts: on which it was set, or on which we last looked back
 * @throws HttpProblem `invalid-input` with `too-late` and the last day that is possible
 */
export async function assertInTime(
	tx: Pick<ActorTx, "sql" | "today">,
	plan: Pick<Plan, "route" | "placement">,
	{ day, path, setOn }: { day: string; path: string; setOn: string },
): Promise<void> {
	const { route, placement } = plan;
	assertUntil(day, path, lastEvaluationDay({ today: tx.today, setOn, route, placement }, await organisationDays(tx)));
}
