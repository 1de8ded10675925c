import { whoLooked } from "@samenplan/contract/audit";
import { keepDraft } from "@samenplan/contract/drafts";
import { readPlan } from "@samenplan/contract/plans";
import { afterAll, beforeAll, expect, it } from "vitest";
import { removeExpired } from "../accounts/remove-expired.ts";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

let app: TestApp;
beforeAll(async () => {
	app = await startTestApp();
});
afterAll(() => app.stop());

const place = "step.strengths.conclusion";

it("keeps what somebody is still writing for them alone, on every device, until it goes", async () => {
	const family = await app.world.newFamily();
	const params = { familyId: family.familyId };
	const [coordinator, mother] = [await app.as(family.coordinator), await app.as(family.mother)];
	const draftsOf = async (call: typeof mother) => (await call(readPlan, { params })).drafts.map(({ place, text }) => ({ place, text }));

	await coordinator(keepDraft, { params, body: { place, text: "Nog niet af: we zien samen dat" } });
	await mother(keepDraft, { params, body: { place, text: "Ik wil nog zeggen" } });
	await mother(keepDraft, { params, body: { place, text: "Ik wil nog zeggen dat het beter gaat" } });
	expect(await draftsOf(await app.as(family.coordinator))).toEqual([{ place, text: "Nog niet af: we zien samen dat" }]);
	expect(await draftsOf(await app.as(family.mother))).toEqual([{ place, text: "Ik wil nog zeggen dat het beter gaat" }]);
	expect(await draftsOf(await app.as(family.father))).toEqual([]);

	await mother(keepDraft, { params, body: { place, text: " " } });
	expect(await draftsOf(mother)).toEqual([]);
	// That somebody is writing is their own business too.
	const { looks } = await coordinator(whoLooked, { params, query: {} });
	expect(looks.every(({ what }) => what !== "other")).toBe(true);
});

it("takes no draft of somebody outside the plan, and none that is too long", async () => {
	const family = await app.world.newFamily();
	const params = { familyId: family.familyId };
	const stranger = await app.as((await app.world.newFamily()).mother);
	expect((await problemOf(stranger(keepDraft, { params, body: { place, text: "x" } }))).status).toBe(404);
	const mother = await app.as(family.mother);
	expect((await problemOf(mother(keepDraft, { params, body: { place, text: "x".repeat(20_001) } }))).status).toBe(400);
});

it("forgets what nobody went on with for two months", async () => {
	const family = await app.world.newFamily();
	const params = { familyId: family.familyId };
	const mother = await app.as(family.mother);
	for (const name of ["old", "new"]) await mother(keepDraft, { params, body: { place: name, text: "woorden" } });
	await app.world.db.draftText.updateMany({
		where: { familyId: family.familyId, place: "old" },
		data: { updatedAt: new Date(Date.now() - 61 * 86_400_000) },
	});
	await removeExpired(app.services);
	expect((await mother(readPlan, { params })).drafts.map((each) => each.place)).toEqual(["new"]);
});
