import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as shares from "@samenplan/contract/shares";
import type { ShareObject } from "@samenplan/contract/shares";
import type { ActorTx } from "../http/as-actor.ts";
import { found, moveNotPossible, notAllowed } from "../http/problems.ts";

/**
 * The part as it was shared with whoever acts. Only who does not read the plan gets here: for others these ways do not exist.
 * @returns the consent it stands on: outside the plan, whoever it names reads what is said about the part
 * @throws HttpProblem `not-found` when it was not shared, or its consent does not stand
 */
async function sharedWithMe(tx: ActorTx, object: ShareObject, objectId: string): Promise<{ consentId: string }> {
	if (tx.grant("plan.read")) throw notAllowed();
	const [row] = await tx.sql<{ shared: boolean }>({
		text: "select app.shared_with_me($1::share_object, $2) as shared",
		values: [object, objectId],
	});
	found(row?.shared === true ? row : null);
	const mine = { familyId: tx.familyId, object, objectId, personId: tx.actor.personId, endedAt: null };
	return found(await tx.db.share.findFirst({ where: mine, orderBy: { id: "asc" }, select: { consentId: true } }));
}

/**
 * What is closed is read, not changed; also by whoever cannot read the plan itself.
 * @throws HttpProblem `move-not-possible` with `plan-closed`
 */
async function assertPlanOpen(tx: ActorTx, part: { planId: string } | null): Promise<void> {
	const [row] = await tx.sql<{ open: boolean }>({ text: "select app.plan_is_open($1) as open", values: [found(part).planId] });
	if (row?.open !== true) throw moveNotPossible([], ["plan-closed"]);
}

/** Says something about a goal or help that was shared; who reads the plan reads it, and who says it. */
export async function commentOnShared(
	tx: ActorTx,
	{ params, body }: EndpointParsed<typeof shares.commentOnShared>,
): Promise<{ id: string }> {
	const { consentId } = await sharedWithMe(tx, params.object, params.objectId);
	const where = { id: params.objectId, familyId: tx.familyId };
	const { planId } = found(
		params.object === "goal"
			? await tx.db.goal.findFirst({ where, select: { planId: true } })
			: await tx.db.help.findFirst({ where, select: { planId: true } }),
	);
	await tx.db.comment.create({
		data: {
			id: tx.newId,
			familyId: tx.familyId,
			planId,
			kind: "comment",
			about: params.object,
			aboutId: params.objectId,
			text: body.text,
			language: tx.actor.language,
			audience: "circle",
			consentId,
			writtenBy: tx.actor.personId,
			createdAt: tx.now,
		},
	});
	return { id: tx.newId };
}

/** How help goes, by a professional it was shared with. */
export async function noteSharedProgress(
	tx: ActorTx,
	{ params, body }: EndpointParsed<typeof shares.noteSharedProgress>,
): Promise<{ id: string }> {
	const { consentId } = await sharedWithMe(tx, "help", params.helpId);
	if (!tx.actor.relations.includes("professional")) throw notAllowed();
	await assertPlanOpen(tx, await tx.db.help.findFirst({ where: { id: params.helpId, familyId: tx.familyId }, select: { planId: true } }));
	await tx.db.progressNote.create({
		data: {
			...body,
			id: tx.newId,
			familyId: tx.familyId,
			helpId: params.helpId,
			audience: "circle",
			consentId,
			writtenBy: tx.actor.personId,
			createdAt: tx.now,
		},
	});
	return { id: tx.newId };
}

/** Says that one will do what was asked; the family decides whether that is enough. */
export async function offerOnShared(tx: ActorTx, { params, body }: EndpointParsed<typeof shares.offerOnShared>): Promise<undefined> {
	await sharedWithMe(tx, "ask", params.askId);
	const ask = found(await tx.db.ask.findFirst({ where: { id: params.askId, familyId: tx.familyId } }));
	await assertPlanOpen(tx, ask);
	if (ask.state === "done" || ask.state === "withdrawn") throw moveNotPossible([], ["ask-is-over"]);
	const mine = { familyId: tx.familyId, askId: ask.id, personId: tx.actor.personId };
	const { count } = await tx.db.offer.updateMany({ where: mine, data: { text: body.text } });
	if (count === 0) await tx.db.offer.create({ data: { ...mine, text: body.text, writtenBy: tx.actor.personId, createdAt: tx.now } });
}

/** Takes one's own offer back. */
export async function withdrawOwnOffer(tx: ActorTx, { params }: EndpointParsed<typeof shares.withdrawOwnOffer>): Promise<undefined> {
	await sharedWithMe(tx, "ask", params.askId);
	await assertPlanOpen(tx, await tx.db.ask.findFirst({ where: { id: params.askId, familyId: tx.familyId }, select: { planId: true } }));
	const { count } = await tx.db.offer.deleteMany({ where: { familyId: tx.familyId, askId: params.askId, personId: tx.actor.personId } });
	found(count > 0 ? count : null);
}
