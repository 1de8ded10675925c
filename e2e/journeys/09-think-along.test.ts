import { readyToPut } from "@samenplan/testing/agreed-plan";
import { openWorld, type World } from "@samenplan/testing/world";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../app.ts";
import { launchBrowser } from "../browser.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { unexpected } from "../fixtures/complaints.ts";
import { signedIn } from "../fixtures/signed-in.ts";

describe("a complex case", () => {
	let app: App;
	let browser: Browser;
	let world: World;
	beforeAll(async () => {
		app = await startApp();
		world = await openWorld(app.ownerUrl);
		browser = await launchBrowser();
	});
	afterAll(async () => {
		await browser?.close();
		await world?.close();
		await app?.stop();
	});

	it("goes to a scientist before the goals count: question, case on one page, advice, answer, and the family sees both", async () => {
		const scientist = await world.staff(["scientist"], { givenName: "Hanna", familyName: "Berg" });
		const family = await readyToPut(world);
		await world.db.plan.update({ where: { id: family.planId }, data: { complex: true } });
		await world.db.account.updateMany({ data: { demoNote: "journey" } });
		const within = `/families/${family.familyId}`;
		const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Amsterdam" }).format(new Date());

		const lead = await signedIn(browser, app.url, { id: family.coordinator.accountId }, `${within}/reviews`);
		await lead.page.getByRole("heading", { name: "Vraag om mee te denken" }).waitFor();
		await expectAccessible(lead.page);
		await lead.page.getByText("Het is dringend").click();
		await lead.page.getByLabel("Waarom is het dringend?").fill("Vannacht sliep niemand.");
		await lead.page.getByRole("button", { name: "Stel deze vraag" }).click();
		await lead.page.getByText("Vul dit nog in.").first().waitFor();
		await lead.page.getByLabel("Wanneer heb je dit aan het gezin verteld?").fill(today);
		await lead.page.getByLabel("Wat is je vraag?").fill("Missen we iets in het slapen?");
		await lead.page.getByRole("button", { name: "Stel deze vraag" }).click();
		await lead.page.getByText("Wacht op iemand").waitFor();

		const thinker = await signedIn(browser, app.url, { id: scientist.accountId }, "/reviews");
		const waiting = thinker.page.locator(".sp-card").filter({ hasText: family.name });
		await waiting.getByText(/Gevraagd door .*, vandaag/).waitFor();
		await waiting.getByText("Dringend").waitFor();
		await waiting.getByText("Vannacht sliep niemand.").waitFor();
		await waiting.getByText("Ons beeld samen").waitFor();
		await expectAccessible(thinker.page);
		await waiting.getByRole("button", { name: "Neem deze vraag" }).click();
		await thinker.page.getByText("Missen we iets in het slapen?").waitFor();
		await thinker.page.getByText("Hoe krijgen we weer rust in de avond?").waitFor();
		await thinker.page.getByText("Om acht uur ligt iedereen in bed").first().waitFor();
		await expectAccessible(thinker.page);

		// What was read is marked; a word that changes afterwards stands out, without reloading.
		await thinker.page.getByRole("button", { name: "Ik heb dit gelezen" }).click();
		await thinker.page.getByText("Er is niets veranderd.").waitFor();
		await world.db.goal.update({ where: { id: family.goalId }, data: { text: "Om negen uur ligt iedereen in bed" } });
		await world.db.$executeRaw`select pg_notify('family_changed', ${family.familyId})`;
		await thinker.page.locator(".plan-changes ins").getByText("negen").waitFor();
		expect(await thinker.page.locator(".plan-changes del").first().textContent()).toContain("acht");

		await thinker.page.getByRole("textbox", { name: /^Advies/ }).fill("Vraag ook naar het slapen van de ouders.");
		await thinker.page.getByText("Advies per stap").click();
		await thinker.page.getByRole("textbox", { name: /^Bij Doelen/ }).fill("Begin met een kleiner doel.");
		await thinker.page.getByRole("button", { name: "Geef dit advies" }).click();
		await thinker.page.getByText("Er is advies").waitFor();
		await expectAccessible(thinker.page);

		// Without reloading, the advice stands on the coordinator's screen.
		await lead.page.getByText("Vraag ook naar het slapen van de ouders.").waitFor();
		await lead.page.getByText("Begin met een kleiner doel.").first().waitFor();
		const short = lead.page.getByRole("group", { name: "Volg je het advies in het kort?" });
		await short.locator(".sp-radio-card").filter({ hasText: "Nee, ik volg het niet" }).click();
		await lead.page.getByRole("button", { name: "Leg mijn antwoord vast" }).click();
		await lead.page.getByText("Vul dit nog in.").waitFor();
		const goals = lead.page.getByRole("group", { name: "Volg je het advies bij Doelen?" });
		await goals.locator(".sp-radio-card").filter({ hasText: "Ja, ik volg het" }).click();
		await lead.page.getByRole("textbox", { name: /^Waarom\?/ }).fill("De ouders slapen goed, zeggen zij zelf.");
		await expectAccessible(lead.page);
		await lead.page.getByRole("button", { name: "Leg mijn antwoord vast" }).click();
		await lead.page.getByText("Beantwoord").waitFor();

		const mother = await signedIn(browser, app.url, { id: family.mother.accountId }, `${within}/reviews`, { phone: true });
		await mother.page.getByText("Vraag ook naar het slapen van de ouders.").waitFor();
		await mother.page.getByText("Je coach volgt dit advies niet.").waitFor();
		await mother.page.getByText("De ouders slapen goed, zeggen zij zelf.").waitFor();
		await mother.page.getByText("Begin met een kleiner doel.").waitFor();
		await mother.page.getByText("Je coach volgt dit advies.", { exact: true }).waitFor();
		expect(await mother.page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
		await expectAccessible(mother.page);

		// The scientist's relation has ended; what was reviewed stays.
		await thinker.page.goto(`${within}/reviews`);
		await thinker.page.getByText("Je kijkt niet meer mee").waitFor();
		expect(await thinker.page.getByText("Om negen uur ligt iedereen in bed").count()).toBe(0);
		await expectAccessible(thinker.page);
		await thinker.page.getByRole("link", { name: "Terug naar meekijken" }).click();
		await thinker.page.getByRole("link", { name: family.name }).click();
		await thinker.page.getByText("De ouders slapen goed, zeggen zij zelf.").waitFor();
		await thinker.page.getByText("Begin met een kleiner doel.").waitFor();
		await thinker.page.getByText("Om negen uur ligt iedereen in bed").waitFor();
		await expectAccessible(thinker.page);
		await thinker.page.goto("/reviews");
		await thinker.page.getByRole("heading", { name: "Hoe snel er advies is" }).waitFor();
		await thinker.page.getByText("1, waarvan 1 met advies").waitFor();
		await expectAccessible(thinker.page);
		for (const visitor of [lead, mother]) {
			expect(visitor.complaints.filter(unexpected)).toEqual([]);
			await visitor.close();
		}
		await thinker.close();
	});

	it("is not reviewed by somebody who coordinates it", async () => {
		const both = await world.staff(["coordinator", "scientist"], { givenName: "Beide" });
		const family = await world.newFamily({ coordinator: both });
		await world.db.review.create({
			data: { familyId: family.familyId, planId: family.planId, question: "Denk mee", toldFamilyOn: new Date(), askedBy: both.personId },
		});
		await world.db.account.updateMany({ data: { demoNote: "journey" } });
		const { page, close } = await signedIn(browser, app.url, { id: both.accountId }, "/reviews");
		const card = page.locator(".sp-card").filter({ hasText: family.name });
		await card.getByText("Je werkt zelf met dit gezin. Daarom kijkt een collega mee.").waitFor();
		expect(await card.getByRole("button").count()).toBe(0);
		await close();
	});
});
