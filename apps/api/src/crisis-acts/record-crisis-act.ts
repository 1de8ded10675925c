import type * as crisisActs from "@samenplan/contract/crisis-acts";
import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { ActorTx } from "../http/as-actor.ts";
import { assertDay, dayColumn } from "../http/days.ts";
import { HttpProblem } from "../http/problems.ts";
import { assertInvolved } from "../people/involved.ts";
import { openPlan } from "../plans/open-plan.ts";

type Words = EndpointParsed<typeof crisisActs.recordCrisisAct>["body"];

/** Writes down what was done at once. Possible on every route: who acted before calling it a crisis writes that down too. */
export async function recordCrisisAct(tx: ActorTx, { body }: EndpointParsed<typeof crisisActs.recordCrisisAct>): Promise<{ id: string }> {
	const plan = await openPlan(tx);
	await keepCrisisAct(tx, plan.id, await crisisActData(tx, body));
	return { id: tx.newId };
}

/** Keeps an act of which {@link crisisActData} made sure. */
export async function keepCrisisAct(tx: ActorTx, planId: string, act: Awaited<ReturnType<typeof crisisActData>>): Promise<void> {
	await tx.db.crisisAct.create({
		data: {
			...act,
			id: tx.newId,
			familyId: tx.familyId,
			planId,
			language: tx.actor.language,
			writtenBy: tx.actor.personId,
			createdAt: tx.now,
		},
	});
}

/**
 * What is kept of an act; `path` is where its fields stand in the call, `before` who was named already. Somebody did it: a person around the family, or somebody named in words (the police, a doctor).
 * @throws HttpProblem `invalid-input` at `doneByWho` when nobody is named, at `doneOn`, or at `doneBy`
 */
export async function crisisActData(tx: ActorTx, { what, doneBy, doneByWho, doneOn }: Words, path = "", before: string | null = null) {
	if (doneBy === null && doneByWho === "")
		throw new HttpProblem("invalid-input", { errors: [{ path: `${path}doneByWho`, code: "required" }] });
	assertDay(doneOn, `${path}doneOn`, { until: tx.today });
	if (doneBy !== null && doneBy !== before) await assertInvolved(tx, [{ personId: doneBy, path: `${path}doneBy` }]);
	return { what, doneBy, doneByWho, doneOn: dayColumn(doneOn) };
}
