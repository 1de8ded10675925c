import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type * as shares from "@samenplan/contract/shares";
import { fullName } from "@samenplan/language/names";
import { readFamilyFacts } from "../consents/family-facts.ts";
import { readConsents } from "../consents/read-consents.ts";
import type { ActorTx } from "../http/as-actor.ts";
import { assertDay, dayColumn } from "../http/days.ts";
import { found, moveNotPossible } from "../http/problems.ts";
import { assertInvolved } from "../people/involved.ts";
import { assertAbout, assertReceiver, keepShare, wordsOfParts } from "./part.ts";

/**
 * Shares a part of the plan with one person by name. It stands on a consent for sharing with that person about whose matters it
 * is. When the sharer is the only one who must consent, the deed itself is that consent and is recorded as one.
 *
 * @throws HttpProblem `move-not-possible` with `consent-needed`: others must consent too, and have to be asked first
 */
export async function sharePart(tx: ActorTx, { body }: EndpointParsed<typeof shares.sharePart>): Promise<{ id: string }> {
	const { untilOn, aboutPersonId, ...part } = body;
	const family = await readFamilyFacts(tx);
	await assertReceiver(tx, part.personId, "personId");
	await assertInvolved(tx, [{ personId: aboutPersonId, path: "aboutPersonId", as: ["parent", "child"] }]);
	await assertAbout(tx, { ...part, aboutPersonId }, family);
	if (untilOn !== null) assertDay(untilOn, "untilOn", { from: tx.today });
	const standing = (await readConsents(tx)).find(
		(one) => one.kind === "share" && one.toPersonId === part.personId && one.aboutPersonId === aboutPersonId && one.stands,
	);
	if (standing) {
		await keepShare(tx, { ...part, consentId: standing.id, id: tx.newId });
		return { id: tx.newId };
	}
	const must = family.mustConsent(aboutPersonId, tx.today);
	if (must.length !== 1 || must[0] !== tx.actor.personId) throw moveNotPossible([], ["consent-needed"]);
	const words = (await wordsOfParts(tx, [part])).get(part.objectId) ?? "";
	const { id: consentId } = await tx.db.consent.create({
		data: {
			familyId: tx.familyId,
			kind: "share",
			aboutPersonId,
			what: words,
			toPersonId: part.personId,
			why: "",
			untilOn: dayColumn(untilOn),
			language: tx.actor.language,
			askedBy: tx.actor.personId,
			askedAt: tx.now,
		},
	});
	await tx.db.consentAnswer.create({
		data: {
			familyId: tx.familyId,
			consentId,
			personId: tx.actor.personId,
			answer: "given",
			language: tx.actor.language,
			writtenBy: tx.actor.personId,
			createdAt: tx.now,
		},
	});
	await keepShare(tx, { ...part, consentId, id: tx.newId });
	return { id: tx.newId };
}

/** Stops sharing; what was read before cannot be taken back, what comes is not read any more. */
export async function endShare(tx: ActorTx, { params }: EndpointParsed<typeof shares.endShare>): Promise<undefined> {
	const share = found(await tx.db.share.findFirst({ where: { id: params.shareId, familyId: tx.familyId } }));
	await tx.db.share.updateMany({
		where: { id: share.id, familyId: tx.familyId, endedAt: null },
		data: { endedAt: tx.now, endedBy: tx.actor.personId },
	});
}

/** What is shared with whom now, and whether they can read it today. */
export async function listShares(tx: ActorTx): Promise<EndpointResponse<typeof shares.listShares>> {
	const open = await tx.db.share.findMany({ where: { familyId: tx.familyId, endedAt: null }, orderBy: { id: "asc" } });
	const words = await wordsOfParts(tx, open);
	const persons = await tx.db.person.findMany({ where: { id: { in: open.flatMap(({ personId, sharedBy }) => [personId, sharedBy]) } } });
	const involved = await tx.db.involvement.findMany({ where: { familyId: tx.familyId, endedAt: null }, select: { personId: true } });
	const standing = new Set((await readConsents(tx)).filter((one) => one.stands).map(({ id }) => id));
	const nameOf = (id: string) => {
		const person = persons.find((each) => each.id === id);
		return person ? fullName(person) : "";
	};
	return open
		.filter(({ personId }) => involved.some((one) => one.personId === personId))
		.map(({ id, object, objectId, personId, sharedBy, createdAt, consentId }) => ({
			id,
			object,
			objectId,
			words: words.get(objectId) ?? "",
			personId,
			name: nameOf(personId),
			sharedBy,
			sharedByName: nameOf(sharedBy),
			createdAt: createdAt.toISOString(),
			consentId,
			open: standing.has(consentId),
		}));
}
