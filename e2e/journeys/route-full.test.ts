import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { type FiveWindows, openFiveWindows } from "../fixtures/five-windows.ts";
import { answerGroupPlan, arrangeHelp, compareHelp, decideOnHelp, lookAround } from "../fixtures/help-moves.ts";
import { answerAdvice, askScientist, giveAdvice, takeQuestion, thinkAlong } from "../fixtures/review-moves.ts";
import {
	agreeOnVersion,
	answer,
	answerOf,
	beginGoal,
	byFamily,
	chooseRoute,
	clarifyTogether,
	conclude,
	concludeGoals,
	lookBackAndClose,
	makeNoticeable,
	proposeGoal,
	quoted,
	say,
	stepDone,
	writeDown,
} from "../fixtures/route-moves.ts";

/**
 * All six steps, with several problems at once: the family hears first that a scientist will think along, the ideas come back to
 * them, and only then the route is chosen. Everything is done by whom it belongs to, in a window of their own.
 */
describe("the full route, from first contact to closing", () => {
	let five: FiveWindows;
	let goal = "";
	beforeAll(async () => {
		five = await openFiveWindows("Gezin Hofstra");
	});
	afterAll(async () => {
		console.info(five?.figures("full"));
		await five?.close();
	});

	it("begins with a talk, and with everyone hearing that somebody will think along", async () => {
		const lead = five.page("coordinator");
		await five.go("", "coordinator");
		await five.go("/contacts", "mother", "father", "girl");
		await lead.getByRole("button", { name: "Gebeld" }).click();
		await lead
			.getByRole("dialog")
			.getByLabel(/In een paar woorden/)
			.fill("Kennisgemaakt. Dinsdag kom ik langs.");
		const met = quoted("Kennisgemaakt. Dinsdag kom ik langs.");
		await five.change("eerste contact", lead.getByRole("dialog").getByRole("button", { name: "Bewaren" }), {
			mother: met,
			father: met,
			girl: met,
		});

		await five.go("/steps/clarify", "coordinator", "mother", "father", "girl");
		await lead.getByRole("button", { name: "Er speelt veel, of het is ingewikkeld" }).click();
		const told = "Een gedragswetenschapper denkt met ons mee.";
		await five.change("er denkt iemand mee", lead.getByRole("button", { name: "Het gezin weet het" }), {
			mother: told,
			father: told,
			girl: told,
		});
		await five.expectUsable("coordinator", "girl");

		// The consult: asked by the coordinator, taken and answered by the scientist, read by the family and brought back to them.
		await lead.getByLabel("Waar wil je over meedenken?").fill("Wat past bij dit gezin om te beginnen?");
		await five.change("vraag aan de gedragswetenschapper", lead.getByRole("button", { name: "Vraag om mee te denken" }), {
			mother: "Lees wat er gevraagd is",
			father: "Lees wat er gevraagd is",
			girl: "Lees wat er gevraagd is",
			scientist: "Gezin Hofstra",
		});
		await five.expectUsable("scientist");
		await five.go("/reviews", "coordinator", "mother", "father", "girl");
		await thinkAlong(five, "Begin klein, met de avonden.", "Wij willen ook klein beginnen.");
	});

	it("clarifies the question: each on their own phone, then together", async () => {
		await clarifyTogether(
			five,
			{ mother: "De avonden lopen uit op ruzie.", father: "Hoe houden we regels vol?", girl: "Ik wil dat er niemand schreeuwt." },
			"Hoe worden de avonden rustig?",
		);
		await writeDown(five, "Wat we afspreken over contact", "Elke dinsdag bellen.", byFamily("Elke dinsdag bellen."));
		await writeDown(five, "Wat we delen, en met wie", "Alleen met de huisarts, en we lezen het eerst.", byFamily(/Alleen met de huisarts/));
		await chooseRoute(five, /^Alle stappen/, "Er speelt veel tegelijk.", /We nemen de tijd voor alle zes stappen/);
		await five.go("/our-plan", "mother", "father", "girl");
		await conclude(five, "vraag verhelderen", stepDone("Wat is onze vraag?"));
		await five.expectUsable("coordinator");
	});

	it("describes strengths and concerns, and looks with the scientist at the picture of all", async () => {
		await five.go("/steps/strengths", "coordinator");
		await five.go("/steps/strengths/daily_care/well", "mother", "father");
		const read = (words: string) => ({ coordinator: quoted(words) });
		await say(five, "mother", "/steps/strengths/daily_care/well", "Wat gaat er goed?", "We eten elke avond samen.", {
			...read("We eten elke avond samen."),
			father: quoted("We eten elke avond samen."),
		});
		await say(
			five,
			"father",
			"/steps/strengths/daily_care/hard",
			"Wat is er moeilijk?",
			"Na het eten is het elke dag strijd.",
			read("Na het eten is het elke dag strijd."),
		);
		await say(
			five,
			"girl",
			"/steps/strengths/safety/hard",
			"Wat is er niet veilig?",
			"Als er gebeld wordt, word ik bang.",
			read("Als er gebeld wordt, word ik bang."),
		);
		await five.go("/steps/strengths", "mother", "father", "girl");
		const form = five.page("mother").getByRole("dialog");
		await five
			.page("mother")
			.getByRole("button", { name: /^Zeg hoe het nu is/ })
			.click();
		await form.getByRole("group", { name: "Hoeveel moet je nu dragen?" }).getByRole("radio", { name: "Heel veel" }).check();
		await form.getByRole("group", { name: "Hoeveel kun je nu aan?" }).getByRole("radio", { name: "Weinig", exact: true }).check();
		await form.getByLabel(/Wil je er iets bij zeggen/).fill("Ik slaap vier uur.");
		await five.change("draaglast", form.getByRole("button", { name: "Bewaren" }), read("Ik slaap vier uur."));
		const ours = "Wij zijn lief voor elkaar, en wij zijn moe.";
		await writeDown(five, "Zo zien wij het", ours, { mother: ours, father: ours, girl: ours });
		for (const [who, given] of [
			["mother", "Ja, mee eens"],
			["girl", "Ja, mee eens"],
		] as const)
			await answer(five, who, given, {
				coordinator: (page) =>
					page
						.locator("#picture")
						.getByText(given)
						.nth(who === "mother" ? 0 : 1),
			});
		await answer(
			five,
			"father",
			"Ja, maar ...",
			{ coordinator: "Ik ben vooral boos." },
			{ label: "Ja, maar wat?", text: "Ik ben vooral boos." },
		);
		await five.expectUsable("father", "coordinator");

		// R6: the scientist looks at the picture; what was said is on one page, and what comes in later too.
		await five.go("/our-plan", "mother", "father", "girl");
		await conclude(five, "krachten en zorgen", {});
		await five.go("/reviews", "coordinator", "mother", "father", "girl");
		await askScientist(five, "Klopt ons beeld, of missen we iets?");
		await takeQuestion(five);
		const thinker = five.page("scientist");
		await thinker.getByText("Ik ben vooral boos.").or(thinker.getByText("Als er gebeld wordt, word ik bang.")).first().waitFor();
		await five.expectUsable("scientist");
		await thinker.getByRole("button", { name: "Ik heb dit gelezen" }).click();
		await thinker.getByText("Er is niets veranderd.").waitFor();
	});

	it("makes a goal of it that each agrees to, after the scientist's advice and the family's word about it", async () => {
		const text = "Rustige avonden thuis";
		await five.go("/steps/goals", "coordinator", "father", "girl");
		goal = await proposeGoal(five, "mother", text, { coordinator: text, father: text, girl: text, scientist: quoted(text) });
		await five.go(goal, "coordinator", "father", "girl");
		const noticed = "Vier avonden per week is het rustig";
		await makeNoticeable(five, { mother: noticed, father: noticed, girl: noticed, scientist: quoted(noticed) });
		await five.expectUsable("mother", "coordinator");
		await answer(five, "mother", "Ja, mee eens", { coordinator: answerOf("Anouk", "Ja, mee eens") });
		await answer(
			five,
			"girl",
			"Leg het mij uit",
			{ coordinator: "Moet ik dan vroeg naar bed?" },
			{ label: "Wat wil je weten?", text: "Moet ik dan vroeg naar bed?" },
		);
		const lead = five.page("coordinator");
		await lead.getByRole("button", { name: "Leg het uit aan Lena" }).click();
		await lead.getByLabel("Leg het uit aan Lena").fill("Nee. Je mag op je kamer lezen.");
		await five.change("uitleg", lead.getByRole("button", { name: "Geef deze uitleg" }), { girl: "Nee. Je mag op je kamer lezen." });
		await answer(five, "girl", "Ja, mee eens", { coordinator: answerOf("Lena", "Ja, mee eens") });
		const agreed = (page: Page) => page.getByText("Afgesproken", { exact: true });
		await answer(five, "father", "Ja, mee eens", { coordinator: agreed, mother: agreed, girl: agreed });
		await beginGoal(five);
		await lead.getByRole("button", { name: "Schrijf een stapje op" }).click();
		await lead.getByLabel("Wat ga je doen?").fill("Om zeven uur de televisie uit");
		await lead.getByLabel("Wie doet het?").selectOption({ label: "Bram" });
		await lead.getByLabel("Hoe vaak?").selectOption({ label: "Elke dag" });
		const small = "Om zeven uur de televisie uit";
		await five.change("stapje", lead.getByRole("button", { name: "Bewaar dit stapje" }), { mother: small, father: small, girl: small });
		await five.go("/my-steps", "father");
		await five.change("stapje gedaan", five.page("father").getByRole("button", { name: `Gedaan: ${small}` }), {
			coordinator: (page) => page.locator('.action[data-state="done"]'),
		});

		// The advice comes back to the family before the goals are concluded.
		await five.go("/reviews", "coordinator", "mother", "father", "girl");
		await giveAdvice(five, "Vraag ook naar het slapen van de ouders.");
		await answerAdvice(five, "Anouk en Bram willen dat zelf ook.");
		await concludeGoals(five);
	});

	it("looks at the family's own people first, then compares and decides on help", async () => {
		// A running case: the scientist follows what happens next.
		await five.go("/reviews", "coordinator", "mother", "father", "girl");
		await askScientist(five, "Wat zie jij in hoe het nu gaat?");
		await takeQuestion(five);
		await five.page("scientist").getByRole("button", { name: "Lees het hele plan" }).click();
		const scientist = (words: string) => ({ scientist: quoted(words) });

		await lookAround(five, scientist);
		await answerGroupPlan(five, "mother", "Nu is het te druk");
		await five.expectUsable("father");
		await five.go("/our-plan", "father", "girl");
		await conclude(five, "eigen netwerk", {
			father: stepDone("Wie is er om ons heen?").father,
			girl: stepDone("Wie is er om ons heen?").girl,
		});

		await five.go("/steps/help", "coordinator", "mother", "father", "girl");
		await compareHelp(five);
		await five.expectUsable("mother", "coordinator");
		const why = "Thuis oefenen past het best bij ons";
		await decideOnHelp(five, { option: "Begeleiding thuis", why }, scientist(why));
		await answer(
			five,
			"father",
			"Nee, niet mee eens",
			{ coordinator: "Zes weken is te lang" },
			{ label: "Waarom niet?", text: "Zes weken is te lang" },
		);
		await answer(five, "mother", "Ja, mee eens", { coordinator: answerOf("Anouk", "Ja, mee eens") });
		const who = "De Brug komt op dinsdag. Bram doet de avonden.";
		await arrangeHelp(five, who, scientist(who));
		await five.go("/our-plan", "mother", "father", "girl");
		await conclude(five, "hulp", stepDone("Welke hulp past bij ons?"));
	});

	it("is put before those who must agree and takes effect, is looked back on, and closes with aftercare", async () => {
		await agreeOnVersion(five, { scientist: (page) => page.getByRole("link", { name: "Versie 1" }) });
		await five.go("/reviews", "coordinator", "mother", "father", "girl");
		await giveAdvice(five, "Het loopt goed. Vier wat er lukt.");
		await answerAdvice(five, "Wij vieren het vrijdag.");
		await lookBackAndClose(five, { goal: "Rustige avonden thuis", closing: "De doelen zijn gehaald" });
		five.expectContent();
	});
});
