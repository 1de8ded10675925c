import type { readWordsForMe as contract, WordsForMe } from "@samenplan/contract/audience";
import type { EndpointResponse } from "@samenplan/contract/endpoint";
import type { ActorTx } from "../http/as-actor.ts";

type Row = Omit<WordsForMe[number], "createdAt"> & { createdAt: Date };

/** Row-level security leaves what was written for the reader by name, or for everyone involved. */
const one = (
	kind: string,
	columns: { title?: string; language?: string } = {},
) => `select id, '${kind}' as kind, ${columns.title ?? "''"} as title,
	text, ${columns.language ?? "null::text"} as language, audience::text, written_by, created_at from ${kind}
	where family_id = $1 and text <> '' and audience in ('circle', 'named')`;
const words = `select w.id, w.kind, w.title, w.text, w.language, w.audience, w.written_by as "writtenBy", coalesce(n.given_name, '') as writer,
		w.created_at as "createdAt"
	from (${[
		one("view", { language: "language::text" }),
		one("comment", { language: "language::text" }),
		one("load_capacity"),
		one("network_tie", { title: "name" }),
		one("progress_note"),
	].join(" union all ")}) w
	left join app.given_names((select coalesce(array_agg(distinct x.written_by), '{}') from (
		select written_by from view where family_id = $1 union select written_by from comment where family_id = $1
		union select written_by from load_capacity where family_id = $1 union select written_by from network_tie where family_id = $1
		union select written_by from progress_note where family_id = $1) x)) n on n.id = w.written_by
	where (select app.scope()) in ('circle', 'own')
	order by w.created_at desc, w.id desc limit 200`;
const contacts = `select r.person_id as "personId", n.given_name as name, r.email, r.phone, r.reach_note as "reachNote"
	from app.reach_in($1) r
	join app.given_names(array(select person_id from app.reach_in($1))) n on n.id = r.person_id
	where (select app.scope()) in ('circle', 'own') and r.person_id <> (select app.person()) order by n.given_name, r.person_id`;

/**
 * What is addressed to somebody who does not read the plan: words for them by name or for everyone involved, and how people can be
 * reached who opened that to everyone involved. Nothing for who reads the plan: there it all stands.
 */
export async function readWordsForMe(tx: ActorTx): Promise<EndpointResponse<typeof contract>> {
	const rows = await tx.sql<Row>({ name: "words_for_me", text: words, values: [tx.familyId] });
	return {
		words: rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
		contacts: await tx.sql({ name: "contacts_for_me", text: contacts, values: [tx.familyId] }),
	};
}
