import type { Socket } from "node:net";
import { dayInAmsterdam } from "@samenplan/access/age";
import type pg from "pg";
import { type BoundPrisma, prismaOn } from "./bound-prisma.ts";

/** One transaction: the only way to the database. */
export type Tx = {
	/** Prisma, inside this transaction and under this actor's row-level security. */
	db: BoundPrisma;
	/** Hand-written SQL for the hottest reads; `name` makes PostgreSQL keep the prepared statement. */
	sql: <Row extends pg.QueryResultRow>(query: { name?: string; text: string; values?: unknown[] }) => Promise<Row[]>;
	now: Date;
	/** The calendar day in the Netherlands. */
	today: string;
};

/**
 * Runs work in one transaction on a pooled connection: all of it is kept, or none. A lost connection never goes back to the pool.
 * `last` is asked when the work is done: a statement that leaves together with the commit, or an empty text.
 */
export function transactionOn(pool: pg.Pool): <T>(work: (client: pg.PoolClient) => Promise<T>, last?: () => string) => Promise<T> {
	return async (work, last) => {
		const client = await pool.connect();
		let broken: Error | undefined;
		try {
			const result = await inOneWrite(client, () => {
				// Not awaited on its own: it travels with the first statement, and a lost connection rejects that one too.
				client.query("begin").catch(() => undefined);
				return work(client);
			});
			await client.query(`${last?.() ?? ""}commit`);
			return result;
		} catch (error) {
			await client.query("rollback").catch((lost: Error) => {
				broken = lost;
			});
			throw error;
		} finally {
			client.release(broken);
		}
	};
}

/** What work inside a transaction gets to reach the database with, at the moment the product's clock says. */
export function connectionOf(client: pg.PoolClient, now: Date): Tx {
	return {
		get db() {
			return prismaOn(client);
		},
		sql: async <Row extends pg.QueryResultRow>(query: { name?: string; text: string; values?: unknown[] }) =>
			(await client.query<Row>(query)).rows,
		now,
		today: dayInAmsterdam(now),
	};
}

/**
 * What is asked of the connection before the first wait leaves in one write: `begin` and the call that enters. The work starts
 * at once and goes on afterwards.
 */
function inOneWrite<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
	const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
	stream.cork();
	try {
		return work();
	} finally {
		stream.uncork();
	}
}
