import { acceptMyInvitation, inviteNetworkMember, listInvolvements, listMyInvitations } from "@samenplan/contract/involvements";
import { addPerson, changePerson, type PersonFields } from "@samenplan/contract/people";
import { readPlan } from "@samenplan/contract/plans";
import { listShields } from "@samenplan/contract/shields";
import type { TestFamily } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";
import { cardsADay } from "./invite-person.ts";

const formOf = (some: Partial<PersonFields>): PersonFields => ({
	relation: "network_member",
	givenName: "Moeder",
	familyName: "",
	bornOn: null,
	role: "kennis",
	language: "nl",
	interpreter: false,
	easyText: false,
	pictures: false,
	readAloud: false,
	largeLetters: false,
	email: null,
	phone: null,
	reachNote: "",
	...some,
});

describe("somebody who takes part in another family", () => {
	let app: TestApp;
	let here: TestFamily;
	let there: TestFamily;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());

	const secrets = ["Nieuwenaam", "0612345678", "na-zes-uur-bellen", "1985-03-04"];
	/** Her address is known to whoever asks; everything else of her is kept in her own family. */
	async function asked(by: "father" | "coordinator") {
		[here, there] = [await app.world.newFamily(), await app.world.newFamily()];
		const { personId, accountId } = there.mother;
		const data = { familyName: "Nieuwenaam", phone: "0612345678", reachNote: "na-zes-uur-bellen", bornOn: new Date("1985-03-04") };
		await app.world.db.person.update({ where: { id: personId }, data: { ...data, reachAudience: "circle" } });
		const { email } = await app.world.db.account.findUniqueOrThrow({ where: { id: accountId } });
		const call = await app.as(here[by]);
		const params = { familyId: here.familyId };
		const fields = formOf({ givenName: "Moeder", email });
		if (by === "father") await call(inviteNetworkMember, { params, body: { givenName: "Moeder", role: "kennis", email } });
		else await call(addPerson, { params, body: fields });
		return { call, params, personId, fields, email };
	}

	it.each(["father", "coordinator"] as const)("is not told about to the %s who asks them in, until they say yes", async (by) => {
		const { call, params, personId } = await asked(by);
		const told = async () =>
			JSON.stringify([await call(readPlan, { params }), await call(listInvolvements, { params }), await call(listShields, { params })]);
		const before = await told();
		expect(before).toContain(personId);
		expect(secrets.filter((secret) => before.includes(secret))).toEqual([]);
		// Asked in and sent away again, they are as unknown as before.
		await app.world.db.involvement.updateMany({ where: { familyId: here.familyId, personId }, data: { endedAt: new Date() } });
		const after = await told();
		expect(secrets.filter((secret) => after.includes(secret))).toEqual([]);
	});

	it("is told about, as they opened it, once they said yes", async () => {
		const { call, params } = await asked("father");
		const hers = await app.as(there.mother);
		const [invitation] = await hers(listMyInvitations);
		await hers(acceptMyInvitation, { params: { invitationId: invitation?.id ?? "" } });
		expect(JSON.stringify(await call(readPlan, { params }))).toContain("0612345678");
	});

	it("keeps their name, day of birth and address from the hands of another coordinator, who changes what they are here", async () => {
		const { call, params, personId, fields } = await asked("coordinator");
		const at = { ...params, personId };
		const before = await app.world.db.person.findUniqueOrThrow({ where: { id: personId } });
		for (const change of [{ bornOn: "2020-01-01" }, { email: "elders@demo.invalid" }, { givenName: "Anders" }, { phone: "1" }]) {
			const body = { ...fields, email: null, ...change, version: before.version };
			expect((await problemOf(call(changePerson, { params: at, body }))).status).toBe(403);
		}
		await call(changePerson, { params: at, body: { ...fields, email: null, role: "buurvrouw", version: before.version } });
		expect(await app.world.db.person.findUniqueOrThrow({ where: { id: personId } })).toEqual(before);
		expect((await call(listInvolvements, { params })).find((one) => one.personId === personId)?.role).toBe("buurvrouw");
		// In her own family they go on being changed.
		const body = formOf({ relation: "parent", familyName: "Anders", version: before.version } as Partial<PersonFields>);
		await (await app.as(there.coordinator))(changePerson, {
			params: { familyId: there.familyId, personId },
			body: { ...body, version: before.version },
		});
		expect((await app.world.db.person.findUniqueOrThrow({ where: { id: personId } })).familyName).toBe("Anders");
	});
});

describe("the day of birth of a child", () => {
	it("is set to another only by who just showed who they are: by it a young person would lose their say", async () => {
		const app = await startTestApp();
		const { familyId, coordinator, girl } = await app.world.newFamily();
		const call = await app.as(coordinator);
		const params = { familyId, personId: girl.personId };
		const proved = (provedAgainAt: Date | null) =>
			app.world.db.session.updateMany({ where: { accountId: coordinator.accountId }, data: { provedAgainAt } });
		const { version } = await app.world.db.person.findUniqueOrThrow({ where: { id: girl.personId } });
		const change = (bornOn: string, role: string, from: number) =>
			call(changePerson, {
				params,
				body: { ...formOf({ relation: "child", givenName: "Dochter", bornOn, role }), version: from },
			});
		await proved(null);
		expect((await problemOf(change(app.world.yearsAgo(11), "dochter", version))).code).toBe("prove-again");
		await (await app.as(girl))(readPlan, { params: { familyId } });
		await change(app.world.yearsAgo(13), "oudste", version);
		await proved(new Date());
		await change(app.world.yearsAgo(14), "oudste", version + 1);
		await app.stop();
	});
});

describe("cards that a family member makes", () => {
	it("are so many in a day as a network has people, and no more", async () => {
		const app = await startTestApp();
		const { familyId, mother, father } = await app.world.newFamily();
		const invite = async (by: typeof mother, nth: number) =>
			(await app.as(by))(inviteNetworkMember, {
				params: { familyId },
				body: { givenName: `Iemand ${nth}`, role: "vriend", email: `iemand-${nth}@demo.invalid` },
			});
		for (let nth = 0; nth < cardsADay; nth += 1) await invite(mother, nth);
		expect((await problemOf(invite(mother, 99))).code).toBe("too-many-tries");
		expect(await app.world.db.mail.count({ where: { toEmail: "iemand-99@demo.invalid" } })).toBe(0);
		await invite(father, 100);
		await app.stop();
	});
});
