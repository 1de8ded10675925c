import {
	addAnalysisPoint,
	addSharedWord,
	editAnalysisPoint,
	editInquiry,
	editSharedWord,
	planInquiry,
	removeAnalysisPoint,
	removeInquiry,
	removeSharedWord,
} from "@samenplan/contract/analysis";
import { readPlan } from "@samenplan/contract/plans";
import { concludeStep, editView, writeView } from "@samenplan/contract/steps";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

describe("step 2 in full", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());
	async function atTheTable() {
		const family = await app.world.newFamily();
		const [coordinator, mother, father, girl] = await Promise.all(
			[family.coordinator, family.mother, family.father, family.girl].map((person) => app.as(person)),
		);
		if (!coordinator || !mother || !father || !girl) throw new Error("everyone has an account");
		const at = { params: { familyId: family.familyId } };
		return { family, coordinator, mother, father, girl, at, plan: () => mother(readPlan, at) };
	}

	describe("finding something out", () => {
		const question = {
			question: "Waarom slaapt Sem zo slecht?",
			how: "Een week lang opschrijven wanneer hij wakker wordt.",
			instrument: "Slaapdagboek",
			suits: true,
			suitsWords: "Moeder tekent het, dat gaat haar goed af.",
			personId: null,
			dueOn: "2026-12-05",
		};

		it("keeps question, way, list, fit, who and by when, and begins the step", async () => {
			const { coordinator, family, at, plan } = await atTheTable();
			const { id } = await coordinator(planInquiry, { ...at, body: { ...question, personId: family.mother.personId } });
			const { inquiries, steps } = await plan();
			expect(inquiries).toEqual([
				expect.objectContaining({
					...question,
					id,
					personId: family.mother.personId,
					found: "",
					state: "open",
					writtenBy: family.coordinator.personId,
					version: 1,
				}),
			]);
			expect(steps[1]?.state).toBe("in_progress");
			await coordinator(planInquiry, { ...at, body: { ...question, found: "Door de buren.", state: "found" } });
			expect((await plan()).inquiries.at(-1)).toMatchObject({ found: "Door de buren.", state: "found" });
		});

		it("says afterwards what was found, and keeps both texts apart when two people write", async () => {
			const { coordinator, family, at } = await atTheTable();
			const { id: inquiryId } = await coordinator(planInquiry, { ...at, body: question });
			const params = { familyId: family.familyId, inquiryId };
			const answered = await coordinator(editInquiry, {
				params,
				body: { ...question, found: "Hij wordt wakker van de buren.", state: "found", version: 1 },
			});
			expect(answered).toMatchObject({ found: "Hij wordt wakker van de buren.", state: "found", version: 2 });
			const late = await problemOf(
				coordinator(editInquiry, { params, body: { ...question, found: "Iets anders", state: "found", version: 1 } }),
			);
			expect(late).toMatchObject({ status: 409, code: "conflict", current: { found: "Hij wordt wakker van de buren." } });
		});

		it("is written by who steers, with somebody of this family", async () => {
			const { coordinator, mother, at } = await atTheTable();
			expect((await problemOf(mother(planInquiry, { ...at, body: question }))).status).toBe(403);
			const stranger = (await app.world.newFamily()).mother.personId;
			const problem = await problemOf(coordinator(planInquiry, { ...at, body: { ...question, personId: stranger } }));
			expect(problem.errors).toEqual([{ path: "personId", code: "unknown-person" }]);
		});

		it("is asked for on the exploring route; a line that was dropped does not count, the text of an earlier plan does", async () => {
			const { coordinator, mother, family, at } = await atTheTable();
			await app.world.db.plan.update({ where: { id: family.planId }, data: { route: "explore" } });
			await app.world.db.step.updateMany({
				where: { planId: family.planId, kind: "clarify" },
				data: { state: "concluded", conclusion: "Hoe slapen we weer?", concludedAt: new Date() },
			});
			await app.world.db.step.updateMany({
				where: { planId: family.planId, kind: "strengths" },
				data: { state: "in_progress", conclusion: "Zo zien wij het." },
			});
			await mother(writeView, { ...at, body: { subject: "strength", text: "We lachen veel." } });
			await mother(writeView, { ...at, body: { subject: "safety", theme: "safety", text: "Thuis is het veilig." } });
			const conclude = () => coordinator(concludeStep, { params: { familyId: family.familyId, kind: "strengths" }, body: { version: 1 } });
			expect((await problemOf(conclude())).reasons).toEqual(["inquiry-plan-missing"]);
			const { id: inquiryId } = await coordinator(planInquiry, { ...at, body: question });
			const params = { familyId: family.familyId, inquiryId };
			await coordinator(editInquiry, { params, body: { ...question, found: "", state: "dropped", version: 1 } });
			expect((await problemOf(conclude())).reasons).toEqual(["inquiry-plan-missing"]);
			await coordinator(removeInquiry, { params });
			await app.world.db.step.updateMany({
				where: { planId: family.planId, kind: "strengths" },
				data: { agreements: "We vragen het consultatiebureau." },
			});
			expect((await conclude()).state).toBe("concluded");
		});
	});

	describe("the analysis", () => {
		const thought = { kind: "cause", basis: "think", text: "De school is te druk.", aboutPersonId: null, theme: "learning" } as const;

		it("keeps what we know apart from what we think, and several explanations beside each other", async () => {
			const { coordinator, at, plan } = await atTheTable();
			await coordinator(addAnalysisPoint, { ...at, body: thought });
			await coordinator(addAnalysisPoint, { ...at, body: { ...thought, basis: "know", text: "Er zitten dertig kinderen in de klas." } });
			expect((await plan()).analysisPoints.map(({ kind, basis, text }) => [kind, basis, text])).toEqual([
				["cause", "think", "De school is te druk."],
				["cause", "know", "Er zitten dertig kinderen in de klas."],
			]);
		});

		it("moves a thought to what is known, once, whoever was first", async () => {
			const { coordinator, family, at } = await atTheTable();
			const { id: analysisPointId } = await coordinator(addAnalysisPoint, { ...at, body: thought });
			const params = { familyId: family.familyId, analysisPointId };
			const known = await coordinator(editAnalysisPoint, { params, body: { ...thought, basis: "know", version: 1 } });
			expect(known).toMatchObject({ basis: "know", version: 2 });
			expect((await problemOf(coordinator(editAnalysisPoint, { params, body: { ...thought, version: 1 } }))).code).toBe("conflict");
			await coordinator(removeAnalysisPoint, { params });
			expect((await problemOf(coordinator(editAnalysisPoint, { params, body: { ...thought, version: 2 } }))).status).toBe(404);
		});

		it("is closed with the picture it leads to: the step is opened first", async () => {
			const { coordinator, family, at } = await atTheTable();
			await app.world.db.step.updateMany({
				where: { planId: family.planId, kind: "strengths" },
				data: { state: "concluded", concludedAt: new Date() },
			});
			const problem = await problemOf(coordinator(addAnalysisPoint, { ...at, body: thought }));
			expect(problem).toMatchObject({ status: 409, reasons: ["step-concluded"] });
			expect(problem.possible).toContain("reopen_strengths");
		});
	});

	describe("a word that we use differently", () => {
		const word = {
			word: "Structuur",
			familyMeans: "Vaste tijden voor eten en slapen",
			professionalMeans: "",
			atHome: "Om zes uur aan tafel",
		};

		it("takes both meanings: the family writes its own, the professional theirs", async () => {
			const { coordinator, father, family, at, plan } = await atTheTable();
			const { id: sharedWordId } = await father(addSharedWord, { ...at, body: word });
			const params = { familyId: family.familyId, sharedWordId };
			await coordinator(editSharedWord, { params, body: { professionalMeans: "Een dag die voorspelbaar is", version: 1 } });
			expect((await plan()).sharedWords).toEqual([
				expect.objectContaining({
					...word,
					id: sharedWordId,
					professionalMeans: "Een dag die voorspelbaar is",
					writtenBy: family.father.personId,
					version: 2,
				}),
			]);
		});

		it("puts no meaning in the mouth of the professional", async () => {
			const { coordinator, mother, family, at } = await atTheTable();
			expect((await problemOf(mother(addSharedWord, { ...at, body: { ...word, professionalMeans: "Streng zijn" } }))).status).toBe(400);
			const { id: sharedWordId } = await coordinator(addSharedWord, { ...at, body: { ...word, professionalMeans: "Voorspelbaar" } });
			const params = { familyId: family.familyId, sharedWordId };
			expect((await problemOf(mother(editSharedWord, { params, body: { professionalMeans: "Streng", version: 1 } }))).status).toBe(400);
			const mended = await mother(editSharedWord, {
				params,
				body: { familyMeans: "Weten wat er komt", professionalMeans: "Voorspelbaar", version: 1 },
			});
			expect(mended).toMatchObject({ familyMeans: "Weten wat er komt", professionalMeans: "Voorspelbaar" });
		});

		it("stands in the list once, whatever its capitals; the second sees the one that is there", async () => {
			const { mother, girl, at, plan } = await atTheTable();
			await mother(addSharedWord, { ...at, body: word });
			const problem = await problemOf(girl(addSharedWord, { ...at, body: { ...word, word: "structuur", familyMeans: "Saai" } }));
			expect(problem).toMatchObject({ status: 409, current: { familyMeans: "Vaste tijden voor eten en slapen" } });
			expect((await plan()).sharedWords).toHaveLength(1);
		});

		it("is taken away by who put it there while it is theirs alone, or by who steers", async () => {
			const { coordinator, mother, father, family, at, plan } = await atTheTable();
			const put = await mother(addSharedWord, { ...at, body: word });
			const params = { familyId: family.familyId, sharedWordId: put.id };
			expect((await problemOf(father(removeSharedWord, { params }))).status).toBe(403);
			await mother(removeSharedWord, { params });
			const again = await father(addSharedWord, { ...at, body: word });
			await coordinator(removeSharedWord, { params: { familyId: family.familyId, sharedWordId: again.id } });
			expect((await plan()).sharedWords).toEqual([]);
			const shared = await mother(addSharedWord, { ...at, body: word });
			const sharedParams = { familyId: family.familyId, sharedWordId: shared.id };
			await coordinator(editSharedWord, { params: sharedParams, body: { professionalMeans: "Voorspelbaar", version: 1 } });
			expect((await problemOf(mother(removeSharedWord, { params: sharedParams }))).status).toBe(403);
			expect((await plan()).sharedWords).toHaveLength(1);
		});
	});

	describe("kinds of safety", () => {
		it("stand with words about safety, and can be said later", async () => {
			const { mother, girl, family, at, plan } = await atTheTable();
			const { id: viewId } = await mother(writeView, {
				...at,
				body: { subject: "safety", theme: "safety", text: "Ze is bang als het laat wordt.", safetyKind: "emotional" },
			});
			await girl(writeView, { ...at, body: { subject: "strength", theme: "safety", text: "Bij oma is het fijn.", safetyKind: "context" } });
			const changed = await mother(editView, {
				params: { familyId: family.familyId, viewId },
				body: { text: "Ze is bang als het laat wordt.", safetyKind: "physical_material", version: 1 },
			});
			expect(changed.safetyKind).toBe("physical_material");
			const kept = await mother(editView, { params: { familyId: family.familyId, viewId }, body: { text: "Ze is bang.", version: 2 } });
			expect(kept).toMatchObject({ text: "Ze is bang.", safetyKind: "physical_material" });
			expect((await plan()).views.map(({ safetyKind }) => safetyKind).sort()).toEqual(["context", "physical_material"]);
		});

		it("are refused with words about something else", async () => {
			const { mother, family, at } = await atTheTable();
			const body = { subject: "concern", theme: "money", text: "We hebben te weinig." } as const;
			const problem = await problemOf(mother(writeView, { ...at, body: { ...body, safetyKind: "emotional" } }));
			expect(problem).toMatchObject({ status: 400, errors: [{ path: "safetyKind", code: "invalid" }] });
			const { id: viewId } = await mother(writeView, { ...at, body });
			const later = await problemOf(
				mother(editView, { params: { familyId: family.familyId, viewId }, body: { text: body.text, safetyKind: "sexual", version: 1 } }),
			);
			expect(later.status).toBe(400);
		});
	});
});
