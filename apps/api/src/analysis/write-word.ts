import type * as analysis from "@samenplan/contract/analysis";
import type { SharedWord } from "@samenplan/contract/analysis";
import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { SharedWord as Row } from "@samenplan/prisma/client";
import type { ActorTx } from "../http/as-actor.ts";
import { assertVersion, found, HttpProblem, notAllowed } from "../http/problems.ts";
import { inOpenPlan, openPlan } from "../plans/open-plan.ts";
import { beginStep } from "../steps/begin-step.ts";

/** A word that we use differently. The family says what the family means; who steers writes both at the table. */
export async function addSharedWord(tx: ActorTx, { body }: EndpointParsed<typeof analysis.addSharedWord>): Promise<{ id: string }> {
	const plan = await openPlan(tx);
	const { professionalMeans = "", ...ofFamily } = body;
	if (professionalMeans !== "") assertOwnMeaning(tx);
	await assertNew(tx, plan.id, body.word);
	await tx.db.sharedWord.create({
		data: {
			...ofFamily,
			professionalMeans,
			id: tx.newId,
			familyId: tx.familyId,
			planId: plan.id,
			writtenBy: tx.actor.personId,
			language: tx.actor.language,
			createdAt: tx.now,
		},
	});
	await beginStep(tx, plan.id, "strengths");
	return { id: tx.newId };
}

/** Changes one of the meanings; the others stay as they are. Who started from an older text gets both (409). */
export async function editSharedWord(tx: ActorTx, { params, body }: EndpointParsed<typeof analysis.editSharedWord>): Promise<SharedWord> {
	const where = { id: params.sharedWordId, familyId: tx.familyId };
	const before = await inOpenPlan(tx, await tx.db.sharedWord.findFirst({ where }));
	const { version, ...text } = body;
	if (text.professionalMeans !== undefined && text.professionalMeans !== before.professionalMeans) assertOwnMeaning(tx);
	const ofFamily = !steers(tx) && text.familyMeans !== undefined && text.familyMeans !== before.familyMeans;
	assertVersion(presentWord(before), version);
	const [edited] = await tx.db.sharedWord.updateManyAndReturn({
		where: { ...where, version },
		data: {
			...text,
			// What the family means is said by whoever of the family wrote it last; the former words are kept with their writer.
			...(ofFamily && { writtenBy: tx.actor.personId, language: tx.actor.language }),
			version: { increment: 1 },
		},
	});
	if (!edited) assertVersion(presentWord(found(await tx.db.sharedWord.findFirst({ where }))), version);
	return presentWord(found(edited));
}

/** Whoever put a word down takes it away, until the professional said what they mean by it: then it is no longer theirs alone. */
export async function removeSharedWord(tx: ActorTx, { params }: EndpointParsed<typeof analysis.removeSharedWord>): Promise<undefined> {
	const where = { id: params.sharedWordId, familyId: tx.familyId };
	const before = await inOpenPlan(tx, await tx.db.sharedWord.findFirst({ where }));
	if ((before.writtenBy !== tx.actor.personId || before.professionalMeans !== "") && !steers(tx)) throw notAllowed();
	await tx.db.sharedWord.deleteMany({ where });
}

const steers = (tx: ActorTx) => tx.grant("plan.steer") === "yes";

/**
 * What a professional means by a word is not put in their mouth: the field is not for others, whatever else they write.
 * @throws HttpProblem `invalid-input` at `professionalMeans`
 */
function assertOwnMeaning(tx: ActorTx): void {
	if (!steers(tx)) throw new HttpProblem("invalid-input", { errors: [{ path: "professionalMeans", code: "invalid" }] });
}

/** A word stands in the list once: otherwise its meanings stand apart again. Answers with the one that is there (409). */
async function assertNew(tx: ActorTx, planId: string, word: string): Promise<void> {
	const there = await tx.db.sharedWord.findMany({ where: { familyId: tx.familyId, planId } });
	const present = there.find((each) => each.word.toLowerCase() === word.toLowerCase());
	if (present) throw new HttpProblem("conflict", { current: presentWord(present) });
}

function presentWord(row: Row): SharedWord {
	const { id, word, familyMeans, professionalMeans, atHome, writtenBy, language, version, createdAt } = row;
	return { id, word, familyMeans, professionalMeans, atHome, writtenBy, language, version, createdAt: createdAt.toISOString() };
}
