import { acceptInvitation, readInvitation, readMe, setAccountState } from "@samenplan/contract/accounts";
import { createClient } from "@samenplan/contract/client";
import { demoSignIn, listDemoMails } from "@samenplan/contract/demo";
import { readOwnPart } from "@samenplan/contract/families";
import { endPerson, invitePerson, returnPerson, withdrawInvitation } from "@samenplan/contract/people";
import { readPlan } from "@samenplan/contract/plans";
import type { TestFamily } from "@samenplan/testing/world";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";
import { guessesAllowed } from "./guess-limit.ts";
import { invitationCodeHash } from "./invitation-code.ts";

describe("invitation cards", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp({ PUBLIC_URL: "https://samenplan.example" });
	});
	afterAll(() => app.stop());
	afterEach(async () => {
		app.services.clock.move(0);
		await app.world.db.guessLimit.deleteMany();
	});

	/** A parent or child of whom nothing but the name is known yet. */
	const newcomer = (family: TestFamily, relation: "parent" | "child", givenName: string, more: { bornOn?: string; email?: string } = {}) =>
		app.world.involve(family.familyId, relation, { givenName, ...more });
	const invite = async (family: TestFamily, personId: string, by = family.coordinator) =>
		(await app.as(by))(invitePerson, { params: { familyId: family.familyId, personId } });
	const read = async (code: string) => (await app.as())(readInvitation, { params: { code } });
	/** Accepts a card and answers a client signed in by it. */
	async function accept(code: string) {
		const { accessToken } = await (await app.as())(acceptInvitation, { params: { code }, body: {} });
		return createClient({
			base: app.url,
			send: (url, init) => fetch(url, { ...init, headers: { ...init.headers, authorization: `Bearer ${accessToken}` } }),
		});
	}

	it("tells link, QR picture and short code once, and keeps only the hash", async () => {
		const family = await app.world.newFamily();
		const parent = await newcomer(family, "parent", "Samira");
		const card = await invite(family, parent.personId);
		expect(card.code).toMatch(/^[2-9C-Y]{4}-[2-9C-Y]{4}$/);
		expect(card.link).toBe(`https://samenplan.example/card/${card.code}`);
		expect(card.qr.path).toMatch(/^M0 0h7v1h-7z/);
		expect(card).toMatchObject({ givenName: "Samira", language: "nl", mailed: false });
		const kept = await app.world.db.invitation.findUniqueOrThrow({ where: { id: card.id } });
		expect(kept.codeHash).toBe(invitationCodeHash(card.code, app.services.config.SECRET));
		expect(Math.round((kept.expiresAt.getTime() - kept.createdAt.getTime()) / 86_400_000)).toBe(14);
		const everything = await app.world.db.$queryRaw<{ text: string }[]>`
			select (select json_agg(i)::text from invitation i) || coalesce((select json_agg(k)::text from idempotency_key k), '')
				|| (select json_agg(a)::text from audit_entry a) as text`;
		expect(everything[0]?.text).not.toContain(card.code);
		expect(everything[0]?.text).not.toContain(card.code.replace("-", ""));
	});

	it("does not tell the code again when the same request is sent again", async () => {
		const family = await app.world.newFamily();
		const parent = await newcomer(family, "parent", "Samira");
		const token = await app.tokenOf(family.coordinator);
		const send = () =>
			fetch(`${app.url}/api/families/${family.familyId}/people/${parent.personId}/invitations`, {
				method: "POST",
				headers: { authorization: `Bearer ${token}`, "idempotency-key": `card-${parent.personId}` },
			});
		const [first, again] = [await send(), await send()];
		expect(first.status).toBe(201);
		const { code } = (await first.json()) as { code: string };
		expect(again.status).toBe(409);
		expect(await again.text()).not.toContain(code);
		const keys = await app.world.db.idempotencyKey.findMany();
		expect(JSON.stringify(keys)).not.toContain(code);
		expect(await app.world.db.invitation.count({ where: { personId: parent.personId } })).toBe(1);
	});

	it("signs each of two parents in with their own card only", async () => {
		const family = await app.world.newFamily();
		const [one, two] = [await newcomer(family, "parent", "Anna"), await newcomer(family, "parent", "Bram")];
		const [cardOfOne, cardOfTwo] = [await invite(family, one.personId), await invite(family, two.personId)];
		expect(await read(cardOfOne.code)).toMatchObject({ givenName: "Anna" });
		expect(await read(cardOfTwo.code)).toMatchObject({ givenName: "Bram" });
		expect((await (await accept(cardOfOne.code))(readMe)).person.id).toBe(one.personId);
		expect((await (await accept(cardOfTwo.code))(readMe)).person.id).toBe(two.personId);
	});

	it("takes the code as people type it: small letters, spaces, without the dash", async () => {
		const family = await app.world.newFamily();
		const card = await invite(family, (await newcomer(family, "parent", "Anna")).personId);
		expect(await read(` ${card.code.toLowerCase().replace("-", " ")} `)).toMatchObject({ givenName: "Anna" });
	});

	it("answers used, withdrawn, replaced, expired and unknown cards all alike", async () => {
		const family = await app.world.newFamily();
		const person = async (name: string) => (await newcomer(family, "parent", name)).personId;
		const used = await invite(family, await person("Een"));
		await accept(used.code);
		const withdrawn = await invite(family, await person("Twee"));
		await (await app.as(family.coordinator))(withdrawInvitation, { params: { familyId: family.familyId, invitationId: withdrawn.id } });
		const third = await person("Drie");
		const replaced = await invite(family, third);
		const newest = await invite(family, third);
		const answers = [];
		for (const code of [used.code, withdrawn.code, replaced.code, "2222-2222", "geen kaart", "x"]) {
			answers.push({ ...(await problemOf(read(code))), requestId: "" });
			answers.push({ ...(await problemOf(accept(code))), requestId: "" });
		}
		app.services.clock.move(14 * 86_400 + 60);
		answers.push({ ...(await problemOf(read(newest.code))), requestId: "" });
		answers.push({ ...(await problemOf(accept(newest.code))), requestId: "" });
		expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
		expect(answers[0]).toMatchObject({ status: 404, code: "not-found" });
		app.services.clock.move(13 * 86_400);
		expect((await (await accept(newest.code))(readMe)).person.id).toBe(third);
	});

	it("lets one of many who use the same card at once in", async () => {
		const family = await app.world.newFamily();
		const parent = await newcomer(family, "parent", "Anna");
		const card = await invite(family, parent.personId);
		const results = await Promise.allSettled(Array.from({ length: 8 }, () => accept(card.code)));
		expect(results.filter((each) => each.status === "fulfilled")).toHaveLength(1);
		expect(await app.world.db.account.count({ where: { personId: parent.personId } })).toBe(1);
	});

	it("shows the coordinator that the card was used, with an account and without an e-mail", async () => {
		const family = await app.world.newFamily();
		const parent = await newcomer(family, "parent", "Anna");
		await accept((await invite(family, parent.personId)).code);
		const plan = await (await app.as(family.coordinator))(readPlan, { params: { familyId: family.familyId } });
		expect(plan.family.persons.find((each) => each.id === parent.personId)).toMatchObject({
			hasAccount: true,
			invitation: { state: "accepted" },
		});
		expect((await app.world.db.account.findUniqueOrThrow({ where: { personId: parent.personId } })).email).toBeNull();
	});

	it("mails the card in the person's language without a word about the family", async () => {
		const family = await app.world.newFamily({ name: "Familie Geheim" });
		const parent = await newcomer(family, "parent", "Ann", { email: "ann@demo.invalid" });
		await app.world.db.person.update({ where: { id: parent.personId }, data: { language: "en" } });
		const card = await invite(family, parent.personId);
		expect(card).toMatchObject({ mailed: true, language: "en" });
		const mail = (await (await app.as())(listDemoMails)).find((each) => each.to === "ann@demo.invalid");
		expect(mail).toMatchObject({ kind: "invitation", language: "en", subject: "An invitation for you" });
		expect(mail?.text).toContain(card.link);
		expect(mail?.text).toContain(card.code);
		expect(mail?.text).not.toContain("Geheim");
		await accept(card.code);
		expect((await app.world.db.account.findUniqueOrThrow({ where: { personId: parent.personId } })).email).toBe("ann@demo.invalid");
	});

	it("lets two parents who share one address both in; codes go to the first", async () => {
		const family = await app.world.newFamily();
		const email = "samen@demo.invalid";
		const [one, two] = [await newcomer(family, "parent", "Anna", { email }), await newcomer(family, "parent", "Bram", { email })];
		await accept((await invite(family, one.personId)).code);
		const call = await accept((await invite(family, two.personId)).code);
		expect((await call(readMe)).person.id).toBe(two.personId);
		expect((await app.world.db.account.findUniqueOrThrow({ where: { personId: two.personId } })).email).toBeNull();
	});

	it("invites a young person from twelve, and says why not before", async () => {
		const family = await app.world.newFamily();
		const reasonOf = async (personId: string) => (await problemOf(invite(family, personId))).reasons;
		expect(await reasonOf((await newcomer(family, "child", "Elf", { bornOn: app.world.yearsAgo(11) })).personId)).toEqual(["too-young"]);
		expect(await reasonOf((await newcomer(family, "child", "Onbekend")).personId)).toEqual(["birth-day-unknown"]);
		const teacher = await app.world.involve(family.familyId, "professional", { givenName: "Juf" });
		expect(await reasonOf(teacher.personId)).toEqual(["consent-needed"]);
		const girl = await newcomer(family, "child", "Twaalf", { bornOn: app.world.yearsAgo(12) });
		const call = await accept((await invite(family, girl.personId)).code);
		expect((await call(readPlan, { params: { familyId: family.familyId } })).viewer.relations).toEqual(["young_person"]);
	});

	it("lets nobody but the coordinator make or withdraw cards", async () => {
		const family = await app.world.newFamily();
		const other = await app.world.newFamily();
		const card = await invite(family, (await newcomer(family, "parent", "Anna")).personId);
		const withoutAuthority = await app.world.involve(family.familyId, "parent", { givenName: "Stief", account: true });
		const params = { familyId: family.familyId, invitationId: card.id };
		for (const [who, status] of [
			[family.mother, 403],
			[family.girl, 403],
			[withoutAuthority, 403],
			[other.coordinator, 404],
			[await app.world.staff(["administrator"]), 404],
			[await app.world.staff(["team_lead"]), 403],
		] as const) {
			expect((await problemOf(invite(family, family.father.personId, who))).status).toBe(status);
			expect((await problemOf((await app.as(who))(withdrawInvitation, { params }))).status).toBe(status);
		}
		const anonymous = await app.as();
		expect((await problemOf(anonymous(withdrawInvitation, { params }))).status).toBe(401);
		const swapped = await app.as(other.coordinator);
		expect((await problemOf(swapped(withdrawInvitation, { params: { familyId: other.familyId, invitationId: card.id } }))).status).toBe(
			404,
		);
		expect((await problemOf(invite(other, family.mother.personId))).status).toBe(404);
		expect(await read(card.code)).toMatchObject({ givenName: "Anna" });
	});

	it("lets a parent without authority in, to a kind page and nothing of the plan", async () => {
		const family = await app.world.newFamily();
		const call = await accept((await invite(family, (await newcomer(family, "parent", "Stief")).personId)).code);
		expect((await call(readMe)).families).toMatchObject([{ id: family.familyId, name: family.name }]);
		expect((await problemOf(call(readPlan, { params: { familyId: family.familyId } }))).status).toBe(403);
		expect(await call(readOwnPart, { params: { familyId: family.familyId } })).toMatchObject({
			name: family.name,
			coordinator: { name: family.coordinator.givenName },
		});
	});

	it("kills the card of somebody whose involvement ended, also after they come back", async () => {
		const family = await app.world.newFamily();
		const parent = await newcomer(family, "parent", "Anna");
		const card = await invite(family, parent.personId);
		const call = await app.as(family.coordinator);
		const params = { familyId: family.familyId, personId: parent.personId };
		await call(endPerson, { params, body: { version: 1 } });
		expect((await problemOf(read(card.code))).status).toBe(404);
		await call(returnPerson, { params });
		expect((await problemOf(accept(card.code))).status).toBe(404);
	});

	it("refuses a card whose involvement ended by another way, or whose holder is switched off", async () => {
		const family = await app.world.newFamily();
		const [gone, off] = [await newcomer(family, "parent", "Weg"), await newcomer(family, "parent", "Uit")];
		const cardOfGone = await invite(family, gone.personId);
		await app.world.db.involvement.updateMany({ where: { personId: gone.personId }, data: { endedAt: new Date() } });
		expect((await problemOf(accept(cardOfGone.code))).status).toBe(404);
		const second = await invite(family, off.personId);
		const { organisationId } = await app.world.db.person.findUniqueOrThrow({ where: { id: off.personId } });
		await app.world.db.account.create({ data: { organisationId, personId: off.personId, state: "disabled" } });
		expect((await problemOf(accept(second.code))).status).toBe(404);
		expect((await problemOf(invite(family, off.personId))).reasons).toEqual(["account-off"]);
	});

	it("puts an ended or switched-off person out at the next request with a live token", async () => {
		const family = await app.world.newFamily();
		const parent = await newcomer(family, "parent", "Anna");
		const call = await accept((await invite(family, parent.personId)).code);
		await call(readOwnPart, { params: { familyId: family.familyId } });
		await (await app.as(family.coordinator))(endPerson, {
			params: { familyId: family.familyId, personId: parent.personId },
			body: { version: 1 },
		});
		expect((await problemOf(call(readOwnPart, { params: { familyId: family.familyId } }))).status).toBe(404);
		expect((await call(readMe)).families).toEqual([]);
		await app.world.db.account.update({ where: { personId: parent.personId }, data: { state: "disabled" } });
		expect((await problemOf(call(readMe))).status).toBe(401);
	});

	it("slows down guessing from one address, right codes included, and counts right ones for nothing", async () => {
		const family = await app.world.newFamily();
		const card = await invite(family, (await newcomer(family, "parent", "Anna")).personId);
		for (let time = 0; time < guessesAllowed + 5; time += 1) await read(card.code);
		const guesses = await Promise.all(
			Array.from({ length: guessesAllowed }, (_, index) => problemOf(read(`2222-22${String(index + 22)}`))),
		);
		expect(new Set(guesses.map((each) => each.status))).toEqual(new Set([404]));
		const limited = await problemOf(read("3333-3333"));
		expect(limited).toMatchObject({ status: 429, code: "too-many-tries" });
		expect(limited.retryAfter).toBeGreaterThan(60);
		expect((await problemOf(accept(card.code))).status).toBe(429);
		const kept = JSON.stringify(await app.world.db.guessLimit.findMany());
		expect(kept).not.toContain("127.0.0.1");
	});

	it("makes no card for whoever takes part already, whatever address is written down for them", async () => {
		const family = await app.world.newFamily();
		const parent = await newcomer(family, "parent", "Anna", { email: "anna@demo.invalid" });
		await accept((await invite(family, parent.personId)).code);
		await app.world.db.person.update({ where: { id: parent.personId }, data: { email: "elders@demo.invalid" } });
		expect((await problemOf(invite(family, parent.personId))).reasons).toEqual(["recovery-needed"]);
		expect((await app.world.db.account.findUniqueOrThrow({ where: { personId: parent.personId } })).email).toBe("anna@demo.invalid");
	});

	it("lets an administrator switch employees off at once, but not families or themselves", async () => {
		const administrator = await app.world.staff(["administrator"]);
		const call = await app.as(administrator);
		const family = await app.world.newFamily();
		const theirs = await app.as(family.coordinator);
		await theirs(readMe);
		await call(setAccountState, { params: { accountId: family.coordinator.accountId }, body: { state: "disabled" } });
		expect((await problemOf(theirs(readMe))).status).toBe(401);
		await call(setAccountState, { params: { accountId: family.coordinator.accountId }, body: { state: "active" } });
		// Switched on again means signing in again.
		expect((await problemOf(theirs(readMe))).status).toBe(401);
		const { accessToken } = await (await app.as())(demoSignIn, { body: { accountId: family.coordinator.accountId } });
		const me = await fetch(app.url + readMe.path, { headers: { authorization: `Bearer ${accessToken}` } });
		expect(me.status).toBe(200);
		expect(
			(await problemOf(call(setAccountState, { params: { accountId: family.mother.accountId }, body: { state: "disabled" } }))).status,
		).toBe(404);
		expect(
			await problemOf(call(setAccountState, { params: { accountId: administrator.accountId }, body: { state: "disabled" } })),
		).toMatchObject({ reasons: ["own-account"] });
	});
});
