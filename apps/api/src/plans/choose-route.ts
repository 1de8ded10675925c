import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type * as plans from "@samenplan/contract/plans";
import { crisisActData, keepCrisisAct } from "../crisis-acts/record-crisis-act.ts";
import { pullTalkForward } from "../evaluations/ensure-evaluation.ts";
import type { ActorTx } from "../http/as-actor.ts";
import { dayColumn } from "../http/days.ts";
import { HttpProblem } from "../http/problems.ts";
import { changePlan, pastDay } from "./change-plan.ts";
import { openPlan } from "./open-plan.ts";

type Body = EndpointParsed<typeof plans.chooseRoute>["body"];

/**
 * The route the family and the coordinator choose together. A crisis may be called at any time. It says what is going on and what
 * was done at once, by whom and when: acting goes first, but never unseen. A scientist hears of it in the same moment.
 * A talk that is planned later than the new route allows moves forward.
 */
export async function chooseRoute(
	tx: ActorTx,
	{ body }: EndpointParsed<typeof plans.chooseRoute>,
): Promise<EndpointResponse<typeof plans.chooseRoute>> {
	const before = await openPlan(tx);
	if (body.route !== "crisis") {
		const plan = await changePlan(tx, "choose_route", body.version, { route: body.route, routeReason: body.reason });
		return { ...plan, talkMovedTo: before.route === plan.route ? null : await pullTalkForward(tx, plan) };
	}
	if (body.reason === "") throw required("reason");
	const act = await actOf(tx, before.id, body);
	const plan = await changePlan(tx, "choose_crisis", body.version, { route: "crisis", routeReason: body.reason });
	if (act) await keepCrisisAct(tx, plan.id, act);
	if (before.route !== "crisis") await tellScientist(tx, plan.id, body);
	return { ...plan, talkMovedTo: before.route === "crisis" ? null : await pullTalkForward(tx, plan) };
}

/** What was done is part of calling it a crisis, unless it was written down before. */
async function actOf(tx: ActorTx, planId: string, { crisis }: Body) {
	if (crisis?.act) return crisisActData(tx, crisis.act, "crisis.act.");
	if ((await tx.db.crisisAct.count({ where: { familyId: tx.familyId, planId } })) === 0) throw required("crisis.act");
	return undefined;
}

/**
 * The scientist hears of a crisis at once, before anything else of the queue. A question about this family that waits already
 * becomes urgent: one waits at a time. The family hears that a scientist thinks along on the same day, or heard before.
 * The queue, which all scientists of the organisation read, says that it is a crisis; what happened is for who takes the case.
 */
async function tellScientist(tx: ActorTx, planId: string, { reason, crisis }: Body): Promise<void> {
	const { count } = await tx.db.review.updateMany({
		where: { familyId: tx.familyId, planId, state: { in: ["asked", "taken"] } },
		data: { urgent: true, version: { increment: 1 } },
	});
	if (count > 0) return;
	await tx.db.review.create({
		data: {
			urgent: true,
			familyId: tx.familyId,
			planId,
			kind: "route",
			question: reason,
			toldFamilyOn: crisis ? pastDay(tx, crisis.toldFamilyOn, "crisis.toldFamilyOn") : dayColumn(tx.today),
			askedBy: tx.actor.personId,
			askedAt: tx.now,
		},
	});
}

function required(path: string): HttpProblem {
	return new HttpProblem("invalid-input", { errors: [{ path, code: "required" }] });
}
