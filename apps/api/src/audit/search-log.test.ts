import { findLogSubjects, listOddPatterns, searchLog, seeOddPattern, setFamiliesPerHour } from "@samenplan/contract/audit-log";
import { writeComment } from "@samenplan/contract/comments";
import { endpoints } from "@samenplan/contract/endpoints";
import { isLogObject } from "@samenplan/contract/log-objects";
import { readPlan } from "@samenplan/contract/plans";
import type { Person, TestFamily } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";
import { findOddPatterns, mondayOf } from "./find-odd-patterns.ts";

describe("the privacy officer", () => {
	let app: TestApp;
	let officer: Person;
	let family: TestFamily;
	beforeAll(async () => {
		app = await startTestApp();
		officer = await app.world.staff(["privacy_officer"], { givenName: "Loes" });
		family = await app.world.newFamily({ name: "Klaproos" });
		const params = { familyId: family.familyId };
		const coordinator = await app.as(family.coordinator);
		for (let nr = 0; nr < 60; nr += 1) await coordinator(readPlan, { params });
		await (await app.as(family.mother))(writeComment, { params, body: { kind: "comment", about: "plan", text: "Zeer geheime woorden" } });
		const stranger = await app.world.newFamily();
		await problemOf((await app.as(stranger.father))(readPlan, { params }));
	});
	afterAll(() => app.stop());

	it("finds entries by person, family, subject and outcome, page after page, none twice and none missed", async () => {
		const call = await app.as(officer);
		const seen: string[] = [];
		let after: string | undefined;
		do {
			const page = await call(searchLog, {
				query: { personId: family.coordinator.personId, familyId: family.familyId, ...(after && { after }) },
			});
			expect(page).toMatchObject({ person: family.coordinator.givenName, family: "Klaproos" });
			seen.push(...page.entries.map(({ id }) => id));
			after = page.next ?? undefined;
		} while (after);
		expect(seen).toHaveLength(60);
		expect(new Set(seen).size).toBe(60);
		expect(seen.map(Number)).toEqual(seen.map(Number).sort((one, other) => other - one));
		const denied = await call(searchLog, { query: { familyId: family.familyId, outcome: "denied" } });
		expect(denied.entries.map(({ relation, person }) => [relation, person?.name])).toEqual([["none", "Vader"]]);
		const written = await call(searchLog, { query: { familyId: family.familyId, group: "plan", personId: family.mother.personId } });
		expect(written.entries.map(({ deed, object, ground }) => [deed, object, ground])).toEqual([["create", "comment", "relation"]]);
		expect(JSON.stringify(written)).not.toContain("geheime");
		expect((await call(searchLog, { query: { familyId: family.familyId, to: "2020-01-01" } })).entries).toEqual([]);
	});

	it("leaves an entry of each search that keeps what was searched for, never what was typed", async () => {
		const call = await app.as(officer);
		await call(searchLog, { query: { personId: family.mother.personId, outcome: "denied" } });
		const found = await call(findLogSubjects, { query: { words: "klapr" } });
		expect(found).toEqual([{ kind: "family", id: family.familyId, name: "Klaproos", staff: false, families: "" }]);
		const entries = await app.world.db.auditEntry.findMany({ where: { object: "audit_search" }, orderBy: { id: "desc" }, take: 2 });
		expect(entries.map(({ event }) => event)).toEqual([
			"get /api/audit/subjects",
			`get /api/audit/entries personId=${family.mother.personId} outcome=denied`,
		]);
		// And so the officer's own searches are found too.
		const own = await call(searchLog, { query: { personId: officer.personId, group: "log" } });
		expect(own.entries.length).toBeGreaterThan(2);
	});

	it("sees nothing of another organisation, neither its people nor its entries", async () => {
		const place = await app.world.organisation("Andere stichting");
		const elsewhere = await app.world.newFamily({ name: "Korenbloem", coordinator: await app.world.staff(["coordinator"], { place }) });
		await (await app.as(elsewhere.coordinator))(readPlan, { params: { familyId: elsewhere.familyId } });
		const call = await app.as(officer);
		expect(await call(findLogSubjects, { query: { words: "koren" } })).toEqual([]);
		expect(await call(searchLog, { query: { familyId: elsewhere.familyId } })).toEqual({
			entries: [],
			next: null,
			person: null,
			family: "",
		});
		expect((await call(searchLog, { query: { personId: elsewhere.coordinator.personId } })).entries).toEqual([]);
		const theirs = await app.as(await app.world.staff(["privacy_officer"], { place }));
		expect((await theirs(searchLog, { query: { familyId: elsewhere.familyId } })).entries).toHaveLength(1);
		expect(await problemOf((await app.as(family.coordinator))(searchLog, { query: {} }))).toMatchObject({ status: 403 });
	});

	it("has each kind of object of the log in a group", () => {
		const objects = new Set(endpoints.map(({ audit }) => audit.object));
		expect([...objects, "mail", "reminder"].filter((object) => !isLogObject(object))).toEqual([]);
	});

	describe("finds what stands out", () => {
		let others: TestFamily[];
		const monday = mondayOf(new Date().toISOString().slice(0, 10));
		/** On the Monday of this week, so many minutes after an hour in the Netherlands (winter time here: one hour ahead of UTC). */
		const at = (hour: number, minute: number) => new Date(Date.parse(`${monday}T00:00:00Z`) + ((hour - offset) * 60 + minute) * 60_000);
		const offset = 1;
		async function entries(person: Person, of: TestFamily[], from: number, rest: Record<string, unknown> = {}): Promise<void> {
			await app.world.db.auditEntry.createMany({
				data: of.map((each, nr) => ({
					at: at(from, nr),
					event: "get",
					action: "read" as const,
					outcome: "success" as const,
					accountId: person.accountId,
					personId: person.personId,
					relation: "coordinator",
					object: "plan",
					familyId: each.familyId,
					ground: "relation",
					source: "api",
					...rest,
				})),
			});
		}
		const patterns = async () => {
			await findOddPatterns(app.services);
			const { open } = await (await app.as(officer))(listOddPatterns);
			return open;
		};
		const of = (person: Person, list: Awaited<ReturnType<typeof patterns>>) =>
			list.filter((each) => each.person.id === person.personId).map(({ kind, times, family: about }) => [kind, times, about?.id ?? null]);
		beforeAll(async () => {
			others = [];
			for (let nr = 0; nr < 17; nr += 1) others.push(await app.world.newFamily());
		});

		it("repeated denied attempts without a relation, and not one or two", async () => {
			const [often, twice] = [await app.world.staff(["coordinator"]), await app.world.staff(["coordinator"])];
			const denied = { outcome: "denied", relation: "none", ground: "none" };
			await entries(often, [family, family, family, family], 10, denied);
			await entries(twice, [family, family], 10, denied);
			const list = await patterns();
			expect(of(often, list)).toEqual([["no_relation", 4, family.familyId]]);
			expect(of(twice, list)).toEqual([]);
		});

		it("more families in an hour than the organisation finds usual", async () => {
			const [many, spread] = [await app.world.staff(["coordinator"]), await app.world.staff(["coordinator"])];
			await entries(many, others, 11);
			await entries(spread, others.slice(0, 9), 11);
			await entries(spread, others.slice(9), 14);
			const list = await patterns();
			expect(of(many, list)).toEqual([["many_families", 17, null]]);
			expect(of(spread, list)).toEqual([]);
			await (await app.as(officer))(setFamiliesPerHour, { body: { familiesPerHour: 8 } });
			expect(of(spread, await patterns())).toEqual([["many_families", 9, null]]);
			expect((await (await app.as(officer))(listOddPatterns)).familiesPerHour).toBe(8);
		});

		it("an employee at a family of their own: a member of it, or of the same name and home", async () => {
			const { db } = app.world;
			const aunt = await app.world.staff(["coordinator"], { givenName: "Tante", familyName: "Zonderland" });
			await db.involvement.create({
				data: {
					familyId: family.familyId,
					personId: aunt.personId,
					relation: "network_member",
					startsOn: new Date(),
					recordedBy: aunt.personId,
				},
			});
			const cousin = await app.world.staff(["coordinator"], { givenName: "Nicht", familyName: "Zonderland" });
			const [here, there] = others as [TestFamily, TestFamily];
			await db.person.update({ where: { id: here.mother.personId }, data: { familyName: "zonderland" } });
			for (const [each, personId] of [
				[here, here.mother.personId],
				[there, cousin.personId],
			] as const) {
				const home = await db.household.create({ data: { familyId: each.familyId, name: "Thuis", address: "Dorpsstraat 1, Voorbeeld" } });
				await db.householdMember.create({ data: { familyId: each.familyId, householdId: home.id, personId } });
			}
			await entries(aunt, [family, family], 12);
			await entries(cousin, [here, others[2] as TestFamily], 12);
			const list = await patterns();
			expect(of(aunt, list)).toEqual([["own_family", 2, family.familyId]]);
			expect(of(cousin, list)).toEqual([["own_family", 1, here.familyId]]);
		});

		it("reads by emergency access, and work at night", async () => {
			const [urgent, owl] = [await app.world.staff(["coordinator"]), await app.world.staff(["coordinator"])];
			await entries(urgent, [family], 13, { ground: "emergency", relation: "emergency" });
			await entries(owl, [family, family, family, family, family], 3);
			const list = await patterns();
			expect(of(urgent, list)).toEqual([["emergency", 1, family.familyId]]);
			expect(of(owl, list)).toEqual([["at_night", 5, null]]);
		});

		it("and closes it with words, once; nobody judges what is about themselves", async () => {
			const call = await app.as(officer);
			const [first] = await patterns();
			const params = { patternId: first?.id ?? "" };
			expect(await problemOf(call(seeOddPattern, { params, body: { words: " " } }))).toMatchObject({ status: 400 });
			await call(seeOddPattern, { params, body: { words: "Nagevraagd: een vergissing." } });
			expect(await problemOf(call(seeOddPattern, { params, body: { words: "Nog eens" } }))).toMatchObject({ status: 409 });
			const after = await patterns();
			expect(after.map(({ id }) => id)).not.toContain(first?.id);
			expect((await call(listOddPatterns)).seen).toEqual([
				expect.objectContaining({ id: first?.id, seen: { by: "Loes", at: expect.any(String), words: "Nagevraagd: een vergissing." } }),
			]);
			await entries(officer, [family, family, family, family, family], 3);
			const own = (await patterns()).find(({ person }) => person.id === officer.personId);
			expect(own).toMatchObject({ own: true, kind: "at_night" });
			const refused = await problemOf(call(seeOddPattern, { params: { patternId: own?.id ?? "" }, body: { words: "Niets aan de hand" } }));
			expect(refused).toMatchObject({ code: "move-not-possible", reasons: ["own-pattern"] });
			const place = await app.world.organisation("Nog een stichting");
			const elsewhere = await app.as(await app.world.staff(["privacy_officer"], { place }));
			expect(await problemOf(elsewhere(seeOddPattern, { params: { patternId: own?.id ?? "" }, body: { words: "?" } }))).toMatchObject({
				status: 404,
			});
		});
	});
});
