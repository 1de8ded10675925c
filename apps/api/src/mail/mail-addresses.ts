import type { ActorTx } from "../http/as-actor.ts";

export type MailAddress = { personId: string; accountId: string; to: string; givenName: string; language: string };

/** Where people of the family that was entered, who can sign in, are written to. Nobody reads these: they only go onto mails. */
export async function mailAddressesOf(tx: Pick<ActorTx, "sql">, personIds: readonly string[]): Promise<MailAddress[]> {
	if (personIds.length === 0) return [];
	return tx.sql<MailAddress>({
		text: `select person_id as "personId", account_id as "accountId", email as "to", given_name as "givenName", language
			from app.mail_addresses($1::uuid[])`,
		values: [personIds],
	});
}
