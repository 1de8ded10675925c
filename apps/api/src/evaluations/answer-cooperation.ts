import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { answerCooperation as contract } from "@samenplan/contract/evaluations";
import type { ActorTx } from "../http/as-actor.ts";
import { moveNotPossible } from "../http/problems.ts";
import { inOpenPlan } from "../plans/open-plan.ts";

/** How a family member finds the cooperation, before the talk; always the reader's own answer. */
export async function answerCooperation(tx: ActorTx, { params, body }: EndpointParsed<typeof contract>): Promise<undefined> {
	const { evaluationId } = params;
	const evaluation = await inOpenPlan(tx, await tx.db.evaluation.findFirst({ where: { id: evaluationId, familyId: tx.familyId } }));
	if (evaluation.state === "held") throw moveNotPossible([], ["talk-was-held"]);
	const { personId } = tx.actor;
	const answer = { score: body.score, text: body.text, updatedAt: tx.now };
	await tx.db.cooperationAnswer.upsert({
		where: { evaluationId_personId_statement: { evaluationId, personId, statement: body.statement } },
		create: { ...answer, familyId: tx.familyId, evaluationId, personId, statement: body.statement },
		update: answer,
	});
	return undefined;
}
