import { dayInAmsterdam } from "@samenplan/access/age";
import { answerBy, destroyBy } from "@samenplan/access/request-deadlines";
import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as contract from "@samenplan/contract/requests";
import type { HandledRequest } from "@samenplan/contract/requests";
import { mailText } from "@samenplan/language/mails";
import type { ReasonCode } from "@samenplan/plan-rules/reasons";
import type { Prisma, PrivacyRequest } from "@samenplan/prisma/client";
import type { ActorTx } from "../http/as-actor.ts";
import { dayColumn } from "../http/days.ts";
import { assertVersion, found, HttpProblem, moveNotPossible } from "../http/problems.ts";
import type { Services } from "../http/route.ts";
import { mailAddressesOf } from "../mail/mail-addresses.ts";
import { queueMail } from "../mail/mails.ts";
import { mayAsk, type PeopleOfRequest, peopleOfRequest } from "./people-of-request.ts";
import { presentRequests } from "./request.present.ts";

type At = { params: { requestId: string } };

/** One request of this family; the officer sees it as long as something is to be done. */
export const requestAt = async (tx: ActorTx, { params }: At): Promise<PrivacyRequest> =>
	found(await tx.db.privacyRequest.findFirst({ where: { id: params.requestId, familyId: tx.familyId } }));

const legal = (tx: ActorTx, known: PeopleOfRequest, row: PrivacyRequest) =>
	mayAsk(known, { kind: row.kind, askerId: row.personId, aboutId: row.aboutPersonId, today: tx.today });

/** What is needed to decide: who asks, what the law says of that today, whether a legal hold stands. */
export async function readRequest(tx: ActorTx, at: At): Promise<HandledRequest> {
	const row = await requestAt(tx, at);
	const known = await peopleOfRequest(tx);
	const allowed = legal(tx, known, row);
	const hold = await tx.db.legalHold.findFirst({ where: { familyId: tx.familyId, endedAt: null } });
	const family = found(await tx.db.family.findUnique({ where: { id: tx.familyId } }));
	const [presented] = await presentRequests(tx, [row]);
	return {
		...found(presented),
		familyName: family.name,
		identityHow: row.identityHow,
		identityCheckedAt: row.identityCheckedAt?.toISOString() ?? null,
		wholeFile: row.wholeFile,
		mayAsk: allowed !== undefined,
		together: known.people.filter(({ id }) => allowed?.together.includes(id)).map(({ id, name }) => ({ id, name })),
		agreedBy: row.agreedBy,
		hold: hold && { id: hold.id, because: hold.because, createdAt: hold.createdAt.toISOString() },
	};
}

/** Keeps a change when the request is still as it was read, in one of these states; anything else is told in words. */
async function change(
	tx: ActorTx,
	row: PrivacyRequest,
	from: { version: number; states: readonly PrivacyRequest["state"][]; otherwise: ReasonCode },
	data: Prisma.PrivacyRequestUpdateManyMutationInput,
): Promise<void> {
	assertVersion(row, from.version);
	if (!from.states.includes(row.state)) throw moveNotPossible([], [from.otherwise]);
	const { count } = await tx.db.privacyRequest.updateMany({
		where: { id: row.id, version: from.version },
		data: { ...data, handledBy: tx.actor.personId, version: { increment: 1 } },
	});
	if (count === 0) throw new HttpProblem("conflict");
}

const undecided = ["received", "in_progress"] as const;

export async function checkIdentity(tx: ActorTx, input: EndpointParsed<typeof contract.checkIdentity>): Promise<undefined> {
	const { how, version } = input.body;
	const row = await requestAt(tx, input);
	await change(
		tx,
		row,
		{ version, states: undecided, otherwise: "request-is-closed" },
		{ identityHow: how, identityCheckedAt: tx.now, state: "in_progress" },
	);
	return undefined;
}

/** Two months more, once, told to the asker with the reason (GDPR 12(3)). */
export async function extendRequest(
	tx: ActorTx,
	input: EndpointParsed<typeof contract.extendRequest>,
	services: Services,
): Promise<undefined> {
	const { because, version } = input.body;
	const row = await requestAt(tx, input);
	if (row.extendedBecause !== "") throw moveNotPossible([], ["extended-already"]);
	const dueOn = dayColumn(answerBy(dayInAmsterdam(row.receivedAt), true));
	await change(
		tx,
		row,
		{ version, states: undecided, otherwise: "request-is-closed" },
		{ extendedBecause: because, dueOn, state: "in_progress" },
	);
	await tellAsker(tx, row, services);
	return undefined;
}

/**
 * Says yes, whole or in part.
 * @throws HttpProblem `move-not-possible` before it is sure who asks, when the law does not let them, while a parent who must agree
 * did not, or (destruction) while a legal hold stands
 */
export async function grantRequest(
	tx: ActorTx,
	input: EndpointParsed<typeof contract.grantRequest>,
	services: Services,
): Promise<undefined> {
	const { answer, partly, ground, wholeFile, agreedBy, version } = input.body;
	const row = await requestAt(tx, input);
	if (row.identityCheckedAt === null) throw moveNotPossible([], ["identity-first"]);
	const allowed = legal(tx, await peopleOfRequest(tx), row);
	if (!allowed) throw moveNotPossible([], ["may-not-ask"]);
	if (!allowed.together.every((id) => agreedBy.includes(id))) throw moveNotPossible([], ["parents-agree-first"]);
	if (wholeFile && row.kind !== "destruction") throw moveNotPossible([], ["not-this-kind"]);
	if (row.kind === "destruction") await assertNoHold(tx);
	const missing = partly ? [...(ground ? [] : ["ground"]), ...(answer ? [] : ["answer"])] : [];
	if (missing.length > 0) throw new HttpProblem("invalid-input", { errors: missing.map((path) => ({ path, code: "required" as const })) });
	const dueOn = row.kind === "destruction" ? dayColumn(destroyBy(dayInAmsterdam(row.receivedAt))) : row.dueOn;
	await change(
		tx,
		row,
		{ version, states: undecided, otherwise: "request-is-closed" },
		{ state: "granted", answer, partly, ground: partly ? ground : null, wholeFile, agreedBy: allowed.together, decidedAt: tx.now, dueOn },
	);
	await tellAsker(tx, row, services);
	return undefined;
}

export async function refuseRequest(
	tx: ActorTx,
	input: EndpointParsed<typeof contract.refuseRequest>,
	services: Services,
): Promise<undefined> {
	const { ground, answer, version } = input.body;
	const row = await requestAt(tx, input);
	await change(
		tx,
		row,
		{ version, states: undecided, otherwise: "request-is-closed" },
		{ state: "refused", ground, answer, decidedAt: tx.now, doneAt: tx.now },
	);
	await tellAsker(tx, row, services);
	return undefined;
}

/** A destruction is done by destroying, and not by saying so. */
export async function finishRequest(
	tx: ActorTx,
	input: EndpointParsed<typeof contract.finishRequest>,
	services: Services,
): Promise<undefined> {
	const row = await requestAt(tx, input);
	if (row.kind === "destruction") throw moveNotPossible([], ["not-this-kind"]);
	await change(tx, row, { version: input.body.version, states: ["granted"], otherwise: "grant-first" }, { state: "done", doneAt: tx.now });
	await tellAsker(tx, row, services);
	return undefined;
}

/**
 * Destroys what was granted, for good. Asks who one is once more, and the family's name.
 * @returns the rows that went, per table
 */
export async function destroyOnRequest(
	tx: ActorTx,
	input: EndpointParsed<typeof contract.destroyOnRequest>,
	services: Services,
): Promise<{ counts: Record<string, number> }> {
	tx.assertProvedAgain("retention.write");
	const row = await requestAt(tx, input);
	assertVersion(row, input.body.version);
	if (row.kind !== "destruction") throw moveNotPossible([], ["not-this-kind"]);
	if (row.state !== "granted") throw moveNotPossible([], ["grant-first"]);
	await assertNoHold(tx);
	const family = found(await tx.db.family.findUnique({ where: { id: tx.familyId } }));
	if (!sameName(family.name, input.body.familyName)) throw moveNotPossible([], ["family-name-differs"]);
	const [gone] = await tx.sql<{ counts: Record<string, number> }>({
		text: "select app.destroy_on_request($1) as counts",
		values: [row.id],
	});
	// Who asked about a child is still here to be told; who asked about themself is not.
	if (!row.wholeFile && row.personId !== row.aboutPersonId) await tellAsker(tx, row, services);
	return { counts: found(gone).counts };
}

/** As somebody types a name: capitals and spaces around it make no difference. */
export const sameName = (one: string, other: string) => one.trim().toLocaleLowerCase("nl") === other.trim().toLocaleLowerCase("nl");

async function assertNoHold(tx: ActorTx): Promise<void> {
	if (await tx.db.legalHold.findFirst({ where: { familyId: tx.familyId, endedAt: null } })) throw moveNotPossible([], ["legal-hold"]);
}

/** There is news: neutral words and a link, to the asker alone. */
async function tellAsker(tx: ActorTx, row: PrivacyRequest, { config }: Services): Promise<void> {
	const [asker] = await mailAddressesOf(tx, [row.personId]);
	if (!asker) return;
	const link = new URL(`/families/${tx.familyId}/my-data`, config.publicUrl).href;
	await queueMail(tx, {
		...asker,
		familyId: tx.familyId,
		kind: "request_news",
		...mailText("requestNews", asker.language, { givenName: asker.givenName, link }),
	});
}
