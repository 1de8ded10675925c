import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { startApi } from "@samenplan/launcher/api-process";
import { cloneDatabase } from "@samenplan/testing/template-database";

export interface AppOptions {
	/** Begin with the demo families instead of an empty database. */
	seed?: boolean;
	/** More settings for the API, such as SMTP_URL. */
	settings?: Record<string, string>;
}

export interface App {
	/** Where it serves pages and API. */
	url: string;
	/** Connection of the owner of its database, to arrange and to look behind the screen. */
	ownerUrl: string;
	stop(): Promise<void>;
}

/** The pages as they were built; elsewhere when somebody builds beside others. */
const webDist = process.env.WEB_DIST ?? join(import.meta.dirname, "..", "apps", "web", "dist");
const output = join(import.meta.dirname, ".output");

/**
 * Starts the whole of Samenplan for one journey file: the API as a process of its own in demo mode, with the built pages, on a
 * database of its own. Its log is in e2e/.output.
 */
export async function startApp(options: AppOptions = {}): Promise<App> {
	const database = options.seed ? await cloneDatabase({ name: "demo", fill: seedDemo }) : await cloneDatabase();
	try {
		const port = await findFreePort();
		const url = `http://127.0.0.1:${port}`;
		mkdirSync(output, { recursive: true });
		const settings = {
			DATABASE_APP_URL: database.appUrl,
			DATABASE_URL: "",
			HOST: "127.0.0.1",
			PORT: String(port),
			PUBLIC_URL: url,
			DEMO: "1",
			SECRET: "only-for-tests-only-for-tests-only-for-tests",
			WEB_DIST: webDist,
			NODE_ENV: "test",
			...options.settings,
		};
		const api = await startApi(settings, url, join(output, `api-${port}.log`));
		return {
			url,
			ownerUrl: database.ownerUrl,
			async stop() {
				await api.stop();
				await database.drop();
			},
		};
	} catch (error) {
		await database.drop();
		throw error;
	}
}

async function seedDemo(ownerUrl: string): Promise<void> {
	const seed = await import("@samenplan/prisma/seed/seed");
	await seed.seedDemo(ownerUrl);
}

async function findFreePort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, "close");
	return port;
}
