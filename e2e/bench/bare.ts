import express from "express";
import pg from "pg";

/**
 * The reference: a bare Express + `pg` server that does the same work in hand-written SQL and answers the same bytes: one
 * transaction, the actor set, the same rows under the same row-level security, one audit entry. It verifies no token, checks no
 * right, validates nothing and sends no security headers: what the product adds is what the ratio shows.
 *
 * `?naked` leaves out the actor and the audit entry and reads with the owner's rights: the price of both.
 */
const [, , appUrl, ownerUrl, wholePlan, caseload, port] = process.argv as [string, string, string, string, string, string, string];
const pool = new pg.Pool({ connectionString: appUrl, max: 10 });
const naked = new pg.Pool({ connectionString: ownerUrl, max: 10 });
const actor = `select set_config('app.account', $1, true), set_config('app.person', $2, true), set_config('app.families', $3, true),
	set_config('app.scope', $4, true), set_config('app.side', 'professional', true), set_config('app.organisation', $5, true), set_config('app.acting_as', '{coordinator}', true)`;
const audit = "select app.audit($1, $2::audit_action, 'success', $3, $4, 'coordinator', $5, $6, $6, 'relation', $7, $8, 'bare')";

type Who = { account: string; person: string; organisation: string };
const who = (request: express.Request): Who => JSON.parse(request.get("x-who") ?? "{}") as Who;

async function transaction<T>(
	{ account, person, organisation }: Who,
	families: string,
	scope: string,
	event: string,
	action: string,
	object: string,
	family: string | null,
	work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
	const client = await pool.connect();
	try {
		await client.query("begin");
		await client.query({ name: "actor", text: actor, values: [account, person, families, scope, organisation] });
		await client.query({
			name: "audit",
			text: audit,
			values: [event, action, account, person, object, family, "127.0.0.1", "019a0000-0000-7000-8000-000000000000"],
		});
		const result = await work(client);
		await client.query("commit");
		return result;
	} finally {
		client.release();
	}
}

const app = express();
app.get("/plan/:familyId", async (request, response) => {
	const { familyId } = request.params;
	const query = { name: "plan", text: wholePlan, values: [familyId] };
	const { rows } =
		"naked" in request.query
			? await naked.query(query)
			: await transaction(who(request), `{${familyId}}`, "core", "plan", "read", "plan", familyId, (client) => client.query(query));
	response.type("application/json").send(rows[0].json);
});
app.get("/caseload", async (request, response) => {
	const me = who(request);
	const { rows: mine } = await naked.query({
		name: "mine",
		text: "select array_agg(family_id)::text as families from involvement where person_id = $1 and ended_at is null and relation = 'coordinator'",
		values: [me.person],
	});
	const { rows } = await transaction(me, mine[0].families, "list", "caseload", "read", "caseload", null, (client) =>
		client.query({ name: "caseload", text: caseload }),
	);
	response.json(rows);
});
app.post("/comments/:familyId", express.json(), async (request, response) => {
	const { familyId } = request.params;
	const me = who(request);
	const { rows } = await transaction(me, `{${familyId}}`, "core", "comment", "create", "comment", familyId as string, async (client) => {
		await client.query("select pg_notify('family_changed', $1)", [familyId]);
		return client.query({
			name: "comment",
			text: `insert into comment (id, family_id, plan_id, kind, about, text, language, audience, written_by, created_at)
				select app.uuid7(), $1, id, 'comment', 'plan', $2, 'nl', 'core', $3, now() from plan where family_id = $1 and state = 'open' returning id`,
			values: [familyId, (request.body as { text: string }).text, me.person],
		});
	});
	response.status(201).json(rows[0]);
});
app.listen(Number(port), "127.0.0.1", () => process.send?.("ready"));
