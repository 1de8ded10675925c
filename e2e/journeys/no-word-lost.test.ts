import { openWorld, type World } from "@samenplan/testing/world";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../app.ts";
import { launchBrowser, type Visitor } from "../browser.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { signedIn } from "../fixtures/signed-in.ts";

const question = "Wat wil je vragen of zeggen?";
const wants = "Wat willen we?";

describe("what somebody types is never lost", () => {
	let app: App;
	let browser: Browser;
	let world: World;
	beforeAll(async () => {
		app = await startApp();
		world = await openWorld(app.ownerUrl);
		browser = await launchBrowser();
	});
	afterAll(async () => {
		await browser?.close();
		await world?.close();
		await app?.stop();
	});

	/** A family with a goal, whose people can sign in. */
	async function family() {
		const of = await world.newFamily();
		const goal = await world.db.goal.create({
			data: {
				familyId: of.familyId,
				planId: of.planId,
				text: "Samen eten",
				forKind: "whole_family",
				levels: ["", "", "Drie keer", "", ""],
				writtenBy: of.mother.personId,
			},
		});
		await world.db.account.updateMany({ data: { demoNote: "journey" } });
		const path = `/families/${of.familyId}/goals/${goal.id}`;
		const visit = (person: { accountId: string }, phone = true, to = path) =>
			signedIn(browser, app.url, { id: person.accountId }, to, { phone });
		return { ...of, goalId: goal.id, path, visit };
	}
	const typing = (page: Page, words: string, label = question) => page.getByLabel(label).pressSequentially(words);
	const said = (page: Page, label = question) => page.getByLabel(label).inputValue();
	/** Words that stand in the plan, apart from the field they were typed in. */
	const words = (page: Page, text: string) => page.getByRole("article").getByText(text);
	/** Signs the same person in again, in the page that asks for it. */
	const signInAgain = (at: Visitor, accountId: string) =>
		at.page.evaluate(async (id) => {
			const body = JSON.stringify({ accountId: id });
			return (await fetch("/api/demo/sign-in", { method: "POST", headers: { "content-type": "application/json" }, body })).status;
		}, accountId);
	const comments = (familyId: string) => world.db.comment.findMany({ where: { familyId }, select: { text: true } });
	const keptAt = async (familyId: string) =>
		(await world.db.draftText.findMany({ where: { familyId }, select: { text: true } })).map(({ text }) => text);

	it("when the tab is killed in the middle of a word", async () => {
		const { father, familyId, path, visit } = await family();
		const phone = await visit(father);
		await typing(phone.page, "Ik wil graag dat we ook op vrij");
		// The page gets no word of its end: its process is gone.
		await phone.page.goto("chrome://crash").catch(() => undefined);
		await phone.page.close();
		const page = await phone.context.newPage();
		await page.goto(path);
		await page.getByText("Je woorden staan er nog.", { exact: false }).waitFor();
		expect(await said(page)).toBe("Ik wil graag dat we ook op vrij");
		await typing(page, "dag samen eten");
		await page.getByRole("button", { name: "Zeg dit" }).click();
		await words(page, "Ik wil graag dat we ook op vrijdag samen eten").waitFor();
		expect(await comments(familyId)).toEqual([{ text: "Ik wil graag dat we ook op vrijdag samen eten" }]);
		// Once they stand in the plan, nothing is left behind.
		await expect.poll(() => said(page)).toBe("");
		await page.reload();
		await words(page, "Ik wil graag dat we ook op vrijdag samen eten").waitFor();
		expect(await said(page)).toBe("");
		await phone.close();
	});

	it("when a form of several fields is half filled in and the tab is killed", async () => {
		const { mother, path, visit } = await family();
		const phone = await visit(mother);
		await phone.page.getByRole("button", { name: "Verander dit doel" }).click();
		await phone.page.getByLabel(wants).fill("Samen eten zonder telefoon");
		await phone.page.getByRole("textbox", { name: /^Meer dan we hopen/ }).pressSequentially("Vijf keer per we");
		await phone.page.goto("chrome://crash").catch(() => undefined);
		await phone.page.close();
		const page = await phone.context.newPage();
		await page.goto(path);
		await page.getByRole("button", { name: "Verander dit doel" }).click();
		expect(await said(page, wants)).toBe("Samen eten zonder telefoon");
		expect(await page.getByRole("textbox", { name: /^Meer dan we hopen/ }).inputValue()).toBe("Vijf keer per we");
		await page.getByRole("button", { name: "Bewaar dit doel" }).click();
		await page.getByRole("heading", { name: "Samen eten zonder telefoon", level: 1 }).waitFor();
		await phone.close();
	});

	it("when the session ends while one types: one signs in again and goes on", async () => {
		const { father, familyId, path, visit } = await family();
		const phone = await visit(father);
		await typing(phone.page, "Dit is een lang verhaal");
		await world.db.session.deleteMany({ where: { accountId: father.accountId } });
		await phone.page.getByRole("button", { name: "Zeg dit" }).click();
		await phone.page.getByRole("dialog").getByText("Wat je typte, staat er nog.", { exact: false }).waitFor();
		expect(await comments(familyId)).toEqual([]);
		expect(await said(phone.page)).toBe("Dit is een lang verhaal");
		expect(await signInAgain(phone, father.accountId)).toBe(200);
		await phone.page.goto(path);
		expect(await said(phone.page)).toBe("Dit is een lang verhaal");
		await phone.page.getByRole("button", { name: "Zeg dit" }).click();
		await words(phone.page, "Dit is een lang verhaal").waitFor();
		expect(await comments(familyId)).toEqual([{ text: "Dit is een lang verhaal" }]);
		await phone.close();
	});

	it("when the connection is gone: it stays in the field, and is sent once when the connection is back", async () => {
		const { father, familyId, visit } = await family();
		const phone = await visit(father);
		await typing(phone.page, "In de ");
		await phone.context.setOffline(true);
		await typing(phone.page, "trein getypt");
		await phone.page.getByText("Er is geen verbinding.", { exact: false }).first().waitFor();
		await phone.page.getByRole("button", { name: "Zeg dit" }).click();
		await phone.page.getByRole("alert").first().waitFor();
		expect(await said(phone.page)).toBe("In de trein getypt");
		await phone.context.setOffline(false);
		await phone.page.getByRole("button", { name: "Zeg dit" }).click();
		await words(phone.page, "In de trein getypt").waitFor();
		expect(await comments(familyId)).toEqual([{ text: "In de trein getypt" }]);
		await expect.poll(() => said(phone.page)).toBe("");
		await phone.close();
	});

	it("when one goes on at another device, and when both devices went on", async () => {
		const { father, familyId, path, visit } = await family();
		const phone = await visit(father);
		await typing(phone.page, "Begonnen op de telefoon");
		await expect.poll(() => keptAt(familyId), { timeout: 10_000 }).toEqual(["Begonnen op de telefoon"]);
		const desk = await visit(father, false);
		await desk.page.getByText("Je woorden staan er nog.", { exact: false }).waitFor();
		expect(await said(desk.page)).toBe("Begonnen op de telefoon");
		await typing(desk.page, ", verder aan tafel");
		await expect.poll(() => keptAt(familyId), { timeout: 10_000 }).toEqual(["Begonnen op de telefoon, verder aan tafel"]);
		// The phone was without a connection and went on too: both stand in the field, nothing is chosen for anyone.
		await phone.context.setOffline(true);
		await typing(phone.page, " en verder onderweg");
		await phone.page.waitForTimeout(3000);
		await phone.context.setOffline(false);
		await phone.page.goto(path);
		await phone.page.getByText("Je woorden staan er nog.", { exact: false }).waitFor();
		await expect.poll(() => said(phone.page)).toContain("verder aan tafel");
		expect(await said(phone.page)).toContain("verder onderweg");
		await phone.page.getByRole("button", { name: "Zeg dit" }).click();
		await words(phone.page, "verder onderweg").waitFor();
		await expect.poll(() => keptAt(familyId), { timeout: 10_000 }).toEqual([]);
		await desk.page.goto(path);
		await words(desk.page, "verder onderweg").waitFor();
		expect(await said(desk.page)).toBe("");
		await desk.close();
		await phone.close();
	});

	it("when one signs out of a shared device: nothing stays there, everything waits for its writer", async () => {
		const { father, mother, familyId, path, visit } = await family();
		const shared = await visit(father, false);
		await typing(shared.page, "Alleen voor mij");
		await shared.page.goto("/me");
		// A sign-out that is still on its way would be finished before anybody else is let in.
		const out = shared.page.waitForResponse((response) => response.request().method() === "DELETE" && response.url().includes("/sessions"));
		await shared.page.getByRole("button", { name: "Uitloggen" }).click();
		await shared.page.waitForURL(/sign-in/);
		await out;
		expect(await shared.page.evaluate(() => JSON.stringify(localStorage))).not.toContain("Alleen voor mij");
		expect(await keptAt(familyId)).toEqual(["Alleen voor mij"]);
		// Somebody else at the same device sees nothing of it.
		expect(await signInAgain(shared, mother.accountId)).toBe(200);
		await shared.page.goto(path);
		expect(await said(shared.page)).toBe("");
		await shared.close();
		const phone = await visit(father);
		await phone.page.getByText("Je woorden staan er nog.", { exact: false }).waitFor();
		expect(await said(phone.page)).toBe("Alleen voor mij");
		await phone.close();
	});

	it("when one signs out without a connection: one is asked first, and stays or lets the words go", async () => {
		const { father, familyId, visit } = await family();
		const { page, context, close } = await visit(father, false);
		await typing(page, "Al bij de server");
		await expect.poll(() => keptAt(familyId), { timeout: 8000 }).toEqual(["Al bij de server"]);
		await page.goto("/me");
		const out = page.getByRole("button", { name: "Uitloggen" });
		await out.waitFor();
		await context.setOffline(true);
		// Typed in another tab, without a connection.
		await page.evaluate(
			([id, place]) => {
				const key = Object.keys(localStorage).find((each) => each.startsWith("samenplan.draft:"));
				const owner = key?.split(":")[1];
				localStorage.setItem(`samenplan.draft:${owner}:${id}:${place}`, "Nog nergens anders");
			},
			[familyId, "view.clarify.wish"],
		);
		await out.focus();
		await page.keyboard.press("Enter");
		const dialog = page.getByRole("dialog", { name: "1 tekst is nog niet bewaard" });
		await dialog.waitFor();
		await expectAccessible(page);
		await page.keyboard.press("Escape");
		await dialog.waitFor({ state: "detached" });
		await page.locator("button:focus", { hasText: "Uitloggen" }).waitFor();
		expect(await page.evaluate(() => JSON.stringify(localStorage))).toContain("Nog nergens anders");
		await page.keyboard.press("Enter");
		await dialog.getByRole("button", { name: "Ik blijf ingelogd" }).click();
		await dialog.waitFor({ state: "detached" });
		await page.keyboard.press("Enter");
		await dialog.getByRole("button", { name: "Log uit en gooi 1 tekst weg" }).press("Enter");
		await page.waitForURL(/sign-in/);
		// The page to sign in was never read on this device and cannot be fetched now: ours says so, and the browser's own does not come.
		await page.getByRole("heading", { level: 1, name: "Er is nu geen internet" }).waitFor();
		expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("Nog nergens anders");
		expect(await keptAt(familyId)).toEqual(["Al bij de server"]);
		await context.setOffline(false);
		await page.getByRole("heading", { level: 1, name: "Eén gezin, één plan" }).waitFor();
		await close();
	});

	it("when two people write one text: both texts are shown, and one makes one of them", async () => {
		const { mother, coordinator, familyId, goalId, visit } = await family();
		const [desk, phone] = [await visit(coordinator, false), await visit(mother)];
		for (const { page } of [desk, phone]) await page.getByRole("button", { name: "Verander dit doel" }).click();
		await desk.page.getByLabel(wants).fill("Samen eten aan tafel");
		await phone.page.getByLabel(wants).fill("Samen eten zonder telefoon");
		await phone.page.getByRole("button", { name: "Bewaar dit doel" }).click();
		await phone.page.getByRole("heading", { name: "Samen eten zonder telefoon", level: 1 }).waitFor();
		await desk.page.getByRole("button", { name: "Bewaar dit doel" }).click();
		const dialog = desk.page.getByRole("dialog");
		await dialog.getByText("Samen eten zonder telefoon").waitFor();
		await dialog.getByText("Samen eten aan tafel").waitFor();
		// Also now nothing gets lost: the tab dies while both texts are on the screen.
		await desk.page.goto("chrome://crash").catch(() => undefined);
		await desk.page.close();
		const page = await desk.context.newPage();
		await page.goto(`/families/${familyId}/goals/${goalId}`);
		await page.getByRole("button", { name: "Verander dit doel" }).click();
		expect(await said(page, wants)).toBe("Samen eten aan tafel");
		await page.getByRole("button", { name: "Bewaar dit doel" }).click();
		await page.getByRole("dialog").getByText("Samen eten zonder telefoon").waitFor();
		await page.getByRole("button", { name: "Maak er samen één tekst van" }).click();
		const merged = page.getByLabel("De tekst die moet blijven");
		expect(await merged.inputValue()).toBe("Samen eten zonder telefoon\n\nSamen eten aan tafel");
		await merged.fill("Samen eten aan tafel, zonder telefoon");
		await page.getByRole("button", { name: "Bewaar deze tekst" }).click();
		await page.getByRole("heading", { name: "Samen eten aan tafel, zonder telefoon", level: 1 }).waitFor();
		await phone.page.getByRole("heading", { name: "Samen eten aan tafel, zonder telefoon", level: 1 }).waitFor();
		await desk.close();
		await phone.close();
	});
});
