import type { SafetyTrackHead } from "@samenplan/contract/safety";
import { fullName } from "@samenplan/language/names";
import type { SafetyTrack as Row } from "@samenplan/prisma/client";
import type { ActorTx } from "../http/as-actor.ts";
import { found, moveNotPossible } from "../http/problems.ts";

/** The track that was asked for, as row-level security shows it. @throws HttpProblem `not-found` */
export async function trackOf(tx: ActorTx, id: string): Promise<Row> {
	return found(await tx.db.safetyTrack.findFirst({ where: { id, familyId: tx.familyId } }));
}

/** @throws HttpProblem `move-not-possible` once it is closed: a new worry is a track of its own */
export async function openTrackOf(tx: ActorTx, id: string): Promise<Row> {
	const track = await trackOf(tx, id);
	if (track.state === "closed") throw moveNotPossible([], ["safety-is-closed"]);
	return track;
}

/** The names of people by their identifiers, as far as whoever asks may know them. */
export async function namesOf(tx: ActorTx, ids: readonly (string | null)[]): Promise<(id: string | null) => string | null> {
	const people = await tx.db.person.findMany({
		where: { id: { in: [...new Set(ids)].filter((id) => id !== null) } },
		select: { id: true, givenName: true, familyName: true },
	});
	return (id) => {
		const person = people.find((each) => each.id === id);
		return person ? fullName(person) : null;
	};
}

export function presentTrack(row: Row, nameOf: (id: string | null) => string | null): SafetyTrackHead {
	return {
		id: row.id,
		state: row.state,
		step: row.step,
		shielded: row.shielded,
		decision: row.decision,
		openedByName: nameOf(row.openedBy) ?? "",
		openedAt: row.openedAt.toISOString(),
		closedByName: nameOf(row.closedBy),
		closedAt: row.closedAt?.toISOString() ?? null,
		closedBecause: row.closedBecause,
		unshieldedByName: nameOf(row.unshieldedBy),
		unshieldedAt: row.unshieldedAt?.toISOString() ?? null,
		unshieldedBecause: row.unshieldedBecause,
		version: row.version,
	};
}
