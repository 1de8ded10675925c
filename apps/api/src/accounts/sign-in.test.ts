import { askSignInCode, signInWithCode } from "@samenplan/contract/accounts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

describe("signing in with a mailed code", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());

	async function somebody() {
		const person = await app.world.staff(["coordinator"]);
		const { email } = await app.world.db.account.findUniqueOrThrow({ where: { id: person.accountId } });
		return { ...person, email: email as string };
	}
	async function codeFor(email: string): Promise<string> {
		const call = await app.as();
		await call(askSignInCode, { body: { email } });
		const mail = await app.world.db.mail.findFirstOrThrow({ where: { toEmail: email }, orderBy: { id: "desc" } });
		return /\b\d{6}\b/.exec(mail.text)?.[0] ?? "";
	}

	it("lets in with the code of the mail, once", async () => {
		const { email } = await somebody();
		const code = await codeFor(email);
		const call = await app.as();
		const session = await call(signInWithCode, { body: { email: email.toUpperCase(), code } });
		expect(session.accessToken).toBeTruthy();
		expect((await problemOf(call(signInWithCode, { body: { email, code } }))).code).toBe("code-wrong");
	});

	it("answers a stranger's address exactly as an own one, and mails nothing", async () => {
		const { email } = await somebody();
		const ask = (address: string) =>
			fetch(app.url + askSignInCode.path, {
				method: "POST",
				headers: { "content-type": "application/json" },
				body: JSON.stringify({ email: address }),
			});
		const [known, unknown] = [await ask(email), await ask("niemand@demo.invalid")];
		expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()]);
		expect(await app.world.db.mail.count({ where: { toEmail: "niemand@demo.invalid" } })).toBe(0);
		const call = await app.as();
		const wrong = await problemOf(call(signInWithCode, { body: { email, code: "000000" } }));
		const stranger = await problemOf(call(signInWithCode, { body: { email: "niemand@demo.invalid", code: "000000" } }));
		expect({ ...wrong, requestId: "" }).toEqual({ ...stranger, requestId: "" });
	});

	it("counts parallel guesses, and after five the right code no longer works either", async () => {
		const { email } = await somebody();
		const code = await codeFor(email);
		const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, "0");
		const call = await app.as();
		const guesses = await Promise.all(Array.from({ length: 8 }, () => problemOf(call(signInWithCode, { body: { email, code: wrong } }))));
		expect(guesses.every((guess) => guess.code === "code-wrong")).toBe(true);
		expect((await problemOf(call(signInWithCode, { body: { email, code } }))).code).toBe("code-wrong");
	});

	it("refuses a code after ten minutes", async () => {
		const { email, accountId } = await somebody();
		const code = await codeFor(email);
		await app.world.db.signInCode.updateMany({ where: { accountId }, data: { expiresAt: new Date(Date.now() - 1000) } });
		const call = await app.as();
		expect((await problemOf(call(signInWithCode, { body: { email, code } }))).code).toBe("code-wrong");
	});

	it("keeps the code out of the database, but for the mail itself", async () => {
		const { email, accountId } = await somebody();
		const code = await codeFor(email);
		const rows = await app.world.db.signInCode.findMany({ where: { accountId } });
		expect(JSON.stringify(rows)).not.toContain(code);
	});
});
