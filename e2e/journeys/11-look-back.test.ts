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
	/** What went out about looking back; other things have ladders of their own. */
	const mails = async () =>
		((await (await fetch(`${app.url}/api/demo/mails`)).json()) as Mail[]).filter(({ kind }) => kind.startsWith("evaluation"));
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
		await choose(mother.page, "zes keer per week");
		for (const statement of ["Ik krijg te horen", "Mijn coach wil echt weten", "Ik doe zelf mee", "Mijn coach ziet wat ik goed doe"]) {
			await mother.page.getByText(statement).waitFor();
			if (statement === "Ik krijg te horen") await expectAccessible(mother.page);
			await choose(mother.page, "Heel erg");
		}
		await mother.page.getByText("Je bent klaar voor het gesprek.").waitFor();
		await mother.page.getByText("Je gaf op 4 vragen antwoord.").waitFor();
		// Whoever wants goes on with the other eight.
		await mother.page.getByRole("link", { name: "Alle twaalf vragen" }).click();
		await mother.page.getByText("Mijn coach luistert naar mijn vragen en zorgen.").waitFor();
		await choose(mother.page, "Wel");
		await mother.page.getByText("Mijn coach ziet het goede in mijn kind").waitFor();
		await mother.page.getByRole("link", { name: "Nu niet" }).click();
		await mother.page.getByText("Je gaf op 5 vragen antwoord.").waitFor();
		await expectAccessible(mother.page);
		await lead.page.getByText("Zeg eerst zelf hoe jij het ziet").waitFor();
		expect(await lead.page.content()).not.toContain("Ik ben trots op ons");

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

		// The day has come: everything lies on the table, also on the coordinator's screen.
		await lead.page.reload();
		await lead.page.getByText("Ik ben trots op ons").waitFor();
		await lead.page.getByText("Met Zoon lukt het nog niet").waitFor();
		// A day further away than the plan allows is refused, with the last one that is possible.
		await lead.page.getByRole("button", { name: "Verzet de dag" }).click();
		await lead.page.getByLabel("De nieuwe dag").fill(day(300));
		await lead.page.getByRole("dialog").getByRole("button", { name: "Verzet de dag" }).click();
		await lead.page
			.getByRole("dialog")
			.locator(".sp-error")
			.getByText(/^Dit kan tot en met \w+ \d+ \w+ 20\d\d\.$/)
			.waitFor();
		await lead.page.keyboard.press("Escape");
		await lead.page.getByRole("button", { name: "Schrijf op wat Zoon zegt" }).click();
		await lead.page.locator(".sp-radio-card").filter({ hasText: "Zoals we hopen" }).click();
		await lead.page.getByLabel("In de woorden van Zoon").fill("Ik lees nu in bed");
		await expectAccessible(lead.page);
		await lead.page.getByRole("button", { name: "Bewaren" }).click();
		await lead.page.getByText("Ik lees nu in bed").waitFor();
		await lead.page.getByRole("button", { name: "Hoe Zoon het samenwerken vindt" }).click();
		await lead.page.getByLabel("Over welke zin?").selectOption({ label: "Mijn coach luistert naar mijn vragen en zorgen." });
		await lead.page.locator(".sp-radio-card").filter({ hasText: "Heel erg" }).click();
		await lead.page.getByLabel("In de woorden van Zoon").fill("Zij luistert naar mij");
		await lead.page.getByRole("button", { name: "Bewaren" }).click();
		await lead.page.getByText("Zij luistert naar mij").waitFor();
		await expectAccessible(lead.page);

		// One page for the table: per goal everyone beside the others, where they differ visible.
		await lead.page.getByRole("link", { name: "Leg alles naast elkaar" }).click();
		await lead.page.getByRole("heading", { level: 1, name: "Samen aan tafel" }).waitFor();
		const differing = lead.page.locator(".ev-goal").filter({ hasText: "Hier kijken jullie anders naar" });
		expect(await differing.getByRole("heading").allTextContents()).toEqual(["Samen eten zonder ruzie"]);
		await lead.page.getByText("Nog niet gezegd: ").first().waitFor();
		await expectAccessible(lead.page);
		await lead.page.getByRole("link", { name: "Schrijf op wat jullie besluiten" }).click();

		await lead.page.getByLabel(/^Wat hielp/).fill("Samen een lijstje op de deur");
		await lead.page.getByLabel("Om acht uur ligt iedereen in bed").selectOption({ label: "Gehaald" });
		await lead.page.getByLabel(/^Waar zijn jullie trots op/).fill("Dat we het samen deden");
		await lead.page.locator(".sp-radio-card").filter({ hasText: "Iets veranderen" }).click();
		await lead.page.getByText("Over een doel dat verandert, zegt ieder weer ja of nee.").waitFor();
		await lead.page.getByRole("button", { name: "Leg dit besluit vast" }).click();
		await lead.page.getByText("Vul dit nog in.").waitFor();
		await lead.page.getByLabel("Waarom besluiten jullie dit?").fill("Eten gaat nog niet zoals we hopen");
		await lead.page.getByLabel("Wanneer kijken jullie weer terug?").fill(day(100));
		await lead.page.getByLabel(/^Hoe gaan jullie verder/).fill("Eerst het eten");
		await lead.page.getByRole("button", { name: "Leg dit besluit vast" }).click();
		await lead.page.getByText("Dit kozen we: Iets veranderen").waitFor();
		await expectAccessible(lead.page);
		await lead.page.getByRole("heading", { name: "Deze stap afronden" }).waitFor();

		await mother.page.getByText("Dit kozen we: Iets veranderen").waitFor();
		await mother.page.getByText("Samen een lijstje op de deur").waitFor();
		await mother.page.getByText("Met Zoon lukt het nog niet").waitFor();
		await mother.page.getByText("Eerst het eten").waitFor();
		expect(await mother.page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
		await expectAccessible(mother.page);
		// At home it is celebrated.
		await mother.page.goto(`/families/${family.familyId}`);
		await mother.page.getByRole("heading", { name: "Gelukt!" }).waitFor();
		await mother.page.getByText("Jullie zeiden: Dat we het samen deden").waitFor();
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

	/** A plan whose last goal is reached, at the page where it closes. */
	async function atClosing() {
		await moveClock(day(0));
		const family = await world.newFamily();
		const goal = await newGoal(world, family, "Zelf naar school fietsen", "active");
		const { familyId, planId, coordinator, mother } = family;
		const evaluation = await world.db.evaluation.create({
			data: { familyId, planId, dueOn: world.daysFromToday(0), writtenBy: coordinator.personId },
		});
		await world.db.evaluationScore.create({
			data: { familyId, evaluationId: evaluation.id, goalId: goal.id, personId: mother.personId, score: 2, writtenBy: mother.personId },
		});
		await world.db.account.updateMany({ data: { demoNote: "journey" } });
		return { family, here: `/families/${familyId}/steps/evaluate` };
	}

	it("can close the plan, with who to turn to afterwards, asks how it goes and opens it again with a reason", async () => {
		const { family, here } = await atClosing();
		const lead = await signedIn(browser, app.url, { id: family.coordinator.accountId }, here);
		await lead.page.locator(".sp-radio-card").filter({ hasText: "Stoppen met het plan" }).click();
		await lead.page.getByText("Het plan blijft staan. Je kunt het altijd lezen.").waitFor();
		await lead.page.getByLabel("Waarom besluiten jullie dit?").fill("Het lukt nu zelf");
		await lead.page.getByLabel("Hoe eindigt het plan?").selectOption({ label: "De doelen zijn gehaald" });
		await lead.page.getByLabel("Bij wie kan het gezin terecht?").fill("Het wijkteam, elke dag tot vijf uur");
		await lead.page.getByLabel("Wat spreken jullie af voor daarna?").fill("Na zes weken bellen wij");
		await expectAccessible(lead.page);
		await lead.page.getByRole("button", { name: "Leg dit besluit vast" }).click();
		await lead.page.getByText("Dit kozen we: Stoppen met het plan").waitFor();
		await expectAccessible(lead.page);

		const mother = await signedIn(browser, app.url, { id: family.mother.accountId }, here, { phone: true });
		await mother.page.getByRole("heading", { name: "Het plan is klaar" }).waitFor();
		await mother.page.getByText("Het wijkteam, elke dag tot vijf uur").waitFor();
		await mother.page.getByText("Na zes weken bellen wij").waitFor();
		await mother.page.getByText("Wij willen dat de coach dan vraagt hoe het gaat").click();
		await mother.page.getByText("Je coach vraagt dan hoe het gaat.").waitFor();
		await expectAccessible(mother.page);

		// Some weeks later.
		await moveClock(day(43));
		await lead.page.goto(here);
		await lead.page.getByText("Dit had op").waitFor();
		await lead.page.getByRole("button", { name: "Schrijf op hoe het gaat" }).click();
		await lead.page.getByLabel("Hoe gaat het, in de woorden van het gezin?").fill("Hij fietst elke dag zelf");
		await lead.page.getByRole("button", { name: "Bewaren" }).click();
		await mother.page.getByText("Hij fietst elke dag zelf").waitFor();

		// It goes wrong after all: the plan opens again and keeps its history.
		await lead.page.getByRole("button", { name: "Open het plan weer" }).click();
		const dialog = lead.page.getByRole("dialog");
		await dialog.getByLabel("Waarom gaat het plan weer open?").fill("Na de verhuizing is de weg te lang");
		await dialog.getByLabel("Wanneer kijken jullie terug?").fill(day(400));
		await dialog.getByRole("button", { name: "Open het plan weer" }).click();
		await dialog
			.locator(".sp-error")
			.getByText(/^Dit kan tot en met/)
			.waitFor();
		await dialog.getByLabel("Wanneer kijken jullie terug?").fill(day(100));
		await expectAccessible(lead.page);
		await dialog.getByRole("button", { name: "Open het plan weer" }).click();
		await mother.page.getByText("Het plan is weer open").waitFor();
		await mother.page.getByText("Na de verhuizing is de weg te lang").first().waitFor();
		await mother.page.getByText("Dit kozen we: Stoppen met het plan").waitFor();
		await expectAccessible(mother.page);
		expect([...lead.complaints, ...mother.complaints].filter(unexpected)).toEqual([]);
		await lead.close();
		await mother.close();
	});

	it("shows the ages of the children by themselves, lets the family write down what comes, and brings the coordinator back", async () => {
		await moveClock(day(0));
		const family = await world.newFamily();
		const birthday = (years: number, days: number) => {
			const born = world.daysFromToday(days);
			born.setUTCFullYear(born.getUTCFullYear() - years);
			return born;
		};
		await world.db.person.update({ where: { id: family.boy.personId }, data: { bornOn: birthday(12, 10) } });
		await world.db.account.updateMany({ data: { demoNote: "journey" } });
		const home = `/families/${family.familyId}`;
		const mother = await signedIn(browser, app.url, { id: family.mother.accountId }, home, { phone: true });
		await mother.page.getByRole("link", { name: "Wat er aankomt" }).click();
		await mother.page.getByRole("heading", { name: "Zoon wordt twaalf jaar" }).waitFor();
		await mother.page.getByRole("button", { name: "Schrijf iets op dat aankomt" }).click();
		await mother.page.getByLabel("Over wie gaat het?").selectOption({ label: "Dochter" });
		await mother.page.getByLabel("Wat komt er aan?").selectOption({ label: "Naar een andere school" });
		await mother.page.getByLabel("Wanneer ongeveer?").fill(day(200));
		await mother.page.getByLabel("Wil je er iets bij zeggen?").fill("Zij wil naar de tuinbouwschool");
		await expectAccessible(mother.page);
		await mother.page.getByRole("button", { name: "Bewaren" }).click();
		await mother.page.getByText("Zij wil naar de tuinbouwschool").waitFor();
		expect(await mother.page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
		await expectAccessible(mother.page);

		const lead = await signedIn(browser, app.url, { id: family.coordinator.accountId }, home);
		await lead.page.getByRole("link", { name: /Zoon wordt twaalf jaar/ }).click();
		const twelve = lead.page.locator(".sp-card").filter({ hasText: "Zoon wordt twaalf jaar" });
		await twelve.getByText("Praat er nu over").waitFor();
		await twelve.getByRole("button", { name: "Schrijf op dat we dit bespraken" }).click();
		await lead.page.getByLabel("Wat is belangrijk om te weten?").fill("Zoon wil zelf mee aan tafel");
		await expectAccessible(lead.page);
		await lead.page.getByRole("button", { name: "Bewaren" }).click();
		await mother.page.getByText("Zoon wil zelf mee aan tafel").waitFor();
		await lead.page.goto(home);
		await lead.page.getByRole("heading", { level: 1 }).waitFor();
		await lead.page.getByRole("link", { name: /Zoon wordt twaalf jaar/ }).waitFor({ state: "detached" });
		expect([...lead.complaints, ...mother.complaints].filter(unexpected)).toEqual([]);
		await lead.close();
		await mother.close();
	});
});
