import type { EndpointParsed } from "@samenplan/contract/endpoint";
import {
	type closeSafetyTrack as closing,
	type decideSafety as deciding,
	safetyQuestions,
	type unshieldSafetyTrack as unshielding,
} from "@samenplan/contract/safety";
import { directionOf } from "@samenplan/plan-rules/reporting-code";
import type { Prisma } from "@samenplan/prisma/client";
import type { ActorTx } from "../http/as-actor.ts";
import { assertDay } from "../http/days.ts";
import { assertVersion, moveNotPossible } from "../http/problems.ts";
import { namesOf, openTrackOf, presentTrack, trackOf } from "./track-rules.ts";
import { addEntry } from "./write-entry.ts";

/**
 * Decides, after the first four steps and as many of the five questions as the answers ask for. The answers show a direction; the
 * professional decides and writes why, also when deciding otherwise.
 */
export async function decideSafety(tx: ActorTx, { params, body }: EndpointParsed<typeof deciding>): Promise<undefined> {
	assertDay(body.happenedOn, "happenedOn", { until: tx.today });
	const track = await openTrackOf(tx, params.safetyTrackId);
	const entries = await tx.db.safetyEntry.findMany({
		where: { trackId: track.id, familyId: tx.familyId },
		orderBy: [{ createdAt: "asc" }, { id: "asc" }],
	});
	const missing = [1, 2, 3, 4].filter((step) => !entries.some((entry) => entry.step === step && entry.kind !== "correction"));
	if (missing.length > 0) throw moveNotPossible([], ["safety-steps-missing"]);
	const answers = Array.from(
		{ length: safetyQuestions },
		(_, index) => entries.findLast(({ question }) => question === index + 1)?.answer ?? undefined,
	);
	if ("next" in directionOf(answers)) throw moveNotPossible([], ["safety-questions-missing"]);
	await changeTrack(tx, track.id, body.version, { decision: body.decision });
	await addEntry(tx, track.id, { text: body.text, happenedOn: body.happenedOn, aboutPersonId: null, step: 5, kind: "decision" });
}

/** Closes the track with its reason. What was written stays, for the professionals. */
export async function closeSafetyTrack(tx: ActorTx, { params, body }: EndpointParsed<typeof closing>): Promise<undefined> {
	const track = await openTrackOf(tx, params.safetyTrackId);
	await changeTrack(tx, track.id, body.version, {
		state: "closed",
		closedBy: tx.actor.personId,
		closedAt: tx.now,
		closedBecause: body.because,
	});
}

/**
 * When it is safe that the family knows: from now on its log says that a worry about safety was worked on, on which days and by
 * whom. What was written stays with the professionals; a family that asks gets it through a request, where others are masked. This
 * cannot be turned back, since what was seen once is known: a new worry is a track of its own. Asks who one is once more, as widening does.
 */
export async function unshieldSafetyTrack(tx: ActorTx, { params, body }: EndpointParsed<typeof unshielding>): Promise<undefined> {
	tx.assertProvedAgain("audience.widen");
	const track = await trackOf(tx, params.safetyTrackId);
	if (!track.shielded) throw moveNotPossible([], ["safety-not-shielded"]);
	await changeTrack(tx, track.id, body.version, {
		shielded: false,
		unshieldedBy: tx.actor.personId,
		unshieldedAt: tx.now,
		unshieldedBecause: body.because,
	});
}

async function changeTrack(tx: ActorTx, id: string, version: number, data: Prisma.SafetyTrackUncheckedUpdateManyInput): Promise<void> {
	const { count } = await tx.db.safetyTrack.updateMany({
		where: { id, familyId: tx.familyId, version },
		data: { ...data, version: { increment: 1 } },
	});
	if (count > 0) return;
	const track = await trackOf(tx, id);
	assertVersion(presentTrack(track, await namesOf(tx, [track.openedBy, track.closedBy, track.unshieldedBy])), version);
}
