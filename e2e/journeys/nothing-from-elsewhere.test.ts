import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../app.ts";
import { launchBrowser } from "../browser.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { demoAccounts, signedIn } from "../fixtures/signed-in.ts";

/** Whom the browser talks to, and what the content security policy had to stop, on every kind of page. */
describe("the browser", () => {
	let app: App;
	let browser: Browser;
	let familyId: string;
	beforeAll(async () => {
		app = await startApp({ seed: true });
		browser = await launchBrowser();
		familyId = (await demoAccounts(app.url)).find(({ name }) => name === "Noor Aydın")?.familyId ?? "";
	});
	afterAll(async () => {
		await browser?.close();
		await app?.stop();
	});

	const inFamily = [
		"",
		"/our-plan",
		"/steps/clarify",
		"/steps/strengths",
		"/steps/goals",
		"/steps/network",
		"/steps/help",
		"/steps/evaluate",
	];
	const alsoThere = ["/questions", "/who-looked", "/who-may-what", "/people", "/versions", "/my-steps", "/waiting"];
	it.each([
		["a mother on a phone", "Anouk Visser", true, [...inFamily, ...alsoThere].map((path) => path), ["/me"]],
		["the coordinator at a desk", "Marit Hoekstra", false, [...inFamily, ...alsoThere], ["/caseload", "/reviews", "/who-may-what", "/me"]],
	] as const)("of %s asks nobody else for anything, and meets no rule it breaks", async (_who, name, phone, here, elsewhere) => {
		const { page, close } = await signedIn(browser, app.url, (each) => each.name === name, "/", { phone });
		const hosts = new Set<string>();
		const stopped: string[] = [];
		page.on("request", (request) => {
			const { protocol, host } = new URL(request.url());
			if (protocol !== "data:" && protocol !== "blob:") hosts.add(host);
		});
		page.on("console", (message) => {
			if (/content security policy|refused to/i.test(message.text())) stopped.push(`${page.url()}: ${message.text()}`);
		});
		for (const path of [...elsewhere, ...here.map((part) => `/families/${familyId}${part}`)]) {
			await page.goto(path);
			await page.getByRole("heading", { level: 1 }).first().waitFor();
		}
		expect([...hosts]).toEqual([new URL(app.url).host]);
		expect(stopped).toEqual([]);
		await close();
	});

	it("shows who may do what: the whole table to a professional, people by name to a parent", async () => {
		const marit = await signedIn(browser, app.url, ({ name }) => name === "Marit Hoekstra", "/who-may-what");
		await marit.page.getByRole("heading", { name: "Wie mag wat?" }).waitFor();
		const row = marit.page.getByRole("row", { name: /Het hele plan lezen/ });
		expect(await row.textContent()).toContain("zolang het advies loopt");
		expect(await marit.page.getByRole("row").count()).toBeGreaterThan(50);
		await expectAccessible(marit.page);
		if (process.env.LOOK) await marit.page.screenshot({ path: `${process.env.LOOK}/table.png`, fullPage: true });
		await marit.page.setViewportSize({ width: 390, height: 844 });
		expect(await marit.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
		if (process.env.LOOK) await marit.page.screenshot({ path: `${process.env.LOOK}/table-390.png` });
		await marit.close();

		const anouk = await signedIn(browser, app.url, ({ name }) => name === "Anouk Visser", `/families/${familyId}/who-may-what`, {
			phone: true,
		});
		await anouk.page.getByRole("heading", { name: "Anouk (jij)" }).waitFor();
		expect(await anouk.page.getByRole("listitem").filter({ hasText: "Marit" }).first().textContent()).toContain("het plan leiden");
		await expectAccessible(anouk.page);
		if (process.env.LOOK) await anouk.page.screenshot({ path: `${process.env.LOOK}/plain-390.png`, fullPage: true });
		await anouk.close();
	});
});
