import pg from "pg";

/** The database role of the running API: it reads and writes rows, and can change neither tables nor row-level security. */
export const APP_ROLE = "samenplan_app";

const ATTRIBUTES = "LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION";

/**
 * Makes sure the role samenplan_app exists and may sign in with this password. Roles belong to the whole cluster, so several
 * replicas and several databases may ask for the same one at the same moment; each of them ends with a role that works.
 *
 * @param ownerUrl connection of a role that may create roles (needed only when samenplan_app does not exist or has another password)
 * @throws when the role cannot be made, with a sentence that says what an administrator can do
 */
export async function ensureAppRole(ownerUrl: string, password: string): Promise<void> {
	if (await canSignIn(appUrl(ownerUrl, password))) return;
	await withClient(ownerUrl, async (client) => {
		await createRoleIfMissing(client);
		// Only a superuser may touch the other attributes, and a managed database gives none: leave them when they are right.
		const attributes = (await isSafe(client, APP_ROLE)) ? "LOGIN" : ATTRIBUTES;
		await retryWhileChanging(() => client.query(`ALTER ROLE ${APP_ROLE} WITH ${attributes} PASSWORD ${client.escapeLiteral(password)}`));
	});
}

/** Creates samenplan_app without a password when it does not exist yet: migrations grant rights to it. */
export async function createRoleIfMissing(client: pg.Client): Promise<void> {
	const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [APP_ROLE]);
	if (rowCount) return;
	try {
		await client.query(`CREATE ROLE ${APP_ROLE} WITH ${ATTRIBUTES}`);
	} catch (error) {
		const { code } = error as { code?: string };
		// Another process made it between our look and our attempt.
		if (code === "42710" || code === "23505") return;
		if (code === "42501") {
			throw new Error(
				`The database user may not create the role ${APP_ROLE}. Ask your administrator to run: CREATE ROLE ${APP_ROLE} ${ATTRIBUTES};`,
				{ cause: error },
			);
		}
		throw error;
	}
}

/** The same database as the owner's connection, as samenplan_app. */
export function appUrl(ownerUrl: string, password: string): string {
	const url = new URL(ownerUrl);
	url.username = APP_ROLE;
	url.password = encodeURIComponent(password);
	return url.href;
}

/** Opens one connection, lends it, and closes it whatever happens. */
export async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
	// A connection that drops makes the running query fail; without a listener it would end the whole process.
	client.on("error", () => undefined);
	await client.connect();
	try {
		return await use(client);
	} finally {
		await client.end();
	}
}

async function canSignIn(url: string): Promise<boolean> {
	try {
		return await withClient(url, (client) => isSafe(client, APP_ROLE));
	} catch {
		return false;
	}
}

/** Whether a role can neither pass row-level security nor make roles and databases. */
async function isSafe(client: pg.Client, role: string): Promise<boolean> {
	const { rows } = await client.query<{ safe: boolean }>(
		"SELECT NOT (rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication) AS safe FROM pg_roles WHERE rolname = $1",
		[role],
	);
	return rows[0]?.safe === true;
}

/** Two sessions that change one role at once get "tuple concurrently updated" from PostgreSQL; the second try succeeds. */
async function retryWhileChanging(change: () => Promise<unknown>): Promise<void> {
	for (let attempt = 1; ; attempt++) {
		try {
			await change();
			return;
		} catch (error) {
			if ((error as { code?: string }).code !== "XX000" || attempt === 10) throw error;
			await new Promise((resume) => setTimeout(resume, 20 * attempt));
		}
	}
}
