import { newGoal } from "@samenplan/testing/agreed-plan";
import { openWorld, type World } from "@samenplan/testing/world";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../app.ts";
import { launchBrowser, type Visitor } from "../browser.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { signedIn } from "../fixtures/signed-in.ts";

describe("own network and help", () => {
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

	/** A refused request is told on the page itself; the browser notes it too. */
	const faults = (at: Visitor) => at.complaints.filter((words) => !words.startsWith("Failed to load resource"));
	/** A family that agreed on a goal and now looks at who can help. */
	async function family() {
		const of = await world.newFamily();
		await newGoal(world, of, "Rustige avonden thuis", "agreed");
		await world.db.plan.update({ where: { id: of.planId }, data: { route: "full" } });
		await world.db.step.updateMany({
			where: { planId: of.planId, kind: { in: ["clarify", "strengths", "goals"] } },
			data: { state: "concluded", conclusion: "Zo is het" },
		});
		await world.db.account.updateMany({ data: { demoNote: "journey" } });
		const visit = (person: { accountId: string }, path: string, phone = false) =>
			signedIn(browser, app.url, { id: person.accountId }, `/families/${of.familyId}${path}`, { phone });
		return { ...of, visit };
	}

	it("looks at the family's own people first, then compares, decides with reasons and says who does what until when", async () => {
		const { mother, father, coordinator, visit } = await family();

		// The mother, on her phone: who is around us, and a concrete ask.
		const phone = await visit(mother, "/steps/network", true);
		await phone.page.getByRole("button", { name: "Zet iemand erbij" }).click();
		await expectAccessible(phone.page);
		await phone.page.getByLabel("Naam van de persoon of de groep").fill("Buurvrouw Joke");
		await phone.page.getByLabel("Wat voor iemand is het?").selectOption({ label: "Buur" });
		await phone.page.getByRole("dialog").getByRole("radio", { name: "Heel dichtbij" }).check();
		await phone.page.getByLabel("Geeft steun").check();
		await phone.page.getByRole("button", { name: "Bewaren" }).click();
		await phone.page.getByRole("heading", { name: "Heel dichtbij" }).waitFor();
		await phone.page.getByRole("button", { name: "Vraag iets" }).click();
		await phone.page.getByLabel("Wat vraag je?").fill("Zoon ophalen van voetbal");
		await phone.page.getByLabel("Wanneer?").fill("Elke dinsdag om zes uur");
		await phone.page.getByRole("button", { name: "Zet deze vraag erbij" }).click();
		await phone.page.getByRole("heading", { name: "Zoon ophalen van voetbal" }).waitFor();
		expect(await phone.page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
		await expectAccessible(phone.page);

		// What a plan of their own is, and that it is their right, stands there before anybody asks.
		await phone.page.getByText("Dit is een recht. Het staat in de Jeugdwet.").waitFor();
		await phone.page.getByText("4.1.2", { exact: false }).waitFor();

		// The coordinator writes down the offer that was made, and tells about the family group plan.
		const desk = await visit(coordinator, "/steps/network");
		await desk.page.getByRole("button", { name: "Iemand wil dit doen" }).click();
		await desk.page.getByLabel("Wie?").selectOption({ label: "Buurvrouw Joke" });
		await desk.page.getByLabel(/Wat zegt die persoon erbij/).fill("Ik rijd er toch langs");
		await desk.page.getByRole("button", { name: "Schrijf het op" }).click();
		await desk.page.getByText("Ik rijd er toch langs").waitFor();
		await desk.page.getByRole("button", { name: "Dat spreken we af" }).click();
		await desk.page.getByText("Iemand doet het").waitFor();
		await expectAccessible(desk.page);

		// R2: deciding on help is not possible yet, and the page says why.
		await desk.page.goto(desk.page.url().replace("/network", "/help"));
		await desk.page.getByText("Besluiten kan nog niet").waitFor();
		await desk.page.getByText("Het gezin kreeg nog niet de kans zelf een plan te maken.").waitFor();
		expect(await desk.page.getByRole("button", { name: "Leg een besluit vast" }).count()).toBe(0);
		await expectAccessible(desk.page);
		await desk.page.getByRole("button", { name: "Ik heb dit nu verteld" }).click();
		await desk.page.getByText("Dit is verteld op", { exact: false }).waitFor();

		// The mother answers that offer; the page that lies open follows.
		await phone.page.getByRole("radio", { name: "Later misschien" }).check();
		await phone.page.getByLabel(/Wil je er iets bij zeggen/).fill("Nu is het te druk");
		await phone.page.getByRole("button", { name: "Geef dit antwoord" }).click();
		await phone.page.getByText("Nu is het te druk").waitFor();
		await phone.page.getByText("Dit antwoord is van", { exact: false }).waitFor();
		await desk.page.getByText("Kijk eerst wat de mensen om het gezin heen kunnen doen.").first().waitFor();
		await desk.page.goto(desk.page.url().replace("/help", "/network"));
		await desk.page.getByRole("button", { name: "Rond deze stap samen af" }).click();
		await desk.page.getByText("Samen afgerond op", { exact: false }).waitFor();

		// Two options side by side.
		await desk.page.goto(desk.page.url().replace("/network", "/help"));
		for (const name of ["Begeleiding thuis", "Groep voor ouders"]) {
			await desk.page.getByRole("button", { name: "Zet een mogelijkheid erbij" }).first().click();
			const dialog = desk.page.getByRole("dialog");
			await dialog.getByLabel("Naam").fill(name);
			await dialog.getByLabel(/Goed, ziet de coach/).fill("Oefenen in het leven van elke dag");
			await dialog.getByLabel(/Wachttijd/).fill("6 weken");
			if (name === "Begeleiding thuis") await dialog.getByLabel("Dit raad ik aan").check();
			await dialog.getByRole("button", { name: "Bewaar deze mogelijkheid" }).click();
			await desk.page.getByRole("heading", { name }).waitFor();
		}
		// An example fits the ages of the children, and one click puts it beside the others with its source.
		await desk.page.getByRole("button", { name: "Kies uit voorbeelden" }).click();
		const examples = desk.page.getByRole("dialog");
		await examples.getByText("Minder boos en opstandig").waitFor();
		expect(await examples.getByText("Basic Trust").count()).toBe(0);
		await examples.getByLabel("Zoek een voorbeeld").fill("eigen mensen");
		await examples.getByRole("button", { name: "Vergelijk mee: Zelf doen, met onze eigen mensen" }).click();
		await examples.getByText("Staat erbij").waitFor();
		await examples.getByLabel("Zoek een voorbeeld").fill("PPG");
		await expectAccessible(desk.page);
		await examples.getByRole("button", { name: /^Vergelijk mee: Praktische/ }).click();
		await examples.getByText("Staat erbij").waitFor();
		await desk.page.keyboard.press("Escape");
		await desk.page.getByText("Genoemd in: QuickScan", { exact: false }).waitFor();
		await expectAccessible(desk.page);

		// The mother says what the family sees in one of them; what the professional sees is not hers to write.
		await phone.page.goto(phone.page.url().replace("/network", "/help"));
		await phone.page.getByRole("button", { name: "Zeg wat jullie vinden" }).first().click();
		expect(
			await phone.page
				.getByRole("dialog")
				.getByLabel(/Goed, ziet de coach/)
				.count(),
		).toBe(0);
		await phone.page.getByLabel(/^Fijn, vinden wij/).fill("Thuis is fijn");
		await phone.page.getByLabel(/Niet fijn, vinden wij/).fill("Steeds iemand over de vloer");
		await phone.page.getByLabel(/^Dit willen wij het liefst/).fill("Hulp op tijden dat de kinderen er zijn");
		await phone.page.getByRole("button", { name: "Bewaar dit" }).click();
		await phone.page.getByText("Steeds iemand over de vloer").waitFor();
		await expectAccessible(phone.page);
		await desk.page.getByText("Steeds iemand over de vloer").waitFor();

		// The decision, with reasons and who took part.
		await desk.page.getByRole("button", { name: "Leg een besluit vast" }).click();
		await desk.page.getByLabel("Welke mogelijkheid?").selectOption({ label: "Begeleiding thuis" });
		await desk.page.getByLabel(/^Waarom kiezen we dit/).fill("Thuis oefenen past het best bij ons");
		expect(await desk.page.getByLabel(/^Wat wil het gezin/).inputValue()).toBe("Hulp op tijden dat de kinderen er zijn");
		await desk.page.getByLabel(/^Wat zagen we bij anderen/).fill("Samen doen werkt beter dan praten alleen");
		await desk.page.getByRole("dialog").getByLabel("Praktische pedagogische gezinsbegeleiding (PPG)").uncheck();
		await desk.page.getByRole("dialog").getByLabel("Moeder").check();
		await expectAccessible(desk.page);
		await desk.page.getByRole("button", { name: "Bewaar dit besluit" }).click();
		await desk.page.getByText("Thuis oefenen past het best bij ons").waitFor();

		await desk.page.getByText("Gekozen: Begeleiding thuis").waitFor();
		const decided = desk.page.locator(".decision");
		await decided.getByText("Samen doen werkt beter dan praten alleen").waitFor();
		await decided.getByText("Zelf doen, met onze eigen mensen").waitFor();
		expect(await decided.getByText("Praktische pedagogische", { exact: false }).count()).toBe(0);
		// The step is not done before it says who does what until when.
		await desk.page.getByText("Er staat nog niet wie wat doet, en tot wanneer.").waitFor();

		// The father answers it on his phone.
		const fathers = await visit(father, "/steps/help", true);
		await fathers.page.getByRole("button", { name: "Nee, niet mee eens" }).click();
		await fathers.page.getByLabel("Waarom niet?").fill("Zes weken is te lang");
		await fathers.page.getByRole("button", { name: "Geef mijn antwoord" }).click();
		await desk.page.getByText("Zes weken is te lang").waitFor();
		await expectAccessible(fathers.page);
		expect(faults(fathers)).toEqual([]);
		await fathers.close();

		// Who does what until when; a day to look back exists from now on.
		await desk.page.getByRole("button", { name: "Leg de hulp vast" }).click();
		const arranging = desk.page.getByRole("dialog");
		await arranging.getByLabel("Door wie of welke organisatie?").fill("Stichting De Brug");
		await arranging.getByLabel(/^Wie doet wat/).fill("De Brug komt op dinsdag. Vader doet de avonden.");
		await arranging.getByLabel("Hoe staat het ervoor?").selectOption({ label: "Wachten op plek" });
		await expectAccessible(desk.page);
		await arranging.getByRole("button", { name: "Bewaar deze hulp" }).click();
		await desk.page.getByText("Stichting De Brug").waitFor();
		await phone.page.getByText("De Brug komt op dinsdag. Vader doet de avonden.").waitFor();
		await desk.page.getByText("We kijken terug op", { exact: false }).waitFor();
		await desk.page.getByRole("button", { name: "Is begonnen" }).click();
		await desk.page.getByRole("button", { name: "Is klaar" }).waitFor();

		expect(faults(phone)).toEqual([]);
		expect(faults(desk)).toEqual([]);
		await phone.close();
		await desk.close();
	}, 240_000);

	it("says while help runs how it goes and whether the advice fits, stops for a reason, and chooses something in its place", async () => {
		const { mother, coordinator, familyId, planId, visit } = await family();
		const days = (count: number) => world.daysFromToday(count);
		await world.db.step.updateMany({ where: { planId, kind: "network" }, data: { state: "concluded", conclusion: "Joke helpt" } });
		await world.db.plan.update({ where: { id: planId }, data: { groupPlanOfferedOn: days(-9), groupPlanAnswer: "later" } });
		const within = { familyId, planId, writtenBy: coordinator.personId };
		const options = await world.db.helpOption.createManyAndReturn({
			data: [
				{ ...within, name: "Begeleiding thuis" },
				{ ...within, name: "Groep voor ouders" },
			],
		});
		const [chosen, other] = options;
		if (!chosen || !other) throw new Error("two options");
		const decision = await world.db.decision.create({
			data: {
				...within,
				optionId: chosen.id,
				compared: [chosen.id, other.id],
				what: "Begeleiding thuis",
				why: "Thuis oefenen past het best bij ons",
				tookPart: [mother.personId],
				decidedOn: days(-8),
			},
		});
		await world.db.evaluation.create({ data: { ...within, dueOn: days(60) } });
		await world.db.help.create({
			data: {
				familyId,
				planId,
				decisionId: decision.id,
				what: "Begeleiding thuis",
				provider: "Stichting De Brug",
				startsOn: days(-7),
				endsOn: days(90),
				evaluationOn: days(60),
				state: "running",
			},
		});
		const phone = await visit(mother, "/steps/help", true);
		const desk = await visit(coordinator, "/steps/help");

		// The mother says how it goes.
		await phone.page.getByRole("button", { name: "Schrijf op hoe het gaat" }).click();
		await phone.page.getByLabel("Hoe gaat het met deze hulp?").fill("De tip hielp. We lachen weer.");
		await phone.page.getByRole("button", { name: "Zet dit erbij" }).click();
		await desk.page.getByText("De tip hielp. We lachen weer.").waitFor();

		// Whether the advice fits: each for themselves, and written down together for the boy who has no account.
		await phone.page.getByRole("button", { name: "Zeg of het past" }).click();
		await phone.page.getByRole("dialog").getByRole("radio", { name: "Nee, dat paste niet" }).check();
		await phone.page
			.getByRole("dialog")
			.getByLabel(/Wil je er iets bij zeggen/)
			.fill("Te veel tegelijk voor ons");
		await expectAccessible(phone.page);
		await phone.page.getByRole("button", { name: "Bewaar dit antwoord" }).click();
		await desk.page.getByText("Te veel tegelijk voor ons").waitFor();
		await desk.page.getByRole("button", { name: "Schrijf samen op wat Zoon vindt" }).click();
		await desk.page.getByRole("dialog").getByRole("radio", { name: "Een beetje" }).check();
		await desk.page.getByRole("button", { name: "Bewaar dit antwoord" }).click();
		await phone.page.getByText(/opgeschreven door .*, samen met Zoon/).waitFor();

		// It stops for a reason everyone reads, and something comes in its place; what was there stays.
		await desk.page.getByRole("button", { name: "Is gestopt" }).click();
		await desk.page.getByLabel("Waarom stopt deze hulp?").fill("Het was te veel tegelijk");
		await desk.page.getByRole("button", { name: "Stop deze hulp" }).click();
		await phone.page.getByText("Het was te veel tegelijk").waitFor();
		await desk.page.getByRole("button", { name: "Kies iets in de plaats" }).click();
		const instead = desk.page.getByRole("dialog");
		expect(await instead.getByLabel("In plaats van welke hulp?").locator("option:checked").textContent()).toBe("Begeleiding thuis");
		await instead.getByLabel(/^Welke hulp/).fill("Groep voor ouders");
		await instead.getByLabel("Door wie of welke organisatie?").fill("Buurthuis Het Anker");
		await instead.getByLabel("Hoe staat het ervoor?").selectOption({ label: "Loopt" });
		await instead.getByRole("button", { name: "Bewaar deze hulp" }).click();
		await phone.page.getByText("Dit kwam in plaats van: Begeleiding thuis").waitFor();
		await phone.page.getByText("Hiervoor in de plaats kwam: Groep voor ouders").waitFor();
		await phone.page.getByText("De tip hielp. We lachen weer.").waitFor();
		expect(await phone.page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
		await expectAccessible(phone.page);
		await desk.page.getByRole("button", { name: "Rond deze stap samen af" }).click();
		await desk.page.getByText("Samen afgerond op", { exact: false }).waitFor();
		expect(faults(phone)).toEqual([]);
		expect(faults(desk)).toEqual([]);
		await phone.close();
		await desk.close();
	}, 240_000);

	it("says on a light route what may be skipped and why; the own network goes only for a reason that the family reads", async () => {
		const { mother, coordinator, planId, visit } = await family();
		await world.db.plan.update({
			where: { id: planId },
			data: { route: "light", groupPlanOfferedOn: world.daysFromToday(-1), groupPlanAnswer: "no" },
		});
		const desk = await visit(coordinator, "/steps/network");
		await desk.page.getByText("Eén naam of één vraag is al genoeg.", { exact: false }).waitFor();
		await desk.page.getByText("Deze stap overslaan").click();
		await desk.page.getByLabel("Waarom slaan we deze stap over?").fill("Oma en opa doen al wat zij kunnen");
		await desk.page.getByRole("button", { name: "Sla over met deze reden" }).click();
		await desk.page.getByText("Deze stap slaan we over").waitFor();

		const phone = await visit(mother, "/steps/help", true);
		await phone.page.getByText("Oma en opa doen al wat zij kunnen").waitFor();
		await phone.page.getByText("Je hoeft geen hulp naast elkaar te leggen.").waitFor();
		await expectAccessible(phone.page);

		await desk.page.goto(desk.page.url().replace("/network", "/help"));
		await desk.page.getByRole("button", { name: "Leg een besluit vast" }).click();
		await desk.page.getByLabel("Wat besluiten we samen?").fill("We beginnen zelf, met een vast ritme");
		await desk.page.getByLabel(/^Waarom kiezen we dit/).fill("Dat is nu genoeg");
		await desk.page.getByRole("dialog").getByLabel("Moeder").check();
		await desk.page.getByRole("button", { name: "Bewaar dit besluit" }).click();
		await phone.page.getByText("We beginnen zelf, met een vast ritme").first().waitFor();
		await desk.page.getByRole("button", { name: "Rond deze stap samen af" }).click();
		await desk.page.getByText("Samen afgerond op", { exact: false }).waitFor();
		expect(faults(phone)).toEqual([]);
		expect(faults(desk)).toEqual([]);
		await phone.close();
		await desk.close();
	});
});
