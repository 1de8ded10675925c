import { createClient } from "@samenplan/contract/client";
import type { DemoAccount } from "@samenplan/contract/demo";
import { proposeGoal } from "@samenplan/contract/goals";
import { addPerson, type PersonFields } from "@samenplan/contract/people";
import { readPlan } from "@samenplan/contract/plans";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../app.ts";
import { launchBrowser, newVisitor, type Visitor } from "../browser.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { demoAccounts, signedIn } from "../fixtures/signed-in.ts";

const teacher: PersonFields = {
	relation: "professional",
	givenName: "Juf Karin",
	familyName: "",
	bornOn: null,
	role: "juf van Sem",
	language: "nl",
	interpreter: false,
	easyText: false,
	pictures: false,
	readAloud: false,
	largeLetters: false,
	email: null,
	phone: null,
	reachNote: "",
};
const goal = "Sem vertelt op school als hij moe is.";

/** Anouk and Emre live apart and both decide about Sem, who is nine. His teacher may read one goal, if both say yes. */
describe("School reads one goal, as long as both parents say yes", () => {
	let app: App;
	let browser: Browser;
	let accounts: DemoAccount[];
	let familyId: string;
	let school: Visitor;
	let code = "";
	/** A goal of everyone, so about both children. */
	let together = "";

	const as = (name: string, path: string, options: { phone?: boolean } = {}) => {
		const account = accounts.find((each) => each.name === name);
		if (!account) throw new Error(`${name} is not in the demo`);
		return signedIn(browser, app.url, account, path, options);
	};
	const consentOf = (page: Page) => page.getByRole("article").filter({ hasText: "Mag Juf Karin meedoen?" });

	beforeAll(async () => {
		app = await startApp({ seed: true });
		browser = await launchBrowser();
		accounts = await demoAccounts(app.url);
		const [marit, emre] = ["Marit Hoekstra", "Emre Aydın"].map((name) => accounts.find((each) => each.name === name));
		familyId = emre?.familyId ?? "";
		const session = await fetch(`${app.url}/api/demo/sign-in`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ accountId: marit?.id }),
		});
		const { accessToken } = (await session.json()) as { accessToken: string };
		const call = createClient({
			base: app.url,
			send: (url, init) => fetch(url, { ...init, headers: { ...init.headers, authorization: `Bearer ${accessToken}` } }),
		});
		await call(addPerson, { params: { familyId }, body: teacher });
		const { persons } = (await call(readPlan, { params: { familyId } })).family;
		const sem = persons.find(({ givenName }) => givenName === "Sem");
		await call(proposeGoal, { params: { familyId }, body: { text: goal, forKind: "child", forPersonId: sem?.id ?? "" } });
		together = (await call(proposeGoal, { params: { familyId }, body: { text: "We eten samen aan tafel.", forKind: "whole_family" } })).id;
	});
	afterAll(async () => {
		await school?.close();
		await browser?.close();
		await app?.stop();
	});

	it("says for whom a yes is missing before something about two children is shared, and leads to asking it", async () => {
		const { page, close } = await as("Marit Hoekstra", `/families/${familyId}/goals/${together}`);
		await page.getByRole("button", { name: "Deel dit met iemand" }).click();
		const dialog = page.getByRole("dialog");
		await dialog.getByText("Eerst is er nog een ja nodig").waitFor();
		await dialog.getByText(/Voor elk van hen is een ja nodig\./).waitFor();
		await dialog.getByText("Voor Sem is nog niets gevraagd.").waitFor();
		expect(await dialog.getByRole("button", { name: "Deel dit", exact: true }).count()).toBe(0);
		await expectAccessible(page);
		for (const width of [390, 1280]) {
			await page.setViewportSize({ width, height: 900 });
			expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
		}
		await dialog.getByRole("link", { name: "Vraag het voor Sem" }).click();
		await page.getByRole("radio", { name: "Sem", exact: true, checked: true }).waitFor();
		await page.getByRole("checkbox", { name: "We eten samen aan tafel.", checked: true }).waitFor();
		await close();
	});

	it("lets the coordinator ask, and shows beforehand what the family is going to read and who decides", async () => {
		const { page, close } = await as("Marit Hoekstra", `/families/${familyId}/people`);
		const card = page.getByRole("listitem").filter({ hasText: "Juf Karin" });
		await card.getByText("Wacht op toestemming").waitFor();
		expect(await card.getByRole("button", { name: /uitnodigen/ }).count()).toBe(0);
		await card.getByRole("link", { name: "Vraag eerst toestemming" }).click();
		await page.getByRole("radio", { name: "Sem", exact: true }).check({ force: true });
		await page.getByLabel("Wat mag er dan?").fill("Juf Karin leest het doel over moe zijn.");
		await page.getByLabel("Waarom is dat goed?").fill("Dan let zij er op school ook op.");
		await page.getByRole("checkbox", { name: goal }).check();
		const preview = page.getByRole("article");
		await preview.getByRole("heading", { name: "Mag Juf Karin meedoen?" }).waitFor();
		await preview.getByText(goal).waitFor();
		await page.getByText("Ja of nee komt van: Anouk en Emre.").waitFor();
		await expectAccessible(page);
		await page.getByRole("button", { name: "Stel de vraag" }).click();
		await consentOf(page)
			.getByText(/We wachten op: Anouk en Emre/)
			.waitFor();
		await expectAccessible(page);
		await close();
		const mails = (await (await fetch(`${app.url}/api/demo/mails`)).json()) as { kind: string; text: string }[];
		const asked = mails.filter(({ kind }) => kind === "consent_asked");
		expect(asked).toHaveLength(2);
		for (const { text } of asked) expect(text).not.toMatch(/Karin|Sem|moe/);
	});

	it("lets the mother say yes with one tap on her phone", async () => {
		const { page, close } = await as("Anouk Visser", `/families/${familyId}/waiting`, { phone: true });
		await page.getByRole("link", { name: /Mag Juf Karin meedoen\?/ }).click();
		await expectAccessible(page);
		await consentOf(page).getByRole("button", { name: "Ja, dat mag: Juf Karin" }).click();
		await consentOf(page)
			.getByText(/We wachten op: Emre/)
			.waitFor();
		expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
		await close();
	});

	it("lets the father say no with a word, and then nothing happens: school cannot even be invited", async () => {
		const father = await as("Emre Aydın", `/families/${familyId}/consents`, { phone: true });
		const card = consentOf(father.page);
		await card.getByText("Ik wil er iets bij zeggen").click();
		await card.getByLabel("Wat wil je erbij zeggen?").fill("Eerst wil ik haar zelf spreken.");
		await card.getByRole("button", { name: "Nee, liever niet: Juf Karin" }).click();
		await card.getByText("Dit mag nu niet. Praat er samen over.").waitFor();
		await father.close();
		const { page, close } = await as("Marit Hoekstra", `/families/${familyId}/people`);
		const person = page.getByRole("listitem").filter({ hasText: "Juf Karin" });
		await person.getByText("Wacht op toestemming").waitFor();
		expect(await person.getByRole("button", { name: /uitnodigen/ }).count()).toBe(0);
		await page.goto(`/families/${familyId}/consents`);
		await consentOf(page).getByText("Eerst wil ik haar zelf spreken.").waitFor();
		// Going on without him is possible only with a reason; the coordinator talks instead.
		await consentOf(page).getByRole("button", { name: "Doorgaan met een reden" }).click();
		await page.getByText("Iedereen van het plan leest je reden.").waitFor();
		await expectAccessible(page);
		await close();
	});

	it("lets the father say yes after all", async () => {
		const { page, close } = await as("Emre Aydın", `/families/${familyId}/consents`, { phone: true });
		await consentOf(page).getByRole("button", { name: "Toch ja: Juf Karin" }).click();
		await consentOf(page).getByText("Dit mag nu.").waitFor();
		await close();
	});

	it("makes a card for school, who reads the one goal and nothing else of the plan", async () => {
		const { page, close } = await as("Marit Hoekstra", `/families/${familyId}/people`);
		await page.getByRole("button", { name: "Juf Karin uitnodigen" }).click();
		code = await page.getByText(/^[2-9C-Y]{4}-[2-9C-Y]{4}$/).innerText();
		await close();

		school = await newVisitor(browser, app.url, { phone: true });
		await school.page.goto(`/card/${code}`);
		await school.page.getByRole("heading", { name: "Dag Juf Karin" }).waitFor();
		await school.page.getByText("Meer van het plan zie je niet.").waitFor();
		await school.page.getByRole("button", { name: "Nee, dank je" }).waitFor();
		await expectAccessible(school.page);
		await school.page.getByRole("button", { name: "Ja, ik doe mee" }).click();
		await school.page.waitForURL((url) => !url.pathname.startsWith("/card"));
		await school.page.goto(`/families/${familyId}`);
		await school.page.getByRole("heading", { name: "Met jou gedeeld" }).waitFor();
		await school.page.getByRole("heading", { name: goal }).waitFor();
		const shown = await school.page.locator("main").innerText();
		for (const hidden of ["wissel op vrijdag", "eigen plek", "boodschappen doorgeven", "Noor", "Grace"])
			expect(shown).not.toContain(hidden);
		await expectAccessible(school.page);
		expect(await school.page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
		// She says something; the family reads it.
		await school.page.getByText("Zeg er iets over").click();
		await school.page.getByLabel("Wat wil je zeggen?").fill("Vandaag zei hij het zelf.");
		await school.page.getByRole("button", { name: "Verstuur" }).click();
		await school.page.getByText("Vandaag zei hij het zelf.").waitFor();
	});

	it("lets the father take it back in two taps, and the open page of school shows nothing any more", async () => {
		const { page, close } = await as("Emre Aydın", `/families/${familyId}/consents`, { phone: true });
		await page.getByRole("button", { name: "Neem mijn ja terug: Juf Karin" }).click();
		await page.getByRole("button", { name: "Ja, neem het terug" }).click();
		// What is past stands behind one tap.
		await page.getByText("Dit was eerder", { exact: true }).click();
		await consentOf(page).getByText("Dit mag nu niet meer.").waitFor();
		await close();
		await expect.poll(async () => (await school.page.content()).includes(goal), { timeout: 20_000 }).toBe(false);
		expect(await school.page.content()).not.toContain(goal);
		await expectAccessible(school.page);
		await school.page.reload();
		await school.page.getByRole("heading", { name: "Hier is niets voor je open" }).waitFor();
		expect(await school.page.content()).not.toContain(goal);
	});
});
