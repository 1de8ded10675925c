import type { GivenOut } from "@samenplan/contract/my-data";
import { fullName } from "@samenplan/language/names";
import type { ActorTx } from "../http/as-actor.ts";
import { found } from "../http/problems.ts";
import type { Tx } from "../http/transaction.ts";
import { type Parts, type Rows, readable } from "./readable.ts";

type Own = { person: Record<string, unknown>; account: Record<string, unknown> | null; addresses: string[] } & Record<string, unknown>;

/** What is kept of the person this transaction reads as: their own words, answers and details, whoever else may read them. */
export async function ownData(tx: Tx, familyId: string, personId: string): Promise<Own> {
	const [row] = await tx.sql<{ own: Own }>({ text: "select app.own_data($1, $2) as own", values: [familyId, personId] });
	return found(row).own;
}

/** The same as the parts of a file. */
export function ownParts(own: Own): Parts {
	const list = (key: string) => (own[key] as Rows | undefined) ?? [];
	return {
		person: [own.person],
		account: own.account ? [own.account] : [],
		involvements: list("involvements"),
		addresses: own.addresses.map((address) => ({ address })),
		...(list("authorities").length > 0 && { authorities: list("authorities") }),
		views: list("views"),
		loadCapacity: list("loadCapacity"),
		comments: list("comments"),
		answers: list("answers"),
		scores: list("scores"),
		cooperation: list("cooperation").map(({ score, ...rest }) => ({ ...rest, face: score })),
		actions: list("actions"),
		offers: list("offers"),
		consents: list("consents"),
		statements: list("statements"),
		milestones: list("milestones"),
		sharedWords: list("sharedWords"),
		adviceChecks: list("adviceChecks"),
		handovers: list("handovers"),
		drafts: list("drafts"),
		requests: list("requests"),
	};
}

/** What is kept about me now; needs nobody's permission. It leaves the system, so the log names who got it. */
export async function readMyData(tx: ActorTx): Promise<GivenOut> {
	const own = await ownData(tx, tx.familyId, tx.actor.personId);
	const name = fullName({ givenName: String(own.person.givenName), familyName: String(own.person.familyName) });
	const madeAt = tx.now.toISOString();
	await disclosed(tx, { object: "my_data", objectId: tx.actor.personId, to: tx.actor.personId });
	return {
		madeAt,
		document: readable({ kind: "my_data", asker: name, about: name, madeAt }, ownParts(own), tx.actor.language),
		data: { kind: "my_data", madeAt, ...own },
	};
}

/** A file left the system: an entry with who got it (NEN 7513), by identifier, so that the log holds no details of anyone. */
export async function disclosed(tx: ActorTx, { object, objectId, to }: { object: string; objectId: string; to: string }): Promise<void> {
	await tx.sql({
		text: `select app.audit('file.give_out', 'execute', 'success', $1, $2, $3, $4, $5, $6, 'request', null, null, 'export', null, $7, $8)`,
		values: [tx.actor.accountId, tx.actor.personId, tx.actor.relations[0] ?? "none", object, objectId, tx.familyId, to, tx.actor.sessionId],
	});
}
