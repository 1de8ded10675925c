import type { ShareObject } from "@samenplan/contract/shares";
import type { FamilyFacts } from "../consents/family-facts.ts";
import type { ActorTx } from "../http/as-actor.ts";
import { found, HttpProblem } from "../http/problems.ts";

type Part = { object: ShareObject; objectId: string };

/** The parts in their own words, as they are now; of a version of the plan its number. */
export async function wordsOfParts(tx: Pick<ActorTx, "db" | "familyId">, parts: readonly Part[]): Promise<Map<string, string>> {
	const ids = (object: ShareObject) => ({
		familyId: tx.familyId,
		id: { in: parts.filter((part) => part.object === object).map(({ objectId }) => objectId) },
	});
	const words = new Map<string, string>();
	for (const { id, text } of await tx.db.goal.findMany({ where: ids("goal"), select: { id: true, text: true } })) words.set(id, text);
	for (const { id, what } of await tx.db.help.findMany({ where: ids("help"), select: { id: true, what: true } })) words.set(id, what);
	for (const { id, text } of await tx.db.ask.findMany({ where: ids("ask"), select: { id: true, text: true } })) words.set(id, text);
	for (const { id, number } of await tx.db.planVersion.findMany({ where: ids("plan_version"), select: { id: true, number: true } }))
		words.set(id, String(number));
	return words;
}

/**
 * Whose matters a part can be. A goal for one person is about that person; what somebody asks of their own people is about
 * whoever wrote it, unless it names a child; everything else is about a child, as long as the family has one: nobody shares a child's matters as if they were their own,
 * nor passes over the other parent by naming the child over whom they alone have authority. A goal of more parents than one is theirs
 * together, and is no single parent's to share.
 *
 * @throws HttpProblem `not-found` for an unknown part, `invalid-input` at `aboutPersonId` for somebody it cannot be about
 */
export async function assertAbout(
	tx: Pick<ActorTx, "db" | "familyId" | "today">,
	{ object, objectId, aboutPersonId, path = "aboutPersonId" }: Part & { aboutPersonId: string; path?: string },
	family: FamilyFacts,
): Promise<void> {
	const where = { id: objectId, familyId: tx.familyId };
	const child = family.children.length === 0 || isChildOfAll(aboutPersonId, family, tx.today);
	let fits = child;
	if (object === "goal") {
		const goal = found(await tx.db.goal.findFirst({ where }));
		if (goal.forPersonId !== null) fits = goal.forPersonId === aboutPersonId;
		else if (goal.forKind === "parent" && family.parentIds.length === 1) fits = family.parentIds.includes(aboutPersonId);
	} else if (object === "ask") {
		const ask = found(await tx.db.ask.findFirst({ where }));
		fits = child || (aboutPersonId === ask.writtenBy && !(await namesChild(tx, ask.text, family)));
	} else if (object === "help") found(await tx.db.help.findFirst({ where }));
	else found(await tx.db.planVersion.findFirst({ where, select: { id: true } }));
	if (!fits) throw new HttpProblem("invalid-input", { errors: [{ path, code: "invalid" }] });
}

/** Whether a child of the family is named in these words. */
async function namesChild(tx: Pick<ActorTx, "db">, text: string, { children }: FamilyFacts): Promise<boolean> {
	const named = await tx.db.person.findMany({ where: { id: { in: children.map(({ id }) => id) } }, select: { givenName: true } });
	return named.some(({ givenName }) => text.toLocaleLowerCase("nl").includes(givenName.toLocaleLowerCase("nl")));
}

/** A child of whom as many parents are asked as of any other: somebody of sixteen, who is asked alone, does not speak for a younger child. */
function isChildOfAll(personId: string, { children, mustConsent }: FamilyFacts, today: string): boolean {
	const parentsAsked = (id: string) => mustConsent(id, today).filter((asked) => asked !== id).length;
	const asked = parentsAsked(personId);
	return children.some(({ id }) => id === personId) && children.every(({ id }) => parentsAsked(id) <= asked);
}

/**
 * Parts are shared with somebody who does not read the plan already: another professional, somebody of the own network, a parent
 * without authority.
 */
export async function assertReceiver(tx: Pick<ActorTx, "db" | "familyId">, personId: string, path: string): Promise<void> {
	const involved = await tx.db.involvement.findFirst({
		where: { familyId: tx.familyId, personId, endedAt: null, relation: { in: ["professional", "network_member", "parent"] } },
		select: { relation: true },
	});
	const wrong = (code: "unknown-person" | "invalid") => new HttpProblem("invalid-input", { errors: [{ path, code }] });
	if (!involved) throw wrong("unknown-person");
	if (involved.relation !== "parent") return;
	const authority = await tx.db.authority.findFirst({ where: { familyId: tx.familyId, parentId: personId, holds: "yes" } });
	if (authority) throw wrong("invalid");
}

/** Shares a part with one person on a consent; when it was shared already it stands on this consent from now on. */
export async function keepShare(tx: ActorTx, { id, ...share }: Part & { personId: string; consentId: string; id?: string }): Promise<void> {
	await tx.db.share.updateMany({
		where: { familyId: tx.familyId, objectId: share.objectId, personId: share.personId, endedAt: null },
		data: { endedAt: tx.now, endedBy: tx.actor.personId },
	});
	await tx.db.share.create({
		data: { ...share, ...(id && { id }), familyId: tx.familyId, sharedBy: tx.actor.personId, createdAt: tx.now },
	});
}
