import { mayAddRow, mayChangeRow, mayReadRow, type Reader, type RowFacts } from "@samenplan/access/rows";
import { partIsAbout } from "@samenplan/access/shared-part";
import { familyTables } from "@samenplan/access/tables";
import { familyTablesOf, type PlantedRow, rowsOf } from "@samenplan/testing/planted-rows";
import pg from "pg";
import type { Cast, CastMember } from "./cast.ts";

/** What is tried with a row. */
export type Deed = "read" | "insert" | "update" | "delete";
export type Difference = {
	who: string;
	table: string;
	deed: Deed;
	expected: number;
	found: number;
	rows: string[];
};
export type SqlMatrix = { cells: number; differences: Difference[]; seen: Map<string, Set<string>>; changed: Map<string, Set<string>> };

/**
 * Lets everyone of the cast try every table with family data as the API's own role: which rows of the family they read, change,
 * take away and could add a copy of, compared row by row with what the policy says.
 */
export async function runSqlMatrix(database: { ownerUrl: string; appUrl: string }, cast: Cast): Promise<SqlMatrix> {
	const matrix = await openSqlMatrix(database, cast);
	try {
		return await matrix.run();
	} finally {
		await matrix.close();
	}
}

/** What of the matrix is tried; all of it when nothing is said. */
export type Part = {
	/** Of these tables. */
	only?: readonly string[];
	deeds?: readonly Deed[];
	/** For who only wants to know whether there is a difference. */
	stopAtFirst?: boolean;
	/** Everyone stands in the family as the last time they entered: for rules that say nothing of entering. */
	asBefore?: boolean;
};
const deedsOfAll: readonly Deed[] = ["read", "update", "delete", "insert"];

export type OpenSqlMatrix = {
	run: (of?: Part) => Promise<SqlMatrix>;
	close: () => Promise<void>;
};

/** The matrix with what it expects worked out once, to be run as often as one likes. */
export async function openSqlMatrix(database: { ownerUrl: string; appUrl: string }, cast: Cast): Promise<OpenSqlMatrix> {
	const rows = await rowsOf(database.ownerUrl, cast.family.familyId);
	const tables = await familyTablesOf(database.ownerUrl);
	const [owner, app] = [new pg.Client({ connectionString: database.ownerUrl }), new pg.Client({ connectionString: database.appUrl })];
	await Promise.all([owner.connect(), app.connect()]);
	await owner.query(triesEach);
	const privileges = await privilegesOf(owner);
	const facts = new Map<string, RowFacts>();
	// One moment for all of it: what opens in five minutes stays closed, however long this takes.
	const now = new Date();
	const members = [...cast.members, ...cast.inDatabaseOnly, ...elsewhere(cast)];
	for (const member of members)
		if (!facts.has(nameOf(cast, member))) facts.set(nameOf(cast, member), await factsFor(owner, member, rows, now));
	const stood = new Map<string, unknown>();

	async function stand(member: CastMember, asBefore: boolean): Promise<CastMember | undefined> {
		const seenBy = member.through === undefined ? undefined : cast.named(member.through);
		if (asBefore && stood.has(member.name)) {
			await app.query("select set_config(key, value, true) from jsonb_each_text($1)", [stood.get(member.name)]);
			return seenBy;
		}
		await enter(app, member, member.from ?? cast.family.familyId, now);
		if (seenBy) await app.query("select app.see_as($1)", [seenBy.person?.personId]);
		const { rows: settings } = await app.query(
			"select jsonb_object_agg(name, coalesce(current_setting(name, true), '')) as all from unnest($1::text[]) as of (name)",
			[settingsOfActor],
		);
		stood.set(member.name, settings[0].all);
		return seenBy;
	}

	async function run({ only, deeds = deedsOfAll, stopAtFirst = false, asBefore = false }: Part = {}): Promise<SqlMatrix> {
		const result: SqlMatrix = { cells: 0, differences: [], seen: new Map(), changed: new Map() };
		for (const member of members) {
			if (stopAtFirst && result.differences.length > 0) break;
			await app.query("begin");
			try {
				const seenBy = await stand(member, asBefore);
				const of = { facts: facts.get(nameOf(cast, member)) as RowFacts, rows, privileges, deeds };
				const eyes = seenBy && { seenBy, theirs: facts.get(seenBy.name) as RowFacts };
				for (const table of tables) if (!only || only.includes(table.name)) await tryTable({ app, member, ...eyes, ...of, table }, result);
			} finally {
				await app.query("rollback");
			}
		}
		return result;
	}
	return { run, close: async () => void (await Promise.all([owner.end(), app.end()])) };
}

const nameOf = (cast: Cast, member: CastMember) =>
	[...cast.members, ...cast.inDatabaseOnly].find(({ person }) => person && person === member.person)?.name ?? member.name;

/** Who stands in another family and reaches for this one; and the coordinator who looks through somebody's eyes. */
function elsewhere(cast: Cast): CastMember[] {
	const from = (name: string): CastMember => ({
		...cast.named(name),
		name: `${name}, from within another one`,
		relations: [],
		from: cast.other.familyId,
	});
	const through = (name: string): CastMember => ({
		...cast.named("coordinator"),
		name: `coordinator through the eyes of the ${name}`,
		through: name,
	});
	return [
		from("coordinator of another family"),
		from("parent of another family"),
		from("team lead"),
		through("parent with authority"),
		through("the other parent with authority"),
		through("young person of 13"),
		through("network member"),
		through("other professional"),
	];
}

/** Everything that entering, and looking through somebody's eyes, says of who acts. */
const settingsOfActor = [
	"account",
	"person",
	"organisation",
	"families",
	"scope",
	"side",
	"system",
	"duties",
	"acting_as",
	"viewer",
	"now",
].map((name) => `app.${name}`);

/** As the frame does; nobody signed in does not enter at all. */
export async function enter(app: pg.Client, { person, sessionId }: CastMember, familyId: string, now = new Date()): Promise<void> {
	await app.query("select app.enter($1, $2, $3, null, $4, 'proof', 'read', 'proof', null, null, null, false, false)", [
		person?.accountId ?? "019a0000-0000-7000-8000-00000000dead",
		sessionId,
		familyId,
		now,
	]);
}

type Attempt = {
	app: pg.Client;
	member: CastMember;
	seenBy?: CastMember;
	/** Of whom is looked through. */
	theirs?: RowFacts;
	facts: RowFacts;
	table: { name: string; key: string; columns: string[] };
	rows: readonly PlantedRow[];
	privileges: ReadonlyMap<string, Privileges>;
	deeds: readonly Deed[];
};
type Privileges = { insert: boolean; delete: boolean; update: string | undefined };

async function tryTable({ app, member, seenBy, theirs, facts, table, rows, privileges, deeds }: Attempt, result: SqlMatrix): Promise<void> {
	const rule = familyTables[table.name];
	if (!rule) throw new Error(`Say in familyTables of packages/access what opens ${table.name}, and what changes it.`);
	const reader = readerOf(member);
	const ofTable = rows.filter((row) => row.table === table.name);
	const family = table.name === "family" ? "id" : "family_id";
	const familyId = rows.find((row) => row.table === "family")?.key;
	const compare = (deed: Difference["deed"], expected: PlantedRow[], found: ReadonlySet<string>) => {
		result.cells += 1;
		const wrong = [
			...expected.filter(({ key }) => !found.has(key)).map(({ key }) => `missing ${key}`),
			...[...found].filter((key) => !expected.some((row) => row.key === key)).map((key) => `too much ${key}`),
		];
		if (wrong.length > 0)
			result.differences.push({ who: member.name, table: table.name, deed, expected: expected.length, found: found.size, rows: wrong });
	};

	const seen = (await tried(app, `select ${table.key} as key from "${table.name}" t where ${family} = '${familyId}'`)) ?? new Set();
	// Entries of the log are added while this runs.
	const known = new Set([...seen].filter((key) => table.name !== "audit_entry" || ofTable.some((row) => row.key === key)));
	result.seen.set(`${member.name} ${table.name}`, known);
	const readable = member.signedIn ? ofTable.filter(({ row }) => mayReadRow(table.name, row, reader, facts)) : [];
	if (seenBy) {
		// Only what both may read; from here on nothing can be changed.
		const both = readable
			.filter(({ row }) => mayReadRow(table.name, row, readerOf(seenBy), theirs ?? facts))
			// What the family may not know yet is not shown through its eyes either.
			.filter(({ row }) => !("family_sees_at" in row) || new Date(row.family_sees_at as string) <= facts.now);
		return compare("read", both, known);
	}
	if (deeds.includes("read")) compare("read", readable, known);

	const may = privileges.get(table.name) ?? { insert: false, delete: false, update: undefined };
	const changes = ({ row }: PlantedRow) => member.signedIn && mayChangeRow(table.name, row, reader, facts);
	if (deeds.includes("update")) {
		const change = `update "${table.name}" t set "${may.update}" = "${may.update}" where ${family} = '${familyId}'`;
		const updated = may.update ? await changed(app, change, table.key, ofTable) : new Set<string>();
		result.changed.set(`${member.name} ${table.name}`, updated);
		compare("update", may.update ? ofTable.filter(changes) : [], updated);
	}
	if (deeds.includes("delete") && may.delete) {
		const sample = sampleOf(table.name, ofTable, member.person?.personId);
		const taken = await triedEach(
			app,
			`delete from "${table.name}" t where ${family} = '${familyId}' and ${table.key} = $1`,
			sample.map(({ key }) => key),
		);
		compare("delete", sample.filter(changes), new Set(sample.filter((_, place) => taken.has(place)).map(({ key }) => key)));
	}
	if (deeds.includes("insert")) {
		const sample = may.insert ? sampleOf(table.name, ofTable, member.person?.personId) : [];
		const copies = sample.map(({ row }) =>
			JSON.stringify("id" in row && typeof row.id === "string" ? { ...row, id: crypto.randomUUID() } : row),
		);
		const added = await triedEach(
			app,
			`insert into "${table.name}" select * from jsonb_populate_record(null::"${table.name}", $1::jsonb)`,
			copies,
		);
		compare(
			"insert",
			member.signedIn ? sample.filter(({ row }) => mayAddRow(table.name, row, reader, facts)) : [],
			new Set(sample.filter((_, place) => added.has(place)).map(({ key }) => key)),
		);
	}
}

/** Of each audience, and of each column that names whoever tries, one row: not every copy of a kind is tried. */
function sampleOf(table: string, rows: readonly PlantedRow[], personId: string | undefined): PlantedRow[] {
	const kinds = new Map<string, PlantedRow>();
	const names = (value: unknown) => personId !== undefined && (value === personId || (Array.isArray(value) && value.includes(personId)));
	const kindOf = ({ row }: PlantedRow) =>
		[
			row.audience,
			row.object,
			row.help_id,
			row.evaluation_id,
			row.recorded,
			...Object.keys(row).filter((column) => names(row[column])),
		].join();
	for (const each of rows) kinds.set(kindOf(each), each);
	return table === "audit_entry" ? rows.slice(0, 1) : [...kinds.values()];
}

/** All rows at once; when one of them is refused, all are, and each is tried alone. */
async function changed(app: pg.Client, text: string, key: string, rows: readonly PlantedRow[]): Promise<Set<string>> {
	const all = await tried(app, `${text} returning ${key} as key`);
	if (all) return all;
	const alone = await triedEach(
		app,
		`${text} and ${key} = $1`,
		rows.map((row) => row.key),
	);
	return new Set(rows.filter((_, place) => alone.has(place)).map((row) => row.key));
}

/** The keys of the rows, or nothing when security refused. Leaves no trace. */
async function tried(app: pg.Client, text: string): Promise<Set<string> | undefined> {
	const attempt = "attempt";
	const outcome = await app.query(`savepoint ${attempt}; ${text}; rollback to savepoint ${attempt}`).catch((error: { code: string }) => {
		if (error.code !== "42501") throw error;
		return undefined;
	});
	if (!outcome) {
		await app.query(`rollback to savepoint ${attempt}`);
		return undefined;
	}
	const [, found] = outcome as unknown as pg.QueryResult<{ key: string }>[];
	return new Set(found?.rows.map(({ key }) => key));
}

/** The places of the values with which security lets the statement do something. Leaves no trace. */
async function triedEach(app: pg.Client, text: string, values: readonly string[]): Promise<Set<number>> {
	if (values.length === 0) return new Set();
	const { rows } = await app.query<{ done: number[] }>("select proof.tried_each($1, $2) as done", [text, values]);
	return new Set(rows[0]?.done);
}

/**
 * Tries a statement with each value and undoes it. That another rule than security refuses (a key that exists, a row that others
 * hang on) comes after security, and counts as let in.
 */
const triesEach = `
	create schema if not exists proof;
	grant usage on schema proof to samenplan_app;
	create or replace function proof.tried_each(p_text text, p_values text[]) returns int[] language plpgsql as $$
	declare done int[] := '{}'; touched int;
	begin
		for place in 1 .. cardinality(p_values) loop
			begin
				execute p_text using p_values[place];
				get diagnostics touched = row_count;
				raise exception using errcode = case when touched > 0 then 'PR001' else 'PR002' end;
			exception
				when sqlstate 'PR002' or insufficient_privilege then null;
				when sqlstate 'PR001' or integrity_constraint_violation or raise_exception then done := done || (place - 1);
			end;
		end loop;
		return done;
	end $$;`;

export function readerOf({ person, relations, duties, organisationId }: CastMember): Reader {
	return { personId: person?.personId ?? "", relations, duties, organisationId };
}

export async function factsFor(owner: pg.Client, { person }: CastMember, rows: readonly PlantedRow[], now = new Date()): Promise<RowFacts> {
	const of = (table: string) => rows.filter((row) => row.table === table).map(({ row }) => row);
	const consents = await owner.query<{ id: string }>(
		`select id from consent where app.consent_stands(id, (now() at time zone 'Europe/Amsterdam')::date)
			and (to_person_id is null or to_person_id = $1)`,
		[person?.personId ?? null],
	);
	const { rows: standing } = await owner.query<{ id: string; about: string }>(
		`select s.object_id as id, c.about_person_id as about from share s join consent c on c.id = s.consent_id
			where s.person_id = $1 and s.family_id = $2 and s.ended_at is null
				and app.consent_stands(c.id, (now() at time zone 'Europe/Amsterdam')::date)`,
		[person?.personId ?? null, of("family")[0]?.id ?? null],
	);
	const about = await peopleOfParts(owner, rows);
	const shared = standing.filter(({ id }) => {
		const consented = standing.filter((each) => each.id === id).map((each) => each.about);
		return about.get(id)?.every((each) => consented.includes(each)) === true;
	});
	return {
		standing: new Set(consents.rows.map(({ id }) => id)),
		addressKept: of("shield").some((row) => row.from_person_id === person?.personId && row.ended_at === null && row.what !== "reach"),
		sharedIds: new Set(shared.map(({ id }) => id)),
		heldEvaluations: new Set(
			of("evaluation")
				.filter(({ state }) => state === "held")
				.map(({ id }) => id as string),
		),
		scored: new Set(
			of("evaluation_score")
				.filter((row) => row.person_id === person?.personId)
				.map((row) => `${row.evaluation_id}:${row.goal_id}`),
		),
		rowsOf: of,
		rowOf: (table, id) => rows.find((each) => each.table === table && each.key === id)?.row,
		now,
	};
}

/** Whom each part of the plan that can be shared is about, as the policy says. */
async function peopleOfParts(owner: pg.Client, rows: readonly PlantedRow[]): Promise<Map<string, string[]>> {
	const of = (table: string, relation?: string) =>
		rows.flatMap(({ table: name, row }) =>
			name === table && (!relation || (row.relation === relation && row.ended_at === null)) ? [row] : [],
		);
	const children = [...new Set(of("involvement", "child").map((row) => row.person_id as string))];
	const { rows: named } = await owner.query<{ id: string; givenName: string }>(
		`select id, given_name as "givenName" from person where id = any ($1)`,
		[children],
	);
	const family = { children: named, parentIds: [...new Set(of("involvement", "parent").map((row) => row.person_id as string))] };
	const about = new Map<string, string[]>();
	for (const object of ["goal", "ask", "help", "plan_version"] as const)
		for (const row of of(object))
			about.set(
				row.id as string,
				partIsAbout(
					{
						object,
						forKind: row.for_kind as string | null,
						forPersonId: row.for_person_id as string | null,
						text: row.text as string,
						writtenBy: row.written_by as string,
					},
					family,
				),
			);
	return about;
}

/** Whether the API's role may insert and delete, and one column it may update. */
async function privilegesOf(owner: pg.Client): Promise<Map<string, Privileges>> {
	const { rows } = await owner.query<{ table: string; insert: boolean; delete: boolean; update: string | null }>(`
		select c.relname as table, has_table_privilege('samenplan_app', c.oid, 'insert') as insert,
			has_table_privilege('samenplan_app', c.oid, 'delete') as delete,
			(select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
				and has_column_privilege('samenplan_app', c.oid, a.attnum, 'update') order by a.attnum desc limit 1) as update
		from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`);
	return new Map(rows.map(({ table, update, ...may }) => [table, { ...may, update: update ?? undefined }]));
}
