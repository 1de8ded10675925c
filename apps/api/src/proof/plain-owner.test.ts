import { appUrl } from "@samenplan/prisma/app-role";
import { migrate } from "@samenplan/prisma/migrate";
import { type ClonedDatabase, cloneDatabase } from "@samenplan/testing/template-database";
import { openWorld } from "@samenplan/testing/world";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../app.ts";
import { readConfig } from "../http/config.ts";

/** A managed database gives no superuser: forced row-level security then binds the owner of the tables too. */
describe("a database whose owner is not a superuser", () => {
	const name = `plain_${process.pid}`;
	let cluster: ClonedDatabase;
	let administrator: pg.Client;
	let ownerUrl: string;

	beforeAll(async () => {
		cluster = await cloneDatabase();
		administrator = new pg.Client({ connectionString: cluster.ownerUrl });
		await administrator.connect();
		await administrator.query(`create role ${name} login password 'only-for-tests' nosuperuser nobypassrls createrole`);
		await administrator.query(`create database ${name} owner ${name}`);
		ownerUrl = Object.assign(new URL(cluster.ownerUrl), { username: name, password: "only-for-tests", pathname: `/${name}` }).href;
	});
	afterAll(async () => {
		await administrator.query(`drop database ${name} with (force)`);
		await administrator.query(`drop role ${name}`);
		await administrator.end();
		await cluster.drop();
	});

	it("is migrated, filled and read under the same rules", async () => {
		expect((await migrate(ownerUrl)).applied.length).toBeGreaterThan(0);
		const world = await openWorld(ownerUrl);
		const family = await world.newFamily({ name: "Familie Zonder Superuser" });
		const other = await world.newFamily();
		await world.db.account.updateMany({ data: { demoNote: "test" } });
		const password = new URL(cluster.appUrl).password;
		const { app, close } = await createApp(
			readConfig({
				DATABASE_APP_URL: appUrl(ownerUrl, password),
				SECRET: "x".repeat(40),
				DEMO: "1",
				CHECK_RESPONSES: "1",
				LOG_LEVEL: "error",
			}),
		);
		const server = app.listen(0, "127.0.0.1");
		await new Promise((resolve) => server.once("listening", resolve));
		const url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
		const signedIn = await fetch(`${url}/api/demo/sign-in`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ accountId: family.mother.accountId }),
		});
		const { accessToken } = (await signedIn.json()) as { accessToken: string };
		const read = (familyId: string) =>
			fetch(`${url}/api/families/${familyId}/plan`, { headers: { authorization: `Bearer ${accessToken}` } });
		expect(await (await read(family.familyId)).text()).toContain("Familie Zonder Superuser");
		expect((await read(other.familyId)).status).toBe(404);
		server.close();
		server.closeAllConnections();
		await close();
		await world.close();
	});
});
