import { writeComment } from "@samenplan/contract/comments";
import { readPlanVersion } from "@samenplan/contract/plans";
import * as requests from "@samenplan/contract/requests";
import * as retention from "@samenplan/contract/retention";
import { editView, writeLoadCapacity, writeView } from "@samenplan/contract/steps";
import { openPlanting } from "@samenplan/testing/planted";
import type { Person, TestFamily } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";
import { proposeRetention } from "../retention/propose-retention.ts";

const word = "geplant-woord-7391";

describe("destruction", () => {
	let app: TestApp;
	let officer: Person;
	let planting: Awaited<ReturnType<typeof openPlanting>>;
	beforeAll(async () => {
		app = await startTestApp();
		officer = await app.world.staff(["privacy_officer"]);
		planting = await openPlanting(app.ownerUrl);
	});
	afterAll(async () => {
		await planting.close();
		await app.stop();
	});

	const nameNow = async (family: TestFamily) => (await app.world.db.family.findUniqueOrThrow({ where: { id: family.familyId } })).name;
	async function granted(family: TestFamily, asker: Person, wholeFile: boolean) {
		const { id } = await (await app.as(asker))(requests.makeRequest, {
			params: { familyId: family.familyId },
			body: { kind: "destruction", aboutPersonId: asker.personId },
		});
		const at = { familyId: family.familyId, requestId: id };
		const call = await app.as(officer);
		await call(requests.checkIdentity, { params: at, body: { how: "Paspoort", version: 1 } });
		await call(requests.grantRequest, { params: at, body: { wholeFile, version: 2 } });
		return at;
	}

	it("of a whole file leaves the word in no table at all, and every other family as it was", async () => {
		const family = await app.world.newFamily();
		const other = await app.world.newFamily();
		for (const { mother, father, familyId } of [family, other])
			await planting.plant(familyId === family.familyId ? word : "blijft-staan", {
				familyId,
				personId: mother.personId,
				otherId: father.personId,
				accountId: mother.accountId,
			});
		const planted = await planting.find(word);
		// The test would prove nothing if the word had not been there.
		for (const table of [
			"view",
			"comment",
			"plan_version",
			"former_text",
			"mail",
			"idempotency_key",
			"work_note",
			"safety_entry",
			"statement",
			"person",
			"family",
			"session",
		])
			expect(planted).toContain(table);
		expect(planted.length).toBeGreaterThan(35);
		// The planting itself wrote a request and a hold in this family.
		await app.world.db.legalHold.updateMany({ where: { familyId: family.familyId }, data: { endedAt: new Date() } });
		await app.world.db.privacyRequest.deleteMany({ where: { familyId: family.familyId } });
		const at = await granted(family, family.father, true);
		const before = await planting.fingerprint(other.familyId);
		const call = await app.as(officer);
		const { counts } = await call(requests.destroyOnRequest, { params: at, body: { familyName: await nameNow(family), version: 3 } });
		expect(await planting.find(word)).toEqual([]);
		expect(await planting.fingerprint(other.familyId)).toEqual(before);
		expect(counts).toMatchObject({ family: 1, plan: expect.any(Number), view: 1, person: expect.any(Number) });
		const proofs = await app.world.db.destructionProof.findMany({ where: { formerFamilyId: family.familyId } });
		expect(proofs).toMatchObject([{ ground: "request", counts, destroyedBy: officer.personId }]);
		// The log stays, without content.
		expect(await app.world.db.auditEntry.count({ where: { familyId: family.familyId } })).toBeGreaterThan(3);
		// Nobody of the family is left to sign in; the coordinator goes on elsewhere.
		expect(
			await app.world.db.account.count({
				where: { id: { in: [family.mother.accountId, family.father.accountId, family.girl.accountId] } },
			}),
		).toBe(0);
		expect(await app.world.db.account.count({ where: { id: family.coordinator.accountId } })).toBe(1);
		expect((await problemOf(call(requests.readRequest, { params: at }))).status).toBe(404);
	});

	it("of one person's part takes their words out of every table and every version, and leaves what others said", async () => {
		const family = await app.world.newFamily();
		const params = { familyId: family.familyId };
		const { db } = app.world;
		const mother = await app.as(family.mother);
		const father = await app.as(family.father);
		const mine = `${word}-moeder`;
		const view = { subject: "wish" as const, text: `${mine} wens` };
		const { id: viewId } = await mother(writeView, { params, body: view });
		await mother(editView, { params: { ...params, viewId }, body: { text: `${mine} andere wens`, version: 1 } });
		await mother(writeView, { params, body: { ...view, audience: "family" } });
		await mother(writeLoadCapacity, { params, body: { personId: family.mother.personId, load: 3, capacity: 3, text: mine } });
		const { id: commentId } = await mother(writeComment, { params, body: { kind: "question", about: "plan", text: mine } });
		await father(writeView, { params, body: { subject: "wish", text: "vader-blijft" } });
		await db.comment.create({
			data: {
				familyId: family.familyId,
				planId: family.planId,
				kind: "answer",
				about: "plan",
				answersId: commentId,
				text: "antwoord-blijft",
				writtenBy: family.coordinator.personId,
			},
		});
		const common = { familyId: family.familyId, planId: family.planId };
		await db.goal.create({
			data: {
				...common,
				text: "samen-blijft",
				forKind: "whole_family",
				levels: ["a", "b", "c", "d", "e"],
				state: "active",
				writtenBy: family.mother.personId,
				fromViewId: viewId,
			},
		});
		await db.networkTie.create({ data: { ...common, name: mine, kind: "friend", closeness: 1, writtenBy: family.mother.personId } });
		await db.person.update({ where: { id: family.mother.personId }, data: { givenName: mine, phone: mine, reachNote: mine } });
		const views = [
			{ id: viewId, personId: family.mother.personId, writtenBy: family.mother.personId, text: mine },
			{ personId: family.father.personId, writtenBy: family.father.personId, text: "vader-blijft" },
		];
		const persons = [{ id: family.mother.personId, givenName: mine, familyName: "", bornOn: null, email: mine, role: "moeder" }];
		const version = await db.planVersion.create({
			data: { ...common, number: 1, state: "agreed", content: { family: { persons }, views }, putBy: family.coordinator.personId },
		});
		await db.mail.create({
			data: {
				personId: family.mother.personId,
				familyId: family.familyId,
				toEmail: mine,
				kind: "x",
				language: "nl",
				subject: mine,
				text: mine,
			},
		});

		const at = await granted(family, family.mother, false);
		const call = await app.as(officer);
		await call(requests.destroyOnRequest, { params: at, body: { familyName: family.name, version: 3 } });

		expect(await planting.find(mine)).toEqual([]);
		expect(await planting.find("vader-blijft")).toEqual(expect.arrayContaining(["view", "plan_version"]));
		expect(await planting.find("antwoord-blijft")).toEqual(["comment"]);
		expect(await planting.find("samen-blijft")).toContain("goal");
		expect(await db.account.count({ where: { id: family.mother.accountId } })).toBe(0);
		expect(await db.person.findUnique({ where: { id: family.mother.personId } })).toMatchObject({
			givenName: "N.N.",
			phone: null,
			email: null,
		});
		const kept = await db.planVersion.findUniqueOrThrow({ where: { id: version.id } });
		expect(kept.content).toMatchObject({ redactedOn: expect.any(String), family: { persons: [{ givenName: "N.N.", email: null }] } });
		// Apart from that one exception a version stays as it was, for the owner too.
		await expect(db.planVersion.update({ where: { id: version.id }, data: { content: {} } })).rejects.toThrow();
		// The token that was in the mother's hand opens nothing any more.
		expect((await problemOf(mother(readPlanVersion, { params: { ...params, planVersionId: version.id } }))).code).toBe("sign-in-needed");
	});

	it("of a child's part leaves the parent who asked, with the request done and without its words", async () => {
		const family = await app.world.newFamily();
		const params = { familyId: family.familyId };
		const { db } = app.world;
		const own = `${word}-zoon`;
		const by = { ...params, planId: family.planId, writtenBy: family.coordinator.personId, subject: "wish" as const };
		await db.view.create({ data: { ...by, personId: family.boy.personId, recorded: true, text: own } });
		await db.view.create({
			data: { ...by, personId: family.father.personId, aboutPersonId: family.boy.personId, text: "vader-over-zoon" },
		});
		await db.person.update({ where: { id: family.boy.personId }, data: { familyName: own } });
		const mother = await app.as(family.mother);
		const { id } = await mother(requests.makeRequest, {
			params,
			body: { kind: "destruction", aboutPersonId: family.boy.personId, words: own },
		});
		const at = { ...params, requestId: id };
		const call = await app.as(officer);
		await call(requests.checkIdentity, { params: at, body: { how: "Paspoort", version: 1 } });
		await call(requests.grantRequest, { params: at, body: { version: 2 } });
		await call(requests.destroyOnRequest, { params: at, body: { familyName: family.name, version: 3 } });
		expect(await planting.find(own)).toEqual([]);
		expect(await planting.find("vader-over-zoon")).toEqual(["view"]);
		const { requests: mine } = await mother(requests.listMyRequests, { params });
		expect(mine).toMatchObject([{ id, state: "done", words: "" }]);
		expect(await db.mail.count({ where: { personId: family.mother.personId, kind: "request_news" } })).toBe(2);
	});

	it("does not happen while a legal hold stands, without the family's name, before it is granted, or twice", async () => {
		const family = await app.world.newFamily();
		const call = await app.as(officer);
		const { id } = await (await app.as(family.mother))(requests.makeRequest, {
			params: { familyId: family.familyId },
			body: { kind: "destruction", aboutPersonId: family.mother.personId },
		});
		const at = { familyId: family.familyId, requestId: id };
		const destroy = (familyName: string, version: number) => call(requests.destroyOnRequest, { params: at, body: { familyName, version } });
		expect(await problemOf(destroy(family.name, 1))).toMatchObject({ status: 409, reasons: ["grant-first"] });
		await call(requests.checkIdentity, { params: at, body: { how: "Paspoort", version: 1 } });
		const { id: holdId } = await call(retention.placeHold, { body: { fileOf: family.familyId, because: "Er loopt een klacht." } });
		expect(await problemOf(call(requests.grantRequest, { params: at, body: { version: 2 } }))).toMatchObject({ reasons: ["legal-hold"] });
		await call(retention.endHold, { params: { holdId } });
		await call(requests.grantRequest, { params: at, body: { version: 2 } });
		await call(retention.placeHold, { body: { fileOf: family.familyId, because: "Er loopt een klacht." } });
		expect(await problemOf(destroy(family.name, 3))).toMatchObject({ status: 409, reasons: ["legal-hold"] });
		expect(await app.world.db.plan.count({ where: { familyId: family.familyId } })).toBe(1);
		const hold = (await call(retention.readRetention)).holds.find(({ familyId }) => familyId === family.familyId);
		await call(retention.endHold, { params: { holdId: hold?.id ?? "" } });
		expect(await problemOf(destroy("Familie Anders", 3))).toMatchObject({ reasons: ["family-name-differs"] });
		await destroy(` ${family.name.toUpperCase()} `, 3);
		expect((await problemOf(destroy(family.name, 3))).status).toBe(404);
	});

	it("cannot be reached by the application's role around its doors", async () => {
		const family = await app.world.newFamily();
		const { frame } = app.services;
		const job = { name: "retention", event: "x", action: "delete", object: "retention", familyId: family.familyId } as const;
		for (const attempt of [
			`select app.destroy_family_rows('${family.familyId}', 'request', null)`,
			`select app.destroy_person_rows('${family.familyId}', '${family.mother.personId}', null)`,
			`select app.destroy_after_term('${family.familyId}')`,
			`select set_config('app.destroying', 'yes', true); delete from plan_version`,
		])
			await expect(frame.asJob(job, (tx) => tx.sql({ text: attempt }))).rejects.toMatchObject({ code: "42501" });
	});
});

describe("retention", () => {
	let app: TestApp;
	let officer: Person;
	let family: TestFamily;
	beforeAll(async () => {
		app = await startTestApp();
		officer = await app.world.staff(["privacy_officer"]);
		family = await app.world.newFamily();
	});
	afterAll(() => app.stop());

	const close = (yearsAgo: number) =>
		app.world.db.plan.updateMany({
			where: { familyId: family.familyId },
			data: { state: "closed", closedOn: new Date(app.world.yearsAgo(yearsAgo)) },
		});
	const read = async () => (await app.as(officer))(retention.readRetention);

	it("proposes a file whose term is over, tells the privacy officer once, and destroys nothing by itself", async () => {
		await proposeRetention(app.services);
		expect((await read()).proposals).toEqual([]);
		await close(19);
		await proposeRetention(app.services);
		expect((await read()).proposals).toEqual([]);
		await close(20);
		await proposeRetention(app.services);
		await proposeRetention(app.services);
		expect((await read()).proposals).toMatchObject([{ familyId: family.familyId, familyName: family.name, onHold: false }]);
		const mails = await app.world.db.mail.findMany({ where: { kind: "retention_over" } });
		expect(mails).toHaveLength(1);
		expect(mails[0]?.text).not.toContain(family.name);
		expect(await app.world.db.plan.count({ where: { familyId: family.familyId } })).toBe(1);
	});

	it("follows the organisation's own term; a proposal that is not over any more goes", async () => {
		const call = await app.as(officer);
		await call(retention.setYearsKept, { body: { yearsKept: 30 } });
		expect(await problemOf(call(retention.destroyAfterTerm, { body: { fileOf: family.familyId, familyName: family.name } }))).toMatchObject(
			{ status: 404 },
		);
		await proposeRetention(app.services);
		expect(await read()).toMatchObject({ yearsKept: 30, proposals: [] });
		await call(retention.setYearsKept, { body: { yearsKept: 20 } });
		await proposeRetention(app.services);
		expect((await read()).proposals).toHaveLength(1);
		expect((await problemOf(call(retention.setYearsKept, { body: { yearsKept: 5 } }))).status).toBe(400);
	});

	it("destroys after the officer's yes, not while a legal hold stands, and keeps the proof", async () => {
		const call = await app.as(officer);
		const destroy = (familyName = family.name) => call(retention.destroyAfterTerm, { body: { fileOf: family.familyId, familyName } });
		const { id: holdId } = await call(retention.placeHold, { body: { fileOf: family.familyId, because: "Rechtszaak" } });
		expect((await read()).proposals).toMatchObject([{ onHold: true }]);
		expect(await problemOf(destroy())).toMatchObject({ status: 409, reasons: ["legal-hold"] });
		await call(retention.endHold, { params: { holdId } });
		const asked = await (await app.as(family.mother))(requests.makeRequest, {
			params: { familyId: family.familyId },
			body: { kind: "inspection", aboutPersonId: family.mother.personId, words: "Ik wil het lezen" },
		});
		expect(await problemOf(destroy())).toMatchObject({ status: 409, reasons: ["file-is-asked-for"] });
		expect(await app.world.db.family.count({ where: { id: family.familyId } })).toBe(1);
		await app.world.db.privacyRequest.update({ where: { id: asked.id }, data: { state: "done" } });
		expect(await problemOf(destroy("Iets anders"))).toMatchObject({ reasons: ["family-name-differs"] });
		const { counts } = await destroy();
		expect(counts).toMatchObject({ family: 1, plan: 1, step: 6, involvement: 5 });
		expect(await read()).toMatchObject({ proposals: [], proofs: [{ formerFamilyId: family.familyId, ground: "retention_over", counts }] });
		expect(JSON.stringify((await read()).proofs)).not.toContain(family.name);
	});

	it("is nobody else's: an administrator reads, an officer of another organisation sees nothing of it", async () => {
		const administrator = await app.world.staff(["administrator"]);
		expect(await (await app.as(administrator))(retention.readRetention)).toMatchObject({ holds: [], proofs: [] });
		expect((await problemOf((await app.as(administrator))(retention.setYearsKept, { body: { yearsKept: 40 } }))).status).toBe(403);
		const elsewhere = await app.world.staff(["privacy_officer"], { place: await app.world.organisation("Elders") });
		const other = await app.world.newFamily();
		const call = await app.as(elsewhere);
		expect(await call(retention.readRetention)).toMatchObject({ proposals: [], holds: [], proofs: [] });
		expect((await problemOf(call(retention.placeHold, { body: { fileOf: other.familyId, because: "x" } }))).status).toBe(404);
		expect((await problemOf(call(retention.destroyAfterTerm, { body: { fileOf: other.familyId, familyName: other.name } }))).status).toBe(
			404,
		);
	});
});
