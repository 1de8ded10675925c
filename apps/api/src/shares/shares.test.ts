import { readWordsForMe } from "@samenplan/contract/audience";
import { answerConsent, listConsents } from "@samenplan/contract/consents";
import { readOwnPart } from "@samenplan/contract/families";
import { reportAction } from "@samenplan/contract/goals";
import { readPlan } from "@samenplan/contract/plans";
import {
	commentOnShared,
	endShare,
	listShares,
	noteSharedProgress,
	offerOnShared,
	type ShareObject,
	sharePart,
	withdrawOwnOffer,
} from "@samenplan/contract/shares";
import { newGoal } from "@samenplan/testing/agreed-plan";
import type { Person, TestFamily } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { familyWithSchool } from "../consents/school.fixture.ts";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

describe("sharing by name", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());

	const own = async (family: TestFamily, reader: Person) => (await app.as(reader))(readOwnPart, { params: { familyId: family.familyId } });
	const share = async (
		family: TestFamily,
		by: Person,
		body: { object: ShareObject; objectId: string; personId: string; aboutPersonId: string },
	) => (await app.as(by))(sharePart, { params: { familyId: family.familyId }, body });
	const shares = async (family: TestFamily) => (await app.as(family.coordinator))(listShares, { params: { familyId: family.familyId } });
	async function withGrandmother() {
		const family = await app.world.newFamily();
		const grandmother = await app.world.involve(family.familyId, "network_member", { givenName: "Oma", account: true });
		const ask = await app.world.db.ask.create({
			data: { familyId: family.familyId, planId: family.planId, text: "Wie doet dinsdag boodschappen?", writtenBy: family.mother.personId },
		});
		return { ...family, grandmother, askId: ask.id };
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
			expect(await problemOf(share(family, by, { ...about, aboutPersonId: family.boy.personId }))).toMatchObject({
				status: 409,
				reasons: ["consent-needed"],
			});
		// A family goal is not somebody's own business alone.
		expect((await problemOf(share(family, family.mother, { ...about, aboutPersonId: family.mother.personId }))).code).toBe("invalid-input");
		expect((await own(family, family.grandmother)).goals).toEqual([]);
		await app.world.db.goal.update({ where: { id: goal.id }, data: { forKind: "parent", forPersonId: family.mother.personId } });
		expect((await problemOf(share(family, family.father, { ...about, aboutPersonId: family.mother.personId }))).reasons).toEqual([
			"consent-needed",
		]);
		await share(family, family.mother, { ...about, aboutPersonId: family.mother.personId });
		expect((await own(family, family.grandmother)).goals).toMatchObject([{ text: "Iedereen eet samen", sharedBy: "Moeder" }]);
		const [consent] = await (await app.as(family.father))(listConsents, { params: { familyId: family.familyId } });
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
			const byMother = (aboutPersonId: string) => problemOf(share(family, family.mother, { ...part, ...to, aboutPersonId }));
			expect((await byMother(half.personId)).code).toBe("invalid-input");
			expect((await byMother(family.boy.personId)).reasons).toEqual(["consent-needed"]);
		}
		await app.world.db.goal.update({ where: { id: goal.id }, data: { forKind: "parent", forPersonId: null } });
		const own = { object: "goal" as const, objectId: goal.id, ...to, aboutPersonId: family.mother.personId };
		expect((await problemOf(share(family, family.mother, own))).code).toBe("invalid-input");
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
		const body = { object: "goal" as const, objectId: goal.id, personId: family.grandmother.personId, aboutPersonId: older.personId };
		expect((await problemOf(share(family, family.mother, body))).reasons).toEqual(["consent-needed"]);
		await share(family, older, body);
		expect((await own(family, family.grandmother)).goals).toHaveLength(1);
	});

	it("takes words about a child, and what is everyone's, for the matter of the child, not of whoever asks or is sixteen", async () => {
		const family = await withGrandmother();
		const named = await app.world.db.ask.create({
			data: { familyId: family.familyId, planId: family.planId, text: "Wie haalt zoon op dinsdag op?", writtenBy: family.mother.personId },
		});
		const to = { personId: family.grandmother.personId };
		const asked = { object: "ask" as const, aboutPersonId: family.mother.personId, ...to };
		expect((await problemOf(share(family, family.mother, { ...asked, objectId: named.id }))).status).toBe(400);
		expect(
			(await problemOf(share(family, family.father, { ...asked, aboutPersonId: family.father.personId, objectId: family.askId }))).status,
		).toBe(400);
		await share(family, family.mother, { ...asked, objectId: family.askId });
		await app.world.db.person.update({ where: { id: family.girl.personId }, data: { bornOn: new Date("2009-01-01") } });
		const help = await newHelp(family);
		const ofAll = { object: "help" as const, objectId: help.id, aboutPersonId: family.girl.personId, ...to };
		expect((await problemOf(share(family, family.girl, ofAll))).errors).toEqual([{ path: "aboutPersonId", code: "invalid" }]);
	});

	it("is with people outside the plan only", async () => {
		const family = await withGrandmother();
		const body = { object: "ask" as const, objectId: family.askId, aboutPersonId: family.mother.personId };
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
			aboutPersonId: family.mother.personId,
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
		await app.world.db.share.create({
			data: {
				...params,
				object: "help",
				objectId: help.id,
				personId: family.teacher.personId,
				consentId: family.consentId,
				sharedBy: family.mother.personId,
			},
		});
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
		await app.world.db.share.create({
			data: {
				familyId: family.familyId,
				object: "plan_version",
				objectId: version.id,
				personId: family.teacher.personId,
				consentId: family.consentId,
				sharedBy: family.mother.personId,
			},
		});
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
