import { afterAll, beforeAll, describe, it } from "vitest";
import { type FiveWindows, openFiveWindows } from "../fixtures/five-windows.ts";
import { decideOnHelp } from "../fixtures/help-moves.ts";
import { answerAdvice, askScientist, giveAdvice, takeQuestion, thinkAlong } from "../fixtures/review-moves.ts";
import {
	agreeOnGoal,
	agreeOnVersion,
	answer,
	answerOf,
	byFamily,
	clarifyTogether,
	conclude,
	lookBackAndClose,
	quoted,
	say,
	stepDone,
	writeDown,
} from "../fixtures/route-moves.ts";

/**
 * A child is not safe: something is done at once, and who did it stands there for everyone. The scientist hears it in the same moment,
 * help is decided before anything else, and the rest is filled in afterwards.
 */
describe("the crisis route, from first contact to closing", () => {
	let five: FiveWindows;
	beforeAll(async () => {
		five = await openFiveWindows("Gezin Duinker");
	});
	afterAll(async () => {
		console.info(five?.figures("crisis"));
		await five?.close();
	});

	it("acts first: what was done and by whom, and the family and the scientist know it at once", async () => {
		const lead = five.page("coordinator");
		await five.go("/steps/clarify", "coordinator", "mother", "father", "girl");
		await lead.getByRole("radio", { name: /^Nu meteen helpen/ }).check();
		await lead.getByLabel("Wat is er aan de hand?").fill("Vannacht was Tijn niet veilig thuis.");
		await lead.getByLabel("Wat is er meteen gedaan?").fill("Tijn slaapt bij oma.");
		await lead.getByLabel("Wie dan?").fill("de wijkagent");
		await five.change("meteen gedaan", lead.getByRole("button", { name: "Kies deze route" }), {
			...byFamily(quoted("Tijn slaapt bij oma.")),
			scientist: "Gezin Duinker",
		});
		await five.page("scientist").getByText("Dringend", { exact: true }).waitFor();
		await five.expectUsable("mother", "girl", "scientist");
		await lead.getByRole("button", { name: "Schrijf nog iets op" }).click();
		const dialog = lead.getByRole("dialog");
		await dialog.getByLabel("Wat is er meteen gedaan?").fill("De huisarts belde terug.");
		await dialog.getByLabel("Wie deed dat?").selectOption({ label: "Anouk" });
		await five.change("nog iets gedaan", dialog.getByRole("button", { name: "Bewaren" }), byFamily(quoted("De huisarts belde terug.")));

		await five.go("/reviews", "coordinator", "mother", "father", "girl");
		await thinkAlong(five, "Laat Tijn bij oma tot het rustig is.", "Anouk wil dit ook.");
	});

	it("decides on help at once, before any other step, and each says what they think of it", async () => {
		await five.go("/steps/help", "coordinator", "mother", "father", "girl");
		const why = "Tijn moet nu veilig slapen";
		await decideOnHelp(five, { what: "Elke dag iemand thuis", why });
		await answer(
			five,
			"father",
			"Nee, niet mee eens",
			{ coordinator: "Dit gaat te snel" },
			{ label: "Waarom niet?", text: "Dit gaat te snel" },
		);
		await answer(five, "mother", "Ja, mee eens", { coordinator: answerOf("Anouk", "Ja, mee eens") });
		await five.expectUsable("father", "coordinator");
		await five.go("/our-plan", "mother", "father", "girl");
		await conclude(five, "hulp", stepDone("Welke hulp past bij ons?"));
	});

	it("fills in what was left: the question, what goes well and what is safe, and the scientist's advice", async () => {
		await clarifyTogether(
			five,
			{ mother: "Hoe wordt het thuis weer veilig?", father: "Wanneer komt Tijn weer thuis?", girl: "Ik wil dat het stil is in de nacht." },
			"Hoe slaapt iedereen weer veilig thuis?",
		);
		await five.go("/our-plan", "mother", "father", "girl");
		await conclude(five, "vraag verhelderen", stepDone("Wat is onze vraag?"));

		// R6: the scientist looks at the picture too, while it is being made.
		await five.go("/reviews", "coordinator", "mother", "father", "girl");
		await askScientist(five, "Zien we genoeg van de nacht?");
		await takeQuestion(five);
		await five.page("scientist").getByRole("button", { name: "Lees het hele plan" }).click();
		await five.go("/steps/strengths", "coordinator");
		const seen = (words: string) => ({ coordinator: quoted(words), scientist: quoted(words) });
		await say(
			five,
			"mother",
			"/steps/strengths/daily_care/well",
			"Wat gaat er goed?",
			"Oma helpt ons elke dag.",
			seen("Oma helpt ons elke dag."),
		);
		await say(
			five,
			"girl",
			"/steps/strengths/safety/hard",
			"Wat is er niet veilig?",
			"In de nacht ben ik bang.",
			seen("In de nacht ben ik bang."),
		);
		await five.go("/steps/strengths", "mother", "father", "girl");
		const ours = "Overdag gaat het. In de nacht is het niet veilig.";
		await writeDown(five, "Zo zien wij het", ours, { ...byFamily(quoted(ours)), scientist: quoted(ours) });
		await five.go("/our-plan", "mother", "father", "girl");
		await conclude(five, "krachten en zorgen", stepDone("Wat gaat goed en wat is moeilijk?"));

		await five.go("/reviews", "coordinator", "mother", "father", "girl");
		await giveAdvice(five, "Maak eerst de nacht veilig. De rest kan later.");
		await answerAdvice(five, "Anouk en Bram vinden dit ook.");
	});

	it("agrees on a goal, on the plan, and closes when it is safe again", async () => {
		const goal = "Iedereen slaapt veilig thuis";
		await agreeOnGoal(five, "girl", goal);
		await agreeOnVersion(five);
		await lookBackAndClose(five, { goal, closing: "De doelen zijn gehaald" });
		five.expectContent();
	});
});
