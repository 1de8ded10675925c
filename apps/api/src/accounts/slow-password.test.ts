import { signInWithPassword } from "@samenplan/contract/second-factors";
import { afterAll, beforeAll, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";
import { employeeWithApp, goodPassword, newDevice } from "../second-factors/test-device.ts";
import { countOneMore } from "./guess-limit.ts";
import { slowMilliseconds, wrongPasswordsInAll } from "./sign-in-with-password.ts";

let app: TestApp;
beforeAll(async () => {
	app = await startTestApp();
});
afterAll(() => app.stop());

let devices = 0;
/** From a network of its own each time: none of them made many guesses. */
async function signIn(email: string, password: string): Promise<{ answer: string; milliseconds: number }> {
	const device = newDevice(app, `198.51.100.${++devices}`);
	const began = performance.now();
	const attempt = device.call(signInWithPassword, { body: { email, password } });
	const answer = await attempt.then(
		(step) => step.needs ?? "in",
		async () => (await problemOf(attempt)).code,
	);
	return { answer, milliseconds: performance.now() - began };
}
/** Wrong passwords for one address, from wherever. */
const guessed = (email: string, times: number) =>
	app.services.frame.asJob({ name: "accounts", event: "test", action: "execute", object: "session" }, async (tx) => {
		for (let time = 0; time < times; time++) await countOneMore(tx, app.services, `password:${email}`, 60);
	});

it("after many wrong passwords for one address each answer takes longer, from wherever; the owner still comes in, and nobody is shut out", async () => {
	const [{ email }, { email: other }] = [await employeeWithApp(app), await employeeWithApp(app)];
	const unknown = "niemand-hier@demo.invalid";
	for (const address of [email, unknown]) {
		// The last one that is answered as always.
		await guessed(address, wrongPasswordsInAll - 1);
		const soon = await signIn(address, "geraden woord");
		const slow = await signIn(address, "geraden woord");
		expect([soon.answer, slow.answer]).toEqual(["password-wrong", "password-wrong"]);
		expect(slow.milliseconds).toBeGreaterThanOrEqual(slowMilliseconds);
		expect(soon.milliseconds).toBeLessThan(slow.milliseconds);
	}
	const owner = await signIn(email, goodPassword);
	expect(owner.answer).toBe("second_factor");
	expect(owner.milliseconds).toBeGreaterThanOrEqual(slowMilliseconds);
	// It says something about that address alone.
	const elsewhere = await signIn(other, goodPassword);
	expect(elsewhere.answer).toBe("second_factor");
	expect(elsewhere.milliseconds).toBeLessThan(owner.milliseconds);
}, 60_000);
