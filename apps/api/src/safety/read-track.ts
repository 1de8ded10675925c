import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type * as safety from "@samenplan/contract/safety";
import type { ActorTx } from "../http/as-actor.ts";
import { dayOfColumn } from "../http/days.ts";
import { namesOf, presentTrack, trackOf } from "./track-rules.ts";

/** The worries about safety of this family, the newest first, without what was written. */
export async function listSafetyTracks(tx: ActorTx): Promise<EndpointResponse<typeof safety.listSafetyTracks>> {
	const tracks = await tx.db.safetyTrack.findMany({ where: { familyId: tx.familyId }, orderBy: [{ openedAt: "desc" }, { id: "desc" }] });
	const nameOf = await namesOf(
		tx,
		tracks.flatMap(({ openedBy, closedBy, unshieldedBy }) => [openedBy, closedBy, unshieldedBy]),
	);
	return tracks.map((track) => presentTrack(track, nameOf));
}

/** One track with its entries in the order they were written. */
export async function readSafetyTrack(
	tx: ActorTx,
	{ params }: EndpointParsed<typeof safety.readSafetyTrack>,
): Promise<EndpointResponse<typeof safety.readSafetyTrack>> {
	const track = await trackOf(tx, params.safetyTrackId);
	const entries = await tx.db.safetyEntry.findMany({
		where: { trackId: track.id, familyId: tx.familyId },
		orderBy: [{ createdAt: "asc" }, { id: "asc" }],
	});
	const nameOf = await namesOf(tx, [
		track.openedBy,
		track.closedBy,
		track.unshieldedBy,
		...entries.flatMap(({ writtenBy, aboutPersonId }) => [writtenBy, aboutPersonId]),
	]);
	return {
		...presentTrack(track, nameOf),
		entries: entries.map((entry) => ({
			id: entry.id,
			step: entry.step,
			kind: entry.kind,
			question: entry.question,
			answer: entry.answer,
			aboutPersonId: entry.aboutPersonId,
			aboutPersonName: nameOf(entry.aboutPersonId),
			corrects: entry.corrects,
			withWhom: entry.withWhom,
			text: entry.text,
			happenedOn: dayOfColumn(entry.happenedOn),
			writtenBy: entry.writtenBy,
			writtenByName: nameOf(entry.writtenBy) ?? "",
			createdAt: entry.createdAt.toISOString(),
		})),
	};
}
