import { answerBy } from "@samenplan/access/request-deadlines";
import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import { type listMyRequests as listContract, type makeRequest as makeContract, requestKinds } from "@samenplan/contract/requests";
import { mailText } from "@samenplan/language/mails";
import type { ActorTx } from "../http/as-actor.ts";
import { dayColumn } from "../http/days.ts";
import { found, moveNotPossible, notAllowed } from "../http/problems.ts";
import type { Services } from "../http/route.ts";
import { queueMail } from "../mail/mails.ts";
import { tellWrittenDown } from "../people/tell-written-down.ts";
import { mayAsk, peopleOfRequest } from "./people-of-request.ts";
import { presentRequests } from "./request.present.ts";

const open = ["received", "in_progress", "granted"] as const;

/** What I asked (or wrote down for somebody), and what I may ask. Row-level security keeps the requests of others out. */
export async function listMyRequests(tx: ActorTx): Promise<EndpointResponse<typeof listContract>> {
	const rows = await tx.db.privacyRequest.findMany({ where: { familyId: tx.familyId }, orderBy: { receivedAt: "desc" } });
	const known = await peopleOfRequest(tx);
	const askers = known.people.filter(({ id }) => tx.grant("request.make") === "yes" || id === tx.actor.personId);
	const nameOf = (id: string) => known.people.find((person) => person.id === id)?.name ?? "";
	const may = askers.flatMap((asker) =>
		known.people.flatMap((about) =>
			requestKinds.flatMap((kind) => {
				const allowed = mayAsk(known, { kind, askerId: asker.id, aboutId: about.id, today: tx.today });
				if (!allowed) return [];
				const [one, other] = [asker, about].map(({ id, name }) => ({ id, name })) as [
					{ id: string; name: string },
					{ id: string; name: string },
				];
				return [{ asker: one, about: other, kind, together: allowed.together.map(nameOf) }];
			}),
		),
	);
	return { requests: await presentRequests(tx, rows), may };
}

/**
 * Asks to see, correct or destroy what is kept. The answer is due within a month (GDPR 12(3)).
 * @throws HttpProblem `move-not-possible` when the law does not let this person ask this, or it was asked already
 */
export async function makeRequest(
	tx: ActorTx,
	{ body }: EndpointParsed<typeof makeContract>,
	{ config }: Services,
): Promise<{ id: string }> {
	const askerId = body.askerId ?? tx.actor.personId;
	if (askerId !== tx.actor.personId && tx.grant("request.make") !== "yes") throw notAllowed();
	const known = await peopleOfRequest(tx);
	for (const id of [askerId, body.aboutPersonId]) found(known.people.find((person) => person.id === id));
	if (!mayAsk(known, { kind: body.kind, askerId, aboutId: body.aboutPersonId, today: tx.today }))
		throw moveNotPossible([], ["may-not-ask"]);
	const same = { familyId: tx.familyId, kind: body.kind, personId: askerId, aboutPersonId: body.aboutPersonId };
	if (await tx.db.privacyRequest.findFirst({ where: { ...same, state: { in: [...open] } } })) throw moveNotPossible([], ["asked-already"]);
	await tx.db.privacyRequest.create({
		data: {
			id: tx.newId,
			...same,
			words: body.words,
			language: tx.actor.language,
			receivedAt: tx.now,
			dueOn: dayColumn(answerBy(tx.today, false)),
			recordedBy: tx.actor.personId,
		},
	});
	const officers = await tx.sql<{ account_id: string; person_id: string; email: string; given_name: string; language: string }>({
		text: "select * from app.privacy_officers_of($1)",
		values: [tx.familyId],
	});
	for (const officer of officers) {
		const words = { givenName: officer.given_name, link: new URL("/requests", config.publicUrl).href };
		await queueMail(tx, {
			to: officer.email,
			personId: officer.person_id,
			accountId: officer.account_id,
			kind: "request_came",
			language: officer.language,
			...mailText("requestCame", officer.language, words),
		});
	}
	await tellWrittenDown(tx, askerId, "/my-data", { config });
	return { id: tx.newId };
}

/** Takes a request back that is not decided yet, or not carried out. */
export async function withdrawRequest(tx: ActorTx, { params }: { params: { requestId: string } }): Promise<undefined> {
	const request = found(await tx.db.privacyRequest.findFirst({ where: { id: params.requestId, familyId: tx.familyId } }));
	const { count } = await tx.db.privacyRequest.updateMany({
		where: { id: request.id, state: { in: [...open] } },
		data: { state: "withdrawn", doneAt: tx.now, version: { increment: 1 } },
	});
	if (count === 0) throw moveNotPossible([], ["request-is-closed"]);
	return undefined;
}
