import { mayAddRow, mayChangeRow, mayReadRow, type RowFacts } from "@samenplan/access/rows";
import { familyTables } from "@samenplan/access/tables";
import type { PlantedRow } from "@samenplan/testing/planted-rows";
import type pg from "pg";
import type { CastMember } from "./cast.ts";
import { readerOf } from "./row-facts.ts";

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
export type Privileges = { insert: boolean; delete: boolean; update: string | undefined };

/** Tries every deed with the rows of one table as one member, beside what the policy says of each. */
export async function tryTable(
	{ app, member, seenBy, theirs, facts, table, rows, privileges, deeds }: Attempt,
	result: SqlMatrix,
): Promise<void> {
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
			// What one writes down for another goes by whose words they are.
			row.recorded === undefined ? undefined : row.person_id,
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
export const triesEach = `
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
