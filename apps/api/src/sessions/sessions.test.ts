import {
	askSignInCode,
	endSession,
	readMe,
	refreshSession,
	type Session,
	setAccountState,
	signInWithCode,
} from "@samenplan/contract/accounts";
import { addPasskey, askNewEmail, askNewPasskey, removePasskey, setMyPassword } from "@samenplan/contract/second-factors";
import {
	askProofCode,
	askProofPasskey,
	endMySession,
	endOtherSessions,
	listMySessions,
	proveAgain,
	readProofWays,
	readSession,
} from "@samenplan/contract/sessions";
import type { Person } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sessionLengths } from "../accounts/session.ts";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";
import { codeNow, employeeWithApp, employeeWithPasskey, newDevice, originOf } from "../second-factors/test-device.ts";
import { newTestPasskey } from "../second-factors/test-passkey.ts";

describe("sessions of one's own", () => {
	let app: TestApp;
	let mother: Person & { email: string };
	beforeAll(async () => {
		app = await startTestApp({ TRUST_PROXY: "1" });
	});
	afterAll(() => app.stop());

	const codeOf = async (call: Promise<unknown>) => (await problemOf(call)).code;
	async function newMother() {
		const family = await app.world.newFamily();
		const account = await app.world.db.account.findUniqueOrThrow({ where: { id: family.mother.accountId } });
		mother = { ...family.mother, email: account.email ?? "" };
		return mother;
	}
	const mailedCode = async (to: string) => {
		const mail = await app.world.db.mail.findFirst({ where: { toEmail: to }, orderBy: { id: "desc" } });
		return /\b\d{6}\b/.exec(mail?.text ?? "")?.[0] ?? "";
	};
	/** Signed in with a mailed code. */
	async function device(email: string, ownDevice = true) {
		const here = newDevice(app);
		await here.call(askSignInCode, { body: { email } });
		const session = await here.call(signInWithCode, { body: { email, code: await mailedCode(email), ownDevice } });
		here.hold(session);
		return Object.assign(here, { session });
	}
	const sessionOf = (accountId: string) => app.world.db.session.findFirstOrThrow({ where: { accountId }, orderBy: { id: "desc" } });
	const idle = async (accountId: string, minutes: number) =>
		app.world.db.session.updateMany({ where: { accountId }, data: { lastSeenAt: new Date(Date.now() - minutes * 60_000) } });

	it("lists each device, and ends one or all others at its next request", async () => {
		const { email } = await newMother();
		const [phone, tablet, borrowed] = [await device(email), await device(email), await device(email, false)];
		const sessions = await phone.call(listMySessions);
		expect(sessions.map(({ method, own }) => [method, own]).sort()).toEqual([
			["mailed_code", false],
			["mailed_code", false],
			["mailed_code", true],
		]);
		const other = sessions.find(({ own }) => !own)?.id ?? "";
		await phone.call(endMySession, { params: { sessionId: other } });
		const states = await Promise.all(
			[tablet, borrowed].map((each) =>
				each.call(readMe).then(
					() => "in",
					() => "out",
				),
			),
		);
		expect(states.sort()).toEqual(["in", "out"]);
		await phone.call(endOtherSessions);
		for (const each of [tablet, borrowed]) expect(await codeOf(each.call(readMe))).toBe("sign-in-needed");
		await phone.call(readMe);
	});

	it("does not end, or show, a session of somebody else", async () => {
		const mine = await device((await newMother()).email);
		const { accountId, email } = await newMother();
		const other = await device(email);
		expect(await codeOf(mine.call(endMySession, { params: { sessionId: (await sessionOf(accountId)).id } }))).toBe("not-found");
		await other.call(readMe);
	});

	it("lasts for employees, families and borrowed devices as long as each needs", async () => {
		const { email, accountId } = await newMother();
		const lengthOf = ({ idleMinutes, until }: Session) => [idleMinutes, Math.round((Date.parse(until) - Date.now()) / 60_000)];
		expect(lengthOf((await device(email)).session)).toEqual([sessionLengths.family.idle, sessionLengths.family.most]);
		const borrowed = await device(email, false);
		expect(lengthOf(borrowed.session)).toEqual([15, 120]);
		const response = await borrowed.send(`${app.url}${refreshSession.path}`, { method: "POST" });
		expect(response.headers.get("set-cookie")).not.toMatch(/expires|max-age/i);
		const employee = await employeeWithApp(app);
		const kept = await sessionOf(employee.accountId);
		expect([kept.idleMinutes, Math.round((kept.expiresAt.getTime() - kept.createdAt.getTime()) / 60_000)]).toEqual([30, 720]);
		expect((await sessionOf(accountId)).idleMinutes).toBe(15);
	});

	it("is over after lying idle: no request, no new token", async () => {
		const { accountId, device: here } = await employeeWithApp(app);
		await idle(accountId, 31);
		expect(await codeOf(here.call(readMe))).toBe("sign-in-needed");
		expect((await here.send(`${app.url}${refreshSession.path}`, { method: "POST" })).status).toBe(401);
	});

	it("is kept alive by somebody, not by a page that asks by itself or refreshes", async () => {
		const { accountId, device: here } = await employeeWithApp(app);
		await idle(accountId, 20);
		const before = (await sessionOf(accountId)).lastSeenAt;
		await here.send(`${app.url}${readMe.path}`, { headers: { "samenplan-present": "no" } });
		await here.send(`${app.url}${refreshSession.path}`, { method: "POST" });
		expect((await sessionOf(accountId)).lastSeenAt).toEqual(before);
		expect((await here.call(readSession)).idleMinutes).toBe(30);
		expect((await sessionOf(accountId)).lastSeenAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
	});

	it("clears what the browser keeps when somebody signs out, and keeps drafts after a time-out", async () => {
		const { email } = await newMother();
		const leave = async (keep: string) => {
			const here = await device(email);
			const response = await here.send(`${app.url}${endSession.path}?keep=${keep}`, { method: "DELETE" });
			expect(await codeOf(here.call(readMe))).toBe("sign-in-needed");
			return response.headers.get("clear-site-data");
		};
		expect(await leave("nothing")).toBe('"storage"');
		expect(await leave("drafts")).toBeNull();
	});

	describe("proving again", () => {
		const grow = (accountId: string) =>
			app.world.db.session.updateMany({ where: { accountId }, data: { provedAgainAt: new Date(Date.now() - 11 * 60_000) } });

		it("is asked of an employee after ten minutes, and given by app, passkey or recovery code", async () => {
			const one = await employeeWithApp(app);
			await app.world.db.account.update({ where: { id: one.accountId }, data: { duties: ["administrator"] } });
			const colleague = await app.world.staff(["coordinator"]);
			const deed = () => one.device.call(setAccountState, { params: { accountId: colleague.accountId }, body: { state: "disabled" } });
			await grow(one.accountId);
			expect(await codeOf(deed())).toBe("prove-again");
			expect((await one.device.call(readProofWays)).ways).toEqual(["authenticator", "recovery"]);
			await one.device.call(proveAgain, { body: { kind: "authenticator", code: codeNow(one.secret) } });
			await deed();
			await grow(one.accountId);
			await one.device.call(proveAgain, { body: { kind: "recovery", code: one.recoveryCodes[0] ?? "" } });
			await deed();

			const other = await employeeWithPasskey(app);
			await grow(other.accountId);
			expect(await codeOf(other.device.call(askNewPasskey))).toBe("prove-again");
			const { challengeId, options } = await other.device.call(askProofPasskey);
			const answer = other.passkey.use(options);
			await other.device.call(proveAgain, { body: { kind: "passkey", challengeId, answer } });
			await other.device.call(askNewPasskey);
			expect(await codeOf(other.device.call(proveAgain, { body: { kind: "passkey", challengeId, answer } }))).toBe("passkey-wrong");
		});

		it("takes no mailed code and no password from an employee, and nothing that is not true", async () => {
			const { device: here, accountId } = await employeeWithApp(app);
			expect(await codeOf(here.call(askProofCode))).toBe("not-allowed");
			for (const body of [
				{ kind: "mailed_code" as const, code: "000000" },
				{ kind: "password" as const, password: "bloempot fiets regenjas" },
				{ kind: "demo" as const },
			])
				expect(await codeOf(here.call(proveAgain, { body }))).toBe("not-allowed");
			await grow(accountId);
			expect(await codeOf(here.call(proveAgain, { body: { kind: "authenticator", code: "000000" } }))).toBe("code-wrong");
			expect(await codeOf(here.call(setMyPassword, { body: { password: "kastanje lantaarn spoorboek" } }))).toBe("prove-again");
		});

		it("takes a mailed code once from a family member, in the session that asked for it", async () => {
			const { email, accountId } = await newMother();
			const [here, elsewhere] = [await device(email), await device(email)];
			await grow(accountId);
			await here.call(askProofCode);
			const code = await mailedCode(email);
			const prove = (at: typeof here) => at.call(proveAgain, { body: { kind: "mailed_code", code } });
			expect(await codeOf(prove(elsewhere))).toBe("code-wrong");
			await prove(here);
			expect(await codeOf(prove(here))).toBe("code-wrong");
		});

		it("stops after five wrong codes, the right one included", async () => {
			const { email } = await newMother();
			const here = await device(email);
			await here.call(askProofCode);
			const right = await mailedCode(email);
			const wrong = right === "111111" ? "222222" : "111111";
			const guess = (code: string) => codeOf(here.call(proveAgain, { body: { kind: "mailed_code", code } }));
			const codes = await Promise.all(Array.from({ length: 5 }, () => guess(wrong)));
			expect(new Set(codes)).toEqual(new Set(["code-wrong"]));
			expect(await guess(right)).toBe("too-many-tries");
		});

		it("is not done by a card, which anybody may have found, but whoever just used one may add a first passkey", async () => {
			const { email, accountId } = await newMother();
			const here = await device(email);
			await app.world.db.session.updateMany({ where: { accountId }, data: { method: "card", provedAgainAt: null } });
			const passkey = newTestPasskey(originOf(app));
			const { challengeId, options } = await here.call(askNewPasskey);
			await here.call(addPasskey, { body: { challengeId, answer: passkey.make(options), name: "Telefoon" } });
			await app.world.db.session.updateMany({ where: { accountId }, data: { provedAgainAt: null } });
			expect(await codeOf(here.call(askNewPasskey))).toBe("prove-again");
		});

		it("gives a card that was found no first way into an account that had an owner before", async () => {
			const { email, accountId } = await newMother();
			await device(email);
			const found = await device(email);
			await app.world.db.session.updateMany({ where: { accountId }, data: { method: "card", provedAgainAt: null } });
			expect(await codeOf(found.call(askNewPasskey))).toBe("prove-again");
			expect(await codeOf(found.call(askNewEmail, { body: { email: "elders@demo.invalid" } }))).toBe("prove-again");
			// Without an address or a password there is nothing else to prove it with.
			await app.world.db.account.update({ where: { id: accountId }, data: { email: null } });
			expect(await found.call(askNewPasskey)).toMatchObject({ challengeId: expect.any(String) });
		});

		it("guards one's own ways in, and an employee keeps a second factor", async () => {
			const { device: here, accountId, email } = await employeeWithPasskey(app);
			const { id } = await app.world.db.passkey.findFirstOrThrow({ where: { accountId } });
			const gone = await problemOf(here.call(removePasskey, { params: { passkeyId: id } }));
			expect(gone.reasons).toEqual(["last-second-factor"]);
			expect(await app.world.db.passkey.count({ where: { accountId } })).toBe(1);
			const other = await employeeWithPasskey(app);
			expect(await codeOf(other.device.call(removePasskey, { params: { passkeyId: id } }))).toBe("not-found");
			expect(email).toBeTruthy();
		});
	});
});
