import { newGoal } from "@samenplan/testing/agreed-plan";
import { openWorld, type World } from "@samenplan/testing/world";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../app.ts";
import { launchBrowser, type Visitor } from "../browser.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { signedIn } from "../fixtures/signed-in.ts";

const levels = {
	"Zoals we hopen": "Vier avonden per week is het rustig",
	"Minder dan we hopen": "Twee avonden per week is het rustig",
	"Veel minder dan we hopen": "Elke avond ruzie",
	"Meer dan we hopen": "Zes avonden per week is het rustig",
	"Veel meer dan we hopen": "Elke avond is het rustig",
};

describe("goals", () => {
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

	/** A family with a concern that was spoken of, whose people can sign in. */
	async function family() {
		const of = await world.newFamily();
		await world.db.view.create({
			data: {
				familyId: of.familyId,
				planId: of.planId,
				personId: of.mother.personId,
				subject: "concern",
				theme: "daily_care",
				text: "De avonden zijn zo onrustig.",
				writtenBy: of.mother.personId,
			},
		});
		await world.db.account.updateMany({ data: { demoNote: "journey" } });
		const visit = (person: { accountId: string }, path: string, phone = false) =>
			signedIn(browser, app.url, { id: person.accountId }, `/families/${of.familyId}${path}`, { phone });
		return { ...of, visit };
	}
	/** A refused request is told on the page itself; the browser notes it too. */
	const faults = (at: Visitor) => at.complaints.filter((words) => !words.startsWith("Failed to load resource"));
	async function answer(at: Visitor, words: string, text?: string) {
		await at.page.getByRole("button", { name: words }).click();
		if (text) await at.page.locator("#answer textarea").fill(text);
		await at.page.getByRole("button", { name: "Geef mijn antwoord" }).click();
		await at.page.getByText("Jouw antwoord", { exact: true }).waitFor();
	}

	it("begins with a concern, is proposed by a parent, made noticeable by the coordinator and answered by each, with an explanation for who asks", async () => {
		const { mother, father, girl, coordinator, visit } = await family();

		// The mother, on her phone: a goal from her own words.
		const phone = await visit(mother, "/steps/goals", true);
		await phone.page.getByText("Maak een doel van wat iemand zei").click();
		await expectAccessible(phone.page);
		await phone.page.getByRole("link", { name: "Maak hier een doel van" }).click();
		await phone.page.getByRole("heading", { name: "Een nieuw doel" }).waitFor();
		await expectAccessible(phone.page);
		await phone.page.getByRole("button", { name: "Stel dit doel voor" }).click();
		await phone.page.getByText("Vul dit nog in.").waitFor();
		await phone.page.getByLabel("Wat willen we?").fill("Rustige avonden thuis");
		await phone.page.getByRole("radio", { name: "Voor het hele gezin" }).check();
		await phone.page.getByRole("button", { name: "Stel dit doel voor" }).click();
		await phone.page.getByRole("heading", { name: "Rustige avonden thuis", level: 1 }).waitFor();
		await phone.page.getByText("De avonden zijn zo onrustig.").waitFor();
		// The link stays, both ways.
		await phone.page.getByRole("link", { name: "Kijk bij krachten en zorgen" }).click();
		await phone.page.getByRole("link", { name: "Rustige avonden thuis" }).click();
		await phone.page.getByRole("heading", { name: "Rustige avonden thuis", level: 1 }).waitFor();
		// R4: nobody can say yes to what cannot be noticed.
		await phone.page.getByText("Ja zeggen kan nog niet.", { exact: false }).waitFor();
		expect(await phone.page.getByRole("button", { name: "Ja, mee eens" }).count()).toBe(0);
		expect(await phone.page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
		await expectAccessible(phone.page);

		// The coordinator writes with the family how they notice it, and a small step.
		const desk = await visit(coordinator, "/steps/goals");
		await desk.page.getByRole("link", { name: "Rustige avonden thuis" }).click();
		await desk.page.getByRole("button", { name: "Verander dit doel" }).click();
		await desk.page.getByLabel("Waar hoort het bij?").selectOption({ label: "Zorg van elke dag" });
		for (const [level, words] of Object.entries(levels))
			await desk.page.getByRole("textbox", { name: new RegExp(`^${level}`) }).fill(words);
		await desk.page.getByLabel("Waar staan we nu?").selectOption({ label: "Minder dan we hopen" });
		await expectAccessible(desk.page);
		await desk.page.getByRole("button", { name: "Bewaar dit doel" }).click();
		await desk.page.getByText("Vier avonden per week is het rustig").waitFor();
		await desk.page.getByRole("button", { name: "Schrijf een stapje op" }).click();
		await desk.page.getByLabel("Wat ga je doen?").fill("Om zeven uur de televisie uit");
		await desk.page.getByLabel("Wie doet het?").selectOption({ label: "Moeder" });
		await desk.page.getByLabel("Hoe vaak?").selectOption({ label: "Elke dag" });
		await desk.page.getByRole("button", { name: "Bewaar dit stapje" }).click();
		await desk.page.getByText("Om zeven uur de televisie uit").waitFor();
		await expectAccessible(desk.page);

		// The mother's page follows by itself; she agrees.
		await phone.page.getByRole("button", { name: "Ja, mee eens" }).waitFor();
		await answer(phone, "Ja, mee eens");
		// The father does not agree: without words it is not sent.
		const fathers = await visit(father, "/steps/goals", true);
		await fathers.page.getByText("We vragen jouw antwoord").waitFor();
		await fathers.page.getByRole("link", { name: "Rustige avonden thuis" }).click();
		await fathers.page.getByRole("button", { name: "Nee, niet mee eens" }).click();
		await fathers.page.getByRole("button", { name: "Geef mijn antwoord" }).click();
		await fathers.page.getByText("Zeg in een paar woorden wat je bedoelt.").waitFor();
		await answer(fathers, "Ja, maar ...", "Niet op vrijdag");
		await fathers.close();
		// The girl of 13 asks to explain.
		const girls = await visit(girl, "/steps/goals", true);
		await girls.page.getByRole("link", { name: "Rustige avonden thuis" }).click();
		await answer(girls, "Leg het mij uit", "Moet ik dan vroeg naar bed?");
		await girls.page.getByText("Je vroeg om uitleg.", { exact: false }).waitFor();
		await expectAccessible(girls.page);

		// It comes back to the coordinator, without reloading, who explains.
		await desk.page.getByText("Moet ik dan vroeg naar bed?").waitFor();
		await desk.page.getByText("Niet op vrijdag").waitFor();
		await desk.page.getByRole("button", { name: "Leg het uit aan Dochter" }).click();
		await desk.page.getByLabel("Leg het uit aan Dochter").fill("Nee. Je mag op je kamer lezen.");
		await desk.page.getByRole("button", { name: "Geef deze uitleg" }).click();
		await girls.page.getByText("Nee. Je mag op je kamer lezen.").first().waitFor();
		await answer(girls, "Ja, mee eens");
		expect(faults(girls)).toEqual([]);
		await girls.close();

		// Everyone said yes: agreed, and the coordinator starts it.
		await desk.page.getByText("Afgesproken").first().waitFor();
		await desk.page.getByRole("button", { name: "Begin met dit doel" }).click();
		await desk.page.getByText("Mee bezig").first().waitFor();
		expect(faults(desk)).toEqual([]);
		await desk.close();

		// One tap on the phone: done, a word with it, and back again.
		await phone.page.goto(`${new URL(phone.page.url()).pathname.replace(/\/goals\/.*/, "")}/my-steps`);
		await phone.page.getByRole("button", { name: "Gedaan: Om zeven uur de televisie uit" }).click();
		await phone.page.getByText("Goed gedaan!").waitFor();
		await phone.page.getByLabel("Wil je er iets bij zeggen?").fill("Het was echt rustig");
		await phone.page.getByRole("button", { name: "Zet erbij" }).click();
		await phone.page.getByText("Het was echt rustig").last().waitFor();
		await expectAccessible(phone.page);
		await phone.page.getByRole("button", { name: "Toch niet" }).last().click();
		await phone.page.getByRole("button", { name: "Gedaan: Om zeven uur de televisie uit" }).waitFor();
		expect(faults(phone)).toEqual([]);
		await phone.close();
	});

	it("asks questions while one writes, which the words bring up themselves", async () => {
		const { coordinator, visit } = await family();
		const desk = await visit(coordinator, "/goals/new");
		await desk.page.getByText("Kun je het zien of horen als het lukt?").waitFor();
		await desk.page.getByLabel("Wat willen we?").fill("Het gaat beter in de avond en er is geen ruzie");
		await desk.page.getByText("Je schrijft ‘beter’. Wat zie of hoor je dan?").waitFor();
		await desk.page.getByText("Dit mag er niet meer zijn. Wat komt ervoor in de plaats?").waitFor();
		await desk.page.getByRole("textbox", { name: /^Zoals we hopen/ }).fill("Vier avonden per week lezen we samen");
		await desk.page.getByText("Je schrijft ‘beter’.", { exact: false }).waitFor({ state: "detached" });
		await desk.close();
	});

	it("goes on after a talk with who does not agree, whose no stays in sight; who must agree stands there with why", async () => {
		const of = await family();
		const { mother, father, girl, coordinator, familyId, visit } = of;
		const goal = await newGoal(world, of, "Rustige avonden");
		for (const [person, given, text] of [
			[mother, "agree", ""],
			[girl, "agree", ""],
			[father, "disagree", "Dit gaat mij te snel"],
		] as const)
			await world.db.position.create({
				data: {
					familyId,
					subject: "goal",
					subjectId: goal.id,
					subjectVersion: 1,
					personId: person.personId,
					answer: given,
					text,
					writtenBy: person.personId,
				},
			});
		const desk = await visit(coordinator, `/goals/${goal.id}`);
		const answers = desk.page.getByRole("list", { name: "Wat vindt ieder?" });
		await answers.getByText("12 jaar of ouder").waitFor();
		await answers.getByText("heeft gezag over", { exact: false }).first().waitFor();
		await desk.page.getByText("Praat eerst met", { exact: false }).waitFor();
		await desk.page.getByRole("button", { name: "Schrijf het gesprek op" }).click();
		await desk.page.getByRole("button", { name: "Bewaar dit gesprek" }).click();
		await desk.page.getByText("Vul dit nog in.").first().waitFor();
		await desk.page.getByLabel("Wat is er gezegd?").fill("We beginnen met twee avonden. Na een maand praten we weer.");
		await desk.page.getByRole("radio", { name: /We gaan verder/ }).check();
		await expectAccessible(desk.page);
		await desk.page.getByRole("button", { name: "Bewaar dit gesprek" }).click();
		await desk.page.getByText("Na een gesprek gaan we verder").first().waitFor();
		await desk.page.getByText("Afgesproken").first().waitFor();
		await expectAccessible(desk.page);
		await desk.page.getByRole("button", { name: "Begin met dit doel" }).click();
		await desk.page.getByText("Mee bezig").first().waitFor();
		await desk.close();

		// The father reads the talk, with his no beside it.
		const phone = await visit(father, `/goals/${goal.id}`, true);
		await phone.page.getByText("We beginnen met twee avonden.", { exact: false }).waitFor();
		await phone.page.getByText("Dit gaat mij te snel").first().waitFor();
		await phone.page.getByText("Dat blijft erbij staan.", { exact: false }).waitFor();
		expect(await phone.page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
		await expectAccessible(phone.page);
		await phone.close();
	});

	it("shows how a goal went, each one's own line from talk to talk, as a picture and in a table", async () => {
		const of = await family();
		const { mother, father, coordinator, familyId, planId, visit } = of;
		const goal = await newGoal(world, of, "Rustige avonden", "active");
		for (const [daysAgo, scores] of [
			[180, { mother: -1, father: -2 }],
			[90, { mother: 0, father: -1 }],
			[5, { mother: 1, father: 1 }],
		] as const) {
			const on = world.daysFromToday(-daysAgo);
			const evaluation = await world.db.evaluation.create({
				data: {
					familyId,
					planId,
					dueOn: on,
					heldOn: on,
					state: "held",
					decision: "go_on",
					why: "Het gaat vooruit",
					writtenBy: coordinator.personId,
				},
			});
			for (const [who, score] of Object.entries(scores)) {
				const { personId } = who === "mother" ? mother : father;
				await world.db.evaluationScore.create({
					data: { familyId, evaluationId: evaluation.id, goalId: goal.id, personId, score, writtenBy: personId },
				});
			}
		}
		const phone = await visit(father, `/goals/${goal.id}`, true);
		const picture = phone.page.getByRole("img", { name: /We begonnen bij: Minder dan we hopen\./ });
		await picture.waitFor();
		expect(await picture.getAttribute("aria-labelledby")).toBeTruthy();
		const table = phone.page.getByRole("table", { name: "Wat ieder per gesprek zei" });
		expect(await table.getByRole("row").count()).toBe(8);
		expect(await table.getByRole("columnheader").allTextContents()).toEqual(["Wanneer", "Wie", "Waar staan we?"]);
		expect(await phone.page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
		await expectAccessible(phone.page);
		await phone.close();
	});

	it("shows both texts to the second of two who change a goal at the same time", async () => {
		const { mother, coordinator, familyId, planId, visit } = await family();
		const goal = await world.db.goal.create({
			data: {
				familyId,
				planId,
				text: "Samen eten",
				forKind: "whole_family",
				levels: ["", "", "Drie keer", "", ""],
				writtenBy: mother.personId,
			},
		});
		const [desk, phone] = [await visit(coordinator, `/goals/${goal.id}`), await visit(mother, `/goals/${goal.id}`, true)];
		for (const at of [desk, phone]) await at.page.getByRole("button", { name: "Verander dit doel" }).click();
		await desk.page.getByLabel("Wat willen we?").fill("Samen eten aan tafel");
		await phone.page.getByLabel("Wat willen we?").fill("Samen eten zonder telefoon");
		await phone.page.getByRole("button", { name: "Bewaar dit doel" }).click();
		await phone.page.getByRole("heading", { name: "Samen eten zonder telefoon", level: 1 }).waitFor();
		await desk.page.getByRole("button", { name: "Bewaar dit doel" }).click();
		const dialog = desk.page.getByRole("dialog");
		await dialog.getByText("Samen eten zonder telefoon").waitFor();
		await dialog.getByText("Samen eten aan tafel").waitFor();
		await expectAccessible(desk.page);
		await dialog.getByRole("button", { name: "Neem mijn tekst" }).click();
		await desk.page.getByRole("heading", { name: "Samen eten aan tafel", level: 1 }).waitFor();
		await desk.close();
		await phone.close();
	});

	it("keeps what the other wrote in parts that one did not touch oneself", async () => {
		const { mother, coordinator, familyId, planId, visit } = await family();
		const goal = await world.db.goal.create({
			data: {
				familyId,
				planId,
				text: "Samen eten",
				forKind: "whole_family",
				levels: ["", "", "Drie keer", "", ""],
				writtenBy: mother.personId,
			},
		});
		const [desk, phone] = [await visit(coordinator, `/goals/${goal.id}`), await visit(mother, `/goals/${goal.id}`, true)];
		for (const at of [desk, phone]) await at.page.getByRole("button", { name: "Verander dit doel" }).click();
		await phone.page.getByRole("textbox", { name: /^Meer dan we hopen/ }).fill("Vijf keer");
		await phone.page.getByRole("button", { name: "Bewaar dit doel" }).click();
		await phone.page.getByText("Vijf keer").waitFor();
		await desk.page.getByLabel("Wat willen we?").fill("Samen eten aan tafel");
		await desk.page.getByRole("button", { name: "Bewaar dit doel" }).click();
		await desk.page.getByRole("dialog").getByRole("button", { name: "Neem mijn tekst" }).click();
		await desk.page.getByRole("heading", { name: "Samen eten aan tafel", level: 1 }).waitFor();
		await desk.page.getByText("Vijf keer").waitFor();
		await desk.close();
		await phone.close();
	});
});
