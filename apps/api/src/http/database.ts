import pg from "pg";
import type { Logger } from "pino";

export type Database = {
	pool: pg.Pool;
	/** Whether the database answers within a second. */
	ready: () => Promise<boolean>;
	close: () => Promise<void>;
};

/** Days stay `YYYY-MM-DD`: a JavaScript date would move them across a time zone. */
const types: pg.CustomTypesConfig = {
	getTypeParser: ((oid: number, format?: "text" | "binary") =>
		oid === pg.types.builtins.DATE
			? (value: string) => value
			: pg.types.getTypeParser(oid, format as "text")) as pg.CustomTypesConfig["getTypeParser"],
};

/** The pool of the role `samenplan_app`. Only the frame takes connections from it. */
export function openDatabase(url: string, size: number, log: Logger): Database {
	const pool = new pg.Pool({
		connectionString: url,
		max: size,
		types,
		connectionTimeoutMillis: 1500,
		application_name: "samenplan",
		pipeline: true,
	});
	pool.on("error", (error) => log.warn({ code: (error as { code?: string }).code }, "lost an idle database connection"));
	return {
		pool,
		ready: async () => {
			const answer = pool.query("select 1").then(
				() => true,
				() => false,
			);
			return Promise.race([answer, new Promise<false>((resolve) => setTimeout(() => resolve(false), 1000).unref())]);
		},
		close: () => pool.end(),
	};
}
