import type * as consents from "@samenplan/contract/consents";
import type { Consent } from "@samenplan/contract/consents";
import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { ActorTx } from "../http/as-actor.ts";
import { moveNotPossible } from "../http/problems.ts";
import { assertRecordedFor } from "../people/involved.ts";
import { readConsent } from "./read-consents.ts";
import { standOnConsent } from "./stand-on-consent.ts";

type Words = { answer: Consent["answers"][number]["answer"]; text: string };

/**
 * Gives, refuses or takes back one's own consent. Every answer is kept and the newest counts, from the next request of everyone.
 * @throws HttpProblem `move-not-possible`: `consent-not-asked-of-you`, `consent-is-over`, `consent-nothing-given`
 */
export async function answerConsent(tx: ActorTx, { params, body }: EndpointParsed<typeof consents.answerConsent>): Promise<{ id: string }> {
	return keepAnswer(tx, await readConsent(tx, params.consentId), { ...body, personId: tx.actor.personId, recorded: false });
}

/** Writes down what somebody without an account said, together with them; whoever has an account answers there. */
export async function recordConsent(tx: ActorTx, { params, body }: EndpointParsed<typeof consents.recordConsent>): Promise<{ id: string }> {
	const consent = await readConsent(tx, params.consentId);
	await assertRecordedFor(tx, body.personId);
	return keepAnswer(tx, consent, { ...body, recorded: true });
}

async function keepAnswer(
	tx: ActorTx,
	consent: Consent,
	{ answer, text, personId, recorded }: Words & { personId: string; recorded: boolean },
): Promise<{ id: string }> {
	const asked = consent.must.find((one) => one.personId === personId);
	if (!asked) throw moveNotPossible([], ["consent-not-asked-of-you"]);
	if (consent.standing === "over") throw moveNotPossible([], ["consent-is-over"]);
	const given = asked.answer?.answer === "given";
	if (answer === "withdrawn" && !given) throw moveNotPossible(["given", "refused"], ["consent-nothing-given"]);
	await tx.db.consentAnswer.create({
		data: {
			id: tx.newId,
			familyId: tx.familyId,
			consentId: consent.id,
			personId,
			// To refuse what one gave before is to take it back.
			answer: answer === "refused" && given ? "withdrawn" : answer,
			text,
			language: tx.actor.language,
			writtenBy: tx.actor.personId,
			recorded,
			createdAt: tx.now,
		},
	});
	if (consent.kind === "involve" && consent.toPersonId !== null && answer === "given")
		await standOnConsent(tx, consent.toPersonId, consent.id);
	return { id: tx.newId };
}
