import { acceptInvitation, readInvitation, readMe } from "@samenplan/contract/accounts";
import { answerConsent, askConsent } from "@samenplan/contract/consents";
import { readOwnPart } from "@samenplan/contract/families";
import {
	acceptMyInvitation,
	declineInvitation,
	declineMyInvitation,
	endNetworkMember,
	inviteNetworkMember,
	inviteNetworkMemberAgain,
	listInvolvements,
	listMyInvitations,
	setInvolvement,
} from "@samenplan/contract/involvements";
import { addPerson, changePerson, endPerson, invitePerson, type PersonFields, withdrawInvitation } from "@samenplan/contract/people";
import type { Person, TestFamily } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { familyWithSchool } from "../consents/school.fixture.ts";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

const somebody: PersonFields = {
	relation: "network_member",
	givenName: "Oma",
	familyName: "",
	bornOn: null,
	role: "oma",
	language: "nl",
	interpreter: false,
	easyText: false,
	pictures: false,
	readAloud: false,
	largeLetters: false,
	email: null,
	phone: null,
	reachNote: "",
};

describe("invitations and involvement", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());

	const stateOf = async (family: TestFamily, personId: string, by: Person = family.coordinator) =>
		(await (await app.as(by))(listInvolvements, { params: { familyId: family.familyId } })).findLast((one) => one.personId === personId);
	const invite = async (family: TestFamily, personId: string) =>
		(await app.as(family.coordinator))(invitePerson, { params: { familyId: family.familyId, personId } });

	it("lets a mother invite grandmother, who sees nothing of the plan until something is shared, and lets her end it", async () => {
		const family = await app.world.newFamily();
		const params = { familyId: family.familyId };
		const hers = await app.as(family.mother);
		const card = await hers(inviteNetworkMember, { params, body: { givenName: "Oma Wil", role: "oma", email: "oma.wil@demo.invalid" } });
		expect(card).toMatchObject({ givenName: "Oma Wil", invitedBy: "Moeder", mailed: true });
		expect(await stateOf(family, card.personId)).toMatchObject({ state: "invited", relation: "network_member" });
		const { accessToken } = await (await app.as())(acceptInvitation, { params: { code: card.code }, body: {} });
		const read = () =>
			fetch(`${app.url}/api/families/${family.familyId}/own-part`, { headers: { authorization: `Bearer ${accessToken}` } });
		expect(await (await read()).json()).toMatchObject({ goals: [], asks: [], texts: [], circle: [] });
		expect(await stateOf(family, card.personId, family.mother)).toMatchObject({ state: "active", mayEnd: true });
		expect(await stateOf(family, card.personId, family.father)).toMatchObject({ state: "active", mayEnd: false });
		const member = { ...params, personId: card.personId };
		expect((await problemOf((await app.as(family.father))(endNetworkMember, { params: member, body: {} }))).reasons).toEqual([
			"not-your-invitation",
		]);
		await hers(endNetworkMember, { params: member, body: { because: "Ze is verhuisd." } });
		expect((await read()).status).toBe(404);
		expect(await stateOf(family, card.personId)).toMatchObject({ state: "ended", endedBecause: "Ze is verhuisd." });
	});

	it("lets a family member end or invite again neither parents, children nor professionals", async () => {
		const family = await familyWithSchool(app);
		const hers = await app.as(family.mother);
		for (const personId of [family.father.personId, family.girl.personId, family.teacher.personId]) {
			const params = { familyId: family.familyId, personId };
			expect((await problemOf(hers(endNetworkMember, { params, body: {} }))).status).toBe(404);
			expect((await problemOf(hers(inviteNetworkMemberAgain, { params }))).status).toBe(404);
			expect((await problemOf(hers(endPerson, { params, body: { version: 1 } }))).status).toBe(403);
			expect((await problemOf(hers(invitePerson, { params }))).status).toBe(403);
		}
	});

	it("is declined on the card with a reason that the coordinator reads, and the card is used up", async () => {
		const family = await app.world.newFamily();
		const grandmother = await app.world.involve(family.familyId, "network_member", { givenName: "Oma" });
		const card = await invite(family, grandmother.personId);
		const anyone = await app.as();
		await anyone(declineInvitation, { params: { code: card.code }, body: { words: "Ik help liever zo." } });
		expect(await stateOf(family, grandmother.personId)).toMatchObject({ state: "declined", invitation: { words: "Ik help liever zo." } });
		for (const use of [
			anyone(readInvitation, { params: { code: card.code } }),
			anyone(acceptInvitation, { params: { code: card.code }, body: {} }),
		])
			expect((await problemOf(use)).status).toBe(404);
		expect((await problemOf(anyone(declineInvitation, { params: { code: card.code }, body: {} }))).status).toBe(404);
		// Asking once more is possible.
		await invite(family, grandmother.personId);
		expect((await stateOf(family, grandmother.personId))?.state).toBe("invited");
	});

	it("expires and is withdrawn", async () => {
		const family = await app.world.newFamily();
		const grandmother = await app.world.involve(family.familyId, "network_member", { givenName: "Oma" });
		expect((await stateOf(family, grandmother.personId))?.state).toBe("not_invited");
		const card = await invite(family, grandmother.personId);
		await app.world.db.invitation.update({ where: { id: card.id }, data: { expiresAt: new Date(Date.now() - 1000) } });
		expect((await stateOf(family, grandmother.personId))?.state).toBe("expired");
		expect((await problemOf((await app.as())(declineInvitation, { params: { code: card.code }, body: {} }))).status).toBe(404);
		const second = await invite(family, grandmother.personId);
		await (await app.as(family.coordinator))(withdrawInvitation, { params: { familyId: family.familyId, invitationId: second.id } });
		expect((await stateOf(family, grandmother.personId))?.state).toBe("withdrawn");
	});

	it("asks a standing consent before another professional can be invited", async () => {
		const family = await app.world.newFamily();
		const params = { familyId: family.familyId };
		const call = await app.as(family.coordinator);
		const { id: personId } = await call(addPerson, {
			params,
			body: { ...somebody, relation: "professional", givenName: "Karin", role: "school" },
		});
		expect((await problemOf(invite(family, personId))).reasons).toEqual(["consent-needed"]);
		const { id: consentId } = await call(askConsent, {
			params,
			body: {
				kind: "involve",
				aboutPersonId: family.boy.personId,
				what: "De school denkt mee.",
				toPersonId: personId,
				why: "Hij is daar elke dag.",
			},
		});
		expect(await stateOf(family, personId)).toMatchObject({ state: "waits_for_consent", consentId });
		await (await app.as(family.mother))(answerConsent, { params: { ...params, consentId }, body: { answer: "given" } });
		expect((await problemOf(invite(family, personId))).reasons).toEqual(["consent-needed"]);
		await (await app.as(family.father))(answerConsent, { params: { ...params, consentId }, body: { answer: "given" } });
		const card = await invite(family, personId);
		// The ground goes while the card is on its way.
		await (await app.as(family.father))(answerConsent, { params: { ...params, consentId }, body: { answer: "withdrawn" } });
		expect((await problemOf((await app.as())(acceptInvitation, { params: { code: card.code }, body: {} }))).status).toBe(404);
		await (await app.as(family.father))(answerConsent, { params: { ...params, consentId }, body: { answer: "given" } });
		await (await app.as())(acceptInvitation, { params: { code: card.code }, body: {} });
		expect((await stateOf(family, personId))?.state).toBe("active");
	});

	it("shows somebody who has an account elsewhere nothing before they accept, and who invited them", async () => {
		const [first, second] = [await app.world.newFamily(), await app.world.newFamily()];
		const aunt = await app.world.involve(first.familyId, "network_member", { givenName: "Tante Els", account: true });
		const { email } = await app.world.db.account.findUniqueOrThrow({ where: { id: aunt.accountId } });
		const call = await app.as(second.coordinator);
		const { id } = await call(addPerson, {
			params: { familyId: second.familyId },
			body: { ...somebody, givenName: "tante els", email: email as string },
		});
		expect(id).toBe(aunt.personId);
		expect(
			(
				await problemOf(
					call(addPerson, { params: { familyId: second.familyId }, body: { ...somebody, givenName: "Tante Els", email: email as string } }),
				)
			).reasons,
		).toEqual(["already-involved"]);
		const hers = await app.as(aunt);
		const seen = async () => (await hers(readMe)).families.map((family) => family.id);
		expect(await hers(listMyInvitations)).toEqual([]);
		await invite(second, aunt.personId);
		const params = { familyId: second.familyId };
		expect((await problemOf(hers(readOwnPart, { params }))).status).toBe(404);
		expect(await seen()).toEqual([first.familyId]);
		const [mine] = await hers(listMyInvitations);
		expect(mine).toMatchObject({ relation: "network_member", invitedBy: second.coordinator.givenName });
		expect(JSON.stringify(mine)).not.toContain(second.name);
		const invitationId = mine?.id ?? "";
		expect((await problemOf((await app.as(first.mother))(acceptMyInvitation, { params: { invitationId } }))).status).toBe(404);
		expect(await hers(acceptMyInvitation, { params: { invitationId } })).toEqual(params);
		expect((await hers(readOwnPart, { params })).name).toBe(second.name);
		expect((await seen()).sort()).toEqual([first.familyId, second.familyId].sort());
		expect((await problemOf(hers(declineMyInvitation, { params: { invitationId }, body: {} }))).status).toBe(404);
		// The family can read in its log that she joined.
		expect(
			await app.world.db.auditEntry.count({ where: { familyId: second.familyId, event: "invitation.accept", personId: aunt.personId } }),
		).toBe(1);
	});

	it("lends nobody the account of somebody who has one: they answer behind their own sign-in, and a card opens nothing", async () => {
		const [first, second] = [await app.world.newFamily(), await app.world.newFamily()];
		const aunt = await app.world.involve(first.familyId, "network_member", { givenName: "Tante Els", account: true });
		const { email } = await app.world.db.account.findUniqueOrThrow({ where: { id: aunt.accountId } });
		const params = { familyId: second.familyId };
		const hers = await app.as(second.mother);
		const card = await hers(inviteNetworkMember, { params, body: { givenName: "Tante Els", role: "tante", email: email as string } });
		const use = (code: string) => app.as().then((anyone) => anyone(acceptInvitation, { params: { code }, body: {} }));
		const sessions = () => app.world.db.session.count({ where: { accountId: aunt.accountId } });
		const before = await sessions();
		expect((await problemOf(use(card.code))).code).toBe("sign-in-needed");
		// Nor does the card of a coordinator open what she takes part in elsewhere.
		expect((await problemOf(use((await invite(second, aunt.personId)).code))).code).toBe("sign-in-needed");
		expect(await sessions()).toBe(before);
		const [mine] = await (await app.as(aunt))(listMyInvitations);
		await (await app.as(aunt))(acceptMyInvitation, { params: { invitationId: mine?.id ?? "" } });
		expect((await stateOf(second, aunt.personId))?.state).toBe("active");
	});

	it("makes no second card, for the one who invited, of somebody who takes part by now", async () => {
		const family = await app.world.newFamily();
		const params = { familyId: family.familyId };
		const hers = await app.as(family.mother);
		const card = await hers(inviteNetworkMember, { params, body: { givenName: "Oma Wil", role: "oma", email: null } });
		// As with somebody who takes part elsewhere, the card says nothing of who is new.
		expect(card.personId).not.toBe(card.id);
		const again = () => hers(inviteNetworkMemberAgain, { params: { ...params, personId: card.personId } });
		const second = await again();
		await (await app.as())(acceptInvitation, { params: { code: second.code }, body: {} });
		expect((await problemOf(again())).reasons).toEqual(["already-involved"]);
		expect(await stateOf(family, card.personId, family.mother)).toMatchObject({ state: "active", mayInvite: false });
		// The coordinator does not do that alone either.
		expect((await problemOf(invite(family, card.personId))).reasons).toEqual(["recovery-needed"]);
	});

	it("takes no address for a person: another name at the same address is another person", async () => {
		const [first, second] = [await app.world.newFamily(), await app.world.newFamily()];
		const aunt = await app.world.involve(first.familyId, "network_member", { givenName: "Tante Els", account: true });
		const { email } = await app.world.db.account.findUniqueOrThrow({ where: { id: aunt.accountId } });
		const { id } = await (await app.as(second.coordinator))(addPerson, {
			params: { familyId: second.familyId },
			body: { ...somebody, givenName: "Oom Henk", email: email as string },
		});
		expect(id).not.toBe(aunt.personId);
	});

	it("declines from one's own home too", async () => {
		const [first, second] = [await app.world.newFamily(), await app.world.newFamily()];
		const aunt = await app.world.involve(first.familyId, "network_member", { givenName: "Tante Els", account: true });
		await app.world.db.involvement.create({
			data: {
				familyId: second.familyId,
				personId: aunt.personId,
				relation: "network_member",
				startsOn: new Date(),
				recordedBy: second.coordinator.personId,
			},
		});
		await invite(second, aunt.personId);
		const hers = await app.as(aunt);
		const [mine] = await hers(listMyInvitations);
		await hers(declineMyInvitation, { params: { invitationId: mine?.id ?? "" }, body: { words: "Nu even niet." } });
		expect(await stateOf(second, aunt.personId)).toMatchObject({ state: "declined", invitation: { words: "Nu even niet." } });
		expect(await hers(listMyInvitations)).toEqual([]);
	});

	it("begins and ends on its days", async () => {
		const family = await app.world.newFamily();
		const grandmother = await app.world.involve(family.familyId, "network_member", { givenName: "Oma", account: true });
		const hers = await app.as(grandmother);
		const params = { familyId: family.familyId };
		const set = async (from: number, until: number | null) =>
			(await app.as(family.coordinator))(setInvolvement, {
				params: { ...params, personId: grandmother.personId },
				body: {
					startsOn: app.world.daysFromToday(from).toISOString().slice(0, 10),
					endsOn: until === null ? null : app.world.daysFromToday(until).toISOString().slice(0, 10),
					consentId: null,
				},
			});
		for (const [from, until, state, status] of [
			[3, null, "begins_later", 404],
			[-9, -2, "over", 404],
			[-9, 5, "active", 200],
		] as const) {
			await set(from, until);
			expect((await stateOf(family, grandmother.personId))?.state).toBe(state);
			expect(
				await hers(readOwnPart, { params }).then(
					() => 200,
					(error) => error.problem.status,
				),
			).toBe(status);
		}
		expect((await problemOf(set(3, 1))).code).toBe("invalid-input");
		expect((await hers(readOwnPart, { params })).endsOn).toBe(app.world.daysFromToday(5).toISOString().slice(0, 10));
	});

	it("gives nobody the place of a professional by another name: who becomes one is asked anew, and so is the family", async () => {
		const family = await app.world.newFamily();
		const params = { familyId: family.familyId };
		const neighbour = await app.world.involve(family.familyId, "network_member", { givenName: "Buurman", account: true });
		const his = await app.as(neighbour);
		const call = await app.as(family.coordinator);
		await his(readOwnPart, { params });
		await call(changePerson, {
			params: { ...params, personId: neighbour.personId },
			body: { ...somebody, relation: "professional", givenName: "Buurman", version: 1 },
		});
		expect((await problemOf(his(readOwnPart, { params }))).status).toBe(404);
		expect((await stateOf(family, neighbour.personId))?.state).toBe("waits_for_consent");
	});

	it("takes the consent from under no professional", async () => {
		const family = await familyWithSchool(app, { given: ["mother"] });
		const day = app.world.daysFromToday(-5).toISOString().slice(0, 10);
		const set = async (consentId: string | null) =>
			(await app.as(family.coordinator))(setInvolvement, {
				params: { familyId: family.familyId, personId: family.teacher.personId },
				body: { startsOn: day, endsOn: null, consentId },
			});
		expect((await problemOf(set(null))).code).toBe("invalid-input");
		const other = await familyWithSchool(app);
		expect((await problemOf(set(other.consentId))).code).toBe("invalid-input");
		await set(family.consentId);
		expect((await problemOf((await app.as(family.teacher))(readOwnPart, { params: { familyId: family.familyId } }))).status).toBe(404);
	});
});
