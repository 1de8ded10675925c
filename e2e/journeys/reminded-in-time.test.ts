import { readFileSync } from "node:fs";
import type { DemoAccount, listDemoMails } from "@samenplan/contract/demo";
import type { EndpointResponse } from "@samenplan/contract/endpoint";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../app.ts";
import { launchBrowser } from "../browser.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { demoAccounts, signedIn } from "../fixtures/signed-in.ts";

type DemoMail = EndpointResponse<typeof listDemoMails>[number];
const question = "Mag het gesprek ook bij oma thuis?";
const dayMilliseconds = 86_400_000;

/** A question that nobody answers rises: to the coordinator's list, to the mail, to the team lead; and goes when it is answered. */
describe("Nobody is forgotten, and nobody is disturbed at night", () => {
	let app: App;
	let browser: Browser;
	let accounts: DemoAccount[];
	let familyId: string;
	let familyName: string;
	const begun = Date.now();

	const as = (name: string, path: string, options: { phone?: boolean } = {}) => {
		const account = accounts.find((each) => each.name === name);
		if (!account) throw new Error(`${name} is not in the demo`);
		return signedIn(browser, app.url, account, path, options);
	};
	/** Puts the clock of the whole product at an hour in the Netherlands, so many days from now. */
	async function at(days: number, time: string): Promise<void> {
		const day = new Date(begun + days * dayMilliseconds).toISOString().slice(0, 10);
		// In winter the Netherlands are an hour ahead of UTC, in summer two.
		const guess = new Date(`${day}T${time}:00Z`);
		const hour = Number(new Intl.DateTimeFormat("nl", { timeZone: "Europe/Amsterdam", hour: "2-digit", hourCycle: "h23" }).format(guess));
		const ahead = (hour - guess.getUTCHours() + 24) % 24;
		const offsetSeconds = Math.round((guess.getTime() - ahead * 3_600_000 - Date.now()) / 1000);
		const answer = await fetch(`${app.url}/api/demo/clock`, {
			method: "PUT",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ offsetSeconds }),
		});
		expect(answer.status).toBe(200);
	}
	const mailsTo = async (name: string): Promise<DemoMail[]> => {
		const email = accounts.find((each) => each.name === name)?.email;
		const mails = (await (await fetch(`${app.url}/api/demo/mails`)).json()) as DemoMail[];
		return mails.filter(({ to }) => to === email);
	};

	beforeAll(async () => {
		app = await startApp({ seed: true });
		browser = await launchBrowser();
		accounts = await demoAccounts(app.url);
		const lotte = accounts.find(({ name }) => name === "Lotte de Wit");
		familyId = lotte?.familyId ?? "";
		familyName = lotte?.familyName ?? "";
	});
	afterAll(async () => {
		await browser?.close();
		await app?.stop();
	});

	it("lets a mother ask; after the agreed days the question stands in the coordinator's list, with why and what ends it", async () => {
		const lotte = await as("Lotte de Wit", `/families/${familyId}/questions`, { phone: true });
		await lotte.page.getByRole("textbox", { name: "Wat wil je vragen of zeggen?" }).fill(question);
		await lotte.page.getByRole("button", { name: "Stel deze vraag" }).click();
		await lotte.page.getByRole("article").getByText(question).or(lotte.page.locator("main").getByText(question)).first().waitFor();
		await lotte.close();

		await at(8, "09:30");
		const marit = await as("Marit Hoekstra", "/caseload");
		const row = marit.page.locator(".sp-family-row").filter({ hasText: familyName });
		await row
			.getByText(/wacht(en)? al \d+ dagen op antwoord/)
			.first()
			.waitFor();
		await row.getByText("Waarom, en wanneer gaat het weg?").click();
		await row.getByText(/wacht langer dan afgesproken\. Het gaat weg als je antwoord geeft\./).waitFor();
		await expectAccessible(marit.page);
		// What left the house says nothing of it.
		const mails = (await mailsTo("Marit Hoekstra")).filter(({ kind }) => kind.startsWith("unanswered_question"));
		expect(mails.length).toBeGreaterThan(0);
		for (const { subject, text } of mails)
			for (const secret of [question, familyName, "Lotte", "Kwame"]) expect(subject + text).not.toContain(secret);
		expect(marit.complaints).toEqual([]);
		await marit.close();
	});

	it("brings it to the team lead when it stays there, who says who looks after it; the coordinator reads that", async () => {
		await at(16, "09:30");
		const lead = accounts.find(({ relation }) => relation === "team_lead") as DemoAccount;
		const visit = await signedIn(browser, app.url, lead, "/team");
		const waiting = visit.page.locator(".sp-escalation").filter({ hasText: familyName }).filter({ hasText: "op antwoord" });
		// The longest waits first; the rest is behind one click.
		await visit.page.getByText(/^Nog \d+ andere$/).click();
		await waiting.getByText("Aan zet: Marit Hoekstra").waitFor();
		await expectAccessible(visit.page);
		await waiting.getByRole("button", { name: /Ik pak dit op/ }).click();
		const dialog = visit.page.getByRole("dialog");
		await dialog.getByRole("textbox").fill("Ik bel je morgenochtend.");
		await expectAccessible(visit.page);
		await dialog.getByRole("button", { name: "Laat weten" }).click();
		await waiting.getByText(/Opgepakt op .*: Ik bel je morgenochtend\./).waitFor();
		expect(visit.complaints).toEqual([]);

		const marit = await as("Marit Hoekstra", "/caseload");
		await marit.page
			.locator(".sp-family-row")
			.filter({ hasText: familyName })
			.getByText(/Ik bel je morgenochtend\./)
			.waitFor();
		// She answers every question of this family; then it is nowhere any more.
		await marit.page.goto(`/families/${familyId}/questions`);
		await marit.page.getByText(question).first().waitFor();
		const open = marit.page.getByRole("button", { name: "Geef antwoord" });
		for (let left = await open.count(); left > 0; left -= 1) {
			await open.first().click();
			await marit.page.getByRole("textbox", { name: /^Jouw antwoord/ }).fill("Ja, dat is goed.");
			await marit.page.getByRole("button", { name: "Stuur dit antwoord" }).click();
			await expect.poll(() => marit.page.getByRole("textbox", { name: /^Jouw antwoord/ }).count(), { timeout: 10_000 }).toBe(0);
		}
		await visit.page.reload();
		await visit.page.getByRole("heading", { name: "Dit bleef te lang liggen" }).waitFor();
		expect(await waiting.count()).toBe(0);
		await Promise.all([marit.close(), visit.close()]);
	});

	it("gives one message a day, after the quiet hours, to whoever chose that", async () => {
		const marit = await as("Marit Hoekstra", "/me");
		await marit.page.getByRole("link", { name: "Hoe hoor je van ons?" }).click();
		await marit.page.getByRole("heading", { level: 1, name: "Hoe hoor je van ons?" }).waitFor();
		await marit.page.getByRole("radio", { name: /Eén keer per dag/ }).check();
		await marit.page.getByRole("combobox", { name: "Stil vanaf" }).selectOption({ label: "20 uur" });
		await marit.page.getByRole("combobox", { name: "Stil tot" }).selectOption({ label: "11 uur" });
		await marit.page.getByText("Nu hoor je niets tussen 20 uur en 11 uur.").waitFor();
		await expectAccessible(marit.page);
		await marit.page.reload();
		await marit.page.getByText("Nu hoor je niets tussen 20 uur en 11 uur.").waitFor();
		expect(await marit.page.getByRole("radio", { name: /Eén keer per dag/ }).isChecked()).toBe(true);

		const before = (await mailsTo("Marit Hoekstra")).length;
		await at(24, "10:30");
		expect(await mailsTo("Marit Hoekstra")).toHaveLength(before);
		await at(24, "11:05");
		const [mail] = await mailsTo("Marit Hoekstra");
		expect(await mailsTo("Marit Hoekstra")).toHaveLength(before + 1);
		expect(mail?.kind).toBe("digest");
		expect(mail?.subject).toMatch(/^Vandaag: \d+ ding/);
		expect(mail?.text).not.toContain(familyName);
		await at(24, "15:00");
		expect(await mailsTo("Marit Hoekstra")).toHaveLength(before + 1);
		await marit.close();
	});

	it("puts the next talk into one's own calendar without saying what it is about", async () => {
		await at(0, "12:00");
		const lotte = await as("Lotte de Wit", `/families/${familyId}/steps/evaluate`, { phone: true });
		const [download] = await Promise.all([
			lotte.page.waitForEvent("download"),
			lotte.page.getByRole("button", { name: "Zet in mijn agenda" }).click(),
		]);
		const file = readFileSync(await download.path(), "utf8");
		expect(file).toContain("SUMMARY:Gesprek");
		expect(file).toMatch(/DTSTART;VALUE=DATE:\d{8}/);
		for (const secret of [familyName, "Lotte", "Kwame", "Marit"]) expect(file).not.toContain(secret);
		await lotte.close();
	});
});
