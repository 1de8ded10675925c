import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@samenplan/prisma/client";
import pg from "pg";

/**
 * A pool that is one connection: Prisma on it runs inside whatever transaction the frame has open there. What Prisma would
 * run as a transaction of its own becomes a savepoint, so the frame alone decides when anything is committed.
 */
class OneConnection extends pg.Pool {
	readonly #client: pg.PoolClient;
	#depth = 0;

	constructor(client: pg.PoolClient) {
		super({ max: 0 });
		this.#client = client;
		this.query = ((...args: unknown[]) => (client.query as (...a: unknown[]) => unknown)(...args)) as pg.Pool["query"];
		this.connect = (async () => this.#nested()) as unknown as pg.Pool["connect"];
	}

	#nested() {
		const client = this.#client;
		const savepoint = `prisma_${++this.#depth}`;
		const translated: Record<string, string> = {
			BEGIN: `SAVEPOINT ${savepoint}`,
			COMMIT: `RELEASE SAVEPOINT ${savepoint}`,
			ROLLBACK: `ROLLBACK TO SAVEPOINT ${savepoint}`,
		};
		return {
			query: (query: { text: string }, ...rest: unknown[]) =>
				(client.query as (...a: unknown[]) => unknown)({ ...query, text: translated[query.text] ?? query.text }, ...rest),
			on: () => undefined,
			removeListener: () => undefined,
			release: () => {
				this.#depth -= 1;
			},
		};
	}
}

const clients = new WeakMap<pg.PoolClient, PrismaClient>();

/** The Prisma client of one pooled connection; made once per connection, because making one costs milliseconds. */
export function prismaOn(client: pg.PoolClient): PrismaClient {
	let prisma = clients.get(client);
	if (!prisma) {
		prisma = new PrismaClient({ adapter: new PrismaPg(new OneConnection(client)) });
		clients.set(client, prisma);
	}
	return prisma;
}
