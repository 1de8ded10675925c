import { planEvaluation } from "@samenplan/contract/evaluations";
import { agreeOnSharing, agreeWithEachOther, chooseRoute, describeReferral, readPlan, setFrame } from "@samenplan/contract/plans";
import { addMonths } from "@samenplan/plan-rules/working-days";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, startTestApp, type TestApp } from "../http/test-app.ts";

describe("the frame of a plan, and what people expect of each other", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await startTestApp();
	});
	afterAll(() => app.stop());
	const day = (days: number) => app.world.daysFromToday(days).toISOString().slice(0, 10);
	async function atTheTable() {
		const family = await app.world.newFamily();
		const at = { params: { familyId: family.familyId } };
		const [coordinator, mother] = [await app.as(family.coordinator), await app.as(family.mother)];
		return { family, coordinator, mother, at, plan: async () => (await mother(readPlan, at)).plan };
	}

	it("shows the family who sent them, why, and what the referrer hears back", async () => {
		const { coordinator, mother, at, plan } = await atTheTable();
		const body = { referrer: "Huisarts De Wit", referralReason: "Zoon slaapt al een half jaar slecht", version: 1 };
		const described = await coordinator(describeReferral, { ...at, body });
		await coordinator(agreeOnSharing, { ...at, body: { referrerHears: "Alleen dat wij begonnen zijn", version: described.version } });
		expect(await plan()).toMatchObject({ ...body, referrerHears: "Alleen dat wij begonnen zijn", sharingAgreements: "", version: 3 });
		expect((await problemOf(mother(describeReferral, { ...at, body: { ...body, version: 3 } }))).status).toBe(403);
	});

	it("keeps no reason without somebody who sent them, and takes a referral back", async () => {
		const { coordinator, at, plan } = await atTheTable();
		const nobody = { referrer: " ", referralReason: "Zo maar", version: 1 };
		expect(await problemOf(coordinator(describeReferral, { ...at, body: nobody }))).toMatchObject({
			status: 400,
			errors: [{ path: "referrer", code: "required" }],
		});
		await coordinator(describeReferral, { ...at, body: { referrer: "School", referralReason: "", version: 1 } });
		await coordinator(describeReferral, { ...at, body: { referrer: "", referralReason: "", version: 2 } });
		expect((await plan()).referrer).toBe("");
	});

	it("says what a judge decided: what stands, and what the family still chooses itself", async () => {
		const { coordinator, at, plan } = await atTheTable();
		const frame = {
			placement: "foster_return" as const,
			courtOrderOn: day(-20),
			courtOrder: "De kinderen wonen een jaar bij oma.",
			ownChoices: "Welke dagen jullie samen zijn. Wie er helpt.",
			version: 1,
		};
		await coordinator(setFrame, { ...at, body: frame });
		expect(await plan()).toMatchObject({ ...frame, version: 2 });
		const refused = async (of: Partial<typeof frame> & { courtOrderOn?: string | null }) =>
			(await problemOf(coordinator(setFrame, { ...at, body: { ...frame, version: 2, ...of } as typeof frame }))).errors;
		expect(await refused({ courtOrderOn: day(2) })).toMatchObject([{ path: "courtOrderOn", code: "too-late" }]);
		expect(await refused({ courtOrder: "" })).toEqual([{ path: "courtOrder", code: "required" }]);
		expect(await refused({ courtOrderOn: null as never })).toEqual([{ path: "courtOrderOn", code: "required" }]);
		await coordinator(setFrame, { ...at, body: { ...frame, courtOrderOn: null, courtOrder: "", ownChoices: "", version: 2 } });
		expect(await plan()).toMatchObject({ courtOrderOn: null, courtOrder: "", placement: "foster_return" });
	});

	it("looks back sooner when a child comes to live elsewhere, and says so; nothing moves when it fits already", async () => {
		const { coordinator, at, plan, family } = await atTheTable();
		const evaluations = async () => (await coordinator(readPlan, at)).evaluations.map(({ dueOn, version }) => ({ dueOn, version }));
		await app.world.db.plan.update({ where: { id: family.planId }, data: { route: "light" } });
		const inFiveMonths = addMonths(day(0), 5);
		await coordinator(planEvaluation, { ...at, body: { dueOn: inFiveMonths } });
		const frame = { courtOrderOn: null, courtOrder: "", ownChoices: "" };
		const long = await coordinator(setFrame, { ...at, body: { ...frame, placement: "foster_long", version: 1 } });
		expect(long.talkMovedTo).toBeNull();
		const back = await coordinator(setFrame, { ...at, body: { ...frame, placement: "foster_return", version: 2 } });
		expect(back).toMatchObject({ placement: "foster_return", talkMovedTo: addMonths(day(0), 3) });
		expect(await evaluations()).toEqual([{ dueOn: addMonths(day(0), 3), version: 2 }]);
		// What people hear of moves along, at once.
		const due = await app.world.db.reminder.findMany({
			where: { familyId: family.familyId, kind: "evaluation", stoppedAt: null },
			select: { dueOn: true },
			distinct: ["dueOn"],
		});
		expect(due.map(({ dueOn }) => dueOn.toISOString().slice(0, 10))).toEqual([addMonths(day(0), 3)]);
		// Home again, it stays where it is: nobody waits longer than was promised.
		const home = await coordinator(setFrame, { ...at, body: { ...frame, placement: "home", version: 3 } });
		expect(home.talkMovedTo).toBeNull();
		expect(await evaluations()).toEqual([{ dueOn: addMonths(day(0), 3), version: 2 }]);
		expect((await plan()).placement).toBe("home");
	});

	it("looks back within the days of the organisation, two weeks from now at the soonest, also after another route", async () => {
		const { coordinator, at, family } = await atTheTable();
		const { organisationId } = await app.world.db.family.findUniqueOrThrow({ where: { id: family.familyId } });
		await app.world.db.organisation.update({
			where: { id: organisationId },
			data: { settings: { evaluationMonths: { light: 6, full: 2, foster_return: 1, foster_long: 6, residential: 3 } } },
		});
		await app.world.db.plan.update({ where: { id: family.planId }, data: { route: "light" } });
		const { id } = await coordinator(planEvaluation, { ...at, body: { dueOn: day(150) } });
		await app.world.db.view.create({
			data: {
				...{ familyId: family.familyId, planId: family.planId, subject: "question", text: "Kan het rustiger?" },
				...{ personId: family.mother.personId, writtenBy: family.mother.personId },
			},
		});
		const chosen = await coordinator(chooseRoute, { ...at, body: { route: "full", reason: "Er speelt meer.", version: 1 } });
		expect(chosen.talkMovedTo).toBe(addMonths(day(0), 2));
		// Set three months ago: a month is long over, and nobody stands before a day that is past.
		await app.world.db.evaluation.update({ where: { id }, data: { createdAt: app.world.daysFromToday(-90) } });
		const frame = { courtOrderOn: null, courtOrder: "", ownChoices: "", placement: "foster_return" as const };
		expect((await coordinator(setFrame, { ...at, body: { ...frame, version: chosen.version } })).talkMovedTo).toBe(day(14));
	});

	it("keeps apart what we do when it does not work and what is written down, and gives both texts to who was later", async () => {
		const { coordinator, at, plan } = await atTheTable();
		await coordinator(agreeWithEachOther, { ...at, body: { whenItFails: "Dan bellen we eerst met elkaar.", version: 1 } });
		await coordinator(agreeWithEachOther, { ...at, body: { writtenDown: "Alleen wat hier staat.", version: 2 } });
		expect(await plan()).toMatchObject({ whenItFails: "Dan bellen we eerst met elkaar.", writtenDown: "Alleen wat hier staat." });
		const late = await problemOf(coordinator(agreeWithEachOther, { ...at, body: { whenItFails: "Anders", version: 2 } }));
		expect(late).toMatchObject({ status: 409, current: { whenItFails: "Dan bellen we eerst met elkaar.", version: 3 } });
	});
});
