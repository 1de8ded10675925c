import type { ActorTx } from "../http/as-actor.ts";
import { found, moveNotPossible } from "../http/problems.ts";

/**
 * The open plan of the family. Asked of the database by a function, because a team lead arranges another coordinator without reading
 * the plan.
 * @throws HttpProblem `move-not-possible` when the plan is closed
 */
export async function openPlanId(tx: ActorTx): Promise<string> {
	const [row] = await tx.sql<{ id: string | null }>({ text: "select app.open_plan_id($1) as id", values: [tx.familyId] });
	if (!row?.id) throw moveNotPossible([], ["plan-closed"]);
	return row.id;
}

/** The coordinator of this family at this moment (R1: exactly one while the plan is open). */
export async function coordinatorOf(tx: ActorTx): Promise<string> {
	const where = { familyId: tx.familyId, relation: "coordinator" as const, endedAt: null };
	return found(await tx.db.involvement.findFirst({ where, select: { personId: true } })).personId;
}

/** A handover of this family. @throws HttpProblem `not-found` */
export async function handoverOf(tx: ActorTx, handoverId: string) {
	return found(await tx.db.handover.findFirst({ where: { id: handoverId, familyId: tx.familyId } }));
}

/** @throws HttpProblem `move-not-possible` with `handover-is-over` */
export function assertRunning({ state }: { state: string }): void {
	if (state !== "asked" && state !== "arranged") throw moveNotPossible([], ["handover-is-over"]);
}

/** A handover of this family that is not over yet. */
export async function runningHandover(tx: ActorTx, handoverId: string) {
	const handover = await handoverOf(tx, handoverId);
	assertRunning(handover);
	return handover;
}

/** @throws HttpProblem `move-not-possible` while another one runs: one at a time */
export async function assertNoneRuns(tx: ActorTx): Promise<void> {
	const running = await tx.db.handover.findFirst({
		where: { familyId: tx.familyId, state: { in: ["asked", "arranged"] } },
		select: { id: true },
	});
	if (running) throw moveNotPossible([], ["handover-runs"]);
}
