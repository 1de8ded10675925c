import type { PlanContent } from "@samenplan/contract/plans";
import { agreementOf } from "@samenplan/plan-rules/agreement";
import { ensureEvaluation } from "../evaluations/ensure-evaluation.ts";
import type { ActorTx } from "../http/as-actor.ts";
import { dayColumn } from "../http/days.ts";

/**
 * To be called whenever an answer to a plan version was kept, in the same transaction: when everyone who must agree has said yes
 * (or yes, but), the version takes effect and is frozen with its date (R3). A disagreement leaves it as it is: the coordinator
 * may proceed after a talk.
 */
export async function settleVersion(tx: ActorTx, planVersionId: string): Promise<void> {
	const agreement = await lockedAgreement(tx, planVersionId);
	if (agreement?.agreed) await takeEffect(tx, planVersionId);
}

/**
 * Where everyone stands on a version that lies before people; nothing when it does not. The row is locked first: of two last
 * answers at the same moment each would otherwise miss the other.
 */
export async function lockedAgreement(tx: ActorTx, planVersionId: string) {
	await tx.sql({ text: "select id from plan_version where id = $1 for update", values: [planVersionId] });
	const version = await tx.db.planVersion.findFirst({
		where: { id: planVersionId, familyId: tx.familyId, state: "put" },
		select: { number: true, mustAgree: true },
	});
	if (!version) return undefined;
	const given = await tx.db.position.findMany({
		where: { familyId: tx.familyId, subject: "plan_version", subjectId: planVersionId },
		orderBy: [{ createdAt: "asc" }, { id: "asc" }],
	});
	return agreementOf(version.mustAgree, version.number, given);
}

type Proceeding = { talkOn: string; because: string };

/** The version counts from now on: frozen, its goals active, and a day to look back on. */
export async function takeEffect(tx: ActorTx, planVersionId: string, proceeding?: Proceeding): Promise<void> {
	const version = await tx.db.planVersion.update({
		where: { id: planVersionId },
		data: {
			state: "agreed",
			frozenAt: tx.now,
			...(proceeding && { talkOn: dayColumn(proceeding.talkOn), proceededBecause: proceeding.because }),
		},
	});
	await startGoals(tx, (version.content as unknown as PlanContent).goals, proceeding !== undefined);
	await ensureEvaluation(tx);
}

/**
 * The goals that people saw in the version become active. One whose words changed since waits for a next version; one that
 * somebody answered apart with "no" or "explain" waits too, unless the coordinator proceeds after a talk.
 */
async function startGoals(tx: ActorTx, seen: PlanContent["goals"], proceeding: boolean): Promise<void> {
	const present = await tx.db.goal.findMany({
		where: { familyId: tx.familyId, id: { in: seen.map(({ id }) => id) }, state: { in: ["proposed", "agreed", "adjusted"] } },
	});
	for (const goal of present) {
		const read = seen.find(({ id }) => id === goal.id);
		const same = read && read.text === goal.text && read.forKind === goal.forKind && read.levels.join("\n") === goal.levels.join("\n");
		const noticeable = goal.forKind !== null && goal.levels.length === 5 && goal.levels[2] !== "";
		if (!same || !noticeable) continue;
		if (!proceeding && goal.state === "proposed" && (await hasOpenDoubt(tx, goal.id))) continue;
		// The words stay as they were answered, so the version of the goal does not move.
		await tx.db.goal.update({ where: { id: goal.id }, data: { state: "active" } });
	}
}

async function hasOpenDoubt(tx: ActorTx, goalId: string): Promise<boolean> {
	const given = await tx.db.position.findMany({
		where: { familyId: tx.familyId, subject: "goal", subjectId: goalId },
		orderBy: [{ createdAt: "asc" }, { id: "asc" }],
	});
	const newest = new Map(given.map((position) => [position.personId, position.answer]));
	return [...newest.values()].some((answer) => answer === "disagree" || answer === "explain");
}
