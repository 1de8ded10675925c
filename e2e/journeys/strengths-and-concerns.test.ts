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

	it("lets a young person see how we use a word, say what it means at home, and read that somebody thinks along", async () => {
		await world.db.plan.update({ where: { id: family.planId }, data: { complex: true, toldFamilyOn: new Date("2026-11-20") } });
		const phone = await as(family.girl, "/steps/strengths", true);
		const { page } = phone;
		await page.getByText("Er leest iemand met ons mee").waitFor();
		await page.getByText(/aan jullie verteld op 20 november 2026/).waitFor();
		await page.getByRole("link", { name: "Wat wij met een woord bedoelen" }).click();
		await page.getByText("Hier staat nog geen woord.").waitFor();
		await expectAccessible(page);
		await page.getByRole("button", { name: "Zet een woord erbij" }).click();
		const form = page.getByRole("dialog");
		await form.getByLabel("Welk woord?").selectOption({ label: "Structuur" });
		await form.getByText("Regels in huis, en dat iedereen luistert.").waitFor();
		await form.getByText("De dag loopt zo dat een kind weet wat er komt.").waitFor();
		await form.getByText(/Van Hof.*2022/).waitFor();
		await form.getByLabel("Dit bedoelen wij").fill("Weten bij wie ik slaap.");
		await form.getByLabel("Zo ziet het er thuis uit").fill("Het rooster hangt op de koelkast.");
		expect(await form.getByLabel("Dit bedoelt de coach").count()).toBe(0);
		await expectAccessible(page);
		await form.getByRole("button", { name: "Bewaren" }).click();
		await page.getByRole("article", { name: "Structuur" }).getByText("Weten bij wie ik slaap.").waitFor();
		await expectAccessible(page);

		await page.goto(`/families/${family.familyId}/steps/strengths/safety/hard`);
		await page.getByLabel("Wat is er niet veilig?").fill("Als er gebeld wordt, word ik bang.");
		await page.getByRole("radio", { name: /Je veilig voelen/ }).check();
		await page.getByRole("button", { name: "Bewaar mijn woorden" }).click();
		await page.getByText("Dank je wel. Je woorden zijn bewaard.").waitFor();
		expect(phone.complaints).toEqual([]);
		await phone.close();
	});

	it("shows the coordinator themes and people with knowledge at hand, and each kind of safety", async () => {
		const desk = await as(family.coordinator, "/steps/strengths");
		const { page } = desk;
		const care = page.getByRole("region", { name: "Zorg van elke dag" });
		await care.getByText("We eten elke avond samen.").first().waitFor();
		await care.getByText("De nachten zijn kort.").first().waitFor();
		const order = await care.getByRole("heading", { level: 3 }).allTextContents();
		expect(order).toEqual(["Wat goed gaat", "Wat moeilijk is"]);
		await care.getByText("Vragen om mee te beginnen").click();
		await care.getByText("Welk stuk van de dag gaat goed?").first().waitFor();
		await page.getByText("Zoon, 8 jaar").click();
		const age = page.getByRole("table", { name: "Gewoon of zorgelijk op de leeftijd van Zoon" });
		await age.getByText("Een keer iets stelen of stukmaken").waitFor();
		await age.getByText("Leren lukt niet, hoe goed het ook probeert").waitFor();
		await page
			.getByText(/Van Yperen \(2009\)/)
			.filter({ visible: true })
			.waitFor();
		await expectAccessible(page);

		const safety = page.getByRole("region", { name: "Veiligheid" });
		await safety.getByRole("group", { name: "Je veilig voelen" }).getByText("Als er gebeld wordt, word ik bang.").first().waitFor();
		await safety.getByRole("group", { name: "Veilig met je lijf" }).getByText("Hier spraken jullie nog niet over.").first().waitFor();
		await safety.getByRole("button", { name: /^Schrijf op Of het veilig is/ }).click();
		const form = page.getByRole("dialog");
		await form.getByLabel("Wie zegt dit?").selectOption({ label: "Zoon" });
		await form.getByLabel("Waar gaat het over?").selectOption({ label: "De mensen om ons heen" });
		await form.getByLabel("In eigen woorden").fill("Bij oma is het fijn.");
		await form.getByRole("button", { name: "Bewaren" }).click();
		await safety.getByRole("group", { name: "De mensen om ons heen" }).getByText("Bij oma is het fijn.").first().waitFor();
		const people = page.getByRole("tabpanel");
		await page.getByRole("tab", { name: "Per persoon" }).click();
		await people.getByRole("article", { name: "Zoon" }).getByText("Bij oma is het fijn.").first().waitFor();
		await people.getByRole("article", { name: "Moeder", exact: true }).first().getByText("De nachten zijn kort.").first().waitFor();
		await expectAccessible(page);

		expect(desk.complaints).toEqual([]);
		await desk.close();
	});

	it("hears the child first, and shows at a glance where people see the same thing differently", async () => {
		const desk = await as(family.coordinator, "/steps/strengths");
		const { page } = desk;
		const children = page.getByRole("region", { name: "Wat de kinderen zeggen" });
		const boy = children.getByRole("article", { name: "Wat Zoon zegt" });
		await boy.getByText("Bij oma is het fijn.").first().waitFor();
		await boy.getByRole("button", { name: "Schrijf op Wat ik graag wil" }).click();
		const form = page.getByRole("dialog");
		await form.getByLabel("In de woorden van Zoon").fill("Dat papa er ook is met eten.");
		await form.getByRole("button", { name: "Bewaren" }).click();
		await boy.getByText("Dat papa er ook is met eten.").first().waitFor();
		await boy
			.getByText(/opgeschreven door/)
			.first()
			.waitFor();

		const care = page.getByRole("region", { name: "Zorg van elke dag" });
		await care.getByRole("button", { name: /^Schrijf op Wat goed gaat/ }).click();
		await form.getByLabel("Wie zegt dit?").selectOption({ label: "Vader" });
		await form.getByLabel("In eigen woorden").fill("De nachten gaan prima bij mij.");
		await form.getByRole("button", { name: "Bewaren" }).click();
		await care.getByText("De nachten gaan prima bij mij.").first().waitFor();
		expect(await care.getByText(/Niet iedereen zegt hier hetzelfde/).count()).toBe(0);
		const around = page.getByRole("region", { name: "Mensen om ons heen" });
		for (const [kind, who, words] of [
			["Wat goed gaat", "Vader", "Mijn moeder helpt veel."],
			["Wat moeilijk is", "Moeder", "Zijn moeder bemoeit zich met alles."],
		] as const) {
			await around.getByRole("button", { name: new RegExp(`^Schrijf op ${kind}`) }).click();
			await form.getByLabel("Wie zegt dit?").selectOption({ label: who });
			await form.getByLabel("In eigen woorden").fill(words);
			await form.getByRole("button", { name: "Bewaren" }).click();
			await around.getByText(words).first().waitFor();
		}
		await around.getByText(/Niet iedereen zegt hier hetzelfde/).waitFor();
		await page.getByRole("tab", { name: "Naast elkaar" }).click();

		await around.getByText("Niet iedereen zegt hetzelfde").first().waitFor();
		await around.getByText("Mijn moeder helpt veel.").first().waitFor();
		await around.getByText("Zijn moeder bemoeit zich met alles.").first().waitFor();
		await expectAccessible(page);
		expect(desk.complaints).toEqual([]);
		await desk.close();
	});

	it("draws how much a mother carries over time, with the same in a table", async () => {
		await world.db.loadCapacity.create({
			data: {
				familyId: family.familyId,
				planId: family.planId,
				personId: family.mother.personId,
				load: 3,
				capacity: 4,
				text: "Toen sliep ik nog.",
				writtenBy: family.mother.personId,
				createdAt: new Date("2026-09-01T10:00:00Z"),
			},
		});
		const desk = await as(family.coordinator, "/steps/strengths");
		const { page } = desk;
		await page.getByRole("img", { name: /Moeder: te dragen van Gewoon naar Heel veel\. Kan dragen van Veel naar Weinig\./ }).waitFor();
		const table = page.getByRole("table", { name: /Hoe het ging.*Moeder/ });
		await table.getByRole("row", { name: "1 september 2026 Gewoon Veel" }).waitFor();
		await table.getByText("“Toen sliep ik nog.”").waitFor();
		await expectAccessible(page);
		expect(desk.complaints).toEqual([]);
		await desk.close();
	});

	it("finds out together what is not known, keeps knowing apart from thinking, and asks for a second explanation", async () => {
		await world.db.plan.update({ where: { id: family.planId }, data: { route: "explore" } });
		const desk = await as(family.coordinator, "/steps/strengths");
		const { page } = desk;
		await page.getByText("Er staat nog niet wat jullie gaan uitzoeken.").waitFor();
		await page.getByRole("button", { name: "Nog iets uitzoeken" }).click();
		const form = page.getByRole("dialog");
		await form.getByLabel("Wat willen we weten?").fill("Waarom wordt Sem wakker?");
		await form.getByLabel("Welke informatie, en hoe komen we daaraan?").fill("Een week bijhouden wanneer hij wakker wordt.");
		await form.getByLabel(/Welke lijst of test/).fill("Slaapdagboek");
		await form.getByRole("radio", { name: "Nee, dit past niet" }).check();
		await form.getByLabel(/Waarom wel of niet/).fill("Moeder schrijft niet graag.");
		await form.getByLabel("Wie zoekt het uit?").selectOption({ label: "Moeder" });
		await form.getByLabel("Wanneer weten we het?").fill("2026-12-05");
		await expectAccessible(page);
		await form.getByRole("button", { name: "Bewaren" }).click();
		const line = page.getByRole("article", { name: "Waarom wordt Sem wakker?" });
		await line.getByText("Past niet bij dit gezin. Kies iets anders.").waitFor();
		await line.getByText(/5 december 2026/).waitFor();
		await line.getByRole("button", { name: /Verander of vul aan/ }).click();
		await form.getByLabel(/Welke lijst of test/).fill("Dagboek met plaatjes");
		await form.getByRole("radio", { name: "Ja, dit past" }).check();
		await form.getByLabel("Wat weten we nu?").fill("Hij wordt wakker van de buren.");
		await form.getByLabel("Hoe staat het ermee?").selectOption({ label: "Weten we nu" });
		await form.getByRole("button", { name: "Bewaren" }).click();
		await line.getByText("Hij wordt wakker van de buren.").waitFor();
		await page.getByText("Er staat nog niet wat jullie gaan uitzoeken.").waitFor({ state: "detached" });

		const analysis = page.getByRole("region", { name: "Wat er speelt, en waardoor" });
		const write = async (kind: string, basis: string, words: string) => {
			await analysis.getByRole("button", { name: "Schrijf een punt op" }).click();
			await form.getByLabel("Waar gaat het over?").selectOption({ label: kind });
			await form.getByRole("radio", { name: new RegExp(basis) }).check();
			await form.getByLabel("In gewone woorden").fill(words);
			await form.getByRole("button", { name: "Bewaren" }).click();
			await analysis.getByText(words).waitFor();
		};
		await write("Waar het door komt", "Dit denken we", "De muur is dun.");
		await analysis.getByText("Er staat nu één oorzaak. Wat kan het nog meer zijn?").waitFor();
		await write("Waar het door komt", "Dit weten we", "De buren werken in de nacht.");
		await analysis.getByText("Er staat nu één oorzaak. Wat kan het nog meer zijn?").waitFor({ state: "detached" });
		await write("Wat helpt en beschermt", "Dit weten we", "Moeder en Sem zingen samen.");
		const causes = analysis.getByRole("group", { name: "Waar het door komt" });
		await causes.getByRole("group", { name: "Dit weten we" }).getByText("De buren werken in de nacht.").waitFor();
		await causes.getByRole("group", { name: "Dit denken we" }).getByText("De muur is dun.").waitFor();
		await expectAccessible(page);
		// What goes away by accident comes back.
		await analysis.getByRole("button", { name: /Verander: De muur is dun/ }).click();
		await form.getByRole("button", { name: "Haal dit punt weg" }).click();
		await page.getByText("Het punt is weg.").waitFor();
		await page.getByRole("button", { name: "Toch niet" }).click();
		await causes.getByText("De muur is dun.").waitFor();

		const words = page.getByRole("region", { name: "Wat wij met een woord bedoelen" });
		await words.getByRole("button", { name: "Verander Structuur" }).click();
		await form.getByLabel("Dit bedoelt de coach").fill("Een dag die voorspelbaar is.");
		await form.getByRole("button", { name: "Bewaren" }).click();
		await words.getByText("Een dag die voorspelbaar is.").waitFor();
		await expectAccessible(page);
		await world.db.plan.update({ where: { id: family.planId }, data: { route: "full", complex: false } });
		expect(desk.complaints).toEqual([]);
		await desk.close();
	});

	it("ends in one shared picture, in the family's words and in professional words", async () => {
		const desk = await as(family.coordinator, "/steps/strengths");
		const { page } = desk;
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
		await page.goto(`/families/${family.familyId}/steps/strengths/analysis`);
		await page.getByText("De buren werken in de nacht.").waitFor();
		await page.getByText("Waarom wordt Sem wakker?").waitFor();
		await expectAccessible(page);
		const desk = await as(family.coordinator, "/steps/strengths");
		await desk.page.getByText("Ik ben niet moe. Ik ben boos.").waitFor();
		await phone.close();
		await desk.close();
	});
});
