import { openWorld, type TestFamily, type World } from "@samenplan/testing/world";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../app.ts";
import { launchBrowser } from "../browser.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { signedIn } from "../fixtures/signed-in.ts";

/** Strengths and concerns: per theme, per person, strengths first; load and capacity; the shared picture. */
describe("strengths and concerns", () => {
	let app: App;
	let browser: Browser;
	let world: World;
	let family: TestFamily;
	beforeAll(async () => {
		[app, browser] = await Promise.all([startApp(), launchBrowser()]);
		world = await openWorld(app.ownerUrl);
		family = await world.newFamily({ name: "Gezin Van Dijk" });
		const accounts = [family.coordinator, family.mother, family.father, family.girl].map(({ accountId }) => accountId);
		await world.db.account.updateMany({ where: { id: { in: accounts } }, data: { demoNote: "voor deze reis" } });
		await world.db.plan.update({ where: { id: family.planId }, data: { route: "full" } });
		await world.db.step.updateMany({
			where: { planId: family.planId, kind: "clarify" },
			data: { state: "concluded", conclusion: "Hoe slapen we weer?", concludedAt: new Date() },
		});
	});
	afterAll(async () => {
		await browser?.close();
		await world?.close();
		await app?.stop();
	});
	const as = (person: { accountId: string }, path = "", phone = false) =>
		signedIn(browser, app.url, { id: person.accountId }, `/families/${family.familyId}${path}`, { phone });

	it("asks a mother on her phone what goes well before what is hard, and how much she carries", async () => {
		const phone = await as(family.mother, "/waiting", true);
		const { page } = phone;
		await page.getByRole("link", { name: /Zeg wat goed gaat/ }).click();
		await page.getByRole("link", { name: /Zorg van elke dag/ }).waitFor();
		await expectAccessible(page);
		await page.getByRole("link", { name: /Zorg van elke dag/ }).click();
		await page.getByLabel("Wat gaat er goed?").fill("We eten elke avond samen.");
		await expectAccessible(page);
		await page.getByRole("button", { name: "Bewaar mijn woorden" }).click();
		await page.getByRole("link", { name: "Verder: wat is er moeilijk?" }).click();
		await page.getByLabel("Wat is er moeilijk?").fill("De nachten zijn kort.");
		await page.getByRole("button", { name: "Bewaar mijn woorden" }).click();
		await page.getByRole("link", { name: "Klaar. Kies iets anders" }).click();
		await page.getByText("“De nachten zijn kort.”").waitFor();

		await page.getByRole("button", { name: /^Zeg hoe het nu is/ }).click();
		const form = page.getByRole("dialog");
		await form.getByRole("group", { name: "Hoeveel moet je nu dragen?" }).getByRole("radio", { name: "Heel veel" }).check();
		await form.getByRole("group", { name: "Hoeveel kun je nu aan?" }).getByRole("radio", { name: "Weinig", exact: true }).check();
		await form.getByLabel(/Wil je er iets bij zeggen/).fill("Ik slaap vier uur.");
		await expectAccessible(page);
		await form.getByRole("button", { name: "Bewaren" }).click();
		await page.getByText("“Ik slaap vier uur.”").waitFor();
		expect(phone.complaints).toEqual([]);
		await phone.close();
	});

	it("shows the coordinator themes and people side by side with knowledge at hand, and ends in one shared picture", async () => {
		const desk = await as(family.coordinator, "/steps/strengths");
		const { page } = desk;
		const care = page.getByRole("region", { name: "Zorg van elke dag" });
		await care.getByText("We eten elke avond samen.").waitFor();
		await care.getByText("De nachten zijn kort.").waitFor();
		const order = await care.getByRole("heading", { level: 3 }).allTextContents();
		expect(order).toEqual(["Wat goed gaat", "Wat moeilijk is"]);
		await care.getByText("Vragen om mee te beginnen").click();
		await care.getByText("Welk stuk van de dag gaat goed?").waitFor();
		await page.getByText("Zoon, 8 jaar").click();
		await page.getByText("Erbij horen in de groep").waitFor();
		await page
			.getByText(/Van Yperen \(2009\)/)
			.filter({ visible: true })
			.waitFor();
		await page.getByText("Er staat nog niets over veilig zijn.").waitFor();
		await expectAccessible(page);

		const safety = page.getByRole("region", { name: "Veiligheid" });
		await safety.getByRole("button", { name: /^Schrijf op Of het veilig is/ }).click();
		const form = page.getByRole("dialog");
		await form.getByLabel("Wie zegt dit?").selectOption({ label: "Zoon" });
		await form.getByLabel("In eigen woorden").fill("Bij oma is het fijn.");
		await form.getByRole("button", { name: "Bewaren" }).click();
		await safety.getByText("Bij oma is het fijn.").waitFor();
		await page.getByRole("tab", { name: "Per persoon" }).click();
		await page.getByRole("article", { name: "Zoon" }).getByText("Bij oma is het fijn.").waitFor();
		await page.getByRole("article", { name: "Moeder", exact: true }).first().getByText("De nachten zijn kort.").waitFor();
		await expectAccessible(page);

		await page.getByRole("button", { name: "Schrijf op Zo zien wij het" }).click();
		await page.getByLabel("Zo zien wij het").fill("Wij zijn lief voor elkaar, en wij zijn moe.");
		await page.getByRole("button", { name: "Bewaren" }).click();
		await page.locator(".plan-question", { hasText: "Wij zijn lief voor elkaar" }).waitFor();
		await page.getByRole("button", { name: "Schrijf op In vakwoorden" }).click();
		await page.getByLabel("In vakwoorden").fill("De draaglast is nu groter dan de draagkracht.");
		await page.getByRole("button", { name: "Bewaren" }).click();
		await page.locator("p", { hasText: "De draaglast is nu groter dan de draagkracht." }).waitFor();
		await page.getByText("Alles is er. Kijk samen of het zo klopt.").waitFor();
		await page.getByRole("button", { name: "Rond deze stap samen af" }).click();
		await page.getByText(/Samen afgerond op/).waitFor();
		await expectAccessible(page);
		expect(desk.complaints).toEqual([]);
		await desk.close();
	});

	it("asks both parents whether the picture is right, and shows where each one stands", async () => {
		const phone = await as(family.father, "", true);
		const { page } = phone;
		await page.getByRole("link", { name: /Wacht op mij/ }).click();
		await page.getByRole("link", { name: /Klopt ons beeld samen/ }).click();
		await page.getByText("Wij zijn lief voor elkaar, en wij zijn moe.").waitFor();
		await expectAccessible(page);
		await page.getByRole("button", { name: "Nee, niet mee eens" }).click();
		await page.getByLabel("Waarom niet?").fill("Ik ben niet moe. Ik ben boos.");
		await page.getByRole("button", { name: "Geef mijn antwoord" }).click();
		await page.getByText("Ik ben niet moe. Ik ben boos.").first().waitFor();
		const desk = await as(family.coordinator, "/steps/strengths");
		await desk.page.getByText("Ik ben niet moe. Ik ben boos.").waitFor();
		await phone.close();
		await desk.close();
	});
});
