import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as help from "@samenplan/contract/help";
import { evaluationAtMost } from "@samenplan/plan-rules/due-dates";
import { helpMoves, needsEvaluation, periodFaults } from "@samenplan/plan-rules/help-moves";
import type { Plan } from "@samenplan/prisma/client";
import { ensureEvaluation } from "../evaluations/ensure-evaluation.ts";
import type { ActorTx } from "../http/as-actor.ts";
import { assertDay, dayColumn, dayOfColumn } from "../http/days.ts";
import { assertVersion, found, HttpProblem, moveNotPossible } from "../http/problems.ts";
import { inOpenPlan, openPlan } from "../plans/open-plan.ts";
import { organisationDays } from "../reminders/organisation-days.ts";

type Period = { startsOn: string; endsOn: string; evaluationOn: string };

/**
 * Arranges help that was decided together. R5: a day to look back exists while help runs; the plan's evaluation is planned in the
 * same transaction, and one that is planned later than this help asks for moves forward.
 */
export async function arrangeHelp(tx: ActorTx, { body }: EndpointParsed<typeof help.arrangeHelp>) {
	const plan = await openPlan(tx);
	found(await tx.db.decision.findFirst({ where: { id: body.decisionId, familyId: tx.familyId } }));
	if (body.insteadOfId !== null)
		found(await tx.db.help.findFirst({ where: { id: body.insteadOfId, familyId: tx.familyId, planId: plan.id } }));
	await checkPeriod(tx, plan, body);
	await ensureEvaluation(tx, body.evaluationOn);
	await tx.db.help.create({
		data: {
			...body,
			...columnsOf(body),
			id: tx.newId,
			familyId: tx.familyId,
			planId: plan.id,
			waitingSince: body.state === "waiting" ? dayColumn(tx.today) : null,
			createdAt: tx.now,
		},
	});
	return { id: tx.newId };
}

export async function editHelp(tx: ActorTx, { params, body }: EndpointParsed<typeof help.editHelp>): Promise<undefined> {
	const present = await inOpenPlan(tx, await tx.db.help.findFirst({ where: { id: params.helpId, familyId: tx.familyId } }));
	assertVersion(present, body.version);
	await checkPeriod(tx, await openPlan(tx), body);
	if (needsEvaluation(present.state)) await ensureEvaluation(tx, body.evaluationOn);
	const { version, ...text } = body;
	const { count } = await tx.db.help.updateMany({
		where: { id: present.id, familyId: tx.familyId, version },
		data: { ...text, ...columnsOf(text), version: { increment: 1 } },
	});
	if (count === 0) throw new HttpProblem("conflict", { current: await tx.db.help.findUnique({ where: { id: present.id } }) });
}

/** Waiting remembers since when; help stops for a reason in words; help that starts again has a day to look back again. */
export async function moveHelp(tx: ActorTx, { params, body }: EndpointParsed<typeof help.moveHelp>): Promise<undefined> {
	const present = await inOpenPlan(tx, await tx.db.help.findFirst({ where: { id: params.helpId, familyId: tx.familyId } }));
	assertVersion(present, body.version);
	const possible = helpMoves(present.state);
	if (!possible.includes(body.state)) throw moveNotPossible(possible, ["help-move"]);
	if (body.state === "stopped" && body.because === "")
		throw new HttpProblem("invalid-input", { errors: [{ path: "because", code: "required" }] });
	if (needsEvaluation(body.state)) await ensureEvaluation(tx, dayOfColumn(present.evaluationOn));
	const { count } = await tx.db.help.updateMany({
		where: { id: present.id, familyId: tx.familyId, version: body.version, state: present.state },
		data: {
			state: body.state,
			waitingSince: body.state === "waiting" ? dayColumn(tx.today) : null,
			...(body.state === "stopped" && { stoppedBecause: body.because }),
			version: { increment: 1 },
		},
	});
	if (count === 0) throw new HttpProblem("conflict", { current: await tx.db.help.findUnique({ where: { id: present.id } }) });
}

/** The days fit each other, and one looks back no later than the route and where a child stays allow, counted from the day the help can begin. */
async function checkPeriod(tx: ActorTx, { route, placement }: Pick<Plan, "route" | "placement">, period: Period): Promise<void> {
	const faults = periodFaults(period);
	if (faults.length > 0) throw new HttpProblem("invalid-input", { errors: faults.map((path) => ({ path, code: "too-early" as const })) });
	let from = tx.today;
	if (period.startsOn > from) from = period.startsOn;
	assertDay(period.evaluationOn, "evaluationOn", { until: evaluationAtMost(from, route, placement, await organisationDays(tx)) });
}

function columnsOf({ startsOn, endsOn, evaluationOn }: Period) {
	return { startsOn: dayColumn(startsOn), endsOn: dayColumn(endsOn), evaluationOn: dayColumn(evaluationOn) };
}
