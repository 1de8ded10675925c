import type { ActorTx } from "../http/as-actor.ts";

/**
 * Makes the reminders of an evaluation for everyone who must act, and stops those that are no longer needed: after planning,
 * moving or holding it and after each score, in the same transaction (R7). Running it again changes nothing.
 */
export async function planReminders(tx: Pick<ActorTx, "sql">, evaluationId: string): Promise<void> {
	await tx.sql({ name: "plan_reminders", text: "select app.plan_reminders($1)", values: [evaluationId] });
}
