import type { Tx } from "../http/transaction.ts";

/** How somebody can be reached. */
export type Reach = { email: string | null; phone: string | null; reachNote: string };

/**
 * How a person can be reached, as far as whoever acts may know: one's own, and those the database tells (`app.reach_in`).
 * @returns nothing where it is kept from whoever acts, and where nothing is known
 */
export async function reachOf(tx: Pick<Tx, "sql">, personId: string): Promise<Reach | undefined> {
	const [reach] = await tx.sql<Reach>({
		name: "reach_of",
		text: `select email, phone, reach_note as "reachNote" from app.reach_of($1)`,
		values: [personId],
	});
	return reach;
}
