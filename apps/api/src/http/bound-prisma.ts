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

/**
 * Columns that the application's role may not read: each is told by a function of the database that knows who may (`reach_in`,
 * `reach_of`, `addresses_in`), or asked about by one that signs people in (`password_of`, `session_of_token`, `invitation_of_code`), or
 * put to use by one (`put_sign_in_service`). Here they do not exist, so that nothing asks for them.
 */
const omit = {
	person: { email: true, phone: true, reachNote: true },
	household: { address: true },
	account: { passwordHash: true },
	session: { tokenHash: true, formerTokenHash: true },
	invitation: { codeHash: true },
	signInServiceProposal: { sealedSecret: true },
} as const;

/** Prisma as use cases know it: without what only functions of the database tell. */
export type BoundPrisma = ReturnType<typeof clientOn>;
const clientOn = (client: pg.PoolClient) => new PrismaClient({ adapter: new PrismaPg(new OneConnection(client)), omit });

const clients = new WeakMap<pg.PoolClient, BoundPrisma>();

/** The Prisma client of one pooled connection; made once per connection, because making one costs milliseconds. */
export function prismaOn(client: pg.PoolClient): BoundPrisma {
	let prisma = clients.get(client);
	if (!prisma) {
		prisma = clientOn(client);
		clients.set(client, prisma);
	}
	return prisma;
}
