import { type MailKind, mailText } from "@samenplan/language/mails";
import { fullName } from "@samenplan/language/names";
import type { Actor } from "../http/as-actor.ts";
import type { Tx } from "../http/transaction.ts";
import { queueMail } from "../mail/mails.ts";

type Ear = { person_id: string; account_id: string; email: string; language: string; given_name: string; organisation: string };

/** Whoever sets the service could say through it who somebody is: every other administrator and privacy officer hears of it. */
export async function tellWhoHasASay(
	tx: Tx,
	{ organisationId, personId }: Actor,
	mail: MailKind & `service${string}`,
	values: Record<string, string>,
): Promise<undefined> {
	const doer = await tx.db.person.findUnique({ where: { id: personId } });
	const ears = await tx.sql<Ear>({ text: "select * from app.ears_of_sign_in_service($1)", values: [organisationId] });
	for (const ear of ears.filter((each) => each.person_id !== personId)) {
		const { subject, text } = mailText(mail, ear.language, {
			givenName: ear.given_name,
			organisation: ear.organisation,
			by: doer ? fullName(doer) : "Samenplan",
			...values,
		});
		await queueMail(tx, {
			to: ear.email,
			personId: ear.person_id,
			accountId: ear.account_id,
			kind: mail.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
			language: ear.language,
			subject,
			text,
		});
	}
	return undefined;
}
