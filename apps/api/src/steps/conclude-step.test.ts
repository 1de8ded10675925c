import { chooseRoute, markComplex, readPlan } from "@samenplan/contract/plans";
import type { Step } from "@samenplan/contract/steps";
import { concludeStep, recordView, reopenStep, type StepKind, writeStep, writeView } from "@samenplan/contract/steps";
import type { TestFamily } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

describe("concluding and reopening a step", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());

	const params = (family: TestFamily, kind: StepKind) => ({ familyId: family.familyId, kind });
	async function clarifiedTogether() {
		const family = await app.world.newFamily();
		const [coordinator, mother] = [await app.as(family.coordinator), await app.as(family.mother)];
		const at = { params: { familyId: family.familyId } };
		await mother(writeView, {
			...at,
			body: { subject: "expectation", text: "Dat je belt als je belooft te bellen", aboutPersonId: family.coordinator.personId },
		});
		await coordinator(writeView, {
			...at,
			body: { subject: "expectation", text: "Dat je zegt wat niet goed gaat", aboutPersonId: family.mother.personId },
		});
		await coordinator(chooseRoute, { ...at, body: { route: "full", reason: "Er speelt veel", version: 1 } });
		const written = await coordinator(writeStep, {
			params: params(family, "clarify"),
			body: { conclusion: "Hoe krijgen we weer rust in huis?", version: 1 },
		});
		return { family, coordinator, mother, at, written };
	}

	it("names everything that still misses, and which moves are possible instead", async () => {
		const family = await app.world.newFamily();
		const call = await app.as(family.coordinator);
		const problem = await problemOf(call(concludeStep, { params: params(family, "clarify"), body: { version: 1 } }));
		expect(problem).toMatchObject({ status: 409, code: "move-not-possible" });
		expect(problem.reasons).toEqual([
			"question-missing",
			"expectations-family-missing",
			"expectations-coordinator-missing",
			"route-missing",
		]);
		expect(problem.possible).toContain("choose_route");
		expect(problem.possible).not.toContain("conclude_clarify");
	});

	it("concludes the question when it is written, expected of each other, and the route is chosen", async () => {
		const { family, coordinator, written } = await clarifiedTogether();
		const done = await coordinator(concludeStep, { params: params(family, "clarify"), body: { version: written.version } });
		expect(done).toMatchObject({ state: "concluded", conclusion: "Hoe krijgen we weer rust in huis?", version: written.version });
		expect(done.concludedAt).not.toBeNull();
		const refused = await problemOf(
			coordinator(writeStep, { params: params(family, "clarify"), body: { conclusion: "Iets anders", version: done.version } }),
		);
		expect(refused.reasons).toEqual(["step-concluded"]);
		expect(refused.possible).toContain("reopen_clarify");
	});

	it("opens a step again with a reason and every word still there, and keeps the day it was concluded", async () => {
		const { family, coordinator, written } = await clarifiedTogether();
		const done = await coordinator(concludeStep, { params: params(family, "clarify"), body: { version: written.version } });
		const because = "De vraag is veranderd";
		expect(await problemOf(coordinator(reopenStep, { params: params(family, "clarify"), body: { because: " " } }))).toMatchObject({
			errors: [{ path: "because", code: "required" }],
		});
		const again = await coordinator(reopenStep, { params: params(family, "clarify"), body: { because } });
		expect(again).toEqual({ ...done, state: "reopened", reopenedBecause: because });
		const changed = await coordinator(writeStep, {
			params: params(family, "clarify"),
			body: { conclusion: "Hoe eten we weer samen?", version: again.version },
		});
		expect(changed).toMatchObject({ state: "reopened", conclusion: "Hoe eten we weer samen?" });
		const former = await app.world.db.formerText.findMany({ where: { familyId: family.familyId, object: "step", objectId: done.id } });
		expect(former.map(({ row }) => (row as { conclusion: string }).conclusion)).toContain("Hoe krijgen we weer rust in huis?");
	});

	it("keeps the order the first time", async () => {
		const family = await app.world.newFamily();
		const call = await app.as(family.coordinator);
		const problem = await problemOf(call(concludeStep, { params: params(family, "strengths"), body: { version: 1 } }));
		expect(problem.reasons).toEqual(["clarify-first", "strength-missing", "safety-missing", "shared-picture-missing"]);
	});

	it("concludes the shared picture after a strength and a word about safety", async () => {
		const { family, coordinator, mother, at, written } = await clarifiedTogether();
		await coordinator(concludeStep, { params: params(family, "clarify"), body: { version: written.version } });
		await mother(writeView, { ...at, body: { subject: "strength", theme: "daily_care", text: "We eten elke avond samen" } });
		await coordinator(recordView, {
			...at,
			body: { personId: family.boy.personId, subject: "safety", theme: "safety", text: "Thuis is het fijn" },
		});
		const picture = await coordinator(writeStep, {
			params: params(family, "strengths"),
			body: {
				conclusion: "We houden van elkaar en we zijn moe.",
				professionalConclusion: "Draaglast is groter dan draagkracht.",
				version: 1,
			},
		});
		expect(await coordinator(concludeStep, { params: params(family, "strengths"), body: { version: picture.version } })).toMatchObject({
			state: "concluded",
		});
	});

	it("keeps a complex case from concluding its goals without the scientist", async () => {
		const { family, coordinator, at } = await clarifiedTogether();
		await coordinator(markComplex, {
			...at,
			body: { complex: true, toldFamilyOn: app.world.daysFromToday(-1).toISOString().slice(0, 10), version: 2 },
		});
		const problem = await problemOf(coordinator(concludeStep, { params: params(family, "goals"), body: { version: 1 } }));
		expect(problem.reasons).toEqual(["clarify-first", "strengths-first", "goal-missing", "review-missing"]);
		expect(problem.possible).toContain("ask_review");
	});

	it("is not for a parent to do, and shows a stranger nothing", async () => {
		const { family, mother, written } = await clarifiedTogether();
		const stranger = await app.as((await app.world.newFamily()).mother);
		const body = { params: params(family, "clarify"), body: { version: written.version } };
		expect((await problemOf(mother(concludeStep, body))).status).toBe(403);
		expect((await problemOf(stranger(concludeStep, body))).status).toBe(404);
		const plan = await mother(readPlan, { params: { familyId: family.familyId } });
		expect(plan.steps[0]?.state).toBe("in_progress");
	});

	it("gives both texts when two people write at the same time, and loses no word", async () => {
		const family = await app.world.newFamily();
		const call = await app.as(family.coordinator);
		const texts = Array.from({ length: 8 }, (_, n) => `Zo zien wij het, tekst ${n}`);
		const results = await Promise.allSettled(
			texts.map((conclusion) => call(writeStep, { params: params(family, "clarify"), body: { conclusion, version: 1 } })),
		);
		const kept = results.filter((result) => result.status === "fulfilled");
		expect(kept).toHaveLength(1);
		const winner = kept[0]?.value.conclusion;
		expect(texts).toContain(winner);
		for (const result of results)
			if (result.status === "rejected") expect(((await problemOf(Promise.reject(result.reason))).current as Step).conclusion).toBe(winner);
	});
});
