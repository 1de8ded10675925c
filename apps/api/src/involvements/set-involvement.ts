import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as involvements from "@samenplan/contract/involvements";
import type { ActorTx } from "../http/as-actor.ts";
import { assertDay, dayColumn } from "../http/days.ts";
import { HttpProblem } from "../http/problems.ts";
import { personOfFamily } from "../people/involved.ts";

/** From when until when somebody is involved, and, for another professional, on which consent. */
export async function setInvolvement(
	tx: ActorTx,
	{ params, body }: EndpointParsed<typeof involvements.setInvolvement>,
): Promise<undefined> {
	const { involvement } = await personOfFamily(tx, params.personId);
	if (body.endsOn !== null) assertDay(body.endsOn, "endsOn", { from: body.startsOn });
	await assertConsentFits(tx, { personId: params.personId, consentId: body.consentId, involvement });
	await tx.db.involvement.updateMany({
		where: { id: involvement.id, familyId: tx.familyId },
		data: { startsOn: dayColumn(body.startsOn), endsOn: dayColumn(body.endsOn), consentId: body.consentId },
	});
}

/** Another professional stands on a consent that names them, and never on none after that; nobody else stands on one. */
async function assertConsentFits(
	tx: ActorTx,
	{
		personId,
		consentId,
		involvement,
	}: { personId: string; consentId: string | null; involvement: { relation: string; consentId: string | null } },
): Promise<void> {
	const wrong = new HttpProblem("invalid-input", { errors: [{ path: "consentId", code: "invalid" }] });
	if (consentId === null) {
		if (involvement.consentId !== null) throw wrong;
		return;
	}
	const consent = await tx.db.consent.findFirst({ where: { id: consentId, familyId: tx.familyId, kind: "involve", toPersonId: personId } });
	if (involvement.relation !== "professional" || !consent) throw wrong;
}
