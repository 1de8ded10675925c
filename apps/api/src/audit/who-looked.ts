import { dayInAmsterdam } from "@samenplan/access/age";
import { relations } from "@samenplan/access/relations";
import { type whoLooked as contract, type Look, lookGrounds } from "@samenplan/contract/audit";
import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type { ActorTx } from "../http/as-actor.ts";
import { lookedAtOf } from "./looked-at.ts";

/** Days that are shown when no first day is asked for. */
const usualDays = 30;
/** Lines of one answer; a longer period comes in parts. */
const mostLines = 200;

type Row = {
	day: string;
	at: Date;
	name: string;
	person_id: string | null;
	relation: string | null;
	action: Look["deed"];
	object: string;
	ground: string | null;
	recipient: string | null;
	recipient_name: string;
	times: number;
};

/**
 * What this reader may know of at all. Row-level security leaves out what a family may not know yet (an emergency). A worry about safety
 * that is shielded is left out for the coordinator too: this page lies on the table when they sit together.
 */
const visible = `e.family_id = $1 and e.outcome = 'success' and e.object = any ($2)
	and not app.text_kept_from_me(e.object, e.object_id) and not app.log_hides(e.object, e.object_id, e.person_id, e.recipient)
	and (e.object <> 'safety_track' or app.family_may_know(e.object, e.object_id, e.family_id, e.person_id, e.ground, e.at))
	and not (e.object = 'mail' and (e.recipient is null or app.log_hides_mail(e.family_id, e.recipient, e.at)))`;

const select = `select l.*, coalesce(trim(p.given_name || ' ' || p.family_name), '') as name,
		coalesce(trim(r.given_name || ' ' || r.family_name), '') as recipient_name
	from (
		select to_char(e.at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') as day, max(e.at) as at, e.person_id, e.relation, e.action, e.object,
			e.ground, e.recipient, count(*)::int as times
		from audit_entry e
		where ${visible}
			and e.at >= ($3::date)::timestamp at time zone 'Europe/Amsterdam' and e.at < ($4::date + 1)::timestamp at time zone 'Europe/Amsterdam'
		group by 1, e.person_id, e.relation, e.action, e.object, e.ground, e.recipient) l
	left join person p on p.id = l.person_id
	left join person r on r.id = case when l.recipient ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then l.recipient::uuid end
	order by l.day desc, l.at desc limit $5`;

const before = `select to_char(e.at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') as day from audit_entry e
	where ${visible} and e.at < ($3::date)::timestamp at time zone 'Europe/Amsterdam' order by e.at desc limit 1`;

/** Objects of the log that say something to a family. What is not placed in `lookedAtOf` is not shown. */
const shown = Object.keys(lookedAtOf).filter((object) => lookedAtOf[object] !== null);

/**
 * Who looked at the family's plan or changed it: a line per person, day, deed and kind of thing, the newest first. Refused tries
 * are not here: nothing was seen, and the name of who tried is not this family's business. Nor does anyone read here that a text
 * exists which they may not read, or what another asked about their own data.
 */
export async function whoLooked(tx: ActorTx, { query }: EndpointParsed<typeof contract>): Promise<EndpointResponse<typeof contract>> {
	const to = query.to ?? tx.today;
	const { rows, from } = await rowsOf(tx, { from: query.from ?? daysBefore(to, usualDays), to });
	const [earlier] = await tx.sql<{ day: string }>({ name: "who_looked_before", text: before, values: [tx.familyId, shown, from] });
	const looks = new Map<string, Look>();
	for (const row of rows) {
		const what = ofSmallPart(row) ? "shared" : lookedAtOf[row.object];
		if (!what) continue;
		const key = [row.day, row.person_id, row.relation, row.action, what, row.ground, row.recipient].join();
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
				why: lookGrounds.find((ground) => ground === row.ground) ?? "relation",
				recipient: row.recipient_name,
			});
	}
	return { from, to, looks: [...looks.values()], earlier: earlier?.day ?? null };
}

/**
 * The newest whole days of a period, up to about {@link mostLines} lines; `from` is the first of those days. Of one day everything: it
 * holds one line for each person and kind of thing.
 */
async function rowsOf(tx: ActorTx, { from, to }: { from: string; to: string }): Promise<{ rows: Row[]; from: string }> {
	const read = (first: string, last: string, limit: number | null) =>
		tx.sql<Row>({ name: "who_looked", text: select, values: [tx.familyId, shown, first, last, limit] });
	const rows = await read(from, to, mostLines + 1);
	if (rows.length <= mostLines) return { rows, from };
	const [newest, oldest] = [rows[0]?.day as string, rows.at(-1)?.day as string];
	if (newest === oldest) return { rows: await read(newest, newest, null), from: newest };
	const whole = rows.filter(({ day }) => day !== oldest);
	return { rows: whole, from: whole.at(-1)?.day ?? newest };
}

/** Whoever has a small part reads what was shared with them, whatever the log called the page that shows it. */
const smallParts: readonly string[] = ["parent_without_authority", "network_member", "professional"];
const ofSmallPart = (row: Row) => row.action === "read" && row.object === "family" && smallParts.includes(row.relation ?? "");

function relationOf(relation: string | null): Look["relation"] {
	if (relation === "system") return "system";
	return relations.find((known) => known === relation) ?? "other";
}

function daysBefore(day: string, days: number): string {
	return dayInAmsterdam(new Date(Date.parse(`${day}T12:00:00Z`) - days * 86_400_000));
}
