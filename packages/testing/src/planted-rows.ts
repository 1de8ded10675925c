import pg from "pg";
import { v7 as uuid7 } from "uuid";

/** A text that stands in exactly one field of one row, so that wherever it turns up, it came from there. */
export type Planted = { table: string; column: string; text: string; key: string };
export type PlantedRow = { table: string; key: string; row: Record<string, unknown> };
type Column = { name: string; type: string; kind: string; nullable: boolean; hasDefault: boolean };
type Table = { name: string; columns: Column[]; parents: Map<string, string>; keyColumns: string[] };

/** Rows that exist with the family: their texts are planted where they stand. */
const standing = ["family", "plan", "step", "involvement", "authority"];
/** Written by the database itself, or read by other rules than a family's. */
const notPlanted = ["audit_entry", "former_text"];
const sharedObjects = ["goal", "help", "ask", "plan_version"];
const audiences = ["family", "core", "circle", "named", "staff"];

/**
 * Fills every table with family data, whatever tables and columns there are, with rows of every person given and of every
 * audience, each text column holding a text of its own. What a check constraint asks stands in {@link demands}.
 *
 * @param professional who writes what only professionals read; without one, everybody does
 * @param people whose rows; the first is in most of them. A `named` row names the person after its writer
 * @throws when a table got no row at all: then its constraints need a line in `demands`
 */
export async function plantRows(
	ownerUrl: string,
	family: { familyId: string; planId: string },
	people: readonly string[],
	professional?: string,
): Promise<Planted[]> {
	const client = new pg.Client({ connectionString: ownerUrl });
	await client.connect();
	try {
		const planted: Planted[] = [];
		await client.query("begin");
		const { rows: home } = await client.query("select organisation_id from family where id = $1", [family.familyId]);
		const ids = new Map<string, string[]>([["organisation", [home[0].organisation_id]]]);
		for (const table of await tablesOf(client)) {
			if (notPlanted.includes(table.name)) continue;
			if (standing.includes(table.name)) await plantStanding(client, table, family, planted);
			else await plantNew(client, table, { family, people, professional, ids }, planted);
			if (table.columns.some(({ name }) => name === "id")) {
				// What stood there before keeps its meaning: new rows hang on new rows, where there are any.
				const own = planted.filter((each) => each.table === table.name).map(({ key }) => key);
				const { rows } = await client.query(
					`select id from "${table.name}" where ${familyColumn(table)} = $1 order by id = any ($2::uuid[]) desc, id`,
					[family.familyId, standing.includes(table.name) ? [] : own],
				);
				ids.set(
					table.name,
					rows.map(({ id }) => id),
				);
			}
		}
		await client.query("commit");
		return planted;
	} finally {
		await client.end();
	}
}

/** Every row of family data of this family, as the owner sees it; the key is what {@link keyOf} makes. */
export async function rowsOf(ownerUrl: string, familyId: string): Promise<PlantedRow[]> {
	const client = new pg.Client({ connectionString: ownerUrl });
	await client.connect();
	try {
		const rows: PlantedRow[] = [];
		for (const table of await tablesOf(client)) {
			const found = await client.query(
				`select ${keyOf(table)} as key, to_jsonb(t) as row from "${table.name}" t where ${familyColumn(table)} = $1 order by 1`,
				[familyId],
			);
			rows.push(...found.rows.map(({ key, row }) => ({ table: table.name, key, row })));
		}
		return rows;
	} finally {
		await client.end();
	}
}

/** The tables with family data and how to name a row of each, parents first. */
export async function familyTablesOf(ownerUrl: string): Promise<{ name: string; key: string; columns: string[] }[]> {
	const client = new pg.Client({ connectionString: ownerUrl });
	await client.connect();
	try {
		return (await tablesOf(client)).map((table) => ({
			name: table.name,
			key: keyOf(table),
			columns: table.columns.map(({ name }) => name),
		}));
	} finally {
		await client.end();
	}
}

const keyOf = (table: Table) => `concat_ws(' ', ${table.keyColumns.map((column) => `t."${column}"`).join(", ")})`;
const familyColumn = (table: Table) => (table.name === "family" ? "id" : "family_id");

async function tablesOf(client: pg.Client): Promise<Table[]> {
	const { rows: columns } = await client.query<Column & { table: string }>(`
		select c.table_name as table, c.column_name as name, c.udt_name as type, c.data_type as kind, c.is_nullable = 'YES' as nullable,
			c.column_default is not null as "hasDefault"
		from information_schema.columns c join pg_tables t on t.schemaname = 'public' and t.tablename = c.table_name
		where c.table_schema = 'public' and (c.table_name = 'family' or exists (select 1 from information_schema.columns f
			where f.table_schema = 'public' and f.table_name = c.table_name and f.column_name = 'family_id'))
		order by c.table_name, c.ordinal_position`);
	const { rows: links } = await client.query<{ table: string; column: string; parent: string }>(`
		select k.conrelid::regclass::text as table, a.attname as column, k.confrelid::regclass::text as parent
		from pg_constraint k cross join unnest(k.conkey) as u (number) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.number
		where k.contype = 'f' and k.connamespace = 'public'::regnamespace and a.attname <> 'family_id'`);
	const { rows: keys } = await client.query<{ table: string; column: string }>(`
		select k.conrelid::regclass::text as table, a.attname as column
		from pg_constraint k cross join unnest(k.conkey) as u (number) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.number
		where k.contype = 'p' and k.connamespace = 'public'::regnamespace order by 1, u.number`);
	const bare = (name: string) => name.replaceAll('"', "");
	const tables = [...new Set(columns.map(({ table }) => table))].map((name) => ({
		name,
		columns: columns.filter(({ table }) => table === name),
		// A column that also points within its own table belongs to the other one first.
		parents: new Map(
			links
				.filter(({ table }) => bare(table) === name)
				.sort((one, other) => Number(bare(other.parent) === name) - Number(bare(one.parent) === name))
				.map(({ column, parent }) => [column, bare(parent)]),
		),
		keyColumns: keys.filter(({ table }) => bare(table) === name).map(({ column }) => column),
	}));
	return inOrder(tables);
}

/** Parents before children; a circle is entered anywhere. */
function inOrder(tables: Table[]): Table[] {
	const done = new Set<string>();
	const ordered: Table[] = [];
	const visit = (table: Table) => {
		if (done.has(table.name)) return;
		done.add(table.name);
		for (const parent of table.parents.values()) {
			const before = tables.find(({ name }) => name === parent);
			if (before) visit(before);
		}
		ordered.push(table);
	};
	for (const name of standing) for (const table of tables) if (table.name === name) visit(table);
	for (const table of tables) visit(table);
	return ordered;
}

let counter = 0;
/** A word no text has, of letters only so that it survives trimming, searching and joining. */
function plantedText(): string {
	counter += 1;
	const letters = [...counter.toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join("");
	return `geheim${letters.padStart(4, "a")}qz`;
}
const isText = ({ type }: Column) => type === "text";

async function plantStanding(client: pg.Client, table: Table, family: { familyId: string }, planted: Planted[]): Promise<void> {
	const columns = table.columns.filter(isText);
	const { rows } = await client.query(`select ${keyOf(table)} as key from "${table.name}" t where ${familyColumn(table)} = $1`, [
		family.familyId,
	]);
	for (const { key } of rows)
		for (const { name } of columns) {
			const text = plantedText();
			await client.query(`update "${table.name}" t set "${name}" = $1 where ${keyOf(table)} = $2`, [text, key]);
			planted.push({ table: table.name, column: name, text, key });
		}
}

type Ground = {
	family: { familyId: string; planId: string };
	people: readonly string[];
	professional: string | undefined;
	ids: Map<string, string[]>;
};
type Variant = { person: string; next: string; index: number; audience: string };

async function plantNew(client: pg.Client, table: Table, ground: Ground, planted: Planted[]): Promise<void> {
	const hasAudience = table.columns.some(({ type }) => type === "audience");
	const labels = new Map<string, string[]>();
	for (const { type, kind } of table.columns)
		if (kind === "USER-DEFINED") {
			const { rows } = await client.query(`select unnest(enum_range(null::"${type}"))::text as label`);
			labels.set(
				type,
				rows.map(({ label }) => label),
			);
		}
	let written = 0;
	let failure: unknown;
	let index = 0;
	const rounds = table.name === "share" ? sharedObjects : ["core"];
	for (const audience of hasAudience ? audiences : rounds)
		for (const [place, person] of ground.people.entries()) {
			const variant = { person, next: ground.people[(place + 1) % ground.people.length] as string, index, audience };
			index += 1;
			const texts: Omit<Planted, "key">[] = [];
			const values = table.columns.map((column) => ({ column, value: valueFor(table, column, { ...ground, variant, labels }, texts) }));
			const set = values.filter(({ value }) => value !== undefined);
			await client.query("savepoint planting");
			const result = await client
				.query(
					`insert into "${table.name}" as t (${set.map(({ column }) => `"${column.name}"`).join(", ")})
					values (${set.map((_, place) => `$${place + 1}`).join(", ")}) returning ${keyOf(table)} as key`,
					set.map(({ value }) => value),
				)
				.catch(async (error: unknown) => {
					failure = error;
					await client.query("rollback to savepoint planting");
					return undefined;
				});
			if (!result) continue;
			written += 1;
			planted.push(...texts.map((text) => ({ ...text, key: result.rows[0].key as string })));
		}
	if (written === 0) throw new Error(`Nothing could be planted in ${table.name}: ${(failure as Error)?.message}`);
}

function valueFor(
	table: Table,
	column: Column,
	{ family, ids, professional, variant, labels }: Ground & { variant: Variant; labels: Map<string, string[]> },
	texts: Omit<Planted, "key">[],
): unknown {
	const text = () => {
		const planted = plantedText();
		texts.push({ table: table.name, column: column.name, text: planted });
		return planted;
	};
	const demand = demands[table.name]?.[column.name];
	if (demand !== undefined) return demand({ ids, variant, text });
	if (column.name === "family_id") return family.familyId;
	if (column.name === "plan_id") return family.planId;
	// In the order of planting, so that every run hangs rows on the same ones.
	if (column.name === "id") return uuid7();
	if (column.name === "readers") return [variant.next];
	const parent = table.parents.get(column.name);
	if (column.name === "written_by" && variant.audience === "staff" && professional) return professional;
	if (parent === "person") return otherPerson.includes(column.name) ? variant.next : variant.person;
	if (parent === table.name) return undefined;
	if (parent) return ids.get(parent)?.[0];
	if (column.kind === "USER-DEFINED") {
		const of = labels.get(column.type) as string[];
		return column.type === "audience" ? variant.audience : of[variant.index % of.length];
	}
	switch (column.type) {
		case "text":
			return text();
		case "_text":
			return Array.from({ length: 5 }, text);
		case "uuid":
			if (/(_by|person_id|scientist_id|_in_id)$/.test(column.name)) return variant.person;
			return column.nullable ? undefined : (ids.get("goal")?.[0] ?? family.planId);
		case "int2":
		case "int4":
		case "int8":
			return column.hasDefault ? undefined : 1;
		case "date":
			return column.nullable ? undefined : new Date().toISOString().slice(0, 10);
		case "timestamptz":
			return column.nullable || column.hasDefault ? undefined : new Date().toISOString();
		case "jsonb":
			return column.nullable || column.hasDefault ? undefined : "{}";
		default:
			return undefined;
	}
}
/** In a row about two people, the column of the second. */
const otherPerson = ["to_person_id", "from_person_id", "child_id", "stand_in_id"];

type Demand = (of: { ids: Map<string, string[]>; variant: Variant; text: () => string }) => unknown;
const never: Demand = () => null;
const none: Demand = () => "";
const minutesFromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

/** What constraints ask of a column, and what would open or close something for others. */
const demands: Record<string, Record<string, Demand>> = {
	consent: { deviates_because: none, deviates_by: never, deviates_at: never },
	account_recovery: {
		asked_by: ({ variant }) => variant.next,
		decided_by: never,
		decided_at: never,
		usable_from: never,
		state: ({ variant }) => (variant.index === 0 ? "asked" : "refused"),
	},
	emergency_access: {
		words: ({ text }) => `${text()} ${text()}`,
		until_at: () => minutesFromNow(30),
		ended_at: () => minutesFromNow(0),
		family_sees_at: ({ variant }) => minutesFromNow(variant.index % 2 === 0 ? -5 : 5),
		delay_because: none,
		delay_by: never,
	},
	// An open one would let the privacy officer in.
	privacy_request: { recorded_by: ({ variant }) => variant.next, state: ({ variant }) => (variant.index % 2 === 0 ? "done" : "withdrawn") },
	plan_version: { number: ({ variant }) => variant.index + 100, state: ({ variant }) => (variant.index === 0 ? "put" : "withdrawn") },
	// An open review would let its scientist in.
	review: { state: ({ variant }) => (variant.index % 2 === 0 ? "answered" : "withdrawn"), scientist_id: never },
	safety_track: {
		unshielded_because: none,
		unshielded_by: never,
		state: ({ variant }) => (variant.index === 0 ? "open" : "closed"),
		closed_because: ({ variant, text }) => (variant.index === 0 ? "" : text()),
		closed_by: ({ variant }) => (variant.index === 0 ? null : variant.person),
		closed_at: ({ variant }) => (variant.index === 0 ? null : minutesFromNow(0)),
	},
	safety_entry: {
		question: never,
		step: () => 1,
		corrects: never,
		kind: ({ variant }) => ["signal", "consult", "talk", "shared_without_consent"][variant.index % 4],
		text: ({ text }) => `${text()} ${text()}`,
	},
	// Something of each kind, with everybody.
	progress_note: { help_id: ({ ids, variant }) => ids.get("help")?.[variant.index % 2] },
	share: { object: ({ variant }) => variant.audience, object_id: ({ ids, variant }) => ids.get(variant.audience)?.[0] },
	evaluation_score: { evaluation_id: ({ ids, variant }) => ids.get("evaluation")?.[variant.index % 2] },
	cooperation_answer: { evaluation_id: ({ ids, variant }) => ids.get("evaluation")?.[variant.index % 2] },
	household_member: { household_id: ({ ids, variant }) => ids.get("household")?.[variant.index % 3] },
	invitation: { state: ({ variant }) => (variant.index % 2 === 0 ? "declined" : "withdrawn") },
	// One that runs would be answered.
	handover: { state: ({ variant }) => (variant.index % 2 === 0 ? "declined" : "withdrawn"), to_person_id: never },
	mail: { to_email: () => "iemand@demo.invalid", reminder_id: never, sent_at: () => minutesFromNow(-60), given_up_at: never },
	reminder: { stopped_at: () => minutesFromNow(-60) },
};
