import { mayAddRow, mayChangeRow, mayReadRow, type Reader, type RowFacts } from "@samenplan/access/rows";
import { familyTables } from "@samenplan/access/tables";
import { familyTablesOf, type PlantedRow, rowsOf } from "@samenplan/testing/planted-rows";
import pg from "pg";
import type { Cast, CastMember } from "./cast.ts";

export type Difference = {
	who: string;
	table: string;
	deed: "read" | "insert" | "update";
	expected: number;
	found: number;
	rows: string[];
};
export type SqlMatrix = { cells: number; differences: Difference[]; seen: Map<string, Set<string>>; changed: Map<string, Set<string>> };

/**
 * Lets everyone of the cast try every table with family data as the API's own role: which rows of the family they read, change and
 * could add a copy of, compared row by row with what the policy says.
 */
export async function runSqlMatrix(database: { ownerUrl: string; appUrl: string }, cast: Cast): Promise<SqlMatrix> {
	const matrix = await openSqlMatrix(database, cast);
	try {
		return await matrix.run();
	} finally {
		await matrix.close();
	}
}

export type OpenSqlMatrix = {
	/** All tables, or some; for some kinds of callers only; until the first difference, for who only wants to know whether there is one. */
	run: (of?: { only?: readonly string[]; stopAtFirst?: boolean }) => Promise<SqlMatrix>;
	close: () => Promise<void>;
};

/** The matrix with what it expects worked out once, to be run as often as one likes. */
export async function openSqlMatrix(database: { ownerUrl: string; appUrl: string }, cast: Cast): Promise<OpenSqlMatrix> {
	const rows = await rowsOf(database.ownerUrl, cast.family.familyId);
	const tables = await familyTablesOf(database.ownerUrl);
	const [owner, app] = [new pg.Client({ connectionString: database.ownerUrl }), new pg.Client({ connectionString: database.appUrl })];
	await Promise.all([owner.connect(), app.connect()]);
	const privileges = await privilegesOf(owner);
	const facts = new Map<string, RowFacts>();
	for (const member of cast.members) facts.set(member.name, await factsFor(owner, member, rows));
	const members = [...cast.members, ...elsewhere(cast)];

	async function run({ only, stopAtFirst = false }: { only?: readonly string[]; stopAtFirst?: boolean } = {}): Promise<SqlMatrix> {
		const result: SqlMatrix = { cells: 0, differences: [], seen: new Map(), changed: new Map() };
		for (const member of members) {
			if (stopAtFirst && result.differences.length > 0) break;
			const seenBy = member.through === undefined ? undefined : cast.named(member.through);
			await app.query("begin");
			try {
				await enter(app, member, member.from ?? cast.family.familyId);
				if (seenBy) await app.query("select app.see_as($1)", [seenBy.person?.personId]);
				const of = { facts: facts.get(member.person ? nameOf(cast, member) : member.name) as RowFacts, rows, privileges };
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

const nameOf = (cast: Cast, member: CastMember) => cast.members.find(({ person }) => person === member.person)?.name ?? member.name;

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
		through("network member"),
		through("other professional"),
	];
}

/** As the frame does; nobody signed in does not enter at all. */
export async function enter(app: pg.Client, { person, sessionId }: CastMember, familyId: string): Promise<void> {
	await app.query("select app.enter($1, $2, $3, null, now(), 'proof', 'read', 'proof', null, null, null, false)", [
		person?.accountId ?? "019a0000-0000-7000-8000-00000000dead",
		sessionId,
		familyId,
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
	privileges: ReadonlyMap<string, { insert: boolean; update: string | undefined }>;
};

async function tryTable({ app, member, seenBy, theirs, facts, table, rows, privileges }: Attempt, result: SqlMatrix): Promise<void> {
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

	const seen = await keys(app, `select ${table.key} as key from "${table.name}" t where ${family} = $1`, [familyId]);
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
	compare("read", readable, known);

	const { insert, update } = privileges.get(table.name) ?? { insert: false, update: undefined };
	const changed = `update "${table.name}" t set "${update}" = "${update}" where ${family} = $1`;
	const updated = update ? await keysOrOneByOne(app, changed, table.key, { familyId, rows: ofTable }) : new Set<string>();
	result.changed.set(`${member.name} ${table.name}`, updated);
	compare("update", update && member.signedIn ? ofTable.filter(({ row }) => mayChangeRow(table.name, row, reader, facts)) : [], updated);
	const sample = insert ? sampleOf(table.name, ofTable) : [];
	const added = new Set<string>();
	for (const row of sample) if (await inserts(app, table, row)) added.add(row.key);
	compare("insert", member.signedIn ? sample.filter(({ row }) => mayAddRow(table.name, row, reader, facts)) : [], added);
}

/** Of each audience, relation and person one row, so that not every copy of a kind is tried. */
function sampleOf(table: string, rows: readonly PlantedRow[]): PlantedRow[] {
	const kinds = new Map<string, PlantedRow>();
	for (const each of rows) kinds.set([each.row.audience, each.row.person_id, each.row.written_by, each.row.author_id].join(), each);
	return table === "audit_entry" ? rows.slice(0, 1) : [...kinds.values()];
}

async function keys(app: pg.Client, text: string, values: unknown[]): Promise<Set<string>> {
	return (await tried(app, text, values)) ?? new Set();
}

/** All rows at once; when one of them is refused, all are, and each is tried alone. */
async function keysOrOneByOne(
	app: pg.Client,
	text: string,
	key: string,
	{ familyId, rows }: { familyId: string | undefined; rows: readonly PlantedRow[] },
): Promise<Set<string>> {
	const all = await tried(app, `${text} returning ${key} as key`, [familyId]);
	if (all) return all;
	const found = new Set<string>();
	for (const row of rows)
		for (const each of (await tried(app, `${text} and ${key} = $2 returning ${key} as key`, [familyId, row.key])) ?? []) found.add(each);
	return found;
}

/** The keys of the rows, or nothing when security refused. Leaves no trace. */
async function tried(app: pg.Client, text: string, values: unknown[]): Promise<Set<string> | undefined> {
	await app.query("savepoint attempt");
	const found = await app.query<{ key: string }>(text, values).catch((error: { code: string }) => {
		if (error.code !== "42501") throw error;
		return undefined;
	});
	await app.query("rollback to savepoint attempt");
	return found && new Set(found.rows.map(({ key }) => key));
}

/** Whether security lets a copy of a row in; that a copy breaks another rule (a key that exists) comes after security. */
async function inserts(app: pg.Client, table: Attempt["table"], { row }: PlantedRow): Promise<boolean> {
	await app.query("savepoint attempt");
	const copy = "id" in row && typeof row.id === "string" ? { ...row, id: crypto.randomUUID() } : row;
	const refused = await app
		.query(`insert into "${table.name}" select * from jsonb_populate_record(null::"${table.name}", $1)`, [JSON.stringify(copy)])
		.then(
			() => false,
			(error: { code: string }) => error.code === "42501",
		);
	await app.query("rollback to savepoint attempt");
	return !refused;
}

export function readerOf({ person, relations, duties, organisationId }: CastMember): Reader {
	return { personId: person?.personId ?? "", relations, duties, organisationId };
}

export async function factsFor(owner: pg.Client, { person }: CastMember, rows: readonly PlantedRow[]): Promise<RowFacts> {
	const of = (table: string) => rows.filter((row) => row.table === table).map(({ row }) => row);
	const consents = await owner.query<{ id: string }>(
		`select id from consent where app.consent_stands(id, (now() at time zone 'Europe/Amsterdam')::date)
			and (to_person_id is null or to_person_id = $1)`,
		[person?.personId ?? null],
	);
	const { rows: standing } = await owner.query<{ id: string }>(
		`select s.object_id as id from share s where s.person_id = $1 and s.ended_at is null
			and app.consent_stands(s.consent_id, (now() at time zone 'Europe/Amsterdam')::date)`,
		[person?.personId ?? null],
	);
	return {
		standing: new Set(consents.rows.map(({ id }) => id)),
		addressKept: of("shield").some((row) => row.from_person_id === person?.personId && row.ended_at === null && row.what !== "reach"),
		sharedIds: new Set(standing.map(({ id }) => id)),
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
		rowOf: (table, id) => rows.find((each) => each.table === table && each.key === id)?.row,
		now: new Date(),
	};
}

/** Whether the API's role may insert, and one column it may update. */
async function privilegesOf(owner: pg.Client): Promise<Map<string, { insert: boolean; update: string | undefined }>> {
	const { rows } = await owner.query<{ table: string; insert: boolean; update: string | null }>(`
		select c.relname as table, has_table_privilege('samenplan_app', c.oid, 'insert') as insert,
			(select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
				and has_column_privilege('samenplan_app', c.oid, a.attnum, 'update') order by a.attnum desc limit 1) as update
		from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`);
	return new Map(rows.map(({ table, insert, update }) => [table, { insert, update: update ?? undefined }]));
}
