import type { ClosingKind } from "@samenplan/prisma/client";
import type { ActorTx } from "../http/as-actor.ts";
import { dayColumn } from "../http/days.ts";

type Closing = {
	reason: string;
	closingKind: ClosingKind;
	aftercare: string;
	turnTo: string;
	checkInOn: string;
	wantsMilestones: boolean;
};

/**
 * Closes the plan with its reason and what happens afterwards: who to turn to, and when we ask how it goes. Help that ran is
 * completed and help that never began is stopped; what still lay before somebody is taken back.
 */
export async function closePlan(tx: ActorTx, planId: string, closing: Closing): Promise<void> {
	const ofPlan = { planId, familyId: tx.familyId };
	await tx.db.help.updateMany({ where: { ...ofPlan, state: "running" }, data: { state: "completed", version: { increment: 1 } } });
	await tx.db.help.updateMany({
		where: { ...ofPlan, state: { in: ["planned", "waiting"] } },
		data: { state: "stopped", version: { increment: 1 } },
	});
	await tx.db.planVersion.updateMany({ where: { ...ofPlan, state: "put" }, data: { state: "withdrawn" } });
	await tx.db.review.updateMany({
		where: { ...ofPlan, state: { in: ["asked", "taken"] } },
		data: { state: "withdrawn", version: { increment: 1 } },
	});
	await tx.db.step.updateMany({
		where: { ...ofPlan, kind: "evaluate" },
		data: { state: "concluded", concludedAt: tx.now, concludedBy: tx.actor.personId },
	});
	await tx.db.plan.update({
		where: { id: planId },
		data: {
			state: "closed",
			closedOn: dayColumn(tx.today),
			closingReason: closing.reason,
			closingKind: closing.closingKind,
			aftercare: closing.aftercare,
			turnTo: closing.turnTo,
			checkInOn: dayColumn(closing.checkInOn),
			// A plan that was opened again and closes again is asked after anew.
			checkedInOn: null,
			checkInWords: "",
			wantsMilestones: closing.wantsMilestones,
			version: { increment: 1 },
		},
	});
}
