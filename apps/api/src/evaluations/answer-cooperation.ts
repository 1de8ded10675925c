import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { answerCooperation as answerContract, recordCooperation as recordContract } from "@samenplan/contract/evaluations";
import type { ActorTx } from "../http/as-actor.ts";
import { moveNotPossible } from "../http/problems.ts";
import { assertRecordedFor } from "../people/involved.ts";
import { inOpenPlan } from "../plans/open-plan.ts";

type Said = { statement: number; score: number; text: string };

/** How a family member finds the cooperation, before the talk; always the reader's own answer. */
export async function answerCooperation(tx: ActorTx, { params, body }: EndpointParsed<typeof answerContract>): Promise<undefined> {
	return keep(tx, params.evaluationId, tx.actor.personId, body);
}

/** The same of somebody who cannot sign in, written down together with them and marked so. */
export async function recordCooperation(tx: ActorTx, { params, body }: EndpointParsed<typeof recordContract>): Promise<undefined> {
	await assertRecordedFor(tx, body.personId);
	return keep(tx, params.evaluationId, body.personId, body);
}

async function keep(tx: ActorTx, evaluationId: string, personId: string, { statement, score, text }: Said): Promise<undefined> {
	const evaluation = await inOpenPlan(tx, await tx.db.evaluation.findFirst({ where: { id: evaluationId, familyId: tx.familyId } }));
	if (evaluation.state === "held") throw moveNotPossible([], ["talk-was-held"]);
	const writtenBy = tx.actor.personId;
	const answer = { score, text, writtenBy, recorded: writtenBy !== personId, updatedAt: tx.now };
	await tx.db.cooperationAnswer.upsert({
		where: { evaluationId_personId_statement: { evaluationId, personId, statement } },
		create: { ...answer, familyId: tx.familyId, evaluationId, personId, statement },
		update: answer,
	});
	return undefined;
}
