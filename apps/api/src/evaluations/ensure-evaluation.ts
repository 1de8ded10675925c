import { type DueSettings, dueDefaults, evaluationDue } from "@samenplan/plan-rules/due-dates";
import type { ActorTx } from "../http/as-actor.ts";
import { openPlan } from "../plans/open-plan.ts";
import { planReminders } from "../reminders/plan-reminders.ts";

/**
 * R5: sees to it that the open plan has a planned evaluation, with its reminders; one that is planned already stays.
 *
 * @param dueOn `YYYY-MM-DD`; left out, the organisation's default for the route counts from today
 * @returns the id of the planned evaluation
 */
export async function ensureEvaluation(tx: ActorTx, dueOn?: string): Promise<string> {
	const plan = await openPlan(tx);
	const planned = await tx.db.evaluation.findFirst({ where: { familyId: tx.familyId, planId: plan.id, state: "planned" } });
	if (planned) return planned.id;
	const due = dueOn ?? evaluationDue(tx.today, plan.route, "home", await dueSettings(tx));
	return createEvaluation(tx, { planId: plan.id, dueOn: due });
}

/** Plans an evaluation on a day, with its reminders; the database refuses a second planned one. */
export async function createEvaluation(
	tx: ActorTx,
	{ planId, dueOn, id }: { planId: string; dueOn: string; id?: string },
): Promise<string> {
	const planned = await tx.db.evaluation.create({
		data: { ...(id && { id }), familyId: tx.familyId, planId, dueOn: new Date(dueOn), writtenBy: tx.actor.personId, createdAt: tx.now },
	});
	await planReminders(tx, planned.id);
	return planned.id;
}

/** The dates of R5 as the organisation set them; what it did not set is the default. */
export async function dueSettings(tx: Pick<ActorTx, "db" | "actor">): Promise<DueSettings> {
	const organisation = await tx.db.organisation.findUnique({ where: { id: tx.actor.organisationId }, select: { settings: true } });
	const own = (organisation?.settings ?? {}) as Partial<DueSettings>;
	return { ...dueDefaults, ...own, evaluationMonths: { ...dueDefaults.evaluationMonths, ...own.evaluationMonths } };
}
