import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as help from "@samenplan/contract/help";
import type { ActorTx } from "../http/as-actor.ts";
import { assertDay, dayColumn } from "../http/days.ts";
import { assertVersion, found, HttpProblem } from "../http/problems.ts";
import { assertInvolved } from "../people/involved.ts";
import { inOpenPlan, openPlan } from "../plans/open-plan.ts";
import { assertMove } from "../plans/read-facts.ts";

/**
 * Records what was decided together, with the reasons and who took part. R2: only after the family and its own people were looked at, and the
 * family group plan was offered and answered; otherwise 409 with everything that still misses.
 */
export async function decideHelp(tx: ActorTx, { body }: EndpointParsed<typeof help.decideHelp>) {
	const plan = await openPlan(tx);
	await assertMove(tx, "decide_help");
	await checkDecision(tx, body);
	if (body.optionId !== null) found(await tx.db.helpOption.findFirst({ where: { id: body.optionId, familyId: tx.familyId } }));
	await tx.db.decision.create({
		data: {
			...body,
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
	const { count } = await tx.db.decision.updateMany({
		where: { id: decision.id, familyId: tx.familyId, version },
		data: { ...text, decidedOn: dayColumn(text.decidedOn), version: { increment: 1 } },
	});
	if (count === 0) throw new HttpProblem("conflict", { current: await tx.db.decision.findUnique({ where: { id: decision.id } }) });
}

async function checkDecision(tx: ActorTx, { tookPart, decidedOn }: { tookPart: string[]; decidedOn: string }): Promise<void> {
	await assertInvolved(
		tx,
		tookPart.map((personId) => ({ personId, path: "tookPart" })),
	);
	// A decision is something that happened: it cannot lie in the future.
	assertDay(decidedOn, "decidedOn", { until: tx.today });
}
