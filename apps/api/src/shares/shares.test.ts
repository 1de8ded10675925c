import { readWordsForMe } from "@samenplan/contract/audience";
import { answerConsent, askConsent, listConsents } from "@samenplan/contract/consents";
import { readOwnPart } from "@samenplan/contract/families";
import { reportAction } from "@samenplan/contract/goals";
import { readPlan } from "@samenplan/contract/plans";
import {
	commentOnShared,
	endShare,
	listShares,
	noteSharedProgress,
	offerOnShared,
	readShareNeeds,
	type ShareObject,
	sharePart,
	withdrawOwnOffer,
} from "@samenplan/contract/shares";
import { newGoal } from "@samenplan/testing/agreed-plan";
import type { Person, TestFamily } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { familyWithSchool, type School } from "../consents/school.fixture.ts";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

describe("sharing by name", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());

	const own = async (family: TestFamily, reader: Person) => (await app.as(reader))(readOwnPart, { params: { familyId: family.familyId } });
	const share = async (family: TestFamily, by: Person, body: { object: ShareObject; objectId: string; personId: string }) =>
		(await app.as(by))(sharePart, { params: { familyId: family.familyId }, body });
	const needs = async (family: TestFamily, by: Person, of: { object: ShareObject; objectId: string; personId: string }) =>
		(await app.as(by))(readShareNeeds, { params: { familyId: family.familyId, ...of } });
	/** What the database says to somebody itself, whatever the API asks. */
	async function sharedInSql({ familyId }: TestFamily, reader: Person, helpId: string): Promise<{ shared: boolean; rows: number }> {
		await app.tokenOf(reader);
		const { id: sessionId } = await app.world.db.session.findFirstOrThrow({ where: { accountId: reader.accountId } });
		return app.services.frame.asActor(
			{ accountId: reader.accountId, sessionId, client: "", requestId: crypto.randomUUID() },
			{ event: "test", action: "read", object: "share", right: "own_part.read", familyId },
			async (tx) => ({
				shared:
					(await tx.sql<{ shared: boolean }>({ text: "select app.shared_with_me('help', $1) as shared", values: [helpId] }))[0]?.shared ??
					false,
				rows: await tx.db.help.count({ where: { familyId } }),
			}),
		);
	}
	const shares = async (family: TestFamily) => (await app.as(family.coordinator))(listShares, { params: { familyId: family.familyId } });
	async function withGrandmother() {
		const family = await app.world.newFamily();
		const grandmother = await app.world.involve(family.familyId, "network_member", { givenName: "Oma", account: true });
		const ask = await app.world.db.ask.create({
			data: { familyId: family.familyId, planId: family.planId, text: "Wie doet dinsdag boodschappen?", writtenBy: family.mother.personId },
		});
		return { ...family, grandmother, askId: ask.id };
	}
	/** Opens a part for the teacher: on the consent about the boy, and on one about the girl. */
	async function openFor({ familyId, teacher, girl, mother, father, consentId }: School, object: ShareObject, objectId: string) {
		const about = { familyId, aboutPersonId: girl.personId, toPersonId: teacher.personId, askedBy: mother.personId };
		const hers = await app.world.db.consent.create({ data: { ...about, kind: "share", what: "meelezen", why: "" } });
		for (const { personId } of [girl, mother, father])
			await app.world.db.consentAnswer.create({ data: { familyId, consentId: hers.id, personId, writtenBy: personId, answer: "given" } });
		for (const on of [consentId, hers.id])
			await app.world.db.share.create({
				data: { familyId, object, objectId, personId: teacher.personId, consentId: on, sharedBy: mother.personId },
			});
	}
	async function newHelp(family: TestFamily) {
		const decision = await app.world.db.decision.create({
			data: {
				familyId: family.familyId,
				planId: family.planId,
				what: "Leeshulp",
				why: "past",
				decidedOn: new Date(),
				writtenBy: family.coordinator.personId,
			},
		});
		const day = app.world.daysFromToday(20);
		await app.world.db.evaluation.create({
			data: { familyId: family.familyId, planId: family.planId, dueOn: day, writtenBy: family.coordinator.personId },
		});
		return app.world.db.help.create({
			data: {
				familyId: family.familyId,
				planId: family.planId,
				decisionId: decision.id,
				what: "Leeshulp na school",
				provider: "Juf Karin",
				startsOn: app.world.daysFromToday(-5),
				endsOn: day,
				evaluationOn: day,
				state: "planned",
			},
		});
	}

	it("shows another professional the one goal with its levels, and nothing else of the plan", async () => {
		const family = await familyWithSchool(app);
		await app.world.db.view.create({
			data: {
				familyId: family.familyId,
				planId: family.planId,
				personId: family.mother.personId,
				subject: "worry",
				text: "Geheim van moeder",
				writtenBy: family.mother.personId,
			},
		});
		const part = await own(family, family.teacher);
		expect(part.goals).toMatchObject([
			{
				id: family.goalId,
				text: "Zoon leest elke dag tien minuten",
				levels: { length: 5 },
				remarks: [],
				sharedBy: family.coordinator.givenName,
			},
		]);
		expect(part.circle).toMatchObject([{ id: family.coordinator.personId }]);
		expect({ ...part, goals: [] }).toMatchObject({ help: [], asks: [], versions: [], steps: [], texts: [], consents: [] });
		expect(JSON.stringify(part)).not.toMatch(/overleggen|Geheim|Moeder|Vader/);
		expect((await problemOf((await app.as(family.teacher))(readPlan, { params: { familyId: family.familyId } }))).status).toBe(403);
		expect(await shares(family)).toMatchObject([{ personId: family.teacher.personId, name: "Juf Karin", open: true }]);
	});

	it("opens nothing as long as one parent has not said yes", async () => {
		const family = await familyWithSchool(app, { given: ["mother"] });
		expect((await problemOf(own(family, family.teacher))).status).toBe(404);
		expect(await shares(family)).toMatchObject([{ open: false }]);
	});

	it("is refused without a consent, with what to do, and needs none but the sharer's own where it is theirs alone", async () => {
		const family = await withGrandmother();
		const goal = await newGoal(app.world, family, "Iedereen eet samen", "active");
		const about = { object: "goal" as const, objectId: goal.id, personId: family.grandmother.personId };
		for (const by of [family.mother, family.coordinator, family.girl])
			expect(await problemOf(share(family, by, about))).toMatchObject({
				status: 409,
				reasons: ["consent-needed"],
			});
		expect((await own(family, family.grandmother)).goals).toEqual([]);
		await app.world.db.goal.update({ where: { id: goal.id }, data: { forKind: "parent", forPersonId: family.mother.personId } });
		expect((await problemOf(share(family, family.father, about))).reasons).toEqual(["consent-needed"]);
		await share(family, family.mother, about);
		expect((await own(family, family.grandmother)).goals).toMatchObject([{ text: "Iedereen eet samen", sharedBy: "Moeder" }]);
		const { consents } = await (await app.as(family.father))(listConsents, { params: { familyId: family.familyId }, query: {} });
		const [consent] = consents;
		expect(consent).toMatchObject({
			kind: "share",
			standing: "stands",
			what: "Iedereen eet samen",
			answers: [{ personId: family.mother.personId, answer: "given", recorded: false }],
		});
	});

	it("passes over no parent by naming a child of one's own, or oneself in a goal of both parents", async () => {
		const family = await withGrandmother();
		const half = await app.world.involve(family.familyId, "child", { givenName: "Halfzus", bornOn: app.world.yearsAgo(3) });
		await app.world.db.authority.create({
			data: {
				familyId: family.familyId,
				parentId: family.mother.personId,
				childId: half.personId,
				holds: "yes",
				source: "gezagsregister",
				recordedOn: new Date(),
				recordedBy: family.coordinator.personId,
			},
		});
		const goal = await newGoal(app.world, family, "Rust aan tafel", "active");
		const help = await newHelp(family);
		const to = { personId: family.grandmother.personId };
		for (const part of [
			{ object: "goal" as const, objectId: goal.id },
			{ object: "help" as const, objectId: help.id },
		]) {
			expect((await problemOf(share(family, family.mother, { ...part, ...to }))).reasons).toEqual(["consent-needed"]);
			expect(await needs(family, family.mother, { ...part, ...to })).toMatchObject([
				{ name: "Dochter", state: "not_asked", waitingFor: ["Moeder", "Vader", "Dochter"] },
				{ name: "Zoon", state: "not_asked", waitingFor: ["Moeder", "Vader"] },
				// She alone decides about her youngest; that says nothing of the others.
				{ name: "Halfzus", state: "yours" },
			]);
		}
		await app.world.db.goal.update({ where: { id: goal.id }, data: { forKind: "parent", forPersonId: null } });
		const own = { object: "goal" as const, objectId: goal.id, ...to };
		expect((await problemOf(share(family, family.mother, own))).reasons).toEqual(["consent-needed"]);
		expect(await needs(family, family.mother, own)).toMatchObject([
			{ name: "Moeder", state: "yours" },
			{ name: "Vader", state: "not_asked", waitingFor: ["Vader"] },
		]);
		expect(await shares(family)).toEqual([]);
	});

	it("lets a young person of 16 share their own goal, and nobody else", async () => {
		const family = await withGrandmother();
		const older = await app.world.involve(family.familyId, "child", {
			givenName: "Zestien",
			bornOn: app.world.yearsAgo(16),
			account: true,
		});
		const goal = await newGoal(app.world, family, "Ik ga weer voetballen", "active");
		await app.world.db.goal.update({ where: { id: goal.id }, data: { forKind: "child", forPersonId: older.personId } });
		const body = { object: "goal" as const, objectId: goal.id, personId: family.grandmother.personId };
		expect((await problemOf(share(family, family.mother, body))).reasons).toEqual(["consent-needed"]);
		await share(family, older, body);
		expect((await own(family, family.grandmother)).goals).toHaveLength(1);
	});

	it("takes words that name a child for the matter of that child, and what names nobody for that of whoever asks", async () => {
		const family = await withGrandmother();
		const named = await app.world.db.ask.create({
			data: { familyId: family.familyId, planId: family.planId, text: "Wie haalt zoon op dinsdag op?", writtenBy: family.mother.personId },
		});
		const asked = { object: "ask" as const, personId: family.grandmother.personId };
		expect((await problemOf(share(family, family.mother, { ...asked, objectId: named.id }))).reasons).toEqual(["consent-needed"]);
		expect((await problemOf(share(family, family.father, { ...asked, objectId: family.askId }))).reasons).toEqual(["consent-needed"]);
		await share(family, family.mother, { ...asked, objectId: family.askId });
		expect((await own(family, family.grandmother)).asks).toHaveLength(1);
		// The words changed, and are about a child now.
		await app.world.db.ask.update({ where: { id: family.askId }, data: { text: "Wie past op Zoon?" } });
		expect((await own(family, family.grandmother)).asks).toEqual([]);
	});

	it("does not let somebody of sixteen speak for a younger child, nor a consent about one child open what is about two", async () => {
		const family = await withGrandmother();
		const help = await newHelp(family);
		const part = { object: "help" as const, objectId: help.id };
		const ofAll = { ...part, personId: family.grandmother.personId };
		const params = { familyId: family.familyId };
		await app.world.db.person.update({ where: { id: family.girl.personId }, data: { bornOn: new Date("2009-01-01") } });
		expect((await problemOf(share(family, family.girl, ofAll))).reasons).toEqual(["consent-needed"]);
		const about = async (aboutPersonId: string) =>
			(
				await (
					await app.as(family.coordinator)
				)(askConsent, {
					params,
					body: { kind: "share", aboutPersonId, what: "De hulp.", toPersonId: ofAll.personId, why: "Zij past vaak op.", parts: [part] },
				})
			).id;
		const answer = async (who: Person, consentId: string, given: "given" | "withdrawn") =>
			(await app.as(who))(answerConsent, { params: { ...params, consentId }, body: { answer: given } });
		const girls = await about(family.girl.personId);
		await answer(family.girl, girls, "given");
		// One of the two children: refused, with for whom consent is missing and who gives it.
		expect(await problemOf(share(family, family.coordinator, ofAll))).toMatchObject({ status: 409, reasons: ["consent-needed"] });
		expect(await needs(family, family.coordinator, ofAll)).toEqual([
			{ personId: family.girl.personId, name: "Dochter", state: "stands", waitingFor: [] },
			{ personId: family.boy.personId, name: "Zoon", state: "not_asked", waitingFor: ["Moeder", "Vader"] },
		]);
		expect((await own(family, family.grandmother)).help).toEqual([]);
		expect(await shares(family)).toMatchObject([{ open: false, missing: ["Zoon"] }]);
		const boys = await about(family.boy.personId);
		await answer(family.mother, boys, "given");
		expect((await needs(family, family.coordinator, ofAll))[1]).toMatchObject({ state: "asked", waitingFor: ["Vader"] });
		await answer(family.father, boys, "given");
		// Both: it opens, and can be shared.
		expect((await own(family, family.grandmother)).help).toMatchObject([{ what: "Leeshulp na school" }]);
		await share(family, family.coordinator, ofAll);
		expect(await shares(family)).toMatchObject([{ open: true, missing: [] }]);
		const hers = await app.as(family.grandmother);
		const seesInSql = () => sharedInSql(family, family.grandmother, help.id);
		expect(await seesInSql()).toEqual({ shared: true, rows: 1 });
		// Taken back for one child: closed for both, at the next request.
		await answer(family.father, boys, "withdrawn");
		expect((await hers(readOwnPart, { params })).help).toEqual([]);
		expect(await seesInSql()).toEqual({ shared: false, rows: 0 });
		expect(await shares(family)).toMatchObject([{ open: false, missing: ["Zoon"] }]);
		await answer(family.father, boys, "given");
		expect((await hers(readOwnPart, { params })).help).toHaveLength(1);
		// A child who joins the family is asked about too.
		await app.world.involve(family.familyId, "child", { givenName: "Baby", bornOn: app.world.yearsAgo(1) });
		expect((await hers(readOwnPart, { params })).help).toEqual([]);
		expect((await shares(family))[0]?.missing).toEqual(["Baby"]);
		// Stopping ends it on every consent.
		await (await app.as(family.mother))(endShare, { params: { ...params, shareId: (await shares(family))[0]?.id ?? "" } });
		expect(await app.world.db.share.count({ where: { ...params, endedAt: null } })).toBe(0);
	});

	it("keeps a consent that names parts for those parts", async () => {
		const family = await withGrandmother();
		const [first, second] = [
			await newGoal(app.world, family, "Op tijd naar bed", "active"),
			await newGoal(app.world, family, "Lezen", "active"),
		];
		for (const { id } of [first, second])
			await app.world.db.goal.update({ where: { id }, data: { forKind: "child", forPersonId: family.boy.personId } });
		const params = { familyId: family.familyId };
		const to = { object: "goal" as const, personId: family.grandmother.personId };
		const { id: consentId } = await (await app.as(family.mother))(askConsent, {
			params,
			body: {
				kind: "share",
				aboutPersonId: family.boy.personId,
				what: "Op tijd naar bed.",
				toPersonId: to.personId,
				why: "Hij slaapt er vaak.",
				parts: [{ object: "goal", objectId: first.id }],
			},
		});
		for (const who of [family.mother, family.father])
			await (await app.as(who))(answerConsent, { params: { ...params, consentId }, body: { answer: "given" } });
		await share(family, family.mother, { ...to, objectId: first.id });
		expect((await problemOf(share(family, family.mother, { ...to, objectId: second.id }))).reasons).toEqual(["consent-needed"]);
		// Nor does a question about somebody open what is about another.
		const wrong = { kind: "share" as const, aboutPersonId: family.girl.personId, what: "x", toPersonId: to.personId, why: "x" };
		expect(
			(
				await problemOf(
					(
						await app.as(family.mother)
					)(askConsent, { params, body: { ...wrong, parts: [{ object: "goal", objectId: second.id }] } }),
				)
			).errors,
		).toEqual([{ path: "parts", code: "invalid" }]);
	});

	it("is with people outside the plan only", async () => {
		const family = await withGrandmother();
		const body = { object: "ask" as const, objectId: family.askId };
		for (const personId of [family.father.personId, family.girl.personId, (await app.world.newFamily()).mother.personId])
			expect((await problemOf(share(family, family.mother, { ...body, personId }))).code).toBe("invalid-input");
	});

	it("lets a network member say she will do what was asked, and take it back; the family reads it", async () => {
		const family = await withGrandmother();
		const hers = await app.as(family.grandmother);
		const params = { familyId: family.familyId, askId: family.askId };
		expect((await problemOf(hers(offerOnShared, { params, body: { text: "Ik kan." } }))).status).toBe(404);
		const { id } = await share(family, family.mother, {
			object: "ask",
			objectId: family.askId,
			personId: family.grandmother.personId,
		});
		await hers(offerOnShared, { params, body: { text: "Ik haal hem op." } });
		await hers(offerOnShared, { params, body: { text: "Ik haal hem elke dinsdag op." } });
		expect((await own(family, family.grandmother)).asks).toMatchObject([
			{ text: "Wie doet dinsdag boodschappen?", offer: "Ik haal hem elke dinsdag op." },
		]);
		const plan = await (await app.as(family.father))(readPlan, { params: { familyId: family.familyId } });
		expect(plan.asks[0]?.offers).toMatchObject([{ personId: family.grandmother.personId, text: "Ik haal hem elke dinsdag op." }]);
		await hers(withdrawOwnOffer, { params });
		expect((await own(family, family.grandmother)).asks).toMatchObject([{ offer: null }]);
		await (await app.as(family.father))(endShare, { params: { familyId: family.familyId, shareId: id } });
		expect((await own(family, family.grandmother)).asks).toEqual([]);
		expect((await problemOf(hers(offerOnShared, { params, body: { text: "Nog eens." } }))).status).toBe(404);
		expect(await shares(family)).toEqual([]);
	});

	it("lets a professional comment and tell how the help goes, for who reads the plan, and only on what was shared", async () => {
		const family = await familyWithSchool(app);
		const help = await newHelp(family);
		const hers = await app.as(family.teacher);
		const params = { familyId: family.familyId };
		const note = () => hers(noteSharedProgress, { params: { ...params, helpId: help.id }, body: { text: "Hij leest nu al hele zinnen." } });
		expect((await problemOf(note())).status).toBe(404);
		await openFor(family, "help", help.id);
		await note();
		await hers(commentOnShared, {
			params: { ...params, object: "goal", objectId: family.goalId },
			body: { text: "Op school lukt het al." },
		});
		expect(
			(
				await problemOf(
					hers(commentOnShared, { params: { ...params, object: "goal", objectId: family.otherGoalId }, body: { text: "En dit?" } }),
				)
			).status,
		).toBe(404);
		const part = await own(family, family.teacher);
		expect(part.help).toMatchObject([
			{ what: "Leeshulp na school", notes: [{ text: "Hij leest nu al hele zinnen.", mine: true, name: "Juf Karin" }] },
		]);
		expect(part.goals[0]?.remarks).toMatchObject([{ text: "Op school lukt het al.", mine: true }]);
		const plan = await (await app.as(family.mother))(readPlan, { params });
		expect(plan.comments.find(({ text }) => text === "Op school lukt het al.")).toMatchObject({
			audience: "circle",
			aboutId: family.goalId,
		});
		expect(plan.help[0]?.progress).toMatchObject([{ text: "Hij leest nu al hele zinnen." }]);
		expect(JSON.stringify(await own(family, family.teacher))).toContain("Op school lukt het al.");
		// With nobody else around the family this goal was shared.
		for (const relation of ["network_member", "parent", "professional"] as const) {
			const other = await app.world.involve(family.familyId, relation, { givenName: "Ander", account: true });
			const theirs = await app.as(other);
			const seen = JSON.stringify([await own(family, other), await theirs(readWordsForMe, { params })]);
			expect(seen).not.toMatch(/Op school lukt het|hele zinnen/);
		}
		// Whoever reads the plan has other ways.
		expect(
			(
				await problemOf(
					(
						await app.as(family.mother)
					)(commentOnShared, { params: { ...params, object: "goal", objectId: family.goalId }, body: { text: "Ik ook." } }),
				)
			).status,
		).toBe(403);
	});

	it("shows texts for everyone involved with the name of who said them, own small steps, and a shared version in short", async () => {
		const family = await familyWithSchool(app);
		const comment = (text: string, audience: "circle" | "core" | "family" | "staff") =>
			app.world.db.comment.create({
				data: {
					familyId: family.familyId,
					planId: family.planId,
					kind: "comment",
					about: "plan",
					text,
					audience,
					writtenBy: family.mother.personId,
				},
			});
		await comment("Voor iedereen: woensdag is hij jarig.", "circle");
		for (const audience of ["core", "family", "staff"] as const) await comment(`Alleen ${audience}`, audience);
		const action = await app.world.db.action.create({
			data: {
				familyId: family.familyId,
				planId: family.planId,
				personId: family.teacher.personId,
				text: "Leesboek meegeven",
				writtenBy: family.mother.personId,
			},
		});
		const version = await app.world.db.planVersion.create({
			data: {
				familyId: family.familyId,
				planId: family.planId,
				number: 1,
				content: { goals: [{ text: "Doel van toen" }], help: [], views: [{ text: "Wat moeder zei" }] },
				mustAgree: [],
				putBy: family.coordinator.personId,
				putAt: new Date(),
			},
		});
		await openFor(family, "plan_version", version.id);
		const part = await own(family, family.teacher);
		expect(part.texts).toMatchObject([{ text: "Voor iedereen: woensdag is hij jarig.", name: "Moeder", mine: false }]);
		expect(part.versions).toMatchObject([{ number: 1, goals: ["Doel van toen"], help: [] }]);
		expect(part.steps).toMatchObject([{ text: "Leesboek meegeven", state: "to_do" }]);
		expect(JSON.stringify(part)).not.toMatch(/Alleen (core|family|staff)|Wat moeder zei/);
		await (await app.as(family.teacher))(reportAction, {
			params: { familyId: family.familyId, actionId: action.id },
			body: { state: "done", note: "" },
		});
		expect((await own(family, family.teacher)).steps).toMatchObject([{ state: "done" }]);
	});

	it("closes with the consent it stands on, at the next request", async () => {
		const family = await familyWithSchool(app);
		const goal = await newGoal(app.world, family, "Zoon slaapt op tijd", "active");
		await app.world.db.goal.update({ where: { id: goal.id }, data: { forKind: "child", forPersonId: family.boy.personId } });
		const hers = await app.as(family.teacher);
		const params = { familyId: family.familyId };
		expect((await hers(readOwnPart, { params })).goals).toHaveLength(1);
		await (await app.as(family.mother))(answerConsent, {
			params: { ...params, consentId: family.consentId },
			body: { answer: "withdrawn", text: "Toch niet." },
		});
		expect((await problemOf(hers(readOwnPart, { params }))).status).toBe(404);
	});
});
