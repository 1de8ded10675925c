import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { findChromium } from "./chromium.ts";

/** Root has no sandbox in containers; the rest keeps Chromium from calling home. */
const FLAGS = [
	"--no-sandbox",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
	"--disable-dev-shm-usage",
	"--force-color-profile=srgb",
];

/** Starts a headless Chromium with a fresh profile; close it when the story is over. */
export async function launchBrowser(): Promise<Browser> {
	const { path, environment } = await findChromium();
	return chromium.launch({
		executablePath: path,
		headless: true,
		args: FLAGS,
		env: { ...process.env, ...environment } as Record<string, string>,
	});
}

export interface VisitorOptions {
	/** A phone of 390 px wide instead of a desk of 1280. */
	phone?: boolean;
	/** The language the browser asks for. */
	language?: "nl-NL" | "en-GB";
	reducedMotion?: "reduce" | "no-preference";
}

export interface Visitor {
	page: Page;
	context: BrowserContext;
	/** What the page itself complained about: errors in its scripts and refused requests for its own files. */
	complaints: string[];
	close(): Promise<void>;
}

/** Someone at a device of their own, signed in as nobody: own cookies, own storage, in the Netherlands. */
export async function newVisitor(browser: Browser, baseUrl: string, options: VisitorOptions = {}): Promise<Visitor> {
	const context = await browser.newContext({
		baseURL: baseUrl,
		locale: options.language ?? "nl-NL",
		timezoneId: "Europe/Amsterdam",
		viewport: options.phone ? { width: 390, height: 844 } : { width: 1280, height: 900 },
		hasTouch: options.phone ?? false,
		isMobile: options.phone ?? false,
		deviceScaleFactor: options.phone ? 2 : 1,
		reducedMotion: options.reducedMotion ?? "reduce",
	});
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on("pageerror", (error) => complaints.push(error.message));
	page.on("console", (message) => {
		if (message.type() === "error") complaints.push(`${message.text()} ${new URL(message.location().url || baseUrl).pathname}`);
	});
	return { page, context, complaints, close: () => context.close() };
}
