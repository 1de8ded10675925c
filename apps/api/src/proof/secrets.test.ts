import type { Person } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ActorTx } from "../http/as-actor.ts";
import { startTestApp, type TestApp } from "../http/test-app.ts";
import type { Tx } from "../http/transaction.ts";

/** Hashes and sealed secrets that the API's role never reads, not even as the job that signs people in. */
const unreadable = [
	["account", "password_hash"],
	["session", "token_hash"],
	["session", "former_token_hash"],
	["invitation", "code_hash"],
	["sign_in_service_proposal", "sealed_secret"],
] as const;
/** What proves who somebody is: rows for the job that signs people in alone. */
const ofTheJob = [
	"passkey",
	"authenticator_app",
	"recovery_code",
	"foreign_identity",
	"sign_in_attempt",
	"sign_in_code",
	"identity_provider",
] as const;

describe("what proves who somebody is", () => {
	let app: TestApp;
	let family: Awaited<ReturnType<TestApp["world"]["newFamily"]>>;
	let teacher: Person;
	let administrator: Person;
	beforeAll(async () => {
		app = await startTestApp();
		const { world } = app;
		family = await world.newFamily();
		teacher = await world.involve(family.familyId, "professional", { givenName: "Juf", account: true });
		administrator = await world.staff(["administrator"]);
		const { organisationId } = await world.db.family.findUniqueOrThrow({ where: { id: family.familyId } });
		const soon = new Date(Date.now() + 600_000);
		for (const { accountId } of [family.mother, family.coordinator, teacher, administrator]) {
			await world.db.account.update({ where: { id: accountId }, data: { passwordHash: `hash of ${accountId}`, passwordAt: new Date() } });
			await world.db.authenticatorApp.create({ data: { accountId, sealedSecret: "sealed" } });
			await world.db.recoveryCode.create({ data: { accountId, codeHash: crypto.randomUUID() } });
			await world.db.signInAttempt.create({ data: { accountId, kind: "prove_again", content: { codeHash: "x" }, expiresAt: soon } });
			await world.db.signInCode.create({ data: { accountId, codeHash: "x", expiresAt: soon } });
			await world.db.foreignIdentity.create({ data: { accountId, issuer: "https://sign-in.invalid", subject: accountId } });
			await world.db.passkey.create({
				data: { accountId, credentialId: crypto.randomUUID(), publicKey: new Uint8Array([1]), counter: 0, name: "x", transports: [] },
			});
		}
		await world.db.identityProvider.create({
			data: { organisationId, issuer: "https://sign-in.invalid", clientId: "x", sealedSecret: "sealed" },
		});
		const involvement = await world.db.involvement.findFirstOrThrow({ where: { personId: family.mother.personId } });
		await world.db.invitation.create({
			data: {
				familyId: family.familyId,
				personId: family.mother.personId,
				involvementId: involvement.id,
				codeHash: "hash of a card",
				invitedBy: family.coordinator.personId,
				expiresAt: soon,
			},
		});
	});
	afterAll(() => app.stop());

	async function as<T>(person: Person, deed: (tx: ActorTx) => Promise<T>, { inFamily = true } = {}): Promise<T> {
		await app.tokenOf(person);
		const { id: sessionId } = await app.world.db.session.findFirstOrThrow({
			where: { accountId: person.accountId },
			orderBy: { createdAt: "desc" },
		});
		return app.services.frame.asActor(
			{ accountId: person.accountId, sessionId, client: "", requestId: crypto.randomUUID() },
			{
				event: "test",
				action: "read",
				object: "account",
				right: inFamily ? "live.read" : "signed-in",
				...(inFamily && { familyId: family.familyId }),
			},
			deed,
		);
	}
	const asJob = <T>(name: "accounts" | "mail", deed: (tx: Tx) => Promise<T>) =>
		app.services.frame.asJob({ name, event: "test", action: "read", object: "account" }, deed);
	const everyone = () =>
		[
			["mother", family.mother, true],
			["coordinator", family.coordinator, true],
			["other professional", teacher, true],
			["administrator", administrator, false],
		] as const;

	it("is in no hash that the API can select: neither for anybody nor for any job", async () => {
		for (const [table, column] of unreadable) {
			const text = `select ${column} from ${table}`;
			for (const [, person, inFamily] of everyone())
				await expect(
					as(person, (tx) => tx.sql({ text }), { inFamily }),
					`${table}.${column}`,
				).rejects.toMatchObject({ code: "42501" });
			await expect(
				asJob("accounts", (tx) => tx.sql({ text })),
				`${table}.${column}`,
			).rejects.toMatchObject({ code: "42501" });
			await expect(as(family.mother, (tx) => tx.sql({ text: `select * from ${table}` }))).rejects.toMatchObject({ code: "42501" });
		}
	});

	it("has rows for the job that signs people in alone, one's own neither", async () => {
		for (const table of ofTheJob) {
			const text = `select count(*)::int as n from ${table}`;
			for (const [who, person, inFamily] of everyone())
				expect(await as(person, (tx) => tx.sql<{ n: number }>({ text }), { inFamily }), `${who}: ${table}`).toEqual([{ n: 0 }]);
			expect(await asJob("mail", (tx) => tx.sql({ text })), table).toEqual([{ n: 0 }]);
			expect((await asJob("accounts", (tx) => tx.sql<{ n: number }>({ text })))[0]?.n, table).toBeGreaterThan(0);
		}
	});

	it("is told by functions to that job, and to nobody else", async () => {
		const { tokenHash } = await app.world.db.session.findFirstOrThrow({ where: { accountId: family.mother.accountId } });
		const asked = {
			text: `select app.password_of($1) as password, app.invitation_of_code('hash of a card') as card,
				(select id from app.session_of_token($2)) as session`,
			values: [family.mother.accountId, tokenHash],
		};
		for (const [who, person, inFamily] of everyone())
			expect(await as(person, (tx) => tx.sql(asked), { inFamily }), who).toEqual([{ password: null, card: null, session: null }]);
		expect(await asJob("mail", (tx) => tx.sql(asked))).toEqual([{ password: null, card: null, session: null }]);
		expect(await asJob("accounts", (tx) => tx.sql(asked))).toEqual([
			{ password: `hash of ${family.mother.accountId}`, card: expect.any(String), session: expect.any(String) },
		]);
		const replace = { text: "select app.replace_token(id, $1, 'mine', now()) from session", values: [tokenHash] };
		await as(family.mother, (tx) => tx.sql(replace));
		expect(await app.world.db.session.count({ where: { tokenHash: "mine" } })).toBe(0);
	});

	it("shows the account of a family to nobody else, and of colleagues to employees alone", async () => {
		const seen = async (person: Person, inFamily = true) =>
			(await as(person, (tx) => tx.sql<{ email: string; id: string }>({ text: "select id, email from account" }), { inFamily })).map(
				({ id }) => id,
			);
		expect(await seen(family.mother)).toEqual([family.mother.accountId]);
		// Works with the family, and for nobody here.
		expect(await seen(teacher)).toEqual([teacher.accountId]);
		for (const [person, inFamily] of [
			[family.coordinator, true],
			[administrator, false],
		] as const)
			expect((await seen(person, inFamily)).sort()).toEqual([family.coordinator.accountId, administrator.accountId].sort());
	});

	it("says of somebody of the family whether their account is on, and no more; of another family nothing", async () => {
		const other = await app.world.newFamily();
		const state = (by: Person, of: Person) =>
			as(
				by,
				async (tx) =>
					(await tx.sql<{ state: string }>({ text: "select app.account_state_of($1) as state", values: [of.personId] }))[0]?.state,
			);
		expect(await state(family.coordinator, family.mother)).toBe("active");
		expect(await state(family.coordinator, other.mother)).toBeNull();
		expect(await state(teacher, family.mother)).toBeNull();
	});
});
