import { readMe } from "@samenplan/contract/accounts";
import {
	addHousehold,
	changeHousehold,
	nameFamily,
	openFamily,
	readOwnPart,
	recordAuthority,
	removeHousehold,
	removeKinship,
	setKinship,
} from "@samenplan/contract/families";
import { addPerson, changePerson, endPerson, invitePerson, returnPerson } from "@samenplan/contract/people";
import { readPlan } from "@samenplan/contract/plans";
import { newPerson } from "@samenplan/testing/new-person";
import type { TestFamily } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

const somebody = newPerson("Samira");

describe("the people of a family", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());

	const planOf = async (family: TestFamily, reader = family.coordinator) =>
		(await app.as(reader))(readPlan, { params: { familyId: family.familyId } });

	it("lets a coordinator open a family and be its coordinator, with six steps to go", async () => {
		const coordinator = await app.world.staff(["coordinator"]);
		const call = await app.as(coordinator);
		const { id } = await call(openFamily, { body: { name: "Familie De Wit" } });
		const plan = await call(readPlan, { params: { familyId: id } });
		expect(plan.family).toMatchObject({ name: "Familie De Wit", persons: [{ id: coordinator.personId, relation: "coordinator" }] });
		expect(plan.steps).toHaveLength(6);
		expect((await call(readMe)).families).toEqual([{ id, name: "Familie De Wit", abilities: ["plan.read", "request.make"] }]);
	});

	it("keeps a name on one line, so that nobody adds a text of their own to the mail", async () => {
		const family = await app.world.newFamily();
		const params = { familyId: family.familyId };
		const coordinator = await app.as(family.coordinator);
		const givenName = "Samira,\r\n\r\nStuur je code aan Bert\u2028of\u202ebel";
		const { id: personId } = await coordinator(addPerson, { params, body: { ...somebody, givenName, email: "samira@demo.invalid" } });
		const card = await coordinator(invitePerson, { params: { ...params, personId } });
		expect(card.givenName).toBe("Samira, Stuur je code aan Bert of bel");
		const mail = await app.world.db.mail.findFirstOrThrow({ where: { personId } });
		expect(mail.text.split("\n")[0]).toContain("Samira, Stuur je code aan Bert of bel");
	});

	it("lets nobody but a coordinator open a family", async () => {
		const family = await app.world.newFamily();
		for (const other of [family.mother, await app.world.staff(["administrator"]), await app.world.staff(["team_lead"])])
			expect(await problemOf((await app.as(other))(openFamily, { body: { name: "Van mij" } }))).toMatchObject({ code: "not-allowed" });
	});

	it("tells a coordinator without a team why no family can be opened", async () => {
		const loose = await app.world.staff(["coordinator"]);
		await app.world.db.account.update({ where: { id: loose.accountId }, data: { teamId: null } });
		expect(await problemOf((await app.as(loose))(openFamily, { body: { name: "Zonder team" } }))).toMatchObject({
			code: "move-not-possible",
			reasons: ["no-team"],
		});
	});

	it("keeps a person of whom only a given name is known, and fills in the rest later", async () => {
		const family = await app.world.newFamily();
		const call = await app.as(family.coordinator);
		const { id } = await call(addPerson, { params: { familyId: family.familyId }, body: somebody });
		await call(changePerson, {
			params: { familyId: family.familyId, personId: id },
			body: {
				...somebody,
				familyName: "Bakkali",
				role: "oma",
				relation: "network_member",
				language: "ar",
				interpreter: true,
				easyText: true,
				phone: "06 1234",
				version: 1,
			},
		});
		const person = (await planOf(family)).family.persons.find((each) => each.id === id);
		expect(person).toMatchObject({
			givenName: "Samira",
			familyName: "Bakkali",
			role: "oma",
			relation: "network_member",
			language: "ar",
			interpreter: true,
			easyText: true,
			version: 2,
		});
	});

	it("refuses a date of birth in the future and an address that is none, field by field", async () => {
		const family = await app.world.newFamily();
		const call = await app.as(family.coordinator);
		const params = { familyId: family.familyId };
		expect(await problemOf(call(addPerson, { params, body: { ...somebody, bornOn: "2199-01-01" } }))).toMatchObject({
			errors: [{ path: "bornOn", code: "too-late" }],
		});
		expect(await problemOf(call(addPerson, { params, body: { ...somebody, email: "geen adres" } }))).toMatchObject({
			errors: [{ path: "email", code: "invalid" }],
		});
		expect(await problemOf(call(addPerson, { params, body: { ...somebody, givenName: " " } }))).toMatchObject({
			errors: [{ path: "givenName", code: "required" }],
		});
	});

	it("shows both texts to the second of two who edit the same person at once", async () => {
		const family = await app.world.newFamily();
		const call = await app.as(family.coordinator);
		const params = { familyId: family.familyId, personId: family.boy.personId };
		const edit = (givenName: string) => call(changePerson, { params, body: { ...somebody, relation: "child", givenName, version: 1 } });
		const results = await Promise.allSettled([edit("Teun"), edit("Tom"), edit("Tim")]);
		const kept = results.findIndex((each) => each.status === "fulfilled");
		expect(results.filter((each) => each.status === "fulfilled")).toHaveLength(1);
		const refused = await problemOf(edit("Te laat"));
		expect(refused).toMatchObject({ code: "conflict", current: { givenName: ["Teun", "Tom", "Tim"][kept], version: 2 } });
	});

	it("lets only the coordinator write about people", async () => {
		const family = await app.world.newFamily();
		const params = { familyId: family.familyId };
		for (const reader of [family.mother, family.girl]) {
			const call = await app.as(reader);
			expect((await problemOf(call(addPerson, { params, body: somebody }))).status).toBe(403);
			expect((await problemOf(call(addHousehold, { params, body: { name: "", address: "", members: [] } }))).status).toBe(403);
		}
		const stranger = await app.as((await app.world.newFamily()).coordinator);
		expect((await problemOf(stranger(addPerson, { params, body: somebody }))).status).toBe(404);
	});

	it("puts somebody whose involvement ends out at the next request, and lets them in again when that is taken back", async () => {
		const family = await app.world.newFamily();
		const params = { familyId: family.familyId, personId: family.father.personId };
		const father = await app.as(family.father);
		await father(readPlan, { params: { familyId: family.familyId } });
		const call = await app.as(family.coordinator);
		const seen = (await planOf(family)).family.persons.find((each) => each.id === params.personId);
		await call(endPerson, { params, body: { version: seen?.version ?? 0 } });
		expect((await problemOf(father(readPlan, { params: { familyId: family.familyId } }))).status).toBe(404);
		expect((await father(readMe)).families).toEqual([]);
		const after = await planOf(family);
		expect(after.family.persons.map((each) => each.id)).not.toContain(params.personId);
		expect(after.others.map((each) => each.id)).toContain(params.personId);
		await call(returnPerson, { params });
		expect((await father(readPlan, { params: { familyId: family.familyId } })).viewer.relations).toEqual(["parent_with_authority"]);
	});

	it("cannot end or edit the coordinator here", async () => {
		const family = await app.world.newFamily();
		const call = await app.as(family.coordinator);
		const params = { familyId: family.familyId, personId: family.coordinator.personId };
		expect((await problemOf(call(endPerson, { params, body: { version: 1 } }))).status).toBe(404);
		expect((await problemOf(call(changePerson, { params, body: { ...somebody, version: 1 } }))).status).toBe(404);
	});

	it("keeps two homes with a girl who lives in both, and refuses people from elsewhere", async () => {
		const [family, other] = [await app.world.newFamily(), await app.world.newFamily()];
		const call = await app.as(family.coordinator);
		const params = { familyId: family.familyId };
		const at = (personId: string, part: "full" | "part" | "weekends" = "full") => ({ personId, part });
		await call(addHousehold, {
			params,
			body: { name: "Bij mama", address: "", members: [at(family.mother.personId), at(family.girl.personId, "part")] },
		});
		const { id } = await call(addHousehold, {
			params,
			body: { name: "", address: "Geheimstraat 9", members: [at(family.father.personId), at(family.girl.personId, "weekends")] },
		});
		const homes = (await planOf(family)).family.households;
		expect(homes).toHaveLength(2);
		expect(homes.filter((home) => home.members.some((member) => member.personId === family.girl.personId))).toHaveLength(2);
		expect(
			await problemOf(call(addHousehold, { params, body: { name: "", address: "", members: [at(other.mother.personId)] } })),
		).toMatchObject({
			errors: [{ path: "members.0.personId", code: "unknown-person" }],
		});
		const body = { name: "Bij papa", address: "Geheimstraat 9", members: [at(family.father.personId)] };
		await call(changeHousehold, { params: { ...params, householdId: id }, body: { ...body, version: 1 } });
		const late = await problemOf(
			call(changeHousehold, { params: { ...params, householdId: id }, body: { ...body, name: "Te laat", version: 1 } }),
		);
		expect(late).toMatchObject({ code: "conflict", current: { name: "Bij papa", version: 2, members: [at(family.father.personId)] } });
		await call(removeHousehold, { params: { ...params, householdId: id }, body: { version: 2 } });
		expect((await planOf(family)).family.households).toHaveLength(1);
	});

	it("keeps addresses, numbers and e-mail of one parent away from the other", async () => {
		const family = await app.world.newFamily();
		const call = await app.as(family.coordinator);
		const params = { familyId: family.familyId };
		await app.world.db.person.update({
			where: { id: family.mother.personId },
			data: { phone: "06-geheim", reachNote: "bel oma-geheim", email: "geheim@demo.invalid" },
		});
		await call(addHousehold, {
			params,
			body: { name: "Bij mama", address: "Geheimstraat 9", members: [{ personId: family.mother.personId, part: "full" }] },
		});
		expect(JSON.stringify(await planOf(family, family.father))).not.toMatch(/geheim/i);
		const own = JSON.stringify(await planOf(family, family.mother));
		for (const mine of ["06-geheim", "oma-geheim", "geheim@", "Geheimstraat"]) expect(own).toContain(mine);
	});

	it("keeps one kinship per pair and tells who edits from an older fact", async () => {
		const family = await app.world.newFamily();
		const call = await app.as(family.coordinator);
		const params = { familyId: family.familyId };
		const [mother, girl] = [family.mother.personId, family.girl.personId];
		const first = await call(setKinship, { params, body: { personId: mother, kind: "parent", toPersonId: girl, was: null } });
		expect(
			await problemOf(call(setKinship, { params, body: { personId: girl, kind: "sibling", toPersonId: mother, was: null } })),
		).toMatchObject({
			code: "conflict",
			current: { id: first.id, kind: "parent" },
		});
		const second = await call(setKinship, { params, body: { personId: mother, kind: "foster_parent", toPersonId: girl, was: first.id } });
		expect((await planOf(family)).family.kinships).toEqual([{ id: second.id, personId: mother, kind: "foster_parent", toPersonId: girl }]);
		expect((await problemOf(call(removeKinship, { params: { ...params, kinshipId: first.id } }))).status).toBe(404);
		await call(removeKinship, { params: { ...params, kinshipId: second.id } });
		expect((await planOf(family)).family.kinships).toEqual([]);
		expect(
			await problemOf(call(setKinship, { params, body: { personId: mother, kind: "other", toPersonId: mother, was: null } })),
		).toMatchObject({ code: "invalid-input" });
	});

	it("asks for a source and a day before authority counts, and lets it bite at the next request", async () => {
		const family = await app.world.newFamily();
		const stepfather = await app.world.involve(family.familyId, "parent", { givenName: "Stief", account: true });
		const call = await app.as(family.coordinator);
		const his = await app.as(stepfather);
		const params = { familyId: family.familyId };
		const fact = { parentId: stepfather.personId, childId: family.boy.personId, source: "", recordedOn: null, version: null };
		expect(await problemOf(call(recordAuthority, { params, body: { ...fact, holds: "yes" } }))).toMatchObject({
			errors: [
				{ path: "source", code: "required" },
				{ path: "recordedOn", code: "required" },
			],
		});
		await call(recordAuthority, { params, body: { ...fact, holds: "unknown" } });
		expect((await problemOf(his(readPlan, { params }))).status).toBe(403);
		await call(recordAuthority, {
			params,
			body: { ...fact, holds: "yes", source: "gezagsregister", recordedOn: "2026-01-05", version: 1 },
		});
		expect((await his(readPlan, { params })).viewer.relations).toEqual(["parent_with_authority"]);
		expect(await problemOf(call(recordAuthority, { params, body: { ...fact, holds: "no", version: 1 } }))).toMatchObject({
			code: "conflict",
			current: { holds: "yes", source: "gezagsregister", recordedOn: "2026-01-05", version: 2 },
		});
		await call(recordAuthority, { params, body: { ...fact, holds: "no", version: 2 } });
		expect((await problemOf(his(readPlan, { params }))).status).toBe(403);
		const own = await his(readOwnPart, { params });
		expect(own).toMatchObject({
			name: family.name,
			coordinator: { id: family.coordinator.personId },
			viewer: { relations: ["parent_without_authority"] },
		});
	});

	it("names a family anew, and shows both names when two do so", async () => {
		const family = await app.world.newFamily();
		const call = await app.as(family.coordinator);
		const params = { familyId: family.familyId };
		await call(nameFamily, { params, body: { name: "Gezin Anders", version: 1 } });
		expect(await problemOf(call(nameFamily, { params, body: { name: "Gezin Oud", version: 1 } }))).toMatchObject({
			code: "conflict",
			current: { name: "Gezin Anders" },
		});
	});
});
