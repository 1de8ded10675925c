import { dayInAmsterdam } from "@samenplan/access/age";
import { type ConsentFacts, consentStanding, consentStands } from "@samenplan/access/consent";
import type * as contract from "@samenplan/contract/consents";
import type { Consent } from "@samenplan/contract/consents";
import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import { mostOfPage } from "@samenplan/contract/shapes";
import { fullName } from "@samenplan/language/names";
import type { ActorTx } from "../http/as-actor.ts";
import { dayOfColumn } from "../http/days.ts";
import { found } from "../http/problems.ts";
import { wordsOfParts } from "../shares/part.ts";
import { readFamilyFacts } from "./family-facts.ts";

type Page = { after?: string | undefined; limit: number };

/**
 * A page of the consents of the family that their reader may see: those that are over last, before that what the reader did not answer
 * first, each time the newest first.
 */
export async function listConsents(
	tx: ActorTx,
	{ query }: EndpointParsed<typeof contract.listConsents>,
): Promise<EndpointResponse<typeof contract.listConsents>> {
	const ids = await idsOfPage(tx, { after: query.after, limit: query.limit + 1 });
	const shown = ids.slice(0, query.limit);
	return { consents: await readConsents(tx, shown), next: ids.length > shown.length ? (shown.at(-1) ?? null) : null };
}

/** Every consent about whoever asks, who is outside the plan and decides about their own matters; the newest {@link mostOfPage} of them. */
export async function readOwnConsents(tx: ActorTx): Promise<Consent[]> {
	return (await readConsents(tx, await idsOfPage(tx, { limit: mostOfPage }))).filter((one) => one.mine);
}

async function idsOfPage(tx: ActorTx, { after, limit }: Page): Promise<string[]> {
	const rows = await tx.sql<{ id: string }>({
		name: "page_of_consents",
		text: `with placed as (
				select c.id, coalesce(c.until_on < $2::date, false) as over,
					exists (select 1 from consent_answer a where a.consent_id = c.id and a.person_id = $3) as answered, -extract(epoch from c.asked_at) as newest
				from consent c where c.family_id = $1)
			select p.id from placed p left join placed last on last.id = $4
			where $4::uuid is null or (p.over, p.answered, p.newest, p.id) > (last.over, last.answered, last.newest, last.id)
			order by p.over, p.answered, p.newest, p.id limit $5`,
		values: [tx.familyId, tx.today, tx.actor.personId, after ?? null, limit],
	});
	return rows.map(({ id }) => id);
}

/** Consents of the family, in this order, as far as their reader may see them; how each stands is worked out today. */
async function readConsents(tx: ActorTx, ids: readonly string[]): Promise<Consent[]> {
	const rows = await tx.db.consent.findMany({ where: { familyId: tx.familyId, id: { in: [...ids] } } });
	const consents = ids.flatMap((id) => rows.find((one) => one.id === id) ?? []);
	if (consents.length === 0) return [];
	const consentId = { in: consents.map(({ id }) => id) };
	const answers = await tx.db.consentAnswer.findMany({
		where: { familyId: tx.familyId, consentId },
		orderBy: [{ createdAt: "asc" }, { id: "asc" }],
	});
	const shares = await tx.db.share.findMany({ where: { familyId: tx.familyId, consentId, endedAt: null }, orderBy: { id: "asc" } });
	const words = await wordsOfParts(tx, shares);
	const family = await readFamilyFacts(tx);
	const must = new Map(consents.map(({ id, aboutPersonId }) => [id, family.mustConsent(aboutPersonId, tx.today)]));
	const people = new Set([
		...consents.flatMap(({ aboutPersonId, askedBy, deviatesBy, toPersonId }) => [aboutPersonId, askedBy, deviatesBy, toPersonId]),
		...answers.flatMap(({ personId, writtenBy }) => [personId, writtenBy]),
		...[...must.values()].flat(),
	]);
	const persons = await tx.db.person.findMany({ where: { id: { in: [...people].filter((id) => id !== null) } } });
	const personOf = new Map(persons.map((person) => [person.id, person]));
	const withAccount = await accountsOf(tx, [...new Set([...must.values()].flat())]);
	return consents.map((one) => {
		const given = answers.filter((answer) => answer.consentId === one.id);
		const newest = (personId: string) => given.findLast((answer) => answer.personId === personId);
		const mustNow = must.get(one.id) ?? [];
		const facts: ConsentFacts = {
			aboutPersonId: one.aboutPersonId,
			untilOn: dayOfColumn(one.untilOn),
			must: mustNow,
			mustThen: family.mustConsent(one.aboutPersonId, dayInAmsterdam(one.askedAt)),
			answers: [...new Set(given.map(({ personId }) => personId))].flatMap((personId) => {
				const answer = newest(personId);
				return answer ? [{ personId, answer: answer.answer, at: answer.createdAt }] : [];
			}),
			deviatedAt: one.deviatesAt,
		};
		const to = one.toPersonId === null ? undefined : personOf.get(one.toPersonId);
		const named = [one.aboutPersonId, one.askedBy, one.deviatesBy, ...mustNow, ...given.flatMap((each) => [each.personId, each.writtenBy])];
		return {
			id: one.id,
			kind: one.kind,
			aboutPersonId: one.aboutPersonId,
			what: one.what,
			toPersonId: one.toPersonId,
			to: to ? fullName(to) : one.toWords,
			why: one.why,
			untilOn: facts.untilOn,
			askedBy: one.askedBy,
			askedAt: one.askedAt.toISOString(),
			deviation:
				one.deviatesBy && one.deviatesAt ? { because: one.deviatesBecause, by: one.deviatesBy, at: one.deviatesAt.toISOString() } : null,
			version: one.version,
			must: mustNow.map((personId) => {
				const answer = newest(personId);
				return { personId, answer: answer ? shown(answer) : null, hasAccount: withAccount.has(personId) };
			}),
			answers: given.map(shown),
			standing: consentStanding(facts, tx.today),
			stands: consentStands(facts, tx.today),
			parts: shares
				.filter((share) => share.consentId === one.id)
				.map(({ id, object, objectId }) => ({ shareId: id, object, objectId, words: words.get(objectId) ?? "" })),
			mine: mustNow.includes(tx.actor.personId),
			names: [...new Set(named)].flatMap((id) => {
				const person = id === null ? undefined : personOf.get(id);
				return person ? [{ id: person.id, name: person.givenName }] : [];
			}),
		};
	});
}

/** One consent as it stands today. @throws HttpProblem `not-found` */
export async function readConsent(tx: ActorTx, id: string): Promise<Consent> {
	return found((await readConsents(tx, [id]))[0]);
}

type Answer = Awaited<ReturnType<ActorTx["db"]["consentAnswer"]["findMany"]>>[number];

function shown({ personId, answer, text, recorded, writtenBy, createdAt }: Answer): Consent["answers"][number] {
	return { personId, answer, text, recorded, writtenBy, createdAt: createdAt.toISOString() };
}

async function accountsOf(tx: ActorTx, personIds: string[]): Promise<Set<string>> {
	const rows = await tx.sql<{ id: string }>({
		text: "select p.id from unnest($1::uuid[]) as p (id) where app.has_account(p.id)",
		values: [personIds],
	});
	return new Set(rows.map(({ id }) => id));
}
