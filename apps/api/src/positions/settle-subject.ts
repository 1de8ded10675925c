import type { positionSubjects } from "@samenplan/contract/positions";
import { agreementOf, talkToProceed } from "@samenplan/plan-rules/agreement";
import { goalGaps } from "@samenplan/plan-rules/goal-moves";
import type { ActorTx } from "../http/as-actor.ts";
import { settleVersion } from "../plans/settle-version.ts";
import { mustAgreeOf } from "./must-agree.ts";

type SubjectKind = (typeof positionSubjects)[number];

/** The agreement on one subject as it stands in this transaction. */
export async function agreementOn(
	tx: ActorTx,
	subject: SubjectKind,
	subjectId: string,
	subjectVersion: number,
	mustAgree?: readonly string[],
) {
	const given = await tx.db.position.findMany({
		where: { familyId: tx.familyId, subject, subjectId },
		orderBy: [{ createdAt: "asc" }, { id: "asc" }],
	});
	return agreementOf(mustAgree ?? (await mustAgreeOf(tx)), subjectVersion, given);
}

/** Talks about a disagreement on one subject, oldest first. */
export async function talksAbout(tx: ActorTx, subject: SubjectKind, subjectId: string) {
	return tx.db.disagreementTalk.findMany({
		where: { familyId: tx.familyId, subject, subjectId },
		select: { subjectVersion: true, proceeds: true, createdAt: true },
		orderBy: [{ createdAt: "asc" }, { id: "asc" }],
	});
}

/** After an answer: what everyone who must agree has agreed to, takes effect; what somebody takes back, waits again. */
export async function settleSubject(tx: ActorTx, subject: SubjectKind, subjectId: string): Promise<void> {
	if (subject === "goal") await settleGoal(tx, subjectId);
	if (subject === "plan_version") await settleVersion(tx, subjectId);
}

/**
 * A goal becomes agreed when everyone who must agree said yes to this text, or when everyone answered and a talk about the
 * disagreement says that we go on (R3). The row is locked first: two last answers at the same
 * moment would otherwise each miss the other one.
 */
export async function settleGoal(tx: ActorTx, goalId: string): Promise<void> {
	await tx.sql({ text: "select id from goal where id = $1 for update", values: [goalId] });
	const goal = await tx.db.goal.findFirst({ where: { id: goalId, familyId: tx.familyId } });
	if (!goal || goalGaps(goal).length > 0) return;
	const agreement = await agreementOn(tx, "goal", goal.id, goal.version);
	const agreed = agreement.agreed || talkToProceed(agreement, goal.version, await talksAbout(tx, "goal", goal.id)) !== undefined;
	if (agreed && (goal.state === "proposed" || goal.state === "adjusted"))
		await tx.db.goal.updateMany({ where: { id: goal.id, familyId: tx.familyId }, data: { state: "agreed" } });
	// A goal that already runs goes on; the doubt shows beside it and as a signal.
	if (!agreed && goal.state === "agreed")
		await tx.db.goal.updateMany({ where: { id: goal.id, familyId: tx.familyId }, data: { state: "proposed" } });
}
