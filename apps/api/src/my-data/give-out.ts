import type { EndpointResponse } from "@samenplan/contract/endpoint";
import type { exportRequest, GivenOut } from "@samenplan/contract/my-data";
import type { WholePlan } from "@samenplan/contract/plans";
import { fullName } from "@samenplan/language/names";
import type { PrivacyRequest } from "@samenplan/prisma/client";
import { whoLooked } from "../audit/who-looked.ts";
import type { ActorTx } from "../http/as-actor.ts";
import { found, moveNotPossible } from "../http/problems.ts";
import { planSql } from "../plans/read-plan.ts";
import { mayAsk, peopleOfRequest } from "../requests/people-of-request.ts";
import { maskPlan } from "./mask-plan.ts";
import { disclosed, ownData, ownParts } from "./own-data.ts";
import { type Parts, type Rows, readable } from "./readable.ts";

type Notes = { workNotes: Rows; withheld: number; withheldBecause: string[]; afterTalk: number; professionalTexts: Rows; safety: Rows };
type At = { params: { requestId: string } };

/** For the privacy officer: to look over before granting, and to hand over on paper. */
export async function exportForOfficer(tx: ActorTx, at: At): Promise<EndpointResponse<typeof exportRequest>> {
	const { file, withheldBecause } = await giveOut(tx, at);
	return { ...file, withheldBecause };
}

/** For the asker, once it was granted, as long as the law lets them ask it: a child comes of age, authority ends. */
export async function exportForMe(tx: ActorTx, at: At): Promise<GivenOut> {
	const row = found(
		await tx.db.privacyRequest.findFirst({ where: { id: at.params.requestId, familyId: tx.familyId, personId: tx.actor.personId } }),
	);
	if (row.kind !== "inspection") throw moveNotPossible([], ["not-this-kind"]);
	if (row.state !== "granted" && row.state !== "done") throw moveNotPossible([], ["grant-first"]);
	const { kind, personId: askerId, aboutPersonId: aboutId } = row;
	if (!mayAsk(await peopleOfRequest(tx), { kind, askerId, aboutId, today: tx.today })) throw moveNotPossible([], ["may-not-ask"]);
	return (await giveOut(tx, at)).file;
}

/**
 * The file of an inspection; what is for the family or for named people alone only in the hands of the asker. What stands beside the plan is collected first; from then on the
 * transaction reads as the asker, so that everything else passes the very row-level security of the asker's own pages.
 */
async function giveOut(tx: ActorTx, { params }: At): Promise<{ file: GivenOut; withheldBecause: string[] }> {
	const row: PrivacyRequest = found(await tx.db.privacyRequest.findFirst({ where: { id: params.requestId, familyId: tx.familyId } }));
	if (row.kind !== "inspection") throw moveNotPossible([], ["not-this-kind"]);
	const known = await peopleOfRequest(tx);
	const persons = await tx.db.person.findMany({ where: { id: { in: [row.personId, row.aboutPersonId] } } });
	const asker = found(persons.find(({ id }) => id === row.personId));
	const about = found(persons.find(({ id }) => id === row.aboutPersonId));
	const [kept] = await tx.sql<{ notes: Notes }>({ text: "select app.given_out_notes($1) as notes", values: [row.id] });
	const { notes } = found(kept);
	await disclosed(tx, { object: "inspection", objectId: row.id, to: row.personId });

	const [reading] = await tx.sql<{ relations: string[] }>({ text: "select app.read_as_asker($1) as relations", values: [row.id] });
	const core = ["parent_with_authority", "young_person", "young_person_16"].some((each) => found(reading).relations.includes(each));
	const own = row.personId === row.aboutPersonId ? await ownData(tx, tx.familyId, row.personId) : undefined;
	const childrenKeptOut = new Set(
		known.people
			.filter(({ id, isChild }) => isChild && id !== row.personId)
			.filter(({ id }) => !mayAsk(known, { kind: "inspection", askerId: row.personId, aboutId: id, today: tx.today }))
			.map(({ id }) => id),
	);
	const plans: Parts[] = [];
	let looks: Rows = [];
	if (core) {
		const ids = await tx.sql<{ id: string }>({
			text: "select id from plan where family_id = $1 order by opened_on, id",
			values: [tx.familyId],
		});
		for (const { id } of ids) {
			const [plan] = await tx.sql<{ json: string }>({ text: planSql, values: [tx.familyId, id] });
			plans.push(maskPlan(JSON.parse(found(plan).json) as WholePlan, { childrenKeptOut }));
		}
		const seen = await whoLooked(tx, { params: { familyId: tx.familyId }, query: { from: yearBefore(tx.today) }, body: undefined });
		looks = seen.looks.map(({ name, relation, deed, day, times }) => ({ by: name || "Samenplan", ground: relation, deed, day, times }));
	}
	const beside: Parts = core
		? {
				workNotes: notes.workNotes,
				professionalTexts: notes.professionalTexts,
				...(notes.safety.length > 0 && { safety: notes.safety }),
				looks,
			}
		: {};
	// Somebody who reads for a child gets the child's details; how the child is reached belongs to the child's own homes.
	const aboutChild: Parts = own
		? ownParts(own)
		: {
				person: [
					{
						givenName: about.givenName,
						familyName: about.familyName,
						bornOn: about.bornOn?.toISOString().slice(0, 10) ?? null,
						language: about.language,
					},
				],
			};
	const madeAt = tx.now.toISOString();
	const counts = core ? { afterTalk: notes.afterTalk, withheld: notes.withheld } : { afterTalk: 0, withheld: 0 };
	const names = { asker: fullName(asker), about: fullName(about) };
	const file: GivenOut = {
		madeAt,
		document: readable(
			{ kind: "inspection", ...names, madeAt, ...counts },
			{ ...aboutChild, ...plans.reduce<Parts>(joined, {}), ...beside },
			asker.language,
		),
		data: {
			kind: "inspection",
			madeAt,
			...names,
			own: own ?? aboutChild,
			plans,
			beside: { ...beside, ...counts },
		},
	};
	return { file, withheldBecause: notes.withheldBecause };
}

/** More than one plan reads as one file: in each part one follows the other. */
function joined(whole: Parts, plan: Parts): Parts {
	const parts: Record<string, Rows> = { ...(whole as Record<string, Rows>) };
	for (const [section, rows] of Object.entries(plan)) parts[section] = [...(parts[section] ?? []), ...rows];
	return parts as Parts;
}

const yearBefore = (day: string) => `${Number(day.slice(0, 4)) - 1}${day.slice(4) === "-02-29" ? "-02-28" : day.slice(4)}`;
