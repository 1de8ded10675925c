import { afterAll, beforeAll, describe, it } from "vitest";
import { type FiveWindows, openFiveWindows } from "../fixtures/five-windows.ts";
import { answerGroupPlan, decideOnHelp, skipNetwork } from "../fixtures/help-moves.ts";
import { openThroughPages } from "../fixtures/open-through-pages.ts";
import {
	agreeOnGoal,
	agreeOnVersion,
	answer,
	answerOf,
	byFamily,
	chooseRoute,
	clarifyTogether,
	conclude,
	lookBackAndClose,
	quoted,
	say,
	stepDone,
	writeDown,
} from "../fixtures/route-moves.ts";

/**
 * An everyday question: a short plan with what fits close to home. What may be skipped is skipped, with a reason that the family
 * reads; nobody of outside looks along, and the scientist's window stays as empty as it was.
 */
describe("the light route, from first contact to closing", () => {
	const goal = "Om acht uur is het stil boven";
	let five: FiveWindows;
	beforeAll(async () => {
		five = await openFiveWindows("Gezin Wilgenhof", openThroughPages);
	});
	afterAll(async () => {
		console.info(five?.figures("light"));
		await five?.close();
	});

	it("was opened page by page; the coordinator sees each of the three join, and each is at home in the plan", async () => {
		await five.seenWithin2s("coordinator", (page) => page.getByText("Doet mee", { exact: true }).nth(2), "alle drie doen mee");
		await five.expectUsable("coordinator", "mother");
		for (const who of ["mother", "father", "girl"] as const) await five.page(who).getByRole("heading", { name: /^Dag / }).waitFor();
	});

	it("clarifies an everyday question", async () => {
		await clarifyTogether(
			five,
			{ mother: "Hoe krijg ik Tijn naar bed?", father: "Mag hij langer opblijven?", girl: "Ik wil niet oppassen als ik leer." },
			"Hoe gaat iedereen op tijd naar bed?",
		);
		await chooseRoute(five, /^Kort plan/, "Het is een gewone vraag.", /We maken een kort plan/);
		await five.go("/our-plan", "mother", "father", "girl");
		await conclude(five, "vraag verhelderen", stepDone("Wat is onze vraag?"));
	});

	it("says what goes well and whether it is safe, and makes one goal of it", async () => {
		await five.go("/steps/strengths", "coordinator");
		await say(five, "girl", "/steps/strengths/safety/well", "Wat gaat er goed?", "Thuis is het altijd veilig.", {
			coordinator: quoted("Thuis is het altijd veilig."),
		});
		await say(five, "mother", "/steps/strengths/daily_care/well", "Wat gaat er goed?", "We lezen elke avond voor.", {
			coordinator: quoted("We lezen elke avond voor."),
		});
		await five.go("/steps/strengths", "mother", "father", "girl");
		const ours = "Het gaat goed. Alleen het naar bed gaan duurt lang.";
		await writeDown(five, "Zo zien wij het", ours, byFamily(quoted(ours)));
		await five.go("/our-plan", "mother", "father", "girl");
		await conclude(five, "krachten en zorgen", stepDone("Wat gaat goed en wat is moeilijk?"));

		await agreeOnGoal(five, "father", goal);
	});

	it("skips what it may: the own network with a reason, comparing help without one", async () => {
		await five.go("/steps/network", "coordinator", "mother", "father", "girl");
		await answerGroupPlan(five, "father", "Wij doen het al zelf");
		await skipNetwork(five, "Oma en opa doen al wat zij kunnen");
		await five.expectUsable("coordinator", "father");
		await five.go("/steps/help", "coordinator", "mother", "father", "girl");
		for (const who of ["mother", "father", "girl"] as const)
			await five.page(who).getByText("Je hoeft geen hulp naast elkaar te leggen.").waitFor();
		await decideOnHelp(five, { what: "We beginnen zelf, met een vast ritme", why: "Dat is nu genoeg" });
		await answer(five, "mother", "Ja, mee eens", { coordinator: answerOf("Anouk", "Ja, mee eens") });
		await five.go("/our-plan", "mother", "father", "girl");
		await conclude(five, "hulp", stepDone("Welke hulp past bij ons?"));
	});

	it("is agreed by each, looked back on and closed, and never came into the queue of scientists", async () => {
		await agreeOnVersion(five);
		await lookBackAndClose(five, { goal, closing: "De doelen zijn gehaald" });
		await five.page("scientist").getByText("Er wacht niemand").waitFor();
		await five.expectUsable("scientist");
		five.expectContent();
	});
});
