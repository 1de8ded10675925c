import type { EndpointParsed } from "@samenplan/contract/endpoint";
import { type language, languages } from "@samenplan/contract/shapes";
import type * as steps from "@samenplan/contract/steps";
import type { z } from "zod";
import type { ActorTx } from "../../http/as-actor.ts";
import { openPlan } from "../../plans/open-plan.ts";
import { beginStep } from "../begin-step.ts";
import { assertAudience, assertBelongs, stepOfSubject } from "./view-rules.ts";

type Words = EndpointParsed<typeof steps.writeView>["body"];

/** Keeps what somebody says about themselves and their family. Says nothing of right or wrong: a view is never refused for its content. */
export async function writeView(tx: ActorTx, { body }: EndpointParsed<typeof steps.writeView>): Promise<{ id: string }> {
	return keepView(tx, body, tx.actor.personId);
}

/** As {@link writeView}, for the words of somebody who does not write them: a young child, or a parent at the table. */
export async function recordView(tx: ActorTx, { body }: EndpointParsed<typeof steps.recordView>): Promise<{ id: string }> {
	const { personId, ...words } = body;
	await assertBelongs(tx, personId, "personId");
	return keepView(tx, words, personId);
}

async function keepView(tx: ActorTx, words: Words, personId: string): Promise<{ id: string }> {
	assertAudience(tx, words.audience);
	await assertBelongs(tx, words.aboutPersonId, "aboutPersonId");
	const plan = await openPlan(tx);
	await tx.db.view.create({
		data: {
			...words,
			id: tx.newId,
			familyId: tx.familyId,
			planId: plan.id,
			personId,
			language: words.language ?? ownLanguage(tx),
			writtenBy: tx.actor.personId,
			recorded: personId !== tx.actor.personId,
			createdAt: tx.now,
			updatedAt: tx.now,
		},
	});
	await beginStep(tx, plan.id, stepOfSubject(words.subject));
	return { id: tx.newId };
}

function ownLanguage(tx: ActorTx): z.output<typeof language> {
	return languages.find((one) => one === tx.actor.language) ?? "nl";
}
