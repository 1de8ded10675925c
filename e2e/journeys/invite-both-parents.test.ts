import { acceptInvitation } from "@samenplan/contract/accounts";
import { createClient } from "@samenplan/contract/client";
import { openFamily, recordAuthority } from "@samenplan/contract/families";
import { addPerson } from "@samenplan/contract/people";
import { newPerson } from "@samenplan/testing/new-person";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../app.ts";
import { launchBrowser, newVisitor, type Visitor } from "../browser.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { addPasskeyDevice } from "../fixtures/passkey-device.ts";
import { demoAccounts, signedIn } from "../fixtures/signed-in.ts";

/**
 * Irene has e-mail and authority. Pawel lives elsewhere, has no e-mail, and whether he has authority is not known yet. Each gets a
 * card of their own.
 */
describe("Each parent is invited apart and joins on a phone", () => {
	let app: App;
	let browser: Browser;
	let coordinator: Visitor;
	let page: Page;
	let familyId: string;
	const codes: Record<string, string> = {};

	beforeAll(async () => {
		app = await startApp({ seed: true });
		browser = await launchBrowser();
		const account = (await demoAccounts(app.url)).find((each) => each.relation === "coordinator");
		if (!account) throw new Error("the demo has a coordinator");
		const session = await fetch(`${app.url}/api/demo/sign-in`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ accountId: account.id }),
		});
		const { accessToken } = (await session.json()) as { accessToken: string };
		const call = createClient({
			base: app.url,
			send: (url, init) => fetch(url, { ...init, headers: { ...init.headers, authorization: `Bearer ${accessToken}` } }),
		});
		familyId = (await call(openFamily, { body: { name: "Gezin Van Dam" } })).id;
		const params = { familyId };
		const irene = await call(addPerson, { params, body: newPerson("Irene", { email: "irene@demo.invalid", role: "moeder" }) });
		await call(addPerson, { params, body: newPerson("Pawel", { role: "vader" }) });
		await call(addPerson, { params, body: newPerson("Tom", { role: "stiefvader" }) });
		const bas = await call(addPerson, { params, body: newPerson("Bas", { relation: "child", bornOn: "2019-03-04" }) });
		await call(recordAuthority, {
			params,
			body: { parentId: irene.id, childId: bas.id, holds: "yes", source: "gezagsregister", recordedOn: "2026-01-05", version: null },
		});
		coordinator = await signedIn(browser, app.url, account, `/families/${familyId}/people`);
		page = coordinator.page;
	});
	afterAll(async () => {
		await browser?.close();
		await app?.stop();
	});

	const invite = async (name: string) => {
		await page.getByRole("button", { name: `${name} uitnodigen` }).click();
		const card = page.getByRole("article", { name: "De uitnodigingskaart" });
		await card.getByRole("heading", { name: `Dag ${name}` }).waitFor();
		const code = await card.getByText(/^[2-9C-Y]{4}-[2-9C-Y]{4}$/).innerText();
		codes[name] = code;
		return card;
	};
	const codeOf = (name: string): string => codes[name] ?? "";

	it("makes a card for Irene with a QR picture and a short code, and mails it too", async () => {
		const card = await invite("Irene");
		await card.getByRole("img").waitFor();
		await page.getByText("De uitnodiging is ook per e-mail verstuurd.").waitFor();
		await expectAccessible(page);
		const mails = (await (await fetch(`${app.url}/api/demo/mails`)).json()) as { to: string; kind: string; text: string }[];
		const mail = mails.find((each) => each.to === "irene@demo.invalid");
		expect(mail?.text).toContain(`${app.url}/card/${codeOf("Irene")}`);
		expect(mail?.text).not.toContain("Van Dam");
	});

	it("prints nothing but the card, on one sheet", async () => {
		const pdf = (await page.pdf({ format: "A5" })).toString("latin1");
		await page.emulateMedia({ media: "print" });
		const printed = {
			button: await page.getByRole("button", { name: "Kaart afdrukken" }).isVisible(),
			navigation: await page.getByRole("navigation").first().isVisible(),
			card: await page.getByRole("article", { name: "De uitnodigingskaart" }).isVisible(),
			sheets: pdf.match(/\/Type\s*\/Page\b/g)?.length,
		};
		await page.emulateMedia({ media: "screen" });
		expect(printed).toEqual({ button: false, navigation: false, card: true, sheets: 1 });
	});

	it("does not show the code again after a reload", async () => {
		await page.reload();
		await page.getByText("De kaart is niet meer te zien").waitFor();
		expect(await page.content()).not.toContain(codeOf("Irene"));
		await page.getByRole("link", { name: "Alle mensen" }).click();
		await page.getByText(/Kaart werkt tot/).waitFor();
	});

	it("makes another card for Pawel, who has no e-mail", async () => {
		await invite("Pawel");
		await page.getByText("Er is geen e-mailadres bekend.").waitFor();
		expect(codeOf("Pawel")).not.toBe(codeOf("Irene"));
		await page.getByRole("button", { name: "Klaar" }).click();
	});

	it("lets Irene in by the link, on her phone, and shows her the plan of her family", async () => {
		// Passkeys belong to a name; an address in figures has none.
		const irene = await newVisitor(browser, app.url.replace("127.0.0.1", "localhost"), { phone: true });
		await addPasskeyDevice(irene.page);
		await irene.page.goto(`/card/${codeOf("Irene")}`);
		await irene.page.getByRole("heading", { name: "Dag Irene" }).waitFor();
		await expectAccessible(irene.page);
		await irene.page.getByRole("button", { name: "Ja, ik doe mee" }).click();
		await irene.page.getByRole("heading", { name: "Sneller binnen met je vinger of gezicht?" }).waitFor();
		await expectAccessible(irene.page);
		await irene.page.getByRole("button", { name: "Ja, graag" }).click();
		await irene.page.waitForURL((url) => url.pathname.startsWith(`/families/${familyId}`));
		await irene.page.goto(`/families/${familyId}/people`);
		await irene.page.getByRole("heading", { name: "Wie hoort bij ons" }).waitFor();
		await irene.page.getByText("Dat ben jij").waitFor();
		expect(await irene.page.getByRole("button", { name: /uitnodigen|Kaart/ }).count()).toBe(0);
		expect(await irene.page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
		await expectAccessible(irene.page);
		// Her card works once; her finger lets her in again.
		await irene.page.goto("/me");
		await irene.page.getByRole("button", { name: "Uitloggen" }).click();
		await irene.page.getByRole("button", { name: "Log in met je vinger of gezicht" }).click();
		await irene.page.waitForURL((url) => url.pathname.startsWith(`/families/${familyId}`));
		await irene.page.goto("/me/sign-in");
		await irene.page.getByRole("heading", { name: "Hier ben je ingelogd" }).waitFor();
		await expectAccessible(irene.page);
		expect(await irene.page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
		await irene.close();
	});

	it("shows the coordinator, without reloading, that Irene joined", async () => {
		await page.getByRole("listitem").filter({ hasText: "Irene" }).getByText("Doet mee").waitFor();
	});

	it("does not work a second time, and says so kindly", async () => {
		const other = await newVisitor(browser, app.url, { phone: true });
		await other.page.goto(`/card/${codeOf("Irene")}`);
		await other.page.getByRole("heading", { name: "Deze kaart werkt niet" }).waitFor();
		await expectAccessible(other.page);
		await other.close();
	});

	it("lets Pawel in by typing his code, and tells him kindly that the plan is not open for him yet", async () => {
		const pawel = await newVisitor(browser, app.url, { phone: true });
		await pawel.page.goto("/card");
		await pawel.page.getByLabel("De code op je kaart").fill(codeOf("Pawel").toLowerCase().replace("-", " "));
		await pawel.page.getByRole("button", { name: "Ga verder" }).click();
		await pawel.page.getByRole("heading", { name: "Dag Pawel" }).waitFor();
		await pawel.page.getByRole("button", { name: "Ja, ik doe mee" }).click();
		await pawel.page.getByRole("heading", { name: "Kom je later terug?" }).waitFor();
		await expectAccessible(pawel.page);
		await pawel.page.getByRole("button", { name: "Nu niet" }).click();
		await pawel.page.getByRole("heading", { name: "Fijn dat je er bent" }).waitFor();
		expect(await pawel.page.content()).not.toContain("Bas");
		await expectAccessible(pawel.page);
		await pawel.close();
	});

	it("withdraws a card when it got into the wrong hands", async () => {
		await page.getByRole("button", { name: "Tom uitnodigen" }).click();
		await page.getByRole("article", { name: "De uitnodigingskaart" }).waitFor();
		await page.getByRole("button", { name: "Klaar" }).click();
		await page.getByRole("button", { name: "Meer met Tom" }).click();
		await page.getByRole("menuitem", { name: "Nieuwe kaart maken" }).click();
		await page.getByRole("button", { name: "Maak een nieuwe kaart" }).click();
		await page.getByRole("article", { name: "De uitnodigingskaart" }).waitFor();
		const code = await page.getByText(/^[2-9C-Y]{4}-[2-9C-Y]{4}$/).innerText();
		await page.getByRole("button", { name: "Klaar" }).click();
		await page.getByRole("button", { name: "Meer met Tom" }).click();
		await page.getByRole("menuitem", { name: "Kaart intrekken" }).click();
		await page.getByRole("button", { name: "Trek de kaart in" }).click();
		await page.getByText("De kaart van Tom werkt niet meer.").waitFor();
		const anyone = createClient({ base: app.url, send: fetch });
		await expect(anyone(acceptInvitation, { params: { code }, body: {} })).rejects.toMatchObject({ problem: { status: 404 } });
		expect(coordinator.complaints).toEqual([]);
	});
});
