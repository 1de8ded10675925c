import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as steps from "@samenplan/contract/steps";
import type { View } from "@samenplan/contract/steps";
import { tellReaders } from "../../audience/texts.ts";
import type { ActorTx } from "../../http/as-actor.ts";
import { assertVersion, found, moveNotPossible, notAllowed } from "../../http/problems.ts";
import { isMyYoungChild } from "../../people/my-young-child.ts";
import { openPlan } from "../../plans/open-plan.ts";
import { assertKindFits, presentView } from "./view-rules.ts";

/**
 * Changes words. They belong to the person who said them: who mends words that somebody else wrote down for them, makes them
 * their own. The one who records for others mends what was recorded, never what somebody wrote.
 */
export async function editView(tx: ActorTx, { params, body }: EndpointParsed<typeof steps.editView>): Promise<View> {
	const plan = await openPlan(tx);
	const before = await ownWords(tx, params.viewId, plan.id);
	assertVersion(before, body.version);
	const { text, safetyKind } = body;
	if (safetyKind !== undefined) assertKindFits({ ...before, safetyKind });
	tellReaders(tx, before.audience);
	const [edited] = await tx.db.view.updateManyAndReturn({
		where: { id: before.id, familyId: tx.familyId, version: body.version },
		data: {
			text,
			...(safetyKind !== undefined && { safetyKind }),
			writtenBy: tx.actor.personId,
			recorded: before.personId !== tx.actor.personId,
			version: { increment: 1 },
			updatedAt: tx.now,
		},
	});
	if (!edited) assertVersion(await ownWords(tx, before.id, plan.id), body.version);
	return presentView(found(edited));
}

/** Takes words back. A goal that grew from them keeps its root: then they stay, and can be changed. */
export async function withdrawView(tx: ActorTx, { params }: EndpointParsed<typeof steps.withdrawView>): Promise<undefined> {
	const plan = await openPlan(tx);
	const view = await ownWords(tx, params.viewId, plan.id);
	if ((await tx.db.goal.count({ where: { familyId: tx.familyId, fromViewId: view.id } })) > 0)
		throw moveNotPossible([], ["view-became-goal"]);
	tellReaders(tx, view.audience);
	await tx.db.view.deleteMany({ where: { id: view.id, familyId: tx.familyId } });
}

async function ownWords(tx: ActorTx, id: string, planId: string): Promise<View> {
	const view = presentView(found(await tx.db.view.findFirst({ where: { id, planId, familyId: tx.familyId } })));
	const recorder = view.recorded && (tx.grant("view.record") === "yes" || (await recordedOfMyChild(tx, view)));
	if (view.personId !== tx.actor.personId && !recorder) throw notAllowed();
	return view;
}

/** A parent mends what they wrote down for their own young child themselves, not what the coordinator did. */
async function recordedOfMyChild(tx: ActorTx, { writtenBy, personId }: View): Promise<boolean> {
	return writtenBy === tx.actor.personId && tx.grant("view.record_child") !== undefined && (await isMyYoungChild(tx, personId));
}
