import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as safety from "@samenplan/contract/safety";
import type { Prisma } from "@samenplan/prisma/client";
import type { ActorTx } from "../http/as-actor.ts";
import { assertDay, dayColumn } from "../http/days.ts";
import { found, HttpProblem, moveNotPossible } from "../http/problems.ts";
import { openTrackOf } from "./track-rules.ts";

type Written = { text: string; happenedOn: string; aboutPersonId: string | null };

/** Starts the reporting code with its first signal; a family has one open track at a time. */
export async function openSafetyTrack(tx: ActorTx, { body }: EndpointParsed<typeof safety.openSafetyTrack>): Promise<{ id: string }> {
	await assertWritten(tx, body);
	if ((await tx.db.safetyTrack.count({ where: { familyId: tx.familyId, state: "open" } })) > 0)
		throw moveNotPossible([], ["safety-already-open"]);
	await tx.db.safetyTrack.create({ data: { id: tx.newId, familyId: tx.familyId, openedBy: tx.actor.personId, openedAt: tx.now } });
	await addEntry(tx, tx.newId, { ...body, step: 1, kind: "signal" });
	return { id: tx.newId };
}

const stepOf = { signal: 1, consult: 2, talk: 3, weighing: 4, question: 5, shared_without_consent: 5 } as const;

/**
 * Adds an entry; the order of the steps is free, as in the code itself. Sharing without consent is written only after the
 * weighing of what is going on, and is itself a weighing. A correction stands beside what it corrects, which stays.
 */
export async function writeSafetyEntry(
	tx: ActorTx,
	{ params, body }: EndpointParsed<typeof safety.writeSafetyEntry>,
): Promise<{ id: string }> {
	const track = await openTrackOf(tx, params.safetyTrackId);
	await assertWritten(tx, body);
	const ofTrack = { trackId: track.id, familyId: tx.familyId };
	let entry: Pick<Prisma.SafetyEntryUncheckedCreateInput, "step" | "kind" | "question" | "answer" | "withWhom" | "corrects">;
	switch (body.kind) {
		case "correction": {
			const corrected = found(await tx.db.safetyEntry.findFirst({ where: { id: body.corrects, ...ofTrack } }));
			entry = { step: corrected.step, kind: "correction", corrects: corrected.id };
			break;
		}
		case "question":
			entry = { step: 5, kind: "weighing", question: body.question, answer: body.answer };
			break;
		case "talk":
			entry = { step: 3, kind: "talk", answer: body.held, withWhom: body.withWhom };
			break;
		case "shared_without_consent":
			if ((await tx.db.safetyEntry.count({ where: { ...ofTrack, kind: "weighing", step: 4 } })) === 0)
				throw moveNotPossible([], ["safety-weighing-missing"]);
			entry = { step: 5, kind: "shared_without_consent", withWhom: body.withWhom };
			break;
		case "consult":
			entry = { step: 2, kind: "consult", withWhom: body.withWhom };
			break;
		default:
			entry = { step: stepOf[body.kind], kind: body.kind };
	}
	const { id } = await addEntry(tx, track.id, { ...body, ...entry });
	return { id };
}

/** Writes one entry and lets the track know how far it came. */
export async function addEntry(
	tx: ActorTx,
	trackId: string,
	entry: Written & Pick<Prisma.SafetyEntryUncheckedCreateInput, "step" | "kind" | "question" | "answer" | "withWhom" | "corrects">,
): Promise<{ id: string }> {
	const { step, kind, question, answer, withWhom, corrects } = entry;
	const written = await tx.db.safetyEntry.create({
		data: {
			familyId: tx.familyId,
			trackId,
			step,
			kind,
			question: question ?? null,
			answer: answer ?? null,
			withWhom: withWhom ?? "",
			corrects: corrects ?? null,
			text: entry.text,
			language: tx.actor.language,
			aboutPersonId: entry.aboutPersonId,
			happenedOn: dayColumn(entry.happenedOn),
			writtenBy: tx.actor.personId,
			createdAt: tx.now,
		},
	});
	await tx.db.safetyTrack.updateMany({ where: { id: trackId, familyId: tx.familyId, step: { lt: step } }, data: { step } });
	return written;
}

/** Not about a day that is still to come, and about somebody of this family. */
async function assertWritten(tx: ActorTx, { happenedOn, aboutPersonId }: Written): Promise<void> {
	assertDay(happenedOn, "happenedOn", { until: tx.today });
	if (aboutPersonId === null) return;
	if ((await tx.db.involvement.count({ where: { familyId: tx.familyId, personId: aboutPersonId } })) === 0)
		throw new HttpProblem("invalid-input", { errors: [{ path: "aboutPersonId", code: "unknown-person" }] });
}
