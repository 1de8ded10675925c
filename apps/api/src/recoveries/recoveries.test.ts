import { acceptInvitation, readMe } from "@samenplan/contract/accounts";
import { whoLooked } from "@samenplan/contract/audit";
import { listOddPatterns } from "@samenplan/contract/audit-log";
import { createClient } from "@samenplan/contract/client";
import { invitePerson } from "@samenplan/contract/people";
import { readPlan } from "@samenplan/contract/plans";
import {
	askRecovery,
	decideRecovery,
	listFamilyRecoveries,
	listMyRecoveries,
	listRecoveries,
	stopMyRecovery,
} from "@samenplan/contract/recoveries";
import type { Person, TestFamily } from "@samenplan/testing/world";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

const reason = "Ik ging bij haar thuis langs en zag haar rijbewijs.";
const hour = 3600;

describe("somebody who lost the way in", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());
	afterEach(() => app.services.clock.move(0));

	/** A family with a team of its own, so that who leads it is known. */
	async function home({ lead = true } = {}) {
		const organisation = await app.world.organisation(`Stichting ${crypto.randomUUID().slice(0, 6)}`);
		const staff = (...duties: Parameters<typeof app.world.staff>[0]) => app.world.staff(duties, { place: organisation });
		const coordinator = await staff("coordinator");
		const family = await app.world.newFamily({ coordinator });
		const officer = await staff("privacy_officer");
		return { organisation, staff, family, coordinator, officer, lead: lead ? await staff("team_lead") : officer };
	}
	const ask = async (family: TestFamily, by = family.coordinator, of = family.mother, email: string | null = null) =>
		(await app.as(by))(askRecovery, { params: { familyId: family.familyId, personId: of.personId }, body: { reason, email } });
	const decide = async (by: Person, recoveryId: string, body: { grant?: boolean; spokeThemselves?: boolean } = {}) =>
		(await app.as(by))(decideRecovery, { params: { recoveryId }, body: { grant: true, ...body } });
	const card = async (family: TestFamily, of = family.mother) =>
		(await app.as(family.coordinator))(invitePerson, { params: { familyId: family.familyId, personId: of.personId } });
	async function accept(code: string) {
		const { accessToken } = await (await app.as())(acceptInvitation, { params: { code }, body: {} });
		return createClient({
			base: app.url,
			send: (url, init) => fetch(url, { ...init, headers: { ...init.headers, authorization: `Bearer ${accessToken}` } }),
		});
	}
	const mailsTo = (to: string) => app.world.db.mail.findMany({ where: { toEmail: to }, orderBy: { createdAt: "asc" } });
	const addressOf = async ({ accountId }: Person) =>
		(await app.world.db.account.findUniqueOrThrow({ where: { id: accountId } })).email ?? "";

	it("gets back in with a card a day after a second employee agreed, and everything that opened the account before ends", async () => {
		const { family, lead } = await home();
		const { mother } = family;
		const still = await app.as(mother);
		await still(readMe);
		await app.world.db.passkey.create({
			data: { accountId: mother.accountId, credentialId: crypto.randomUUID(), publicKey: Buffer.from([1]), name: "telefoon" },
		});
		await app.world.db.account.update({ where: { id: mother.accountId }, data: { passwordHash: "x" } });
		const { id } = await ask(family);
		expect((await problemOf(card(family))).reasons).toEqual(["recovery-needed"]);
		await decide(lead, id);
		app.services.clock.move(23 * hour);
		expect((await problemOf(card(family))).reasons).toEqual(["recovery-needed"]);
		app.services.clock.move(24 * hour + 60);
		const { code } = await card(family);
		await still(readMe);
		const again = await accept(code);
		expect((await again(readMe)).person.id).toBe(mother.personId);
		expect((await problemOf(still(readMe))).code).toBe("sign-in-needed");
		expect(await app.world.db.passkey.count({ where: { accountId: mother.accountId } })).toBe(0);
		expect((await app.world.db.account.findUniqueOrThrow({ where: { id: mother.accountId } })).passwordHash).toBeNull();
		// Once: for the next time it is asked anew.
		expect((await problemOf(card(family))).reasons).toEqual(["recovery-needed"]);
		expect((await problemOf(accept(code))).code).toBe("not-found");
		const kinds = (await mailsTo(await addressOf(mother))).map(({ kind }) => kind).filter((kind) => kind.startsWith("access"));
		expect(kinds).toEqual(["access_asked", "access_granted", "access_used"]);
	});

	it("gets back in at once when whoever granted it spoke with them, and both are kept", async () => {
		const { family, lead } = await home();
		const { id } = await ask(family);
		await decide(lead, id, { spokeThemselves: true });
		await accept((await card(family)).code);
		const [kept] = await app.world.db.$queryRaw<
			{ spoke: boolean; reachable: boolean; asked_by: string; decided_by: string; state: string }[]
		>`
			select spoke_themselves as spoke, owner_reachable as reachable, asked_by, decided_by, state::text from account_recovery where id = ${id}::uuid`;
		expect(kept).toEqual({
			spoke: true,
			reachable: true,
			asked_by: family.coordinator.personId,
			decided_by: lead.personId,
			state: "used",
		});
	});

	it("leaves where codes go as it was, unless a new address was asked and granted with it", async () => {
		const { family, lead } = await home();
		const old = await addressOf(family.mother);
		await app.world.db.person.update({ where: { id: family.mother.personId }, data: { email: "vreemd@demo.invalid" } });
		await decide(lead, (await ask(family)).id, { spokeThemselves: true });
		await accept((await card(family)).code);
		expect(await addressOf(family.mother)).toBe(old);
		const email = `nieuw-${family.mother.personId.slice(-6)}@demo.invalid`;
		await decide(lead, (await ask(family, family.coordinator, family.mother, email)).id, { spokeThemselves: true });
		expect(await addressOf(family.mother)).toBe(old);
		await accept((await card(family)).code);
		expect(await addressOf(family.mother)).toBe(email);
		expect((await mailsTo(old)).filter(({ kind }) => kind === "access_used")).toHaveLength(2);
	});

	it("is not let in by who asked, by the owner, by a lead of another team, or by who also gives out duties", async () => {
		const { family, staff, officer, lead } = await home();
		const stranger = await app.world.staff(["team_lead"]);
		const both = await staff("team_lead", "administrator");
		const administrator = await staff("administrator");
		const relative = await staff("team_lead");
		await app.world.db.kinship.create({
			data: { familyId: family.familyId, personId: relative.personId, kind: "other", toPersonId: family.mother.personId },
		});
		const { id } = await ask(family);
		expect((await (await app.as(relative))(listRecoveries)).recoveries).toEqual([]);
		for (const [who, status] of [
			[relative, 404],
			[family.coordinator, 403],
			[family.mother, 403],
			[stranger, 404],
			[both, 404],
			[administrator, 404],
			[officer, 404],
		] as const)
			expect((await problemOf(decide(who, id))).status).toBe(status);
		// A lead who coordinates the family themselves is no second person for what they ask: the privacy officer is.
		const alone = await home({ lead: false });
		const busy = await alone.staff("team_lead", "coordinator");
		const own = await app.world.newFamily({ coordinator: busy });
		const asked = await ask(own);
		expect((await problemOf(decide(busy, asked.id))).reasons).toEqual(["own-recovery"]);
		await decide(alone.officer, asked.id);
		await decide(lead, id);
		expect((await problemOf(decide(lead, id))).reasons).toEqual(["recovery-was-decided"]);
	});

	it("asks a second person who did not get the task for the occasion", async () => {
		const { family, lead } = await home();
		await app.world.db.$executeRaw`insert into duty_given values (${lead.accountId}::uuid, now() - interval '6 days')`;
		const { id } = await ask(family);
		expect((await problemOf(decide(lead, id))).status).toBe(404);
		await app.world.db.$executeRaw`update duty_given set given_at = now() - interval '8 days' where account_id = ${lead.accountId}::uuid`;
		await decide(lead, id);
	});

	it("asks a fresh proof of who decides", async () => {
		const { family, lead } = await home();
		const { id } = await ask(family);
		await app.as(lead).then((call) => call(listRecoveries));
		await app.world.db.session.updateMany({ where: { accountId: lead.accountId }, data: { provedAgainAt: null } });
		expect((await problemOf(decide(lead, id))).code).toBe("prove-again");
	});

	it("stops it with one click where they are still signed in; the card is dead and the privacy officer hears", async () => {
		const { family, lead, officer } = await home();
		const mother = await app.as(family.mother);
		const { id } = await ask(family);
		await decide(lead, id, { spokeThemselves: true });
		const { code } = await card(family);
		const [mine] = await mother(listMyRecoveries);
		expect(mine).toMatchObject({ id, state: "granted", askedBy: family.coordinator.givenName });
		expect(await (await app.as(family.father))(listMyRecoveries)).toEqual([]);
		expect((await problemOf((await app.as(family.father))(stopMyRecovery, { params: { recoveryId: id } }))).status).toBe(404);
		await mother(stopMyRecovery, { params: { recoveryId: id } });
		expect((await problemOf(accept(code))).code).toBe("not-found");
		expect((await problemOf(card(family))).reasons).toEqual(["recovery-needed"]);
		await mother(readMe);
		expect((await mailsTo(await addressOf(officer))).map(({ kind }) => kind)).toContain("access_stopped");
		const { open } = await (await app.as(officer))(listOddPatterns);
		expect(open).toContainEqual(
			expect.objectContaining({ kind: "recovery_stopped", person: expect.objectContaining({ id: family.coordinator.personId }) }),
		);
	});

	it("stops it also between the making of a card and its use", async () => {
		const { family, lead } = await home();
		const mother = await app.as(family.mother);
		const { id } = await ask(family);
		await decide(lead, id, { spokeThemselves: true });
		const { code } = await card(family);
		await app.world.db.invitation.updateMany({ where: { personId: family.mother.personId }, data: { state: "sent" } });
		await mother(stopMyRecovery, { params: { recoveryId: id } });
		await app.world.db.invitation.updateMany({ where: { personId: family.mother.personId }, data: { state: "sent" } });
		expect((await problemOf(accept(code))).code).toBe("sign-in-needed");
	});

	it("is told to the family in who looked, and to the privacy officer in what stands out", async () => {
		const { family, lead, officer } = await home();
		const { id } = await ask(family);
		await decide(lead, id, { spokeThemselves: true });
		await accept((await card(family)).code);
		const { looks } = await (await app.as(family.father))(whoLooked, { params: { familyId: family.familyId }, query: {} });
		const seen = looks.filter(({ what }) => what === "recovery").map(({ name, deed }) => `${name} ${deed}`);
		expect(seen.sort()).toEqual([`${family.coordinator.givenName} create`, `${lead.givenName} update`, "Moeder execute"].sort());
		const { open } = await (await app.as(officer))(listOddPatterns);
		expect(open).toContainEqual(
			expect.objectContaining({ kind: "recovery_used", times: 1, family: expect.objectContaining({ name: family.name }) }),
		);
	});

	it("shows who decides a name, a family and a reason, and nobody else anything", async () => {
		const { family, lead, staff } = await home();
		const { id } = await ask(family);
		const { recoveries } = await (await app.as(lead))(listRecoveries);
		expect(recoveries).toEqual([
			expect.objectContaining({ id, name: "Moeder", family: family.name, reason, mayDecide: true, accountId: null }),
		]);
		expect(await (await app.as(family.coordinator))(listFamilyRecoveries, { params: { familyId: family.familyId } })).toMatchObject([
			{ id, personId: family.mother.personId, state: "asked" },
		]);
		for (const who of [family.father, family.girl])
			expect((await problemOf((await app.as(who))(listFamilyRecoveries, { params: { familyId: family.familyId } }))).status).toBe(403);
		expect((await problemOf((await app.as(await staff("scientist")))(listRecoveries))).status).toBe(403);
		for (const who of [await app.world.staff(["privacy_officer"]), await staff("administrator"), await app.world.staff(["team_lead"])])
			expect(JSON.stringify(await (await app.as(who))(listRecoveries))).not.toContain(id);
		const mails = await app.world.db.mail.findMany({ where: { kind: { startsWith: "access" } } });
		for (const { subject, text } of mails) for (const word of [family.name, reason]) expect(subject + text).not.toContain(word);
	});

	it("is asked once at a time, with a reason, for somebody of the family who came in before", async () => {
		const { family } = await home();
		const call = await app.as(family.coordinator);
		const params = { familyId: family.familyId, personId: family.mother.personId };
		expect((await problemOf(call(askRecovery, { params, body: { reason: "kwijt" } }))).errors).toMatchObject([
			{ path: "reason", code: "too-short" },
		]);
		await ask(family);
		expect((await problemOf(ask(family))).reasons).toEqual(["recovery-is-running"]);
		expect((await problemOf(ask(family, family.coordinator, family.boy))).reasons).toEqual(["recovery-not-needed"]);
		const other = await app.world.newFamily();
		expect((await problemOf(ask(family, family.coordinator, other.mother))).status).toBe(404);
		expect((await problemOf(ask(family, family.father, family.girl))).status).toBe(403);
		app.services.clock.move(15 * 24 * hour);
		await ask(family);
	});

	it("leaves a card that was made before it was granted as useless as it was", async () => {
		const { family, lead } = await home();
		const parent = await app.world.involve(family.familyId, "parent", { givenName: "Anna" });
		const first = await card(family, parent);
		await accept(first.code);
		// As if a copy of an older card were still about.
		await app.world.db.invitation.updateMany({ where: { personId: parent.personId }, data: { state: "sent" } });
		const { id } = await ask(family, family.coordinator, parent);
		await decide(lead, id, { spokeThemselves: true });
		expect((await problemOf(accept(first.code))).code).toBe("sign-in-needed");
	});

	it("keeps the plan as it is for a person who never came in: one card, at once", async () => {
		const { family } = await home();
		const parent = await app.world.involve(family.familyId, "parent", { givenName: "Anna" });
		const call = await accept((await card(family, parent)).code);
		expect((await call(readMe)).person.id).toBe(parent.personId);
		const plan = await (await app.as(family.coordinator))(readPlan, { params: { familyId: family.familyId } });
		expect(plan.family.persons.find(({ id }) => id === parent.personId)?.hasAccount).toBe(true);
	});
});
