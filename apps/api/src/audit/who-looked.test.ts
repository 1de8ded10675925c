import { readWordsForMe } from "@samenplan/contract/audience";
import { whoLooked } from "@samenplan/contract/audit";
import { answerComment, writeComment } from "@samenplan/contract/comments";
import { endpoints } from "@samenplan/contract/endpoints";
import { readOwnPart } from "@samenplan/contract/families";
import { readPlan } from "@samenplan/contract/plans";
import { withdrawView, writeView } from "@samenplan/contract/steps";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";
import { lookedAtOf } from "./looked-at.ts";

describe("who looked", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());

	it("shows the family what the coordinator opened today: when, who, what and why, without identifiers", async () => {
		const family = await app.world.newFamily();
		const params = { familyId: family.familyId };
		await (await app.as(family.coordinator))(readPlan, { params });
		const { looks } = await (await app.as(family.mother))(whoLooked, { params, query: {} });
		expect(looks.filter(({ relation }) => relation === "coordinator")).toEqual([
			{
				day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
				at: expect.any(String),
				name: family.coordinator.givenName,
				relation: "coordinator",
				mine: false,
				deed: "read",
				what: "plan",
				times: 1,
				why: "relation",
				recipient: "",
			},
		]);
		expect(JSON.stringify(looks)).not.toContain(family.coordinator.personId);
	});

	it("merges the same reads of one day by one person, and keeps persons and deeds apart", async () => {
		const family = await app.world.newFamily();
		const params = { familyId: family.familyId };
		const [coordinator, father] = [await app.as(family.coordinator), await app.as(family.father)];
		for (let read = 0; read < 3; read += 1) await coordinator(readPlan, { params });
		await father(readPlan, { params });
		await father(writeComment, { params, body: { kind: "comment", about: "plan", text: "Dag" } });
		const { looks } = await father(whoLooked, { params, query: {} });
		expect(looks.map(({ name, deed, what, times, mine }) => ({ name, deed, what, times, mine }))).toEqual(
			expect.arrayContaining([
				{ name: family.coordinator.givenName, deed: "read", what: "plan", times: 3, mine: false },
				{ name: "Vader", deed: "read", what: "plan", times: 1, mine: true },
				{ name: "Vader", deed: "create", what: "comment", times: 1, mine: true },
			]),
		);
	});

	it("says that somebody with a small part read what was shared with them, once a day, also of entries from before", async () => {
		const family = await app.world.newFamily();
		const params = { familyId: family.familyId };
		const grandmother = await app.world.involve(family.familyId, "network_member", { givenName: "Oma", account: true });
		const call = await app.as(grandmother);
		for (let read = 0; read < 2; read += 1) {
			await call(readOwnPart, { params });
			await call(readWordsForMe, { params });
		}
		await app.world.db.auditEntry.create({
			data: {
				at: new Date(),
				event: "families.read-own-part",
				action: "read",
				outcome: "success",
				personId: grandmother.personId,
				relation: "network_member",
				object: "family",
				familyId: family.familyId,
				ground: "relation",
				source: "api",
			},
		});
		const { looks } = await (await app.as(family.mother))(whoLooked, { params, query: {} });
		expect(looks.filter(({ name }) => name === "Oma").map(({ deed, what, times }) => ({ deed, what, times }))).toEqual([
			{ deed: "read", what: "shared", times: 5 },
		]);
	});

	it("keeps to the asked days, as the calendar in the Netherlands has them", async () => {
		const family = await app.world.newFamily();
		const params = { familyId: family.familyId };
		// Half past eleven in the evening of 30 June in the Netherlands is still 30 June; an hour later it is July.
		for (const at of ["2026-06-30T21:30:00Z", "2026-06-30T22:30:00Z"])
			await app.world.db.auditEntry.create({
				data: {
					at: new Date(at),
					event: "plans.read-plan",
					action: "read",
					outcome: "success",
					personId: family.coordinator.personId,
					relation: "coordinator",
					object: "plan",
					familyId: family.familyId,
					ground: "relation",
					source: "api",
				},
			});
		const call = await app.as(family.mother);
		const june = await call(whoLooked, { params, query: { from: "2026-06-01", to: "2026-06-30" } });
		expect(june.looks.map(({ day }) => day)).toEqual(["2026-06-30"]);
		const july = await call(whoLooked, { params, query: { from: "2026-07-01", to: "2026-07-31" } });
		expect(july.looks.map(({ day }) => day)).toEqual(["2026-07-01"]);
		expect((await problemOf(call(whoLooked, { params, query: { from: "gisteren" } }))).status).toBe(400);
	});

	it("names nobody of another family who tried in vain", async () => {
		const [family, stranger] = [await app.world.newFamily(), await app.world.newFamily()];
		const params = { familyId: family.familyId };
		const outside = await app.as(stranger.father);
		await problemOf(outside(readPlan, { params }));
		expect((await problemOf(outside(whoLooked, { params, query: {} }))).status).toBe(404);
		const { looks } = await (await app.as(family.mother))(whoLooked, { params, query: {} });
		expect(looks.every(({ mine }) => mine)).toBe(true);
	});

	it("logs the reading of the log too", async () => {
		const family = await app.world.newFamily();
		const call = await app.as(family.girl);
		const params = { familyId: family.familyId };
		await call(whoLooked, { params, query: {} });
		const { looks } = await call(whoLooked, { params, query: {} });
		expect(looks[0]).toMatchObject({ name: "Dochter", relation: "young_person", what: "who_looked", times: 2 });
	});

	it("has a word for everything of a family that an endpoint logs", () => {
		const objects = new Set(endpoints.filter(({ path }) => path.startsWith("/api/families/")).map(({ audit }) => audit.object));
		expect([...objects].filter((object) => !(object in lookedAtOf))).toEqual([]);
	});

	it("tells nobody outside the family that it wrote or said something among itself, not even after it was taken back", async () => {
		const family = await app.world.newFamily();
		const params = { familyId: family.familyId };
		const [mother, father, coordinator] = [await app.as(family.mother), await app.as(family.father), await app.as(family.coordinator)];
		const words = { subject: "worry", theme: null, aboutPersonId: null, text: "Onder ons", audience: "family" } as const;
		const { id: viewId } = await mother(writeView, { params, body: words });
		await mother(withdrawView, { params: { ...params, viewId } });
		const question = { kind: "question", about: "plan", text: "Wat vind jij?", audience: "family" } as const;
		const { id: commentId } = await mother(writeComment, { params, body: question });
		await father(answerComment, { params: { ...params, commentId }, body: { text: "Laten we praten" } });
		await mother(writeView, { params, body: { ...words, audience: "core" } });
		const seenBy = async (call: typeof mother) =>
			(await call(whoLooked, { params, query: {} })).looks
				.filter(({ what }) => what === "view" || what === "comment")
				.map(({ deed, what, times }) => `${deed} ${what} ${times}`);
		expect((await seenBy(mother)).sort()).toEqual(["create comment 1", "create comment 1", "create view 2", "delete view 1"]);
		expect(await seenBy(coordinator)).toEqual(["create view 1"]);
	});
});
