import { dayInAmsterdam } from "@samenplan/access/age";
import type * as disagreementTalks from "@samenplan/contract/disagreement-talks";
import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { ActorTx } from "../http/as-actor.ts";
import { assertDay } from "../http/days.ts";
import { moveNotPossible } from "../http/problems.ts";
import { assertInvolved } from "../people/involved.ts";
import { agreementOn, settleSubject } from "../positions/settle-subject.ts";
import { checkSubject } from "../positions/subject.ts";
import { keepTalk } from "./keep-talk.ts";

type Talk = EndpointParsed<typeof disagreementTalks.recordDisagreementTalk>["body"];

/**
 * R3: a talk about something that not everyone agrees with. It stays as it was said, and what people decide in it takes effect in
 * the same transaction. Going on needs the answer of each who must agree, so that nobody is passed over; where the law asks consent
 * no talk takes its place.
 */
export async function recordDisagreementTalk(tx: ActorTx, { body }: { body: Talk }): Promise<{ id: string }> {
	// Going on asks of a goal what a yes asks (R4).
	await checkSubject(tx, body, body.proceeds ? "agree" : undefined);
	await assertInvolved(
		tx,
		body.tookPart.map((personId) => ({ personId, path: "tookPart" })),
	);
	const { stands, others, allAnswered } = await agreementOn(tx, body.subject, body.subjectId, body.subjectVersion);
	const no = [...stands, ...others].flatMap(({ given, olderText }) =>
		given?.answer === "disagree" && !olderText ? [given.createdAt] : [],
	);
	if (no.length === 0) throw moveNotPossible([], ["nobody-disagrees"]);
	const firstNo = new Date(Math.min(...no.map((moment) => moment.getTime())));
	assertDay(body.heldOn, "heldOn", { from: dayInAmsterdam(firstNo), until: tx.today });
	if (body.proceeds) {
		if (!allAnswered) throw moveNotPossible([], ["answers-missing"]);
		if (body.subject === "decision" && (await helpIsToBegin(tx, body.subjectId))) throw moveNotPossible([], ["help-needs-consent"]);
	}
	await keepTalk(tx, body, tx.newId);
	await settleSubject(tx, body.subject, body.subjectId);
	return { id: tx.newId };
}

/** Help begins on the consent of each who must agree. A decision whose help already runs can be gone on with. */
async function helpIsToBegin(tx: ActorTx, decisionId: string): Promise<boolean> {
	const arranged = await tx.db.help.findMany({ where: { familyId: tx.familyId, decisionId }, select: { state: true } });
	return arranged.length === 0 || arranged.some(({ state }) => state === "planned" || state === "waiting");
}
