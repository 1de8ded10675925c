import type * as analysis from "@samenplan/contract/analysis";
import type { AnalysisPoint } from "@samenplan/contract/analysis";
import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { AnalysisPoint as Row } from "@samenplan/prisma/client";
import type { ActorTx } from "../http/as-actor.ts";
import { assertVersion, found } from "../http/problems.ts";
import { assertInvolved } from "../people/involved.ts";
import { inOpenPlan, openPlan } from "../plans/open-plan.ts";
import { assertMove } from "../plans/read-facts.ts";
import { beginStep } from "../steps/begin-step.ts";

/** A point of the analysis. The analysis leads to the picture that people answer to: once that is concluded, the step is opened first. */
export async function addAnalysisPoint(tx: ActorTx, { body }: EndpointParsed<typeof analysis.addAnalysisPoint>): Promise<{ id: string }> {
	const plan = await openPlan(tx);
	await assertMove(tx, "write_strengths");
	await assertAbout(tx, body.aboutPersonId);
	await tx.db.analysisPoint.create({
		data: {
			...body,
			id: tx.newId,
			familyId: tx.familyId,
			planId: plan.id,
			writtenBy: tx.actor.personId,
			language: tx.actor.language,
			createdAt: tx.now,
		},
	});
	await beginStep(tx, plan.id, "strengths");
	return { id: tx.newId };
}

/** Changes a point, also from thought to known. Who started from an older text gets both (409). */
export async function editAnalysisPoint(
	tx: ActorTx,
	{ params, body }: EndpointParsed<typeof analysis.editAnalysisPoint>,
): Promise<AnalysisPoint> {
	const where = { id: params.analysisPointId, familyId: tx.familyId };
	const before = await inOpenPlan(tx, await tx.db.analysisPoint.findFirst({ where }));
	assertVersion(presentPoint(before), body.version);
	await assertMove(tx, "write_strengths");
	if (body.aboutPersonId !== before.aboutPersonId) await assertAbout(tx, body.aboutPersonId);
	const { version, ...text } = body;
	const [edited] = await tx.db.analysisPoint.updateManyAndReturn({
		where: { ...where, version },
		data: { ...text, version: { increment: 1 } },
	});
	if (!edited) assertVersion(presentPoint(found(await tx.db.analysisPoint.findFirst({ where }))), version);
	return presentPoint(found(edited));
}

export async function removeAnalysisPoint(
	tx: ActorTx,
	{ params }: EndpointParsed<typeof analysis.removeAnalysisPoint>,
): Promise<undefined> {
	const where = { id: params.analysisPointId, familyId: tx.familyId };
	await inOpenPlan(tx, await tx.db.analysisPoint.findFirst({ where }));
	await assertMove(tx, "write_strengths");
	await tx.db.analysisPoint.deleteMany({ where });
}

async function assertAbout(tx: ActorTx, personId: string | null): Promise<void> {
	if (personId !== null) await assertInvolved(tx, [{ personId, path: "aboutPersonId" }]);
}

function presentPoint({ id, kind, basis, text, aboutPersonId, theme, writtenBy, language, version, createdAt }: Row): AnalysisPoint {
	return { id, kind, basis, text, aboutPersonId, theme, writtenBy, language, version, createdAt: createdAt.toISOString() };
}
