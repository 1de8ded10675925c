import pg from "pg";
import { failingSettings, SettingsNotRight } from "./config.ts";

/**
 * Before anything starts: every setting that fails, and in production what fails in the database, said together.
 *
 * @throws SettingsNotRight
 */
export async function checkStart(env: NodeJS.ProcessEnv): Promise<void> {
	const failing = failingSettings(env);
	if (env.NODE_ENV === "production" && env.DATABASE_APP_URL) failing.push(...(await failingInDatabase(env.DATABASE_APP_URL)));
	if (failing.length > 0) throw new SettingsNotRight(failing);
}

/** What makes a database unfit for real families. One that is away for a moment is no reason not to start. */
export async function failingInDatabase(url: string): Promise<string[]> {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
	client.on("error", () => undefined);
	try {
		await client.connect();
		const { rows } = await client.query<Found>(`
			select r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication as powerful, current_user as role,
				exists (select 1 from pg_tables t where t.schemaname in ('public', 'app') and pg_has_role(current_user, t.tableowner, 'member')) as owns,
				(select count(*)::int from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
					and c.relname <> '_prisma_migrations' and not (c.relrowsecurity and c.relforcerowsecurity)) as open_tables
			from pg_roles r where r.rolname = current_user`);
		const found = rows[0] as Found;
		const failing: string[] = [];
		if (found.powerful)
			failing.push(`DATABASE_APP_URL: the role "${found.role}" is a superuser or stands above row-level security; use samenplan_app`);
		if (found.owns) failing.push(`DATABASE_APP_URL: the role "${found.role}" owns the tables, so nothing binds it; use samenplan_app`);
		if (found.open_tables > 0) failing.push(`DATABASE_APP_URL: ${found.open_tables} tables have no row-level security; run the migrations`);
		if (await holdsDemoAccounts(client))
			failing.push("This database holds demo accounts. Give production a database of its own (DATABASE_URL or DATA_DIR).");
		return failing;
	} catch (error) {
		if ((error as { code?: string }).code === "28P01") return ["DATABASE_APP_URL: the database refuses this password"];
		return [];
	} finally {
		await client.end().catch(() => undefined);
	}
}
type Found = { powerful: boolean; role: string; owns: boolean; open_tables: number };

/** Invented people must never be found among real ones. */
async function holdsDemoAccounts(client: pg.Client): Promise<boolean> {
	await client.query("begin");
	try {
		await client.query("select app.enter_job('demo', null, now(), 'demo.accounts', 'read', 'account', null, null)");
		const { rows } = await client.query("select exists (select 1 from account where demo_note is not null) as holds");
		return rows[0].holds === true;
	} finally {
		await client.query("rollback");
	}
}
