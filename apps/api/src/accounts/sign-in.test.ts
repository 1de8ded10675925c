import { askSignInCode, type Session, signInWithCode } from "@samenplan/contract/accounts";
import type { Problem } from "@samenplan/contract/problem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../http/test-app.ts";
import { networkOf } from "./guess-limit.ts";
import { codesPerHour, wrongCodesPerHour } from "./sign-in.ts";
import { paceMilliseconds } from "./steady-pace.ts";

describe("signing in with a mailed code", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp({ TRUST_PROXY: "1" });
	});
	afterAll(() => app.stop());

	async function somebody(address?: string) {
		const person = await app.world.staff(["coordinator"], address === undefined ? {} : { email: address });
		const { email } = await app.world.db.account.findUniqueOrThrow({ where: { id: person.accountId } });
		return { ...person, email: email as string };
	}
	const post = (path: string, body: unknown, cookie?: string, from = "192.0.2.1") =>
		fetch(app.url + path, {
			method: "POST",
			headers: { "content-type": "application/json", "x-forwarded-for": from, ...(cookie !== undefined && { cookie }) },
			body: JSON.stringify(body),
		});
	/** A device that keeps its cookie, as a browser does. */
	function device() {
		let cookie: string | undefined;
		return {
			ask: async (email: string) => {
				const answer = await post(askSignInCode.path, { email });
				cookie = answer.headers.getSetCookie()[0]?.split(";")[0];
				return answer;
			},
			signIn: async (email: string, code: string) => {
				const answer = await post(signInWithCode.path, { email, code }, cookie);
				return (await answer.json()) as Partial<Session & Problem>;
			},
		};
	}
	const mailsTo = (toEmail: string) => app.world.db.mail.findMany({ where: { toEmail }, orderBy: { id: "desc" } });
	const codeTo = async (email: string) => /\b\d{6}\b/.exec((await mailsTo(email))[0]?.text ?? "")?.[0] ?? "";
	async function codeFor(email: string) {
		const here = device();
		await here.ask(email);
		return { here, code: await codeTo(email) };
	}
	const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

	it("lets in with the code of the mail, once", async () => {
		const { email } = await somebody();
		const { here, code } = await codeFor(email);
		expect((await here.signIn(email.toUpperCase(), code)).accessToken).toBeTruthy();
		expect((await here.signIn(email, code)).code).toBe("code-wrong");
	});

	it("answers a stranger's address exactly as an own one, and mails nothing", async () => {
		const { email } = await somebody();
		const [one, other] = [device(), device()];
		const [known, unknown] = [await one.ask(email), await other.ask("niemand@demo.invalid")];
		expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()]);
		const shapeOf = (answer: Response) =>
			answer.headers.getSetCookie().map((cookie) => cookie.replace(/=[^;]+/g, (value) => `=${value.length}`));
		expect(shapeOf(known)).toEqual(shapeOf(unknown));
		expect(await mailsTo("niemand@demo.invalid")).toEqual([]);
		const guess = await one.signIn(email, wrong(await codeTo(email)));
		const stranger = await other.signIn("niemand@demo.invalid", "000000");
		expect({ ...guess, requestId: "" }).toEqual({ ...stranger, requestId: "" });
	});

	it("tells by its time neither whether an address has an account nor whether a code waits", async () => {
		const { email } = await somebody();
		const timed = async (work: () => Promise<unknown>) => {
			const started = performance.now();
			await work();
			return performance.now() - started;
		};
		const here = device();
		const times = [
			await timed(() => here.ask("niemand@demo.invalid")),
			await timed(() => here.ask(email)),
			await timed(() => here.signIn("niemand@demo.invalid", "000000")),
			await timed(() => here.signIn(email, "000000")),
		];
		// Each waits for the next beat, which is longer than any of the work takes.
		for (const time of times) expect(time).toBeGreaterThan(paceMilliseconds - 5);
	});

	it("takes an underscore in an address for an underscore: nobody else gets the code", async () => {
		const dotted = await somebody("jan.devries@demo.invalid");
		const { email } = await somebody("jan_devries@demo.invalid");
		const { here, code } = await codeFor(email);
		expect(await mailsTo(dotted.email)).toEqual([]);
		expect((await here.signIn(email, code)).accessToken).toBeTruthy();
		await device().ask("jan.devrie_@demo.invalid");
		expect(await mailsTo(dotted.email)).toEqual([]);
	});

	it("works only on the device that asked, where guesses of a stranger use up nothing", async () => {
		const { email } = await somebody();
		const { here, code } = await codeFor(email);
		const stranger = device();
		for (let time = 0; time < 6; time += 1) expect((await stranger.signIn(email, wrong(code))).code).toBe("code-wrong");
		expect((await stranger.signIn(email, code)).code).toBe("code-wrong");
		expect((await here.signIn(email, code)).accessToken).toBeTruthy();
	});

	it("does not take a code of another address on the same device", async () => {
		const { email } = await somebody();
		const other = await somebody();
		const { here, code } = await codeFor(email);
		expect((await here.signIn(other.email, code)).code).toBe("code-wrong");
	});

	it("mails a few codes an hour to one network, and still mails one to another network", async () => {
		const { email } = await somebody();
		for (let time = 0; time < codesPerHour + 2; time += 1) await device().ask(email);
		expect(await mailsTo(email)).toHaveLength(codesPerHour);
		await post(askSignInCode.path, { email }, undefined, "192.0.2.7");
		expect(await mailsTo(email)).toHaveLength(codesPerHour + 1);
	});

	it("slows down trying a few codes on each of many accounts, and leaves everybody elsewhere alone", async () => {
		const { email } = await somebody();
		const from = "192.0.2.99";
		const guess = (nr: number) => post(signInWithCode.path, { email: `somebody-${nr}@demo.invalid`, code: "000000" }, undefined, from);
		const guesses = await Promise.all(Array.from({ length: wrongCodesPerHour }, (_, nr) => guess(nr)));
		expect(new Set(guesses.map(({ status }) => status))).toEqual(new Set([400]));
		const slowed = await guess(0);
		expect([slowed.status, Number(slowed.headers.get("retry-after")) > 60]).toEqual([429, true]);
		expect((await post(signInWithCode.path, { email, code: "000000" }, undefined, from)).status).toBe(429);
		const { here, code } = await codeFor(email);
		expect((await here.signIn(email, code)).accessToken).toBeTruthy();
	}, 30_000);

	it("keeps in the log for whom a code was right or wrong", async () => {
		const { email, accountId } = await somebody();
		const { here, code } = await codeFor(email);
		await here.signIn(email, wrong(code));
		await here.signIn(email, code);
		const entries = await app.world.db.auditEntry.findMany({ where: { accountId, event: "sign-in.answer" }, orderBy: { id: "asc" } });
		expect(entries.map(({ outcome }) => outcome)).toEqual(["denied", "success"]);
		expect(JSON.stringify(entries, (_key, value) => (typeof value === "bigint" ? String(value) : value))).not.toContain(code);
	});

	it("counts parallel guesses, and after five the right code no longer works either", async () => {
		const { email } = await somebody();
		const { here, code } = await codeFor(email);
		const guesses = await Promise.all(Array.from({ length: 8 }, () => here.signIn(email, wrong(code))));
		expect(guesses.every((guess) => guess.code === "code-wrong")).toBe(true);
		expect((await here.signIn(email, code)).code).toBe("code-wrong");
	});

	it("refuses a code after ten minutes", async () => {
		const { email, accountId } = await somebody();
		const { here, code } = await codeFor(email);
		await app.world.db.signInCode.updateMany({ where: { accountId }, data: { expiresAt: new Date(Date.now() - 1000) } });
		expect((await here.signIn(email, code)).code).toBe("code-wrong");
	});

	it("keeps the code out of the database, but for the mail itself", async () => {
		const { email, accountId } = await somebody();
		const { code } = await codeFor(email);
		const rows = await app.world.db.signInCode.findMany({ where: { accountId } });
		expect(JSON.stringify(rows)).not.toContain(code);
	});
});

describe("the network that guesses are counted by", () => {
	it("is an IPv4 address, and half of an IPv6 address however it is written", () => {
		expect(networkOf("::ffff:192.0.2.7")).toBe("192.0.2.7");
		const home = networkOf("2001:db8:0:0:1:2:3:4");
		for (const same of ["2001:db8::9:2:3:4", "2001:0db8::1", "2001:db8::1%eth0"]) expect(networkOf(same)).toBe(home);
		expect(networkOf("2001:db8:0:1::1")).not.toBe(home);
		expect(networkOf("::1")).toBe("0:0:0:0");
	});
});
