import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../app.ts";
import { launchBrowser } from "../browser.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { demoAccounts, signedIn } from "../fixtures/signed-in.ts";

describe("who looked", () => {
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

	it("shows a parent on a phone what the coordinator opened today, and why", async () => {
		const marit = await signedIn(browser, app.url, ({ name }) => name === "Marit Hoekstra", `/families/${familyId}/questions`);
		await marit.page.getByRole("heading", { level: 1 }).waitFor();
		await marit.close();
		const { page, complaints, close } = await signedIn(
			browser,
			app.url,
			({ name }) => name === "Anouk Visser",
			`/families/${familyId}/who-looked`,
			{
				phone: true,
			},
		);
		const look = page.locator(".sp-look").filter({ hasText: "Marit Hoekstra" }).first();
		await look.waitFor();
		expect(await look.textContent()).toMatch(/Kijkt omdat dit jullie coach is\.\s*Gelezen: Het plan/);
		const today = new Intl.DateTimeFormat("nl", { timeZone: "Europe/Amsterdam", day: "numeric", month: "long", year: "numeric" }).format(
			new Date(),
		);
		expect(await page.getByRole("heading", { level: 2 }).first().textContent()).toMatch(new RegExp(today, "i"));
		await expectAccessible(page);
		expect(complaints).toEqual([]);
		await close();
	});

	it("can be narrowed to some days, and says so when nobody looked in them", async () => {
		const { page, close } = await signedIn(browser, app.url, ({ name }) => name === "Noor Aydın", `/families/${familyId}/who-looked`, {
			phone: true,
		});
		await page.locator(".sp-look").first().waitFor();
		await page.getByRole("button", { name: "Zelf kiezen" }).click();
		await page.getByLabel("Vanaf").fill("2020-01-01");
		await page.getByLabel("Tot en met").fill("2020-01-31");
		await page.getByText("In deze dagen keek niemand").waitFor();
		expect(page.url()).toContain("from=2020-01-01&to=2020-01-31");
		await expectAccessible(page);
		await close();
	});
});
