import type { breakGlass as contract } from "@samenplan/contract/emergencies";
import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import { mailText } from "@samenplan/language/mails";
import type { ActorTx } from "../http/as-actor.ts";
import { found, moveNotPossible, notFound } from "../http/problems.ts";
import type { Services } from "../http/route.ts";
import { queueMail } from "../mail/mails.ts";

type Ear = { person_id: string; account_id: string; email: string; language: string; given_name: string };

/**
 * Opens one family to a colleague for sixty minutes, read-only. The scientists and privacy officers of the organisation and the
 * coordinator of the family hear of it at once by a mail that says nothing of the family; everything else stands behind the sign-in.
 */
export async function breakGlass(
	tx: ActorTx,
	{ body }: EndpointParsed<typeof contract>,
	{ config }: Services,
): Promise<EndpointResponse<typeof contract>> {
	const [row] = await tx.sql<{ outcome: "opened" | "unknown" | "open" | "related" }>({
		name: "break_glass",
		text: "select app.break_glass($1, $2, $3::emergency_reason, $4, $5) as outcome",
		values: [tx.newId, body.familyId, body.reason, body.words, body.delayBecause],
	});
	const { outcome } = found(row);
	if (outcome === "unknown") throw notFound();
	if (outcome === "open") throw moveNotPossible([], ["emergency-is-open"]);
	if (outcome === "related") throw moveNotPossible([], ["emergency-not-needed"]);
	const ears = await tx.sql<Ear>({ name: "ears_of_emergency", text: "select * from app.ears_of_emergency($1)", values: [tx.newId] });
	for (const ear of ears) {
		const { subject, text } = mailText("emergencyOpened", ear.language, {
			givenName: ear.given_name,
			link: new URL("/", config.publicUrl).href,
		});
		await queueMail(tx, {
			to: ear.email,
			personId: ear.person_id,
			accountId: ear.account_id,
			kind: "emergency_opened",
			language: ear.language,
			subject,
			text,
		});
	}
	const use = found(await tx.db.emergencyAccess.findFirst({ where: { id: tx.newId, personId: tx.actor.personId } }));
	return { id: use.id, familyId: use.familyId, untilAt: use.untilAt.toISOString() };
}
