import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readyToPut } from "@samenplan/testing/agreed-plan";
import { notInTheDocument, sampleContent } from "@samenplan/testing/sample-content";
import { openWorld, type World } from "@samenplan/testing/world";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ComparedPart, comparedFields } from "../../packages/plan-rules/src/compared-fields.ts";
import { type App, startApp } from "../app.ts";
import { launchBrowser } from "../browser.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { unexpected } from "../fixtures/complaints.ts";
import { signedIn } from "../fixtures/signed-in.ts";

const shots = join(import.meta.dirname, "..", ".output");

describe("a version of the plan", () => {
	mkdirSync(shots, { recursive: true });
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

	/** A family ready to agree, whose people can sign in by name. */
	async function family() {
		const of = await readyToPut(world);
		await world.db.account.updateMany({ data: { demoNote: "journey" } });
		const visit = (person: { accountId: string }, path: string, phone = false) =>
			signedIn(browser, app.url, { id: person.accountId }, `/families/${of.familyId}${path}`, { phone });
		return { ...of, visit };
	}

	it("is put before those who must agree, answered by each on their own phone, and then dated, frozen and given a day to look back", async () => {
		const { coordinator, mother, father, girl, visit } = await family();
		const lead = await visit(coordinator, "/versions");
		await lead.page.getByRole("heading", { name: "Leg het plan voor" }).waitFor();
		await expectAccessible(lead.page);
		await lead.page.getByRole("button", { name: "Leg dit plan voor" }).click();
		await lead.page.getByRole("link", { name: "Versie 1" }).click();
		await lead.page.getByText("Om acht uur ligt iedereen in bed").first().waitFor();

		for (const person of [mother, father, girl]) {
			const at = await visit(person, "/waiting", true);
			await at.page.locator('a[href*="/versions/"]').click();
			await at.page.getByRole("heading", { name: "Wat vind jij van dit plan?" }).waitFor();
			await at.page.getByText("Hoe krijgen we weer rust in de avond?").waitFor();
			expect(await at.page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
			await expectAccessible(at.page);
			await at.page.getByRole("button", { name: "Ja, mee eens" }).click();
			await at.page.getByRole("button", { name: "Geef mijn antwoord" }).click();
			await at.page.getByText("Je antwoord staat erbij.").waitFor();
			expect(at.complaints.filter(unexpected)).toEqual([]);
			await at.close();
		}
		// The coordinator's window was open all the while and was never reloaded.
		await lead.page.getByText(/Versie 1 · Afgesproken op/).waitFor();
		await expectAccessible(lead.page);
		await lead.page
			.getByRole("link", { name: /Evalueren/ })
			.first()
			.click();
		await lead.page.getByRole("heading", { name: "De dag van het gesprek" }).waitFor();
		await lead.page.getByRole("button", { name: "Verzet de dag" }).waitFor();
		expect(lead.complaints.filter(unexpected)).toEqual([]);
		await lead.close();
	});

	it("takes effect after a talk when somebody does not agree, and says so in the plan", async () => {
		const { coordinator, mother, father, girl, visit } = await family();
		const lead = await visit(coordinator, "/versions");
		await lead.page.getByRole("button", { name: "Leg dit plan voor" }).click();
		await lead.page.getByRole("link", { name: "Versie 1" }).click();
		for (const [person, answer] of [
			[mother, "Ja, mee eens"],
			[father, "Nee, niet mee eens"],
			[girl, "Ja, mee eens"],
		] as const) {
			const at = await visit(person, "/versions", true);
			await at.page.getByRole("link", { name: "Versie 1" }).click();
			await at.page.getByRole("button", { name: answer }).click();
			if (answer.startsWith("Nee")) await at.page.getByLabel("Waarom niet?").fill("Ik wil eerst zelf proberen");
			await at.page.getByRole("button", { name: "Geef mijn antwoord" }).click();
			await at.page.getByText("Je antwoord staat erbij.").waitFor();
			await at.close();
		}
		await lead.page.getByText("Ik wil eerst zelf proberen").waitFor();
		await lead.page.getByRole("heading", { name: "Ga verder na een gesprek" }).waitFor();
		await lead.page.getByRole("button", { name: "Laat het plan ingaan" }).click();
		await lead.page.getByText("Vul dit nog in.").waitFor();
		await lead.page.getByLabel("Waarom gaan jullie verder?").fill("Na drie maanden kijken we samen opnieuw");
		await expectAccessible(lead.page);
		await lead.page.getByRole("button", { name: "Laat het plan ingaan" }).click();
		await lead.page.getByText(/Versie 1 · Afgesproken op/).waitFor();
		await lead.close();

		const seen = await visit(father, "/versions", true);
		await seen.page.getByRole("link", { name: "Versie 1" }).click();
		await seen.page.getByText("Na een gesprek gaan we verder").waitFor();
		await seen.page.getByText("Na drie maanden kijken we samen opnieuw").waitFor();
		await seen.page.getByText("Met Vader en", { exact: false }).waitFor();
		await seen.page.getByText("Ik wil eerst zelf proberen").first().waitFor();
		await seen.close();
	});

	it("says what changed in the next version, word for word, and shows two versions beside each other", async () => {
		const { coordinator, mother, father, girl, familyId, goalId, visit } = await family();
		const lead = await visit(coordinator, "/versions");
		await lead.page.getByRole("button", { name: "Leg dit plan voor" }).click();
		await lead.page.getByRole("link", { name: "Versie 1" }).waitFor();
		for (const person of [mother, father, girl]) {
			const at = await visit(person, "/waiting", true);
			await at.page.locator('a[href*="/versions/"]').click();
			await at.page.getByRole("button", { name: "Ja, mee eens" }).click();
			await at.page.getByRole("button", { name: "Geef mijn antwoord" }).click();
			await at.page.getByText("Je antwoord staat erbij.").waitFor();
			await at.close();
		}
		await world.db.goal.update({ where: { id: goalId }, data: { text: "Om half negen ligt iedereen in bed", version: { increment: 1 } } });
		await lead.page.reload();

		// What is still being worked on is marked so, and says what is different.
		await lead.page.getByRole("heading", { name: "Het plan van nu" }).waitFor();
		await lead.page.getByText("Hier werken we nog aan").waitFor();
		expect(await lead.page.locator("del.plan-word-gone").first().innerText()).toContain("acht uur");
		expect(await lead.page.locator("ins.plan-word-new").first().innerText()).toContain("half negen");
		await expectAccessible(lead.page);
		await lead.page.getByRole("button", { name: "Leg dit plan voor" }).click();
		await lead.page.getByRole("link", { name: "Versie 2" }).waitFor();

		const reader = await visit(mother, "/versions", true);
		await reader.page.getByRole("link", { name: "Versie 2" }).click();
		await reader.page.getByRole("heading", { name: "Wat is er nieuw of anders?" }).waitFor();
		await reader.page.getByText("Vergeleken met versie 1.").waitFor();
		expect(await reader.page.locator("ins.plan-word-new").last().innerText()).toContain("half negen");
		expect(await reader.page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
		await expectAccessible(reader.page);
		await reader.page.screenshot({ path: join(shots, "version-390.png"), fullPage: true });
		await reader.page.getByRole("link", { name: "Vergelijk twee plannen" }).click();
		await reader.page.getByText("1 ding is anders").waitFor();
		expect(await reader.page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
		await expectAccessible(reader.page);
		expect(reader.complaints.filter(unexpected)).toEqual([]);
		await reader.close();

		await lead.page.goto(`${app.url}/families/${familyId}/versions/compare`);
		await lead.page.getByText("Deze twee zijn hetzelfde.").waitFor();
		await lead.page.getByLabel("Hoe het was").selectOption({ index: 0 });
		await lead.page.getByText("1 ding is anders").waitFor();
		await lead.page.screenshot({ path: join(shots, "compare-1280.png"), fullPage: true });
		await expectAccessible(lead.page);
		expect(lead.complaints.filter(unexpected)).toEqual([]);
		await lead.close();
	});

	it("is given out as a file under a name that says nothing", async () => {
		const { coordinator, mother, familyId, visit } = await family();
		const version = await world.db.planVersion.create({ data: await planPut(familyId, coordinator.personId, mother.personId) });
		const reader = await visit(mother, `/versions/${version.id}`);
		const kept = reader.page.waitForEvent("download");
		await reader.page.getByRole("button", { name: "Bewaar als PDF" }).click();
		await reader.page.getByText("Het plan staat bij wat je bewaarde.").waitFor();
		const file = await kept;
		expect(file.suggestedFilename()).toBe("samenplan-versie-1.pdf");
		expect(
			readFileSync(await file.path())
				.subarray(0, 5)
				.toString(),
		).toBe("%PDF-");
		expect(reader.complaints.filter(unexpected)).toEqual([]);
		await reader.close();
	});

	it("tells on the screen every word that its file tells, on a telephone as on a desk", async () => {
		const { mother, familyId, coordinator, visit } = await family();
		const version = await world.db.planVersion.create({ data: await planPut(familyId, coordinator.personId, mother.personId) });
		const { texts } = sampleContent();
		const places = (Object.keys(comparedFields) as ComparedPart[]).flatMap((part) =>
			Object.entries(comparedFields[part])
				.filter(([, kind]) => kind === "text" || kind === "texts")
				.map(([field]) => `${part}.${field}`),
		);
		for (const phone of [false, true]) {
			const at = await visit(mother, `/versions/${version.id}`, phone);
			await at.page.getByRole("heading", { name: "Welke hulp er komt" }).waitFor();
			const shown = ((await at.page.locator("article.plan-doc").textContent()) ?? "").replace(/\s+/g, " ");
			const missing = places.filter(
				(place) => !notInTheDocument.includes(place) && !(texts.get(place) ?? []).every((words) => shown.includes(words)),
			);
			expect(missing).toEqual([]);
			await at.page.getByRole("term").filter({ hasText: "Wie doet wat" }).waitFor();
			expect(await at.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).toBe(0);
			await expectAccessible(at.page);
			await at.page.screenshot({ path: join(shots, `version-everything-${phone ? "phone" : "desk"}.png`), fullPage: true });
		}
	});

	it("stays with its plan when that is opened again after closing, and reads as it was agreed", async () => {
		const { mother, familyId, planId, coordinator, visit } = await family();
		const putAt = world.daysFromToday(-60);
		const agreed = await world.db.planVersion.create({
			data: {
				...(await planPut(familyId, coordinator.personId, mother.personId)),
				...{ state: "agreed", putAt, frozenAt: world.daysFromToday(-55) },
			},
		});
		await world.db.position.create({
			data: {
				...{ familyId, subject: "plan_version", subjectId: agreed.id, subjectVersion: 1, personId: mother.personId },
				...{ writtenBy: mother.personId, answer: "agree_but", text: "Wel rustig aan" },
			},
		});
		await world.db.evaluation.create({
			data: {
				...{ familyId, planId, dueOn: world.daysFromToday(-20), heldOn: world.daysFromToday(-20), state: "held", decision: "close" },
				...{ why: "Het lukt nu zelf", writtenBy: coordinator.personId },
			},
		});
		await world.db.plan.update({
			where: { id: planId },
			data: {
				...{ state: "closed", closedOn: world.daysFromToday(-20), closingKind: "goals_reached", closingReason: "Het lukt nu zelf" },
				...{ aftercare: "We bellen", turnTo: "Het wijkteam", checkInOn: world.daysFromToday(20), route: "full" },
			},
		});
		const lead = await visit(coordinator, "/steps/evaluate");
		await lead.page.getByRole("button", { name: "Open het plan weer" }).click();
		await lead.page.getByLabel("Waarom gaat het plan weer open?").fill("Na de verhuizing loopt het weer vast");
		await lead.page.getByRole("dialog").locator("button[type=submit]").click();
		await lead.page.getByText("Het plan is weer open", { exact: false }).first().waitFor();

		for (const at of [lead, await visit(mother, "/versions", true)]) {
			await at.page.goto(`/families/${familyId}/versions`);
			await at.page.getByText(/ging het plan weer open\. Alles van eerder bleef bewaard\./).waitFor();
			await expectAccessible(at.page);
			await at.page.getByRole("link", { name: "Versie 1" }).click();
			await at.page.getByText("Wel rustig aan").waitFor();
			await at.page.getByText(/Versie 1 · Afgesproken op/).waitFor();
			await at.page
				.locator("article.plan-doc")
				.getByText(/van whoDoesWhat/)
				.waitFor();
			// What was agreed is no question any more.
			expect(await at.page.getByRole("heading", { name: "Wat vind jij van dit plan?" }).count()).toBe(0);
			// The talk at which it was closed stands where one looks back.
			await at.page.goto(`/families/${familyId}/steps/evaluate`);
			await at.page.getByText("Het lukt nu zelf").first().waitFor();
			await at.page.getByText("Na de verhuizing loopt het weer vast").first().waitFor();
			await at.close();
		}
	});

	/** A version that lies before the mother, with everything in it that a plan can have. */
	async function planPut(familyId: string, putBy: string, asked: string) {
		const { planId } = await world.db.goal.findFirstOrThrow({ where: { familyId } });
		return { familyId, planId, number: 1, content: sampleContent().content, mustAgree: [asked], putBy };
	}
});
