import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../app.ts";
import { launchBrowser } from "../browser.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { demoAccounts, signedIn } from "../fixtures/signed-in.ts";

describe("who watches whom", () => {
	let app: App;
	let browser: Browser;
	let familyId: string;
	beforeAll(async () => {
		app = await startApp({ seed: true });
		browser = await launchBrowser();
		familyId = (await demoAccounts(app.url)).find(({ name }) => name === "Noor Aydın")?.familyId ?? "";
		// The coordinator looks at the plan, and prints it.
		const marit = await signedIn(browser, app.url, ({ name }) => name === "Marit Hoekstra", `/families/${familyId}/questions`);
		await marit.page.getByRole("heading", { level: 1 }).waitFor();
		const told = marit.page.waitForResponse((response) => response.url().endsWith("/prints"));
		await marit.page.evaluate(`dispatchEvent(new Event("beforeprint"))`);
		expect((await told).status()).toBe(204);
		await marit.close();
	});
	afterAll(async () => {
		await browser?.close();
		await app?.stop();
	});

	it("a mother chooses a period and a person, and reads what the coordinator did, on paper too", async () => {
		const { page, complaints, close } = await signedIn(
			browser,
			app.url,
			({ name }) => name === "Anouk Visser",
			`/families/${familyId}/who-looked`,
			{ phone: true },
		);
		const looks = page.locator(".sp-look");
		await looks.first().waitFor();
		await page.getByRole("button", { name: "Deze week" }).click();
		await page.getByLabel("Van wie").selectOption("Marit Hoekstra");
		expect(new Set(await page.locator(".sp-look h3").allTextContents())).toEqual(new Set(["Marit Hoekstra"]));
		const today = await looks.first().textContent();
		expect(today).toMatch(/Kijkt omdat dit jullie coach is\./);
		expect(today).toContain("Gelezen: Het plan");
		expect(today).toContain("Het plan op papier gezet");
		// Names stay out of the address.
		expect(page.url()).toMatch(/who-looked\?period=week$/);
		await expectAccessible(page);
		await page.getByRole("button", { name: "Dit jaar" }).click();
		await page.getByText(/Verder terug: \w+ \d{4}|Dit is alles uit deze dagen/).waitFor();
		expect(complaints).toEqual([]);
		await close();
	});

	it("the privacy officer finds that reading, and handles what stands out", async () => {
		const { page, complaints, close } = await signedIn(browser, app.url, ({ name }) => name === "Loes Timmer", "/audit");
		const pattern = page.locator(".sp-odd > li").filter({ hasText: "Joris Bakker" });
		await pattern.waitFor();
		expect(await pattern.textContent()).toMatch(/Probeerde 4 keer .+ te openen, zonder relatie/);
		await page.locator(".sp-odd > li").filter({ hasText: "Sanne de Graaf" }).waitFor();
		await expectAccessible(page);
		await pattern.getByRole("link", { name: "Bekijk in het logboek" }).click();
		await page.getByText("Iemand: Joris Bakker").waitFor();
		const rows = page.locator(".sp-log tbody tr");
		await rows.first().waitFor();
		expect(await rows.count()).toBe(4);
		expect(await rows.first().textContent()).toMatch(/Joris Bakker.*geen relatie.*Geweigerd/s);
		await expectAccessible(page);

		await page.getByRole("button", { name: "Haal weg: Iemand: Joris Bakker" }).click();
		await page.getByRole("button", { name: "Haal weg: Gezin Brouwer" }).click();
		await page.getByLabel("Uitkomst").selectOption("");
		await page.getByLabel("Naam van iemand of van een gezin").fill("marit");
		await page
			.locator(".sp-find")
			.getByRole("button", { name: /^Marit Hoekstra/ })
			.click();
		await page.getByText("Iemand: Marit Hoekstra").waitFor();
		await page.getByLabel("Waarover").selectOption("plan");
		await page.getByLabel("Vanaf").fill("");
		await page.getByLabel("Tot en met").fill("");
		await rows.first().waitFor();

		await page.getByRole("tab", { name: "Valt op" }).click();
		await pattern.getByRole("button", { name: "Schrijf op wat je vond" }).click();
		await page.getByLabel("Bevinding").fill("Nagevraagd: het verkeerde gezin aangeklikt.");
		await page.getByRole("button", { name: "Opslaan" }).last().click();
		await pattern.waitFor({ state: "hidden" });
		await page.getByText("Eerder bekeken").click();
		await page.getByText("Nagevraagd: het verkeerde gezin aangeklikt.").waitFor();
		await expectAccessible(page);
		expect(complaints).toEqual([]);
		await close();
	});
});
