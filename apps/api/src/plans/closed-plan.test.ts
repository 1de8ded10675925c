import { rightsOfOpenPlan, rightsPartlyOfOpenPlan } from "@samenplan/access/conditions";
import { grantOf } from "@samenplan/access/policy";
import type { FamilyRight } from "@samenplan/access/rights";
import { pathOf } from "@samenplan/contract/client";
import type { Endpoint } from "@samenplan/contract/endpoint";
import { endpoints } from "@samenplan/contract/endpoints";
import { sampleOf } from "@samenplan/testing/sample";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../http/test-app.ts";

/** Every write in a family; whether it needs an open plan is told by its right, {@link rightsOfOpenPlan}. */
const writes = endpoints.filter(({ path, audit }) => path.includes("{familyId}") && audit.action !== "read");
const named = (list: readonly Endpoint[]) => list.map((each) => [`${each.method} ${each.path}`, each] as const);
/**
 * What goes on when the plan is closed, because it changes nothing of what the plan says. Aftercare and opening it again begin there. Words
 * stay somebody's own for as long as they are kept: whose they are can let fewer people read them, or no longer keep them to the family. A
 * question for advice that nobody answered is taken back, so that it does not stand open for ever.
 */
const goesOn = [
	"post /api/families/{familyId}/plan/reopening",
	"put /api/families/{familyId}/plan/check-in",
	"put /api/families/{familyId}/plan/check-in/day",
	"post /api/families/{familyId}/texts/{kind}/{textId}/release",
	"post /api/families/{familyId}/texts/{kind}/{textId}/narrowing",
	"post /api/families/{familyId}/reviews/{reviewId}/withdrawal",
];
const needsOpenPlan = ({ method, path, right }: Endpoint) =>
	rightsOfOpenPlan.includes(right as FamilyRight) && !goesOn.includes(`${method} ${path}`);
const partly = ({ right }: Endpoint) => rightsPartlyOfOpenPlan.includes(right as FamilyRight);

describe("a closed plan", () => {
	let app: TestApp;
	let familyId: string;
	let motherId: string;
	const tokens: Partial<Record<"coordinator" | "mother" | "teacher", string>> = {};
	/** An object of the closed plan for each parameter of a path and each field of a body that names one. */
	const ids: Record<string, string> = {};

	beforeAll(async () => {
		app = await startTestApp({ LOG_LEVEL: "silent" });
		const family = await app.world.newFamily();
		familyId = family.familyId;
		motherId = family.mother.personId;
		tokens.coordinator = await app.tokenOf(family.coordinator);
		tokens.mother = await app.tokenOf(family.mother);
		const { db } = app.world;
		const by = { familyId, planId: family.planId, writtenBy: family.coordinator.personId };
		const day = app.world.daysFromToday(10);
		ids.goalId = (
			await db.goal.create({ data: { ...by, text: "x", forKind: "whole_family", levels: ["a", "b", "c", "d", "e"], state: "active" } })
		).id;
		ids.actionId = (await db.action.create({ data: { ...by, text: "x", personId: family.mother.personId } })).id;
		ids.crisisActId = (await db.crisisAct.create({ data: { ...by, what: "x", doneOn: day } })).id;
		ids.contactMomentId = (await db.contactMoment.create({ data: { ...by, kind: "call", heldOn: day } })).id;
		ids.inquiryId = (await db.inquiry.create({ data: { ...by, question: "x" } })).id;
		ids.analysisPointId = (await db.analysisPoint.create({ data: { ...by, kind: "nature", basis: "know", text: "x" } })).id;
		ids.sharedWordId = (await db.sharedWord.create({ data: { ...by, word: "x" } })).id;
		ids.tieId = (await db.networkTie.create({ data: { ...by, name: "x", kind: "friend", closeness: 1 } })).id;
		ids.askId = (await db.ask.create({ data: { ...by, text: "x" } })).id;
		ids.offerId = (await db.offer.create({ data: { familyId, askId: ids.askId, writtenBy: by.writtenBy, text: "x" } })).id;
		ids.optionId = (await db.helpOption.create({ data: { ...by, name: "x" } })).id;
		ids.decisionId = (await db.decision.create({ data: { ...by, what: "x", why: "x", tookPart: [], decidedOn: day } })).id;
		ids.viewId = (await db.view.create({ data: { ...by, personId: family.coordinator.personId, subject: "wish", text: "x" } })).id;
		ids.helpId = (
			await db.help.create({
				data: {
					familyId,
					planId: family.planId,
					decisionId: ids.decisionId,
					what: "x",
					provider: "x",
					startsOn: day,
					endsOn: day,
					evaluationOn: day,
					state: "completed",
				},
			})
		).id;
		// Shared with a teacher, so that what outsiders may do is tried as well.
		const teacher = await app.world.involve(familyId, "professional", { givenName: "Juf", account: true });
		tokens.teacher = await app.tokenOf(teacher);
		const [mother, father, girl] = [family.mother.personId, family.father.personId, family.girl.personId];
		const asked = { familyId, toPersonId: teacher.personId, what: "x", why: "x", askedBy: mother };
		for (const [aboutPersonId, must] of [
			[mother, [mother]],
			[girl, [mother, father, girl]],
			[family.boy.personId, [mother, father]],
		] as const) {
			const { id: consentId } = await db.consent.create({ data: { ...asked, kind: "share", aboutPersonId } });
			for (const personId of must)
				await db.consentAnswer.create({ data: { familyId, consentId, personId, answer: "given", writtenBy: personId } });
			for (const [object, objectId] of [
				["ask", ids.askId],
				["help", ids.helpId],
				["goal", ids.goalId],
			] as const)
				await db.share.create({
					data: { familyId, consentId, personId: teacher.personId, sharedBy: mother, object, objectId: objectId as string },
				});
		}
		ids.textId = ids.viewId;
		ids.subjectId = ids.goalId;
		ids.planVersionId = (
			await db.planVersion.create({ data: { familyId, planId: family.planId, number: 1, content: {}, putBy: by.writtenBy } })
		).id;
		ids.reviewId = (
			await db.review.create({ data: { familyId, planId: family.planId, question: "?", toldFamilyOn: day, askedBy: by.writtenBy } })
		).id;
		ids.evaluationId = (await db.evaluation.create({ data: { ...by, dueOn: day } })).id;
		// Nobody who could sign in and answer for themselves.
		ids.personId = family.boy.personId;
		await db.plan.update({ where: { id: family.planId }, data: { state: "closed", closedOn: day } });
	});
	afterAll(() => app.stop());

	const sample = (schema: NonNullable<Endpoint["params"]>) => {
		const made = sampleOf(schema, { id: ids.personId as string }) as Record<string, unknown>;
		for (const key of Object.keys(made)) if (key in ids && made[key] !== null) made[key] = ids[key];
		return made;
	};

	async function answerTo(endpoint: Endpoint): Promise<{ status: number; code?: string; reasons?: string[] }> {
		const who =
			endpoint.right === "shared.comment"
				? "teacher"
				: grantOf(endpoint.right as FamilyRight, ["coordinator"]) === undefined
					? "mother"
					: "coordinator";
		const params = { ...(endpoint.params && sample(endpoint.params)), familyId } as Record<string, string>;
		// How much somebody bears is asked of those who carry the family.
		const body = endpoint.body && { ...sample(endpoint.body), ...(endpoint.right === "load.write" && { personId: motherId }) };
		const response = await fetch(app.url + pathOf(endpoint, params), {
			method: endpoint.method.toUpperCase(),
			headers: { "content-type": "application/json", authorization: `Bearer ${tokens[who]}` },
			...(body && { body: JSON.stringify(body) }),
		});
		return { status: response.status, ...((await response.json().catch(() => ({}))) as { code?: string; reasons?: string[] }) };
	}
	const planClosed = { status: 409, code: "move-not-possible", reasons: ["plan-closed"] };
	const formerTexts = () => app.world.db.formerText.count({ where: { familyId } });

	it.each(named(writes.filter(needsOpenPlan)))("%s changes nothing any more", async (_name, endpoint) => {
		const before = await formerTexts();
		expect(await answerTo(endpoint)).toMatchObject(planClosed);
		expect(await formerTexts()).toBe(before);
	});

	it("is told so by every right that needs an open plan", () => {
		expect(rightsOfOpenPlan.filter((right) => !writes.some((each) => each.right === right))).toEqual([]);
	});

	it("is told so by a part of what one may do with what was shared, with steps, with disagreements and with work notes", async () => {
		const closed: string[] = [];
		for (const endpoint of writes.filter(partly))
			if ((await answerTo(endpoint)).reasons?.includes("plan-closed")) closed.push(`${endpoint.method} ${endpoint.path}`);
		expect(closed.sort()).toEqual([
			"delete /api/families/{familyId}/shared/asks/{askId}/offer",
			"post /api/families/{familyId}/actions/{actionId}/report",
			"post /api/families/{familyId}/disagreement-talks",
			"post /api/families/{familyId}/shared/help/{helpId}/progress",
			"post /api/families/{familyId}/work-notes/{workNoteId}/move",
			"put /api/families/{familyId}/shared/asks/{askId}/offer",
		]);
	});

	it.each(named(writes.filter((each) => !needsOpenPlan(each) && !partly(each))))("%s asks for no open plan", async (_name, endpoint) => {
		const { status, reasons } = await answerTo(endpoint);
		expect(status).toBeLessThan(500);
		expect(reasons ?? []).not.toContain("plan-closed");
	});
});
