import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as handovers from "@samenplan/contract/handovers";
import type { ActorTx } from "../http/as-actor.ts";
import { assertDay, dayColumn } from "../http/days.ts";
import { assertVersion, found, HttpProblem, moveNotPossible } from "../http/problems.ts";
import type { Services } from "../http/route.ts";
import { assertNoneRuns, assertRunning, coordinatorOf, handoverOf, openPlanId } from "./running-handover.ts";
import { tellOfHandover } from "./tell-of-handover.ts";

type Start = EndpointParsed<typeof handovers.startHandover>["body"];
type Arrange = EndpointParsed<typeof handovers.arrangeHandover>["body"];

/**
 * Begins a handover to a colleague that nobody asked for before: somebody leaves, or has too much. The family was told first.
 * @throws HttpProblem `move-not-possible` with `handover-runs`, or `may-not-take-over` for a colleague with another tie to the family
 */
export async function startHandover(
	tx: ActorTx,
	{ body }: EndpointParsed<typeof handovers.startHandover>,
	services: Services,
): Promise<{ id: string }> {
	const planId = await openPlanId(tx);
	await assertNoneRuns(tx);
	await tx.db.handover.create({
		data: {
			id: tx.newId,
			familyId: tx.familyId,
			planId,
			fromPersonId: await coordinatorOf(tx),
			because: body.because,
			askedBy: tx.actor.personId,
			createdAt: tx.now,
			...(await arrangement(tx, body)),
		},
	});
	await tellOfHandover(tx, services, tx.newId, ["new", "former", "family"]);
	return { id: tx.newId };
}

/** Chooses the colleague and the day of the talk for what was asked, or changes them. Whoever answered before is asked again. */
export async function arrangeHandover(
	tx: ActorTx,
	{ params, body }: EndpointParsed<typeof handovers.arrangeHandover>,
	services: Services,
): Promise<undefined> {
	await openPlanId(tx);
	const handover = await handoverOf(tx, params.handoverId);
	const arranged = await arrangement(tx, body);
	assertRunning(handover);
	assertVersion(presentTo(tx, handover), body.version);
	const { count } = await tx.db.handover.updateMany({
		where: { id: handover.id, familyId: tx.familyId, version: body.version, state: { in: ["asked", "arranged"] } },
		data: { ...arranged, version: { increment: 1 } },
	});
	if (count === 0)
		throw new HttpProblem("conflict", { current: presentTo(tx, found(await tx.db.handover.findFirst({ where: { id: handover.id } }))) });
	await tellOfHandover(tx, services, handover.id, ["new", "former", "family"]);
	return undefined;
}

/** The colleague may take over, the family was told, and the talk together is not before that. */
async function arrangement(tx: ActorTx, { toPersonId, toKnow, talkOn, talkWhere, toldFamilyOn }: Start | Arrange) {
	assertDay(toldFamilyOn, "toldFamilyOn", { until: tx.today });
	assertDay(talkOn, "talkOn", { from: toldFamilyOn });
	if (!(await handoverCandidates(tx)).some(({ personId }) => personId === toPersonId)) {
		// A colleague, but not for this family; anybody else is no more than an unknown identifier.
		if (await tx.db.person.findFirst({ where: { id: toPersonId, staff: true }, select: { id: true } }))
			throw moveNotPossible([], ["may-not-take-over"]);
		throw new HttpProblem("invalid-input", { errors: [{ path: "toPersonId", code: "unknown-person" }] });
	}
	return {
		state: "arranged" as const,
		toPersonId,
		toKnow,
		talkOn: dayColumn(talkOn),
		talkWhere,
		toldFamilyOn: dayColumn(toldFamilyOn),
		arrangedBy: tx.actor.personId,
		arrangedAt: tx.now,
	};
}

/**
 * Colleagues of the family's team who may take over, who has least first. Left out: who coordinates it now, whoever is involved
 * otherwise or a relative, and the scientist of a review that runs.
 */
export async function handoverCandidates(tx: ActorTx): Promise<{ personId: string; name: string; families: number; coming: number }[]> {
	return tx.sql({
		name: "handover_candidates",
		text: `select person_id as "personId", name, families, coming from app.handover_candidates($1) order by families + coming, name`,
		values: [tx.familyId],
	});
}

type Kept = { id: string; state: string; toPersonId: string | null; toKnow: string; talkWhere: string; version: number };
/** What the new coordinator should know, and where the talk is, are for those of the plan. */
const presentTo = (tx: ActorTx, { id, state, toPersonId, toKnow, talkWhere, version }: Kept) => ({
	...{ id, state, toPersonId, version },
	...(tx.grant("plan.read") && { toKnow, talkWhere }),
});
