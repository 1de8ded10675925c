import { mkdirSync } from "node:fs";
import { join } from "node:path";
import startTemplateDatabase from "@samenplan/testing/template-database";
import { startApp } from "./app.ts";
import { launchBrowser } from "./browser.ts";
import { demoAccounts, signedIn } from "./fixtures/signed-in.ts";

/** Makes the pictures of the README from the running product with its demo families: `npm run pictures`. */
const folder = join(import.meta.dirname, "pictures");
mkdirSync(folder, { recursive: true });
const stopDatabase = await startTemplateDatabase();
const app = await startApp({ seed: true });
const browser = await launchBrowser();
try {
	const accounts = await demoAccounts(app.url);
	const named = (name: string) => {
		const account = accounts.find((each) => each.name === name);
		if (!account) throw new Error(`nobody in the demo is called ${name}`);
		return account;
	};
	const [coordinator, parent, other] = [named("Marit Hoekstra"), named("Lotte de Wit"), named("Anouk Visser")];
	const shots = [
		{ name: "caseload", who: coordinator, path: "/caseload", phone: false },
		{ name: "workspace", who: coordinator, path: `/families/${other.familyId}/steps/goals`, phone: false },
		{ name: "home", who: parent, path: `/families/${parent.familyId}`, phone: true },
	];
	for (const { name, who, path, phone } of shots) {
		const visitor = await signedIn(browser, app.url, who, path, { phone });
		await visitor.page.locator("main h1").waitFor();
		await visitor.page.waitForLoadState("networkidle").catch(() => undefined);
		await visitor.page.screenshot({ path: join(folder, `${name}.png`) });
		await visitor.close();
		process.stdout.write(`${join("e2e/pictures", `${name}.png`)}\n`);
	}
} finally {
	await browser.close();
	await app.stop();
	await stopDatabase();
}
