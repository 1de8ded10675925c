import pg from "pg";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../app.ts";
import { launchBrowser } from "../browser.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { demoAccounts, signedIn } from "../fixtures/signed-in.ts";

describe("who looked", () => {
	let app: App;
	let browser: Browser;
	let familyId: string;
	beforeAll(async () => {
		app = await startApp({ seed: true });
		browser = await launchBrowser();
		familyId = (await demoAccounts(app.url)).find(({ name }) => name === "Noor Aydın")?.familyId ?? "";
	});
	afterAll(async () => {
		await browser?.close();
		await app?.stop();
	});

	it("shows a parent on a phone what the coordinator opened today, and why", async () => {
		const marit = await signedIn(browser, app.url, ({ name }) => name === "Marit Hoekstra", `/families/${familyId}/questions`);
		await marit.page.getByRole("heading", { level: 1 }).waitFor();
		await marit.close();
		const { page, complaints, close } = await signedIn(
			browser,
			app.url,
			({ name }) => name === "Anouk Visser",
			`/families/${familyId}/who-looked`,
			{
				phone: true,
			},
		);
		const look = page.locator(".sp-look").filter({ hasText: "Marit Hoekstra" }).first();
		await look.waitFor();
		expect(await look.textContent()).toMatch(/Kijkt omdat dit jullie coach is\.\s*Gelezen: Het plan/);
		const today = new Intl.DateTimeFormat("nl", { timeZone: "Europe/Amsterdam", day: "numeric", month: "long", year: "numeric" }).format(
			new Date(),
		);
		expect(await page.getByRole("heading", { level: 2 }).first().textContent()).toMatch(new RegExp(today, "i"));
		await expectAccessible(page);
		expect(complaints).toEqual([]);
		await close();
	});

	it.each([
		["a grandmother", "Ineke Visser"],
		["a mentor", "Pieter Kok"],
	])("leaves no refusal in the log after %s opened each of their pages, and says that they read what was shared", async (_who, name) => {
		const visitor = await signedIn(browser, app.url, (each) => each.name === name, "/", { phone: true });
		const { page } = visitor;
		const asked: string[] = [];
		// The stream that tells of changes stays open.
		const asking = new Set<unknown>();
		page.on("request", (request) => new URL(request.url()).pathname.endsWith("/live") || asking.add(request));
		for (const end of ["requestfinished", "requestfailed"] as const) page.on(end as "requestfinished", (request) => asking.delete(request));
		page.on("response", (response) => {
			if (new URL(response.url()).pathname.startsWith("/api/") && response.status() >= 400)
				asked.push(`${response.status()} ${response.url()}`);
		});
		const [seen, coming] = [new Set<string>(), ["/", `/families/${familyId}`, "/me"]];
		for (let path = coming.shift(); path !== undefined; path = coming.shift()) {
			if (seen.has(path)) continue;
			seen.add(path);
			await page.goto(path);
			await page.getByRole("heading", { level: 1 }).waitFor();
			await expect.poll(() => asking.size, { timeout: 20_000, interval: 250 }).toBe(0);
			const links = await page.locator("a[href^='/']").evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
			coming.push(...links.map((link) => link.split("#")[0] ?? "").filter((link) => link === "/me" || /^\/(me|families)\//.test(link)));
		}
		expect(seen.size).toBeGreaterThan(2);
		expect(asked).toEqual([]);
		expect(visitor.complaints).toEqual([]);
		await visitor.close();
		const database = new pg.Client({ connectionString: app.ownerUrl });
		await database.connect();
		const refused = await database.query(
			`select e.event, e.object from audit_entry e join person p on p.id = e.person_id
				where e.outcome <> 'success' and p.given_name || ' ' || p.family_name = $1`,
			[name],
		);
		await database.end();
		expect(refused.rows).toEqual([]);
		const anouk = await signedIn(browser, app.url, (each) => each.name === "Anouk Visser", `/families/${familyId}/who-looked`);
		const look = anouk.page.locator(".sp-look").filter({ hasText: name }).first();
		await look.getByText(`Las wat met ${name} gedeeld is`).waitFor();
		expect(await look.textContent()).not.toMatch(/De mensen|Wat iemand zei/);
		await anouk.close();
	});

	it("can be narrowed to some days, and says so when nobody looked in them", async () => {
		const { page, close } = await signedIn(browser, app.url, ({ name }) => name === "Noor Aydın", `/families/${familyId}/who-looked`, {
			phone: true,
		});
		await page.locator(".sp-look").first().waitFor();
		await page.getByRole("button", { name: "Zelf kiezen" }).click();
		await page.getByLabel("Vanaf").fill("2020-01-01");
		await page.getByLabel("Tot en met").fill("2020-01-31");
		await page.getByText("In deze dagen keek niemand").waitFor();
		expect(page.url()).toContain("from=2020-01-01&to=2020-01-31");
		await expectAccessible(page);
		await close();
	});
});
