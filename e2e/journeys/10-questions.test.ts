import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../app.ts";
import { launchBrowser } from "../browser.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { demoAccounts, signedIn } from "../fixtures/signed-in.ts";

describe("a question of a parent", () => {
	let app: App;
	let browser: Browser;
	let familyId: string;
	beforeAll(async () => {
		app = await startApp({ seed: true });
		browser = await launchBrowser();
		familyId = (await demoAccounts(app.url)).find(({ name }) => name === "Lotte de Wit")?.familyId ?? "";
	});
	afterAll(async () => {
		await browser?.close();
		await app?.stop();
	});

	it("appears with the coordinator and its answer with the parent, without reloading either window", async () => {
		const questions = `/families/${familyId}/questions`;
		const lotte = await signedIn(browser, app.url, ({ name }) => name === "Lotte de Wit", questions, { phone: true });
		const marit = await signedIn(browser, app.url, ({ name }) => name === "Marit Hoekstra", questions);
		await marit.page.getByRole("heading", { level: 1, name: "Vragen en reacties" }).waitFor();
		await lotte.page.getByRole("heading", { level: 1, name: "Vraag of zeg iets" }).waitFor();
		await expectAccessible(lotte.page);
		expect(await lotte.page.getByText(/Dit lezen: .*Marit/).textContent()).toMatch(/Kwame.*Lotte|Lotte.*Kwame/);

		await lotte.page.getByLabel("Wat wil je vragen of zeggen?").fill("Mag Ella dinsdag een vriendin meenemen?");
		await lotte.page.getByRole("button", { name: "Stel deze vraag" }).click();
		await lotte.page.getByText("Het antwoord komt hier te staan").waitFor();

		const atMarit = marit.page.locator(".sp-thread").filter({ hasText: "Mag Ella dinsdag" });
		await atMarit.waitFor({ timeout: 5000 });
		expect(await atMarit.textContent()).toContain("Wacht op antwoord");
		await atMarit.getByRole("button", { name: "Geef antwoord aan Lotte" }).click();
		await expectAccessible(marit.page);
		await atMarit.getByLabel("Jouw antwoord aan Lotte").fill("Ja, gezellig. Ik zeg het tegen Iris.");
		await atMarit.getByRole("button", { name: "Stuur dit antwoord" }).click();

		const atLotte = lotte.page.locator(".sp-thread").filter({ hasText: "Mag Ella dinsdag" });
		await atLotte.getByText("Ja, gezellig. Ik zeg het tegen Iris.").waitFor({ timeout: 5000 });
		await atLotte.getByText("Heeft antwoord").waitFor();
		expect([...lotte.complaints, ...marit.complaints]).toEqual([]);
		await lotte.close();
		await marit.close();
	});

	it("can be about one goal, kept within the family or said to all, and leads back to that goal", async () => {
		const lotte = await signedIn(browser, app.url, ({ name }) => name === "Lotte de Wit", `/families/${familyId}/questions`, {
			phone: true,
		});
		await lotte.page.getByRole("link", { name: /Over: We eten samen aan tafel/ }).click();
		await lotte.page.waitForURL(/\/goals\/[0-9a-f-]{36}$/);
		const goal = new URL(lotte.page.url()).pathname;
		const marit = await signedIn(browser, app.url, ({ name }) => name === "Marit Hoekstra", goal);
		await marit.page.getByRole("heading", { name: "Vragen en reacties" }).waitFor();

		const field = lotte.page.getByLabel("Wat wil je vragen of zeggen?");
		await lotte.page.getByRole("button", { name: "Kies wie dit leest" }).click();
		await lotte.page.getByRole("radio", { name: /Alleen ons gezin/ }).check();
		await lotte.page.getByText(/Dit lezen: (Kwame en Lotte|Lotte en Kwame)$/).waitFor();
		await field.fill("Zullen wij dit eerst samen bespreken?");
		await lotte.page.getByRole("button", { name: "Zeg dit" }).click();
		await lotte.page.locator(".sp-thread").filter({ hasText: "eerst samen bespreken" }).getByText("Alleen ons gezin").waitFor();
		await lotte.page
			.getByText(/Dit lezen: .*Marit/)
			.first()
			.waitFor();
		await field.fill("Milan at vandaag zelf een boontje!");
		await lotte.page.getByRole("button", { name: "Zeg dit" }).click();

		await marit.page.locator(".sp-thread").filter({ hasText: "zelf een boontje" }).waitFor({ timeout: 5000 });
		expect(await marit.page.getByText("eerst samen bespreken").count()).toBe(0);
		expect([...lotte.complaints, ...marit.complaints]).toEqual([]);
		await lotte.close();
		await marit.close();
	});

	it("keeps what was typed through a reload, and asks for words when there are none", async () => {
		const { page, close } = await signedIn(browser, app.url, ({ name }) => name === "Kwame Asante", `/families/${familyId}/questions`, {
			phone: true,
			language: "en-GB",
		});
		const field = page.getByLabel("What do you want to ask or say?");
		await page.getByRole("button", { name: "Say this" }).click();
		await page.getByText("Write something first.").waitFor();
		await field.fill("Thank you for calling");
		await page.reload();
		await expect.poll(() => field.inputValue(), { timeout: 5000 }).toBe("Thank you for calling");
		await page.getByRole("button", { name: "Say this" }).click();
		await page.locator(".sp-thread").filter({ hasText: "Thank you for calling" }).waitFor();
		expect(await field.inputValue()).toBe("");
		await close();
	});

	it("counts in the caseload while it is open", async () => {
		const { page, close } = await signedIn(browser, app.url, ({ name }) => name === "Marit Hoekstra", "/caseload");
		const row = page.locator(".sp-family-row").filter({ hasText: "Gezin De Wit en Asante" });
		await row.waitFor();
		const before = Number(((await row.textContent()) ?? "").match(/Open vragen\s*(\d+)/)?.[1]);
		const lotte = await signedIn(browser, app.url, ({ name }) => name === "Lotte de Wit", `/families/${familyId}/questions`, {
			phone: true,
		});
		await lotte.page.getByLabel("Wat wil je vragen of zeggen?").fill("Hoe laat begint het?");
		await lotte.page.getByRole("button", { name: "Stel deze vraag" }).click();
		await lotte.page.getByText("Je vraag is gesteld", { exact: true }).waitFor();
		await expect.poll(() => row.textContent(), { timeout: 20_000 }).toMatch(new RegExp(`Open vragen\\s*${before + 1}`));
		await lotte.close();
		await close();
	});
});
