import { addHousehold, changeHousehold } from "@samenplan/contract/families";
import { addPerson, changePerson, type PersonFields } from "@samenplan/contract/people";
import { openSafetyTrack, unshieldSafetyTrack } from "@samenplan/contract/safety";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

const grandfather: PersonFields = {
	relation: "parent",
	givenName: "Opa",
	familyName: "",
	bornOn: null,
	role: "",
	language: "nl",
	interpreter: false,
	easyText: false,
	pictures: false,
	readAloud: false,
	largeLetters: false,
	email: null,
	phone: "0600000000",
	reachNote: "",
};

describe("telling more people than before, with a proof that is too old", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());

	async function withOldProof() {
		const family = await app.world.newFamily();
		const coordinator = await app.as(family.coordinator);
		await app.world.db.session.updateMany({
			where: { accountId: family.coordinator.accountId },
			data: { provedAgainAt: new Date(Date.now() - 11 * 60_000) },
		});
		return { family, params: { familyId: family.familyId }, coordinator };
	}

	it("asks who one is before a number goes to more people, not before it goes to fewer", async () => {
		const { params, coordinator } = await withOldProof();
		expect((await problemOf(coordinator(addPerson, { params, body: { ...grandfather, reachAudience: "core" } }))).code).toBe("prove-again");
		const { id: personId } = await coordinator(addPerson, { params, body: grandfather });
		const audienceNow = async () => (await app.world.db.person.findUniqueOrThrow({ where: { id: personId } })).reachAudience;
		let version = 1;
		const change = async (reachAudience: "staff" | "core" | "circle") => {
			await coordinator(changePerson, { params: { ...params, personId }, body: { ...grandfather, reachAudience, version } });
			version += 1;
		};
		await change("staff");
		expect((await problemOf(change("core"))).code).toBe("prove-again");
		expect(await audienceNow()).toBe("staff");
		await app.world.db.person.update({ where: { id: personId }, data: { reachAudience: "core" } });
		expect((await problemOf(change("circle"))).code).toBe("prove-again");
		await change("core");
		await change("staff");
		expect(await audienceNow()).toBe("staff");
	});

	it("asks who one is before an address goes to more people, not before it goes to fewer", async () => {
		const { params, coordinator } = await withOldProof();
		const home = { name: "Thuis", address: "Lindelaan 1", members: [] };
		expect((await problemOf(coordinator(addHousehold, { params, body: { ...home, addressAudience: "circle" } }))).code).toBe("prove-again");
		const { id: householdId } = await coordinator(addHousehold, { params, body: home });
		const change = (addressAudience: "staff" | "core" | "circle", version: number) =>
			coordinator(changeHousehold, { params: { ...params, householdId }, body: { ...home, addressAudience, version } });
		expect((await problemOf(change("core", 1))).code).toBe("prove-again");
		expect((await app.world.db.household.findUniqueOrThrow({ where: { id: householdId } })).addressAudience).toBe("staff");
		await app.world.db.household.update({ where: { id: householdId }, data: { addressAudience: "circle" } });
		await change("circle", 1);
		await change("core", 2);
		expect((await app.world.db.household.findUniqueOrThrow({ where: { id: householdId } })).addressAudience).toBe("core");
	});

	it("asks who one is before the family learns that a worry about safety was worked on", async () => {
		const { params, coordinator } = await withOldProof();
		const happenedOn = new Date().toISOString().slice(0, 10);
		const { id } = await coordinator(openSafetyTrack, { params, body: { text: "Een zorg", happenedOn, aboutPersonId: null } });
		const unshield = coordinator(unshieldSafetyTrack, {
			params: { ...params, safetyTrackId: id },
			body: { because: "Besproken", version: 1 },
		});
		expect((await problemOf(unshield)).code).toBe("prove-again");
		expect((await app.world.db.safetyTrack.findUniqueOrThrow({ where: { id } })).shielded).toBe(true);
	});
});
