import type { Tx } from "../http/transaction.ts";

/**
 * Puts a mail into the outbox, in the same transaction as what it is about. The words are neutral: no family text and no family
 * name ever leaves the system by mail.
 */
export async function queueMail(
	tx: Tx,
	mail: {
		to: string;
		personId: string;
		accountId?: string;
		familyId?: string;
		reminderId?: string;
		kind: string;
		language: string;
		subject: string;
		text: string;
	},
): Promise<void> {
	// The job that sends it is added in the same transaction: it exists exactly when the mail does.
	await tx.sql({
		text: `with queued as (select app.queue_mail($1, $2, $3, $4, $5, $6, $7::language, $8, $9) as id)
			select graphile_worker.add_job('send-mail', json_build_object('mailId', id, 'familyId', $3::uuid), max_attempts := 1) from queued where id is not null`,
		values: [
			mail.personId,
			mail.accountId ?? null,
			mail.familyId ?? null,
			mail.reminderId ?? null,
			mail.to,
			mail.kind,
			mail.language,
			mail.subject,
			mail.text,
		],
	});
}
