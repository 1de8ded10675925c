import { grantOf } from "@samenplan/access/policy";
import type { FamilyRight } from "@samenplan/access/rights";
import { pathOf } from "@samenplan/contract/client";
import type { Endpoint } from "@samenplan/contract/endpoint";
import { endpoints } from "@samenplan/contract/endpoints";
import { sampleOf } from "@samenplan/testing/sample";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../http/test-app.ts";

/** Parts of the plan: none of them changes once the plan is closed. Words about it, people and reviews go on. */
const parts = [
	"goal",
	"action",
	"network_tie",
	"ask",
	"offer",
	"help_option",
	"decision",
	"help",
	"progress_note",
	"view",
	"step",
	"load_capacity",
	"evaluation",
	"evaluation_score",
	"cooperation_answer",
	"plan",
];
const changes = endpoints.filter(({ audit }) => audit.action !== "read" && parts.includes(audit.object));

describe("a closed plan", () => {
	let app: TestApp;
	let familyId: string;
	const tokens: Partial<Record<"coordinator" | "mother" | "teacher", string>> = {};
	/** An object of the closed plan for each parameter of a path and each field of a body that names one. */
	const ids: Record<string, string> = {};

	beforeAll(async () => {
		app = await startTestApp({ LOG_LEVEL: "silent" });
		const family = await app.world.newFamily();
		familyId = family.familyId;
		tokens.coordinator = await app.tokenOf(family.coordinator);
		tokens.mother = await app.tokenOf(family.mother);
		const { db } = app.world;
		const by = { familyId, planId: family.planId, writtenBy: family.coordinator.personId };
		const day = app.world.daysFromToday(10);
		ids.goalId = (
			await db.goal.create({ data: { ...by, text: "x", forKind: "whole_family", levels: ["a", "b", "c", "d", "e"], state: "active" } })
		).id;
		ids.actionId = (await db.action.create({ data: { ...by, text: "x", personId: family.mother.personId } })).id;
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
		const { id: consentId } = await db.consent.create({
			data: {
				familyId,
				kind: "share",
				aboutPersonId: family.mother.personId,
				toPersonId: teacher.personId,
				what: "x",
				why: "x",
				askedBy: family.mother.personId,
			},
		});
		const byMother = { familyId, consentId, personId: family.mother.personId };
		await db.consentAnswer.create({ data: { ...byMother, answer: "given", writtenBy: family.mother.personId } });
		for (const [object, objectId] of [
			["ask", ids.askId],
			["help", ids.helpId],
			["goal", ids.goalId],
		] as const)
			await db.share.create({
				data: { familyId, consentId, personId: teacher.personId, sharedBy: family.mother.personId, object, objectId: objectId as string },
			});
		ids.evaluationId = (await db.evaluation.create({ data: { ...by, dueOn: day } })).id;
		ids.personId = family.mother.personId;
		await db.plan.update({ where: { id: family.planId }, data: { state: "closed", closedOn: day } });
	});
	afterAll(() => app.stop());

	const sample = (schema: NonNullable<Endpoint["params"]>) => {
		const made = sampleOf(schema, { id: ids.personId as string }) as Record<string, unknown>;
		for (const key of Object.keys(made)) if (key in ids && made[key] !== null) made[key] = ids[key];
		return made;
	};

	it("has parts that people change while it is open", () => expect(changes.length).toBeGreaterThan(30));

	it.each(changes.map((each) => [`${each.method} ${each.path}`, each] as const))("%s changes nothing any more", async (_name, endpoint) => {
		const rows = async () => JSON.stringify(await app.world.db.formerText.count({ where: { familyId } }));
		const before = await rows();
		const who =
			endpoint.right === "shared.comment"
				? "teacher"
				: grantOf(endpoint.right as FamilyRight, ["coordinator"]) === undefined
					? "mother"
					: "coordinator";
		const params = { ...(endpoint.params && sample(endpoint.params)), familyId } as Record<string, string>;
		const response = await fetch(app.url + pathOf(endpoint, params), {
			method: endpoint.method.toUpperCase(),
			headers: { "content-type": "application/json", authorization: `Bearer ${tokens[who]}` },
			...(endpoint.body && { body: JSON.stringify(sample(endpoint.body)) }),
		});
		const problem = (await response.json().catch(() => ({}))) as { code?: string; reasons?: string[] };
		expect({ status: response.status, ...problem }).toMatchObject({ status: 409, code: "move-not-possible", reasons: ["plan-closed"] });
		expect(await rows()).toBe(before);
	});
});
