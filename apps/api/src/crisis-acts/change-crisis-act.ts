import type * as crisisActs from "@samenplan/contract/crisis-acts";
import type { CrisisAct } from "@samenplan/contract/crisis-acts";
import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { ActorTx } from "../http/as-actor.ts";
import { assertVersion, found, moveNotPossible } from "../http/problems.ts";
import { inOpenPlan, openPlan } from "../plans/open-plan.ts";
import { presentCrisisAct } from "./crisis-act.present.ts";
import { crisisActData } from "./record-crisis-act.ts";

/** Mends what was written of an act. Who started from an older text gets both texts (409). */
export async function changeCrisisAct(
	tx: ActorTx,
	{ params, body }: EndpointParsed<typeof crisisActs.changeCrisisAct>,
): Promise<CrisisAct> {
	const where = { id: params.crisisActId, familyId: tx.familyId };
	const before = await inOpenPlan(tx, await tx.db.crisisAct.findFirst({ where }));
	assertVersion(presentCrisisAct(before), body.version);
	const [changed] = await tx.db.crisisAct.updateManyAndReturn({
		where: { ...where, version: body.version },
		data: { ...(await crisisActData(tx, body, "", before.doneBy)), version: { increment: 1 } },
	});
	if (!changed) assertVersion(presentCrisisAct(found(await tx.db.crisisAct.findFirst({ where }))), body.version);
	return presentCrisisAct(found(changed));
}

/**
 * Takes out an act that was written by mistake; the database keeps the former text.
 * @throws HttpProblem `move-not-possible` with `crisis-act-missing` for the last one of a crisis: what was done never goes unseen
 */
export async function removeCrisisAct(tx: ActorTx, { params }: EndpointParsed<typeof crisisActs.removeCrisisAct>): Promise<undefined> {
	const where = { id: params.crisisActId, familyId: tx.familyId };
	await inOpenPlan(tx, await tx.db.crisisAct.findFirst({ where }));
	const plan = await openPlan(tx);
	// Of two who each take out one of the last two, the second finds one left.
	await tx.sql({ text: "select id from plan where id = $1 for update", values: [plan.id] });
	if (plan.route === "crisis" && (await tx.db.crisisAct.count({ where: { familyId: tx.familyId, planId: plan.id } })) === 1)
		throw moveNotPossible([], ["crisis-act-missing"]);
	await tx.db.crisisAct.deleteMany({ where });
	return undefined;
}
