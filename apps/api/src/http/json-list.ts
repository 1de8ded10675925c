type Part = {
	/** One table and its alias: `goal g`. */
	from: string;
	/** The alias whose columns leave, when more than one table is read. */
	as?: string;
	/** The allowlist of what leaves: column names separated by spaces; each becomes its camelCase key of the contract. */
	columns: string;
	where: string;
	/** Nested expressions by key. */
	more?: Record<string, string>;
};

/** SQL for a JSON array of rows, made by PostgreSQL itself: the fastest way to answer a whole plan. Empty when there are none. */
export function jsonList(part: Part & { order: string }): string {
	return `coalesce((select json_agg(${object(part)} order by ${part.order}) from ${part.from} where ${part.where}), '[]'::json)`;
}

/** SQL for one JSON object, null when there is no row. */
export function jsonObject(part: Part): string {
	return `(select ${object(part)} from ${part.from} where ${part.where})`;
}

function object({ from, as, columns, more = {} }: Part): string {
	const alias = as ?? from.split(" ").at(-1);
	const pairs = columns
		.trim()
		.split(/\s+/)
		.map((column) => `'${camel(column)}', ${alias}.${column}`);
	for (const [key, expression] of Object.entries(more)) pairs.push(`'${key}', ${expression}`);
	return `json_build_object(${pairs.join(", ")})`;
}

const camel = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
