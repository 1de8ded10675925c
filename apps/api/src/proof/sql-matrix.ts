import type { RowFacts } from "@samenplan/access/rows";
import { familyTablesOf, rowsOf } from "@samenplan/testing/planted-rows";
import pg from "pg";
import type { Cast, CastMember } from "./cast.ts";
import { factsFor } from "./row-facts.ts";
import { type Deed, type Privileges, type SqlMatrix, triesEach, tryTable } from "./try-rows.ts";

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
