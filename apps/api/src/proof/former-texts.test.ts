import { randomUUID } from "node:crypto";
import { type ClonedDatabase, cloneDatabase } from "@samenplan/testing/template-database";
import { openWorld, type Person, type TestFamily, type World } from "@samenplan/testing/world";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

describe("former texts under row-level security", () => {
	let database: ClonedDatabase;
	let world: World;
	let app: pg.Client;
	let family: TestFamily;

	beforeAll(async () => {
		database = await cloneDatabase();
		world = await openWorld(database.ownerUrl);
		app = new pg.Client({ connectionString: database.appUrl });
		await app.connect();
		family = await world.newFamily();
		const ofPlan = { familyId: family.familyId, planId: family.planId };
		for (const audience of ["family", "core", "staff", "named"] as const) {
			const writer = audience === "staff" ? family.coordinator : family.mother;
			const by = { personId: writer.personId, writtenBy: writer.personId };
			const view = await world.db.view.create({ data: { ...ofPlan, ...by, subject: "worry", text: `former ${audience}`, audience } });
			await world.db.view.update({ where: { id: view.id }, data: { text: "now" } });
		}
		const home = await world.db.household.create({ data: { familyId: family.familyId, name: "Thuis", address: "former address" } });
		await world.db.household.update({ where: { id: home.id }, data: { address: "now" } });
	});
	afterAll(async () => {
		await app.end();
		await world.close();
		await database.drop();
	});

	/** Runs a query as this person inside their family, as the frame does. */
	async function as(person: Person, text: string, values: unknown[] = []) {
		const inAnHour = new Date(Date.now() + 3_600_000);
		const { id } = await world.db.session.create({
			data: { accountId: person.accountId, tokenHash: randomUUID(), rotatedAt: new Date(), expiresAt: inAnHour },
		});
		await app.query("begin");
		try {
			await app.query("select app.enter($1, $2, $3, null, now(), 'test', 'read', 'plan', null, null, null, false)", [
				person.accountId,
				id,
				family.familyId,
			]);
			return (await app.query(text, values)).rows;
		} finally {
			await app.query("rollback");
		}
	}
	const formerOf = async (person: Person) =>
		(await as(person, "select coalesce(row->>'address', row->>'text') as text from former_text where object in ('view', 'household')"))
			.map(({ text }) => text as string)
			.sort();

	it("have the readers the texts had", async () => {
		expect(await formerOf(family.mother)).toEqual(["former core", "former family", "former named"]);
		expect(await formerOf(family.father)).toEqual(["former core", "former family"]);
		expect(await formerOf(family.coordinator)).toEqual(["former address", "former core", "former staff"]);
	});

	it("are not reached around by functions that answer about any family", async () => {
		const other = await world.newFamily();
		const calls: [string, unknown[]][] = [
			["select app.relations($1, $2, '{}', null, current_date)", [other.mother.personId, other.familyId]],
			["select * from app.open_milestones(array[$1::uuid])", [other.familyId]],
			["select * from app.reminders_wanted(array[$1::uuid], '{evaluation}', '{}')", [other.familyId]],
		];
		for (const [text, values] of calls) await expect(as(family.mother, text, values)).rejects.toMatchObject({ code: "42501" });
	});
});
