import { askSignInCode, readMe, signInWithCode } from "@samenplan/contract/accounts";
import { addEmployee, changeEmployee, inviteEmployee, listTeams } from "@samenplan/contract/employees";
import {
	addPasskey,
	askAuthenticator,
	askNewEmail,
	askNewPasskey,
	askPasskey,
	confirmAuthenticator,
	confirmEmail,
	readLink,
	readMySignIn,
	removeMyPassword,
	removePasskey,
	setMyPassword,
	signInWithPasskey,
	signInWithPassword,
} from "@samenplan/contract/second-factors";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";
import { codeNow, employeeWithPasskey, goodPassword, invitedEmployee, newDevice, originOf, tokenMailedTo } from "./test-device.ts";
import { newTestPasskey } from "./test-passkey.ts";

describe("my own ways in", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp({ TRUST_PROXY: "1" });
	});
	afterAll(() => app.stop());

	const codeOf = async (call: Promise<unknown>) => (await problemOf(call)).code;
	const newest = async (toEmail: string) => app.world.db.mail.findFirst({ where: { toEmail }, orderBy: { id: "desc" } });
	const codeTo = async (email: string) => /\b\d{6}\b/.exec((await newest(email))?.text ?? "")?.[0] ?? "";
	async function parent() {
		const { mother } = await app.world.newFamily();
		const email = (await app.world.db.account.findUniqueOrThrow({ where: { id: mother.accountId } })).email ?? "";
		const device = newDevice(app);
		await device.call(askSignInCode, { body: { email } });
		device.hold(await device.call(signInWithCode, { body: { email, code: await codeTo(email) } }));
		return { ...mother, email, device };
	}

	it("lets a parent have a passkey, and come back with it until it is removed", async () => {
		const { device, email } = await parent();
		const passkey = newTestPasskey(originOf(app));
		const { challengeId, options } = await device.call(askNewPasskey);
		const answer = passkey.make(options);
		await device.call(addPasskey, { body: { challengeId, answer, name: "Telefoon" } });
		expect(await codeOf(device.call(addPasskey, { body: { challengeId, answer, name: "" } }))).toBe("passkey-wrong");
		expect((await newest(email))?.kind).toBe("passkey_added");
		const back = async () => {
			const again = newDevice(app);
			const asked = await again.call(askPasskey, { body: { second: false } });
			again.hold(await again.call(signInWithPasskey, { body: { challengeId: asked.challengeId, answer: passkey.use(asked.options) } }));
			return (await again.call(readMe)).person.givenName;
		};
		expect(await back()).toBe("Moeder");
		const [kept] = (await device.call(readMySignIn)).passkeys;
		await device.call(removePasskey, { params: { passkeyId: kept?.id ?? "" } });
		expect(await codeOf(back())).toBe("passkey-wrong");
	});

	it("lets a parent have a password, without a second factor, and do without it again", async () => {
		const { device, email } = await parent();
		const elsewhere = newDevice(app);
		await device.call(setMyPassword, { body: { password: "tuinhek 84 kano" } });
		const step = await elsewhere.call(signInWithPassword, { body: { email, password: "tuinhek 84 kano" } });
		expect(step.needs).toBe("nothing");
		elsewhere.hold(step.session);
		await device.call(setMyPassword, { body: { password: goodPassword } });
		expect(await codeOf(elsewhere.call(readMe))).toBe("sign-in-needed");
		await device.call(readMe);
		await device.call(removeMyPassword);
		expect(await codeOf(newDevice(app).call(signInWithPassword, { body: { email, password: goodPassword } }))).toBe("password-wrong");
	});

	it("keeps a new address only with the code that was sent there, and tells the former one", async () => {
		const { device, email } = await parent();
		const other = `ander-${email}`;
		await device.call(askNewEmail, { body: { email: other } });
		const code = await codeTo(other);
		expect(await codeOf(device.call(confirmEmail, { body: { code: code === "000000" ? "111111" : "000000" } }))).toBe("code-wrong");
		expect((await device.call(readMySignIn)).email).toBe(email);
		await device.call(confirmEmail, { body: { code } });
		expect((await device.call(readMySignIn)).email).toBe(other);
		expect((await newest(email))?.kind).toBe("email_changed");
		expect(await codeOf(device.call(confirmEmail, { body: { code } }))).toBe("code-wrong");
	});

	it("says the same for an address that somebody else uses, and sends nothing there", async () => {
		const [one, other] = [await parent(), await parent()];
		const before = (await newest(other.email))?.id;
		await one.device.call(askNewEmail, { body: { email: other.email } });
		expect((await newest(other.email))?.id).toBe(before);
	});

	it("connects an app with its first code, and lets another app take its place only after that", async () => {
		const { device, accountId } = await employeeWithPasskey(app);
		const { secret } = await device.call(askAuthenticator);
		expect(await codeOf(device.call(confirmAuthenticator, { body: { code: "000000" } }))).toBe("code-wrong");
		expect((await device.call(readMySignIn)).authenticatorSince).toBeNull();
		await device.call(confirmAuthenticator, { body: { code: codeNow(secret) } });
		const kept = await app.world.db.authenticatorApp.findUniqueOrThrow({ where: { accountId } });
		await device.call(askAuthenticator);
		expect((await app.world.db.authenticatorApp.findUniqueOrThrow({ where: { accountId } })).sealedSecret).toBe(kept.sealedSecret);
	});

	it("sends an employee outside a demonstration no code: a mailbox is not enough", async () => {
		const { email } = await employeeWithPasskey(app);
		const device = newDevice(app);
		await device.call(askSignInCode, { body: { email } });
		const mail = await newest(email);
		expect([mail?.kind, /\b\d{6}\b/.test(mail?.text ?? "")]).toEqual(["staff_sign_in", false]);
	});
});

describe("an administrator's employees", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());

	it("are invited at an address of their own, again with a new link, and stay of the organisation", async () => {
		const { administrator, accountId, email, token } = await invitedEmployee(app);
		const call = await app.as(administrator);
		const [team] = await call(listTeams);
		const body = { givenName: "Noor", familyName: "", email, duties: ["coordinator" as const], teamId: team?.id ?? null };
		expect((await problemOf(call(addEmployee, { body }))).errors).toEqual([{ path: "email", code: "taken" }]);
		await call(inviteEmployee, { params: { accountId } });
		expect((await problemOf(newDevice(app).call(readLink, { body: { token } }))).code).toBe("not-found");
		await newDevice(app).call(readLink, { body: { token: await tokenMailedTo(app, email) } });
		const elsewhere = await app.world.organisation("Andere stichting");
		const wrong = await problemOf(call(addEmployee, { body: { ...body, email: `x-${email}`, teamId: elsewhere.teamId } }));
		expect(wrong.errors).toEqual([{ path: "teamId", code: "invalid" }]);
	});

	it("change duties and team, but nobody gives their own administration away", async () => {
		const { administrator, accountId } = await invitedEmployee(app);
		const call = await app.as(administrator);
		await call(changeEmployee, { params: { accountId }, body: { duties: ["scientist", "coordinator"], teamId: null } });
		const { duties } = await app.world.db.account.findUniqueOrThrow({ where: { id: accountId } });
		expect([...duties].sort()).toEqual(["coordinator", "scientist"]);
		const own = await problemOf(
			call(changeEmployee, { params: { accountId: administrator.accountId }, body: { duties: ["coordinator"], teamId: null } }),
		);
		expect(own.reasons).toEqual(["own-duty"]);
	});
});
