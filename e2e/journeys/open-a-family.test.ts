import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../app.ts";
import { launchBrowser, type Visitor } from "../browser.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { signedIn } from "../fixtures/signed-in.ts";

/**
 * A coordinator opens a family that was just referred. She knows little: two parents who live apart, a girl of thirteen, a boy
 * whose birthday nobody mentioned. Half-filled is fine and kept.
 */
describe("A coordinator opens a new family and writes down who belongs to it", () => {
	let app: App;
	let browser: Browser;
	let coordinator: Visitor;
	let page: Page;

	beforeAll(async () => {
		app = await startApp({ seed: true });
		browser = await launchBrowser();
		coordinator = await signedIn(browser, app.url, (each) => each.relation === "coordinator", "/families/new");
		page = coordinator.page;
	});
	afterAll(async () => {
		await browser?.close();
		await app?.stop();
	});

	const add = async (button: string, fill: () => Promise<void>) => {
		await page.getByRole("link", { name: button }).first().click();
		await fill();
		await page.getByRole("button", { name: "Voeg toe" }).click();
		await page.getByRole("heading", { level: 1, name: "De mensen van Gezin Van Dam" }).waitFor();
	};
	const born = (years: number) => `${new Date().getFullYear() - years}-01-05`;

	it("keeps a half-typed name when she is called away", async () => {
		await page.getByLabel("Hoe noemen we dit gezin?").fill("Gezin Van D");
		await page.goto("/caseload");
		await page.goto("/families/new");
		await page.getByText("Je was hier al bezig").waitFor();
		expect(await page.getByLabel("Hoe noemen we dit gezin?").inputValue()).toBe("Gezin Van D");
		await expectAccessible(page);
	});

	it("opens the family with one answer", async () => {
		await page.getByLabel("Hoe noemen we dit gezin?").fill("Gezin Van Dam");
		await page.getByRole("button", { name: "Open dit gezin" }).click();
		await page.getByRole("heading", { level: 1, name: "De mensen van Gezin Van Dam" }).waitFor();
		await page.getByText("Voeg de ouders toe").waitFor();
	});

	it("adds two parents, one who reads Polish and easy text", async () => {
		await add("Ouder toevoegen", async () => {
			await page.getByLabel("Voornaam").fill("Irene");
			await page.getByLabel("Achternaam").fill("van Dam");
			await page.getByLabel("Hoe noemt het gezin deze persoon?").fill("moeder");
			await page.getByLabel("E-mail").fill("irene@demo.invalid");
		});
		await add("Ouder toevoegen", async () => {
			await page.getByLabel("Voornaam").fill("Pawel");
			await page.getByLabel("Hoe noemt het gezin deze persoon?").fill("vader");
			await page.getByLabel("Welke taal leest deze persoon het liefst?").selectOption({ label: "Pools" });
			await page.getByLabel("Leest graag makkelijke tekst").check();
			await page.getByLabel("Er is een tolk nodig bij gesprekken").check();
			await expectAccessible(page);
		});
		await page.getByText("Met tolk").waitFor();
	});

	it("adds a girl of thirteen, and a boy whose birthday is not known yet", async () => {
		await add("Kind toevoegen", async () => {
			await page.getByLabel("Voornaam").fill("Lotte");
			await page.getByLabel("Geboren op").fill(born(13));
		});
		await add("Kind toevoegen", async () => page.getByLabel("Voornaam").fill("Bas"));
		await page.getByText("Van Bas weten we de geboortedag nog niet").waitFor();
	});

	it("asks for a name when there is none, and keeps what was typed", async () => {
		await page.getByRole("link", { name: "Iemand toevoegen" }).click();
		await page.getByLabel("Hoe noemt het gezin deze persoon?").fill("oma");
		await page.getByRole("button", { name: "Voeg toe" }).click();
		await page.getByText("Vul dit nog in.").waitFor();
		expect(await page.getByLabel("Hoe noemt het gezin deze persoon?").inputValue()).toBe("oma");
		await page.getByLabel("Voornaam").fill("Wil");
		await page.getByRole("button", { name: "Voeg toe" }).click();
		await page.getByText("Wil is bewaard.").waitFor();
	});

	it("says how they are related, in words", async () => {
		for (const parent of ["Irene van Dam", "Pawel"]) {
			await page.getByRole("link", { name: `${parent} aanpassen` }).click();
			for (const child of ["Lotte", "Bas"]) {
				await page.getByLabel(`Van ${child}`).selectOption({ label: "Ouder" });
				await page.getByText("De familieband is bewaard.").last().waitFor();
				await expect.poll(() => page.getByLabel(`Van ${child}`).isEnabled()).toBe(true);
			}
			await page.getByRole("link", { name: "Alle mensen" }).click();
		}
		await page.getByText("moeder van Lotte en Bas").first().waitFor();
		await page.getByText("kind van Irene en Pawel").first().waitFor();
	});

	it("makes two homes, with a girl who lives in both", async () => {
		await page.getByRole("button", { name: "Huis toevoegen" }).click();
		await page.getByRole("dialog").getByLabel("Irene van Dam").selectOption({ label: "Woont hier altijd" });
		await page.getByRole("dialog").getByLabel("Lotte", { exact: true }).selectOption({ label: "Woont hier soms" });
		await page.getByRole("dialog").getByLabel("Adres").fill("Lindelaan 4");
		await expectAccessible(page);
		await page.getByRole("dialog").getByRole("button", { name: "Bewaren" }).click();
		await page.getByRole("heading", { name: "Bij Irene" }).waitFor();
		await page.getByRole("button", { name: "Huis toevoegen" }).click();
		await page.getByRole("dialog").getByRole("combobox", { name: "Pawel" }).selectOption({ label: "Woont hier altijd" });
		await page.getByRole("dialog").getByLabel("Lotte", { exact: true }).selectOption({ label: "Woont hier in het weekend" });
		await page.getByRole("dialog").getByRole("button", { name: "Bewaren" }).click();
		const home = page.getByRole("article").filter({ has: page.getByRole("heading", { name: "Bij Pawel" }) });
		await home.getByText("Lotte").waitFor();
		await page.getByText("Nog zonder huis: Bas").waitFor();
	});

	it("records authority with a source and a day; not known yet counts as no", async () => {
		await page.getByRole("button", { name: /Gezag van Irene over Lotte/ }).click();
		const dialog = page.getByRole("dialog");
		await dialog.getByRole("radio", { name: /^Ja/ }).check();
		await dialog.getByRole("button", { name: "Bewaren" }).click();
		await dialog.getByText("Vul dit nog in.").waitFor();
		await dialog.getByLabel("Waar heb je dat gezien?").fill("gezagsregister");
		await dialog.getByRole("button", { name: "Bewaren" }).click();
		await page.getByRole("button", { name: /Gezag van Irene over Lotte: Ja gezagsregister/ }).waitFor();
		expect(await page.getByRole("button", { name: /Gezag van Pawel over Lotte: Nog niet bekend/ }).count()).toBe(1);
	});

	it("lets somebody go who was added by mistake, and takes that back", async () => {
		await page.getByRole("button", { name: "Meer met Wil" }).click();
		await page.getByRole("menuitem", { name: "Hoort er niet meer bij" }).click();
		await page.getByRole("button", { name: "Ja, Wil hoort er niet meer bij" }).click();
		await page.getByText("Wil hoort er niet meer bij.").waitFor();
		await expect.poll(() => page.getByRole("button", { name: "Meer met Wil" }).count()).toBe(0);
		await page.getByRole("button", { name: "Toch niet" }).click();
		await page.getByRole("button", { name: "Meer met Wil" }).waitFor();
	});

	it("still has everything after a reload, and axe finds nothing", async () => {
		await page.reload();
		await page.getByText("moeder van Lotte en Bas").first().waitFor();
		await page.getByRole("heading", { name: "Bij Pawel" }).waitFor();
		await expectAccessible(page);
		// Forms that were sent half-filled on purpose were answered 400, and nobody was signed in at first; no script went wrong.
		expect(coordinator.complaints.filter((each) => !/ 40[01] \(/.test(each))).toEqual([]);
	});
});
