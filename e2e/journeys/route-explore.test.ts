import { afterAll, beforeAll, describe, it } from "vitest";
import { type FiveWindows, openFiveWindows } from "../fixtures/five-windows.ts";
import { answerGroupPlan, arrangeHelp, compareHelp, decideOnHelp, lookAround } from "../fixtures/help-moves.ts";
import { answerAdvice, askScientist, giveAdvice, takeQuestion } from "../fixtures/review-moves.ts";
import {
	agreeOnGoal,
	agreeOnVersion,
	answer,
	answerOf,
	byFamily,
	chooseRoute,
	clarifyTogether,
	conclude,
	dayFromToday,
	lookBackAndClose,
	quoted,
	say,
	stepDone,
	writeDown,
} from "../fixtures/route-moves.ts";

/**
 * Nobody knows yet what it is: first a plan of what to find out, how and by whom, with the scientist beside it. What was found becomes
 * the shared picture; from there the plan goes as any other.
 */
describe("the explore route, from first contact to closing", () => {
	let five: FiveWindows;
	beforeAll(async () => {
		five = await openFiveWindows("Gezin Oever");
	});
	afterAll(async () => {
		console.info(five?.figures("explore"));
		await five?.close();
	});

	it("clarifies that it is not clear yet", async () => {
		await clarifyTogether(
			five,
			{
				mother: "Waarom wordt Tijn elke nacht wakker?",
				father: "Is dit gewoon voor een jongen van acht?",
				girl: "Ik wil ook een keer slapen.",
			},
			"Wat maakt Tijn zo wakker in de nacht?",
		);
		await chooseRoute(five, /^Eerst uitzoeken/, "We weten het nog niet.", /We zoeken eerst samen uit wat er is/);
		await five.go("/our-plan", "mother", "father", "girl");
		await conclude(five, "vraag verhelderen", stepDone("Wat is onze vraag?"));
	});

	it("makes a plan of what to find out, followed by the scientist, and ends in one picture", async () => {
		const lead = five.page("coordinator");
		const thinker = five.page("scientist");
		await five.go("/reviews", "coordinator", "mother", "father", "girl");
		await askScientist(five, "Wat moeten we eerst weten?");
		await takeQuestion(five);
		await thinker.getByRole("button", { name: "Lees het hele plan" }).click();

		await five.go("/steps/strengths", "coordinator");
		await lead.getByText("Er staat nog niet wat jullie gaan uitzoeken.").waitFor();
		const seen = (words: string) => ({ coordinator: quoted(words), scientist: quoted(words) });
		await say(
			five,
			"mother",
			"/steps/strengths/daily_care/well",
			"Wat gaat er goed?",
			"Wij lezen elke avond voor.",
			seen("Wij lezen elke avond voor."),
		);
		await say(
			five,
			"girl",
			"/steps/strengths/safety/well",
			"Wat gaat er goed?",
			"Ik voel me veilig thuis.",
			seen("Ik voel me veilig thuis."),
		);
		await five.go("/steps/strengths/daily_care/well", "mother", "father", "girl");

		const form = lead.getByRole("dialog");
		const question = "Wanneer wordt Tijn wakker?";
		await lead.getByRole("button", { name: "Nog iets uitzoeken" }).click();
		await form.getByLabel("Wat willen we weten?").fill(question);
		await form.getByLabel("Welke informatie, en hoe komen we daaraan?").fill("Een week bijhouden wanneer hij wakker wordt.");
		await form.getByLabel(/Welke lijst of test/).fill("Dagboek met plaatjes");
		await form.getByRole("radio", { name: "Ja, dit past" }).check();
		await form.getByLabel("Wie zoekt het uit?").selectOption({ label: "Anouk" });
		await form.getByLabel("Wanneer weten we het?").fill(dayFromToday(10));
		await five.change("wat we uitzoeken", form.getByRole("button", { name: "Bewaren" }), { scientist: quoted(question) });
		await five.go("/steps/strengths/analysis", "mother", "father", "girl");
		for (const who of ["mother", "father", "girl"] as const) await five.page(who).getByText(question).waitFor();

		// What was found, and what people think of it, apart from what they know.
		const found = "Hij wordt wakker van de buren.";
		await lead
			.getByRole("article", { name: question })
			.getByRole("button", { name: /Verander of vul aan/ })
			.click();
		await form.getByLabel("Wat weten we nu?").fill(found);
		await form.getByLabel("Hoe staat het ermee?").selectOption({ label: "Weten we nu" });
		await five.change("wat we weten", form.getByRole("button", { name: "Bewaren" }), {
			...byFamily(quoted(found)),
			scientist: quoted(found),
		});
		const cause = "De muur is dun.";
		const analysis = lead.getByRole("region", { name: "Wat er speelt, en waardoor" });
		await analysis.getByRole("button", { name: "Schrijf een punt op" }).click();
		await form.getByLabel("Waar gaat het over?").selectOption({ label: "Waar het door komt" });
		await form.getByRole("radio", { name: /Dit denken we/ }).check();
		await form.getByLabel("In gewone woorden").fill(cause);
		await five.change("waar het door komt", form.getByRole("button", { name: "Bewaren" }), {
			...byFamily(quoted(cause)),
			scientist: quoted(cause),
		});
		await five.expectUsable("mother", "coordinator", "scientist");

		await five.go("/steps/strengths", "mother", "father", "girl");
		const ours = "Tijn slaapt licht, en de nacht is niet stil.";
		await writeDown(five, "Zo zien wij het", ours, { ...byFamily(quoted(ours)), scientist: quoted(ours) });
		await answer(five, "father", "Ja, mee eens", { coordinator: answerOf("Bram", "Ja, mee eens") });
		await five.go("/our-plan", "mother", "father", "girl");
		await conclude(five, "krachten en zorgen", stepDone("Wat gaat goed en wat is moeilijk?"));
		await five.go("/reviews", "coordinator", "mother", "father", "girl");
		await giveAdvice(five, "Probeer een andere kamer voor je verder zoekt.");
		await answerAdvice(five, "Wij ruilen de kamers.");
	});

	it("goes on as any plan: a goal, the own network, help that was compared", async () => {
		await agreeOnGoal(five, "mother", "Tijn slaapt door");
		await lookAround(five);
		await answerGroupPlan(five, "father", "Dat doen we later");
		await five.go("/our-plan", "mother", "father", "girl");
		await conclude(five, "eigen netwerk", stepDone("Wie is er om ons heen?"));
		await five.go("/steps/help", "coordinator", "mother", "father", "girl");
		await compareHelp(five);
		await decideOnHelp(five, { option: "Groep voor ouders", why: "Dan horen we hoe anderen het doen" });
		await answer(five, "girl", "Ja, mee eens", { coordinator: answerOf("Lena", "Ja, mee eens") });
		await arrangeHelp(five, "Bram gaat op maandag naar de groep.");
		await five.expectUsable("girl", "coordinator");
		await five.go("/our-plan", "mother", "father", "girl");
		await conclude(five, "hulp", stepDone("Welke hulp past bij ons?"));
	});

	it("is agreed by each, looked back on and closed", async () => {
		await agreeOnVersion(five);
		await lookBackAndClose(five, { goal: "Tijn slaapt door", closing: "De doelen zijn gehaald" });
		five.expectContent();
	});
});
