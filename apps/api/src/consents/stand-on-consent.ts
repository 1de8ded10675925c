import type { ActorTx } from "../http/as-actor.ts";

/**
 * Lets the involvement of another professional stand on a consent: on the first one that is asked for them, and afterwards on
 * another only when the present one does not stand (any more).
 */
export async function standOnConsent(tx: Pick<ActorTx, "db" | "sql" | "familyId">, personId: string, consentId: string): Promise<void> {
	const involvement = await tx.db.involvement.findFirst({
		where: { familyId: tx.familyId, personId, relation: "professional", endedAt: null },
	});
	if (!involvement || involvement.consentId === consentId) return;
	if (involvement.consentId !== null && (await stands(tx, involvement.consentId))) return;
	await tx.db.involvement.updateMany({ where: { id: involvement.id, familyId: tx.familyId }, data: { consentId } });
}

/** Whether a consent of this family stands today, as the database says. */
export async function stands(tx: Pick<ActorTx, "sql">, consentId: string): Promise<boolean> {
	const [row] = await tx.sql<{ stands: boolean }>({ text: "select app.stands($1) as stands", values: [consentId] });
	return row?.stands === true;
}
