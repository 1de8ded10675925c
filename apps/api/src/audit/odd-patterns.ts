import type {
	listOddPatterns as listContract,
	OddPattern,
	seeOddPattern as seeContract,
	setFamiliesPerHour as thresholdContract,
} from "@samenplan/contract/audit-log";
import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type { ActorTx } from "../http/as-actor.ts";
import { HttpProblem, moveNotPossible, notFound } from "../http/problems.ts";

const atMost = 200;
const seenAtMost = 30;

type Row = {
	id: string;
	week_of: string;
	kind: OddPattern["kind"];
	person_id: string;
	person_name: string;
	family_id: string | null;
	family_name: string | null;
	times: number;
	seen_by_name: string | null;
	seen_at: Date | null;
	words: string;
};

/** What stands out in the log and was not looked at yet, and the last that was. */
export async function listOddPatterns(tx: ActorTx): Promise<EndpointResponse<typeof listContract>> {
	const list = async (seen: boolean) => {
		const rows = await tx.sql<Row>({
			name: "odd_patterns",
			text: "select * from app.odd_patterns($1, $2)",
			values: [seen, seen ? seenAtMost : atMost],
		});
		return rows.map((row) => present(row, tx.actor.personId));
	};
	const [threshold] = await tx.sql<{ families: number }>({
		name: "odd_threshold",
		text: "select app.odd_threshold($1) as families",
		values: [tx.actor.organisationId],
	});
	return { open: await list(false), seen: await list(true), familiesPerHour: threshold?.families ?? 0 };
}

function present(row: Row, reader: string): OddPattern {
	return {
		id: row.id,
		weekOf: row.week_of,
		kind: row.kind,
		person: { id: row.person_id, name: row.person_name },
		family: row.family_id === null ? null : { id: row.family_id, name: row.family_name ?? "" },
		times: row.times,
		own: row.person_id === reader,
		seen: row.seen_at === null ? null : { by: row.seen_by_name ?? "", at: row.seen_at.toISOString(), words: row.words },
	};
}

/** Says what was found out, once. Nobody does that about themselves. */
export async function seeOddPattern(tx: ActorTx, { params, body }: EndpointParsed<typeof seeContract>): Promise<undefined> {
	const [done] = await tx.sql<{ answer: "done" | "unknown" | "seen" | "own" }>({
		text: "select app.see_odd_pattern($1, $2) as answer",
		values: [params.patternId, body.words],
	});
	if (done?.answer === "unknown") throw notFound();
	if (done?.answer === "seen") throw new HttpProblem("conflict");
	if (done?.answer === "own") throw moveNotPossible([], ["own-pattern"]);
	return undefined;
}

/** From how many families within an hour on it stands out. Counts for what is found from now on. */
export async function setFamiliesPerHour(tx: ActorTx, { body }: EndpointParsed<typeof thresholdContract>): Promise<undefined> {
	await tx.sql({ text: "select app.set_odd_threshold($1)", values: [body.familiesPerHour] });
	return undefined;
}
