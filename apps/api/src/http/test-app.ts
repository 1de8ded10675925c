import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createClient, ProblemError } from "@samenplan/contract/client";
import type { Problem } from "@samenplan/contract/problem";
import { cloneDatabase } from "@samenplan/testing/template-database";
import { openWorld, type Person, type World } from "@samenplan/testing/world";
import type { Logger } from "pino";
import { createApp, type Running } from "../app.ts";
import { readConfig } from "./config.ts";

export type TestApp = {
	url: string;
	ownerUrl: string;
	/** Connection of the role of the API. */
	appUrl: string;
	world: World;
	services: Running["services"];
	/** A typed client signed in as this person through the demo sign-in, or anonymous. */
	as: (person?: Person) => Promise<ReturnType<typeof createClient>>;
	/** The bearer token of this person. */
	tokenOf: (person: Person) => Promise<string>;
	stop: () => Promise<void>;
};

/** The real API on a cloned database, listening on a free port; answers are checked against the contract. */
export async function startTestApp(settings: Record<string, string> = {}, log?: Logger): Promise<TestApp> {
	const database = await cloneDatabase();
	const world = await openWorld(database.ownerUrl);
	const running = await createApp(
		readConfig({
			DATABASE_APP_URL: database.appUrl,
			SECRET: "only-for-tests-only-for-tests-only",
			DEMO: "1",
			CHECK_RESPONSES: "1",
			LOG_LEVEL: "error",
			...settings,
		}),
		log,
	);
	const server: Server = createServer(running.app);
	// Caller and server share one thread here: a long piece of work must not let a connection that is about to be used run out.
	server.keepAliveTimeout = 120_000;
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const tokens = new Map<string, Promise<string>>();

	async function signIn(person: Person): Promise<string> {
		await world.db.account.update({ where: { id: person.accountId }, data: { demoNote: "test" } });
		const response = await fetch(`${url}/api/demo/sign-in`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ accountId: person.accountId }),
		});
		return ((await response.json()) as { accessToken: string }).accessToken;
	}
	function tokenOf(person: Person): Promise<string> {
		let token = tokens.get(person.accountId);
		if (!token) {
			token = signIn(person);
			tokens.set(person.accountId, token);
		}
		return token;
	}
	return {
		url,
		ownerUrl: database.ownerUrl,
		appUrl: database.appUrl,
		world,
		services: running.services,
		tokenOf,
		as: async (person) => {
			const token = person && (await tokenOf(person));
			return createClient({
				base: url,
				send: (address, init) =>
					fetch(address, { ...init, headers: { ...init.headers, ...(token && { authorization: `Bearer ${token}` }) } }),
			});
		},
		stop: async () => {
			server.close();
			server.closeAllConnections();
			await running.close();
			await world.close();
			await database.drop();
		},
	};
}

/** The problem that a call is refused with; fails when the call succeeds. */
export async function problemOf(call: Promise<unknown>): Promise<Problem> {
	return call.then(
		() => {
			throw new Error("the call succeeded");
		},
		(error: unknown) => {
			if (error instanceof ProblemError) return error.problem;
			throw error;
		},
	);
}
