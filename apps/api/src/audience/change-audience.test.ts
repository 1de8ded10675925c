import { narrowAudience, readPlanAs, readWordsForMe, releaseText, widenAudience } from "@samenplan/contract/audience";
import { whoLooked } from "@samenplan/contract/audit";
import { answerComment, writeComment } from "@samenplan/contract/comments";
import { readPlan } from "@samenplan/contract/plans";
import { recordView, writeView } from "@samenplan/contract/steps";
import { everythingRead } from "@samenplan/testing/everything-read";
import type { Person, TestFamily } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

describe("who reads it changes", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());

	async function talking() {
		const family = await app.world.newFamily();
		const around = async (relation: "parent" | "network_member" | "professional", givenName: string) =>
			app.world.involve(family.familyId, relation, { givenName, account: true });
		const grandmother = await around("network_member", "Oma");
		const stepfather = await around("parent", "Stief");
		const [coordinator, mother, father, girl, oma] = (await Promise.all(
			[family.coordinator, family.mother, family.father, family.girl, grandmother].map((person) => app.as(person)),
		)) as [Call, Call, Call, Call, Call];
		return { family, grandmother, stepfather, coordinator, mother, father, girl, oma, at: { params: { familyId: family.familyId } } };
	}
	type Call = Awaited<ReturnType<TestApp["as"]>>;
	const placeOf = (family: TestFamily, textId: string, kind: "view" | "comment" = "view") => ({
		params: { familyId: family.familyId, kind, textId },
	});
	const textsOf = async (call: Call, family: TestFamily) =>
		(await call(readPlan, { params: { familyId: family.familyId } })).views.map(({ text }) => text);
	const consent = async (
		family: TestFamily,
		{ about, to, givenBy }: { about: Person; to?: Person; givenBy: readonly Person[] },
	): Promise<string> => {
		const { id } = await app.world.db.consent.create({
			data: {
				familyId: family.familyId,
				kind: "share",
				aboutPersonId: about.personId,
				what: "Hoe het gaat",
				toPersonId: to?.personId ?? null,
				toWords: to ? "" : "Iedereen die meedoet",
				why: "Samen helpen",
				askedBy: family.coordinator.personId,
			},
		});
		for (const person of givenBy)
			await app.world.db.consentAnswer.create({
				data: { familyId: family.familyId, consentId: id, personId: person.personId, answer: "given", writtenBy: person.personId },
			});
		return id;
	};
	const stale = async (person: Person) =>
		app.world.db.session.updateMany({ where: { accountId: person.accountId }, data: { provedAgainAt: new Date(Date.now() - 3_600_000) } });

	it("releases private family time only by whose words they are, without proving again, and takes it back", async () => {
		const { family, mother, father, coordinator, at } = await talking();
		const { id } = await mother(writeView, { ...at, body: { subject: "worry", text: "Onder ons", audience: "family" } });
		const place = placeOf(family, id);
		expect((await problemOf(coordinator(releaseText, place))).status).toBe(404);
		expect((await problemOf(father(releaseText, place))).status).toBe(403);
		await stale(family.mother);
		await mother(releaseText, place);
		expect(await textsOf(coordinator, family)).toEqual(["Onder ons"]);
		await mother(narrowAudience, { ...place, body: { audience: "family", was: "core" } });
		expect(await textsOf(coordinator, family)).toEqual([]);
		expect(await textsOf(father, family)).toEqual(["Onder ons"]);
		const deeds = await app.world.db.auditEntry.findMany({
			where: { objectId: id, action: "update", outcome: "success" },
			orderBy: { id: "asc" },
		});
		expect(deeds.map(({ event }) => event.split("/").at(-1))).toEqual(["release", "narrowing"]);
	});

	it("asks to prove again before more people read it, and names the deed in the log", async () => {
		const { family, mother, father, at } = await talking();
		const { id } = await mother(writeView, {
			...at,
			body: { subject: "worry", text: "Voor Dochter", audience: "named", readers: [family.girl.personId] },
		});
		const place = { ...placeOf(family, id), body: { audience: "core", was: "named" } } as const;
		await stale(family.mother);
		expect((await problemOf(mother(widenAudience, place))).code).toBe("prove-again");
		expect(await textsOf(father, family)).toEqual([]);
		await app.world.db.session.updateMany({ where: { accountId: family.mother.accountId }, data: { provedAgainAt: new Date() } });
		await mother(widenAudience, place);
		expect(await textsOf(father, family)).toEqual(["Voor Dochter"]);
		const entry = await app.world.db.auditEntry.findFirstOrThrow({
			where: { objectId: id, event: { endsWith: "/widening" }, outcome: "success" },
		});
		expect(entry).toMatchObject({ action: "update", object: "audience", personId: family.mother.personId });
	});

	it("never widens by way of narrowing, and by nobody but whose words they are or the coordinator", async () => {
		const { family, mother, father, girl, coordinator, at } = await talking();
		const { id } = await mother(writeView, { ...at, body: { subject: "worry", text: "Van mij" } });
		const place = placeOf(family, id);
		expect((await problemOf(mother(narrowAudience, { ...place, body: { audience: "circle", was: "core" } }))).reasons).toEqual([
			"readers-widen-apart",
		]);
		for (const call of [father, girl]) {
			expect((await problemOf(call(widenAudience, { ...place, body: { audience: "circle", was: "core" } }))).status).toBe(403);
			expect((await problemOf(call(narrowAudience, { ...place, body: { audience: "family", was: "core" } }))).status).toBe(403);
		}
		expect((await problemOf(coordinator(narrowAudience, { ...place, body: { audience: "staff", was: "core" } }))).status).toBe(403);
		expect((await problemOf(mother(narrowAudience, { ...place, body: { audience: "family", was: "named" } }))).code).toBe("conflict");
	});

	it("keeps for who could read it then the text of then, and shows nothing newer", async () => {
		const { family, mother, father, at } = await talking();
		const { id } = await mother(writeView, { ...at, body: { subject: "worry", text: "Eerst voor allemaal" } });
		await mother(narrowAudience, { ...placeOf(family, id), body: { audience: "named", readers: [family.girl.personId], was: "core" } });
		expect(await textsOf(father, family)).toEqual([]);
		const [former] = await app.world.db.formerText.findMany({ where: { objectId: id } });
		expect(former?.row).toMatchObject({ audience: "core", text: "Eerst voor allemaal" });
	});

	it("lets people outside the plan read about a child only with the consent of everyone age and authority name, and no longer than it stands", async () => {
		const { family, mother, girl, oma, at, coordinator, grandmother } = await talking();
		const about = { subject: "worry", text: "Over Dochter", aboutPersonId: family.girl.personId } as const;
		const { id } = await mother(writeView, { ...at, body: about });
		const place = placeOf(family, id);
		const toOma = { audience: "named" as const, readers: [family.girl.personId, grandmother.personId], was: "core" as const };
		const refused = await problemOf(mother(widenAudience, { ...place, body: toOma }));
		expect(refused).toMatchObject({ status: 409, reasons: ["consent-needed"] });
		// Written that way from the start asks the same.
		expect((await problemOf(mother(writeView, { ...at, body: { ...about, audience: "circle" } }))).reasons).toEqual(["consent-needed"]);
		await consent(family, { about: family.girl, to: grandmother, givenBy: [family.mother, family.father] });
		expect((await problemOf(mother(widenAudience, { ...place, body: toOma }))).reasons).toEqual(["consent-needed"]);
		const stands = await consent(family, { about: family.girl, to: grandmother, givenBy: [family.mother, family.father, family.girl] });
		// A consent for grandmother is none for everyone.
		expect((await problemOf(mother(widenAudience, { ...place, body: { audience: "circle", was: "core" } }))).reasons).toEqual([
			"consent-needed",
		]);
		await coordinator(widenAudience, { ...place, body: { ...toOma, consentId: stands } });
		const forOma = async () => (await oma(readWordsForMe, at)).words.map(({ text, writer }) => [text, writer]);
		expect(await forOma()).toEqual([["Over Dochter", "Moeder"]]);
		await app.world.db.consentAnswer.create({
			data: {
				familyId: family.familyId,
				consentId: stands,
				personId: family.girl.personId,
				answer: "withdrawn",
				writtenBy: family.girl.personId,
			},
		});
		expect(await forOma()).toEqual([]);
		expect(await textsOf(girl, family)).toEqual(["Over Dochter"]);
	});

	it("lets an adult share words about themselves without asking anyone", async () => {
		const { mother, oma, at, grandmother } = await talking();
		await mother(writeView, { ...at, body: { subject: "wish", text: "Even rust", audience: "named", readers: [grandmother.personId] } });
		expect((await oma(readWordsForMe, at)).words).toEqual([
			expect.objectContaining({ text: "Even rust", audience: "named", writer: "Moeder" }),
		]);
	});

	it("asks for names that belong to the family, at least one besides the writer", async () => {
		const { family, mother, at } = await talking();
		const stranger = await app.world.newFamily();
		const write = (readers: string[]) =>
			problemOf(mother(writeView, { ...at, body: { subject: "wish", text: "x", audience: "named", readers } }));
		expect(await write([])).toMatchObject({ status: 400, errors: [{ path: "readers", code: "required" }] });
		expect(await write([family.mother.personId])).toMatchObject({ errors: [{ path: "readers", code: "required" }] });
		expect(await write([family.girl.personId, stranger.mother.personId])).toMatchObject({
			errors: [{ path: "readers.1", code: "unknown-person" }],
		});
		// A boy of eight has no login: he is not named, he hears it from who reads it.
		expect(await write([family.boy.personId])).toMatchObject({ errors: [{ path: "readers.0", code: "unknown-person" }] });
	});

	it("gives an answer the readers of the question", async () => {
		const { family, mother, girl, father, coordinator, at } = await talking();
		const { id } = await mother(writeComment, {
			...at,
			body: { kind: "question", about: "plan", text: "Lukt het?", audience: "named", readers: [family.girl.personId] },
		});
		await girl(answerComment, { params: { familyId: family.familyId, commentId: id }, body: { text: "Ja" } });
		const read = async (call: Call) => (await call(readPlan, at)).comments.map(({ text }) => text);
		expect(await read(mother)).toEqual(["Lukt het?", "Ja"]);
		expect(await read(girl)).toEqual(["Lukt het?", "Ja"]);
		for (const call of [father, coordinator]) expect(await read(call)).toEqual([]);
		expect((await mother(readPlan, at)).comments[0]?.answeredAt).not.toBeNull();
		// Nor does the log tell others that there is something.
		const seen = (await father(whoLooked, { ...at, query: {} })).looks.map(({ what }) => what);
		expect(seen).not.toContain("comment");
	});

	it("lets nobody say something about private words to more people than those words have", async () => {
		const { family, mother, girl, at } = await talking();
		const { id } = await mother(writeView, {
			...at,
			body: { subject: "worry", text: "Voor Dochter", audience: "named", readers: [family.girl.personId] },
		});
		const about = { kind: "comment", about: "view", aboutId: id, text: "Lief dat je het zegt" } as const;
		expect(await problemOf(girl(writeComment, { ...at, body: about }))).toMatchObject({ status: 400, errors: [{ path: "audience" }] });
		await girl(writeComment, { ...at, body: { ...about, audience: "named", readers: [family.mother.personId] } });
		const { id: open } = await mother(writeView, { ...at, body: { subject: "worry", text: "Voor allemaal" } });
		await girl(writeComment, { ...at, body: { ...about, aboutId: open } });
		await girl(writeComment, { ...at, body: { ...about, aboutId: open, audience: "family" } });
	});

	it("lets somebody always read their own words that were written down for named persons", async () => {
		const { family, coordinator, girl, mother, at } = await talking();
		await coordinator(recordView, {
			...at,
			body: { personId: family.girl.personId, subject: "wish", text: "Mijn woorden", audience: "named", readers: [family.mother.personId] },
		});
		for (const call of [girl, mother]) expect(await textsOf(call, family)).toEqual(["Mijn woorden"]);
	});

	describe("as somebody else sees it", () => {
		it("is exactly what that person sees, less what is kept from the coordinator", async () => {
			const { family, mother, girl, father, coordinator, at } = await talking();
			await mother(writeView, {
				...at,
				body: { subject: "worry", text: "Alleen voor Dochter", audience: "named", readers: [family.girl.personId] },
			});
			await mother(writeView, { ...at, body: { subject: "worry", text: "Van ons gezin", audience: "family" } });
			await mother(writeView, { ...at, body: { subject: "worry", text: "Voor allemaal" } });
			await coordinator(writeView, { ...at, body: { subject: "concern", text: "Voor hulpverleners", audience: "staff" } });
			await coordinator(writeView, {
				...at,
				body: { subject: "concern", text: "Voor moeder", audience: "named", readers: [family.mother.personId] },
			});
			const as = async (person: Person) => {
				const seen = await coordinator(readPlanAs, { params: { familyId: family.familyId, personId: person.personId } });
				return { ...seen, texts: seen.plan?.views.map(({ text }) => text) };
			};
			expect((await as(family.father)).texts).toEqual(["Voor allemaal"]);
			expect((await as(family.mother)).texts).toEqual(["Voor allemaal", "Voor moeder"]);
			expect((await as(family.girl)).texts).toEqual(["Voor allemaal"]);
			const asFather = await as(family.father);
			expect(asFather.plan?.viewer).toEqual({
				personId: family.father.personId,
				side: "family",
				relations: ["parent_with_authority"],
				abilities: [],
			});
			const his = await father(readPlan, at);
			const hidden = his.views.filter(({ text }) => text === "Van ons gezin").length;
			expect(asFather.plan?.views).toHaveLength(his.views.length - hidden);
			expect({ ...asFather.plan, viewer: null, views: null }).toEqual({ ...his, viewer: null, views: null });
			expect((await textsOf(girl, family)).sort()).toEqual(["Alleen voor Dochter", "Van ons gezin", "Voor allemaal"]);
		});

		it("shows their own part of who does not read the plan, and nothing of who does not take part", async () => {
			const { family, mother, coordinator, at, grandmother, stepfather } = await talking();
			await mother(writeView, { ...at, body: { subject: "wish", text: "Iedereen mag dit weten", audience: "circle" } });
			const as = (personId: string) => coordinator(readPlanAs, { params: { familyId: family.familyId, personId } });
			for (const person of [grandmother, stepfather])
				expect(await as(person.personId)).toMatchObject({
					plan: null,
					ownPart: { name: family.name, words: [{ text: "Iedereen mag dit weten" }], viewer: { personId: person.personId, abilities: [] } },
				});
			expect(await as(family.boy.personId)).toMatchObject({ plan: null, ownPart: null });
		});

		it("is for the coordinator of this family alone, about its own people, and is named in the log", async () => {
			const { family, mother, father, coordinator } = await talking();
			const other = await app.world.newFamily();
			const params = { familyId: family.familyId, personId: family.father.personId };
			for (const call of [mother, father]) expect((await problemOf(call(readPlanAs, { params }))).status).toBe(403);
			expect((await problemOf((await app.as(other.coordinator))(readPlanAs, { params }))).status).toBe(404);
			for (const personId of [other.mother.personId, family.coordinator.personId])
				expect((await problemOf(coordinator(readPlanAs, { params: { ...params, personId } }))).status).toBe(404);
			await coordinator(readPlanAs, { params });
			const entry = await app.world.db.auditEntry.findFirstOrThrow({
				where: { event: { endsWith: "/plan/as/{personId}" }, outcome: "success" },
				orderBy: { id: "desc" },
			});
			expect(entry).toMatchObject({
				personId: family.coordinator.personId,
				relation: "coordinator",
				objectId: family.father.personId,
				onBehalfOf: null,
			});
		});

		it("changes nothing: the database refuses every write from there on", async () => {
			const { family } = await talking();
			const caller = { accountId: family.coordinator.accountId, client: "test", requestId: "test" };
			await app.tokenOf(family.coordinator);
			const session = await app.world.db.session.findFirstOrThrow({ where: { accountId: caller.accountId } });
			const deed = { event: "test", action: "read", object: "plan", right: "plan.read_as", familyId: family.familyId } as const;
			const attempt = app.services.frame.asActor({ ...caller, sessionId: session.id }, deed, async (tx) => {
				await tx.sql({ text: "select app.see_as($1)", values: [family.mother.personId] });
				return tx.sql({ text: "update family set name = 'x' where id = $1", values: [family.familyId] });
			});
			await expect(attempt).rejects.toMatchObject({ code: "25006" });
		});
	});

	it("keeps private family time out of everything a professional can read", async () => {
		const { family, mother, girl, at } = await talking();
		const secret = `geheim-${crypto.randomUUID()}`;
		const scientist = await app.world.staff(["scientist"]);
		const lead = await app.world.staff(["team_lead"]);
		const review = await app.world.db.review.create({
			data: {
				familyId: family.familyId,
				planId: family.planId,
				question: "?",
				toldFamilyOn: app.world.daysFromToday(-1),
				askedBy: family.coordinator.personId,
				state: "taken",
				scientistId: scientist.personId,
			},
		});
		const { id: viewId } = await mother(writeView, { ...at, body: { subject: "worry", text: secret, audience: "family" } });
		const { id: questionId } = await mother(writeComment, {
			...at,
			body: { kind: "question", about: "plan", text: secret, audience: "family" },
		});
		await girl(answerComment, { params: { familyId: family.familyId, commentId: questionId }, body: { text: secret } });
		await girl(writeView, {
			...at,
			body: { subject: "wish", text: `${secret} voor mama`, audience: "named", readers: [family.mother.personId] },
		});
		const ids = [family.mother, family.father, family.girl, family.boy]
			.map(({ personId }) => personId)
			.concat(review.id, viewId, questionId);
		for (const person of [family.coordinator, scientist, lead]) {
			const answers = await everythingRead({ url: app.url, token: await app.tokenOf(person), familyId: family.familyId, ids });
			expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
			expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
			for (const planted of [secret, viewId, questionId])
				expect(answers.filter(({ body, asked }) => body.includes(planted) && !asked.includes(planted)).map(({ asked }) => asked)).toEqual(
					[],
				);
		}
		const { looks } = await (await app.as(family.coordinator))(whoLooked, { ...at, query: {} });
		expect(looks.filter(({ what, deed }) => deed === "create" && (what === "view" || what === "comment"))).toEqual([]);
	});
});
