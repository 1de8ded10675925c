import pg from "pg";

type Column = { name: string; type: string; isArray: boolean; labels: string[] | null };

/** Rows that mean nothing break the rules between columns; the database of the test is thrown away. */
const dropChecks = `do $$ declare r record; begin
	for r in select conrelid::regclass as name, conname from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace loop
		execute format('alter table %s drop constraint %I', r.name, r.conname);
	end loop;
end $$`;

/**
 * Plants a word in every text of every table that hangs on a family or on an account, as the owner and past every rule (check constraints go), and
 * finds it again wherever it stands. For tests that something is nowhere any more.
 */
export async function openPlanting(ownerUrl: string) {
	const client = new pg.Client({ connectionString: ownerUrl });
	await client.connect();
	const { rows: tables } = await client.query<{ schema: string; name: string }>(
		`select table_schema as schema, table_name as name from information_schema.tables
		where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1, 2`,
	);
	const columnsOf = async (table: string): Promise<Column[]> =>
		(
			await client.query<Column>(
				`select a.attname as name, coalesce(e.typname, t.typname)::text as type, t.typelem <> 0 and t.typlen = -1 as "isArray",
					(select array_agg(enumlabel::text order by enumsortorder) from pg_enum where enumtypid = coalesce(e.oid, t.oid)) as labels
				from pg_attribute a join pg_type t on t.oid = a.atttypid left join pg_type e on e.oid = t.typelem and t.typlen = -1
				where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''`,
				[`public."${table}"`],
			)
		).rows;

	/** One row in a table with the word in every text; a row that breaks a unique rule is left out. @returns whether it is in */
	async function plantRow(table: string, columns: readonly Column[], word: string, known: Record<string, string>): Promise<boolean> {
		const values = columns.map(({ name, type, isArray, labels }) => {
			const one = ((): unknown => {
				if (name in known) return known[name];
				if (labels) return name === "state" ? labels.at(-1) : /audience$/.test(name) ? "core" : labels[0];
				if (type === "uuid")
					return /person|_by$|_id$/.test(name) && /from_|to_|stand_in/.test(name)
						? known.other
						: /person|_by$|author|scientist|parent|child/.test(name)
							? known.person
							: crypto.randomUUID();
				if (/^(text|varchar|bpchar)$/.test(type)) return `${word} ${crypto.randomUUID()}`;
				if (/^jsonb?$/.test(type)) return JSON.stringify({ text: word, list: [{ deep: word }] });
				if (type === "bytea") return Buffer.from(word);
				if (type === "bool") return true;
				if (type === "date") return "2026-11-22";
				if (type.startsWith("timestamp")) return "2026-11-22T10:00:00Z";
				return 1;
			})();
			return isArray ? Array.from({ length: 5 }, () => one) : one;
		});
		const names = columns.map(({ name }) => `"${name}"`).join(", ");
		const { rowCount } = await client.query(
			`insert into public."${table}" (${names}) values (${values.map((_, index) => `$${index + 1}`).join(", ")}) on conflict do nothing`,
			values,
		);
		return rowCount === 1;
	}

	return {
		/**
		 * Plants in every table with a `family_id` or `account_id`, and in the rows of the family and the person themselves.
		 * @returns the tables that hold the word now
		 */
		async plant(word: string, of: { familyId: string; personId: string; otherId: string; accountId: string }): Promise<string[]> {
			await client.query("set session_replication_role = replica");
			await client.query(dropChecks);
			for (const { schema, name } of tables) {
				if (schema !== "public" || name === "audit_entry") continue;
				const columns = await columnsOf(name);
				if (!columns.some((column) => column.name === "family_id" || column.name === "account_id")) continue;
				await plantRow(name, columns, word, {
					family_id: of.familyId,
					account_id: of.accountId,
					person: of.personId,
					other: of.otherId,
				});
			}
			for (const [table, id] of [
				["family", of.familyId],
				["person", of.personId],
			] as const)
				for (const column of (await columnsOf(table)).filter(({ type }) => type === "text"))
					await client.query(`update public."${table}" set "${column.name}" = $1 where id = $2`, [word, id]);
			await client.query("set session_replication_role = origin");
			return this.find(word);
		},
		/** Every table of the database, of whatever schema, in which the word stands in any column. */
		async find(word: string): Promise<string[]> {
			const found: string[] = [];
			const hex = Buffer.from(word).toString("hex");
			for (const { schema, name } of tables) {
				const { rows } = await client.query(
					`select 1 from "${schema}"."${name}" t where strpos(t::text, $1) > 0 or strpos(t::text, $2) > 0 limit 1`,
					[word, hex],
				);
				if (rows.length > 0) found.push(name);
			}
			return found;
		},
		/** How many rows each table has, and a fingerprint of them, for one family. */
		async fingerprint(familyId: string): Promise<Record<string, string>> {
			const prints: Record<string, string> = {};
			for (const { schema, name } of tables) {
				const { rows } = await client.query<{ n: string; print: string }>(
					`select count(*)::text as n, coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print
					from "${schema}"."${name}" t where strpos(t::text, $1) > 0`,
					[familyId],
				);
				if (rows[0] && rows[0].n !== "0") prints[name] = `${rows[0].n} ${rows[0].print}`;
			}
			return prints;
		},
		close: () => client.end(),
	};
}
