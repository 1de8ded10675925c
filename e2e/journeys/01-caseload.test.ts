import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../app.ts";
import { launchBrowser, newVisitor } from "../browser.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { signedIn } from "../fixtures/signed-in.ts";

describe("the caseload", () => {
	let app: App;
	let browser: Browser;
	beforeAll(async () => {
		app = await startApp({ seed: true });
		browser = await launchBrowser();
	});
	afterAll(async () => {
		await browser?.close();
		await app?.stop();
	});

	it("shows a coordinator who signs in every family with step, evaluation, open questions and signals in words", async () => {
		const { page, complaints, close } = await newVisitor(browser, app.url);
		await page.goto("/");
		await page.getByRole("button", { name: /Marit Hoekstra/ }).click();
		await page.getByRole("heading", { level: 1, name: "Mijn gezinnen" }).waitFor();
		const families = page.locator(".sp-family-row");
		await families.first().waitFor();
		expect(await families.count()).toBe(40);
		const evaluating = families.filter({ hasText: "Gezin De Wit en Asante" });
		expect(await evaluating.textContent()).toMatch(/Evalueren[\s\S]*Evaluatie overmorgen|Evaluatie over 2 dagen/);
		expect(await evaluating.textContent()).toMatch(/Open vragen\s*1/);
		expect(await families.filter({ hasText: "Gezin Visser en Aydın" }).textContent()).toMatch(
			/Eigen netwerk[\s\S]*1 keer om uitleg gevraagd/,
		);
		await expectAccessible(page);
		// Before signing in, the browser says that nobody is signed in yet.
		expect(complaints).toEqual([]);
		await close();
	});

	it("finds families by name, step and signal, keeps that in the address, and works by keyboard", async () => {
		const { page, close } = await signedIn(browser, app.url, ({ name }) => name === "Marit Hoekstra", "/caseload");
		const families = page.locator(".sp-family-row");
		await families.first().waitFor();
		await page.keyboard.press("/");
		await page.keyboard.type("aydin");
		await expect.poll(() => families.count(), { timeout: 5000 }).toBe(1);
		expect(page.url()).toContain("q=aydin");
		await page.reload();
		await expect.poll(() => families.count(), { timeout: 5000 }).toBe(1);
		await page.getByRole("searchbox", { name: "Zoek op naam" }).fill("bestaat niet");
		await page.getByText("Geen gezin past hierbij").waitFor();
		await expectAccessible(page);
		await page.getByRole("button", { name: "Laat alle gezinnen zien" }).click();
		await page.getByRole("combobox", { name: "Signaal" }).selectOption("evaluation_overdue");
		await expect.poll(async () => (await families.allInnerTexts()).every((text) => /te laat/.test(text)), { timeout: 5000 }).toBe(true);
		expect(await families.count()).toBeGreaterThan(1);
		await families.first().getByRole("link").focus();
		const second = (await families.nth(1).getByRole("link").textContent()) ?? "";
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("Enter");
		await page.waitForURL(/\/families\/[0-9a-f-]{36}/);
		await page.getByText(second).first().waitFor();
		await close();
	});

	it("keeps a family in sight after closing, until somebody asked how it goes", async () => {
		const { page, close } = await signedIn(browser, app.url, ({ name }) => name === "Marit Hoekstra", "/caseload?signal=check_in_due");
		const families = page.locator(".sp-family-row");
		await page.getByRole("combobox", { name: "Signaal" }).selectOption("check_in_due");
		await expect.poll(() => families.count(), { timeout: 5000 }).toBe(1);
		expect(await families.textContent()).toMatch(/Gezin Tesfaye[\s\S]*Vragen hoe het gaat na het afsluiten, vandaag/);
		await families.getByRole("link").click();
		await page.waitForURL(/\/families\/[0-9a-f-]{36}/);
		const familyPath = new URL(page.url()).pathname.match(/\/families\/[0-9a-f-]{36}/)?.[0] ?? "";
		await page.goto(`${familyPath}/steps/evaluate`);
		await page.getByText("De school houdt een oogje in het zeil.", { exact: false }).first().waitFor();
		await page.getByRole("button", { name: "Schrijf op hoe het gaat" }).click();
		await page.getByLabel("Hoe gaat het, in de woorden van het gezin?").fill("Goed. De vaste avond blijft.");
		await expectAccessible(page);
		await page.getByRole("dialog").locator("button[type=submit]").click();
		await page.getByText("Goed. De vaste avond blijft.").waitFor();
		await page.goto("/caseload");
		await families.first().waitFor();
		expect(await families.filter({ hasText: "Gezin Tesfaye" }).textContent()).not.toMatch(/Vragen hoe het gaat/);
		await close();
	});

	it("gives the team lead each coordinator's families, steps and what waits, without texts or a way in", async () => {
		const { page, complaints, close } = await signedIn(browser, app.url, ({ relation }) => relation === "team_lead", "/team");
		await page.getByRole("heading", { level: 1, name: "Team Noord" }).waitFor();
		const marit = page.locator(".sp-team-card").filter({ hasText: "Marit Hoekstra" });
		expect(await marit.textContent()).toMatch(
			/40 gezinnen[\s\S]*evaluaties? te laat[\s\S]*(vraag|vragen) zonder antwoord[\s\S]*(plan ligt|plannen liggen) stil/,
		);
		await marit.getByText(/gezinnen met een signaal/).click();
		await marit.getByText("Gezin Kuiper").waitFor();
		expect(await page.getByRole("link", { name: /Gezin/ }).count()).toBe(0);
		expect(await page.getByText("Sanne de Graaf").count()).toBe(0);
		await expectAccessible(page);
		expect(complaints).toEqual([]);
		await close();
	});
});
