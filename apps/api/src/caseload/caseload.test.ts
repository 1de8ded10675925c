import { whoMustAgree } from "@samenplan/access/age";
import { readCaseload, readTeam } from "@samenplan/contract/caseload";
import { answerComment, writeComment } from "@samenplan/contract/comments";
import { readPlan, readPlanVersion } from "@samenplan/contract/plans";
import { waitingFor } from "@samenplan/plan-rules/waiting";
import { seedDemo } from "@samenplan/prisma/seed/seed";
import { familyBeforeEvaluation } from "@samenplan/testing/families-by-state";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

describe("the caseload", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());

	it("shows a coordinator her own families only, with step, evaluation and open questions", async () => {
		const coordinator = await app.world.staff(["coordinator"]);
		const mine = await familyBeforeEvaluation(app.world, app.ownerUrl, { coordinator });
		const just = await app.world.newFamily({ coordinator, name: "Familie Net Begonnen" });
		await app.world.newFamily();
		const { families, today } = await (await app.as(coordinator))(readCaseload);
		expect(families.map(({ id }) => id).sort()).toEqual([mine.familyId, just.familyId].sort());
		const evaluating = families.find(({ id }) => id === mine.familyId);
		expect(evaluating).toMatchObject({ currentStep: "evaluate", openQuestions: 1 });
		expect(evaluating?.signals.map(({ kind }) => kind)).toEqual(["evaluation_soon"]);
		expect(evaluating?.evaluationOn && evaluating.evaluationOn > today).toBe(true);
		// Opened thirty days ago and never a word of the coordinator: that comes first.
		expect(families[0]).toMatchObject({
			id: just.familyId,
			currentStep: "clarify",
			signals: [{ kind: "first_contact_due", severity: "now" }],
		});
	});

	it("signals a parent's question after three working days until it is answered", async () => {
		const family = await app.world.newFamily();
		const params = { familyId: family.familyId };
		const { id } = await (await app.as(family.mother))(writeComment, {
			params,
			body: { kind: "question", about: "plan", text: "Mag het ook later?" },
		});
		const coordinator = await app.as(family.coordinator);
		const signals = async () => (await coordinator(readCaseload)).families[0]?.signals.map(({ kind }) => kind);
		expect(await signals()).not.toContain("question_unanswered");
		expect((await coordinator(readCaseload)).families[0]?.openQuestions).toBe(1);
		await app.world.db.comment.update({ where: { id }, data: { createdAt: new Date(Date.now() - 8 * 86_400_000) } });
		expect(await signals()).toContain("question_unanswered");
		await coordinator(answerComment, { params: { ...params, commentId: id }, body: { text: "Ja." } });
		expect(await signals()).not.toContain("question_unanswered");
		expect((await coordinator(readCaseload)).families[0]).toMatchObject({ openQuestions: 0, lastContactAt: expect.any(String) });
	});

	it("says nothing of questions that a family keeps to itself, nor of the coordinator's own", async () => {
		const family = await app.world.newFamily();
		const params = { familyId: family.familyId };
		await (await app.as(family.mother))(writeComment, {
			params,
			body: { kind: "question", about: "plan", text: "Wat vinden wij?", audience: "family" },
		});
		const coordinator = await app.as(family.coordinator);
		expect((await coordinator(readCaseload)).families[0]).toMatchObject({ openQuestions: 0, lastContactAt: null });
		await coordinator(writeComment, { params, body: { kind: "question", about: "plan", text: "Past dinsdag?" } });
		expect((await coordinator(readCaseload)).families[0]?.openQuestions).toBe(0);
	});

	it("gives the team lead the families of the team per coordinator, and nobody else", async () => {
		const place = await app.world.organisation("Stichting Overkant");
		const coordinator = await app.world.staff(["coordinator"], { place });
		const lead = await app.world.staff(["team_lead"], { place });
		const family = await familyBeforeEvaluation(app.world, app.ownerUrl, { coordinator });
		const team = await (await app.as(lead))(readTeam);
		expect(team.team).toBe("Team Noord");
		expect(team.coordinators.map(({ id, families }) => ({ id, families: families.map((each) => each.id) }))).toEqual([
			{ id: coordinator.personId, families: [family.familyId] },
		]);
		expect(JSON.stringify(team)).not.toContain("Milan");
		expect((await problemOf((await app.as(coordinator))(readTeam))).status).toBe(403);
		expect((await problemOf((await app.as(family.mother))(readCaseload))).status).toBe(403);
		expect((await problemOf((await app.as(lead))(readPlan, { params: { familyId: family.familyId } }))).status).toBe(403);
	});
});

describe("the demo families", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
		await seedDemo(app.ownerUrl);
	});
	afterAll(() => app.stop());

	const staff = async (email: string) => {
		const account = await app.world.db.account.findFirstOrThrow({ where: { email }, include: { person: true } });
		return { personId: account.personId, accountId: account.id, givenName: account.person.givenName };
	};

	it("fill a caseload of forty in well under a second, with every step and every signal, of a plan that is closed too", async () => {
		const call = await app.as(await staff("marit.hoekstra@demo.invalid"));
		await call(readCaseload);
		const started = performance.now();
		const { families } = await call(readCaseload);
		expect(performance.now() - started).toBeLessThan(800);
		expect(families).toHaveLength(40);
		expect(new Set(families.map(({ currentStep }) => currentStep))).toEqual(
			new Set(["clarify", "strengths", "goals", "network", "help", "evaluate", null]),
		);
		expect(new Set(families.flatMap(({ signals }) => signals.map(({ kind }) => kind)))).toEqual(
			new Set([
				"evaluation_overdue",
				"evaluation_soon",
				"question_unanswered",
				"explanation_asked",
				"version_awaits_answers",
				"answers_awaited",
				"disagreement",
				"review_waiting",
				"review_advised",
				"help_waiting",
				"first_contact_due",
				"guardian_talk_due",
				"stalled",
				"handover_waits",
				"milestone_near",
				"check_in_due",
			]),
		);
		expect(families.filter(({ signals }) => signals.length === 0).length).toBeGreaterThan(8);
	});

	it("are whole: every plan and version reads as the contract says", async () => {
		const call = await app.as(await staff("marit.hoekstra@demo.invalid"));
		const { families } = await call(readCaseload);
		for (const { id } of families) {
			const plan = await call(readPlan, { params: { familyId: id } });
			for (const version of plan.versions) await call(readPlanVersion, { params: { familyId: id, planVersionId: version.id } });
		}
	});

	it("wait for the answers that each person is shown, and for no others", async () => {
		const call = await app.as(await staff("marit.hoekstra@demo.invalid"));
		const { families, today } = await call(readCaseload);
		const stepOf = { goal: "goals", decision: "help", shared_picture: "strengths", plan_version: null } as const;
		async function counted(): Promise<string[]> {
			const rows = await app.world.db.$queryRaw<{ family_id: string; person_id: string; step: string | null }[]>`
				select a.* from (select set_config('app.now', now()::text, true)) n
				cross join lateral app.answers_awaited(${families.map(({ id }) => id)}::uuid[]) a where n is not null`;
			return rows.map((each) => `${each.family_id} ${each.person_id} ${each.step}`).sort();
		}
		async function shown(): Promise<string[]> {
			const waiting: string[] = [];
			for (const { id } of families) {
				const whole = await call(readPlan, { params: { familyId: id } });
				const { persons, authorities } = whole.family;
				const parents = new Set(persons.filter(({ relation }) => relation === "parent").map((each) => each.id));
				const mustAgree = whoMustAgree(
					persons.filter(({ relation }) => relation === "child"),
					authorities.filter(({ parentId }) => parents.has(parentId)),
					today,
				);
				for (const { id: personId } of persons)
					for (const { kind } of waitingFor(whole, personId, mustAgree, today))
						if (kind in stepOf) waiting.push(`${id} ${personId} ${stepOf[kind as keyof typeof stepOf]}`);
			}
			return waiting.sort();
		}
		expect(await counted()).toEqual(await shown());
		// Nobody said yes to anything, whoever asked to explain heard it, and half of what they were asked is another text by now.
		await app.world.db.position.deleteMany({ where: { answer: { in: ["agree", "agree_but"] } } });
		await app.world.db.position.updateMany({ where: { answer: "explain" }, data: { explainedAt: new Date() } });
		for (const family of families.filter((_, nth) => nth % 2 === 0))
			await app.world.db.goal.updateMany({ where: { familyId: family.id }, data: { version: 3 } });
		const all = await counted();
		expect(all.length).toBeGreaterThan(50);
		expect(all).toEqual(await shown());
	});

	it("let each of the people in depth sign in and read their plan", async () => {
		for (const email of ["chantal.brouwer", "ricardo.martina", "anouk.visser", "emre.aydin", "noor.aydin", "lotte.dewit", "kwame.asante"]) {
			const person = await staff(`${email}@demo.invalid`);
			const involvement = await app.world.db.involvement.findFirstOrThrow({ where: { personId: person.personId } });
			const plan = await (await app.as(person))(readPlan, { params: { familyId: involvement.familyId } });
			expect(plan.viewer.side, email).toBe("family");
		}
	});
});
