import { newGoal } from "@samenplan/testing/agreed-plan";
import { openWorld, type World } from "@samenplan/testing/world";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../app.ts";
import { launchBrowser } from "../browser.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { unexpected } from "../fixtures/complaints.ts";
import { signedIn } from "../fixtures/signed-in.ts";

describe("looking back together", () => {
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

	type Mail = { to: string; kind: string; subject: string; text: string };
	const mails = async () => (await (await fetch(`${app.url}/api/demo/mails`)).json()) as Mail[];
	/** Moves the product's clock to the middle of a day. */
	const moveClock = async (to: string) => {
		const answer = await fetch(`${app.url}/api/demo/clock`, {
			method: "PUT",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ offsetSeconds: Math.round((Date.parse(`${to}T11:00:00Z`) - Date.now()) / 1000) }),
		});
		expect(answer.status).toBe(200);
	};
	/** A day so many days from now, as the calendar in the Netherlands shows it. */
	const day = (days: number) =>
		new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Amsterdam" }).format(new Date(Date.now() + days * 86_400_000));
	const choose = async (page: Page, words: string, more?: string) => {
		await page.locator(".sp-radio-card").filter({ hasText: words }).first().click();
		if (more) await page.getByLabel("Wil je er iets bij zeggen?").fill(more);
		await page.getByRole("button", { name: "Bewaar en ga door" }).click();
	};

	it("begins with a reminder, is prepared by each on their own, stands side by side at the talk and leads to a decision and a next day", async () => {
		const family = await world.newFamily();
		for (const text of ["Om acht uur ligt iedereen in bed", "Samen eten zonder ruzie"]) await newGoal(world, family, text, "active");
		await world.db.account.updateMany({ data: { demoNote: "journey" } });
		const here = `/families/${family.familyId}/steps/evaluate`;

		const lead = await signedIn(browser, app.url, { id: family.coordinator.accountId }, here);
		await lead.page.getByLabel("Op welke dag kijken jullie terug?").fill(day(20));
		await expectAccessible(lead.page);
		await lead.page.getByRole("button", { name: "Spreek deze dag af" }).click();
		await lead.page.getByRole("heading", { name: "Voorbereiding" }).waitFor();

		expect(await mails()).toEqual([]);
		await moveClock(day(13));
		const before = await mails();
		expect(before.map(({ kind }) => kind)).toEqual(Array(4).fill("evaluation_before"));
		const email = (await world.db.account.findUniqueOrThrow({ where: { id: family.mother.accountId } })).email;
		const toMother = before.find(({ to }) => to === email);
		expect(toMother?.subject + (toMother?.text ?? "")).not.toMatch(/acht uur|eten|Familie/);
		const link = /https?:\S+/.exec(toMother?.text ?? "")?.[0] ?? "";
		expect(link).toBe(`${app.url}${here}`);

		const mother = await signedIn(browser, app.url, { id: family.mother.accountId }, link.slice(app.url.length), { phone: true });
		await mother.page.getByRole("heading", { level: 1, name: "Samen terugkijken" }).waitFor();
		await expectAccessible(mother.page);
		await mother.page.getByRole("link", { name: "Zeg wat jij vindt" }).click();
		await mother.page.getByRole("heading", { level: 1, name: "Om acht uur ligt iedereen in bed" }).waitFor();
		await mother.page.getByRole("button", { name: "Bewaar en ga door" }).click();
		await mother.page.getByText("Vul dit nog in.").waitFor();
		await expectAccessible(mother.page);
		expect(await mother.page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
		await choose(mother.page, "zes keer per week", "Ik ben trots op ons");
		await mother.page.getByRole("heading", { level: 1, name: "Samen eten zonder ruzie" }).waitFor();
		await choose(mother.page, "een keer per week");
		for (const statement of ["Ik krijg te horen", "Mijn coach wil echt weten", "Ik doe zelf mee", "Mijn coach ziet wat ik goed doe"]) {
			await mother.page.getByText(statement).waitFor();
			if (statement === "Ik krijg te horen") await expectAccessible(mother.page);
			await choose(mother.page, "Heel erg");
		}
		await mother.page.getByText("Je bent klaar voor het gesprek.").waitFor();
		await expectAccessible(mother.page);

		// The father sees nothing of it while he prepares.
		const father = await signedIn(browser, app.url, { id: family.father.accountId }, here, { phone: true });
		await father.page.getByRole("link", { name: "Zeg wat jij vindt" }).click();
		await father.page.getByRole("heading", { level: 1 }).waitFor();
		expect(await father.page.content()).not.toContain("Ik ben trots op ons");
		await choose(father.page, "vier keer per week", "Met Zoon lukt het nog niet");
		await father.page.getByRole("heading", { level: 1, name: "Samen eten zonder ruzie" }).waitFor();
		await choose(father.page, "nooit");
		await father.page.getByText("Ik krijg te horen").waitFor();
		await father.close();

		// Who is ready hears no more before the day; the others do.
		await moveClock(day(20));
		const onDay = (await mails()).filter(({ kind }) => kind === "evaluation_on_day");
		expect(onDay).toHaveLength(4);
		await moveClock(day(23));
		const after = (await mails()).filter(({ kind }) => kind === "evaluation_after");
		expect(after.map(({ to }) => to)).not.toContain(email);
		expect(after).toHaveLength(2);

		await lead.page.getByText("Ik ben trots op ons").waitFor();
		await lead.page.getByText("Met Zoon lukt het nog niet").waitFor();
		await lead.page.getByRole("button", { name: "Schrijf op wat Zoon zegt" }).click();
		await lead.page.locator(".sp-radio-card").filter({ hasText: "Zoals we hopen" }).click();
		await lead.page.getByLabel("In de woorden van Zoon").fill("Ik lees nu in bed");
		await expectAccessible(lead.page);
		await lead.page.getByRole("button", { name: "Bewaren" }).click();
		await lead.page.getByText("Ik lees nu in bed").waitFor();
		await expectAccessible(lead.page);

		await lead.page.getByLabel(/^Wat hielp/).fill("Samen een lijstje op de deur");
		await lead.page.getByLabel("Om acht uur ligt iedereen in bed").selectOption({ label: "Gehaald" });
		await lead.page.locator(".sp-radio-card").filter({ hasText: "Iets veranderen" }).click();
		await lead.page.getByRole("button", { name: "Leg dit besluit vast" }).click();
		await lead.page.getByText("Vul dit nog in.").waitFor();
		await lead.page.getByLabel("Waarom besluiten jullie dit?").fill("Eten gaat nog niet zoals we hopen");
		await lead.page.getByLabel("Wanneer kijken jullie weer terug?").fill(day(100));
		await lead.page.getByRole("button", { name: "Leg dit besluit vast" }).click();
		await lead.page.getByText("Dit kozen we: Iets veranderen").waitFor();
		await expectAccessible(lead.page);

		await mother.page.getByText("Dit kozen we: Iets veranderen").waitFor();
		await mother.page.getByText("Samen een lijstje op de deur").waitFor();
		await mother.page.getByText("Met Zoon lukt het nog niet").waitFor();
		expect(await mother.page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
		await expectAccessible(mother.page);

		// The ladder of this talk has ended; the next one is not due yet.
		const sent = (await mails()).length;
		await moveClock(day(30));
		expect(await mails()).toHaveLength(sent);
		expect([...lead.complaints, ...mother.complaints].filter(unexpected)).toEqual([]);
		await lead.close();
		await mother.close();
	});

	it("can close the plan, with who to turn to afterwards", async () => {
		await moveClock(day(0));
		const family = await world.newFamily();
		const goal = await newGoal(world, family, "Zelf naar school fietsen", "active");
		const evaluation = await world.db.evaluation.create({
			data: { familyId: family.familyId, planId: family.planId, dueOn: world.daysFromToday(0), writtenBy: family.coordinator.personId },
		});
		await world.db.evaluationScore.create({
			data: {
				familyId: family.familyId,
				evaluationId: evaluation.id,
				goalId: goal.id,
				personId: family.mother.personId,
				score: 2,
				writtenBy: family.mother.personId,
			},
		});
		await world.db.account.updateMany({ data: { demoNote: "journey" } });
		const here = `/families/${family.familyId}/steps/evaluate`;
		const lead = await signedIn(browser, app.url, { id: family.coordinator.accountId }, here);
		await lead.page.locator(".sp-radio-card").filter({ hasText: "Stoppen met het plan" }).click();
		await lead.page.getByLabel("Waarom besluiten jullie dit?").fill("Het lukt nu zelf");
		await lead.page.getByLabel(/^Nazorg/).fill("Bel het wijkteam; na zes weken bellen wij");
		await lead.page.getByRole("button", { name: "Leg dit besluit vast" }).click();
		await lead.page.getByText("Dit kozen we: Stoppen met het plan").waitFor();
		await lead.close();
		const mother = await signedIn(browser, app.url, { id: family.mother.accountId }, here, { phone: true });
		await mother.page.getByRole("heading", { name: "Het plan is klaar" }).waitFor();
		await mother.page.getByText("Bel het wijkteam; na zes weken bellen wij").waitFor();
		await expectAccessible(mother.page);
		await mother.close();
	});
});
