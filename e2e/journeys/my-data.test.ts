import { readFile } from "node:fs/promises";
import { openWorld, type Person, type TestFamily, type World } from "@samenplan/testing/world";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../app.ts";
import { launchBrowser, type Visitor } from "../browser.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { signedIn } from "../fixtures/signed-in.ts";

const fathersPhone = "06 12 00 34 56";

describe("my data", () => {
	let app: App;
	let browser: Browser;
	let world: World;
	let family: TestFamily;
	let officer: Person;
	beforeAll(async () => {
		app = await startApp();
		world = await openWorld(app.ownerUrl);
		browser = await launchBrowser();
		officer = await world.staff(["privacy_officer"], { givenName: "Loes", familyName: "Timmer" });
		family = await world.newFamily({ name: "Familie Zonneveld" });
		await world.db.person.update({ where: { id: family.father.personId }, data: { phone: fathersPhone } });
		const by = { familyId: family.familyId, planId: family.planId, subject: "concern" as const, theme: "parent_behaviour" as const };
		await world.db.view.create({
			data: { ...by, personId: family.father.personId, writtenBy: family.father.personId, text: "Moeder komt altijd te laat." },
		});
		await world.db.view.create({
			data: { ...by, personId: family.mother.personId, writtenBy: family.mother.personId, text: "Ik ben vaak moe in de ochtend." },
		});
		await world.db.account.updateMany({ data: { demoNote: "journey" } });
	});
	afterAll(async () => {
		await browser?.close();
		await world?.close();
		await app?.stop();
	});

	const visit = (person: { accountId: string }, path: string, phone = false) =>
		signedIn(browser, app.url, { id: person.accountId }, path, { phone });
	const home = () => `/families/${family.familyId}`;
	/** A refused request is told on the page itself; the browser notes it too. */
	const faults = (at: Visitor) => at.complaints.filter((words) => !words.startsWith("Failed to load resource"));
	async function decideYes({ page }: Visitor) {
		await page.getByLabel("Hoe is dat gecontroleerd?").fill("Paspoort gezien op kantoor");
		await page.getByRole("button", { name: "Leg vast", exact: true }).click();
		await page.getByText("Gecontroleerd op").waitFor();
		await page.getByRole("radio", { name: "Toekennen" }).check();
		await page.getByRole("button", { name: "Leg het besluit vast" }).click();
		await page.getByText("Het besluit is vastgelegd").waitFor();
	}

	it("is asked by a mother on her phone, granted by the privacy officer, and read by her with the father's phone left out", async () => {
		const mother = await visit(family.mother, home(), true);
		await mother.page.getByRole("link", { name: "Mijn gegevens" }).click();
		await mother.page.getByRole("heading", { level: 1, name: "Mijn gegevens" }).waitFor();
		await mother.page.getByRole("radio", { name: "Ik wil het hele dossier zien" }).check();
		await mother.page.getByLabel("Wil je er iets bij zeggen?").fill("Ik wil weten wat er over mij staat.");
		await expectAccessible(mother.page);
		await mother.page.getByRole("button", { name: "Vraag dit" }).click();
		await mother.page.getByText("Je vraag is binnen. Je krijgt antwoord").waitFor();

		const loes = await visit(officer, "/requests");
		await loes.page.getByRole("heading", { level: 1, name: "Verzoeken" }).waitFor();
		await expectAccessible(loes.page);
		await loes.page.getByRole("link", { name: "Moeder, over zichzelf" }).click();
		await loes.page.getByText("Ik wil weten wat er over mij staat.").waitFor();
		await expectAccessible(loes.page);
		await decideYes(loes);
		await loes.page.getByRole("link", { name: "Open het dossier" }).click();
		await loes.page.getByText("Ik ben vaak moe in de ochtend.").first().waitFor();
		expect(await loes.page.getByRole("main").textContent()).not.toContain(fathersPhone);
		await expectAccessible(loes.page);

		await mother.page.getByRole("link", { name: "Lees het dossier" }).click();
		await mother.page.getByRole("heading", { level: 1, name: "Inzage in het dossier" }).waitFor();
		const text = (await mother.page.getByRole("main").textContent()) ?? "";
		expect(text).toContain("Moeder komt altijd te laat.");
		expect(text).not.toContain(fathersPhone);
		await expectAccessible(mother.page);
		const [saved] = await Promise.all([
			mother.page.waitForEvent("download"),
			mother.page.getByRole("button", { name: "Bewaar voor de computer" }).click(),
		]);
		const data = await readFile(await saved.path(), "utf8");
		expect(JSON.parse(data)).toMatchObject({ kind: "inspection", asker: "Moeder" });
		expect(data).not.toContain(fathersPhone);
		expect([...faults(mother), ...faults(loes)]).toEqual([]);
		await mother.close();
		await loes.close();
	});

	it("lets her put her own words beside a text that is not right, for the father to read too", async () => {
		const mother = await visit(family.mother, `${home()}/steps/strengths/parent_behaviour/hard`, true);
		await mother.page.getByText("Moeder komt altijd te laat.").first().waitFor();
		await mother.page.getByRole("button", { name: "Zet mijn verklaring erbij" }).first().click();
		await mother.page.getByLabel("Wat klopt er niet? En hoe is het wel?").fill("Ik kwam twee keer te laat, door de bus.");
		await mother.page.getByRole("button", { name: "Zet het erbij" }).click();
		await mother.page.getByText("Verklaring van Moeder").waitFor();
		const father = await visit(family.father, `${home()}/steps/strengths/parent_behaviour/hard`, true);
		await father.page.getByText("Ik kwam twee keer te laat, door de bus.").waitFor();
		expect(await father.page.getByText("Moeder komt altijd te laat.").count()).toBeGreaterThan(0);
		expect([...faults(mother), ...faults(father)]).toEqual([]);
		await mother.close();
		await father.close();
	});

	it("is destroyed when she asks, but not while a legal hold stands", async () => {
		const mother = await visit(family.mother, `${home()}/my-data`, true);
		await mother.page.getByRole("radio", { name: "Wis mijn gegevens" }).check();
		await mother.page.getByRole("button", { name: "Vraag dit" }).click();
		await mother.page.getByText("Je vraag is binnen. Je krijgt antwoord").waitFor();

		const loes = await visit(officer, "/requests");
		await loes.page.getByRole("link", { name: "Moeder, over zichzelf" }).first().waitFor();
		const asked = await world.db.privacyRequest.findFirstOrThrow({ where: { kind: "destruction" } });
		await loes.page.goto(`/requests/${family.familyId}/${asked.id}`);
		await loes.page.locator("summary").filter({ hasText: "Leg een bewaarplicht vast" }).click();
		await loes.page.getByLabel("Waarom moet dit bewaard blijven?").fill("Er loopt een klacht.");
		await loes.page.getByRole("button", { name: "Leg een bewaarplicht vast" }).click();
		await loes.page.getByText("Er loopt een klacht.").waitFor();
		await loes.page.getByLabel("Hoe is dat gecontroleerd?").fill("Paspoort gezien op kantoor");
		await loes.page.getByRole("button", { name: "Leg vast", exact: true }).click();
		await loes.page.getByText("Gecontroleerd op").waitFor();
		await loes.page.getByRole("radio", { name: "Toekennen" }).check();
		await loes.page.getByRole("button", { name: "Leg het besluit vast" }).click();
		await loes.page.getByText("Dit mag nu niet weg. Iemand legde vast dat het bewaard blijft.").waitFor();
		await expectAccessible(loes.page);

		await loes.page.getByRole("button", { name: "Hef de bewaarplicht op" }).click();
		await loes.page.locator("summary").filter({ hasText: "Leg een bewaarplicht vast" }).waitFor();
		await loes.page.getByRole("button", { name: "Leg het besluit vast" }).click();
		await loes.page.getByRole("button", { name: "Wis voorgoed" }).click();
		await loes.page.getByLabel("Typ de naam van het gezin: Familie Zonneveld").fill("familie zonneveld");
		await expectAccessible(loes.page);
		await loes.page.getByRole("dialog").getByRole("button", { name: "Wis voorgoed" }).click();
		await loes.page.getByRole("heading", { level: 1, name: "Bewaartermijnen" }).waitFor();
		await loes.page.getByText("Op verzoek").waitFor();
		await expectAccessible(loes.page);

		const left = await world.db.view.findMany({ where: { familyId: family.familyId } });
		expect(left.map(({ text }) => text)).toEqual(["Moeder komt altijd te laat."]);
		await mother.page.goto(home());
		await mother.page.getByRole("link", { name: "Mijn gegevens" }).waitFor({ state: "detached" });
		expect(faults(loes)).toEqual([]);
		await mother.close();
		await loes.close();
	});
});
