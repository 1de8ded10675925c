import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { scoreGoal as contract, evaluationScore } from "@samenplan/contract/evaluations";
import type { z } from "zod";
import type { ActorTx } from "../http/as-actor.ts";
import { found, HttpProblem, moveNotPossible, notAllowed } from "../http/problems.ts";
import { assertRecordedFor } from "../people/involved.ts";
import { inOpenPlan } from "../plans/open-plan.ts";
import { planReminders } from "../reminders/plan-reminders.ts";
import { beginStep } from "../steps/begin-step.ts";

/**
 * How a goal goes as one person sees it, before the talk. Everyone scores for themselves; the coordinator also writes down,
 * together with them, the score of a family member who cannot sign in. With the last score the person's reminders stop.
 */
export async function scoreGoal(tx: ActorTx, { params, body }: EndpointParsed<typeof contract>): Promise<z.output<typeof evaluationScore>> {
	const { evaluationId, goalId } = params;
	const evaluation = await inOpenPlan(tx, await tx.db.evaluation.findFirst({ where: { id: evaluationId, familyId: tx.familyId } }));
	if (evaluation.state === "held") throw moveNotPossible([], ["talk-was-held"]);
	const goal = found(await tx.db.goal.findFirst({ where: { id: goalId, familyId: tx.familyId, planId: evaluation.planId } }));
	if (goal.state !== "agreed" && goal.state !== "active" && goal.state !== "adjusted") throw moveNotPossible([], ["goal-not-worked-on"]);
	const personId = body.personId ?? tx.actor.personId;
	const recorded = personId !== tx.actor.personId;
	if (recorded) await assertMayRecord(tx, personId);

	const where = { evaluationId_goalId_personId: { evaluationId, goalId, personId } };
	const kept = await tx.db.evaluationScore.findUnique({ where });
	if ((kept?.version ?? 0) !== (body.version ?? 0)) throw new HttpProblem("conflict", { current: kept ? present(kept) : null });
	const data = {
		score: body.score,
		text: body.text,
		language: tx.actor.language,
		writtenBy: tx.actor.personId,
		recorded,
		updatedAt: tx.now,
	};
	if (kept) {
		const { count } = await tx.db.evaluationScore.updateMany({
			where: { evaluationId, goalId, personId, version: kept.version },
			data: { ...data, version: { increment: 1 } },
		});
		if (count === 0) throw new HttpProblem("conflict", { current: present(found(await tx.db.evaluationScore.findUnique({ where }))) });
	} else {
		await tx.db.evaluationScore.create({ data: { ...data, familyId: tx.familyId, evaluationId, goalId, personId } });
	}
	await beginStep(tx, evaluation.planId, "evaluate");
	// The first score of a next round: looking back begins anew.
	await tx.db.step.updateMany({
		where: { familyId: tx.familyId, planId: evaluation.planId, kind: "evaluate", state: "concluded" },
		data: { state: "reopened", reopenedBecause: "" },
	});
	await planReminders(tx, evaluationId);
	return present(found(await tx.db.evaluationScore.findUnique({ where })));
}

async function assertMayRecord(tx: ActorTx, personId: string): Promise<void> {
	if (tx.grant("evaluation.score") !== "yes") throw notAllowed();
	await assertRecordedFor(tx, personId);
}

type Kept = Omit<z.output<typeof evaluationScore>, "updatedAt"> & { updatedAt: Date };
const present = ({ goalId, personId, score, text, language, writtenBy, recorded, version, updatedAt }: Kept) => ({
	...{ goalId, personId, score, text, language, writtenBy, recorded, version },
	updatedAt: updatedAt.toISOString(),
});
