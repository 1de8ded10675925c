import type { AddressInfo } from "node:net";
import { readMe } from "@samenplan/contract/accounts";
import { choosePassword, giveSecondFactor, readAttempt } from "@samenplan/contract/second-factors";
import {
	answerSingleSignOn,
	beginSingleSignOn,
	confirmSignInService,
	listSignInServices,
	proposeSignInService,
	readSignInService,
	removeSignInService,
	withdrawSignInService,
} from "@samenplan/contract/single-sign-on";
import type { Person } from "@samenplan/testing/world";
import Provider from "oidc-provider";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";
import { codeNow, employeeWithApp, newDevice } from "../second-factors/test-device.ts";

type Somebody = { sub: string; email: string; verified?: boolean; amr?: string[] };

/** A real OpenID Connect provider on this machine, where everybody signs in at once as whoever the test says. */
async function startProvider(returnAddress: string) {
	let somebody: Somebody = { sub: "nobody", email: "" };
	const { createServer } = await import("node:http");
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const provider = new Provider(issuer, {
		clients: [
			{ client_id: "samenplan", client_secret: "a-secret-of-the-service", redirect_uris: [returnAddress], response_types: ["code"] },
		],
		pkce: { required: () => true },
		claims: { openid: ["sub", "amr"], email: ["email", "email_verified"] },
		conformIdTokenClaims: false,
		features: { devInteractions: { enabled: false } },
		cookies: { keys: ["only for tests"] },
		findAccount: (_context, sub) => ({
			accountId: sub,
			claims: () => ({ sub, email: somebody.email, email_verified: somebody.verified ?? true }),
		}),
		interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
	});
	provider.proxy = true;
	const handle = provider.callback();
	server.on("request", async (request, response) => {
		if (!request.url?.startsWith("/interaction/")) return handle(request, response);
		const { prompt, params, grantId } = await provider.interactionDetails(request, response);
		if (prompt.name === "login")
			return provider.interactionFinished(request, response, {
				login: { accountId: somebody.sub, ...(somebody.amr && { amr: somebody.amr }) },
			});
		const grant =
			(grantId && (await provider.Grant.find(grantId))) ||
			new provider.Grant({ accountId: somebody.sub, clientId: params.client_id as string });
		grant.addOIDCScope("openid email");
		return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
	});
	/** What a browser does there: follows until it is sent back, and hands on what came along. */
	async function signIn(address: string, who: Somebody): Promise<string> {
		somebody = who;
		const cookies = new Map<string, string>();
		let at = address;
		for (let steps = 0; steps < 12; steps += 1) {
			const response = await fetch(at, { redirect: "manual", headers: { cookie: [...cookies].map((pair) => pair.join("=")).join("; ") } });
			for (const cookie of response.headers.getSetCookie()) {
				const [name = "", value = ""] = cookie.split(";")[0]?.split(/=(.*)/s) ?? [];
				cookies.set(name, value);
			}
			const next = new URL(response.headers.get("location") ?? "", at);
			if (next.href.startsWith(returnAddress)) return next.search;
			if (response.status < 300 || response.status >= 400)
				throw new Error(`the provider answered ${response.status}: ${await response.text()}`);
			at = next.href;
		}
		throw new Error("the provider never came back");
	}
	return { issuer, signIn, stop: () => server.close() };
}

describe("signing in through the organisation's own service", () => {
	let app: TestApp;
	let provider: Awaited<ReturnType<typeof startProvider>>;
	let organisationId: string;
	let officer: Person;
	const proposedFor = async (who: Person) => (await (await app.as(who))(readSignInService)).proposed;
	const confirm = async (who = officer) => {
		const proposalId = (await proposedFor(who))?.id ?? "";
		await (await app.as(who))(confirmSignInService, { params: { proposalId } });
	};
	beforeAll(async () => {
		app = await startTestApp({ TRUST_PROXY: "1" });
		const administrator = await app.world.staff(["administrator"]);
		officer = await app.world.staff(["privacy_officer"], { givenName: "Loes" });
		organisationId = (await app.world.db.account.findUniqueOrThrow({ where: { id: administrator.accountId } })).organisationId;
		const call = await app.as(administrator);
		const { returnAddress } = await call(readSignInService);
		provider = await startProvider(returnAddress);
		const body = { issuer: provider.issuer, clientId: "samenplan", secret: "a-secret-of-the-service", version: null };
		await call(proposeSignInService, { body });
		expect(await newDevice(app).call(listSignInServices)).toEqual([]);
		await confirm();
	});
	afterAll(async () => {
		provider?.stop();
		await app.stop();
	});

	const codeOf = async (call: Promise<unknown>) => (await problemOf(call)).code;
	const employee = async (place?: { organisationId: string; teamId: string }) => {
		const email = `sso-${crypto.randomUUID().slice(0, 8)}@demo.invalid`;
		const person = await app.world.staff(["coordinator"], { email, ...(place && { place }) });
		return { ...person, email, sub: `sub-${email}` };
	};
	async function begin() {
		const device = newDevice(app);
		const { address } = await device.call(beginSingleSignOn, { body: { organisationId } });
		return { device, address };
	}
	async function signIn(who: Somebody) {
		const { device, address } = await begin();
		const search = await provider.signIn(address, who);
		return { device, search, step: await device.call(answerSingleSignOn, { body: { search } }) };
	}

	it("is offered by the name of the organisation only", async () => {
		expect(await newDevice(app).call(listSignInServices)).toEqual([{ organisationId, name: "Stichting Voorbeeld" }]);
	});

	/** Somebody who showed before that they are who the service says. */
	const know = ({ accountId, sub }: { accountId: string; sub: string }) =>
		app.world.db.foreignIdentity.create({ data: { accountId, issuer: provider.issuer, subject: sub } });

	it("lets nobody in as somebody without a second factor, whatever it says: the owner of the account is mailed the way in", async () => {
		const who = await employee();
		for (const amr of [["pwd", "mfa"], ["pwd"]]) {
			const { device, step } = await signIn({ ...who, amr });
			expect(step).toEqual({ session: null, needs: "mailed_link", factors: [] });
			expect(await device.call(readAttempt)).toBeNull();
		}
		expect(await app.world.db.foreignIdentity.count({ where: { accountId: who.accountId } })).toBe(0);
		const mails = await app.world.db.mail.findMany({ where: { toEmail: who.email }, orderBy: { id: "asc" } });
		expect(mails.map(({ kind }) => kind)).toEqual(["service_first", "service_first"]);
		const token = mails[1]?.text.match(/#(\S+)/)?.[1] ?? "";
		const device = newDevice(app);
		expect((await device.call(choosePassword, { body: { token, password: "Negen groene fietsen bij het water" } })).needs).toBe("set_up");
	});

	it("lets an employee in whose service asked two factors, and knows them afterwards whatever their address", async () => {
		const who = await employee();
		await know(who);
		const { device, step } = await signIn({ ...who, amr: ["pwd", "mfa"] });
		device.hold(step.session);
		expect((await device.call(readMe)).person.id).toBe(who.personId);
		const renamed = await signIn({ sub: who.sub, email: "een-ander@demo.invalid", amr: ["mfa"] });
		renamed.device.hold(renamed.step.session);
		expect((await renamed.device.call(readMe)).person.id).toBe(who.personId);
	});

	it("asks our own second factor when the service does not say that it asked one", async () => {
		const who = await employee();
		await know(who);
		expect((await signIn(who)).step).toMatchObject({ session: null, needs: "set_up" });
		expect((await signIn({ ...who, amr: ["pwd"] })).step).toMatchObject({ session: null, needs: "set_up" });
		const known = await employeeWithApp(app);
		const { device, step } = await signIn({ sub: `sub-${known.email}`, email: known.email });
		expect(step).toMatchObject({ session: null, needs: "second_factor" });
		await device.call(giveSecondFactor, { body: { kind: "authenticator", code: codeNow(known.secret) } });
	});

	it("is believed about somebody with a second factor here only after they gave it once, whatever the service says", async () => {
		const known = await employeeWithApp(app);
		const who = { sub: `sub-${known.email}`, email: known.email, amr: ["mfa"] };
		expect((await signIn(who)).step).toMatchObject({ session: null, needs: "second_factor" });
		// Nothing was kept by that: the next time is as the first.
		const { device, step } = await signIn(who);
		expect(step).toMatchObject({ session: null, needs: "second_factor" });
		expect(await app.world.db.foreignIdentity.count({ where: { accountId: known.accountId } })).toBe(0);
		await device.call(giveSecondFactor, { body: { kind: "authenticator", code: codeNow(known.secret) } });
		expect((await signIn(who)).step).toMatchObject({ needs: "nothing" });
		expect(await app.world.db.mail.count({ where: { toEmail: known.email, kind: "service_linked" } })).toBe(1);
	});

	it("lets nobody in by an address that the service did not verify, or that is no employee's of that organisation", async () => {
		const unverified = await employee();
		const family = await app.world.newFamily();
		const mother = await app.world.db.account.findUniqueOrThrow({ where: { id: family.mother.accountId } });
		const elsewhere = await employee(await app.world.organisation("Andere stichting"));
		for (const who of [
			{ ...unverified, verified: false },
			{ sub: "mother", email: mother.email ?? "" },
			elsewhere,
			{ sub: "unknown", email: "onbekend@demo.invalid" },
		])
			expect(await codeOf(signIn({ ...who, amr: ["mfa"] }))).toBe("code-wrong");
		expect(
			await app.world.db.foreignIdentity.count({ where: { accountId: { in: [unverified.accountId, mother.id, elsewhere.accountId] } } }),
		).toBe(0);
	});

	it("takes what came along once, on the device that began, for the sign-in that it belongs to", async () => {
		const who = { ...(await employee()), amr: ["mfa"] };
		const done = await signIn(who);
		expect(await codeOf(done.device.call(answerSingleSignOn, { body: { search: done.search } }))).toBe("code-wrong");
		const { device, address } = await begin();
		const search = await provider.signIn(address, who);
		expect(await codeOf(newDevice(app).call(answerSingleSignOn, { body: { search } }))).toBe("code-wrong");
		const other = await begin();
		expect(await codeOf(other.device.call(answerSingleSignOn, { body: { search } }))).toBe("code-wrong");
		await device.call(answerSingleSignOn, { body: { search } });
	});

	it("refuses a code that was changed, and a sign-in that lay too long", async () => {
		const who = { ...(await employee()), amr: ["mfa"] };
		const changed = await begin();
		const search = await provider.signIn(changed.address, who);
		expect(await codeOf(changed.device.call(answerSingleSignOn, { body: { search: search.replace(/code=[^&]{6}/, "code=AAAAAA") } }))).toBe(
			"code-wrong",
		);
		const late = await begin();
		const lateSearch = await provider.signIn(late.address, who);
		await app.world.db.signInAttempt.updateMany({
			where: { kind: "single_sign_on", usedAt: null },
			data: { expiresAt: new Date(Date.now() - 1) },
		});
		expect(await codeOf(late.device.call(answerSingleSignOn, { body: { search: lateSearch } }))).toBe("code-wrong");
	});

	it("keeps the secret sealed, never shows it, and sends it to no other address", async () => {
		const administrator = await app.world.staff(["administrator"]);
		const call = await app.as(administrator);
		const shown = await call(readSignInService);
		expect(JSON.stringify(shown)).not.toContain("a-secret-of-the-service");
		const kept = await app.world.db.identityProvider.findUniqueOrThrow({ where: { organisationId } });
		expect(kept.sealedSecret).not.toContain("a-secret-of-the-service");
		const body = { clientId: "samenplan", secret: null, version: shown.service?.version ?? 1 };
		const elsewhere = await problemOf(call(proposeSignInService, { body: { ...body, issuer: "https://elders.invalid" } }));
		expect(elsewhere.errors).toEqual([expect.objectContaining({ path: "secret" })]);
		const plain = await problemOf(call(proposeSignInService, { body: { ...body, issuer: "http://elders.invalid" } }));
		expect(plain.errors).toEqual([expect.objectContaining({ path: "issuer" })]);
		const gone = await problemOf(call(proposeSignInService, { body: { ...body, issuer: "http://127.0.0.1:9", secret: "x" } }));
		expect(gone.reasons).toEqual(["single-sign-on-unreachable"]);
	});

	describe("is proposed by one and confirmed by another", () => {
		let proposer: Person;
		let propose: (clientId?: string) => Promise<unknown>;
		beforeAll(async () => {
			proposer = await app.world.staff(["administrator"], { givenName: "Bas" });
			const call = await app.as(proposer);
			propose = async (clientId = "another") => {
				const version = (await call(readSignInService)).service?.version ?? null;
				return call(proposeSignInService, { body: { issuer: provider.issuer, clientId, secret: null, version } });
			};
		});
		afterAll(async () => {
			await propose("samenplan");
			await confirm();
		});
		const inForce = async () => (await (await app.as(officer))(readSignInService)).service;
		const reasonsOf = async (deed: Promise<unknown>) => (await problemOf(deed)).reasons;
		const mailsTo = async (who: Person, kind: string) => app.world.db.mail.findMany({ where: { personId: who.personId, kind } });
		const take = async (who: Person) => {
			const proposalId = (await proposedFor(who))?.id ?? "";
			await (await app.as(who))(withdrawSignInService, { params: { proposalId } });
		};

		it("leaves what is in force alone until then, and says so to whoever has a say", async () => {
			const before = await inForce();
			await propose();
			expect(await inForce()).toEqual(before);
			expect(await proposedFor(officer)).toMatchObject({ clientId: "another", by: "Bas", mine: false, mayConfirm: true, newSecret: false });
			expect(await proposedFor(proposer)).toMatchObject({ mine: true, mayConfirm: false });
			expect((await mailsTo(officer, "service_proposed")).at(-1)?.text).toContain(provider.issuer);
			expect(await mailsTo(proposer, "service_proposed")).toEqual([]);
			await confirm();
			expect(await inForce()).toMatchObject({ clientId: "another", version: (before?.version ?? 0) + 1 });
			expect(await proposedFor(officer)).toBeNull();
			expect(await mailsTo(proposer, "service_changed")).toHaveLength(1);
		});

		it("is not confirmed by who proposed it, nor by an account made for the occasion", async () => {
			await propose("own");
			const before = await inForce();
			const params = { proposalId: (await proposedFor(proposer))?.id ?? "" };
			expect(await reasonsOf((await app.as(proposer))(confirmSignInService, { params }))).toEqual(["single-sign-on-own-proposal"]);
			const made = await app.world.staff(["administrator"]);
			expect((await proposedFor(made))?.mayConfirm).toBe(false);
			expect(await reasonsOf((await app.as(made))(confirmSignInService, { params }))).toEqual(["single-sign-on-new-account"]);
			expect(await inForce()).toEqual(before);
			await take(proposer);
		});

		it("takes one confirmation, and none of who has no say or belongs to another organisation", async () => {
			await propose("once");
			const params = { proposalId: (await proposedFor(proposer))?.id ?? "" };
			const far = await app.world.staff(["privacy_officer"], { place: await app.world.organisation("Verre stichting") });
			expect((await problemOf((await app.as(far))(confirmSignInService, { params }))).status).toBe(404);
			expect((await problemOf((await app.as(far))(withdrawSignInService, { params }))).status).toBe(404);
			const coordinator = await app.world.staff(["coordinator"]);
			expect((await problemOf((await app.as(coordinator))(confirmSignInService, { params }))).status).toBe(403);
			const call = await app.as(officer);
			const answers = await Promise.allSettled([1, 2, 3].map(() => call(confirmSignInService, { params })));
			expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
		});

		it("asks the second person who they are once more", async () => {
			await propose("fresh");
			const params = { proposalId: (await proposedFor(proposer))?.id ?? "" };
			const call = await app.as(officer);
			await app.world.db.session.updateMany({ where: { accountId: officer.accountId }, data: { provedAgainAt: null } });
			expect(await codeOf(call(confirmSignInService, { params }))).toBe("prove-again");
			await app.world.db.session.updateMany({ where: { accountId: officer.accountId }, data: { provedAgainAt: new Date() } });
			await take(proposer);
		});

		it("is withdrawn by who proposed it, or refused, and then changes nothing", async () => {
			const before = await inForce();
			const heard = (await mailsTo(officer, "service_withdrawn")).length;
			for (const who of [proposer, officer]) {
				await propose("gone");
				const params = { proposalId: (await proposedFor(who))?.id ?? "" };
				expect(await reasonsOf(propose("second"))).toEqual(["single-sign-on-proposed"]);
				await take(who);
				expect(await codeOf((await app.as(officer))(confirmSignInService, { params }))).toBe("conflict");
			}
			expect(await inForce()).toEqual(before);
			expect((await mailsTo(officer, "service_withdrawn")).length - heard).toBe(1);
			expect(await mailsTo(proposer, "service_withdrawn")).toHaveLength(1);
		});

		it("is nothing for an organisation in which nobody else could confirm", async () => {
			const alone = await app.world.staff(["administrator"], { place: await app.world.organisation("Kleine stichting") });
			const call = await app.as(alone);
			expect((await call(readSignInService)).second).toBe(false);
			const body = { issuer: provider.issuer, clientId: "samenplan", secret: "s", version: null };
			expect(await reasonsOf(call(proposeSignInService, { body }))).toEqual(["single-sign-on-nobody-else"]);
		});

		it("leaves an entry of each that names who and which proposal", async () => {
			await propose("logged");
			const proposalId = (await proposedFor(officer))?.id ?? "";
			await confirm();
			const entries = await app.world.db.auditEntry.findMany({
				where: { object: "identity_provider", outcome: "success", action: { in: ["create", "update"] } },
				orderBy: { id: "desc" },
				take: 2,
			});
			expect(entries.map(({ personId, action }) => [personId, action])).toEqual([
				[officer.personId, "update"],
				[proposer.personId, "create"],
			]);
			expect(entries[0]?.objectId).toBe(proposalId);
		});

		describe("in the database itself", () => {
			let sql: pg.Client;
			beforeAll(async () => {
				sql = new pg.Client({ connectionString: app.services.config.DATABASE_APP_URL });
				await sql.connect();
			});
			afterAll(() => sql.end());
			/** As row-level security sees them. */
			const as = async (who: Person, work: string, { job = "", duty = "administrator" } = {}) => {
				await sql.query("begin");
				try {
					await sql.query(
						`select set_config('app.person', $1, true), set_config('app.account', $2, true), set_config('app.organisation', $3, true),
							set_config('app.duties', $4, true), set_config('app.system', $5, true)`,
						[job ? "" : who.personId, job ? "" : who.accountId, job ? "" : organisationId, job ? "{}" : `{${duty}}`, job],
					);
					return (await sql.query(work)).rowCount;
				} finally {
					await sql.query("rollback");
				}
			};
			const confirmedBy = (id: string) =>
				`update sign_in_service_proposal set confirmed_by = '${id}', confirmed_at = now() where confirmed_at is null and withdrawn_at is null`;
			const refused = { code: "42501" };

			it("takes no confirmation of the proposer, in the name of another, of a new account, or of any job", async () => {
				await propose("by-hand");
				const made = await app.world.staff(["privacy_officer"]);
				await expect(as(proposer, confirmedBy(proposer.personId))).rejects.toMatchObject(refused);
				await expect(as(proposer, confirmedBy(officer.personId))).rejects.toMatchObject(refused);
				await expect(as(made, confirmedBy(made.personId), { duty: "privacy_officer" })).rejects.toMatchObject(refused);
				await expect(as(proposer, confirmedBy(officer.personId), { job: "accounts" })).rejects.toMatchObject(refused);
				expect(await as(officer, confirmedBy(officer.personId), { duty: "coordinator" })).toBe(0);
				expect(await as(officer, confirmedBy(officer.personId), { duty: "privacy_officer" })).toBe(1);
				await take(officer);
			});

			it("has what is proposed as it was, and what is in force by a confirmation alone", async () => {
				await propose("by-hand");
				for (const job of ["", "accounts"]) {
					await expect(
						as(proposer, "update sign_in_service_proposal set issuer = 'https://elders.invalid'", { job }),
					).rejects.toMatchObject(refused);
					await expect(as(proposer, "update identity_provider set issuer = 'https://elders.invalid'", { job })).rejects.toMatchObject(
						refused,
					);
					await expect(
						as(
							proposer,
							`insert into sign_in_service_proposal (id, organisation_id, issuer, client_id, sealed_secret, new_secret, proposed_by, confirmed_by, confirmed_at)
								values (gen_random_uuid(), '${organisationId}', 'x', 'x', 'x', true, '${proposer.personId}', '${officer.personId}', now())`,
							{ job },
						),
					).rejects.toMatchObject(refused);
				}
				await take(officer);
			});
		});
	});

	it("can be done without again at once, and then opens nothing", async () => {
		const who = { ...(await employee()), amr: ["mfa"] };
		const begun = await begin();
		const search = await provider.signIn(begun.address, who);
		const administrator = await app.world.staff(["administrator"]);
		const call = await app.as(administrator);
		const version = (await call(readSignInService)).service?.version ?? 1;
		await call(proposeSignInService, { body: { issuer: provider.issuer, clientId: "late", secret: null, version } });
		await call(removeSignInService);
		expect(await call(readSignInService)).toMatchObject({ service: null, proposed: null });
		expect(await app.world.db.mail.count({ where: { personId: officer.personId, kind: "service_stopped" } })).toBe(1);
		expect(await codeOf(begun.device.call(answerSingleSignOn, { body: { search } }))).toBe("not-found");
		expect(await newDevice(app).call(listSignInServices)).toEqual([]);
	});
});
