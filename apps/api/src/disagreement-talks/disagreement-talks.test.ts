import { readCaseload } from "@samenplan/contract/caseload";
import { recordDisagreementTalk, type talkSubjects } from "@samenplan/contract/disagreement-talks";
import { moveGoal } from "@samenplan/contract/goals";
import { readPlan } from "@samenplan/contract/plans";
import { givePosition } from "@samenplan/contract/positions";
import { newGoal } from "@samenplan/testing/agreed-plan";
import type { Person, TestFamily } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

let app: TestApp;
beforeAll(async () => {
	app = await startTestApp();
});
afterAll(() => app.stop());

type Subject = { subject: (typeof talkSubjects)[number]; subjectId: string; subjectVersion: number };
type Answer = "agree" | "disagree";
const day = (days = 0) => app.world.daysFromToday(days).toISOString().slice(0, 10);
const at = (family: TestFamily) => ({ params: { familyId: family.familyId } });
const planOf = async (family: TestFamily) => (await app.as(family.coordinator))(readPlan, at(family));
const answer = async (family: TestFamily, by: Person, on: Subject, given: Answer) =>
	(await app.as(by))(givePosition, { ...at(family), body: { ...on, answer: given, text: "Zo zie ik het" } });
const talk = async (family: TestFamily, on: Subject, more: Record<string, unknown> = {}, by: Person = family.coordinator) =>
	(await app.as(by))(recordDisagreementTalk, {
		...at(family),
		body: {
			...on,
			heldOn: day(),
			tookPart: [family.father.personId, family.coordinator.personId],
			text: "Vader wil het rustiger aan. We beginnen met twee avonden.",
			proceeds: true,
			...more,
		},
	});

/** A goal to which two say yes and the father no. */
async function disputed(
	answered: Partial<Record<"mother" | "father" | "girl", Answer>> = { mother: "agree", father: "disagree", girl: "agree" },
) {
	const family = await app.world.newFamily();
	const { id } = await newGoal(app.world, family, "Rustige avonden");
	const on: Subject = { subject: "goal", subjectId: id, subjectVersion: 1 };
	for (const who of ["mother", "father", "girl"] as const) if (answered[who]) await answer(family, family[who], on, answered[who]);
	const state = async () => (await planOf(family)).goals.find((goal) => goal.id === id)?.state;
	return { family, on, state };
}

describe("a talk about a disagreement", () => {
	it("lets a goal go on, with the disagreement and the talk in sight of everyone", async () => {
		const { family, on, state } = await disputed();
		expect(await state()).toBe("proposed");
		await talk(family, on);
		expect(await state()).toBe("agreed");
		const seen = await (await app.as(family.father))(readPlan, at(family));
		expect(seen.disagreementTalks).toMatchObject([
			{ ...on, heldOn: day(), proceeds: true, tookPart: [family.father.personId, family.coordinator.personId] },
		]);
		expect(seen.positions.find(({ personId }) => personId === family.father.personId)).toMatchObject({ answer: "disagree" });
		await (await app.as(family.coordinator))(moveGoal, {
			params: { familyId: family.familyId, goalId: on.subjectId },
			body: { state: "active", version: 1 },
		});
		expect(await state()).toBe("active");
	});

	it("takes the signal away when people go on, until somebody says no anew", async () => {
		const { family, on } = await disputed();
		const signal = async () =>
			(await (await app.as(family.coordinator))(readCaseload)).families[0]?.signals.find(({ kind }) => kind === "disagreement");
		expect(await signal()).toMatchObject({ count: 1, since: day() });
		await talk(family, on, { proceeds: false });
		expect(await signal()).toMatchObject({ count: 1 });
		await talk(family, on);
		expect(await signal()).toBeUndefined();
		await answer(family, family.mother, on, "disagree");
		expect(await signal()).toMatchObject({ count: 1 });
		// The last talk counts: going on was taken back.
		await talk(family, on);
		expect(await signal()).toBeUndefined();
		await talk(family, on, { proceeds: false });
		expect(await signal()).toMatchObject({ count: 2 });
		await answer(family, family.mother, on, "agree");
		await answer(family, family.father, on, "agree");
		expect(await signal()).toBeUndefined();
	});

	it("that ends in waiting is kept too, and nothing takes effect", async () => {
		const { family, on, state } = await disputed();
		await talk(family, on, { proceeds: false });
		expect(await state()).toBe("proposed");
		expect((await planOf(family)).disagreementTalks).toHaveLength(1);
	});

	it("does not go on while somebody who must agree has not answered", async () => {
		const { family, on } = await disputed({ mother: "agree", father: "disagree" });
		expect(await problemOf(talk(family, on))).toMatchObject({ status: 409, reasons: ["answers-missing"] });
		await talk(family, on, { proceeds: false });
	});

	it("is about a no that was said: not before it, not in the future, and not where nobody disagrees", async () => {
		const { family, on } = await disputed();
		expect(await problemOf(talk(family, on, { heldOn: day(-1) }))).toMatchObject({ errors: [{ path: "heldOn", code: "too-early" }] });
		expect(await problemOf(talk(family, on, { heldOn: day(1) }))).toMatchObject({ errors: [{ path: "heldOn", code: "too-late" }] });
		await answer(family, family.father, on, "agree");
		expect(await problemOf(talk(family, on))).toMatchObject({ reasons: ["nobody-disagrees"] });
	});

	it("no longer counts when somebody says no after it, or when the text changed", async () => {
		const { family, on, state } = await disputed();
		await talk(family, on);
		await answer(family, family.mother, on, "disagree");
		expect(await state()).toBe("proposed");
		await talk(family, on);
		expect(await state()).toBe("agreed");
		await app.world.db.goal.update({ where: { id: on.subjectId }, data: { version: 2, state: "proposed" } });
		expect(await problemOf(talk(family, on))).toMatchObject({ code: "conflict", current: { version: 2 } });
		expect(await problemOf(talk(family, { ...on, subjectVersion: 2 }))).toMatchObject({ reasons: ["nobody-disagrees"] });
	});

	it("lets no goal go on that cannot be noticed", async () => {
		const { family, on } = await disputed();
		await app.world.db.goal.update({ where: { id: on.subjectId }, data: { levels: [] } });
		expect(await problemOf(talk(family, on))).toMatchObject({ reasons: ["goal-not-noticeable"] });
	});

	it("names people of the family, and is written down by the coordinator", async () => {
		const { family, on } = await disputed();
		const other = await app.world.newFamily();
		expect((await problemOf(talk(family, on, { tookPart: [other.mother.personId] }))).errors).toEqual([
			{ path: "tookPart", code: "unknown-person" },
		]);
		expect((await problemOf(talk(family, on, {}, family.mother))).code).toBe("not-allowed");
		expect((await problemOf(talk(other, on))).code).toBe("not-found");
	});
});

describe("a talk about help that was decided", () => {
	async function decided() {
		const family = await app.world.newFamily();
		const within = { familyId: family.familyId, planId: family.planId };
		const decision = await app.world.db.decision.create({
			data: { ...within, what: "Thuisbegeleiding", why: "Past bij ons", decidedOn: new Date(), writtenBy: family.coordinator.personId },
		});
		const on: Subject = { subject: "decision", subjectId: decision.id, subjectVersion: 1 };
		await answer(family, family.mother, on, "agree");
		await answer(family, family.girl, on, "agree");
		await answer(family, family.father, on, "disagree");
		const arrange = async (state: "planned" | "running") => {
			await app.world.db.evaluation.create({
				data: { ...within, dueOn: app.world.daysFromToday(60), writtenBy: family.coordinator.personId },
			});
			await app.world.db.help.create({
				data: {
					...within,
					decisionId: decision.id,
					what: "Thuisbegeleiding",
					provider: "Buurtteam",
					startsOn: app.world.daysFromToday(0),
					endsOn: app.world.daysFromToday(90),
					evaluationOn: app.world.daysFromToday(60),
					state,
				},
			});
		};
		return { family, on, arrange };
	}

	it("takes no consent's place: help that is still to begin waits for each yes", async () => {
		const { family, on, arrange } = await decided();
		expect(await problemOf(talk(family, on))).toMatchObject({ status: 409, reasons: ["help-needs-consent"] });
		await talk(family, on, { proceeds: false });
		await arrange("planned");
		expect(await problemOf(talk(family, on))).toMatchObject({ reasons: ["help-needs-consent"] });
	});

	it("can say that help that runs goes on", async () => {
		const { family, on, arrange } = await decided();
		await arrange("running");
		await talk(family, on);
		expect((await planOf(family)).disagreementTalks).toMatchObject([{ ...on, proceeds: true }]);
	});
});
