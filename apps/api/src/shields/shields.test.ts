import { readWordsForMe } from "@samenplan/contract/audience";
import { addHousehold, changeHousehold } from "@samenplan/contract/families";
import { changePerson } from "@samenplan/contract/people";
import { readPlan } from "@samenplan/contract/plans";
import { endShield, listShields, setShield } from "@samenplan/contract/shields";
import { everythingRead } from "@samenplan/testing/everything-read";
import type { Person, TestFamily } from "@samenplan/testing/world";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

const address = "Lindelaan 41 te Voorbeeldstad";
const phone = "06-99887766";

describe("an address or number kept from one person", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());

	async function apart() {
		const family = await app.world.newFamily();
		const [coordinator, mother, father, girl] = (await Promise.all(
			[family.coordinator, family.mother, family.father, family.girl].map((person) => app.as(person)),
		)) as [Call, Call, Call, Call];
		const params = { familyId: family.familyId };
		await app.world.db.person.update({
			where: { id: family.mother.personId },
			data: { phone, reachNote: `bel ${phone}`, email: `lindelaan-${family.familyId}@demo.invalid`, reachAudience: "circle" },
		});
		const { id: homeId } = await coordinator(addHousehold, {
			params,
			body: {
				name: "Bij mama",
				address,
				addressAudience: "circle",
				members: [
					{ personId: family.mother.personId, part: "full" },
					{ personId: family.girl.personId, part: "part" },
				],
			},
		});
		return { family, params, homeId, coordinator, mother, father, girl };
	}
	type Call = Awaited<ReturnType<TestApp["as"]>>;
	const contactOf = async (call: Call, family: TestFamily, whose: Person = family.mother) => {
		const plan = await call(readPlan, { params: { familyId: family.familyId } });
		const person = plan.family.persons.find(({ id }) => id === whose.personId);
		return { phone: person?.phone ?? null, address: plan.family.households[0]?.address };
	};

	it("shows contact details to those for whom they were opened, and to nobody else", async () => {
		const { family, params, homeId, coordinator, mother, father, girl } = await apart();
		const grandmother = await app.world.involve(family.familyId, "network_member", { givenName: "Oma", account: true });
		const oma = await app.as(grandmother);
		const contacts = async () => (await oma(readWordsForMe, { params })).contacts.map((each) => each.phone);
		for (const call of [coordinator, mother, father, girl]) expect(await contactOf(call, family)).toEqual({ phone, address });
		expect(await contacts()).toEqual([phone]);
		const open = async (audience: "staff" | "core") => {
			await app.world.db.person.update({ where: { id: family.mother.personId }, data: { reachAudience: audience } });
			await app.world.db.household.update({ where: { id: homeId }, data: { addressAudience: audience } });
		};
		await open("core");
		expect(await contactOf(father, family)).toEqual({ phone, address });
		expect(await contacts()).toEqual([]);
		await open("staff");
		expect(await contactOf(father, family)).toEqual({ phone: null, address: "" });
		expect(await contactOf(girl, family)).toEqual({ phone: null, address });
		for (const call of [coordinator, mother]) expect(await contactOf(call, family)).toEqual({ phone, address });
	});

	it("is in no answer the father can get, in no former text, and he cannot tell that anything is kept from him", async () => {
		const { family, params, homeId, coordinator, mother, father } = await apart();
		await coordinator(changeHousehold, {
			params: { ...params, householdId: homeId },
			body: {
				name: "Bij mama",
				address,
				members: [
					{ personId: family.mother.personId, part: "full" },
					{ personId: family.girl.personId, part: "full" },
				],
				version: 1,
			},
		});
		expect(await contactOf(father, family)).toEqual({ phone, address });
		await mother(setShield, { params, body: { personId: family.mother.personId, what: "both", fromPersonId: family.father.personId } });
		const ids = [family.mother, family.father, family.girl, family.boy].map(({ personId }) => personId).concat(homeId);
		const answers = await everythingRead({ url: app.url, token: await app.tokenOf(family.father), familyId: family.familyId, ids });
		expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
		expect(answers.filter(({ body }) => /Lindelaan|99887766|lindelaan/.test(body)).map(({ asked }) => asked)).toEqual([]);
		expect(answers.filter(({ body }) => /"shield"/.test(body)).map(({ asked }) => asked)).toEqual([]);
		expect((await father(listShields, { params })).shields).toEqual([]);
		// It looks as if it had never been opened: for whom it was is not said either.
		const { persons, households } = (await father(readPlan, { params })).family;
		expect(persons.find(({ id }) => id === family.mother.personId)).toMatchObject({ phone: null, reachAudience: "staff" });
		expect(households).toMatchObject([{ address: "", addressAudience: "staff" }]);
		const forCoordinator = (await coordinator(readPlan, { params })).family;
		expect(forCoordinator.persons.find(({ id }) => id === family.mother.personId)?.reachAudience).toBe("circle");
		expect(forCoordinator.households[0]?.addressAudience).toBe("circle");
		// Through his eyes the coordinator does not see it either, and elsewhere does.
		const seen = await everythingRead({ url: app.url, token: await app.tokenOf(family.coordinator), familyId: family.familyId, ids });
		const found = seen.filter(({ body }) => body.includes("Lindelaan") || body.includes("99887766")).map(({ asked }) => asked);
		expect(found.some((asked) => asked.endsWith(`/as/${family.father.personId}`))).toBe(false);
		expect(found.some((asked) => asked.endsWith(`/as/${family.mother.personId}`))).toBe(true);
		expect(found.some((asked) => asked.endsWith("/plan"))).toBe(true);
	});

	it("hides a child's home when somebody who lives there keeps it from the reader", async () => {
		const { family, params, mother, father, girl } = await apart();
		await mother(setShield, { params, body: { personId: family.mother.personId, what: "address", fromPersonId: family.father.personId } });
		expect(await contactOf(father, family)).toEqual({ phone, address: "" });
		expect(await contactOf(girl, family)).toEqual({ phone, address });
	});

	it("is set for oneself, by a parent for a child who lives with them, and by the coordinator for anyone", async () => {
		const { family, params, mother, father, girl, coordinator } = await apart();
		const from = family.father.personId;
		const set = (call: Call, personId: string, fromPersonId = from) =>
			call(setShield, { params, body: { personId, what: "reach", fromPersonId } });
		await set(mother, family.girl.personId);
		await set(girl, family.girl.personId, family.mother.personId);
		await set(coordinator, family.boy.personId);
		// Not of a child who lives elsewhere, nor of another adult.
		expect((await problemOf(set(mother, family.boy.personId))).status).toBe(403);
		expect((await problemOf(set(mother, family.father.personId, family.girl.personId))).status).toBe(403);
		expect((await problemOf(set(father, family.girl.personId, family.mother.personId))).status).toBe(403);
		expect((await problemOf(set(father, family.father.personId, family.father.personId))).status).toBe(400);
		const stranger = await app.world.newFamily();
		expect(await problemOf(set(mother, family.mother.personId, stranger.father.personId))).toMatchObject({
			errors: [{ path: "fromPersonId", code: "unknown-person" }],
		});
		const names = async (call: Call) =>
			(await call(listShields, { params })).shields.map(({ personId, fromPersonId }) => [personId, fromPersonId]);
		expect(await names(father)).toEqual([]);
		expect(await names(mother)).toEqual([[family.girl.personId, from]]);
		expect(await names(coordinator)).toHaveLength(3);
		// Not even by setting it again does he learn of it.
		expect((await problemOf(set(father, family.mother.personId, family.girl.personId))).status).toBe(403);
	});

	it("ends by who set it or looks after it, and is told again from then on", async () => {
		const { family, params, mother, father } = await apart();
		const { id } = await mother(setShield, {
			params,
			body: { personId: family.mother.personId, what: "reach", fromPersonId: family.father.personId },
		});
		expect(await contactOf(father, family)).toEqual({ phone: null, address });
		expect((await problemOf(father(endShield, { params: { ...params, shieldId: id } }))).status).toBe(404);
		await mother(endShield, { params: { ...params, shieldId: id } });
		expect(await contactOf(father, family)).toEqual({ phone, address });
		expect((await problemOf(mother(endShield, { params: { ...params, shieldId: id } }))).status).toBe(404);
	});

	it("said twice is kept once: the second answer names the first", async () => {
		const { family, params, mother } = await apart();
		const set = () =>
			mother(setShield, { params, body: { personId: family.mother.personId, what: "reach", fromPersonId: family.father.personId } });
		const first = await set();
		expect(await set()).toEqual(first);
		await mother(endShield, { params: { ...params, shieldId: first.id } });
		expect(await set()).not.toEqual(first);
	});

	it("asks who one is once more before somebody is told again, and not for keeping it", async () => {
		const { family, params, coordinator } = await apart();
		await app.world.db.session.updateMany({
			where: { accountId: family.coordinator.accountId },
			data: { provedAgainAt: new Date(Date.now() - 11 * 60_000) },
		});
		const { id } = await coordinator(setShield, {
			params,
			body: { personId: family.mother.personId, what: "reach", fromPersonId: family.father.personId },
		});
		expect((await problemOf(coordinator(endShield, { params: { ...params, shieldId: id } }))).code).toBe("prove-again");
		expect(await app.world.db.shield.count({ where: { id, endedAt: null } })).toBe(1);
	});

	it("holds for a coordinator too, who neither reads nor empties what is kept from them", async () => {
		const { family, params, homeId, mother, coordinator } = await apart();
		await mother(setShield, {
			params,
			body: { personId: family.mother.personId, what: "both", fromPersonId: family.coordinator.personId },
		});
		expect(await contactOf(coordinator, family)).toEqual({ phone: null, address: "" });
		await coordinator(changeHousehold, {
			params: { ...params, householdId: homeId },
			body: { name: "Thuis", address: "", members: [{ personId: family.mother.personId, part: "full" }], version: 1 },
		});
		await coordinator(changePerson, {
			params: { ...params, personId: family.mother.personId },
			body: {
				...{ relation: "parent", givenName: "Moeder", familyName: "", bornOn: null, role: "moeder", language: "nl", interpreter: false },
				...{ easyText: false, pictures: false, readAloud: false, largeLetters: false, email: null, phone: null, reachNote: "", version: 1 },
			},
		});
		expect(await contactOf(mother, family)).toEqual({ phone, address });
		const kept = await app.world.db.person.findUniqueOrThrow({ where: { id: family.mother.personId } });
		expect(kept.email).toContain("lindelaan");
	});

	it("cannot be read around: the application's role has no way to the columns themselves", async () => {
		const { family } = await apart();
		const owner = new pg.Client({ connectionString: app.ownerUrl });
		await owner.connect();
		try {
			await owner.query("begin");
			await owner.query("set local role samenplan_app");
			for (const column of ["email", "phone", "reach_note"]) {
				await owner.query("savepoint s");
				await expect(owner.query(`select ${column} from person where id = $1`, [family.mother.personId])).rejects.toMatchObject({
					code: "42501",
				});
				await owner.query("rollback to s");
			}
			await owner.query("savepoint s");
			await expect(owner.query("select address from household")).rejects.toMatchObject({ code: "42501" });
			await owner.query("rollback to s");
			await expect(owner.query("select * from person")).rejects.toMatchObject({ code: "42501" });
		} finally {
			await owner.query("rollback");
			await owner.end();
		}
	});
});
