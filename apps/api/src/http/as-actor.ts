import type { Socket } from "node:net";
import { dayInAmsterdam } from "@samenplan/access/age";
import { dutyAllows, type Grant, grantOf, isFamilyRight } from "@samenplan/access/policy";
import type { Duty, Relation } from "@samenplan/access/relations";
import { type FamilyRight, provedAgainFor, type Right } from "@samenplan/access/rights";
import type { AuditAction } from "@samenplan/contract/endpoint";
import type { Language } from "@samenplan/contract/shapes";
import type { PrismaClient } from "@samenplan/prisma/client";
import type pg from "pg";
import { v7 as uuid7 } from "uuid";
import { prismaOn } from "./bound-prisma.ts";
import type { Clock } from "./clock.ts";
import type { Database } from "./database.ts";
import { HttpProblem, notAllowed, notFound } from "./problems.ts";

/** Who calls, as the verified token says; everything else about them is read in the transaction. */
export type Caller = {
	accountId: string;
	sessionId: string;
	client: string;
	requestId: string;
	/** False for a page that asks by itself while nobody does anything: that keeps no session alive. */
	present?: boolean;
};

/** What the caller is about to do; from the endpoint table. */
export type Deed = {
	event: string;
	action: AuditAction;
	object: string;
	right: Right | "signed-in";
	familyId?: string;
	/** Which families a list without a family in its path may touch. */
	list?: FamilyList;
	objectId?: string;
};
/** `seen`: every family the caller may see anything of; `mine`: those they are involved in; `coordinated`: as its coordinator; `team`: as its team lead. */
export type FamilyList = "seen" | "mine" | "coordinated" | "team";

export type Actor = {
	accountId: string;
	sessionId: string;
	personId: string;
	organisationId: string;
	duties: Duty[];
	/** To the family of this transaction; empty when there is none. */
	relations: Relation[];
	side: "family" | "professional";
	language: Language;
	/** When they last proved a second time who they are, in this session. */
	provedAgainAt: Date | undefined;
};

/** One transaction: the only way to the database. */
export type Tx = {
	/** Prisma, inside this transaction and under this actor's row-level security. */
	db: PrismaClient;
	/** Hand-written SQL for the hottest reads; `name` makes PostgreSQL keep the prepared statement. */
	sql: <Row extends pg.QueryResultRow>(query: { name?: string; text: string; values?: unknown[] }) => Promise<Row[]>;
	now: Date;
	/** The calendar day in the Netherlands. */
	today: string;
};
export type ActorTx = Tx & {
	actor: Actor;
	/** The family that was entered; empty outside families. */
	familyId: string;
	/** The identifier for what this call creates; the audit entry already names it. */
	newId: string;
	/** The grant this actor has for another right in this family, if any. */
	grant: (right: FamilyRight) => Grant | undefined;
	/** For a call that opens more than before only sometimes. @throws HttpProblem `prove-again` when the last proof is too old */
	assertProvedAgain: (right: Right) => void;
};

export type Frame = {
	asActor: <T>(caller: Caller, deed: Deed, useCase: (tx: ActorTx) => Promise<T>) => Promise<T>;
	asJob: <T>(job: Job, work: (tx: Tx) => Promise<T>) => Promise<T>;
	stillSees: (caller: Pick<Caller, "accountId" | "sessionId">, familyId: string) => Promise<boolean>;
};
/** Background work under its own name; row-level security lets each name reach only its own tables. */
export type Job = {
	name: "accounts" | "reminders" | "mail" | "cleaning" | "demo" | "audit" | "ages" | "retention";
	event: string;
	action: AuditAction;
	object: string;
	objectId?: string;
	familyId?: string;
	requestId?: string;
};

type Entered =
	| { live: false }
	| ({ live: true; provedAgainAt: string | null } & Pick<
			Actor,
			"personId" | "organisationId" | "duties" | "relations" | "side" | "language"
	  >);

const enter = `select app.enter($1, $2, $3, $4, $5, $6, $7::audit_action, $8, $9, $10, $11, $12, $13) as entered`;

/**
 * The frame around every use case. In one transaction it sets the actor for row-level security, reads their relations as they
 * are now, checks the right against the policy, writes the audit entry, and runs the use case; an error undoes all of it.
 * A refusal leaves an entry of its own. No relation to the family answers "not found", as an unknown family does.
 */
export function createFrame(database: Database, clock: Clock): Frame {
	async function transaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
		const client = await database.pool.connect();
		let broken: Error | undefined;
		try {
			const result = await inOneWrite(client, () => {
				// Not awaited on its own: it travels with the first statement, and a lost connection rejects that one too.
				client.query("begin").catch(() => undefined);
				return work(client);
			});
			await client.query("commit");
			return result;
		} catch (error) {
			await client.query("rollback").catch((lost: Error) => {
				broken = lost;
			});
			throw error;
		} finally {
			client.release(broken);
		}
	}

	function connectionOf(client: pg.PoolClient, now: Date): Tx {
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

	async function refuse(
		caller: Caller,
		deed: Deed,
		{ entered, because }: { entered: Entered & { live: true }; because: "not-allowed" | "prove-again" },
	): Promise<never> {
		await database.pool.query(`select app.audit($1, $2::audit_action, 'denied', $3, $4, $5, $6, $7, $8, 'none', $9, $10, 'api')`, [
			deed.event,
			deed.action,
			caller.accountId,
			entered.personId,
			entered.relations[0] ?? "none",
			deed.object,
			deed.objectId ?? null,
			deed.familyId ?? null,
			caller.client,
			caller.requestId,
		]);
		if (because === "prove-again") throw new HttpProblem("prove-again");
		throw deed.familyId !== undefined && entered.relations.length === 0 ? notFound() : notAllowed();
	}

	return {
		asActor: async (caller, deed, useCase) => {
			const now = clock.now();
			const newId = uuid7();
			let refused: { entered: Entered & { live: true }; because: "not-allowed" | "prove-again" } | undefined;
			try {
				return await transaction(async (client) => {
					const { rows } = await client.query<{ entered: Entered }>({
						name: "enter",
						text: enter,
						values: [
							caller.accountId,
							caller.sessionId,
							deed.familyId ?? null,
							deed.list ?? null,
							now,
							deed.event,
							deed.action,
							deed.object,
							deed.objectId ?? (deed.action === "create" ? newId : (deed.familyId ?? null)),
							caller.client,
							caller.requestId,
							deed.action !== "read",
							caller.present !== false,
						],
					});
					const entered = rows[0]?.entered;
					if (!entered?.live) throw new HttpProblem("sign-in-needed");
					const grant = (right: FamilyRight) => grantOf(right, entered.relations);
					const provedAgainAt = entered.provedAgainAt === null ? undefined : new Date(entered.provedAgainAt);
					// Real time: a clock that was moved for a demonstration makes no old proof new.
					const assertProvedAgain = (right: Right) => {
						if (provedAgainFor(right, provedAgainAt, new Date())) return;
						refused = { entered, because: "prove-again" };
						throw new HttpProblem("prove-again");
					};
					if (!allowed(deed, entered, grant)) {
						refused = { entered, because: "not-allowed" };
						throw notAllowed();
					}
					if (deed.right !== "signed-in") assertProvedAgain(deed.right);
					return useCase(
						Object.assign(connectionOf(client, now), {
							actor: {
								...entered,
								accountId: caller.accountId,
								sessionId: caller.sessionId,
								provedAgainAt,
							},
							familyId: deed.familyId ?? "",
							newId,
							grant,
							assertProvedAgain,
						}),
					);
				});
			} catch (error) {
				if (refused) return refuse(caller, deed, refused);
				throw error;
			}
		},
		asJob: (job, work) =>
			transaction(async (client) => {
				const now = clock.now();
				await client.query({
					name: "enter_job",
					text: "select app.enter_job($1, $2, $3, $4, $5::audit_action, $6, $7, $8)",
					values: [job.name, job.familyId ?? null, now, job.event, job.action, job.object, job.objectId ?? null, job.requestId ?? null],
				});
				return work(connectionOf(client, now));
			}),
		stillSees: async (caller, familyId) => {
			const { rows } = await database.pool.query<{ sees: boolean }>({
				name: "still_sees",
				text: "select app.still_sees($1, $2, $3, $4) as sees",
				values: [caller.accountId, caller.sessionId, familyId, clock.now()],
			});
			return rows[0]?.sees === true;
		},
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

function allowed(deed: Deed, entered: Entered & { live: true }, grant: (right: FamilyRight) => Grant | undefined): boolean {
	if (deed.right === "signed-in") return true;
	if (isFamilyRight(deed.right)) return deed.familyId !== undefined && grant(deed.right) !== undefined;
	return dutyAllows(deed.right, entered.duties);
}
