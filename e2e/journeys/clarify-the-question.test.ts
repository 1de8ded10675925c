import { openWorld, type TestFamily, type World } from "@samenplan/testing/world";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../app.ts";
import { launchBrowser } from "../browser.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { signedIn } from "../fixtures/signed-in.ts";

/**
 * Each says it in own words, is asked about everyone by name, and what they expect of each other; together they conclude the question
 * and the route. A judge may have set the frame, a scientist may think along, and a crisis acts first.
 */
describe("clarifying the question", () => {
	let app: App;
	let browser: Browser;
	let world: World;
	let family: TestFamily;
	beforeAll(async () => {
		[app, browser] = await Promise.all([startApp(), launchBrowser()]);
		world = await openWorld(app.ownerUrl);
		family = await world.newFamily({ name: "Gezin De Boom" });
		const accounts = [family.coordinator, family.mother, family.father, family.girl].map(({ accountId }) => accountId);
		await world.db.account.updateMany({ where: { id: { in: accounts } }, data: { demoNote: "voor deze reis" } });
	});
	afterAll(async () => {
		await browser?.close();
		await world?.close();
		await app?.stop();
	});
	const as = (person: { accountId: string }, path = "", phone = false) =>
		signedIn(browser, app.url, { id: person.accountId }, `/families/${family.familyId}${path}`, { phone });

	it("lets a mother say on her phone what she asks, wishes and expects, while the coordinator sees it come in", async () => {
		const desk = await as(family.coordinator, "/steps/clarify");
		await desk.page.getByRole("heading", { level: 1, name: "Vraag verhelderen" }).waitFor();
		const phone = await as(family.mother, "", true);
		const { page } = phone;
		await page.getByRole("heading", { name: "Dag Moeder" }).waitFor();
		await expectAccessible(page);
		expect(await page.locator(".plan-doors > li").count()).toBe(5);

		await page.getByRole("link", { name: /Wacht op mij/ }).click();
		await page.getByRole("link", { name: /Zeg wat jij wilt vragen/ }).waitFor();
		await expectAccessible(page);
		await page.getByRole("link", { name: /Zeg wat jij wilt vragen/ }).click();
		await page.getByRole("link", { name: /Mijn vraag/ }).waitFor();
		await expectAccessible(page);
		await page.getByRole("link", { name: /Mijn vraag/ }).click();
		await page.getByLabel("Waar wil je hulp bij?").fill("Zoon slaapt niet en ik ben op.");
		await page.getByText("Dit lezen: Moeder, Vader, Dochter").waitFor();
		await expectAccessible(page);
		await page.getByRole("button", { name: "Bewaar mijn woorden" }).click();
		await page.getByText("Dank je wel").waitFor();
		await desk.page
			.getByRole("article", { name: "Moeder", exact: true })
			.locator("blockquote", { hasText: "Zoon slaapt niet en ik ben op." })
			.waitFor();

		await page.getByRole("link", { name: "Verder: Wat ik wens" }).click();
		await page.getByLabel("Wat wens je voor jezelf?").fill("Een nacht slapen.");
		await page.getByRole("button", { name: "Bewaar mijn woorden" }).click();
		// Asked by name: whom she said nothing about yet comes next.
		await page.getByRole("button", { name: "Wat wens je voor Vader?" }).click();
		await page.getByLabel("Wat wens je voor Vader?").waitFor();
		await page.getByRole("radio", { name: "Zoon" }).check();
		await page.getByLabel("Wat wens je voor Zoon?").fill("Dat hij weer lacht.");
		await page.getByRole("button", { name: "Bewaar mijn woorden" }).click();
		await page.getByText("Dank je wel").waitFor();
		await expectAccessible(page);
		await page.getByRole("link", { name: /^Verder/ }).click();
		await page.getByRole("heading", { level: 1, name: "Waar ik over pieker" }).waitFor();
		for (const [prompt, question, words] of [
			["earlier_help", "Welke hulp was er al?", "Het consultatiebureau. De kaart met rustige avonden hielp."],
			["expectation", /^Wat verwacht je van/, "Dat je belt als je dat belooft."],
			["promise", /van jou verwachten/, "Ik zeg het als ik het niet red."],
		] as const) {
			await page.goto(`/families/${family.familyId}/steps/clarify/${prompt}`);
			await page.getByLabel(question).fill(words);
			await page.getByRole("button", { name: "Bewaar mijn woorden" }).click();
			await page.getByText("Dank je wel").waitFor();
		}
		await page.goto(`/families/${family.familyId}/steps/clarify`);
		await page.getByText("“Ik zeg het als ik het niet red.”").waitFor();
		await page.getByText("“Dat je belt als je dat belooft.”").waitFor();
		await expectAccessible(page);

		const mother = desk.page.getByRole("article", { name: "Moeder", exact: true });
		await mother.locator("blockquote", { hasText: "Dat hij weer lacht." }).waitFor();
		await mother.getByText("over Zoon").waitFor();
		await mother.locator("blockquote", { hasText: "De kaart met rustige avonden hielp." }).waitFor();
		await mother.getByText("Nog niets over Vader en Dochter").waitFor();
		const expects = desk.page.getByRole("article", { name: "Wat Moeder verwacht" });
		await expects.locator("blockquote", { hasText: "Dat je belt als je dat belooft." }).waitFor();
		await expects.locator("blockquote", { hasText: "Ik zeg het als ik het niet red." }).waitFor();
		expect([...phone.complaints, ...desk.complaints]).toEqual([]);
		await phone.close();
		await desk.close();
	});

	it("keeps what only the family may read from the coordinator", async () => {
		const phone = await as(family.father, "/steps/clarify/worry", true);
		await phone.page.getByLabel("Waar pieker je over bij jezelf?").fill("Dit vertel ik nog niet.");
		await phone.page.getByRole("button", { name: "Kies wie dit leest" }).click();
		await phone.page.getByRole("radio", { name: /Alleen ons gezin/ }).check();
		await phone.page.getByText("Dit lezen: Moeder, Vader en Dochter").waitFor();
		await phone.page.getByRole("button", { name: "Bewaar mijn woorden" }).click();
		await phone.page.getByText("Dank je wel").waitFor();
		const mother = await as(family.mother, "/steps/clarify/worry", true);
		await mother.page.getByText("Dit vertel ik nog niet.").waitFor();
		const desk = await as(family.coordinator, "/steps/clarify");
		await desk.page.getByRole("article", { name: "Vader", exact: true }).waitFor();
		expect(await desk.page.getByText("Dit vertel ik nog niet.").count()).toBe(0);
		await Promise.all([phone.close(), mother.close(), desk.close()]);
	});

	it("shows what still misses, and concludes the question and the route together", async () => {
		const phone = await as(family.mother, "/our-plan", true);
		const desk = await as(family.coordinator, "/steps/clarify");
		const { page } = desk;
		await page.getByText("De vraag staat er nog niet in de woorden van het gezin.").waitFor();
		await page.getByText("De coach zei nog niet wat hij of zij van het gezin verwacht.").waitFor();
		expect(await page.getByRole("button", { name: "Rond deze stap samen af" }).getAttribute("aria-disabled")).toBe("true");
		await expectAccessible(page);

		// Words of a child under 12, written down by the coordinator, asked about himself first and then about the others by name.
		const son = page.getByRole("article", { name: "Zoon", exact: true });
		await son.getByText("Schrijf de woorden samen op.").waitFor();
		await son.getByRole("button", { name: /^Schrijf op Wensen/ }).click();
		await page.getByRole("dialog").getByLabel("Wat wenst Zoon voor zichzelf?").fill("Met papa voetballen.");
		await expectAccessible(page);
		await page.getByRole("dialog").getByRole("button", { name: "Bewaren" }).click();
		await page.getByRole("dialog").getByLabel("Wat wenst Zoon voor Moeder?").fill("Dat mama slaapt.");
		await page.getByRole("dialog").getByRole("button", { name: "Bewaren" }).click();
		await page.getByRole("dialog").getByLabel("Wat wenst Zoon voor Vader?").waitFor();
		await page.getByRole("dialog").getByRole("button", { name: "Sluiten" }).click();
		await son.locator("blockquote", { hasText: "Met papa voetballen." }).waitFor();
		await son.locator("blockquote", { hasText: "Dat mama slaapt." }).waitFor();
		await son
			.getByText(/opgeschreven door/)
			.first()
			.waitFor();

		const coach = family.coordinator.givenName;
		const own = page.getByRole("article", { name: `Wat ${coach} verwacht` });
		for (const [button, words] of [
			[/van jullie$/, "Dat jullie zeggen wat niet goed gaat."],
			[/mogen van/, "Ik kom elke dinsdag, en ik vertel wat ik opschrijf."],
		] as const) {
			await own.getByRole("button", { name: button }).click();
			await page.getByRole("dialog").getByLabel("In eigen woorden").fill(words);
			await page.getByRole("dialog").getByRole("button", { name: "Bewaren" }).click();
			await own.locator("blockquote", { hasText: words }).waitFor();
		}

		await page.getByRole("button", { name: "Schrijf op Onze vraag" }).click();
		await page.getByLabel("Onze vraag").fill("Hoe slapen we allemaal weer?");
		await page.getByRole("button", { name: "Bewaren" }).click();
		await page.locator(".plan-question", { hasText: "Hoe slapen we allemaal weer?" }).waitFor();
		await page.getByRole("button", { name: "Schrijf op Wat we afspreken over contact" }).click();
		await page.getByLabel("Wat we afspreken over contact").fill("Elke dinsdag bellen.");
		await page.getByRole("button", { name: "Bewaren" }).click();
		await page.locator("p", { hasText: "Elke dinsdag bellen." }).waitFor();
		await page.getByRole("button", { name: "Schrijf op Wat we doen als het niet lukt" }).click();
		await page.getByLabel("Wat we doen als het niet lukt").fill("Eerst samen praten, dan pas iemand anders.");
		await page.getByRole("button", { name: "Bewaren" }).click();
		await page.locator("p", { hasText: "Eerst samen praten, dan pas iemand anders." }).waitFor();
		await page.getByRole("button", { name: "Schrijf op Wat we over jullie opschrijven" }).click();
		await page.getByLabel("Wat we over jullie opschrijven").fill("Alleen wat hier staat. Jullie lezen alles.");
		await page.getByRole("button", { name: "Bewaren" }).click();
		await page.locator("p", { hasText: "Alleen wat hier staat. Jullie lezen alles." }).waitFor();
		await page.getByRole("button", { name: "Schrijf op Wat we delen, en met wie" }).click();
		await page.getByLabel("Wat we delen, en met wie").fill("Alleen met de huisarts.");
		await page.getByRole("button", { name: "Bewaren" }).click();
		await page.getByText("Alleen met de huisarts.").waitFor();

		// What each route changes is there before one is chosen.
		await page.getByText("Tik op een route. Je ziet dan wat er verandert.").waitFor();
		await page.getByRole("radio", { name: /^Nu meteen helpen/ }).check();
		await page.getByText("Hulp kan meteen beginnen.").waitFor();
		await page.getByLabel("Wat is er meteen gedaan?").waitFor();
		await page.getByRole("radio", { name: /^Eerst uitzoeken/ }).check();
		await page.getByText("In stap 2 zeggen we eerst wat we gaan uitzoeken, en hoe.").waitFor();
		await page.getByRole("radio", { name: /^Alle stappen/ }).check();
		await page.getByText("We doen de stappen één voor één.").waitFor();
		await expectAccessible(page);
		await page.getByLabel(/Waarom past dit/).fill("Er speelt veel tegelijk.");
		await page.getByRole("button", { name: "Kies deze route" }).click();
		await page.getByText("“Er speelt veel tegelijk.”").waitFor();
		await page.getByText("Alles is er. Kijk samen of het zo klopt.").waitFor();
		await page.getByRole("button", { name: "Rond deze stap samen af" }).click();
		await page.getByText(/Samen afgerond op/).waitFor();
		await expectAccessible(page);

		// On the mother's phone without reloading.
		await phone.page.getByText("Hoe slapen we allemaal weer?").waitFor();
		await phone.page.getByText("Klaar", { exact: true }).first().waitFor();
		await expectAccessible(phone.page);
		await phone.page.getByRole("link", { name: "Wat is onze vraag?" }).click();
		await phone.page.getByText("Elke dinsdag bellen.").waitFor();
		await phone.page.getByText("Er speelt meer. We nemen de tijd voor alle zes stappen.").waitFor();
		await phone.page.getByText("Eerst samen praten, dan pas iemand anders.").waitFor();
		await phone.page.getByText("Ik kom elke dinsdag, en ik vertel wat ik opschrijf.").waitFor();
		await phone.page.getByText("Jullie kwamen zelf naar ons.").waitFor();
		await expectAccessible(phone.page);
		expect([...phone.complaints, ...desk.complaints]).toEqual([]);
		await phone.close();
		await desk.close();
	});

	it("opens the step again with every word still there, and shows both texts when two people write at once", async () => {
		const [desk, other] = [await as(family.coordinator, "/steps/clarify"), await as(family.coordinator, "/steps/clarify")];
		await desk.page.getByRole("button", { name: "Open deze stap weer" }).click();
		await desk.page
			.getByRole("dialog")
			.getByLabel(/Waarom/)
			.fill("Er kwam iets bij.");
		await desk.page.getByRole("dialog").getByRole("button", { name: "Open deze stap weer" }).click();
		for (const { page } of [desk, other]) {
			await page.getByRole("button", { name: "Verander Onze vraag" }).click();
			expect(await page.getByLabel("Onze vraag").inputValue()).toBe("Hoe slapen we allemaal weer?");
		}
		await desk.page.getByLabel("Onze vraag").fill("Hoe slapen we weer door?");
		await desk.page.getByRole("button", { name: "Bewaren" }).click();
		await desk.page.locator(".plan-question", { hasText: "Hoe slapen we weer door?" }).waitFor();
		await other.page.getByLabel("Onze vraag").fill("Hoe komt er rust in de nacht?");
		await other.page.getByRole("button", { name: "Bewaren" }).click();
		const dialog = other.page.getByRole("dialog", { name: "Jullie schreven tegelijk" });
		await dialog.getByText("Hoe slapen we weer door?").waitFor();
		await dialog.getByText("Hoe komt er rust in de nacht?").waitFor();
		await expectAccessible(other.page);
		await dialog.getByRole("button", { name: "Neem mijn tekst" }).click();
		await desk.page.locator(".plan-question", { hasText: "Hoe komt er rust in de nacht?" }).waitFor();
		await desk.close();
		await other.close();
	});

	it("says who sent the family and what a judge decided, and the family reads what it still chooses itself", async () => {
		const other = await anotherFamily("Gezin Berk");
		const desk = await other.as(other.family.coordinator, "/steps/clarify");
		const { page } = desk;
		await page.getByText("Jullie kwamen zelf naar ons.").waitFor();
		await page.getByRole("button", { name: "Schrijf op wie het gezin stuurde" }).click();
		await page.getByLabel("Wie stuurde het gezin?").fill("Huisarts De Wit");
		await page.getByLabel(/^Waarom\?/).fill("Zoon is vaak bang.");
		await expectAccessible(page);
		await page.getByRole("button", { name: "Bewaren" }).click();
		await page.getByRole("button", { name: "Schrijf op Wat Huisarts De Wit van ons hoort" }).click();
		await page.getByLabel("Wat Huisarts De Wit van ons hoort").fill("Alleen dat we begonnen zijn.");
		await page.getByRole("button", { name: "Bewaren" }).click();
		await page.getByRole("link", { name: "Vraag toestemming" }).waitFor();

		await page.getByRole("button", { name: "Schrijf op wat al vaststaat" }).click();
		await page.getByLabel(/Waar het kind woont/).selectOption("foster_return");
		await page.getByLabel("Er is een besluit van de rechter").check();
		await page.getByRole("button", { name: "Bewaren" }).click();
		await page.getByText("Vul dit nog in.").first().waitFor();
		await page.getByLabel("Op welke dag?").fill(day(-20));
		await page.getByLabel("Wat vaststaat").fill("Zoon woont een jaar bij oma.");
		await page.getByLabel("Wat jullie zelf kiezen").fill("Welke dagen jullie samen zijn.");
		await page.getByRole("button", { name: "Bewaren" }).click();
		await page.getByText("Zoon woont een jaar bij oma.").waitFor();
		await expectAccessible(page);

		const phone = await other.as(other.family.mother, "/steps/clarify", true);
		await phone.page.getByText("Welke dagen jullie samen zijn.").waitFor();
		await phone.page.getByText("Alleen dat we begonnen zijn.").waitFor();
		await phone.page.getByText("Pleeggezin, met de bedoeling weer thuis te komen").waitFor();
		await expectAccessible(phone.page);
		expect([...phone.complaints, ...desk.complaints]).toEqual([]);
		await Promise.all([phone.close(), desk.close()]);
	});

	it("tells the family first, asks the scientist, brings the ideas back, and only then chooses the route", async () => {
		const other = await anotherFamily("Gezin Linde");
		const scientist = await world.staff(["scientist"], { givenName: "Ilse", demoNote: "voor deze reis" });
		const desk = await other.as(other.family.coordinator, "/steps/clarify");
		const { page } = desk;
		await page.getByRole("radio", { name: /^Alle stappen/ }).waitFor();
		await page.getByRole("button", { name: "Er speelt veel, of het is ingewikkeld" }).click();
		await page.getByRole("button", { name: "Het gezin weet het" }).click();
		await page.getByLabel("Waar wil je over meedenken?").waitFor();
		await page.getByText("Vraag eerst de gedragswetenschapper om mee te denken.").waitFor();
		expect(await page.getByRole("radio", { name: /^Alle stappen/ }).count()).toBe(0);
		await expectAccessible(page);

		const phone = await other.as(other.family.mother, "/steps/clarify", true);
		await phone.page.getByText("Een gedragswetenschapper denkt met ons mee.").waitFor();

		await page.getByLabel("Waar wil je over meedenken?").fill("Wat past bij dit gezin om te beginnen?");
		await page.getByRole("button", { name: "Vraag om mee te denken" }).click();
		await page.getByText("Wij wachten nog op de ideeën van wie er meedenkt.").waitFor();
		await phone.page.getByRole("link", { name: "Lees wat er gevraagd is" }).waitFor();

		// How a scientist advises, and how the advice is answered, have journeys of their own; here it only counts that it happened.
		const consult = { familyId: other.family.familyId, kind: "route" } as const;
		await world.db.review.updateMany({
			where: consult,
			data: { state: "advised", scientistId: scientist.personId, advice: "Begin klein, met de nachten.", advisedAt: new Date() },
		});
		await page.reload();
		await page.getByText("“Begin klein, met de nachten.”").waitFor();
		await page.getByText("Praat eerst samen over de ideeën van wie er meedacht.").waitFor();
		await expectAccessible(page);
		expect(await page.getByRole("link", { name: "Schrijf op wat jullie ermee doen" }).getAttribute("href")).toContain("/reviews");
		await world.db.review.updateMany({
			where: consult,
			data: { state: "answered", answer: "followed", heardFamilyOn: new Date(day(0)), answeredAt: new Date() },
		});
		await page.reload();
		await page.getByText("Kies nu samen de route.").waitFor();
		await page.getByRole("radio", { name: /^Alle stappen/ }).check();
		await page.getByRole("button", { name: "Kies deze route" }).click();
		await phone.page.getByText("Er speelt meer. We nemen de tijd voor alle zes stappen.").waitFor();
		expect([...phone.complaints, ...desk.complaints]).toEqual([]);
		await Promise.all([phone.close(), desk.close()]);
	});

	it("acts first in a crisis: what was done, by whom and when, and the scientist and the family know at once", async () => {
		const other = await anotherFamily("Gezin Es");
		const scientist = await world.staff(["scientist"], { givenName: "Rosa", demoNote: "voor deze reis" });
		const phone = await other.as(other.family.mother, "/steps/clarify", true);
		const desk = await other.as(other.family.coordinator, "/steps/clarify");
		const { page } = desk;
		await page.getByRole("radio", { name: /^Nu meteen helpen/ }).check();
		await page.getByLabel("Wat is er aan de hand?").fill("Vannacht was Zoon niet veilig thuis.");
		await page.getByRole("button", { name: "Kies deze route" }).click();
		await page.getByText("Vul dit nog in.").first().waitFor();
		await page.getByLabel("Wat is er meteen gedaan?").fill("Zoon slaapt bij oma.");
		await page.getByLabel("Wie dan?").fill("de wijkagent");
		await expectAccessible(page);
		await page.getByRole("button", { name: "Kies deze route" }).click();
		await page.getByText(/Door de wijkagent, op/).waitFor();
		await page.getByRole("button", { name: "Schrijf nog iets op" }).click();
		await page.getByRole("dialog").getByLabel("Wat is er meteen gedaan?").fill("De huisarts belde terug.");
		await page.getByRole("dialog").getByLabel("Wie deed dat?").selectOption({ label: "Moeder" });
		await page.getByRole("dialog").getByRole("button", { name: "Bewaren" }).click();
		await page.getByText(/Door Moeder, op/).waitFor();

		await phone.page.getByText("Zoon slaapt bij oma.").waitFor();
		await phone.page.getByText("De huisarts belde terug.").waitFor();
		await expectAccessible(phone.page);
		const thinker = await signedIn(browser, app.url, { id: scientist.accountId }, "/reviews");
		await thinker.page.getByText("Gezin Es").first().waitFor();
		expect([...phone.complaints, ...desk.complaints, ...thinker.complaints]).toEqual([]);
		await Promise.all([phone.close(), desk.close(), thinker.close()]);
	});

	it("records a contact in two taps, takes it back, and the family reads when they spoke", async () => {
		const other = await anotherFamily("Gezin Wilg");
		const desk = await other.as(other.family.coordinator);
		const { page } = desk;
		await page.getByText(/Leg het eerste contact voor/).waitFor();
		await page.getByRole("button", { name: "Gebeld" }).click();
		await page.getByRole("dialog").getByRole("checkbox", { name: "Moeder" }).waitFor();
		await expectAccessible(page);
		await page.getByRole("dialog").getByRole("button", { name: "Bewaren" }).click();
		await page.getByText(/Gebeld, vandaag/).waitFor();
		await page.getByText("Met Moeder en Vader").waitFor();
		await page.getByRole("button", { name: "Toch niet" }).click();
		await page.getByText(/Leg het eerste contact voor/).waitFor();

		await page.getByRole("button", { name: "Op bezoek" }).click();
		await page.getByRole("dialog").getByRole("checkbox", { name: "Vader" }).uncheck();
		await page
			.getByRole("dialog")
			.getByLabel(/In een paar woorden/)
			.fill("Thee gedronken en gepraat over school.");
		await page.getByRole("dialog").getByRole("button", { name: "Bewaren" }).click();
		await page.getByText("Thee gedronken en gepraat over school.").waitFor();
		await page.getByRole("link", { name: "Contact", exact: true }).click();
		await page.getByRole("button", { name: /^Verander dit contact/ }).click();
		await page.getByRole("dialog").getByLabel("Op welke dag?").fill(day(-1));
		await page.getByRole("dialog").getByRole("button", { name: "Bewaren" }).click();
		await page.getByRole("dialog").waitFor({ state: "detached" });
		await expectAccessible(page);

		const phone = await other.as(other.family.mother, "", true);
		await phone.page.getByRole("link", { name: "Wanneer we elkaar spraken" }).click();
		await phone.page.getByText("Thee gedronken en gepraat over school.").waitFor();
		await expectAccessible(phone.page);
		expect([...phone.complaints, ...desk.complaints]).toEqual([]);
		await Promise.all([phone.close(), desk.close()]);
	});

	const day = (days: number) => world.daysFromToday(days).toISOString().slice(0, 10);
	async function anotherFamily(name: string) {
		const made = await world.newFamily({ name });
		const accounts = [made.coordinator, made.mother, made.father, made.girl].map(({ accountId }) => accountId);
		await world.db.account.updateMany({ where: { id: { in: accounts } }, data: { demoNote: "voor deze reis" } });
		return {
			family: made,
			as: (person: { accountId: string }, path = "", phone = false) =>
				signedIn(browser, app.url, { id: person.accountId }, `/families/${made.familyId}${path}`, { phone }),
		};
	}
});
