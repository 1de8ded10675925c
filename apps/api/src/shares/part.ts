import { type PartWords, partIsAbout } from "@samenplan/access/shared-part";
import type { ShareObject } from "@samenplan/contract/shares";
import type { FamilyFacts } from "../consents/family-facts.ts";
import type { ActorTx } from "../http/as-actor.ts";
import { found, HttpProblem } from "../http/problems.ts";

export type Part = { object: ShareObject; objectId: string };

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

/** Whom each part is about, by the id of the part, as it and the family are now; a part that is not in the family is not in it. */
export async function peopleOfParts(
	tx: Pick<ActorTx, "db" | "familyId">,
	parts: readonly Part[],
	family: FamilyFacts,
): Promise<Map<string, string[]>> {
	const ids = (object: ShareObject) => ({
		familyId: tx.familyId,
		id: { in: parts.filter((part) => part.object === object).map(({ objectId }) => objectId) },
	});
	const people = new Map<string, string[]>();
	const add = (id: string, part: PartWords) => people.set(id, partIsAbout(part, family));
	for (const { id, forKind, forPersonId } of await tx.db.goal.findMany({ where: ids("goal") }))
		add(id, { object: "goal", forKind, forPersonId });
	for (const { id, text, writtenBy } of await tx.db.ask.findMany({ where: ids("ask") })) add(id, { object: "ask", text, writtenBy });
	for (const { id } of await tx.db.help.findMany({ where: ids("help"), select: { id: true } })) add(id, { object: "help" });
	for (const { id } of await tx.db.planVersion.findMany({ where: ids("plan_version"), select: { id: true } }))
		add(id, { object: "plan_version" });
	return people;
}

/** Whom one part is about. @throws HttpProblem `not-found` for an unknown part */
export async function peopleOfPart(tx: Pick<ActorTx, "db" | "familyId">, part: Part, family: FamilyFacts): Promise<string[]> {
	return found((await peopleOfParts(tx, [part], family)).get(part.objectId));
}

/**
 * A consent about somebody can open a part that is about them, and no other.
 * @throws HttpProblem `not-found` for an unknown part, `invalid-input` at `path` for somebody it is not about
 */
export async function assertAbout(
	tx: Pick<ActorTx, "db" | "familyId">,
	{ aboutPersonId, path, ...part }: Part & { aboutPersonId: string; path: string },
	family: FamilyFacts,
): Promise<void> {
	if (!(await peopleOfPart(tx, part, family)).includes(aboutPersonId))
		throw new HttpProblem("invalid-input", { errors: [{ path, code: "invalid" }] });
}

/**
 * Parts are shared with somebody who does not read the plan already: another professional, somebody of the own network, a parent
 * without authority.
 */
export async function assertReceiver(tx: Pick<ActorTx, "db" | "familyId">, personId: string, path: string): Promise<void> {
	const code = await whyNoReceiver(tx, personId);
	if (code) throw new HttpProblem("invalid-input", { errors: [{ path, code }] });
}

/** Why nothing is shared with this person; nothing when it can be. */
export async function whyNoReceiver(
	tx: Pick<ActorTx, "db" | "familyId">,
	personId: string,
): Promise<"unknown-person" | "invalid" | undefined> {
	const involved = await tx.db.involvement.findFirst({
		where: { familyId: tx.familyId, personId, endedAt: null, relation: { in: ["professional", "network_member", "parent"] } },
		select: { relation: true },
	});
	if (!involved) return "unknown-person";
	if (involved.relation !== "parent") return undefined;
	const authority = await tx.db.authority.findFirst({ where: { familyId: tx.familyId, parentId: personId, holds: "yes" } });
	return authority ? "invalid" : undefined;
}

/**
 * Shares a part with one person on a consent about one of those it is about. When it was shared before on another consent about the same
 * person, it stands on this one from now on.
 */
export async function keepShare(
	tx: ActorTx,
	{ id, aboutPersonId, ...share }: Part & { personId: string; consentId: string; aboutPersonId: string; id?: string },
): Promise<void> {
	const before = await tx.db.share.findMany({
		where: { familyId: tx.familyId, objectId: share.objectId, personId: share.personId, endedAt: null },
		select: { id: true, consentId: true },
	});
	const consents = await tx.db.consent.findMany({
		where: { familyId: tx.familyId, aboutPersonId, id: { in: before.map(({ consentId }) => consentId) } },
		select: { id: true },
	});
	const same = before.filter(({ consentId }) => consents.some((consent) => consent.id === consentId));
	await tx.db.share.updateMany({
		where: { familyId: tx.familyId, id: { in: same.map((one) => one.id) } },
		data: { endedAt: tx.now, endedBy: tx.actor.personId },
	});
	await tx.db.share.create({
		data: { ...share, ...(id && { id }), familyId: tx.familyId, sharedBy: tx.actor.personId, createdAt: tx.now },
	});
}
