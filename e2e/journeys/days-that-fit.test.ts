import { openWorld, type World } from "@samenplan/testing/world";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../app.ts";
import { launchBrowser } from "../browser.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { signedIn } from "../fixtures/signed-in.ts";

/** An organisation looks back sooner than is usual, and a child comes to live elsewhere: every form fits that. */
describe("the days of the organisation", () => {
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

	const inWords = (day: Date) =>
		new Intl.DateTimeFormat("nl", { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(day);
	/** So many months from today, as the calendar counts: a day that does not exist becomes the last of its month. */
	function inMonths(months: number): Date {
		const today = world.daysFromToday(0);
		const day = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + months, 1));
		const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
		day.setUTCDate(Math.min(today.getUTCDate(), last));
		return day;
	}
	const asColumn = (day: Date) => day.toISOString().slice(0, 10);

	async function family() {
		const of = await world.newFamily();
		await world.db.account.updateMany({ data: { demoNote: "journey" } });
		const { organisationId } = await world.db.family.findUniqueOrThrow({ where: { id: of.familyId } });
		await world.db.organisation.update({
			where: { id: organisationId },
			data: {
				settings: {
					evaluationMonths: { light: 5, full: 2, foster_return: 1, foster_long: 6, residential: 3 },
					lightEvaluationMonthsAtMost: 7,
				},
			},
		});
		await world.db.plan.update({ where: { id: of.planId }, data: { route: "light" } });
		const visit = (path: string) => signedIn(browser, app.url, { id: of.coordinator.accountId }, `/families/${of.familyId}${path}`);
		return { ...of, visit };
	}

	it("are what a form suggests and what it lets one choose", async () => {
		const { familyId, planId, visit } = await family();
		const { page, close } = await visit("/steps/evaluate");
		await page
			.getByText(inWords(inMonths(5)), { exact: false })
			.first()
			.waitFor();
		await page
			.getByText(inWords(inMonths(7)), { exact: false })
			.first()
			.waitFor();
		await page.goto(`/families/${familyId}/steps/clarify`);
		await page
			.getByText(new Intl.DateTimeFormat("nl", { day: "numeric", month: "long", timeZone: "UTC" }).format(inMonths(5)), { exact: false })
			.first()
			.waitFor();
		expect((await world.db.plan.findUniqueOrThrow({ where: { id: planId } })).placement).toBe("home");
		await close();
	});

	it("bring the talk forward when a child comes to live elsewhere, and the page says so and leads there", async () => {
		const { familyId, planId, coordinator, visit } = await family();
		await world.db.evaluation.create({ data: { familyId, planId, dueOn: inMonths(5), writtenBy: coordinator.personId } });
		const { page, close } = await visit("/steps/clarify");
		await page.getByRole("button", { name: "Schrijf op wat al vaststaat" }).click();
		await page.getByRole("combobox", { name: "Waar het kind woont" }).selectOption("foster_return");
		await page.getByRole("dialog").locator("button[type=submit]").click();
		const said = page.getByRole("status").filter({ hasText: `Jullie kijken nu eerder samen terug: op ${inWords(inMonths(1))}` });
		await said.waitFor();
		await expectAccessible(page);
		const { dueOn } = await world.db.evaluation.findFirstOrThrow({ where: { familyId } });
		expect(asColumn(dueOn)).toBe(asColumn(inMonths(1)));
		await said.getByRole("link", { name: "Kijk naar die dag" }).click();
		await page
			.getByText(inWords(inMonths(1)), { exact: false })
			.first()
			.waitFor();
		await close();
	});
});
