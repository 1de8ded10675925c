import pg from "pg";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../app.ts";
import { launchBrowser, newVisitor, type Visitor } from "../browser.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { unexpected } from "../fixtures/complaints.ts";
import { addPasskeyDevice, type PasskeyDevice } from "../fixtures/passkey-device.ts";
import { signedIn } from "../fixtures/signed-in.ts";

const email = "fenna.visser@demo.invalid";

describe("An employee gets an account and signs in", () => {
	let app: App;
	let browser: Browser;
	let database: pg.Client;
	let administrator: Visitor;
	let fenna: Visitor;
	let page: Page;
	let device: PasskeyDevice;
	/** Passkeys belong to a name; an address in figures has none. */
	let url: string;

	beforeAll(async () => {
		app = await startApp({ seed: true });
		url = app.url.replace("127.0.0.1", "localhost");
		browser = await launchBrowser();
		database = new pg.Client({ connectionString: app.ownerUrl });
		await database.connect();
		administrator = await newVisitor(browser, url);
		fenna = await newVisitor(browser, url);
		page = fenna.page;
		for (const each of [page, administrator.page]) each.setDefaultTimeout(8000);
		device = await addPasskeyDevice(page);
	});
	afterAll(async () => {
		await database?.end();
		await browser?.close();
		await app?.stop();
	});

	/** The newest link that was mailed to her. */
	async function mailedLink(): Promise<string> {
		const mails = (await (await fetch(`${app.url}/api/demo/mails`)).json()) as { to: string; text: string }[];
		return /\/password#\S+/.exec(mails.find((mail) => mail.to === email && mail.text.includes("/password#"))?.text ?? "")?.[0] ?? "";
	}
	/** As if nobody had touched this device for so long, at the server. */
	const letTimePass = (minutes: number) =>
		database.query(
			`update session set last_seen_at = clock_timestamp() - $1 * interval '1 minute'
			where account_id = (select id from account where email = $2) and ended_at is null`,
			[minutes, email],
		);

	it("begins with an administrator who invites her", async () => {
		const admin = administrator.page;
		await admin.goto("/sign-in");
		await admin.getByRole("button", { name: /Wouter Smit/ }).click();
		await admin.getByRole("link", { name: "Accounts" }).click();
		await admin.getByRole("button", { name: "Nieuwe medewerker" }).click();
		await admin.getByLabel("Voornaam").fill("Fenna");
		await admin.getByLabel("Achternaam").fill("Visser");
		await admin.getByLabel("E-mail van het werk").fill(email);
		await admin.getByLabel("Coördinator").check();
		await admin.getByRole("combobox", { name: /Team/ }).selectOption({ index: 1 });
		await expectAccessible(admin);
		await admin.getByRole("button", { name: "Nodig uit" }).click();
		await admin
			.getByRole("row", { name: /Fenna Visser/ })
			.getByText("Uitgenodigd")
			.waitFor();
	});

	it("refuses a common password in plain words, and takes a good one", async () => {
		await page.goto(await mailedLink());
		await page.getByRole("heading", { level: 1, name: "Welkom Fenna" }).waitFor();
		await expectAccessible(page);
		const password = page.getByLabel("Je nieuwe wachtwoord");
		await password.fill("Welkom01Welkom01");
		await page.getByRole("button", { name: "Bewaar en ga verder" }).click();
		await page.getByText("Dit is makkelijk te raden.").waitFor();
		await page.getByRole("button", { name: "Laat zien wat ik typ" }).click();
		expect(await password.getAttribute("type")).toBe("text");
		expect(await password.getAttribute("autocomplete")).toBe("new-password");
		await password.fill("bloempot fiets regenjas");
		await page.getByRole("button", { name: "Bewaar en ga verder" }).click();
		await page.getByRole("heading", { name: "Kies je tweede stap" }).waitFor();
	});

	it("has nothing yet: only the second step, also after loading again", async () => {
		expect(page.url()).not.toContain("#");
		await page.reload();
		await page.getByRole("heading", { name: "Kies je tweede stap" }).waitFor();
		await expectAccessible(page);
		const status = await page.evaluate(async () => (await fetch("/api/me")).status);
		expect(status).toBe(401);
	});

	it("adds a passkey, keeps the recovery codes and is in", async () => {
		await page.getByRole("button", { name: "Gebruik vinger, gezicht of toestelcode" }).click();
		await page.getByRole("heading", { name: "Bewaar deze herstelcodes" }).waitFor();
		expect(await page.getByRole("list", { name: "Bewaar deze herstelcodes" }).getByRole("listitem").count()).toBe(10);
		await expectAccessible(page);
		await page.getByLabel("Ik heb de codes bewaard").check();
		await page.getByRole("button", { name: "Ga verder" }).click();
		await page.getByRole("heading", { level: 1, name: "Mijn gezinnen" }).waitFor();
	});

	it("signs out, and in again with the passkey alone", async () => {
		await signOut();
		await page.getByRole("button", { name: "Log in met je vinger of gezicht" }).click();
		await page.getByRole("heading", { level: 1, name: "Mijn gezinnen" }).waitFor();
		expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("samenplan.draft")))).toEqual([]);
	});

	it("signs out, and in again by picking the passkey in the field of the address", async () => {
		await signOut();
		device.pickInField(true);
		await page.goto("/sign-in");
		await page.getByRole("heading", { level: 1, name: "Mijn gezinnen" }).waitFor();
		device.pickInField(false);
	});

	it("sees her other device and ends its session at once", async () => {
		const other = await newVisitor(browser, url);
		await other.page.goto("/sign-in");
		await other.page.getByRole("button", { name: "Log in met een wachtwoord" }).click();
		await other.page.getByLabel("Je e-mail").fill(email);
		await other.page.getByLabel("Je wachtwoord", { exact: true }).fill("bloempot fiets regenjas");
		await other.page.getByRole("button", { name: "Log in", exact: true }).click();
		await other.page.getByRole("heading", { name: "Nog één stap" }).waitFor();
		await expectAccessible(other.page);
		// Her passkey is on the first device; here she uses a code that she kept.
		await other.page.getByRole("button", { name: "Ik gebruik een code die ik bewaarde" }).click();
		await other.page.getByLabel("Een code die je bewaarde").fill(await newRecoveryCode());
		await other.page.getByRole("button", { name: "Ga verder" }).click();
		await other.page.getByRole("heading", { level: 1, name: "Mijn gezinnen" }).waitFor();

		await page.goto("/me/sign-in");
		await page.getByRole("heading", { name: "Hier ben je ingelogd" }).waitFor();
		await page.getByText("dit toestel", { exact: true }).waitFor();
		await expectAccessible(page);
		// Every other device, the one of before she was let back in too.
		const others = page.getByRole("button", { name: /^Log uit/ });
		for (let left = await others.count(); left > 0; left -= 1) {
			await others.first().click();
			await expect.poll(() => others.count()).toBe(left - 1);
		}
		await page.getByText("Dat toestel is uitgelogd.").first().waitFor();
		await other.page.getByRole("link", { name: "Mijn gezinnen" }).click();
		await other.page.reload();
		await other.page.getByRole("button", { name: "Stuur mij een code" }).waitFor();
		await other.close();
	});

	it("is asked in time whether she is still there, and stays in", async () => {
		await page.goto("/me/sign-in");
		await page.clock.install();
		await page.reload();
		await page.getByRole("heading", { name: "Hier ben je ingelogd" }).waitFor();
		await page.clock.fastForward("26:00");
		await page.getByRole("dialog", { name: "Ben je er nog?" }).waitFor();
		await expectAccessible(page);
		await page.getByRole("button", { name: "Ja, ik ben er nog" }).click();
		await page.getByRole("dialog").waitFor({ state: "detached" });
	});

	it("signs in again in place when it lay too long, and what she typed is still there", async () => {
		await page.getByRole("button", { name: "Kies een ander wachtwoord" }).click();
		await page.getByLabel("Je nieuwe wachtwoord").fill("nog niet bewaard");
		await letTimePass(31);
		await page.clock.fastForward("31:00");
		const dialog = page.getByRole("dialog", { name: "Je bent uitgelogd" });
		await dialog.waitFor();
		await dialog.getByRole("button", { name: "Log in met je vinger of gezicht" }).click();
		await dialog.waitFor({ state: "detached" });
		expect(await page.getByLabel("Je nieuwe wachtwoord").inputValue()).toBe("nog niet bewaard");
	});

	it("loses a device: the administrator asks to let her back in, the privacy officer agrees, and only her link ends the old way in", async () => {
		const admin = administrator.page;
		await database.query("update session set proved_again_at = null where account_id <> (select id from account where email = $1)", [
			email,
		]);
		const row = admin.getByRole("row", { name: /Fenna Visser/ });
		await admin.reload();
		await row.getByText("Klaar").waitFor();
		await row.getByRole("button", { name: "Meer met Fenna Visser" }).click();
		await admin.getByRole("menuitem", { name: "Weer toegang geven" }).click();
		const dialog = admin.getByRole("dialog", { name: "Weer toegang geven" });
		await dialog.getByLabel("Hoe weet je zeker dat het Fenna is?").fill("Ze stond aan mijn bureau met haar personeelspas.");
		const ask = async () => {
			await dialog.getByRole("button", { name: "Vraag om weer toegang" }).click();
			await admin.getByRole("dialog", { name: "Laat zien dat jij het bent" }).waitFor();
		};
		// Cancelled, nothing has happened, and what was typed is still there.
		await ask();
		await expectAccessible(admin);
		await admin.getByRole("dialog", { name: "Laat zien dat jij het bent" }).getByRole("button", { name: "Niet doen" }).click();
		await ask();
		await admin.getByRole("button", { name: "Ja, ik ben het" }).click();
		await admin.getByText("Gevraagd. Een tweede persoon beslist nu.").waitFor();
		await row.getByText("Klaar").waitFor();

		const officer = await signedIn(browser, url, ({ name }) => name === "Loes Timmer", "/recoveries");
		await officer.page.getByRole("heading", { name: "Fenna Visser, medewerker" }).waitFor();
		await officer.page.getByRole("button", { name: "Beslis", exact: true }).click();
		await officer.page.getByRole("radio", { name: /Ja, geef weer toegang/ }).check();
		await officer.page.getByLabel(/Ik sprak Fenna Visser zelf/).check();
		await officer.page.getByRole("button", { name: "Leg het besluit vast" }).click();
		await officer.page.getByText("Toegang gegeven").waitFor();
		await expectAccessible(officer.page);
		await officer.close();

		// Whoever found her device and is in reads of it; nothing changed yet. With the link she chooses anew, and the old way is gone.
		await page.goto("/caseload");
		await page.getByText("Iemand vraagt toegang voor jou").waitFor();
		const again = await newVisitor(browser, url);
		await again.page.goto(await mailedLink());
		await again.page.getByRole("heading", { level: 1, name: "Welkom Fenna" }).waitFor();
		await again.page.getByLabel("Je nieuwe wachtwoord").fill("paraplu lantaarn sleutelbos");
		await again.page.getByRole("button", { name: "Bewaar en ga verder" }).click();
		await again.page.getByRole("heading", { name: "Kies je tweede stap" }).waitFor();
		await again.close();
		await page.goto("/caseload");
		await page.getByRole("button", { name: "Log in met je vinger of gezicht" }).click();
		await page.getByText("Dit toestel kennen we niet").first().waitFor();
	});

	it("never complained in the browser", () => {
		const refused = (complaint: string) => !/status of (400|401|403|409)/.test(complaint);
		expect([...administrator.complaints, ...fenna.complaints].filter(unexpected).filter(refused)).toEqual([]);
	});

	async function signOut(): Promise<void> {
		await page.getByRole("button", { name: /Fenna Visser/ }).click();
		await page.getByRole("menuitem", { name: "Uitloggen" }).click();
		await page.getByText("Je bent uitgelogd. Tot ziens.").waitFor();
	}

	/** Makes a new set of recovery codes on her own page. */
	async function newRecoveryCode(): Promise<string> {
		await page.goto("/me/sign-in");
		await page.getByRole("button", { name: "Maak nieuwe codes" }).click();
		const code = (await page.getByRole("dialog").getByRole("listitem").first().textContent()) ?? "";
		await page.getByLabel("Ik heb de codes bewaard").check();
		await page.getByRole("button", { name: "Ga verder" }).click();
		return code;
	}
});
