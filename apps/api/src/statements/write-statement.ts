import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { writeStatement as contract, StatementObject } from "@samenplan/contract/statements";
import type { ActorTx } from "../http/as-actor.ts";
import { found, moveNotPossible } from "../http/problems.ts";

/** Reads the text under the writer's own row-level security: who may not read it cannot state anything about it. */
const readable: Record<StatementObject, (tx: ActorTx, where: { id: string; familyId: string }) => Promise<unknown>> = {
	plan: (tx, where) => tx.db.plan.findFirst({ where, select: { id: true } }),
	step: (tx, where) => tx.db.step.findFirst({ where, select: { id: true } }),
	view: (tx, where) => tx.db.view.findFirst({ where, select: { id: true } }),
	goal: (tx, where) => tx.db.goal.findFirst({ where, select: { id: true } }),
	decision: (tx, where) => tx.db.decision.findFirst({ where, select: { id: true } }),
	help: (tx, where) => tx.db.help.findFirst({ where, select: { id: true } }),
	evaluation: (tx, where) => tx.db.evaluation.findFirst({ where, select: { id: true } }),
	review: (tx, where) => tx.db.review.findFirst({ where, select: { id: true } }),
	comment: (tx, where) => tx.db.comment.findFirst({ where, select: { id: true } }),
};

/**
 * Puts somebody's own statement beside a text (Youth Act 7.3.10; GDPR 16). The text stays, the statement stays: a second thought is
 * a second statement.
 */
export async function writeStatement(tx: ActorTx, { body }: EndpointParsed<typeof contract>): Promise<{ id: string }> {
	found(await readable[body.object](tx, { id: body.objectId, familyId: tx.familyId }));
	if (body.requestId) {
		const request = found(
			await tx.db.privacyRequest.findFirst({ where: { id: body.requestId, familyId: tx.familyId, personId: tx.actor.personId } }),
		);
		if (request.kind !== "correction") throw moveNotPossible([], ["not-this-kind"]);
	}
	await tx.db.statement.create({
		data: {
			id: tx.newId,
			familyId: tx.familyId,
			requestId: body.requestId ?? null,
			object: body.object,
			objectId: body.objectId,
			personId: tx.actor.personId,
			text: body.text,
			language: body.language ?? tx.actor.language,
			createdAt: tx.now,
		},
	});
	return { id: tx.newId };
}
