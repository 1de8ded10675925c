import { createClient } from "@samenplan/contract/client";
import { addEmployee } from "@samenplan/contract/employees";
import {
	askFirstAuthenticator,
	askFirstPasskey,
	choosePassword,
	setUpAuthenticator,
	setUpPasskey,
	signInWithPassword,
} from "@samenplan/contract/second-factors";
import { Secret, TOTP } from "otpauth";
import type { TestApp } from "../http/test-app.ts";
import { newTestPasskey } from "./test-passkey.ts";

/** A browser for tests: keeps its cookies, comes from an address of its own, and holds the token of its session. */
export function newDevice(app: TestApp, from = `198.51.100.${Math.floor(Math.random() * 250) + 1}`) {
	const cookies = new Map<string, string>();
	let token: string | undefined;
	const send = async (url: string, init: RequestInit) => {
		const response = await fetch(url, {
			...init,
			headers: {
				...(init.headers as Record<string, string>),
				"x-forwarded-for": from,
				cookie: [...cookies].map((pair) => pair.join("=")).join("; "),
				...(token !== undefined && { authorization: `Bearer ${token}` }),
			},
		});
		for (const cookie of response.headers.getSetCookie()) {
			const [name = "", value = ""] = cookie.split(";")[0]?.split(/=(.*)/s) ?? [];
			if (value === "") cookies.delete(name);
			else cookies.set(name, value);
		}
		return response;
	};
	return {
		call: createClient({ base: app.url, send }),
		send,
		cookies,
		/** From now on calls are of this session. */
		hold: (session: { accessToken: string } | null) => {
			token = session?.accessToken;
		},
	};
}
export type TestDevice = ReturnType<typeof newDevice>;

export const goodPassword = "bloempot fiets regenjas";
/** The web address that passkeys of these tests belong to; an address in figures has none, so it is this machine's name. */
export const originOf = (app: TestApp) => new URL(app.services.config.publicUrl).origin.replace("127.0.0.1", "localhost");

/** An employee, invited by an administrator: the account and the secret of the mailed link. */
export async function invitedEmployee(app: TestApp, of: { email?: string } = {}) {
	const administrator = await app.world.staff(["administrator"]);
	const email = of.email ?? `nieuw-${crypto.randomUUID().slice(0, 8)}@demo.invalid`;
	const { id } = await (await app.as(administrator))(addEmployee, {
		body: { givenName: "Noor", familyName: "Bakker", email, duties: ["coordinator"], teamId: null },
	});
	return { administrator, accountId: id, email, token: await tokenMailedTo(app, email) };
}

/** The secret behind the newest link that was mailed to this address. */
export async function tokenMailedTo(app: TestApp, email: string): Promise<string> {
	const mail = await app.world.db.mail.findFirst({ where: { toEmail: email, text: { contains: "#" } }, orderBy: { id: "desc" } });
	return /#(\S+)/.exec(mail?.text ?? "")?.[1] ?? "";
}

/** An employee with a password and an authenticator app. */
export async function employeeWithApp(app: TestApp) {
	const invited = await invitedEmployee(app);
	const device = newDevice(app);
	await device.call(choosePassword, { body: { token: invited.token, password: goodPassword } });
	const { secret } = await device.call(askFirstAuthenticator);
	const done = await device.call(setUpAuthenticator, { body: { code: codeNow(secret, -1) } });
	device.hold(done.session);
	return { ...invited, device, secret, recoveryCodes: done.recoveryCodes };
}

/** An employee with a password and a passkey. */
export async function employeeWithPasskey(app: TestApp) {
	const invited = await invitedEmployee(app);
	const device = newDevice(app);
	await device.call(choosePassword, { body: { token: invited.token, password: goodPassword } });
	const passkey = newTestPasskey(originOf(app));
	const { challengeId, options } = await device.call(askFirstPasskey);
	const done = await device.call(setUpPasskey, { body: { challengeId, answer: passkey.make(options), name: "Laptop" } });
	device.hold(done.session);
	return { ...invited, device, passkey, recoveryCodes: done.recoveryCodes };
}

/** The first half of a sign-in with a password, on a new device. */
export async function halfWay(app: TestApp, email: string) {
	const device = newDevice(app);
	const step = await device.call(signInWithPassword, { body: { email, password: goodPassword } });
	return { device, step };
}

/** What the app shows now, or so many steps of half a minute from now. */
export function codeNow(secret: string, steps = 0): string {
	return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
}
