import { type Look, whoLooked } from "@samenplan/contract/audit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../http/test-app.ts";

let app: TestApp;
beforeAll(async () => {
	app = await startTestApp();
});
afterAll(() => app.stop());

it("a long history comes in parts of whole days, nothing twice and nothing left out, and one busy day as a whole", async () => {
	const family = await app.world.newFamily();
	const { db } = app.world;
	const colleagues = await Promise.all(
		Array.from({ length: 6 }, (_, place) => app.world.staff(["coordinator"], { givenName: `Collega ${place}` })),
	);
	const day = (ago: number) => new Date(Date.parse(`${new Date().toISOString().slice(0, 10)}T10:00:00Z`) - ago * 86_400_000);
	const entry = (at: Date, personId: string, object: string) => ({
		at,
		event: "plan.read",
		action: "read" as const,
		outcome: "success" as const,
		personId,
		relation: "coordinator",
		object,
		familyId: family.familyId,
		ground: "relation",
		source: "api",
	});
	const objects = ["plan", "goal", "help", "comment", "review"];
	await db.auditEntry.createMany({
		data: Array.from({ length: 100 }, (_, ago) =>
			colleagues.flatMap(({ personId }) => objects.map((object) => entry(day(ago + 2), personId, object))),
		).flat(),
	});
	const call = await app.as(family.mother);
	const days = (ago: number) => day(ago).toISOString().slice(0, 10);
	const looks: Look[] = [];
	let [to, calls]: [string | null, number] = [days(2), 0];
	while (to !== null && to >= days(101)) {
		const part: { looks: Look[]; earlier: string | null; from: string } = await call(whoLooked, {
			params: { familyId: family.familyId },
			query: { from: days(101), to },
		});
		expect(part.looks.length).toBeLessThanOrEqual(200);
		expect(part.looks.every((look) => look.day >= part.from)).toBe(true);
		looks.push(...part.looks);
		to = part.earlier;
		calls += 1;
	}
	expect(looks).toHaveLength(100 * 6 * objects.length);
	expect(new Set(looks.map((look) => [look.day, look.name, look.what].join())).size).toBe(looks.length);
	expect(calls).toBeGreaterThan(10);
	// More on one day than in one answer: that day is told whole.
	const many = await Promise.all(
		Array.from({ length: 45 }, (_, place) => app.world.staff(["coordinator"], { givenName: `Ander ${place}` })),
	);
	await db.auditEntry.createMany({ data: many.flatMap(({ personId }) => objects.map((object) => entry(day(150), personId, object))) });
	const busy = await call(whoLooked, { params: { familyId: family.familyId }, query: { from: days(300), to: days(120) } });
	expect(busy).toMatchObject({ from: days(150), earlier: null });
	expect(busy.looks).toHaveLength(45 * objects.length);
}, 60_000);
