import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../app.ts";
import { launchBrowser, newVisitor, type Visitor } from "../browser.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { addPasskeyDevice } from "../fixtures/passkey-device.ts";
import { demoAccounts, signedIn } from "../fixtures/signed-in.ts";

/**
 * Anouk left her phone on the train and cannot sign in any more. Her coach Marit, who sat with her this morning, asks to let her back in;
 * Fatma, who leads the team, called Anouk with video and agrees. A week later somebody says the same of her partner, who lost nothing.
 */
describe("A mother who lost her phone comes back in", () => {
	let app: App;
	let browser: Browser;
	let familyId: string;
	let marit: Visitor;
	let oldPhone: Visitor;
	let code = "";
	const named =
		(wanted: string) =>
		({ name }: { name: string }) =>
			name === wanted;
	const fits = async (page: Page) => expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);

	beforeAll(async () => {
		app = await startApp({ seed: true });
		browser = await launchBrowser();
		familyId = (await demoAccounts(app.url)).find(named("Anouk Visser"))?.familyId ?? "";
		oldPhone = await signedIn(browser, app.url, named("Anouk Visser"), `/families/${familyId}`, { phone: true });
		await oldPhone.page.getByRole("heading", { level: 1 }).waitFor();
		marit = await signedIn(browser, app.url, named("Marit Hoekstra"), `/families/${familyId}/people`);
	});
	afterAll(async () => {
		await browser?.close();
		await app?.stop();
	});

	async function ask(givenName: string, reason: string) {
		const { page } = marit;
		await page.goto(`/families/${familyId}/people`);
		await page.getByRole("button", { name: `Meer met ${givenName}` }).click();
		await page.getByRole("menuitem", { name: "Weer toegang geven" }).click();
		await page.getByRole("button", { name: "Vraag om weer toegang" }).click();
		const dialog = page.getByRole("dialog");
		await dialog.getByLabel(`Hoe weet je zeker dat het ${givenName} is?`).fill(reason);
		await expectAccessible(page);
		await dialog.getByRole("button", { name: "Vraag om weer toegang" }).click();
		await page.getByText("Een tweede persoon beslist nog.").waitFor();
	}

	it("her coach cannot simply make a card; she asks, and says how she knows that it is Anouk", async () => {
		const { page } = marit;
		await page.getByRole("button", { name: "Meer met Anouk" }).click();
		await page.getByRole("menuitem", { name: "Weer toegang geven" }).waitFor();
		expect(await page.getByRole("menuitem", { name: "Nieuwe kaart maken" }).count()).toBe(0);
		await page.keyboard.press("Escape");
		await ask("Anouk", "Ze zat vanmorgen bij mij aan tafel en liet haar rijbewijs zien.");
		expect(await page.getByRole("button", { name: "Maak de kaart" }).count()).toBe(0);
		await fits(page);
	});

	it("the lead of the team reads who and why, and nothing of the plan, and agrees after a call with video", async () => {
		const { page, close, complaints } = await signedIn(browser, app.url, named("Fatma Yıldız"), "/team");
		await page.getByText("Iemand wil weer toegang").waitFor();
		await page.getByRole("link", { name: "Bekijk en beslis" }).click();
		await page.getByRole("heading", { name: /^Anouk Visser, / }).waitFor();
		await page.getByText("Ze zat vanmorgen bij mij aan tafel en liet haar rijbewijs zien.").waitFor();
		await expectAccessible(page);
		await page.getByRole("button", { name: "Beslis", exact: true }).click();
		await page.getByRole("radio", { name: /Ja, geef weer toegang/ }).check();
		await page.getByLabel(/Ik sprak Anouk Visser zelf/).check();
		await expectAccessible(page);
		await page.getByRole("button", { name: "Leg het besluit vast" }).click();
		await page.getByText("Je besluit is vastgelegd.").waitFor();
		await page.getByText("Toegang gegeven").waitFor();
		await fits(page);
		expect(complaints).toEqual([]);
		await close();
	});

	it("her coach gives her the card", async () => {
		const { page } = marit;
		await page.getByRole("button", { name: "Maak de kaart" }).click();
		await page.getByRole("article", { name: "De uitnodigingskaart" }).waitFor();
		code = await page.getByText(/^[2-9C-Y]{4}-[2-9C-Y]{4}$/).innerText();
	});

	it("she comes in on a new phone and chooses her finger for the next time; the lost phone is out", async () => {
		const anouk = await newVisitor(browser, app.url.replace("127.0.0.1", "localhost"), { phone: true });
		await addPasskeyDevice(anouk.page);
		await anouk.page.goto(`/card/${code}`);
		await anouk.page.getByRole("heading", { name: "Dag Anouk" }).waitFor();
		await anouk.page.getByRole("button", { name: "Ja, ik doe mee" }).click();
		await anouk.page.getByRole("button", { name: "Ja, graag" }).click();
		await anouk.page.waitForURL((url) => url.pathname.startsWith(`/families/${familyId}`));
		await anouk.page.goto(`/families/${familyId}/who-looked`);
		await anouk.page.getByText("Kwam weer binnen met een nieuwe kaart").waitFor();
		await anouk.page.getByText("Vroeg om iemand weer toegang te geven").waitFor();
		await anouk.page.getByText("Gaf iemand weer toegang").waitFor();
		await expectAccessible(anouk.page);
		await fits(anouk.page);
		expect(anouk.complaints).toEqual([]);
		await anouk.close();
		await oldPhone.page.goto(`/families/${familyId}`);
		await oldPhone.page.waitForURL((url) => url.pathname === "/sign-in");
	});

	it("her mails say what happened, without a word about the family", async () => {
		const mails = (await (await fetch(`${app.url}/api/demo/mails`)).json()) as { kind: string; subject: string; text: string }[];
		const about = mails.filter(({ kind }) => ["access_asked", "access_granted", "access_used"].includes(kind));
		expect(about.map(({ subject }) => subject).sort()).toEqual([
			"Er is op een nieuwe manier ingelogd",
			"Er is weer toegang gegeven voor jou",
			"Iemand vraagt toegang voor jou",
		]);
		for (const { text } of about) expect(text).not.toMatch(/rijbewijs|gezin /i);
	});
});
