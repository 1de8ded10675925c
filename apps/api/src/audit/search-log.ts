import { dayInAmsterdam } from "@samenplan/access/age";
import type { searchLog as contract, LogEntry, findLogSubjects as subjectsContract } from "@samenplan/contract/audit-log";
import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import { groupOf, logObjects } from "@samenplan/contract/log-objects";
import type { ActorTx } from "../http/as-actor.ts";

const pageLength = 50;

type Row = {
	id: string;
	at: Date;
	event: string;
	action: LogEntry["deed"];
	outcome: LogEntry["outcome"];
	person_id: string | null;
	person_name: string | null;
	relation: string | null;
	object: string;
	family_id: string | null;
	family_name: string | null;
	ground: string | null;
	client_address: string | null;
	on_behalf_of: string | null;
	recipient: string | null;
	source: string;
};

/**
 * Searches the log of the organisation (SQL: app.search_log), a page at a time. Reads names, never a text of a family. The frame
 * keeps what was searched for in the entry of this call.
 */
export async function searchLog(tx: ActorTx, { query }: EndpointParsed<typeof contract>): Promise<EndpointResponse<typeof contract>> {
	const [afterAt, afterId] = query.after?.split("-") ?? [];
	const rows = await tx.sql<Row>({
		name: "search_log",
		text: `select * from app.search_log($1, $2, ($3::date)::timestamp at time zone 'Europe/Amsterdam',
			($4::date)::timestamp at time zone 'Europe/Amsterdam', $5, $6::audit_outcome, $7, $8, $9, $10)`,
		values: [
			query.personId ?? null,
			query.familyId ?? null,
			query.from ?? null,
			query.to === undefined ? null : dayAfter(query.to),
			query.group === undefined ? null : logObjects[query.group],
			query.outcome ?? null,
			query.ground ?? null,
			afterAt === undefined ? null : new Date(Number(afterAt)),
			afterId ?? null,
			pageLength + 1,
		],
	});
	const page = rows.slice(0, pageLength);
	const last = page.at(-1);
	const subjects = await subjectsOf(
		tx,
		"",
		[query.personId, query.familyId].filter((each) => each !== undefined),
	);
	const nameOf = (id?: string) => (id === undefined ? null : (subjects.find((each) => each.id === id)?.name ?? ""));
	return {
		entries: page.map(presentEntry),
		next: rows.length > pageLength && last ? `${last.at.getTime()}-${last.id}` : null,
		person: nameOf(query.personId),
		family: nameOf(query.familyId),
	};
}

function presentEntry(row: Row): LogEntry {
	return {
		id: row.id,
		at: row.at.toISOString(),
		deed: row.action,
		outcome: row.outcome,
		person: row.person_id === null ? null : { id: row.person_id, name: row.person_name ?? "" },
		relation: row.relation ?? "",
		object: row.object,
		group: groupOf(row.object),
		family: row.family_id === null ? null : { id: row.family_id, name: row.family_name ?? "" },
		ground: row.ground ?? "",
		event: row.event,
		client: row.client_address ?? "",
		onBehalfOf: row.on_behalf_of ?? "",
		recipient: row.recipient ?? "",
		source: row.source,
	};
}

/** Whom the log can be searched for, by a part of the name. */
export async function findLogSubjects(
	tx: ActorTx,
	{ query }: EndpointParsed<typeof subjectsContract>,
): Promise<EndpointResponse<typeof subjectsContract>> {
	return subjectsOf(tx, query.words, []);
}

function subjectsOf(tx: ActorTx, words: string, ids: string[]): Promise<EndpointResponse<typeof subjectsContract>> {
	if (words === "" && ids.length === 0) return Promise.resolve([]);
	return tx.sql({ name: "log_subjects", text: "select * from app.log_subjects($1, $2)", values: [words, ids] });
}

const dayAfter = (day: string) => dayInAmsterdam(new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000));
