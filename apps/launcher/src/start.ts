import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { generate } from "@samenplan/prisma/generate";
import { StartProblem } from "@samenplan/testing/start-problem";
import { type ApiProcess, startApi, trimLog } from "./api-process.ts";
import { type Database, openDatabase, prepareDatabase, seedWhenEmpty } from "./database.ts";
import { webDist } from "./folders.ts";
import { explainFailure, say } from "./say.ts";
import { readSettings, type Settings } from "./settings.ts";
import { buildWeb, isWebBuilt } from "./web-build.ts";

const PORT_FREE_WITHIN_MS = 3_000;
/** More sudden ends than this within a minute, and starting again does not help. */
const MOST_RESTARTS_PER_MINUTE = 5;

let database: Database | undefined;
let api: ApiProcess | undefined;
let stopping: Promise<void> | undefined;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));
// The process that started us is gone: then nobody can stop us any more.
process.on("disconnect", () => void stop(0));

try {
	await start(readSettings());
} catch (error) {
	if (!stopping) explainFailure(error);
	await stop(1);
}

async function start(settings: Settings): Promise<void> {
	await checkPort(settings);
	say(settings.databaseUrl ? "Connecting to the database." : "Starting the database.");
	const pages = preparePages();
	// Looked at below; without this a failing build would end the process before the database is stopped.
	pages.catch(() => undefined);
	const client = generate();
	client.catch(() => undefined);
	database = await openDatabase(settings);
	await prepareDatabase(database, settings);
	await client;
	if (settings.demo) await seed(database.ownerUrl);
	await pages;
	if (stopping) return;
	api = await startApi(apiEnvironment(settings, database), localUrl(settings), apiLog(settings));
	if (stopping) return api.stop();
	sayReady(settings);
	keepApiRunning(settings);
	keepDatabaseRunning(settings);
}

async function preparePages(): Promise<void> {
	if (isWebBuilt()) return;
	say("Building the pages.");
	await buildWeb();
}

async function seed(ownerUrl: string): Promise<void> {
	const telling = setTimeout(() => say("Putting in the demo families, when there are none yet."), 500);
	try {
		await seedWhenEmpty(ownerUrl);
	} finally {
		clearTimeout(telling);
	}
}

function sayReady(settings: Settings): void {
	const lines = [
		"",
		`Samenplan is ready at ${settings.publicUrl}`,
		"",
		settings.demo
			? `  Open it in your browser and choose who you want to be. Sent mail: ${settings.publicUrl}/demo/mail`
			: "  Open it in your browser and sign in.",
		`  Your data: ${settings.databaseUrl ? "in the database of DATABASE_URL" : settings.dataFolder}`,
		"  Ctrl-C stops it.",
		"",
	];
	say(lines.join("\n"));
}

function apiEnvironment(settings: Settings, { appUrl }: Database): Record<string, string> {
	return {
		DATABASE_APP_URL: appUrl,
		HOST: settings.host,
		PORT: String(settings.port),
		PUBLIC_URL: settings.publicUrl,
		DEMO: settings.demo ? "1" : "0",
		SECRET: settings.secret,
		DATA_DIR: settings.dataFolder,
		WEB_DIST: webDist,
		// The owner's rights stay with the launcher.
		DATABASE_URL: "",
	};
}

function apiLog(settings: Settings): string {
	if (process.env.LOG === "stdout") return "inherit";
	const path = join(settings.dataFolder, "api.log");
	trimLog(path);
	return path;
}

function localUrl({ host, port }: Settings): string {
	const address = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "[::1]" : host.includes(":") ? `[${host}]` : host;
	return `http://${address}:${port}`;
}

/** A former Samenplan that was just told to stop may hold the port a moment longer. */
async function checkPort({ host, port }: Settings): Promise<void> {
	for (const until = Date.now() + PORT_FREE_WITHIN_MS; ; ) {
		const problem = await tryPort(host, port);
		if (!problem) return;
		const taken = problem.code === "EADDRINUSE";
		if (taken && Date.now() < until) {
			await wait(100);
			continue;
		}
		throw new StartProblem(
			taken
				? `Port ${port} is taken, by another program or a Samenplan that still runs.`
				: `Port ${port} cannot be used (${problem.code}).`,
			`Stop that program, or choose another port: PORT=${port + 1} npm start`,
			{ cause: problem },
		);
	}
}

function tryPort(host: string, port: number): Promise<NodeJS.ErrnoException | undefined> {
	return new Promise((resume) => {
		const probe = createServer();
		probe.once("error", resume);
		probe.listen(port, host, () => probe.close(() => resume(undefined)));
	});
}

const restarts: number[] = [];

function mayRestart(): boolean {
	const now = Date.now();
	restarts.push(now);
	return restarts.filter((moment) => now - moment < 60_000).length <= MOST_RESTARTS_PER_MINUTE;
}

/** An API that ended unasked is started again; nothing is lost, because everything that must survive is in the database. */
function keepApiRunning(settings: Settings): void {
	void api?.ended.then(async (unasked) => {
		if (!unasked || stopping || !database) return;
		try {
			if (!mayRestart()) throw new StartProblem("The API keeps ending.", `See ${join(settings.dataFolder, "api.log")}.`);
			say("The API ended unexpectedly; starting it again.");
			api = await startApi(apiEnvironment(settings, database), localUrl(settings), apiLog(settings));
			if (stopping) await api.stop();
			else keepApiRunning(settings);
		} catch (error) {
			if (!stopping) explainFailure(error);
			await stop(1);
		}
	});
}

/** The same for the embedded database, on the same port so that the API finds it again. */
function keepDatabaseRunning(settings: Settings): void {
	const running = database?.embedded;
	void running?.ended.then(async () => {
		if (stopping) return;
		try {
			if (!mayRestart())
				throw new StartProblem("The database keeps ending.", `See ${join(settings.dataFolder, "postgres", "server.log")}.`);
			say("The database ended unexpectedly; starting it again.");
			database = await openDatabase(settings, running.port);
			if (stopping) await database.embedded?.stop();
			else keepDatabaseRunning(settings);
		} catch (error) {
			if (!stopping) explainFailure(error);
			await stop(1);
		}
	});
}

function stop(code: number): Promise<void> {
	stopping ??= (async () => {
		if (code === 0) say("\nStopping.");
		await api?.stop();
		await database?.embedded?.stop();
		process.exit(code);
	})();
	return stopping;
}
