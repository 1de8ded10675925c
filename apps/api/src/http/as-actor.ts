import { dutyAllows, type Grant, grantOf, isFamilyRight } from "@samenplan/access/policy";
import type { Duty, Relation } from "@samenplan/access/relations";
import { type FamilyRight, provedAgainFor, type Right } from "@samenplan/access/rights";
import type { AuditAction } from "@samenplan/contract/endpoint";
import type { Language } from "@samenplan/contract/shapes";
import pg from "pg";
import { v7 as uuid7 } from "uuid";
import type { Clock } from "./clock.ts";
import type { Database } from "./database.ts";
import { Looked } from "./looked.ts";
import { EntryNotWritten, HttpProblem, isUnreachable, notAllowed, notFound, toProblem } from "./problems.ts";
import { connectionOf, type Tx, transactionOn } from "./transaction.ts";

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
	/** Open pages of the family do not hear of it. */
	quiet?: boolean;
	/** Somebody else in whose name it is done, when the call says so. */
	onBehalfOf?: string;
	/** Who gets what leaves the system by this: the caller, or whoever made the request that is the object. */
	recipient?: "self" | "requester";
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
	/** What was done is not for everyone who follows the family: its open pages do not hear of it. */
	quiet: () => void;
};

/** What a job only knows when it is done; goes into its entry of the log. */
export type JobEntry = {
	outcome: "success" | "denied" | "failed";
	/** A more exact name for what was done, and to what. */
	event?: string;
	action?: AuditAction;
	object?: string;
	accountId?: string;
	personId?: string;
	objectId?: string;
	familyId?: string;
	/** The person who got what left the system. Never an address. */
	recipient?: string;
};
export type JobTx = Tx & { entry: JobEntry };

export type Frame = {
	asActor: <T>(caller: Caller, deed: Deed, useCase: (tx: ActorTx) => Promise<T>) => Promise<T>;
	asJob: <T>(job: Job, work: (tx: JobTx) => Promise<T>) => Promise<T>;
	/** The entry of a call that did not enter, or came to nothing. */
	leaveEntry: (caller: Caller, deed: Deed, outcome: JobEntry["outcome"], actor?: Actor) => Promise<void>;
	stillSees: (caller: Pick<Caller, "accountId" | "sessionId">, familyId: string) => Promise<boolean>;
	/** Whether somebody who keeps a page open still has a duty that allows this. */
	stillAllowed: (caller: Pick<Caller, "accountId" | "sessionId">, right: Parameters<typeof dutyAllows>[0]) => Promise<boolean>;
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
	client?: string;
	/** Who asked for it, when somebody did. */
	accountId?: string;
	/** No entry: it touches nothing about anybody, or another transaction of the same request leaves it. */
	withoutEntry?: true;
};

type Entered =
	| { live: false }
	| ({ live: true; provedAgainAt: string | null } & Pick<
			Actor,
			"personId" | "organisationId" | "duties" | "relations" | "side" | "language"
	  >);
type Live = Entered & { live: true };

const enter = `select app.enter($1, $2, $3, $4, $5, $6, $7::audit_action, $8, $9, $10, $11, $12, $13) as entered`;

/**
 * The frame around every use case. In one transaction it sets the actor for row-level security, reads their relations as they
 * are now, checks the right against the policy, writes the audit entry, and runs the use case; an error undoes all of it, the
 * entry too. Then an entry of its own says that it was refused or failed: each call leaves exactly one, and when that cannot be
 * written the answer is a failure that shows nothing. No relation to the family answers "not found", as an unknown family does.
 */
export function createFrame(database: Database, clock: Clock): Frame {
	const transaction = transactionOn(database.pool);

	/** The entry of a call that came to nothing; it stands on its own because everything else was undone. */
	async function leaveEntry(
		caller: Caller,
		deed: Deed,
		outcome: JobEntry["outcome"],
		who: { personId?: string; relation?: string } = {},
	): Promise<void> {
		await database.pool
			.query({
				name: "entry_alone",
				text: `select app.audit($1, $2::audit_action, $3::audit_outcome, $4, $5, $6, $7, $8, $9, 'none', $10, $11, 'api', $12, null, $13)`,
				values: [
					deed.event,
					deed.action,
					outcome,
					caller.accountId,
					who.personId ?? null,
					who.relation ?? null,
					deed.object,
					deed.objectId ?? null,
					deed.familyId ?? null,
					caller.client,
					caller.requestId,
					deed.onBehalfOf ?? null,
					caller.sessionId,
				],
			})
			.catch((error: unknown) => {
				throw isUnreachable(error) ? error : new EntryNotWritten(error);
			});
	}

	return {
		asActor: async (caller, deed, useCase) => {
			const now = clock.now();
			const newId = uuid7();
			let entered: Live | undefined;
			let heard = deed.action !== "read" && deed.quiet !== true;
			// Said at the end, when it is known for whom it is; in one message with the commit, so that it costs no wait.
			const tellFamily = () =>
				heard && deed.familyId !== undefined ? `select pg_notify('family_changed', ${pg.escapeLiteral(deed.familyId)}); ` : "";
			try {
				return await transaction(async (client) => {
					if (deed.onBehalfOf !== undefined || deed.recipient !== undefined)
						client
							.query("select set_config('app.on_behalf', $1, true), set_config('app.recipient', $2, true)", [
								deed.onBehalfOf ?? "",
								deed.recipient ?? "",
							])
							.catch(() => undefined);
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
							false,
							caller.present !== false,
						],
					});
					const answer = rows[0]?.entered;
					if (!answer?.live) throw new HttpProblem("sign-in-needed");
					entered = answer;
					const grant = (right: FamilyRight) => grantOf(right, answer.relations);
					const provedAgainAt = answer.provedAgainAt === null ? undefined : new Date(answer.provedAgainAt);
					// Real time: a clock that was moved for a demonstration makes no old proof new.
					const assertProvedAgain = (right: Right) => {
						if (!provedAgainFor(right, provedAgainAt, new Date())) throw new HttpProblem("prove-again");
					};
					if (!allowed(deed, answer, grant)) throw deed.familyId !== undefined && answer.relations.length === 0 ? notFound() : notAllowed();
					if (deed.right !== "signed-in") assertProvedAgain(deed.right);
					return useCase(
						Object.assign(connectionOf(client, now), {
							actor: {
								...answer,
								accountId: caller.accountId,
								sessionId: caller.sessionId,
								provedAgainAt,
							},
							familyId: deed.familyId ?? "",
							newId,
							grant,
							assertProvedAgain,
							quiet: () => {
								heard = false;
							},
						}),
					);
				}, tellFamily);
			} catch (error) {
				// Without a database there is nothing to show, and nowhere to write it down.
				if (!isUnreachable(error) && !(error instanceof Looked))
					await leaveEntry(
						caller,
						deed,
						outcomeOf(error),
						entered && { personId: entered.personId, relation: entered.relations[0] ?? "none" },
					);
				throw error;
			}
		},
		leaveEntry: (caller, deed, outcome, actor) =>
			leaveEntry(
				caller,
				deed,
				outcome,
				actor && { personId: actor.personId, relation: actor.relations[0] ?? (actor.duties.length > 0 ? "staff" : "self") },
			),
		asJob: async (job, work) => {
			const entryOf = (entry: JobEntry) => ({
				name: "audit_job",
				text: "select app.audit_job($1, $2::audit_action, $3::audit_outcome, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
				values: [
					entry.event ?? job.event,
					entry.action ?? job.action,
					entry.outcome,
					entry.accountId ?? job.accountId ?? null,
					entry.personId ?? null,
					entry.object ?? job.object,
					entry.objectId ?? job.objectId ?? null,
					entry.familyId ?? job.familyId ?? null,
					job.client ?? null,
					job.requestId ?? null,
					job.name,
					entry.recipient ?? null,
				],
			});
			try {
				return await transaction(async (client) => {
					const now = clock.now();
					// With an empty event: the entry is written when it is known what came of it.
					await client.query({
						name: "enter_job",
						text: "select app.enter_job($1, $2, $3, '', $4::audit_action, $5, $6, $7)",
						values: [job.name, job.familyId ?? null, now, job.action, job.object, job.objectId ?? null, job.requestId ?? null],
					});
					const tx = Object.assign(connectionOf(client, now), { entry: { outcome: "success" } as JobEntry });
					const result = await work(tx);
					if (!job.withoutEntry) await client.query(entryOf(tx.entry));
					return result;
				});
			} catch (error) {
				if (!(error instanceof Looked) && !isUnreachable(error) && !job.withoutEntry)
					await database.pool.query(entryOf({ outcome: outcomeOf(error) })).catch((lost: unknown) => {
						throw isUnreachable(lost) ? error : new EntryNotWritten(lost);
					});
				throw error;
			}
		},
		stillSees: async (caller, familyId) => {
			const { rows } = await database.pool.query<{ sees: boolean }>({
				name: "still_sees",
				text: "select app.still_sees($1, $2, $3, $4) as sees",
				values: [caller.accountId, caller.sessionId, familyId, clock.now()],
			});
			return rows[0]?.sees === true;
		},
		stillAllowed: async (caller, right) => {
			const { rows } = await database.pool.query<{ duties: Duty[] }>({
				name: "still_on_duty",
				text: "select app.still_on_duty($1, $2)::text[] as duties",
				values: [caller.accountId, caller.sessionId],
			});
			return dutyAllows(right, rows[0]?.duties ?? []);
		},
	};
}

/** Whether somebody asked for what is not theirs, or something that was theirs did not work out. */
export function outcomeOf(error: unknown): "denied" | "failed" {
	return ["not-allowed", "prove-again", "not-found", "sign-in-needed", "code-wrong", "password-wrong", "passkey-wrong"].includes(
		toProblem(error).code,
	)
		? "denied"
		: "failed";
}

function allowed(deed: Deed, entered: Live, grant: (right: FamilyRight) => Grant | undefined): boolean {
	if (deed.right === "signed-in") return true;
	if (isFamilyRight(deed.right)) return deed.familyId !== undefined && grant(deed.right) !== undefined;
	return dutyAllows(deed.right, entered.duties);
}
