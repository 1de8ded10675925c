import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as steps from "@samenplan/contract/steps";
import type { ActorTx } from "../../http/as-actor.ts";
import { HttpProblem, notAllowed } from "../../http/problems.ts";
import { openPlan } from "../../plans/open-plan.ts";
import { beginStep } from "../begin-step.ts";

/** The balance of load and capacity of a parent at this moment. A new moment is added, so that one sees how it goes over time. */
export async function writeLoadCapacity(tx: ActorTx, { body }: EndpointParsed<typeof steps.writeLoadCapacity>): Promise<{ id: string }> {
	if (tx.grant("load.write") === "own" && body.personId !== tx.actor.personId) throw notAllowed();
	const parent = await tx.db.involvement.count({
		where: { familyId: tx.familyId, personId: body.personId, relation: "parent", endedAt: null },
	});
	if (parent === 0) throw new HttpProblem("invalid-input", { errors: [{ path: "personId", code: "unknown-person" }] });
	const plan = await openPlan(tx);
	await tx.db.loadCapacity.create({
		data: { ...body, id: tx.newId, familyId: tx.familyId, planId: plan.id, writtenBy: tx.actor.personId, createdAt: tx.now },
	});
	await beginStep(tx, plan.id, "strengths");
	return { id: tx.newId };
}
