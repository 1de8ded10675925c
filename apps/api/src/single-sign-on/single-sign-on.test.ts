import type { AddressInfo } from "node:net";
import { readMe } from "@samenplan/contract/accounts";
import { choosePassword, giveSecondFactor, readAttempt } from "@samenplan/contract/second-factors";
import {
	answerSingleSignOn,
	beginSingleSignOn,
	listSignInServices,
	readSignInService,
	removeSignInService,
	setSignInService,
} from "@samenplan/contract/single-sign-on";
import Provider from "oidc-provider";
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
	beforeAll(async () => {
		app = await startTestApp({ TRUST_PROXY: "1" });
		const administrator = await app.world.staff(["administrator"]);
		organisationId = (await app.world.db.account.findUniqueOrThrow({ where: { id: administrator.accountId } })).organisationId;
		const call = await app.as(administrator);
		const { returnAddress } = await call(readSignInService);
		provider = await startProvider(returnAddress);
		const body = { issuer: provider.issuer, clientId: "samenplan", secret: "a-secret-of-the-service", version: null };
		await call(setSignInService, { body });
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

	it("is set and changed with the knowledge of the privacy officers", async () => {
		const email = `officer-${crypto.randomUUID().slice(0, 8)}@demo.invalid`;
		await app.world.staff(["privacy_officer"], { email });
		const call = await app.as(await app.world.staff(["administrator"]));
		const version = (await call(readSignInService)).service?.version ?? 1;
		await call(setSignInService, { body: { issuer: provider.issuer, clientId: "samenplan", secret: null, version } });
		const mails = await app.world.db.mail.findMany({ where: { toEmail: email } });
		expect(mails.map(({ kind }) => kind)).toEqual(["service_changed"]);
		expect(mails[0]?.text).toContain(provider.issuer);
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
		const elsewhere = await problemOf(call(setSignInService, { body: { ...body, issuer: "https://elders.invalid" } }));
		expect(elsewhere.errors).toEqual([expect.objectContaining({ path: "secret" })]);
		const plain = await problemOf(call(setSignInService, { body: { ...body, issuer: "http://elders.invalid" } }));
		expect(plain.errors).toEqual([expect.objectContaining({ path: "issuer" })]);
		const gone = await problemOf(call(setSignInService, { body: { ...body, issuer: "http://127.0.0.1:9", secret: "x" } }));
		expect(gone.reasons).toEqual(["single-sign-on-unreachable"]);
	});

	it("can be done without again, and then opens nothing", async () => {
		const who = { ...(await employee()), amr: ["mfa"] };
		const begun = await begin();
		const search = await provider.signIn(begun.address, who);
		await (await app.as(await app.world.staff(["administrator"])))(removeSignInService);
		expect(await codeOf(begun.device.call(answerSingleSignOn, { body: { search } }))).toBe("not-found");
		expect(await newDevice(app).call(listSignInServices)).toEqual([]);
	});
});
