import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../app.ts";
import { launchBrowser } from "../browser.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { demoAccounts, signedIn } from "../fixtures/signed-in.ts";

describe("safeguards", () => {
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
	const by = (name: string) => (account: { name: string }) => account.name === name;
	const words = "De coach is ziek. Anouk belde in paniek over vannacht.";

	it("lets a scientist break the glass for an absent coordinator, who reads and cannot write, and closes it again", async () => {
		const { page, complaints, close } = await signedIn(browser, app.url, by("Idris el Amrani"), "/emergency");
		await page.getByRole("heading", { level: 1, name: "Noodtoegang" }).waitFor();
		await expectAccessible(page);
		await page.getByLabel("Achternaam van een kind, of de naam van het gezin").fill("Aydı");
		await page.getByLabel("Geboortedatum van dat kind").fill("2013-01-01");
		await page.getByRole("button", { name: "Zoek", exact: true }).click();
		await page.getByText("Geen gezin gevonden").waitFor();
		await page.getByLabel("Ik heb het nummer van het gezin").check();
		await page.getByLabel("Nummer van het gezin", { exact: true }).fill(familyId);
		await page.getByRole("button", { name: "Zoek", exact: true }).click();
		await page.getByRole("button", { name: "Dit gezin" }).click();
		await page.getByRole("radio", { name: "De coach was er niet" }).check();
		await page.getByLabel("Leg uit in een paar zinnen").fill(words);
		await expectAccessible(page);
		await page.getByRole("button", { name: "Open het plan voor één uur" }).click();
		const banner = page.getByRole("complementary", { name: "Noodtoegang: je leest mee" });
		await banner.waitFor();
		expect(await banner.textContent()).toMatch(/Nog (59|60) minuten/);
		await page.getByRole("link", { name: "Mensen" }).first().waitFor();
		expect(await page.getByRole("link", { name: "Veiligheid" }).count()).toBe(0);
		expect(await page.getByRole("link", { name: "Werknotities" }).count()).toBe(0);
		await expectAccessible(page);
		await page.goto(`/families/${familyId}/steps/goals`);
		await banner.waitFor();
		expect(await page.getByRole("button", { name: /Nieuw|Voeg|Schrijf|Bewaar/ }).count()).toBe(0);
		await banner.getByRole("button", { name: "Sluit het plan nu" }).click();
		await page.getByText("Wat je eerder opende").waitFor();
		expect(complaints).toEqual([]);
		await close();
	});

	it("tells the family on its home, with who and why", async () => {
		const { page, complaints, close } = await signedIn(browser, app.url, by("Anouk Visser"), `/families/${familyId}`, { phone: true });
		await page.getByText("Iemand las jullie plan in een noodgeval").waitFor();
		await expectAccessible(page);
		await page.getByRole("link", { name: "Lees waarom" }).click();
		await page.getByText(words).waitFor();
		await page.getByText("Wij kijken nog of dit mocht.").waitFor();
		await expectAccessible(page);
		expect(complaints).toEqual([]);
		await close();
	});

	it("lets the privacy officer judge it, and the family reads the verdict", async () => {
		const { page, complaints, close } = await signedIn(browser, app.url, by("Loes Timmer"), "/emergencies");
		const use = page.getByRole("article").filter({ hasText: words });
		await use.getByText("Wacht op een oordeel sinds vandaag").waitFor();
		await use.getByRole("button", { name: "Geef een oordeel" }).click();
		await use.getByRole("radio", { name: "Terecht", exact: true }).check();
		await use.getByLabel("Waarom vind je dat?").fill("De coach was er echt niet en er was haast bij.");
		await expectAccessible(page);
		await use.getByRole("button", { name: "Leg het oordeel vast" }).click();
		await use.getByText("Terecht, zegt Loes Timmer").waitFor();
		expect(complaints).toEqual([]);
		await close();
		const anouk = await signedIn(browser, app.url, by("Anouk Visser"), `/families/${familyId}/who-looked`, { phone: true });
		await anouk.page.getByText("Er is gekeken of dit mocht. Het was terecht.").waitFor();
		await anouk.close();
	});

	it("walks the five steps of the reporting code while the mother's open page shows nothing", async () => {
		const anouk = await signedIn(browser, app.url, by("Anouk Visser"), `/families/${familyId}/our-plan`, { phone: true });
		await anouk.page.getByRole("heading", { level: 1 }).waitFor();
		let asked = 0;
		anouk.page.on("request", (request) => {
			if (request.url().endsWith("/plan")) asked += 1;
		});
		// Whatever the start still had to say comes first.
		await anouk.page.waitForTimeout(1500);
		asked = 0;
		const shown = await anouk.page.locator("main").innerHTML();

		const { page, complaints, close } = await signedIn(browser, app.url, by("Marit Hoekstra"), `/families/${familyId}`);
		await page.getByRole("link", { name: "Veiligheid" }).click();
		await page.getByText("0800-2000").waitFor();
		await expectAccessible(page);
		await page.getByLabel("Schrijf op").fill("Ilay had een blauwe plek. Zijn uitleg paste er niet bij.");
		await page.getByRole("button", { name: "Begin de meldcode" }).click();
		await page.getByText("Zijn uitleg paste er niet bij.").first().waitFor();
		await expectAccessible(page);
		await page.getByRole("button", { name: "Verder naar stap 2" }).click();
		await page.getByLabel("Met wie overlegde je?").fill("Veilig Thuis, zonder naam");
		await page.getByLabel("Schrijf op", { exact: true }).fill("Zij adviseren om eerst met moeder te praten.");
		await page.getByRole("button", { name: "Schrijf op", exact: true }).click();
		await page.getByText("Met Veilig Thuis, zonder naam").first().waitFor();
		await page.getByRole("button", { name: "Verder naar stap 3" }).click();
		await page.getByRole("radio", { name: "Nee, dat was nu niet veilig of niet mogelijk" }).check();
		await page.getByLabel("Wat is er gezegd, of waarom was er geen gesprek?").fill("Vader was er steeds bij. Morgen op school.");
		await page.getByRole("button", { name: "Schrijf op", exact: true }).click();
		await page.getByText("Geen gesprek").first().waitFor();
		await page.getByRole("button", { name: "Verder naar stap 4" }).click();
		await page.getByLabel("Schrijf op", { exact: true }).fill("Het is ernstig en het gebeurde vaker.");
		await page.getByRole("button", { name: "Schrijf op", exact: true }).click();
		await page.getByText("Het is ernstig en het gebeurde vaker.").first().waitFor();
		await page.getByRole("button", { name: "Verder naar stap 5" }).click();
		for (const [number, why] of [
			[1, "De plekken en wat Ilay zei."],
			[2, "Het keert steeds terug."],
		] as const) {
			const question = page.locator(".sp-safety-questions > li").nth(number - 1);
			await question.getByRole("radio", { name: "Ja", exact: true }).check();
			await question.getByLabel("Waarom?").fill(why);
			await question.getByRole("button", { name: "Bewaar het antwoord" }).click();
			await question.getByRole("button", { name: "Geef een nieuw antwoord" }).waitFor();
		}
		await page.getByText("Melden bij Veilig Thuis. Kijk ook welke hulp je zelf kunt geven of regelen.").waitFor();
		await page.getByRole("radio", { name: "Melden bij Veilig Thuis, en hulp" }).check();
		await page.getByLabel("Waarom besluit je dit?").fill("Ik meld vandaag. Morgen praat ik met moeder op school.");
		await expectAccessible(page);
		await page.getByRole("button", { name: "Leg het besluit vast" }).click();
		await page.getByText("Besluit: Melden bij Veilig Thuis, en hulp").waitFor();

		await page.getByRole("link", { name: "Werknotities" }).click();
		await page.getByText("Vraagt iemand om alles te lezen").waitFor();
		await page.getByLabel("Wat wil je onthouden?").fill("Sleutel van het lokaal vragen.");
		await page.getByLabel("Over wie gaat het?").selectOption({ label: "Het hele gezin" });
		await expectAccessible(page);
		await page.getByRole("button", { name: "Bewaar de notitie" }).click();
		await page.getByRole("article").filter({ hasText: "Sleutel van het lokaal vragen." }).waitFor();
		expect(complaints).toEqual([]);
		await close();

		await anouk.page.waitForTimeout(500);
		expect(asked).toBe(0);
		expect(await anouk.page.locator("main").innerHTML()).toBe(shown);
		for (const path of ["", "/who-looked", "/safety", "/work-notes"]) {
			await anouk.page.goto(`/families/${familyId}${path}`);
			await anouk.page.getByRole("heading", { level: 1 }).waitFor();
			const text = await anouk.page.locator("body").innerText();
			for (const word of ["blauwe plek", "Veilig Thuis", "Sleutel", "zorg over veiligheid"]) expect(text).not.toContain(word);
		}
		await anouk.close();
	});
});
