import { openWorld, type TestFamily, type World } from "@samenplan/testing/world";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../app.ts";
import { launchBrowser } from "../browser.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { signedIn } from "../fixtures/signed-in.ts";

/** Each writes their own view in own words, also what they expect of each other; together they conclude the question and the route. */
describe("clarifying the question", () => {
	let app: App;
	let browser: Browser;
	let world: World;
	let family: TestFamily;
	beforeAll(async () => {
		[app, browser] = await Promise.all([startApp(), launchBrowser()]);
		world = await openWorld(app.ownerUrl);
		family = await world.newFamily({ name: "Gezin De Boom" });
		const accounts = [family.coordinator, family.mother, family.father, family.girl].map(({ accountId }) => accountId);
		await world.db.account.updateMany({ where: { id: { in: accounts } }, data: { demoNote: "voor deze reis" } });
	});
	afterAll(async () => {
		await browser?.close();
		await world?.close();
		await app?.stop();
	});
	const as = (person: { accountId: string }, path = "", phone = false) =>
		signedIn(browser, app.url, { id: person.accountId }, `/families/${family.familyId}${path}`, { phone });

	it("lets a mother say on her phone what she asks, wishes and expects, while the coordinator sees it come in", async () => {
		const desk = await as(family.coordinator, "/steps/clarify");
		await desk.page.getByRole("heading", { level: 1, name: "Vraag verhelderen" }).waitFor();
		const phone = await as(family.mother, "", true);
		const { page } = phone;
		await page.getByRole("heading", { name: "Dag Moeder" }).waitFor();
		await expectAccessible(page);
		expect(await page.locator(".plan-doors > li").count()).toBe(5);

		await page.getByRole("link", { name: /Wacht op mij/ }).click();
		await page.getByRole("link", { name: /Zeg wat jij wilt vragen/ }).waitFor();
		await expectAccessible(page);
		await page.getByRole("link", { name: /Zeg wat jij wilt vragen/ }).click();
		await page.getByRole("link", { name: /Mijn vraag/ }).waitFor();
		await expectAccessible(page);
		await page.getByRole("link", { name: /Mijn vraag/ }).click();
		await page.getByLabel("Waar wil je hulp bij?").fill("Zoon slaapt niet en ik ben op.");
		await page.getByText("Dit lezen: Moeder, Vader, Dochter").waitFor();
		await expectAccessible(page);
		await page.getByRole("button", { name: "Bewaar mijn woorden" }).click();
		await page.getByText("Dank je wel").waitFor();
		await desk.page.getByRole("article", { name: "Moeder" }).getByText("Zoon slaapt niet en ik ben op.").waitFor();

		await page.getByRole("link", { name: "Verder: Wat ik wens" }).click();
		await page.getByRole("radio", { name: "Zoon" }).check();
		await page.getByLabel("Wat wens je voor Zoon?").fill("Dat hij weer lacht.");
		await page.getByRole("button", { name: "Bewaar mijn woorden" }).click();
		await page.getByRole("link", { name: /^Verder/ }).click();
		await page.getByRole("heading", { level: 1, name: "Waar ik over pieker" }).waitFor();
		await page.goBack();
		await page.goto(`/families/${family.familyId}/steps/clarify/expectation`);
		await page.getByLabel(/Wat verwacht je van/).fill("Dat je belt als je dat belooft.");
		await page.getByRole("button", { name: "Bewaar mijn woorden" }).click();
		await page.getByText("Dank je wel").waitFor();

		const mother = desk.page.getByRole("article", { name: "Moeder" });
		await mother.getByText("Dat hij weer lacht.").waitFor();
		await mother.getByText("over Zoon").waitFor();
		await mother.getByText("Dat je belt als je dat belooft.").waitFor();
		expect([...phone.complaints, ...desk.complaints]).toEqual([]);
		await phone.close();
		await desk.close();
	});

	it("keeps what only the family may read from the coordinator", async () => {
		const phone = await as(family.father, "/steps/clarify/worry", true);
		await phone.page.getByLabel("Waar pieker je over bij jezelf?").fill("Dit vertel ik nog niet.");
		await phone.page.getByRole("button", { name: "Kies wie dit leest" }).click();
		await phone.page.getByRole("radio", { name: /Alleen ons gezin/ }).check();
		await phone.page.getByText("Dit lezen: Moeder, Vader en Dochter").waitFor();
		await phone.page.getByRole("button", { name: "Bewaar mijn woorden" }).click();
		await phone.page.getByText("Dank je wel").waitFor();
		const mother = await as(family.mother, "/steps/clarify/worry", true);
		await mother.page.getByText("Dit vertel ik nog niet.").waitFor();
		const desk = await as(family.coordinator, "/steps/clarify");
		await desk.page.getByRole("article", { name: "Vader" }).waitFor();
		expect(await desk.page.getByText("Dit vertel ik nog niet.").count()).toBe(0);
		await Promise.all([phone.close(), mother.close(), desk.close()]);
	});

	it("shows what still misses, and concludes the question and the route together", async () => {
		const phone = await as(family.mother, "/our-plan", true);
		const desk = await as(family.coordinator, "/steps/clarify");
		const { page } = desk;
		await page.getByText("De vraag staat er nog niet in de woorden van het gezin.").waitFor();
		await page.getByText("De coördinator zei nog niet wat hij of zij van het gezin verwacht.").waitFor();
		expect(await page.getByRole("button", { name: "Rond deze stap samen af" }).getAttribute("aria-disabled")).toBe("true");
		await expectAccessible(page);

		// Words of a child under 12, written down by the coordinator.
		await page
			.getByRole("article", { name: "Zoon" })
			.getByRole("button", { name: /^Schrijf op Wensen/ })
			.click();
		await page.getByRole("dialog").getByLabel("In de woorden van Zoon").fill("Met papa voetballen.");
		await expectAccessible(page);
		await page.getByRole("dialog").getByRole("button", { name: "Bewaren" }).click();
		await page.getByRole("article", { name: "Zoon" }).getByText("Met papa voetballen.").waitFor();
		await page
			.getByRole("article", { name: "Zoon" })
			.getByText(/opgeschreven door/)
			.waitFor();

		const own = page.getByRole("article", { name: family.coordinator.givenName });
		await own.getByRole("button", { name: /^Schrijf op/ }).click();
		await page.getByRole("dialog").getByLabel("In eigen woorden").fill("Dat jullie zeggen wat niet goed gaat.");
		await page.getByRole("dialog").getByRole("button", { name: "Bewaren" }).click();
		await own.getByText("Dat jullie zeggen wat niet goed gaat.").waitFor();

		await page.getByRole("button", { name: "Schrijf op Onze vraag" }).click();
		await page.getByLabel("Onze vraag").fill("Hoe slapen we allemaal weer?");
		await page.getByRole("button", { name: "Bewaren" }).click();
		await page.locator(".plan-question", { hasText: "Hoe slapen we allemaal weer?" }).waitFor();
		await page.getByRole("button", { name: "Schrijf op Wat we afspreken over contact" }).click();
		await page.getByLabel("Wat we afspreken over contact").fill("Elke dinsdag bellen.");
		await page.getByRole("button", { name: "Bewaren" }).click();
		await page.locator("p", { hasText: "Elke dinsdag bellen." }).waitFor();
		await page.getByRole("button", { name: "Schrijf op Wat we delen, en met wie" }).click();
		await page.getByLabel("Wat we delen, en met wie").fill("Alleen met de huisarts.");
		await page.getByRole("button", { name: "Bewaren" }).click();
		await page.getByText("Alleen met de huisarts.").waitFor();

		await page.getByRole("radio", { name: /^Alle stappen/ }).check();
		await page.getByLabel(/Waarom past dit/).fill("Er speelt veel tegelijk.");
		await page.getByRole("button", { name: "Kies deze route" }).click();
		await page.getByText("“Er speelt veel tegelijk.”").waitFor();
		await page.getByText("Alles is er. Kijk samen of het zo klopt.").waitFor();
		await page.getByRole("button", { name: "Rond deze stap samen af" }).click();
		await page.getByText(/Samen afgerond op/).waitFor();
		await expectAccessible(page);

		// On the mother's phone without reloading.
		await phone.page.getByText("Hoe slapen we allemaal weer?").waitFor();
		await phone.page.getByText("Klaar", { exact: true }).first().waitFor();
		await expectAccessible(phone.page);
		await phone.page.getByRole("link", { name: "Wat is onze vraag?" }).click();
		await phone.page.getByText("Elke dinsdag bellen.").waitFor();
		await phone.page.getByText(/Alle stappen\. Er speelt meer/).waitFor();
		expect([...phone.complaints, ...desk.complaints]).toEqual([]);
		await phone.close();
		await desk.close();
	});

	it("opens the step again with every word still there, and shows both texts when two people write at once", async () => {
		const [desk, other] = [await as(family.coordinator, "/steps/clarify"), await as(family.coordinator, "/steps/clarify")];
		await desk.page.getByRole("button", { name: "Open deze stap weer" }).click();
		await desk.page.getByRole("dialog").getByRole("button", { name: "Open deze stap weer" }).click();
		for (const { page } of [desk, other]) {
			await page.getByRole("button", { name: "Verander Onze vraag" }).click();
			expect(await page.getByLabel("Onze vraag").inputValue()).toBe("Hoe slapen we allemaal weer?");
		}
		await desk.page.getByLabel("Onze vraag").fill("Hoe slapen we weer door?");
		await desk.page.getByRole("button", { name: "Bewaren" }).click();
		await desk.page.locator(".plan-question", { hasText: "Hoe slapen we weer door?" }).waitFor();
		await other.page.getByLabel("Onze vraag").fill("Hoe komt er rust in de nacht?");
		await other.page.getByRole("button", { name: "Bewaren" }).click();
		const dialog = other.page.getByRole("dialog", { name: "Jullie schreven tegelijk" });
		await dialog.getByText("Hoe slapen we weer door?").waitFor();
		await dialog.getByText("Hoe komt er rust in de nacht?").waitFor();
		await expectAccessible(other.page);
		await dialog.getByRole("button", { name: "Neem mijn tekst" }).click();
		await desk.page.locator(".plan-question", { hasText: "Hoe komt er rust in de nacht?" }).waitFor();
		await desk.close();
		await other.close();
	});
});
