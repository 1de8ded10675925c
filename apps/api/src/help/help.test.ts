import { planEvaluation } from "@samenplan/contract/evaluations";
import {
	addHelpOption,
	arrangeHelp,
	checkAdvice,
	decideHelp,
	editDecision,
	editHelp,
	editHelpOption,
	moveHelp,
	noteProgress,
	recordAdviceCheck,
	removeHelpOption,
	weighHelpOption,
} from "@samenplan/contract/help";
import { readPlan } from "@samenplan/contract/plans";
import { givePosition } from "@samenplan/contract/positions";
import { evaluationDue } from "@samenplan/plan-rules/due-dates";
import type { TestFamily } from "@samenplan/testing/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

let app: TestApp;
beforeAll(async () => {
	app = await startTestApp();
});
afterAll(() => app.stop());

const option = {
	name: "Gezinsbegeleiding aan huis",
	what: "Twee keer per week komt iemand thuis.",
	knownToWork: "",
	familyFor: "",
	familyAgainst: "",
	professionalFor: "Oefenen in het dagelijks leven",
	professionalAgainst: "",
	waiting: "6 weken",
	distance: "Thuis",
	cost: "Geen",
	recommended: false,
};
const at = (family: TestFamily) => ({ params: { familyId: family.familyId } });
const planOf = async (family: TestFamily) => (await app.as(family.coordinator))(readPlan, at(family));
const newOption = async (family: TestFamily) =>
	(await (await app.as(family.coordinator))(addHelpOption, { ...at(family), body: option })).id;
const today = () => app.world.daysFromToday(0).toISOString().slice(0, 10);
const inDays = (days: number) => app.world.daysFromToday(days).toISOString().slice(0, 10);

/** The steps before are done and the family group plan was offered and answered. */
async function readyToDecide(of: { groupPlan?: boolean; network?: "concluded" | "skipped" | "not" } = {}) {
	const family = await app.world.newFamily();
	const done =
		of.network === undefined || of.network === "concluded"
			? ["clarify", "strengths", "goals", "network"]
			: ["clarify", "strengths", "goals"];
	await app.world.db.step.updateMany({
		where: { planId: family.planId, kind: { in: done as ("goals" | "network")[] } },
		data: { state: "concluded", conclusion: "Zo is het" },
	});
	await app.world.db.plan.update({
		where: { id: family.planId },
		data: {
			...(of.groupPlan !== false && { groupPlanOfferedOn: app.world.daysFromToday(-3), groupPlanAnswer: "no" as const }),
			...(of.network === "skipped" && { networkSkippedBecause: "De familie woont ver weg" }),
		},
	});
	return family;
}
async function decide(family: TestFamily, change: Record<string, unknown> = {}) {
	const body = {
		what: "We kiezen begeleiding thuis",
		why: "Dat past het best",
		tookPart: [family.mother.personId],
		decidedOn: today(),
		...change,
	};
	return (await (await app.as(family.coordinator))(decideHelp, { ...at(family), body })).id;
}
async function arrange(family: TestFamily, change: Record<string, unknown> = {}) {
	const decisionId = await decide(family);
	const body = {
		decisionId,
		what: "Gezinsbegeleiding",
		provider: "De Brug",
		startsOn: today(),
		endsOn: inDays(90),
		evaluationOn: inDays(60),
		aftercare: "Na een maand bellen we.",
		state: "waiting" as const,
		...change,
	};
	return (await (await app.as(family.coordinator))(arrangeHelp, { ...at(family), body })).id;
}

describe("comparing options", () => {
	it("takes the family's pros and cons from the family and leaves the professional's alone", async () => {
		const family = await app.world.newFamily();
		const optionId = await newOption(family);
		const params = { familyId: family.familyId, optionId };
		await (await app.as(family.mother))(weighHelpOption, {
			params,
			body: { familyFor: "Thuis is fijn", familyAgainst: "Wel druk", version: 1 },
		});
		expect((await planOf(family)).helpOptions).toMatchObject([
			{ familyFor: "Thuis is fijn", familyAgainst: "Wel druk", professionalFor: option.professionalFor, version: 2 },
		]);
	});

	it("does not let a parent write what the professional sees, nor change the option", async () => {
		const family = await app.world.newFamily();
		const params = { familyId: family.familyId, optionId: await newOption(family) };
		const call = await app.as(family.mother);
		expect((await problemOf(call(weighHelpOption, { params, body: { professionalFor: "Goed", version: 1 } }))).code).toBe("not-allowed");
		expect((await problemOf(call(editHelpOption, { params, body: { ...option, version: 1 } }))).code).toBe("not-allowed");
	});

	it("loses no words when family and coordinator weigh at the same moment", async () => {
		const family = await app.world.newFamily();
		const params = { familyId: family.familyId, optionId: await newOption(family) };
		await (await app.as(family.mother))(weighHelpOption, { params, body: { familyFor: "Thuis is fijn", version: 1 } });
		const late = await problemOf(
			(await app.as(family.coordinator))(editHelpOption, { params, body: { ...option, recommended: true, version: 1 } }),
		);
		expect(late).toMatchObject({ code: "conflict", current: { familyFor: "Thuis is fijn", version: 2 } });
	});

	it("keeps an option that was decided about", async () => {
		const family = await readyToDecide();
		const [decided, other] = [await newOption(family), await newOption(family)];
		await decide(family, { optionId: decided });
		const call = await app.as(family.coordinator);
		const problem = await problemOf(call(removeHelpOption, { params: { familyId: family.familyId, optionId: decided } }));
		expect(problem).toMatchObject({ code: "move-not-possible", reasons: ["option-decided"] });
		await call(removeHelpOption, { params: { familyId: family.familyId, optionId: other } });
		expect((await planOf(family)).helpOptions.map(({ id }) => id)).toEqual([decided]);
	});
});

describe("deciding on help (R2)", () => {
	it("goes after the own network and an answered offer of a family group plan", async () => {
		const family = await readyToDecide();
		await decide(family);
		expect((await planOf(family)).decisions).toMatchObject([
			{ why: "Dat past het best", tookPart: [family.mother.personId], decidedOn: today() },
		]);
	});

	it("goes when the network step was skipped with a reason", async () => {
		await decide(await readyToDecide({ network: "skipped" }));
	});

	it("does not go before, and says everything that still misses", async () => {
		const family = await readyToDecide({ network: "not", groupPlan: false });
		const problem = await problemOf(decide(family));
		expect(problem).toMatchObject({ status: 409, code: "move-not-possible", reasons: ["network-first", "group-plan-not-offered"] });
		expect(problem.possible).toContain("offer_group_plan");
		expect((await planOf(family)).decisions).toEqual([]);
	});

	it("does not go while the family has not answered the offer", async () => {
		const family = await readyToDecide();
		await app.world.db.plan.update({ where: { id: family.planId }, data: { groupPlanAnswer: null } });
		expect(await problemOf(decide(family))).toMatchObject({ reasons: ["group-plan-not-answered"] });
	});

	it("may come first in a crisis", async () => {
		const family = await app.world.newFamily();
		await app.world.db.plan.update({ where: { id: family.planId }, data: { route: "crisis" } });
		await decide(family);
	});

	it("is not done by a parent alone, by strangers, or in the future", async () => {
		const [family, other] = [await readyToDecide(), await app.world.newFamily()];
		const body = { what: "a", why: "b", tookPart: [family.mother.personId], decidedOn: today() };
		expect((await problemOf((await app.as(family.mother))(decideHelp, { ...at(family), body }))).code).toBe("not-allowed");
		expect((await problemOf(decide(family, { tookPart: [other.mother.personId] }))).errors).toEqual([
			{ path: "tookPart", code: "unknown-person" },
		]);
		expect((await problemOf(decide(family, { decidedOn: inDays(2) }))).errors).toEqual([{ path: "decidedOn", code: "too-late" }]);
		expect((await problemOf(decide(family, { optionId: await newOption(other) }))).code).toBe("not-found");
	});

	it("gets each one's answer, and asks again after it was corrected", async () => {
		const family = await readyToDecide();
		const decisionId = await decide(family);
		const answer = { subject: "decision" as const, subjectId: decisionId, subjectVersion: 1, answer: "agree" as const, text: "" };
		await (await app.as(family.father))(givePosition, { ...at(family), body: answer });
		await (await app.as(family.coordinator))(editDecision, {
			params: { familyId: family.familyId, decisionId },
			body: {
				what: "Toch anders",
				why: "Er is een plek",
				tookPart: [family.mother.personId, family.father.personId],
				decidedOn: today(),
				version: 1,
			},
		});
		const plan = await planOf(family);
		expect(plan.decisions).toMatchObject([{ what: "Toch anders", version: 2 }]);
		expect(plan.positions).toMatchObject([{ personId: family.father.personId, subjectVersion: 1 }]);
		const late = await problemOf((await app.as(family.mother))(givePosition, { ...at(family), body: answer }));
		expect(late).toMatchObject({ code: "conflict", current: { what: "Toch anders" } });
	});
});

describe("help that was decided", () => {
	it("has a day to look back from the moment it is arranged", async () => {
		const family = await readyToDecide();
		await arrange(family);
		const plan = await planOf(family);
		expect(plan.help).toMatchObject([{ provider: "De Brug", state: "waiting", waitingSince: today(), evaluationOn: inDays(60) }]);
		expect(plan.evaluations).toMatchObject([{ state: "planned", dueOn: inDays(60) }]);
	});

	it("keeps the evaluation that was planned already", async () => {
		const family = await readyToDecide();
		await app.world.db.evaluation.create({
			data: {
				familyId: family.familyId,
				planId: family.planId,
				dueOn: app.world.daysFromToday(30),
				writtenBy: family.coordinator.personId,
			},
		});
		await arrange(family);
		expect((await planOf(family)).evaluations).toMatchObject([{ dueOn: inDays(30) }]);
	});

	it("brings the evaluation forward when it asks for an earlier day: when arranged, changed and begun again", async () => {
		const family = await readyToDecide();
		const call = await app.as(family.coordinator);
		await call(planEvaluation, { ...at(family), body: { dueOn: inDays(80) } });
		const dueOn = async () => (await planOf(family)).evaluations.map((evaluation) => evaluation.dueOn);
		const params = { familyId: family.familyId, helpId: await arrange(family, { evaluationOn: inDays(50) }) };
		expect(await dueOn()).toEqual([inDays(50)]);
		const waiting = await app.world.db.reminder.findMany({ where: { familyId: family.familyId, stoppedAt: null } });
		expect(new Set(waiting.map((reminder) => reminder.dueOn.toISOString().slice(0, 10)))).toEqual(new Set([inDays(50)]));

		const period = { what: "x", provider: "y", startsOn: today(), endsOn: inDays(90), aftercare: "" };
		await call(editHelp, { params, body: { ...period, evaluationOn: inDays(40), version: 1 } });
		expect(await dueOn()).toEqual([inDays(40)]);
		await call(moveHelp, { params, body: { state: "stopped", because: "Het paste niet bij ons", version: 2 } });
		await call(editHelp, { params, body: { ...period, evaluationOn: inDays(20), version: 3 } });
		expect(await dueOn()).toEqual([inDays(40)]);
		await call(moveHelp, { params, body: { state: "running", version: 4 } });
		expect(await dueOn()).toEqual([inDays(20)]);
	});

	it("runs, stops and starts again, and no other way", async () => {
		const family = await readyToDecide();
		const params = { familyId: family.familyId, helpId: await arrange(family) };
		const call = await app.as(family.coordinator);
		await call(moveHelp, { params, body: { state: "running", version: 1 } });
		expect((await planOf(family)).help).toMatchObject([{ state: "running", waitingSince: null }]);
		await call(moveHelp, { params, body: { state: "stopped", because: "Het paste niet bij ons", version: 2 } });
		const problem = await problemOf(call(moveHelp, { params, body: { state: "completed", version: 3 } }));
		expect(problem).toMatchObject({ code: "move-not-possible", possible: ["waiting", "running"] });
	});

	it("has days that fit each other", async () => {
		const family = await readyToDecide();
		const problem = await problemOf(arrange(family, { endsOn: inDays(-1), evaluationOn: inDays(-2) }));
		expect(problem.errors).toEqual([
			{ path: "endsOn", code: "too-early" },
			{ path: "evaluationOn", code: "too-early" },
		]);
		const params = { familyId: family.familyId, helpId: await arrange(family) };
		const body = { what: "x", provider: "y", startsOn: today(), endsOn: inDays(-1), evaluationOn: today(), aftercare: "", version: 1 };
		expect((await problemOf((await app.as(family.coordinator))(editHelp, { params, body }))).errors).toEqual([
			{ path: "endsOn", code: "too-early" },
		]);
	});

	it("looks back no later than the route allows, counted from its first day", async () => {
		const family = await readyToDecide();
		const late = await problemOf(arrange(family, { evaluationOn: inDays(100) }));
		expect(late.errors).toEqual([{ path: "evaluationOn", code: "too-late" }]);
		await arrange(family, { startsOn: inDays(30), endsOn: inDays(200), evaluationOn: inDays(100) });
		// The plan itself does not wait that long.
		const [planned] = (await planOf(family)).evaluations;
		expect(planned?.dueOn).toBe(evaluationDue(today(), "full"));
		await app.world.db.plan.update({ where: { id: family.planId }, data: { route: "light" } });
		await arrange(family, { evaluationOn: inDays(250) });
		expect((await problemOf(arrange(family, { evaluationOn: inDays(320) }))).errors).toEqual([{ path: "evaluationOn", code: "too-late" }]);
		// A child that does not live at home is looked back on sooner, whatever the route.
		await app.world.db.plan.update({ where: { id: family.planId }, data: { placement: "foster_return" } });
		expect((await problemOf(arrange(family, { evaluationOn: inDays(120) }))).errors).toEqual([{ path: "evaluationOn", code: "too-late" }]);
		await arrange(family, { evaluationOn: inDays(80) });
	});

	it("collects in two sentences how it goes, from both sides", async () => {
		const family = await readyToDecide();
		const params = { familyId: family.familyId, helpId: await arrange(family) };
		await (await app.as(family.coordinator))(noteProgress, { params, body: { text: "Er is begonnen. Het gaat goed." } });
		await (await app.as(family.mother))(noteProgress, { params, body: { text: "De tip hielp niet." } });
		expect((await planOf(family)).help[0]?.progress).toMatchObject([
			{ text: "Er is begonnen. Het gaat goed." },
			{ text: "De tip hielp niet.", writtenBy: family.mother.personId },
		]);
		const other = await app.world.newFamily();
		const swapped = (await app.as(other.mother))(noteProgress, {
			params: { ...params, familyId: other.familyId },
			body: { text: "Hallo" },
		});
		expect((await problemOf(swapped)).code).toBe("not-found");
	});

	it("says who does what, and stops only for a reason that stays when it begins again", async () => {
		const family = await readyToDecide();
		const helpId = await arrange(family, { state: "running", whoDoesWhat: "De Brug komt thuis. Coach belt elke maand." });
		const params = { familyId: family.familyId, helpId };
		const call = await app.as(family.coordinator);
		const without = await problemOf(call(moveHelp, { params, body: { state: "stopped", version: 1 } }));
		expect(without.errors).toEqual([{ path: "because", code: "required" }]);
		await call(moveHelp, { params, body: { state: "stopped", because: "De reis was te lang", version: 1 } });
		await call(moveHelp, { params, body: { state: "running", version: 2 } });
		expect((await planOf(family)).help).toMatchObject([
			{ whoDoesWhat: "De Brug komt thuis. Coach belt elke maand.", state: "running", stoppedBecause: "De reis was te lang" },
		]);
	});

	it("says what it came in the place of, and leaves that with its words", async () => {
		const family = await readyToDecide();
		const call = await app.as(family.coordinator);
		const helpId = await arrange(family);
		const params = { familyId: family.familyId, helpId };
		await call(noteProgress, { params, body: { text: "We wachten nog." } });
		await call(moveHelp, { params, body: { state: "stopped", because: "Wachten duurde te lang", version: 1 } });
		const insteadId = await arrange(family, { insteadOfId: helpId, what: "Groep voor ouders", state: "running" });
		const { help } = await planOf(family);
		expect(help.find(({ id }) => id === insteadId)).toMatchObject({ insteadOfId: helpId, state: "running" });
		expect(help.find(({ id }) => id === helpId)).toMatchObject({
			state: "stopped",
			stoppedBecause: "Wachten duurde te lang",
			progress: [{ text: "We wachten nog." }],
		});
		const other = await readyToDecide();
		expect((await problemOf(arrange(other, { insteadOfId: helpId }))).code).toBe("not-found");
	});
});

describe("whether the advice fitted", () => {
	it("is said by each for themselves; an earlier answer stays", async () => {
		const family = await readyToDecide();
		const params = { familyId: family.familyId, helpId: await arrange(family) };
		const [mother, girl] = [await app.as(family.mother), await app.as(family.girl)];
		await mother(checkAdvice, { params, body: { fitted: "not", text: "Te veel tegelijk" } });
		await girl(checkAdvice, { params, body: { fitted: "fitted", text: "" } });
		await mother(checkAdvice, { params, body: { fitted: "partly", text: "Nu beter" } });
		expect((await planOf(family)).adviceChecks).toMatchObject(
			[
				{ ...params, helpId: params.helpId, personId: family.mother.personId, fitted: "not", recorded: false, text: "Te veel tegelijk" },
				{ personId: family.girl.personId, fitted: "fitted", text: "" },
				{ personId: family.mother.personId, fitted: "partly", text: "Nu beter" },
			].map(({ familyId: _, ...said }: Record<string, unknown>) => said),
		);
	});

	it("is written down together for a child without an account, and marked so; never for who can answer", async () => {
		const family = await readyToDecide();
		const params = { familyId: family.familyId, helpId: await arrange(family) };
		const call = await app.as(family.coordinator);
		await call(recordAdviceCheck, { params, body: { personId: family.boy.personId, fitted: "fitted", text: "Ik slaap beter" } });
		expect((await planOf(family)).adviceChecks).toMatchObject([
			{ personId: family.boy.personId, recorded: true, writtenBy: family.coordinator.personId, text: "Ik slaap beter" },
		]);
		const forMother = call(recordAdviceCheck, { params, body: { personId: family.mother.personId, fitted: "not", text: "" } });
		expect((await problemOf(forMother)).reasons).toEqual(["answers-themselves"]);
		const byMother = (await app.as(family.mother))(recordAdviceCheck, {
			params,
			body: { personId: family.boy.personId, fitted: "fitted", text: "" },
		});
		expect((await problemOf(byMother)).code).toBe("not-allowed");
	});

	it("belongs to help of this family, while the plan is open", async () => {
		const family = await readyToDecide();
		const params = { familyId: family.familyId, helpId: await arrange(family) };
		const other = await app.world.newFamily();
		const body = { fitted: "fitted" as const, text: "" };
		const swapped = (await app.as(other.mother))(checkAdvice, { params: { ...params, familyId: other.familyId }, body });
		expect((await problemOf(swapped)).code).toBe("not-found");
		await app.world.db.plan.update({ where: { id: family.planId }, data: { state: "closed" } });
		const late = (await app.as(family.mother))(checkAdvice, { params, body });
		expect((await problemOf(late)).reasons).toEqual(["plan-closed"]);
	});
});
