import { mailText } from "@samenplan/language/mails";
import type { ActorTx } from "../http/as-actor.ts";
import type { Services } from "../http/route.ts";
import { queueMail } from "../mail/mails.ts";

/** As what somebody hears of a handover. */
export type Ear = "new" | "former" | "lead" | "family";
type Row = { ear: Ear; person_id: string; account_id: string; email: string; given_name: string; language: string };

/**
 * Tells those concerned that something about a handover waits for them. The mail names nobody and no family; the rest stands behind
 * the sign-in. Whoever does it gets none.
 */
export async function tellOfHandover(tx: ActorTx, { config }: Services, handoverId: string, ears: readonly Ear[]): Promise<void> {
	const rows = await tx.sql<Row>({ name: "ears_of_handover", text: "select * from app.ears_of_handover($1)", values: [handoverId] });
	for (const { ear, ...person } of rows.filter((row) => ears.includes(row.ear))) {
		const mail = ear === "family" ? "handoverFamily" : "handoverStaff";
		const paths: Record<Ear, string> = {
			new: "/handovers",
			former: "/caseload",
			lead: "/team",
			family: `/families/${tx.familyId}/coordinator`,
		};
		const { subject, text } = mailText(mail, person.language, {
			givenName: person.given_name,
			link: new URL(paths[ear], config.publicUrl).href,
		});
		await queueMail(tx, {
			to: person.email,
			personId: person.person_id,
			accountId: person.account_id,
			// Colleagues hear of it also while they have nothing to do with the family yet, or not any more.
			...(ear === "family" && { familyId: tx.familyId }),
			kind: ear === "family" ? "handover_family" : "handover_staff",
			language: person.language,
			subject,
			text,
		});
	}
}
