import { readyToPut } from "@samenplan/testing/agreed-plan";
import { arrangedHandover } from "@samenplan/testing/family-handed-over";
import { openWorld, type World } from "@samenplan/testing/world";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../app.ts";
import { launchBrowser } from "../browser.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { unexpected } from "../fixtures/complaints.ts";
import { signedIn } from "../fixtures/signed-in.ts";

describe("another coordinator", () => {
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
	const today = () => new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Amsterdam" }).format(new Date());

	it("is asked by a mother, chosen by the team lead, answered by the family, and takes over at the talk; the former one is out", async () => {
		const coordinator = await world.staff(["coordinator"], { givenName: "Sanne", familyName: "Bos" });
		const next = await world.staff(["coordinator"], { givenName: "Youssef", familyName: "Amrani" });
		const busy = await world.staff(["coordinator"], { givenName: "Karin", familyName: "Druk" });
		await world.newFamily({ coordinator: busy });
		const teamLead = await world.staff(["team_lead"], { givenName: "Lies" });
		const family = await readyToPut(world, await world.newFamily({ coordinator, name: "Jansen" }));
		const person = { familyId: family.familyId, planId: family.planId };
		await world.db.comment.create({
			data: { ...person, kind: "question", about: "plan", text: "Wanneer belt de school?", writtenBy: family.father.personId },
		});
		await world.db.account.updateMany({ data: { demoNote: "journey" } });
		const within = `/families/${family.familyId}`;

		// The mother asks, on her phone.
		const mother = await signedIn(browser, app.url, { id: family.mother.accountId }, within, { phone: true });
		await mother.page.getByRole("link", { name: "Je coach", exact: true }).click();
		await mother.page.getByText("Sanne is jullie coach.").waitFor();
		await expectAccessible(mother.page);
		await mother.page.getByRole("button", { name: "Ik wil een andere coach" }).click();
		await mother.page.getByRole("button", { name: "Vraag het" }).click();
		await mother.page.getByText("Vul dit nog in.").waitFor();
		await mother.page.getByLabel("Waarom wil je dit?").fill("We begrijpen elkaar niet goed.");
		await mother.page.getByRole("button", { name: "Vraag het" }).click();
		await mother.page.getByText("Sanne blijft jullie coach tot een ander het overneemt.").waitFor();
		await expectAccessible(mother.page);

		// The coordinator sees it, and what is open.
		const lead = await signedIn(browser, app.url, { id: coordinator.accountId }, within);
		await lead.page.getByRole("link", { name: /Er is om een andere coördinator gevraagd/ }).click();
		await lead.page.getByText("We begrijpen elkaar niet goed.").waitFor();
		await lead.page.getByText("1 vraag zonder antwoord").waitFor();
		expect(await lead.page.getByRole("button", { name: "Zeg de overdracht af" }).count()).toBe(0);
		await expectAccessible(lead.page);

		// The team lead chooses a colleague by what each one carries.
		const boss = await signedIn(browser, app.url, { id: teamLead.accountId }, "/team");
		const asked = boss.page.locator(".sp-card").filter({ hasText: "We begrijpen elkaar niet goed." });
		await asked.getByText("Jansen").waitFor();
		await expectAccessible(boss.page);
		await asked.getByRole("link", { name: "Kies een collega" }).click();
		await boss.page.locator(".sp-radio-card").filter({ hasText: "Karin Druk" }).getByText("1 gezin").waitFor();
		await boss.page.locator(".sp-radio-card").filter({ hasText: "Youssef Amrani" }).click();
		await boss.page.getByRole("button", { name: "Vraag deze collega" }).click();
		await boss.page.getByText("Vul dit nog in.").first().waitFor();
		await boss.page.getByLabel("Wanneer is dit aan het gezin verteld?").fill(today());
		await boss.page.getByLabel("Wanneer is het gesprek samen?").fill(today());
		await boss.page.getByLabel(/^Waar\?/).fill("bij het gezin thuis");
		await boss.page.getByLabel(/^Wat de nieuwe coördinator moet weten/).fill("Bel liever in de avond.");
		await expectAccessible(boss.page);
		await boss.page.getByRole("button", { name: "Vraag deze collega" }).click();
		await boss.page.getByText(/Naar Youssef Amrani, gesprek op/).waitFor();

		// The mother is asked without reloading; she answers with words.
		await mother.page.getByRole("heading", { name: "Youssef kan jullie coach worden" }).waitFor();
		await mother.page.getByText("Bel liever in de avond.").waitFor();
		await mother.page.getByRole("button", { name: "Ja, maar ..." }).click();
		await mother.page.getByLabel("Ja, maar wat?").fill("Wel graag eerst kennismaken.");
		await mother.page.getByRole("button", { name: "Geef mijn antwoord" }).click();
		await mother.page.getByText("Wel graag eerst kennismaken.").first().waitFor();
		expect(await mother.page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
		await expectAccessible(mother.page);

		// The new one sees counts and dates, no text, and takes over on the day of the talk.
		const colleague = await signedIn(browser, app.url, { id: next.accountId }, "/caseload");
		await colleague.page.getByText("Er komt een gezin naar je toe").waitFor();
		await colleague.page.getByRole("link", { name: "Bekijk" }).click();
		await colleague.page.getByRole("heading", { name: "Jansen" }).waitFor();
		await colleague.page.getByText("1 vraag zonder antwoord").waitFor();
		const seen = (await colleague.page.locator("main").textContent()) ?? "";
		for (const text of ["Wanneer belt de school?", "We begrijpen elkaar", "avond"]) expect(seen).not.toContain(text);
		await expectAccessible(colleague.page);
		await colleague.page.getByRole("button", { name: "Neem dit gezin over" }).click();
		await colleague.page.getByRole("dialog").getByRole("button", { name: "Neem dit gezin over" }).click();
		await colleague.page.waitForURL(`**${within}`);
		await colleague.page.getByText("Hoe krijgen we weer rust in de avond?").first().waitFor();

		// The former coordinator is out, also on the page that was open; the family sees who came.
		await lead.page.getByText("Dit vinden we niet").first().waitFor({ timeout: 10_000 });
		await lead.page.goto(within);
		await lead.page.getByText("Dit vinden we niet").first().waitFor();
		await mother.page.getByText("Youssef is jullie coach.").waitFor();
		await mother.page.getByText(/Youssef nam het over van Sanne op/).waitFor();
		await mother.page.goto(`${within}/who-looked`);
		await mother.page.getByText("Een andere coach").first().waitFor();
		for (const visitor of [mother, boss, colleague]) {
			expect(visitor.complaints.filter(unexpected)).toEqual([]);
			await visitor.close();
		}
		await lead.close();
	});

	it("who has to wait for the talk, or cannot do it, says why; the coordinator begins anew", async () => {
		const coordinator = await world.staff(["coordinator"], { givenName: "Mila" });
		const next = await world.staff(["coordinator"], { givenName: "Bram" });
		const family = await world.newFamily({ coordinator, name: "De Vries" });
		await arrangedHandover(world, family, { to: next, talkIn: 3 });
		await world.db.account.updateMany({ data: { demoNote: "journey" } });
		const colleague = await signedIn(browser, app.url, { id: next.accountId }, "/handovers", { phone: true });
		await colleague.page.getByText(/Je kunt het aannemen vanaf/).waitFor();
		expect(await colleague.page.getByRole("button", { name: "Neem dit gezin over" }).count()).toBe(0);
		expect(await colleague.page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
		await colleague.page.getByRole("button", { name: "Dit kan ik niet" }).click();
		await colleague.page.getByLabel("Waarom niet?").fill("Ik heb al veel gezinnen.");
		await colleague.page.getByRole("button", { name: "Dit kan ik niet" }).click();
		await colleague.page.getByText("Er komt nu geen gezin naar je toe").waitFor();

		const lead = await signedIn(browser, app.url, { id: coordinator.accountId }, `/families/${family.familyId}/coordinator`);
		await lead.page.getByText("Ik heb al veel gezinnen.").waitFor();
		await lead.page.getByRole("heading", { name: "Draag dit gezin over" }).waitFor();
		await lead.page.getByLabel("Waarom", { exact: true }).first().fill("Ik ga met verlof.");
		await lead.page.locator(".sp-radio-card").filter({ hasText: "Bram" }).click();
		await lead.page.getByLabel("Wanneer is dit aan het gezin verteld?").fill(today());
		await lead.page.getByLabel("Wanneer is het gesprek samen?").fill(today());
		await lead.page.getByRole("button", { name: "Vraag deze collega" }).click();
		await lead.page.getByRole("heading", { name: /Bram kan jullie coach worden/ }).waitFor();
		await lead.page.getByRole("button", { name: "Zeg de overdracht af" }).click();
		await lead.page.getByLabel("Waarom gaat het niet door?").fill("Ik blijf toch.");
		await lead.page.getByRole("button", { name: "Zeg de overdracht af" }).click();
		await lead.page.getByText("Ik blijf toch.").waitFor();
		await expectAccessible(lead.page);
		await colleague.close();
		await lead.close();
	});
});
