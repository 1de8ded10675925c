import { answerConsent, askConsent, deviateConsent, listConsents, recordConsent } from "@samenplan/contract/consents";
import { readOwnPart } from "@samenplan/contract/families";
import { readPlan } from "@samenplan/contract/plans";
import type { Person, TestFamily } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";
import { familyWithSchool } from "./school.fixture.ts";

describe("consent", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());

	const question = {
		kind: "ask_information" as const,
		what: "De huisarts vragen hoe het met slapen gaat.",
		toWords: "de huisarts",
		why: "Dan weten we meer.",
	};
	const ask = async (family: TestFamily, about: Person, by = family.coordinator, more: object = {}) =>
		(await app.as(by))(askConsent, {
			params: { familyId: family.familyId },
			body: { ...question, aboutPersonId: about.personId, ...more },
		});
	const answer = async (
		family: TestFamily,
		by: Person,
		consentId: string,
		body: { answer: "given" | "refused" | "withdrawn"; text?: string },
	) => (await app.as(by))(answerConsent, { params: { familyId: family.familyId, consentId }, body });
	const one = async (family: TestFamily, consentId: string, by: Person = family.coordinator) => {
		const { consents } = await (await app.as(by))(listConsents, { params: { familyId: family.familyId }, query: {} });
		const found = consents.find(({ id }) => id === consentId);
		if (!found) throw new Error("the consent is not in the list");
		return found;
	};
	const names = (found: Awaited<ReturnType<typeof one>>) =>
		found.must.map(({ personId }) => found.names.find(({ id }) => id === personId)?.name).sort();

	it("is asked of the parents for a boy of 8, of the girl too at 13, and of her alone at 16", async () => {
		const family = await app.world.newFamily();
		const older = await app.world.involve(family.familyId, "child", {
			givenName: "Zestien",
			bornOn: app.world.yearsAgo(16),
			account: true,
		});
		for (const [about, must] of [
			[family.boy, ["Moeder", "Vader"]],
			[family.girl, ["Dochter", "Moeder", "Vader"]],
			[older, ["Zestien"]],
		] as const)
			expect(names(await one(family, (await ask(family, about)).id))).toEqual(must);
	});

	it("is not asked of a parent without authority, nor of one of whom that is not known", async () => {
		const family = await app.world.newFamily();
		for (const holds of ["no", "unknown"] as const) {
			await app.world.db.authority.updateMany({
				where: { parentId: family.father.personId, childId: family.boy.personId },
				data: { holds },
			});
			const { id } = await ask(family, family.boy);
			expect(names(await one(family, id))).toEqual(["Moeder"]);
			expect((await problemOf(answer(family, family.father, id, { answer: "given" }))).reasons).toEqual(["consent-not-asked-of-you"]);
		}
		await app.world.db.authority.updateMany({ where: { childId: family.boy.personId }, data: { holds: "no" } });
		expect((await problemOf(ask(family, family.boy))).reasons).toEqual(["nobody-may-agree"]);
	});

	it("stands when everyone gave it, and says in a code why it does not", async () => {
		const family = await app.world.newFamily();
		const { id } = await ask(family, family.boy);
		expect(await one(family, id)).toMatchObject({ stands: false, standing: "waiting" });
		await answer(family, family.mother, id, { answer: "given" });
		await answer(family, family.father, id, { answer: "refused", text: "Eerst wil ik weten wat zij zeggen." });
		expect(await one(family, id)).toMatchObject({ stands: false, standing: "refused" });
		await answer(family, family.father, id, { answer: "given" });
		const stood = await one(family, id, family.girl);
		expect(stood).toMatchObject({ stands: true, standing: "stands", mine: false });
		expect(stood.answers.map((each) => each.answer)).toEqual(["given", "refused", "given"]);
		await answer(family, family.mother, id, { answer: "refused" });
		expect(await one(family, id)).toMatchObject({ stands: false, standing: "withdrawn" });
	});

	it("ends on its last day", async () => {
		const family = await app.world.newFamily();
		const untilOn = app.world.daysFromToday(3).toISOString().slice(0, 10);
		const { id } = await ask(family, family.boy, family.coordinator, { untilOn });
		for (const parent of [family.mother, family.father]) await answer(family, parent, id, { answer: "given" });
		expect((await one(family, id)).standing).toBe("stands");
		app.services.clock.move(4 * 86_400);
		expect(await one(family, id)).toMatchObject({ stands: false, standing: "over" });
		expect((await problemOf(answer(family, family.mother, id, { answer: "given" }))).reasons).toEqual(["consent-is-over"]);
		app.services.clock.move(0);
		const past = app.world.daysFromToday(-1).toISOString().slice(0, 10);
		expect(await problemOf(ask(family, family.boy, family.coordinator, { untilOn: past }))).toMatchObject({
			errors: [{ code: "too-early" }],
		});
	});

	it("cannot be taken back by who gave nothing, nor answered for somebody else", async () => {
		const family = await app.world.newFamily();
		const { id } = await ask(family, family.boy);
		expect((await problemOf(answer(family, family.mother, id, { answer: "withdrawn" }))).reasons).toEqual(["consent-nothing-given"]);
		expect((await problemOf(answer(family, family.coordinator, id, { answer: "given" }))).status).toBe(403);
		const other = await app.world.newFamily();
		expect((await problemOf(answer(other, other.mother, id, { answer: "given" }))).status).toBe(404);
	});

	it("is written down together with who has no account, and never for who has one", async () => {
		const family = await app.world.newFamily();
		const stepmother = await app.world.involve(family.familyId, "parent", { givenName: "Zonder" });
		await app.world.db.authority.create({
			data: {
				familyId: family.familyId,
				parentId: stepmother.personId,
				childId: family.boy.personId,
				holds: "yes",
				recordedBy: family.coordinator.personId,
			},
		});
		const { id } = await ask(family, family.boy);
		const record = async (personId: string) =>
			(await app.as(family.coordinator))(recordConsent, {
				params: { familyId: family.familyId, consentId: id },
				body: { personId, answer: "given", text: "Aan de keukentafel gezegd." },
			});
		expect((await problemOf(record(family.mother.personId))).reasons).toEqual(["answers-themselves"]);
		await record(stepmother.personId);
		expect((await one(family, id)).answers).toMatchObject([
			{ personId: stepmother.personId, recorded: true, writtenBy: family.coordinator.personId, text: "Aan de keukentafel gezegd." },
		]);
	});

	it("goes on without one parent only for a written reason, once somebody gave it, and everyone of the plan reads the reason", async () => {
		const family = await app.world.newFamily();
		const { id } = await ask(family, family.girl);
		const deviate = async (version: number, by = family.coordinator) =>
			(await app.as(by))(deviateConsent, {
				params: { familyId: family.familyId, consentId: id },
				body: { because: "Vader is al drie weken niet te bereiken en de meiden hebben nu hulp nodig.", version },
			});
		expect((await problemOf(deviate(1))).reasons).toEqual(["consent-nobody-gave"]);
		expect((await problemOf(deviate(1, family.mother))).status).toBe(403);
		await answer(family, family.mother, id, { answer: "given" });
		await answer(family, family.girl, id, { answer: "given" });
		await answer(family, family.father, id, { answer: "refused" });
		await deviate(1);
		const seen = await one(family, id, family.father);
		expect(seen).toMatchObject({ stands: true, standing: "stands_by_deviation", deviation: { by: family.coordinator.personId } });
		expect(seen.deviation?.because).toContain("niet te bereiken");
		// Who says no again afterwards stops it.
		await answer(family, family.father, id, { answer: "refused" });
		expect(await one(family, id)).toMatchObject({ stands: false });
		await app.world.db.session.updateMany({ where: { accountId: family.coordinator.accountId }, data: { provedAgainAt: null } });
		expect(await problemOf(deviate(2))).toMatchObject({ status: 403, code: "prove-again" });
	});

	it("mails who must answer and can sign in, without a word of what it is about", async () => {
		const family = await app.world.newFamily();
		await ask(family, family.girl, family.mother);
		const mails = await app.world.db.mail.findMany({ where: { familyId: family.familyId } });
		expect(mails.map(({ personId }) => personId).sort()).toEqual([family.father.personId, family.girl.personId].sort());
		for (const mail of mails) {
			expect(mail.text).toContain(`/families/${family.familyId}/consents`);
			expect(mail.subject + mail.text).not.toMatch(/huisarts|slapen|Dochter(?!,)/);
		}
	});

	it("is asked of somebody about themselves who does not read the plan, on their own page", async () => {
		const family = await app.world.newFamily();
		const stepfather = await app.world.involve(family.familyId, "parent", { givenName: "Stief", account: true });
		const { id } = await ask(family, stepfather);
		const his = await app.as(stepfather);
		const params = { familyId: family.familyId };
		expect((await his(readOwnPart, { params })).consents).toMatchObject([{ id, mine: true, standing: "waiting" }]);
		await his(answerConsent, { params: { ...params, consentId: id }, body: { answer: "given" } });
		expect(await one(family, id)).toMatchObject({ stands: true });
		expect((await (await app.as(family.mother))(readPlan, { params })).family.id).toBe(family.familyId);
	});

	it("goes on when a child comes of age, until the young person answers", async () => {
		const school = await familyWithSchool(app);
		const his = await app.as(await accountFor(school, school.boy));
		const eleven = new Date();
		eleven.setUTCFullYear(eleven.getUTCFullYear() - 12);
		eleven.setUTCDate(eleven.getUTCDate() + 5);
		await app.world.db.person.update({
			where: { id: school.boy.personId },
			data: { bornOn: `${eleven.toISOString().slice(0, 10)}T00:00:00Z` },
		});
		expect((await one(school, school.consentId)).standing).toBe("stands");
		app.services.clock.move(6 * 86_400);
		expect(await one(school, school.consentId)).toMatchObject({ stands: true, standing: "goes_on" });
		const params = { familyId: school.familyId };
		expect((await (await app.as(school.teacher))(readOwnPart, { params })).goals).toHaveLength(1);
		await his(answerConsent, { params: { ...params, consentId: school.consentId }, body: { answer: "refused" } });
		expect((await problemOf((await app.as(school.teacher))(readOwnPart, { params }))).status).toBe(404);
		app.services.clock.move(0);
	});

	async function accountFor(family: TestFamily, person: Person): Promise<Person> {
		const { organisationId } = await app.world.db.family.findUniqueOrThrow({ where: { id: family.familyId } });
		const account = await app.world.db.account.create({ data: { organisationId, personId: person.personId, email: null } });
		await app.world.db.involvement.updateMany({ where: { personId: person.personId }, data: { acceptedAt: new Date() } });
		return { ...person, accountId: account.id };
	}
});
