import { dueDefaults } from "@samenplan/plan-rules/due-dates";
import type { ActorTx } from "../http/as-actor.ts";

/** The days of R5-R10 as the database reads them; what an organisation set itself counts above them there. */
export const daysForSql = JSON.stringify(dueDefaults);

/**
 * Makes the reminders of an evaluation for everyone who must act, and stops those that are no longer needed: after planning,
 * moving or holding it and after each score, in the same transaction (R7). Running it again changes nothing.
 */
export async function planReminders(tx: Pick<ActorTx, "sql" | "familyId">, _evaluationId: string): Promise<void> {
	await tx.sql({
		name: "plan_reminders",
		text: "select from app.plan_reminders(array[$1::uuid], '{evaluation}', $2)",
		values: [tx.familyId, daysForSql],
	});
}
