import type { Person } from "@samenplan/testing/world";
import pg from "pg";
import { v7 as uuid7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../http/test-app.ts";

/** What the database itself refuses the role of the API, whatever the API has in mind. */
describe("an account that was used", () => {
	let app: TestApp;
	let db: pg.Client;
	beforeAll(async () => {
		app = await startTestApp();
		db = new pg.Client({ connectionString: app.appUrl });
		await db.connect();
	});
	afterAll(async () => {
		await db.end();
		await app.stop();
	});

	/** Everything happens in one transaction that is undone. */
	async function as<T>(who: Person | "accounts", work: () => Promise<T>, familyId?: string): Promise<T> {
		await db.query("begin");
		try {
			if (who === "accounts")
				await db.query("select app.enter_job('accounts', null, date_trunc('milliseconds', now()), 'proof', 'read', 'proof', null, null)");
			else {
				await app.tokenOf(who);
				const { id } = await app.world.db.session.findFirstOrThrow({ where: { accountId: who.accountId, endedAt: null } });
				await db.query("select app.enter($1, $2, $3, null, now(), 'proof', 'read', 'proof', null, null, null, false, false)", [
					who.accountId,
					id,
					familyId ?? null,
				]);
			}
			return await work();
		} finally {
			await db.query("rollback");
		}
	}
	/** Rows that changed, or that it was refused. */
	const tried = (text: string, values: unknown[]) =>
		db.query("savepoint tried").then(() =>
			db.query(text, values).then(
				({ rowCount }) => rowCount,
				async (error: { code: string }) => {
					await db.query("rollback to savepoint tried");
					return error.code;
				},
			),
		);
	const nothing = expect.toSatisfy((answer: unknown) => answer === 0 || answer === "42501");

	it("is moved by no coordinator and no administrator", async () => {
		const family = await app.world.newFamily();
		const administrator = await app.world.staff(["administrator"]);
		const colleague = await app.world.staff(["coordinator"]);
		await app.tokenOf(colleague);
		for (const [who, familyId] of [
			[family.coordinator, family.familyId],
			[administrator, undefined],
		] as const)
			await as(
				who,
				async () => {
					for (const { accountId } of [family.mother, colleague]) {
						for (const set of ["email = 'dief@demo.invalid'", "password_hash = 'x'", `person_id = '${who.personId}'`])
							expect(await tried(`update account set ${set} where id = $1`, [accountId])).toEqual(nothing);
						expect(await tried("delete from account where id = $1", [accountId])).toEqual(nothing);
						expect(
							await tried("insert into passkey (id, account_id, credential_id, public_key) values ($1, $2, 'x', 'x')", [
								uuid7(),
								accountId,
							]),
						).toEqual(nothing);
						expect(await tried("delete from session where account_id = $1", [accountId])).toEqual(nothing);
					}
				},
				familyId,
			);
	});

	it("is not moved by signing in either, without a code of its owner or a recovery that was used", async () => {
		const { mother, familyId, coordinator } = await app.world.newFamily();
		const move = () => tried("update account set email = 'nieuw@demo.invalid' where id = $1", [mother.accountId]);
		await as("accounts", async () => expect(await move()).toBe("42501"));
		const id = uuid7();
		const lead = await app.world.staff(["team_lead"]);
		await app.world.db
			.$executeRaw`insert into account_recovery (id, organisation_id, account_id, person_id, family_id, reason, new_email, asked_by, asked_at,
				decided_by, decided_at, usable_from, expires_at, state)
			select ${id}::uuid, a.organisation_id, a.id, a.person_id, ${familyId}::uuid, 'gezien', 'nieuw@demo.invalid', ${coordinator.personId}::uuid, now() - interval '3 days',
				${lead.personId}::uuid, now() - interval '2 days', now() - interval '1 day', now() + interval '9 days', 'granted' from account a where a.id = ${mother.accountId}::uuid`;
		await as("accounts", async () => {
			expect(await move()).toBe("42501");
			expect(await tried("update account_recovery set state = 'used', ended_at = app.now() where id = $1", [id])).toBe(1);
			expect(await move()).toBe(1);
		});
	});

	it("is let back in by nobody who writes it down themselves", async () => {
		const family = await app.world.newFamily();
		const { mother, coordinator, familyId } = family;
		const insert = `insert into account_recovery (id, organisation_id, account_id, person_id, reason, asked_by, asked_at, expires_at)
			select $1, organisation_id, id, person_id, 'zomaar', $2, now(), now() + interval '1 day' from account where id = $3`;
		for (const who of ["accounts", coordinator] as const)
			await as(
				who,
				async () => {
					expect(await tried(insert, [uuid7(), coordinator.personId, mother.accountId])).toBe("42501");
					expect(await tried("select * from app.recovery_in_words", [])).toBe("42501");
					expect(await tried("update account_recovery set decided_by = $1", [coordinator.personId])).toBe("42501");
				},
				who === "accounts" ? undefined : familyId,
			);
		const { mother: other } = await app.world.newFamily();
		const ask = (of: Person) => tried("select app.ask_recovery($1, $2, $3, 'zomaar gevraagd', null)", [uuid7(), familyId, of.personId]);
		await as(mother, async () => expect(await ask(family.father)).toBe("42501"), familyId);
		await as(
			coordinator,
			async () => {
				expect(
					(await db.query("select app.ask_recovery($1, $2, $3, 'zomaar gevraagd', null) as answer", [uuid7(), familyId, other.personId]))
						.rows,
				).toEqual([{ answer: "unknown" }]);
				const id = uuid7();
				await db.query("select app.ask_recovery($1, $2, $3, 'zomaar gevraagd', null)", [id, familyId, mother.personId]);
				expect((await db.query("select app.decide_recovery($1, true, '', true) as answer", [id])).rows).toEqual([{ answer: "own" }]);
				expect((await db.query("select * from app.ears_of_recovery($1, 'officers')", [id])).rows).toEqual([]);
			},
			familyId,
		);
	});

	it("keeps a granted recovery shut for a day, says the table itself", async () => {
		const { mother, coordinator } = await app.world.newFamily();
		const lead = await app.world.staff(["team_lead"]);
		const add = (spoke: boolean, decidedBy: string) => app.world.db.$executeRaw`
			insert into account_recovery (id, organisation_id, account_id, person_id, reason, asked_by, asked_at, decided_by, decided_at, usable_from, expires_at, state, spoke_themselves)
			select ${uuid7()}::uuid, organisation_id, id, person_id, 'gezien', ${coordinator.personId}::uuid, now(), ${decidedBy}::uuid, now(), now(), now() + interval '1 day',
				'granted', ${spoke} from account where id = ${mother.accountId}::uuid`;
		await expect(add(false, lead.personId)).rejects.toThrow("a_day_to_stop_it");
		await expect(add(true, coordinator.personId)).rejects.toThrow("decided_by_a_third");
		await expect(add(true, mother.personId)).rejects.toThrow("decided_by_a_third");
		await add(true, lead.personId);
	});
});
