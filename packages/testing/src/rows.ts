import { createHash } from "node:crypto";
import pg from "pg";

/** One row under its camelCase names; days are `YYYY-MM-DD`, moments ISO 8601. Columns left out take the table's default. */
export type Row = Record<string, unknown>;

/** Parents before children, so that every foreign key finds what it points to. */
const tables = [
	"organisation",
	"team",
	"person",
	"account",
	"family",
	"consent",
	"consent_answer",
	"involvement",
	"household",
	"household_member",
	"shield",
	"kinship",
	"authority",
	"plan",
	"step",
	"crisis_act",
	"contact_moment",
	"view",
	"load_capacity",
	"inquiry",
	"analysis_point",
	"shared_word",
	"goal",
	"action",
	"network_tie",
	"ask",
	"offer",
	"help_option",
	"decision",
	"help",
	"progress_note",
	"advice_check",
	"evaluation",
	"evaluation_score",
	"cooperation_answer",
	"milestone",
	"plan_version",
	"position",
	"disagreement_talk",
	"review",
	"review_advice",
	"handover",
	"comment",
	"share",
	"privacy_request",
	"audit_entry",
] as const;
export type Table = (typeof tables)[number];

/** Rows of many tables, kept until they are written together. */
export class Rows {
	readonly #rows = new Map<Table, Row[]>();

	add(table: Table, row: Row): void {
		const rows = this.#rows.get(table) ?? [];
		rows.push(row);
		this.#rows.set(table, rows);
	}

	of(table: Table, where: (row: Row) => boolean = () => true): Row[] {
		return (this.#rows.get(table) ?? []).filter(where);
	}

	/** Writes everything in one transaction with the owner's rights: all or nothing, whatever the number of families. */
	async save(ownerUrl: string): Promise<void> {
		const client = new pg.Client({ connectionString: ownerUrl });
		await client.connect();
		try {
			await client.query("begin");
			for (const table of tables)
				for (const { columns, rows } of byColumns(this.of(table))) {
					const names = columns.map((column) => `"${column}"`).join(", ");
					await client.query(`insert into "${table}" (${names}) select ${names} from json_populate_recordset(null::"${table}", $1)`, [
						JSON.stringify(rows),
					]);
				}
			await client.query("commit");
		} finally {
			await client.end();
		}
	}
}

/** A statement takes rows with the same columns only: what one row leaves out must not become null there. */
function byColumns(rows: Row[]): { columns: string[]; rows: Row[] }[] {
	const groups = new Map<string, { columns: string[]; rows: Row[] }>();
	for (const row of rows) {
		const named = Object.fromEntries(
			Object.entries(row)
				.filter(([, value]) => value !== undefined)
				.map(([name, value]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
		);
		const columns = Object.keys(named).sort();
		const group = groups.get(columns.join()) ?? { columns, rows: [] };
		group.rows.push(named);
		groups.set(columns.join(), group);
	}
	return [...groups.values()];
}

/** The same identifier for the same name, every time: a UUID of version 7, sorted by `order`, the rest a hash of the name. */
export function stableId(name: string, order = 0): string {
	const hash = createHash("sha256").update(name).digest("hex");
	return `0199${order.toString(16).padStart(4, "0")}-${hash.slice(0, 4)}-7${hash.slice(4, 7)}-8${hash.slice(7, 10)}-${hash.slice(10, 22)}`;
}
