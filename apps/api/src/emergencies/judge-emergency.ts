import type * as emergencies from "@samenplan/contract/emergencies";
import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type { ActorTx } from "../http/as-actor.ts";
import { found, moveNotPossible, notFound } from "../http/problems.ts";

type Row = {
	id: string;
	family_id: string;
	family_name: string;
	person_name: string;
	own: boolean;
	reason: emergencies.EmergencyInList["reason"];
	words: string;
	created_at: Date;
	until_at: Date;
	ended_at: Date | null;
	family_sees_at: Date;
	delay_because: string;
	verdict: emergencies.EmergencyInList["verdict"];
	verdict_words: string;
	verdict_by_name: string | null;
	verdict_at: Date | null;
};

/** Every use in the organisation, those without a verdict first. */
export async function listEmergencies(tx: ActorTx): Promise<EndpointResponse<typeof emergencies.listEmergencies>> {
	const rows = await tx.sql<Row>({ name: "emergencies", text: "select * from app.emergencies()" });
	return {
		now: tx.now.toISOString(),
		emergencies: rows.map((row) => ({
			id: row.id,
			familyId: row.family_id,
			familyName: row.family_name,
			personName: row.person_name,
			own: row.own,
			reason: row.reason,
			words: row.words,
			createdAt: row.created_at.toISOString(),
			untilAt: row.until_at.toISOString(),
			endedAt: row.ended_at?.toISOString() ?? null,
			open: row.ended_at === null && row.until_at > tx.now,
			familySeesAt: row.family_sees_at.toISOString(),
			delayBecause: row.delay_because,
			verdict: row.verdict,
			verdictWords: row.verdict_words,
			verdictByName: row.verdict_by_name,
			verdictAt: row.verdict_at?.toISOString() ?? null,
		})),
	};
}

/** The verdict afterwards, once; nobody judges an own use. */
export async function judgeEmergency(tx: ActorTx, { params, body }: EndpointParsed<typeof emergencies.judgeEmergency>): Promise<undefined> {
	const [row] = await tx.sql<{ outcome: "done" | "unknown" | "own" | "judged" }>({
		name: "judge_emergency",
		text: "select app.judge_emergency($1, $2::emergency_verdict, $3) as outcome",
		values: [params.emergencyId, body.verdict, body.words],
	});
	const { outcome } = found(row);
	if (outcome === "unknown") throw notFound();
	if (outcome === "own") throw moveNotPossible([], ["own-emergency"]);
	if (outcome === "judged") throw moveNotPossible([], ["emergency-was-judged"]);
}
