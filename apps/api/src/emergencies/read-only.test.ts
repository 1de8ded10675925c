import { type ClonedDatabase, cloneDatabase } from "@samenplan/testing/template-database";
import { openWorld, type TestFamily, type World } from "@samenplan/testing/world";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** The same in the database itself: whoever entered by an emergency alone writes nothing, and some tables stay closed. */
describe("the database, for whoever broke the glass", () => {
	let database: ClonedDatabase;
	let world: World;
	let family: TestFamily;
	let app: pg.Client;
	let tables: string[];

	beforeAll(async () => {
		database = await cloneDatabase();
		world = await openWorld(database.ownerUrl);
		family = await world.newFamily();
		const { familyId, planId } = family;
		const by = family.coordinator.personId;
		const { db } = world;
		for (const audience of ["core", "circle", "staff", "named", "family"] as const)
			await db.comment.create({ data: { familyId, planId, kind: "comment", about: "plan", text: audience, audience, writtenBy: by } });
		await db.shield.create({
			data: { familyId, personId: family.mother.personId, fromPersonId: family.father.personId, what: "address", recordedBy: by } as never,
		});
		await db.workNote.create({ data: { familyId, authorId: by, text: "x", removeOn: world.daysFromToday(9) } });
		await db.safetyTrack.create({ data: { familyId, openedBy: by } });
		await db.goal.create({
			data: { familyId, planId, text: "Doel", forKind: "whole_family", levels: ["a", "b", "c", "d", "e"], writtenBy: by },
		});
		await db.goal.updateMany({ where: { familyId }, data: { text: "Ander doel" } });
		const colleague = await world.staff(["coordinator"]);
		await db.emergencyAccess.create({
			data: {
				familyId,
				personId: colleague.personId,
				reason: "acute_danger",
				words: "Er is direct gevaar",
				createdAt: new Date(Date.now() - 60_000),
				untilAt: new Date(Date.now() + 58 * 60_000),
				familySeesAt: new Date(),
			},
		});
		const session = await db.session.create({
			data: {
				accountId: colleague.accountId,
				tokenHash: "x",
				rotatedAt: new Date(),
				expiresAt: new Date(Date.now() + 3_600_000),
				method: "demo",
			} as never,
		});
		app = new pg.Client({ connectionString: database.appUrl });
		await app.connect();
		await app.query("begin");
		const { rows } = await app.query(
			`select app.enter($1, $2, $3, null, now(), 'test', 'read', 'plan', $3, '', 'r', false, true) as entered`,
			[colleague.accountId, session.id, familyId],
		);
		expect(rows[0].entered.relations).toEqual(["emergency"]);
		const owner = new pg.Client({ connectionString: database.ownerUrl });
		await owner.connect();
		const known = await owner.query<{ table_name: string }>(
			`select c.table_name from information_schema.columns c join pg_tables t on t.tablename = c.table_name and t.schemaname = 'public'
			 where c.table_schema = 'public' and c.column_name = 'family_id' order by 1`,
		);
		tables = known.rows.map(({ table_name }) => table_name);
		await owner.end();
	});
	afterAll(async () => {
		await app.query("rollback");
		await app.end();
		await world.close();
		await database.drop();
	});

	const count = async (table: string) => (await app.query(`select count(*)::int as n from "${table}"`)).rows[0].n as number;

	it("reads the plan", async () => {
		expect(await count("goal")).toBe(1);
		expect((await app.query("select text from comment order by text")).rows.map(({ text }) => text)).toEqual(["circle", "core"]);
	});

	it.each(["shield", "work_note", "safety_track", "safety_entry", "former_text", "audit_entry"])("reads nothing of %s", async (table) => {
		expect(await count(table)).toBe(0);
	});

	it("changes and removes no row of any table with family data", async () => {
		expect(tables.length).toBeGreaterThan(35);
		for (const table of [...tables, "family"]) {
			for (const statement of [`update "${table}" set id = id`, `delete from "${table}"`]) {
				await app.query("savepoint one");
				const outcome = await app.query(statement).then(
					({ rowCount }) => rowCount ?? 0,
					({ code }: { code: string }) => {
						expect.soft(["42501", "42703"], `${statement}: ${code}`).toContain(code);
						return 0;
					},
				);
				await app.query("rollback to savepoint one");
				expect.soft(outcome, statement).toBe(0);
			}
		}
	});

	it("adds no row", async () => {
		await app.query("savepoint one");
		await expect(
			app.query(
				`insert into comment (id, family_id, plan_id, kind, about, text, written_by) values (gen_random_uuid(), $1, $2, 'comment', 'plan', 'x', app.person())`,
				[family.familyId, family.planId],
			),
		).rejects.toMatchObject({ code: "42501" });
		await app.query("rollback to savepoint one");
	});
});
