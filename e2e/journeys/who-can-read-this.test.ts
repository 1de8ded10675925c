import { openWorld, type TestFamily, type World } from "@samenplan/testing/world";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../app.ts";
import { launchBrowser } from "../browser.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { signedIn } from "../fixtures/signed-in.ts";

/** A mother tells something to her daughter alone, the coordinator looks through the father's eyes, and an address stays secret. */
describe("who can read this", () => {
	let app: App;
	let browser: Browser;
	let world: World;
	let family: TestFamily;
	const address = "Lindelaan 41 te Voorbeeldstad";
	beforeAll(async () => {
		[app, browser] = await Promise.all([startApp(), launchBrowser()]);
		world = await openWorld(app.ownerUrl);
		family = await world.newFamily({ name: "Gezin De Linde" });
		const accounts = [family.coordinator, family.mother, family.father, family.girl].map(({ accountId }) => accountId);
		await world.db.account.updateMany({ where: { id: { in: accounts } }, data: { demoNote: "voor deze reis" } });
		const home = await world.db.household.create({
			data: { familyId: family.familyId, name: "Bij mama", address, addressAudience: "core" },
		});
		for (const { personId } of [family.mother, family.girl])
			await world.db.householdMember.create({ data: { familyId: family.familyId, householdId: home.id, personId, part: "full" } });
	});
	afterAll(async () => {
		await browser?.close();
		await world?.close();
		await app?.stop();
	});
	const as = (person: { accountId: string }, path = "", phone = false) =>
		signedIn(browser, app.url, { id: person.accountId }, `/families/${family.familyId}${path}`, { phone });

	it("lets a mother see by name who reads her words, and write for her daughter alone", async () => {
		const mother = await as(family.mother, "/steps/clarify/worry", true);
		const { page } = mother;
		await page.getByText(/^Dit lezen: Moeder, Vader, Dochter en /).waitFor();
		await page.getByLabel("Waar pieker je over bij jezelf?").fill("Ik ben bang dat ik ziek word.");
		await page.getByRole("button", { name: "Kies wie dit leest" }).click();
		await expectAccessible(page);
		await page.getByRole("radio", { name: /Alleen wie we noemen/ }).check();
		await page.getByText("Kies wie dit mag lezen.").waitFor();
		await page.getByRole("checkbox", { name: "Dochter" }).check();
		await page.getByText("Dit lezen: Moeder en Dochter", { exact: true }).waitFor();
		await expectAccessible(page);
		await page.getByRole("button", { name: "Bewaar mijn woorden" }).click();
		await page.getByText("Dank je wel").waitFor();
		await page.getByText("Alleen Moeder en Dochter").waitFor();

		const girl = await as(family.girl, "/steps/clarify/worry", true);
		await girl.page.getByText("Ik ben bang dat ik ziek word.").waitFor();
		const father = await as(family.father, "/steps/clarify/worry", true);
		await father.page.getByLabel("Waar pieker je over bij jezelf?").waitFor();
		expect(await father.page.getByText("Ik ben bang dat ik ziek word.").count()).toBe(0);
		expect([...mother.complaints, ...girl.complaints, ...father.complaints]).toEqual([]);
		await Promise.all([mother.close(), girl.close(), father.close()]);
	});

	it("lets the coordinator look through the father's eyes, where it is not, and where there is nothing to press", async () => {
		const words = await as(family.mother, "/steps/clarify/worry", true);
		await words.page.getByLabel("Waar pieker je over bij jezelf?").fill("Het geld is steeds op.");
		await words.page.getByRole("button", { name: "Bewaar mijn woorden" }).click();
		await words.page.getByText("Dank je wel").waitFor();

		const desk = await as(family.coordinator, "/people");
		await desk.page.getByRole("button", { name: /Vader/ }).first().click();
		await desk.page.getByRole("menuitem", { name: "Zie het plan zoals Vader" }).click();
		await desk.page.getByRole("heading", { level: 1, name: "Zo ziet Vader het" }).waitFor();
		await desk.page.getByText("Het geld is steeds op.").waitFor();
		await desk.page.getByText(address).waitFor();
		expect(await desk.page.getByText("Ik ben bang dat ik ziek word.").count()).toBe(0);
		await expectAccessible(desk.page);
		expect(await desk.page.locator(".plan-page").getByRole("button").count()).toBe(1);
		await desk.page.keyboard.press("Escape");
		await desk.page.waitForURL(/\/people$/);
		expect([...words.complaints, ...desk.complaints]).toEqual([]);
		await Promise.all([words.close(), desk.close()]);
	});

	it("keeps the mother's address from the father, everywhere, without telling him", async () => {
		const mother = await as(family.mother, "/people", true);
		const { page } = mother;
		await page.getByRole("button", { name: "Houd iets geheim" }).click();
		const dialog = page.getByRole("dialog");
		await dialog.getByRole("radio", { name: "Het adres" }).check();
		await dialog.getByLabel("Voor wie?").selectOption({ label: "Vader" });
		await dialog.getByText("Vader ziet het nergens meer. Vader hoort hier niets van.").waitFor();
		await expectAccessible(page);
		await dialog.getByRole("button", { name: "Houd dit geheim" }).click();
		await page.getByText("Je adres is geheim voor Vader.").first().waitFor();
		await expectAccessible(page);

		const father = await as(family.father, "/people", true);
		await father.page.getByRole("heading", { name: "Geheim houden" }).waitFor();
		expect(await father.page.content()).not.toMatch(/Lindelaan|geheim voor/);
		const plan = await father.page.evaluate(async () => (await fetch("/api/families")).status);
		expect(plan).toBe(401);
		const desk = await as(family.coordinator, `/as/${family.father.personId}`);
		await desk.page.getByText("Het geld is steeds op.").waitFor();
		expect(await desk.page.getByText(address).count()).toBe(0);
		await desk.page.goto(`/families/${family.familyId}/as/${family.girl.personId}`);
		await desk.page.getByRole("heading", { level: 1, name: "Zo ziet Dochter het" }).waitFor();
		await desk.page.getByText(address).waitFor();
		expect([...mother.complaints, ...desk.complaints]).toEqual([]);
		await Promise.all([mother.close(), father.close(), desk.close()]);
	});

	it("lets a girl keep words in the family, and take them to her coach in one tap and back", async () => {
		const girl = await as(family.girl, "/steps/clarify/wish", true);
		const { page } = girl;
		await page.getByLabel(/Wat wens je/).fill("Minder ruzie.");
		await page.getByRole("button", { name: "Kies wie dit leest" }).click();
		await page.getByRole("radio", { name: /Alleen ons gezin/ }).check();
		await page.getByRole("button", { name: "Bewaar mijn woorden" }).click();
		await page.getByText("Dank je wel").waitFor();
		const desk = await as(family.coordinator, "/steps/clarify");
		await desk.page.getByRole("article", { name: "Dochter", exact: true }).waitFor();
		expect(await desk.page.getByText("Minder ruzie.").count()).toBe(0);
		await page.getByRole("button", { name: "Laat je coach dit lezen" }).click();
		await desk.page.locator("blockquote", { hasText: "Minder ruzie." }).waitFor();
		await page.getByRole("button", { name: "Toch niet" }).click();
		await page.getByText("Dit is weer alleen voor jullie.").waitFor();
		await desk.page.locator("blockquote", { hasText: "Minder ruzie." }).waitFor({ state: "detached" });
		expect([...girl.complaints, ...desk.complaints]).toEqual([]);
		await Promise.all([girl.close(), desk.close()]);
	});
});
