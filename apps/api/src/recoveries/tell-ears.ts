import { catalogueLanguageOf } from "@samenplan/language/catalogue";
import { momentInWords } from "@samenplan/language/dates";
import { type MailKind, mailText } from "@samenplan/language/mails";
import type { Services } from "../http/route.ts";
import type { Tx } from "../http/transaction.ts";
import { queueMail } from "../mail/mails.ts";

type Ear = { account_id: string; person_id: string; email: string; given_name: string; language: string; organisation: string };

/**
 * Tells whoever should hear of an account recovery (SQL: `app.ears_of_recovery`): its owner at the address that the account itself
 * knows, whoever may decide, or the privacy officers. The mail names nobody and no family; the rest stands behind the sign-in.
 */
export async function tellEars(
	tx: Tx,
	{ config }: Services,
	recoveryId: string,
	{ who, mail, path, moment }: { who: "owner" | "deciders" | "officers"; mail: MailKind; path: string; moment?: Date },
): Promise<void> {
	const ears = await tx.sql<Ear>({
		name: "ears_of_recovery",
		text: "select * from app.ears_of_recovery($1, $2)",
		values: [recoveryId, who],
	});
	for (const ear of ears) {
		const { subject, text } = mailText(mail, ear.language, {
			givenName: ear.given_name,
			organisation: ear.organisation,
			link: new URL(path, config.publicUrl).href,
			...(moment && { moment: momentInWords(moment, catalogueLanguageOf(ear.language)) }),
		});
		const kind = mail.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
		await queueMail(tx, { to: ear.email, personId: ear.person_id, accountId: ear.account_id, kind, language: ear.language, subject, text });
	}
}
