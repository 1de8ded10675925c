import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type * as shares from "@samenplan/contract/shares";
import { fullName } from "@samenplan/language/names";
import { readFamilyFacts } from "../consents/family-facts.ts";
import type { ActorTx } from "../http/as-actor.ts";
import { assertDay, dayColumn } from "../http/days.ts";
import { found, moveNotPossible, notFound } from "../http/problems.ts";
import { consentsFor } from "./consents-for.ts";
import { assertReceiver, keepShare, type Part, peopleOfParts, whyNoReceiver, wordsOfParts } from "./part.ts";

/**
 * Shares a part of the plan with one person by name. It stands on a consent for sharing with that person of everyone it is about. Where
 * the sharer is the only one who must consent, the deed itself is that consent and is recorded as one.
 *
 * @throws HttpProblem `move-not-possible` with `consent-needed`: others must consent too, and have to be asked first
 */
export async function sharePart(tx: ActorTx, { body }: EndpointParsed<typeof shares.sharePart>): Promise<{ id: string }> {
	const { untilOn, ...part } = body;
	const family = await readFamilyFacts(tx);
	await assertReceiver(tx, part.personId, "personId");
	const consents = await consentsFor(tx, part, family);
	if (untilOn !== null) assertDay(untilOn, "untilOn", { from: tx.today });
	if (consents.length === 0 || !consents.every(({ state }) => state === "stands" || state === "yours"))
		throw moveNotPossible([], ["consent-needed"]);
	for (const [place, { personId: aboutPersonId, state, consentId }] of consents.entries())
		await keepShare(tx, {
			...part,
			aboutPersonId,
			consentId: state === "stands" && consentId !== null ? consentId : await consentByDeed(tx, { ...part, aboutPersonId, untilOn }),
			...(place === 0 && { id: tx.newId }),
		});
	return { id: tx.newId };
}

/** The consent of whoever shares, about what is theirs alone to decide. */
async function consentByDeed(
	tx: ActorTx,
	{ aboutPersonId, untilOn, ...part }: Part & { personId: string; aboutPersonId: string; untilOn: string | null },
): Promise<string> {
	const { id: consentId } = await tx.db.consent.create({
		data: {
			familyId: tx.familyId,
			kind: "share",
			aboutPersonId,
			what: (await wordsOfParts(tx, [part])).get(part.objectId) ?? "",
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
	return consentId;
}

/**
 * For whom consent is needed before a part can be shared with somebody, and for each whether it stands, was asked, or still has to be.
 * @throws HttpProblem `not-found` for an unknown part, and for somebody nothing is shared with
 */
export async function readShareNeeds(
	tx: ActorTx,
	{ params }: EndpointParsed<typeof shares.readShareNeeds>,
): Promise<EndpointResponse<typeof shares.readShareNeeds>> {
	if (await whyNoReceiver(tx, params.personId)) throw notFound();
	const needs = await consentsFor(tx, params, await readFamilyFacts(tx));
	const ids = needs.flatMap(({ personId, waitingFor }) => [personId, ...waitingFor]);
	const persons = await tx.db.person.findMany({ where: { id: { in: ids } }, select: { id: true, givenName: true } });
	const nameOf = (id: string) => persons.find((person) => person.id === id)?.givenName ?? "";
	return needs.map(({ personId, state, waitingFor }) => ({
		personId,
		name: nameOf(personId),
		state,
		waitingFor: waitingFor.map(nameOf),
	}));
}

/** Stops sharing; what was read before cannot be taken back, what comes is not read any more. */
export async function endShare(tx: ActorTx, { params }: EndpointParsed<typeof shares.endShare>): Promise<undefined> {
	const share = found(await tx.db.share.findFirst({ where: { id: params.shareId, familyId: tx.familyId } }));
	await tx.db.share.updateMany({
		where: { familyId: tx.familyId, objectId: share.objectId, personId: share.personId, endedAt: null },
		data: { endedAt: tx.now, endedBy: tx.actor.personId },
	});
}

/** What is shared with whom now, whether they can read it today, and otherwise for whom consent is missing. */
export async function listShares(tx: ActorTx): Promise<EndpointResponse<typeof shares.listShares>> {
	const rows = await tx.sql<ShareRow>({
		text: `select s.id, s.object, s.object_id as "objectId", s.person_id as "personId", s.shared_by as "sharedBy", s.created_at as "createdAt",
				c.about_person_id as "aboutPersonId", app.stands(c.id) as stands
			from share s join consent c on c.id = s.consent_id
			where s.family_id = $1 and s.ended_at is null
				and exists (select 1 from involvement i where i.family_id = $1 and i.person_id = s.person_id and i.ended_at is null)
			order by s.id`,
		values: [tx.familyId],
	});
	// One for each of those it is about.
	const all = Map.groupBy(rows, ({ objectId, personId }) => `${objectId} ${personId}`);
	const open = [...all.values()].map(([first]) => first as ShareRow);
	const words = await wordsOfParts(tx, open);
	const about = await peopleOfParts(tx, open, await readFamilyFacts(tx));
	const ids = [...open.flatMap(({ personId, sharedBy }) => [personId, sharedBy]), ...[...about.values()].flat()];
	const persons = await tx.db.person.findMany({ where: { id: { in: ids } } });
	const personOf = (id: string) => persons.find((each) => each.id === id);
	const nameOf = (id: string) => {
		const person = personOf(id);
		return person ? fullName(person) : "";
	};
	return open.map(({ id, object, objectId, personId, sharedBy, createdAt }) => {
		const people = about.get(objectId) ?? [];
		const consented = all.get(`${objectId} ${personId}`)?.filter(({ stands }) => stands) ?? [];
		const missing = people.filter((one) => !consented.some(({ aboutPersonId }) => aboutPersonId === one));
		return {
			id,
			object,
			objectId,
			words: words.get(objectId) ?? "",
			personId,
			name: nameOf(personId),
			sharedBy,
			sharedByName: nameOf(sharedBy),
			createdAt: createdAt.toISOString(),
			open: people.length > 0 && missing.length === 0,
			missing: missing.map((one) => personOf(one)?.givenName ?? ""),
		};
	});
}

type ShareRow = Part & { id: string; personId: string; sharedBy: string; createdAt: Date; aboutPersonId: string; stands: boolean };
