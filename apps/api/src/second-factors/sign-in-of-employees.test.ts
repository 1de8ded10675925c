import { readMe } from "@samenplan/contract/accounts";
import {
	askPasskey,
	askPasswordReset,
	choosePassword,
	giveSecondFactor,
	readAttempt,
	readLink,
	renewRecoveryCodes,
	signInWithPasskey,
	signInWithPassword,
} from "@samenplan/contract/second-factors";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wrongPasswordsHere } from "../accounts/sign-in-with-password.ts";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";
import {
	codeNow,
	employeeWithApp,
	employeeWithPasskey,
	goodPassword,
	halfWay,
	invitedEmployee,
	newDevice,
	originOf,
	tokenMailedTo,
} from "./test-device.ts";
import { newTestPasskey } from "./test-passkey.ts";

describe("an employee signing in", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp({ TRUST_PROXY: "1" });
	});
	afterAll(() => app.stop());

	const codeOf = async (call: Promise<unknown>) => (await problemOf(call)).code;
	const entriesOf = (accountId: string) =>
		app.world.db.auditEntry.findMany({ where: { accountId }, orderBy: { id: "asc" }, select: { event: true, outcome: true } });
	const mailsTo = async (toEmail: string) =>
		(await app.world.db.mail.findMany({ where: { toEmail }, orderBy: { id: "asc" } })).map((mail) => mail.kind);

	describe("with an invitation", () => {
		it("chooses a password and a second factor before there is a session, and gets ten recovery codes once", async () => {
			const { device, recoveryCodes, email, accountId } = await employeeWithPasskey(app);
			expect((await device.call(readMe)).person.givenName).toBe("Noor");
			expect(new Set(recoveryCodes).size).toBe(10);
			expect(await mailsTo(email)).toEqual(["staff_invitation", "password_chosen", "passkey_added"]);
			expect((await entriesOf(accountId)).map(({ event }) => event)).toEqual(expect.arrayContaining(["password.chosen", "passkey.add"]));
		});

		it("has no session half-way: the password alone opens nothing", async () => {
			const { token, accountId } = await invitedEmployee(app);
			const device = newDevice(app);
			const step = await device.call(choosePassword, { body: { token, password: goodPassword } });
			expect(step).toEqual({ session: null, needs: "set_up", factors: [] });
			expect(await device.call(readAttempt)).toEqual({ needs: "set_up", factors: [] });
			expect(await app.world.db.session.count({ where: { accountId } })).toBe(0);
			expect(device.cookies.has("__Host-samenplan")).toBe(false);
		});

		it("can be used once, by one of many at the same moment, and not after two days", async () => {
			const one = await invitedEmployee(app);
			const answers = await Promise.allSettled(
				[1, 2, 3, 4].map(() => newDevice(app).call(choosePassword, { body: { token: one.token, password: goodPassword } })),
			);
			expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
			const other = await invitedEmployee(app);
			await app.world.db.signInAttempt.updateMany({ where: { accountId: other.accountId }, data: { expiresAt: new Date(Date.now() - 1) } });
			for (const token of [one.token, other.token, "x.y", `${crypto.randomUUID()}.y`])
				expect(await codeOf(newDevice(app).call(readLink, { body: { token } }))).toBe("not-found");
		});

		it.each([
			["short", "fiets", "too-short"],
			["common", "Wachtwoord123!", "guessable"],
			["known from leaks", "1234567890987654321", "guessable"],
			["the own name", "noor bakker 1", "guessable"],
			["the name of the product", "Samenplan-2026", "guessable"],
		])("refuses a password that is %s, and leaves the link as it was", async (_name, password, code) => {
			const { token } = await invitedEmployee(app);
			const device = newDevice(app);
			const problem = await problemOf(device.call(choosePassword, { body: { token, password } }));
			expect(problem.errors).toEqual([expect.objectContaining({ path: "password", code })]);
			expect((await device.call(choosePassword, { body: { token, password: goodPassword } })).needs).toBe("set_up");
		});

		it("takes any signs, and all of them", async () => {
			const { token, email } = await invitedEmployee(app);
			const long = `${"🧸 één zin met ruimte, ".repeat(5)}slot`;
			await newDevice(app).call(choosePassword, { body: { token, password: long } });
			const signIn = (password: string) => newDevice(app).call(signInWithPassword, { body: { email, password } });
			expect((await signIn(long.normalize("NFD"))).needs).toBe("set_up");
			expect(await codeOf(signIn(long.slice(0, -1)))).toBe("password-wrong");
		});
	});

	describe("with a password", () => {
		it("answers a wrong password, an unknown address and an account without a password alike, in time too", async () => {
			const { email } = await employeeWithApp(app);
			const { email: without } = await invitedEmployee(app);
			const timed = async (address: string) => {
				const started = performance.now();
				const problem = await problemOf(newDevice(app).call(signInWithPassword, { body: { email: address, password: "niet dit woord" } }));
				return { problem: { ...problem, requestId: "" }, beats: Math.round((performance.now() - started) / 250) };
			};
			const [known, unknown, none] = [await timed(email), await timed("niemand@demo.invalid"), await timed(without)];
			expect(known.problem.code).toBe("password-wrong");
			expect(unknown.problem).toEqual(known.problem);
			expect(none.problem).toEqual(known.problem);
			expect(Math.abs(unknown.beats - known.beats)).toBeLessThanOrEqual(1);
		});

		it("slows guessing from one network, parallel guesses too, and leaves the owner elsewhere in peace", async () => {
			const { email } = await employeeWithApp(app);
			const guess = () => newDevice(app, "203.0.113.9").call(signInWithPassword, { body: { email, password: "geraden woord" } });
			const codes = await Promise.all(Array.from({ length: wrongPasswordsHere + 4 }, () => codeOf(guess())));
			expect(codes.filter((code) => code === "password-wrong")).toHaveLength(wrongPasswordsHere);
			expect(codes.filter((code) => code === "too-many-tries")).toHaveLength(4);
			expect((await halfWay(app, email)).step.needs).toBe("second_factor");
		});

		it("counts guesses for an address that does not exist just the same", async () => {
			const email = "nergens@demo.invalid";
			const guess = () => codeOf(newDevice(app, "203.0.113.10").call(signInWithPassword, { body: { email, password: "geraden woord" } }));
			const codes = await Promise.all(Array.from({ length: wrongPasswordsHere + 1 }, guess));
			expect(codes.filter((code) => code === "too-many-tries")).toHaveLength(1);
		});

		it("does not let in whose account was switched off", async () => {
			const { email, accountId } = await employeeWithApp(app);
			await app.world.db.account.update({ where: { id: accountId }, data: { state: "disabled" } });
			expect(await codeOf(newDevice(app).call(signInWithPassword, { body: { email, password: goodPassword } }))).toBe("password-wrong");
		});
	});

	describe("with an authenticator app", () => {
		it("comes in with the code of this moment, once, and never with one from before", async () => {
			const { email, secret } = await employeeWithApp(app);
			const code = codeNow(secret);
			const first = await halfWay(app, email);
			expect(first.step.factors).toEqual(["authenticator", "recovery"]);
			const session = await first.device.call(giveSecondFactor, { body: { kind: "authenticator", code } });
			first.device.hold(session);
			expect((await first.device.call(readMe)).person.givenName).toBe("Noor");
			const again = await halfWay(app, email);
			expect(await codeOf(again.device.call(giveSecondFactor, { body: { kind: "authenticator", code } }))).toBe("code-wrong");
			expect(await codeOf(again.device.call(giveSecondFactor, { body: { kind: "authenticator", code: codeNow(secret, -4) } }))).toBe(
				"code-wrong",
			);
		});

		it("takes a code once when it is sent twice at the same moment", async () => {
			const { email, secret } = await employeeWithApp(app);
			const [one, other] = [await halfWay(app, email), await halfWay(app, email)];
			const code = codeNow(secret);
			const answers = await Promise.allSettled(
				[one, other].map(({ device }) => device.call(giveSecondFactor, { body: { kind: "authenticator", code } })),
			);
			expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		});

		it("asks for the password again after five wrong codes, and logs each", async () => {
			const { email, secret, accountId } = await employeeWithApp(app);
			const { device } = await halfWay(app, email);
			const guess = (code: string) => codeOf(device.call(giveSecondFactor, { body: { kind: "authenticator", code } }));
			for (let tried = 0; tried < 5; tried += 1) expect(await guess("000000")).toBe("code-wrong");
			expect(await guess(codeNow(secret))).toBe("too-many-tries");
			const denied = (await entriesOf(accountId)).filter(({ event, outcome }) => event === "sign-in.authenticator" && outcome === "denied");
			expect(denied).toHaveLength(6);
			const again = await halfWay(app, email);
			await again.device.call(giveSecondFactor, { body: { kind: "authenticator", code: codeNow(secret) } });
		});

		it("keeps the secret of the app sealed", async () => {
			const { accountId, secret } = await employeeWithApp(app);
			const kept = await app.world.db.authenticatorApp.findUniqueOrThrow({ where: { accountId } });
			expect(kept.sealedSecret).not.toContain(secret);
			const waiting = await app.world.db.signInAttempt.findMany({ where: { accountId } });
			expect(JSON.stringify(waiting)).not.toContain(secret);
		});

		it("finishes only on the device that gave the password", async () => {
			const { email, secret } = await employeeWithApp(app);
			const { device } = await halfWay(app, email);
			const elsewhere = newDevice(app);
			expect(await codeOf(elsewhere.call(giveSecondFactor, { body: { kind: "authenticator", code: codeNow(secret) } }))).toBe(
				"sign-in-needed",
			);
			const [name, value] = [...device.cookies].find(([each]) => each.endsWith("attempt")) ?? ["", ""];
			elsewhere.cookies.set(
				name,
				value.replace(/.$/, (sign) => (sign === "a" ? "b" : "a")),
			);
			expect(await codeOf(elsewhere.call(giveSecondFactor, { body: { kind: "authenticator", code: codeNow(secret) } }))).toBe(
				"sign-in-needed",
			);
		});
	});

	describe("with a recovery code", () => {
		it("comes in with each code once, and the owner hears of it", async () => {
			const { email, recoveryCodes } = await employeeWithApp(app);
			const [code = ""] = recoveryCodes;
			const give = async (typed: string) => {
				const { device } = await halfWay(app, email);
				return device.call(giveSecondFactor, { body: { kind: "recovery", code: typed } });
			};
			expect((await give(code.toUpperCase().replace("-", " "))).accessToken).toBeTruthy();
			expect(await codeOf(give(code))).toBe("code-wrong");
			expect(await mailsTo(email)).toContain("recovery_used");
		});

		it("no longer with a former set, and not with somebody else's", async () => {
			const [mine, other] = [await employeeWithApp(app), await employeeWithApp(app)];
			const renewed = await mine.device.call(renewRecoveryCodes);
			const tryWith = async (code = "") =>
				codeOf((await halfWay(app, mine.email)).device.call(giveSecondFactor, { body: { kind: "recovery", code } }));
			expect(await tryWith(mine.recoveryCodes[1])).toBe("code-wrong");
			expect(await tryWith(other.recoveryCodes[1])).toBe("code-wrong");
			const { device } = await halfWay(app, mine.email);
			await device.call(giveSecondFactor, { body: { kind: "recovery", code: renewed.recoveryCodes[0] ?? "" } });
		});
	});

	describe("with a passkey", () => {
		const begin = async () => {
			const device = newDevice(app);
			return { device, ...(await device.call(askPasskey, { body: { second: false } })) };
		};

		it("comes in without a password: the device checked who holds it", async () => {
			const { passkey } = await employeeWithPasskey(app);
			const { device, challengeId, options } = await begin();
			device.hold(await device.call(signInWithPasskey, { body: { challengeId, answer: passkey.use(options) } }));
			expect((await device.call(readMe)).person.givenName).toBe("Noor");
		});

		it("is a second factor beside the password", async () => {
			const { passkey, email } = await employeeWithPasskey(app);
			const { device, step } = await halfWay(app, email);
			expect(step.factors).toEqual(["passkey", "recovery"]);
			const { challengeId, options } = await device.call(askPasskey, { body: { second: true } });
			await device.call(giveSecondFactor, { body: { kind: "passkey", challengeId, answer: passkey.use(options) } });
		});

		it("answers each challenge once", async () => {
			const { passkey } = await employeeWithPasskey(app);
			const { device, challengeId, options } = await begin();
			const answer = passkey.use(options);
			const both = await Promise.allSettled([1, 2].map(() => device.call(signInWithPasskey, { body: { challengeId, answer } })));
			expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
			expect(await codeOf(device.call(signInWithPasskey, { body: { challengeId, answer } }))).toBe("passkey-wrong");
		});

		it.each([
			["of another place", { origin: "https://samenp1an.example" }],
			["for another host", { host: "samenp1an.example" }],
			["to another challenge", { challenge: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }],
			["of a device that did not check who holds it", { verified: false }],
			["that names another owner", { userHandle: Buffer.from(crypto.randomUUID()).toString("base64url") }],
		])("does not believe an answer %s", async (_name, wrong) => {
			const { passkey } = await employeeWithPasskey(app);
			const { device, challengeId, options } = await begin();
			expect(await codeOf(device.call(signInWithPasskey, { body: { challengeId, answer: passkey.use(options, wrong) } }))).toBe(
				"passkey-wrong",
			);
		});

		it("does not believe a copy that counts backwards", async () => {
			const { passkey } = await employeeWithPasskey(app);
			const first = await begin();
			await first.device.call(signInWithPasskey, {
				body: { challengeId: first.challengeId, answer: passkey.use(first.options, { counter: 40 }) },
			});
			const copy = await begin();
			const answer = passkey.use(copy.options, { counter: 39 });
			expect(await codeOf(copy.device.call(signInWithPasskey, { body: { challengeId: copy.challengeId, answer } }))).toBe("passkey-wrong");
		});

		it("does not let another account's passkey, or an unknown one, stand in", async () => {
			const [mine, other] = [await employeeWithPasskey(app), await employeeWithPasskey(app)];
			for (const passkey of [other.passkey, newTestPasskey(originOf(app))]) {
				const { device } = await halfWay(app, mine.email);
				const { challengeId, options } = await device.call(askPasskey, { body: { second: true } });
				expect(await codeOf(device.call(giveSecondFactor, { body: { kind: "passkey", challengeId, answer: passkey.use(options) } }))).toBe(
					"passkey-wrong",
				);
			}
		});
	});

	describe("who forgot the password", () => {
		it("gives the second factor before the new password counts", async () => {
			const { email, secret } = await employeeWithApp(app);
			await newDevice(app).call(askPasswordReset, { body: { email } });
			const token = await tokenMailedTo(app, email);
			const device = newDevice(app);
			const password = "kastanje lantaarn spoorboek";
			expect((await device.call(choosePassword, { body: { token, password } })).needs).toBe("second_factor");
			const withFormer = await halfWay(app, email);
			expect(withFormer.step.needs).toBe("second_factor");
			await device.call(giveSecondFactor, { body: { kind: "authenticator", code: codeNow(secret) } });
			expect(await codeOf(halfWay(app, email))).toBe("password-wrong");
			// Nor does what was half-way with the former one go on.
			expect(await withFormer.device.call(readAttempt)).toBeNull();
			expect((await newDevice(app).call(signInWithPassword, { body: { email, password } })).needs).toBe("second_factor");
			expect(await codeOf(newDevice(app).call(readLink, { body: { token } }))).toBe("not-found");
			expect(await mailsTo(email)).toContain("password_chosen");
		});

		it("gets a link for half an hour, and a stranger's address gets none", async () => {
			const { email, accountId } = await employeeWithApp(app);
			const ask = (address: string) =>
				newDevice(app).send(`${app.url}${askPasswordReset.path}`, {
					method: "POST",
					headers: { "content-type": "application/json" },
					body: JSON.stringify({ email: address }),
				});
			const [known, unknown] = [await ask(email), await ask("niemand@demo.invalid")];
			expect([known.status, known.headers.getSetCookie()]).toEqual([unknown.status, unknown.headers.getSetCookie()]);
			expect(await app.world.db.mail.count({ where: { toEmail: "niemand@demo.invalid" } })).toBe(0);
			const token = await tokenMailedTo(app, email);
			await app.world.db.signInAttempt.updateMany({
				where: { accountId, kind: "password_reset" },
				data: { expiresAt: new Date(Date.now() - 1) },
			});
			expect(await codeOf(newDevice(app).call(choosePassword, { body: { token, password: goodPassword } }))).toBe("not-found");
		});
	});
});
