import type { Tx } from "../http/transaction.ts";

/**
 * The account with this e-mail address, capitals or not. Compared letter by letter: an underscore or a percent sign in an address
 * is that sign and nothing else, which a case-insensitive filter of the database library would not promise.
 */
export async function accountOfAddress(tx: Tx, email: string): Promise<{ id: string; personId: string } | undefined> {
	const [row] = await tx.sql<{ id: string; person_id: string }>({
		name: "account_of_address",
		text: "select id, person_id from account where lower(email) = lower($1)",
		values: [email],
	});
	return row && { id: row.id, personId: row.person_id };
}
