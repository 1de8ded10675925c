import type * as emergencies from "@samenplan/contract/emergencies";
import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import { fullName } from "@samenplan/language/names";
import type { ActorTx } from "../http/as-actor.ts";
import { found, HttpProblem, moveNotPossible, notFound } from "../http/problems.ts";

/**
 * Who read this plan in an emergency. Row-level security leaves out, for the family, what it may not know of yet; that it was kept
 * back, and why, only professionals read.
 */
export async function familyEmergencies(tx: ActorTx): Promise<EndpointResponse<typeof emergencies.familyEmergencies>> {
	const uses = await tx.db.emergencyAccess.findMany({ where: { familyId: tx.familyId }, orderBy: { createdAt: "desc" } });
	const people = await tx.db.person.findMany({
		where: { id: { in: uses.map(({ personId }) => personId) } },
		select: { id: true, givenName: true, familyName: true },
	});
	const professional = tx.actor.side === "professional";
	return {
		now: tx.now.toISOString(),
		emergencies: uses.map((use) => {
			const person = people.find(({ id }) => id === use.personId);
			return {
				id: use.id,
				personName: person ? fullName(person) : "",
				reason: use.reason,
				words: use.words,
				createdAt: use.createdAt.toISOString(),
				untilAt: use.untilAt.toISOString(),
				endedAt: use.endedAt?.toISOString() ?? null,
				verdict: use.verdict,
				verdictWords: professional ? use.verdictWords : "",
				familySeesAt: professional ? use.familySeesAt.toISOString() : null,
				delayBecause: professional ? use.delayBecause : "",
			};
		}),
	};
}

/** When the family reads of it: later on a ground for safety that is written down, or now. */
export async function delayEmergency(tx: ActorTx, { params, body }: EndpointParsed<typeof emergencies.delayEmergency>): Promise<undefined> {
	const later = body.until !== null && new Date(body.until) > tx.now;
	if (later && body.because.length < 10)
		throw new HttpProblem("invalid-input", {
			errors: [{ path: "because", code: body.because === "" ? "required" : "too-short", limit: 10 }],
		});
	const [row] = await tx.sql<{ outcome: "done" | "unknown" | "known" | "too_long" }>({
		name: "delay_emergency",
		text: "select app.delay_emergency($1, $2, $3, $4) as outcome",
		values: [tx.familyId, params.emergencyId, body.until, body.because],
	});
	const { outcome } = found(row);
	if (outcome === "unknown") throw notFound();
	if (outcome === "known") throw moveNotPossible([], ["family-knows-already"]);
	if (outcome === "too_long") throw moveNotPossible([], ["delay-too-long"]);
}
