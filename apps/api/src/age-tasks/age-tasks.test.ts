import { doAgeTask, listAgeTasks } from "@samenplan/contract/age-tasks";
import { moveDemoClock } from "@samenplan/contract/demo";
import type { TestFamily } from "@samenplan/testing/world";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { familyWithSchool } from "../consents/school.fixture.ts";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";
import { planAgeTasks } from "./plan-age-tasks.ts";

describe("turning 12, 16 and 18", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterEach(() => app.services.clock.move(0));
	afterAll(() => app.stop());

	const tasks = async (family: TestFamily) => (await app.as(family.coordinator))(listAgeTasks, { params: { familyId: family.familyId } });
	const at = (moment: string) => app.services.clock.move((Date.parse(moment) - Date.now()) / 1000);
	const born = async (family: TestFamily, day: string) => {
		await app.world.db.involvement.updateMany({ where: { familyId: family.familyId }, data: { startsOn: new Date("2026-01-01") } });
		await app.world.db.person.update({ where: { id: family.boy.personId }, data: { bornOn: new Date(day) } });
	};

	it.each([
		["turned_12", "2015-05-10", "2027-05-09T21:59:00Z", "2027-05-09T22:01:00Z", "2027-05-10"],
		["turned_16", "2012-02-29", "2028-02-28T22:59:00Z", "2028-02-28T23:01:00Z", "2028-02-29"],
		["turned_18", "2012-02-29", "2030-02-28T22:59:00Z", "2030-02-28T23:01:00Z", "2030-03-01"],
		["turned_12", "2016-02-29", "2028-02-28T22:59:00Z", "2028-02-28T23:01:00Z", "2028-02-29"],
	])("makes one task %s for who was born on %s, from midnight in the Netherlands", async (kind, bornOn, before, after, fromOn) => {
		const family = await app.world.newFamily();
		await born(family, bornOn);
		const one = async () =>
			(await app.world.db.ageTask.findMany({ where: { personId: family.boy.personId } })).filter((task) => task.kind === kind);
		at(before);
		await planAgeTasks(app.services);
		expect(await one()).toEqual([]);
		at(after);
		await planAgeTasks(app.services);
		await planAgeTasks(app.services);
		expect(await one()).toMatchObject([{ familyId: family.familyId, fromOn: new Date(fromOn), doneAt: null }]);
	});

	it("makes none for who was older already when the plan began, nor in a plan that is closed", async () => {
		const family = await app.world.newFamily();
		await planAgeTasks(app.services);
		expect(await tasks(family)).toEqual([]);
		const closed = await app.world.newFamily();
		await born(closed, "2014-06-01");
		await app.world.db.plan.update({ where: { id: closed.planId }, data: { state: "closed" } });
		at("2026-12-01T12:00:00Z");
		await planAgeTasks(app.services);
		expect(await tasks(closed)).toEqual([]);
	});

	it("appears when the demo clock moves, and is worked out anew when the date of birth was wrong", async () => {
		const family = await app.world.newFamily();
		await born(family, "2015-03-01");
		await (await app.as())(moveDemoClock, {
			body: { offsetSeconds: Math.round((Date.parse("2027-03-02T12:00:00Z") - Date.now()) / 1000) },
		});
		expect(await tasks(family)).toMatchObject([{ kind: "turned_12", givenName: "Zoon", fromOn: "2027-03-01" }]);
		await born(family, "2015-09-01");
		await planAgeTasks(app.services);
		expect(await tasks(family)).toEqual([]);
	});

	it("counts the consents to ask anew, and is done with words by the coordinator alone", async () => {
		const family = await familyWithSchool(app);
		await born(family, "2015-03-01");
		// Asked when he was eleven.
		await app.world.db.consent.update({ where: { id: family.consentId }, data: { askedAt: new Date("2026-10-01T10:00:00Z") } });
		at("2027-03-02T12:00:00Z");
		await planAgeTasks(app.services);
		const [task] = await tasks(family);
		expect(task).toMatchObject({ kind: "turned_12", consentsToAnswer: 1, hasAccount: false, doneAt: null });
		const params = { familyId: family.familyId, ageTaskId: task?.id ?? "" };
		expect((await problemOf((await app.as(family.mother))(doAgeTask, { params, body: { words: "Gedaan" } }))).status).toBe(403);
		await (await app.as(family.coordinator))(doAgeTask, { params, body: { words: "Samen gepraat. Hij krijgt een eigen kaart." } });
		expect(await tasks(family)).toMatchObject([{ words: "Samen gepraat. Hij krijgt een eigen kaart.", doneAt: expect.any(String) }]);
		await planAgeTasks(app.services);
		expect(await tasks(family)).toHaveLength(1);
	});
});
