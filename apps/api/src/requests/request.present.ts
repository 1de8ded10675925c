import type { MyRequest } from "@samenplan/contract/requests";
import { fullName } from "@samenplan/language/names";
import type { PrivacyRequest } from "@samenplan/prisma/client";
import type { ActorTx } from "../http/as-actor.ts";
import { dayOfColumn } from "../http/days.ts";

/** Requests as their asker reads them, with the names of who asks and about whom. */
export async function presentRequests(tx: ActorTx, rows: readonly PrivacyRequest[]): Promise<MyRequest[]> {
	const ids = rows.flatMap(({ personId, aboutPersonId }) => [personId, aboutPersonId]);
	const persons = new Map((await tx.db.person.findMany({ where: { id: { in: ids } } })).map((person) => [person.id, fullName(person)]));
	const someone = (id: string) => ({ id, name: persons.get(id) ?? "" });
	return rows.map((row) => ({
		id: row.id,
		kind: row.kind,
		state: row.state,
		asker: someone(row.personId),
		about: someone(row.aboutPersonId),
		recorded: row.recordedBy !== row.personId,
		words: row.words,
		receivedAt: row.receivedAt.toISOString(),
		dueOn: dayOfColumn(row.dueOn),
		extendedBecause: row.extendedBecause,
		partly: row.partly,
		ground: row.ground,
		answer: row.answer,
		decidedAt: row.decidedAt?.toISOString() ?? null,
		doneAt: row.doneAt?.toISOString() ?? null,
		version: row.version,
	}));
}
