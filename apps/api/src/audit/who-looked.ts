import { dayInAmsterdam } from "@samenplan/access/age";
import { relations } from "@samenplan/access/relations";
import type { whoLooked as contract, Look } from "@samenplan/contract/audit";
import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type { ActorTx } from "../http/as-actor.ts";
import { lookedAtOf } from "./looked-at.ts";

/** Days that are shown when no first day is asked for. */
const usualDays = 30;

type Row = {
	day: string;
	at: Date;
	name: string;
	person_id: string | null;
	relation: string | null;
	action: Look["deed"];
	object: string;
	ground: string | null;
	times: number;
};

const select = `select to_char(e.at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') as day, max(e.at) as at, e.person_id, e.relation, e.action, e.object,
		e.ground, count(*)::int as times, coalesce(max(trim(p.given_name || ' ' || p.family_name)), '') as name
	from audit_entry e left join person p on p.id = e.person_id
	where e.family_id = $1 and e.outcome = 'success'
		and not app.text_kept_from_me(e.object, e.object_id)
		and e.at >= ($2::date)::timestamp at time zone 'Europe/Amsterdam' and e.at < ($3::date + 1)::timestamp at time zone 'Europe/Amsterdam'
	group by 1, e.person_id, e.relation, e.action, e.object, e.ground`;

/**
 * Who looked at the family's plan or changed it: a line per person, day, deed and kind of thing, the newest first. Refused tries
 * are not here: nothing was seen, and the name of who tried is not this family's business. Nor does anyone outside the family read
 * that it spoke among itself.
 */
export async function whoLooked(tx: ActorTx, { query }: EndpointParsed<typeof contract>): Promise<EndpointResponse<typeof contract>> {
	const to = query.to ?? tx.today;
	const from = query.from ?? dayBefore(to, usualDays);
	const rows = await tx.sql<Row>({ name: "who_looked", text: select, values: [tx.familyId, from, to] });
	const looks = new Map<string, Look>();
	for (const row of rows.sort((one, other) => other.at.getTime() - one.at.getTime())) {
		const what = row.object in lookedAtOf ? lookedAtOf[row.object] : "other";
		if (!what) continue;
		const key = [row.day, row.person_id, row.action, what].join();
		const known = looks.get(key);
		if (known) known.times += row.times;
		else
			looks.set(key, {
				day: row.day,
				at: row.at.toISOString(),
				name: row.name,
				relation: relationOf(row.relation),
				mine: row.person_id === tx.actor.personId,
				deed: row.action,
				what,
				times: row.times,
				why: row.ground === "review" ? "review" : row.ground === "job" ? "job" : "relation",
			});
	}
	return { from, to, looks: [...looks.values()] };
}

function relationOf(relation: string | null): Look["relation"] {
	if (relation === "system") return "system";
	return relations.find((known) => known === relation) ?? "other";
}

function dayBefore(day: string, days: number): string {
	return dayInAmsterdam(new Date(Date.parse(`${day}T12:00:00Z`) - days * 86_400_000));
}
