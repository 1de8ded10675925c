import type * as consents from "@samenplan/contract/consents";
import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { ActorTx } from "../http/as-actor.ts";
import { assertVersion, HttpProblem, moveNotPossible } from "../http/problems.ts";
import { readConsent } from "./read-consents.ts";

/**
 * Goes on without somebody who should consent, for a written reason that everyone of the plan reads. One of those who must has
 * given it; who refuses or takes it back afterwards stops it again.
 */
export async function deviateConsent(tx: ActorTx, { params, body }: EndpointParsed<typeof consents.deviateConsent>): Promise<undefined> {
	const consent = await readConsent(tx, params.consentId);
	assertVersion(consent, body.version);
	if (consent.standing === "over") throw moveNotPossible([], ["consent-is-over"]);
	if (consent.stands) throw moveNotPossible([], ["consent-stands-already"]);
	if (!consent.must.some(({ answer }) => answer?.answer === "given")) throw moveNotPossible([], ["consent-nobody-gave"]);
	const { count } = await tx.db.consent.updateMany({
		where: { id: consent.id, familyId: tx.familyId, version: body.version },
		data: { deviatesBecause: body.because, deviatesBy: tx.actor.personId, deviatesAt: tx.now, version: { increment: 1 } },
	});
	if (count === 0) throw new HttpProblem("conflict", { current: await readConsent(tx, params.consentId) });
}
