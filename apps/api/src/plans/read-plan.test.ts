import { readPlan } from "@samenplan/contract/plans";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

describe("reading the whole plan", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());

	it("shows a parent with authority the family, the six steps and what they may do", async () => {
		const family = await app.world.newFamily({ name: "Familie De Boom" });
		const call = await app.as(family.mother);
		const plan = await call(readPlan, { params: { familyId: family.familyId } });
		expect(plan.family.name).toBe("Familie De Boom");
		expect(plan.steps.map((step) => step.kind)).toEqual(["clarify", "strengths", "goals", "network", "help", "evaluate"]);
		expect(plan.viewer).toMatchObject({ side: "family", relations: ["parent_with_authority"] });
		expect(plan.viewer.abilities).toContain("view.write");
		expect(plan.viewer.abilities).not.toContain("plan.steer");
	});

	it("answers another family's id exactly as an unknown id", async () => {
		const [mine, other] = [await app.world.newFamily(), await app.world.newFamily()];
		const call = await app.as(mine.mother);
		const swapped = await problemOf(call(readPlan, { params: { familyId: other.familyId } }));
		const unknown = await problemOf(call(readPlan, { params: { familyId: "019a0000-0000-7000-8000-000000000000" } }));
		expect({ ...swapped, requestId: "" }).toEqual({ ...unknown, requestId: "" });
		expect(swapped.status).toBe(404);
	});

	it("leaves an entry for each read and for the refused attempt", async () => {
		const family = await app.world.newFamily();
		const stranger = await app.world.newFamily();
		await (await app.as(family.coordinator))(readPlan, { params: { familyId: family.familyId } });
		await problemOf((await app.as(stranger.father))(readPlan, { params: { familyId: family.familyId } }));
		const entries = await app.world.db.auditEntry.findMany({ where: { familyId: family.familyId }, orderBy: { id: "asc" } });
		expect(entries.map(({ personId, outcome, relation }) => ({ personId, outcome, relation }))).toEqual([
			{ personId: family.coordinator.personId, outcome: "success", relation: "coordinator" },
			{ personId: stranger.father.personId, outcome: "denied", relation: "none" },
		]);
	});
});
