import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as help from "@samenplan/contract/help";
import type { ActorTx } from "../http/as-actor.ts";
import { assertDay, dayColumn } from "../http/days.ts";
import { assertVersion, HttpProblem, notFound } from "../http/problems.ts";
import { assertInvolved } from "../people/involved.ts";
import { inOpenPlan, openPlan } from "../plans/open-plan.ts";
import { assertMove } from "../plans/read-facts.ts";

/**
 * Records what was decided together, what was compared, what weighed, and who took part. R2: only after the family and its own people were looked at, and the
 * family group plan was offered and answered; otherwise 409 with everything that still misses.
 */
export async function decideHelp(tx: ActorTx, { body }: EndpointParsed<typeof help.decideHelp>) {
	const plan = await openPlan(tx);
	await assertMove(tx, "decide_help");
	await checkDecision(tx, body);
	const compared = await comparedOf(tx, plan.id, body.optionId === null ? body.compared : [body.optionId, ...body.compared]);
	await tx.db.decision.create({
		data: {
			...body,
			compared,
			decidedOn: dayColumn(body.decidedOn),
			id: tx.newId,
			familyId: tx.familyId,
			planId: plan.id,
			writtenBy: tx.actor.personId,
			language: tx.actor.language,
			createdAt: tx.now,
		},
	});
	return { id: tx.newId };
}

/** Corrects a decision; the answers to the former words stay visible and everyone is asked again. */
export async function editDecision(tx: ActorTx, { params, body }: EndpointParsed<typeof help.editDecision>): Promise<undefined> {
	const decision = await inOpenPlan(tx, await tx.db.decision.findFirst({ where: { id: params.decisionId, familyId: tx.familyId } }));
	assertVersion(decision, body.version);
	await checkDecision(tx, body);
	const { version, ...text } = body;
	const compared = await comparedOf(
		tx,
		decision.planId,
		decision.optionId === null ? body.compared : [decision.optionId, ...body.compared],
	);
	const { count } = await tx.db.decision.updateMany({
		where: { id: decision.id, familyId: tx.familyId, version },
		data: { ...text, compared, decidedOn: dayColumn(text.decidedOn), version: { increment: 1 } },
	});
	if (count === 0) throw new HttpProblem("conflict", { current: await tx.db.decision.findUnique({ where: { id: decision.id } }) });
}

/**
 * The options that lay side by side, each once; what was chosen is one of them.
 * @throws HttpProblem `not-found` for an option that is not of this plan
 */
async function comparedOf(tx: ActorTx, planId: string, optionIds: readonly string[]): Promise<string[]> {
	const compared = [...new Set(optionIds)];
	const known = await tx.db.helpOption.count({ where: { id: { in: compared }, familyId: tx.familyId, planId } });
	if (known !== compared.length) throw notFound();
	return compared;
}

async function checkDecision(tx: ActorTx, { tookPart, decidedOn }: { tookPart: string[]; decidedOn: string }): Promise<void> {
	await assertInvolved(
		tx,
		tookPart.map((personId) => ({ personId, path: "tookPart" })),
	);
	// A decision is something that happened: it cannot lie in the future.
	assertDay(decidedOn, "decidedOn", { until: tx.today });
}
