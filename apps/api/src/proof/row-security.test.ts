import { type ClonedDatabase, cloneDatabase } from "@samenplan/testing/template-database";
import { openWorld, type World } from "@samenplan/testing/world";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Tables that hold no family data and need no actor to be read. */
const open = ["_prisma_migrations", "demo_clock"];

describe("row-level security", () => {
	let database: ClonedDatabase;
	let world: World;
	let app: pg.Client;
	let tables: string[];

	beforeAll(async () => {
		database = await cloneDatabase();
		world = await openWorld(database.ownerUrl);
		app = new pg.Client({ connectionString: database.appUrl });
		await app.connect();
		const { rows } = await world.db.$queryRaw<
			{ tablename: string }[]
		>`select tablename::text from pg_tables where schemaname = 'public'`.then((rows) => ({ rows }));
		tables = rows.map((row) => row.tablename).filter((table) => !open.includes(table));
		await world.newFamily();
	});
	afterAll(async () => {
		await app.end();
		await world.close();
		await database.drop();
	});

	it("is enabled and forced on every table", async () => {
		const unforced = await world.db.$queryRaw<{ relname: string }[]>`
			select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
			where n.nspname = 'public' and c.relkind = 'r' and c.relname <> '_prisma_migrations'
			and not (c.relrowsecurity and c.relforcerowsecurity)`;
		expect(unforced).toEqual([]);
	});

	it("shows the app role no row of any table when no actor is set", async () => {
		const shown: string[] = [];
		for (const table of tables) {
			const count = await app.query(`select count(*)::int as n from "${table}"`).then(
				({ rows }) => rows[0].n as number,
				// Not even allowed to look.
				(error: { code: string }) => (error.code === "42501" ? 0 : Promise.reject(error)),
			);
			if (count > 0) shown.push(table);
		}
		expect(shown).toEqual([]);
	});

	it("takes no row from the app role when no actor is set", async () => {
		const family = await world.newFamily();
		const attempts = [
			`insert into goal (id, family_id, plan_id, text, written_by) values (gen_random_uuid(), '${family.familyId}', '${family.planId}', 'x', '${family.mother.personId}')`,
			`insert into comment (id, family_id, plan_id, kind, about, text, written_by) values (gen_random_uuid(), '${family.familyId}', '${family.planId}', 'comment', 'plan', 'x', '${family.mother.personId}')`,
			`insert into involvement (id, family_id, person_id, relation, starts_on, recorded_by) values (gen_random_uuid(), '${family.familyId}', '${family.mother.personId}', 'professional', now(), '${family.mother.personId}')`,
		];
		for (const attempt of attempts) await expect(app.query(attempt)).rejects.toMatchObject({ code: "42501" });
		for (const table of ["plan", "goal", "step", "person"])
			expect((await app.query(`update "${table}" set version = version + 1`)).rowCount).toBe(0);
	});

	it("lets the app role neither change nor remove an audit entry", async () => {
		await expect(app.query("update audit_entry set event = 'x'")).rejects.toMatchObject({ code: "42501" });
		await expect(app.query("delete from audit_entry")).rejects.toMatchObject({ code: "42501" });
		await expect(
			app.query("insert into audit_entry (at, event, action, outcome, object, source) values (now(), 'x', 'read', 'success', 'x', 'x')"),
		).rejects.toMatchObject({ code: "42501" });
	});

	it("gives the app role no way around it", async () => {
		const { rows } = await app.query(
			"select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user",
		);
		expect(rows[0]).toEqual({ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false });
		await expect(app.query("create table mine (id int)")).rejects.toMatchObject({ code: "42501" });
	});
});
