import { readPlan } from "@samenplan/contract/plans";
import { withClient } from "@samenplan/prisma/app-role";
import { verifyAudit } from "@samenplan/prisma/verify-audit";
import type { TestFamily } from "@samenplan/testing/world";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../http/test-app.ts";
import { sealAudit } from "./seal.ts";

describe("the seal on the log", () => {
	let app: TestApp;
	let family: TestFamily;
	let owner: pg.Client;
	beforeAll(async () => {
		app = await startTestApp();
		family = await app.world.newFamily();
		owner = new pg.Client({ connectionString: app.ownerUrl });
		await owner.connect();
	});
	afterAll(async () => {
		await owner.end();
		await app.stop();
	});
	// Each attack happens inside a transaction that is undone.
	beforeEach(() => owner.query("begin"));
	afterEach(() => owner.query("rollback"));

	async function read(times: number): Promise<void> {
		const call = await app.as(family.mother);
		for (let nr = 0; nr < times; nr += 1) await call(readPlan, { params: { familyId: family.familyId } });
	}
	const verify = () => verifyAudit(owner);
	async function entryAt(position: number): Promise<string> {
		const { rows } = await owner.query("select entry_id from audit_seal where position = $1", [position]);
		return rows[0].entry_id;
	}
	/** The position of the newest seal after a few reads were sealed. */
	async function sealed(): Promise<number> {
		await read(5);
		return (await sealAudit(app.services))?.newest ?? 0;
	}

	it("covers what was there before it was first made, and each entry once, however many workers seal", async () => {
		await read(12);
		const runs = await Promise.all([sealAudit(app.services, 4), sealAudit(app.services, 4), sealAudit(app.services, 4)]);
		await sealAudit(app.services);
		expect(runs.some((run) => run !== undefined)).toBe(true);
		const { rows } =
			await owner.query(`select count(*)::int as entries, count(s.entry_id)::int as sealed, count(distinct s.position)::int as positions,
			max(s.position)::int as newest from audit_entry a left join audit_seal s on s.entry_id = a.id`);
		expect(rows[0]).toEqual({ entries: rows[0].entries, sealed: rows[0].entries, positions: rows[0].entries, newest: rows[0].entries });
		expect(await verify()).toMatchObject({ wrong: undefined });
	});

	it.each(["event", "outcome", "person_id", "object_id", "recipient", "session_id", "at"])("finds a changed %s", async (column) => {
		const position = (await sealed()) - 2;
		const other: Record<string, string> = {
			event: "'other'",
			outcome: "'failed'",
			recipient: "'somebody'",
			at: "at + interval '1 second'",
		};
		await owner.query(`update audit_entry set ${column} = ${other[column] ?? "gen_random_uuid()"} where id = $1`, [
			await entryAt(position),
		]);
		expect((await verify()).wrong).toBe(
			`Entry ${await entryAt(position)} is not what was sealed at position ${position}: it was changed, or took the place of another.`,
		);
	});

	it("finds a removed entry, also the last one that was sealed", async () => {
		const newest = await sealed();
		for (const position of [newest, newest - 3]) {
			const entry = await entryAt(position);
			await owner.query("delete from audit_entry where id = $1", [entry]);
			expect((await verify()).wrong).toBe(`Entry ${entry}, sealed at position ${position}, is gone.`);
		}
	});

	it("finds two swapped entries and names the first", async () => {
		const newest = await sealed();
		const [one, other] = [await entryAt(newest - 3), await entryAt(newest - 1)];
		await owner.query("update audit_entry set id = -1 where id = $1", [one]);
		await owner.query("update audit_entry set id = $1 where id = $2", [one, other]);
		await owner.query("update audit_entry set id = $1 where id = -1", [other]);
		expect((await verify()).wrong).toContain(`Entry ${one} is not what was sealed at position ${newest - 3}`);
	});

	it("finds an entry removed together with its seal", async () => {
		const position = (await sealed()) - 2;
		const entry = await entryAt(position);
		await owner.query("delete from audit_entry where id = $1", [entry]);
		await owner.query("delete from audit_seal where entry_id = $1", [entry]);
		expect((await verify()).wrong).toBe(`The seal at position ${position} is gone.`);
	});

	it("finds the end cut off, seals included, and by a seal that was kept elsewhere even when the mark was set back", async () => {
		const newest = await sealed();
		const { rows } = await owner.query("select encode(hash, 'hex') as hash from audit_seal where position = $1", [newest]);
		const kept = { position: String(newest), hash: rows[0].hash as string };
		expect((await verifyAudit(owner, kept)).wrong).toBeUndefined();
		await owner.query("delete from audit_entry where id = $1", [await entryAt(newest)]);
		await owner.query("delete from audit_seal where position = $1", [newest]);
		expect((await verify()).wrong).toBe(`The log was cut off: the seals from position ${newest} on are gone.`);
		await owner.query("update audit_seal_mark set position = $1, hash = (select hash from audit_seal where position = $1)", [newest - 1]);
		expect((await verify()).wrong).toBeUndefined();
		expect((await verifyAudit(owner, kept)).wrong).toBe(`The log was cut off: there is no seal at position ${newest} any more.`);
		expect((await verifyAudit(owner, { position: String(newest - 1), hash: kept.hash })).wrong).toContain("was made anew");
	});

	it("finds an entry that was put in among those that were settled", async () => {
		await sealed();
		await owner.query("update audit_seal_mark set floor = (select max(id) from audit_entry)");
		await owner.query(`insert into audit_entry (id, at, event, action, outcome, object, source)
			select -5, now(), 'made up', 'read', 'success', 'plan', 'api'`);
		expect((await verify()).wrong).toBe("Entry -5 was put in afterwards, among entries that were sealed.");
	});

	it("seals an entry that was committed after later ones, and does not take it for one that was put in", async () => {
		await sealed();
		const late = new pg.Client({ connectionString: app.ownerUrl });
		await late.connect();
		await late.query("begin");
		await late.query(
			"insert into audit_entry (at, event, action, outcome, object, source) values (now(), 'late', 'read', 'success', 'plan', 'api')",
		);
		// Minutes pass, and others are sealed, while the late one is still open.
		for (let run = 0; run < 3; run += 1) {
			await read(2);
			await sealAudit(app.services);
			await withClient(app.ownerUrl, (client) => client.query("update audit_seal_mark set next_at = next_at - interval '2 minutes'"));
		}
		await late.query("commit");
		await late.end();
		expect((await verify()).wrong).toBeUndefined();
		await sealAudit(app.services);
		const { rows } =
			await owner.query(`select s.position > (select min(o.position) from audit_seal o where o.entry_id > s.entry_id) as after_later_ones
			from audit_seal s join audit_entry a on a.id = s.entry_id where a.event = 'late'`);
		expect(rows).toEqual([{ after_later_ones: true }]);
		expect((await verify()).wrong).toBeUndefined();
	});

	it("follows with its floor once everything older has ended, so that it never looks far back", async () => {
		await sealed();
		for (let run = 0; run < 3; run += 1) {
			await withClient(app.ownerUrl, (client) => client.query("update audit_seal_mark set next_at = next_at - interval '2 minutes'"));
			await sealAudit(app.services);
		}
		const { rows } = await owner.query("select m.floor = (select max(id) from audit_entry) as settled from audit_seal_mark m");
		expect(rows).toEqual([{ settled: true }]);
	});

	it("is out of reach for the application's role, and so are the entries", async () => {
		const { appUrl } = app;
		await withClient(appUrl, async (client) => {
			await client.query("select set_config('app.system', 'audit', false)");
			for (const text of [
				"select * from audit_seal",
				"insert into audit_seal values (0, 0, '', now())",
				"update audit_seal set hash = ''",
				"delete from audit_seal",
				"select * from audit_seal_mark",
				"update audit_seal_mark set floor = 0",
				"update audit_entry set event = 'x'",
				"delete from audit_entry",
				"truncate audit_entry",
				"insert into audit_entry (at, event, action, outcome, object, source) values (now(), 'x', 'read', 'success', 'x', 'x')",
				"select * from app.verify_audit()",
			])
				await expect(client.query(text), text).rejects.toMatchObject({ code: "42501" });
			await client.query("select set_config('app.system', 'mail', false)");
			await expect(client.query("select * from app.seal_audit(1)")).rejects.toMatchObject({ code: "42501" });
		});
	});

	it("cannot be fooled into changing an entry of another transaction", async () => {
		await sealed();
		const { rows } = await owner.query("select max(id) as id from audit_entry");
		await withClient(app.appUrl, async (client) => {
			await client.query("begin");
			await client.query("select set_config('app.entry', $1, true)", [rows[0].id]);
			await client.query("select app.audit('changed', 'read', 'success', null, null, null, 'plan', null, null, null, null, null, 'api')");
			await client.query("commit");
		});
		const { rows: after } = await owner.query("select event from audit_entry where id = $1", [rows[0].id]);
		expect(after[0].event).not.toBe("changed");
	});
});
