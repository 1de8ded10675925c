import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as steps from "@samenplan/contract/steps";
import { chooseReaders } from "../../audience/choose-readers.ts";
import { tellReaders } from "../../audience/texts.ts";
import type { ActorTx } from "../../http/as-actor.ts";
import { notAllowed } from "../../http/problems.ts";
import type { Services } from "../../http/route.ts";
import { assertInvolved, assertRecordedFor } from "../../people/involved.ts";
import { isMyYoungChild } from "../../people/my-young-child.ts";
import { tellWrittenDown } from "../../people/tell-written-down.ts";
import { openPlan } from "../../plans/open-plan.ts";
import { beginStep } from "../begin-step.ts";
import { assertKindFits, stepOfSubject } from "./view-rules.ts";

type Words = EndpointParsed<typeof steps.writeView>["body"];

/** Keeps what somebody says about themselves and their family. Says nothing of right or wrong: a view is never refused for its content. */
export async function writeView(tx: ActorTx, { body }: EndpointParsed<typeof steps.writeView>): Promise<{ id: string }> {
	return keepView(tx, body, tx.actor.personId);
}

/** As {@link writeView}, for the words of somebody who does not write them: a young child, or a parent at the table. */
export async function recordView(
	tx: ActorTx,
	{ body }: EndpointParsed<typeof steps.recordView>,
	services: Services,
): Promise<{ id: string }> {
	const { personId, ...words } = body;
	await assertInvolved(tx, [{ personId, path: "personId" }]);
	// At the table a lot is written down: once a day is enough to know of it.
	const today = { gte: new Date(tx.now.getTime() - 12 * 3_600_000) };
	const told = await tx.db.view.findFirst({
		where: { familyId: tx.familyId, personId, recorded: true, createdAt: today },
		select: { id: true },
	});
	const kept = await keepView(tx, words, personId);
	if (!told) await tellWrittenDown(tx, personId, "/our-plan", services);
	return kept;
}

/**
 * As {@link recordView}, for what a child under 12 said to its own parent. Whoever has an account speaks for themselves.
 * @throws HttpProblem `not-allowed` for anyone else's words, `move-not-possible` with `answers-themselves`
 */
export async function recordChildView(tx: ActorTx, { body }: EndpointParsed<typeof steps.recordChildView>): Promise<{ id: string }> {
	const { personId, ...words } = body;
	await assertInvolved(tx, [{ personId, path: "personId", as: ["child"] }]);
	if (!(await isMyYoungChild(tx, personId))) throw notAllowed();
	await assertRecordedFor(tx, personId);
	return keepView(tx, words, personId);
}

async function keepView(tx: ActorTx, words: Words, personId: string): Promise<{ id: string }> {
	const plan = await openPlan(tx);
	assertKindFits(words);
	if (words.aboutPersonId !== null) await assertInvolved(tx, [{ personId: words.aboutPersonId, path: "aboutPersonId" }]);
	const { audience, readers, consentId, ...said } = words;
	const choice = await chooseReaders(
		tx,
		{ audience, readers, consentId },
		{ subject: words.aboutPersonId ?? personId, ...(personId !== tx.actor.personId && { whose: personId }) },
	);
	tellReaders(tx, choice.audience);
	await tx.db.view.create({
		data: {
			...said,
			...choice,
			id: tx.newId,
			familyId: tx.familyId,
			planId: plan.id,
			personId,
			language: words.language ?? tx.actor.language,
			writtenBy: tx.actor.personId,
			recorded: personId !== tx.actor.personId,
			createdAt: tx.now,
			updatedAt: tx.now,
		},
	});
	await beginStep(tx, plan.id, stepOfSubject(words.subject));
	return { id: tx.newId };
}
