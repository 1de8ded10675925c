import { type MailKind, mailText } from "@samenplan/language/mails";
import type { Tx } from "../http/transaction.ts";
import { queueMail } from "../mail/mails.ts";
import type { KnownAccount } from "./known-account.ts";

/** A mail to the owner of an account about their own way to sign in; never about a family. Nothing when they have no address. */
export async function tellOwner(
	tx: Tx,
	account: KnownAccount,
	mail: MailKind,
	values: Record<string, string | number> = {},
	to = account.email,
): Promise<void> {
	if (to === null) return;
	const { subject, text } = mailText(mail, account.language, {
		givenName: account.givenName,
		organisation: account.organisation,
		...values,
	});
	const kind = mail.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
	await queueMail(tx, { to, personId: account.personId, accountId: account.id, kind, language: account.language, subject, text });
}
