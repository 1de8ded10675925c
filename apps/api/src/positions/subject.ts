import type { positionAnswers, positionSubjects } from "@samenplan/contract/positions";
import { isYes } from "@samenplan/plan-rules/agreement";
import { goalGaps } from "@samenplan/plan-rules/goal-moves";
import type { ActorTx } from "../http/as-actor.ts";
import { found, HttpProblem, moveNotPossible } from "../http/problems.ts";
import { inOpenPlan } from "../plans/open-plan.ts";

export type Subject = { subject: (typeof positionSubjects)[number]; subjectId: string; subjectVersion: number };
type Answer = (typeof positionAnswers)[number];

/**
 * Checks that an answer to this subject can be given now: it exists in this family, it is the text that stands now (else 409 with
 * the present one), and what is answered can still be decided about.
 *
 * @param answer left out when it is talked about, not answered
 */
export async function checkSubject(tx: ActorTx, { subject, subjectId, subjectVersion }: Subject, answer?: Answer): Promise<void> {
	const where = { id: subjectId, familyId: tx.familyId };
	switch (subject) {
		case "goal": {
			const goal = await inOpenPlan(tx, await tx.db.goal.findFirst({ where }));
			sameText(goal, goal.version, subjectVersion);
			if (goal.state === "stopped" || goal.state === "achieved") throw moveNotPossible([], ["goal-is-over"]);
			const gaps = goalGaps(goal);
			// R4. Saying no or asking for an explanation is always possible.
			if (answer && isYes(answer) && gaps.length > 0) throw moveNotPossible(["disagree", "explain"], gaps);
			return;
		}
		case "shared_picture": {
			const step = await inOpenPlan(tx, await tx.db.step.findFirst({ where: { ...where, kind: "strengths" } }));
			sameText(step, step.version, subjectVersion);
			return;
		}
		case "decision": {
			const decision = await inOpenPlan(tx, await tx.db.decision.findFirst({ where }));
			sameText(decision, decision.version, subjectVersion);
			return;
		}
		case "plan_version": {
			const version = found(await tx.db.planVersion.findFirst({ where, select: { number: true, state: true } }));
			sameText(version, version.number, subjectVersion);
			if (version.state !== "put") throw moveNotPossible([], ["version-is-closed"]);
			return;
		}
		case "handover": {
			const handover = await inOpenPlan(tx, await tx.db.handover.findFirst({ where }));
			sameText(handover, handover.version, subjectVersion);
			if (handover.state !== "arranged") throw moveNotPossible([], ["handover-is-over"]);
		}
	}
}

function sameText(current: object, now: number, read: number): void {
	if (now !== read) throw new HttpProblem("conflict", { current });
}
