import { proposeGoal } from "@samenplan/contract/goals";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../http/test-app.ts";
import { removeExpired } from "./remove-expired.ts";

let app: TestApp;
beforeAll(async () => {
	app = await startTestApp();
});
afterAll(() => app.stop());

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

it("keeps the answer to a request that may be sent again for a day, and no longer", async () => {
	const { familyId, mother } = await app.world.newFamily();
	const send = (key: string) =>
		fetch(`${app.url}${proposeGoal.path.replace("{familyId}", familyId)}`, {
			method: "POST",
			headers: { "content-type": "application/json", "idempotency-key": key, authorization: `Bearer ${token}` },
			body: JSON.stringify({ text: "Samen eten" }),
		});
	const token = await app.tokenOf(mother);
	for (const key of ["yesterday-1", "this-morning"]) expect((await send(key)).status).toBe(201);
	await app.world.db.idempotencyKey.updateMany({ where: { key: "yesterday-1" }, data: { createdAt: hoursAgo(25) } });
	await app.world.db.idempotencyKey.updateMany({ where: { key: "this-morning" }, data: { createdAt: hoursAgo(23) } });
	await removeExpired(app.services);
	expect((await app.world.db.idempotencyKey.findMany()).map(({ key }) => key)).toEqual(["this-morning"]);
});

it("removes codes and counted guesses of yesterday", async () => {
	const { mother } = await app.world.newFamily();
	for (const hours of [25, 0])
		await app.world.db.signInCode.create({
			data: { accountId: mother.accountId, codeHash: "x", createdAt: hoursAgo(hours), expiresAt: hoursAgo(hours) },
		});
	await app.world.db.guessLimit.createMany({
		data: [
			{ key: "old", count: 3, until: hoursAgo(25) },
			{ key: "new", count: 3, until: hoursAgo(0) },
		],
	});
	await removeExpired(app.services);
	expect(await app.world.db.signInCode.count()).toBe(1);
	expect((await app.world.db.guessLimit.findMany()).map(({ key }) => key)).toEqual(["new"]);
});
