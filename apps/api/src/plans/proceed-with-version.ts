import { dayInAmsterdam } from "@samenplan/access/age";
import type { PlanContent } from "@samenplan/contract/plans";
import { isYes } from "@samenplan/plan-rules/agreement";
import { keepTalk } from "../disagreement-talks/keep-talk.ts";
import type { ActorTx } from "../http/as-actor.ts";
import { assertDay } from "../http/days.ts";
import { moveNotPossible } from "../http/problems.ts";
import { assertInvolved } from "../people/involved.ts";
import { inOpenPlan } from "./open-plan.ts";
import { lockedAgreement, takeEffect } from "./settle-version.ts";

type Input = { params: { planVersionId: string }; body: { talkOn: string; because: string; tookPart: string[] } };

/**
 * R3: disagreement does not block for ever. After a talk, whose day and outcome are written down, the coordinator goes on; who did
 * not agree stays visible in the version. Not where the law asks consent: help that has not begun needs the "yes" of each who
 * must agree, to the plan or to the decision about that help.
 */
export async function proceedWithVersion(tx: ActorTx, { params, body }: Input): Promise<undefined> {
	const where = { id: params.planVersionId, familyId: tx.familyId };
	const version = await inOpenPlan(tx, await tx.db.planVersion.findFirst({ where }));
	await assertInvolved(
		tx,
		body.tookPart.map((personId) => ({ personId, path: "tookPart" })),
	);
	const agreement = await lockedAgreement(tx, version.id);
	if (!agreement) throw moveNotPossible([], ["version-is-closed"]);
	if (!agreement.allAnswered) throw moveNotPossible(["withdraw_version"], ["answers-missing"]);
	assertDay(body.talkOn, "talkOn", { from: dayInAmsterdam(version.putAt), until: tx.today });
	if (await lacksConsent(tx, version.content as unknown as PlanContent, agreement.disagreeing))
		throw moveNotPossible(["withdraw_version"], ["help-needs-consent"]);
	const about = { subject: "plan_version", subjectId: version.id, subjectVersion: version.number } as const;
	await keepTalk(tx, { ...about, heldOn: body.talkOn, tookPart: body.tookPart, text: body.because, proceeds: true });
	await takeEffect(tx, version.id, body);
	return undefined;
}

/** Whether the version holds help still to begin, and somebody who says no to the plan did not say yes to that decision either. */
async function lacksConsent(tx: ActorTx, content: PlanContent, disagreeing: readonly string[]): Promise<boolean> {
	const toBegin = content.help.filter(({ state }) => state === "planned" || state === "waiting").map(({ decisionId }) => decisionId);
	const given = await tx.db.position.findMany({
		where: { familyId: tx.familyId, subject: "decision", subjectId: { in: toBegin }, personId: { in: [...disagreeing] } },
		orderBy: [{ createdAt: "asc" }, { id: "asc" }],
	});
	const newest = new Map(given.map((position) => [`${position.subjectId} ${position.personId}`, position.answer]));
	return toBegin.some((decision) =>
		disagreeing.some((person) => {
			const answer = newest.get(`${decision} ${person}`);
			return answer === undefined || !isYes(answer);
		}),
	);
}
